package survey

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Match is an option of a derived variable and the answers that lead to it.
type Match struct {
	Option
	// When gives, per variable, the names of the options one of which must
	// be the answer or among the answers. All of the variables must agree. An
	// empty When takes every row that has all the answers and met no earlier
	// Match.
	When map[string][]string
}

// FirstMatch returns the variable v, whose value in each row is the option of
// the first match that the row meets. Options with the same name are one.
//
// A row that meets none, since one of the variables is absent, is absent for
// the same reason, the first in order of the variables' names. The error says
// that a variable or option does not exist, or which answers meet no match.
func (d *Dataset) FirstMatch(v Variable, matches []Match) (*Column, error) {
	m, err := d.matcher(v, matches)
	if err != nil {
		return nil, err
	}
	index, missing := absent(d.rows), make([]Missing, d.rows)
	for row := range index {
		complete := true
		for _, c := range m.columns {
			if why := c.Missing(row); why != Present && complete {
				complete, missing[row] = false, why
			}
		}
		if k := m.first(row, complete); k >= 0 {
			index[row], missing[row] = k, Present
		} else if complete {
			p := d.Cell(row, m.columns[0].Name)
			p.Variable = v.Name
			p.Message = "got " + m.answers(row) + ", which none of the options is defined for"
			return nil, p
		}
	}
	return NewSingle(m.Variable, index, missing), nil
}

// matcher is matches bound to a dataset.
type matcher struct {
	Variable
	columns []*Column  // every variable named, by name
	options []int16    // per match
	masks   [][]uint64 // per match and column the allowed options; 0 where not named
}

func (d *Dataset) matcher(v Variable, matches []Match) (*matcher, error) {
	m := &matcher{Variable: v}
	m.Options = nil
	named := make(map[string]bool)
	for _, match := range matches {
		for name := range match.When {
			named[name] = true
		}
		k := m.Option(match.Name)
		if k < 0 {
			k = len(m.Options)
			m.Options = append(m.Options, match.Option)
		}
		m.options = append(m.options, int16(k))
	}
	if len(named) == 0 {
		return nil, fmt.Errorf("%s: no variable to match is named", v.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(named)) {
		c := d.Column(name)
		if c == nil {
			return nil, fmt.Errorf("%s: %s", v.Name, d.NoVariable(name, d.unit))
		}
		m.columns = append(m.columns, c)
	}
	for _, match := range matches {
		masks := make([]uint64, len(m.columns))
		for i, c := range m.columns {
			names, ok := match.When[c.Name]
			if !ok {
				continue
			}
			var err error
			if masks[i], err = c.mask(v.Name, names); err != nil {
				return nil, err
			}
			if masks[i] == 0 {
				return nil, fmt.Errorf("%s: option %s: no answers to %s are named", v.Name, match.Name, c.Name)
			}
		}
		m.masks = append(m.masks, masks)
	}
	return m, nil
}

// first returns the option of the first match that row meets, or -1.
func (m *matcher) first(row int, complete bool) int16 {
	for i, masks := range m.masks {
		met, asked := true, false
		for j, mask := range masks {
			if mask != 0 {
				asked = true
				met = met && m.columns[j].chosen(row)&mask != 0
			}
		}
		if met && (asked || complete) {
			return m.options[i]
		}
	}
	return -1
}

func (m *matcher) answers(row int) string {
	var parts []string
	for _, c := range m.columns {
		parts = append(parts, fmt.Sprintf("%s = %q", c.Name, c.Answer(row)))
	}
	return strings.Join(parts, " and ")
}
