package survey

import (
	"fmt"
	"slices"
)

// WithRoster returns d with a roster: blocks standing side by side in d's
// rows, until [Dataset.Reshape] makes cases of them. Every block is a dataset
// with d's rows and the same variables in the same order, read from its own
// sheet columns. The error says which block differs, or that the name is taken.
func (d *Dataset) WithRoster(name string, blocks ...*Dataset) (*Dataset, error) {
	if len(blocks) == 0 {
		return nil, fmt.Errorf("%s: roster %s has no blocks", d.unit, name)
	}
	if slices.Contains(d.Rosters(), name) {
		return nil, fmt.Errorf("%s: two rosters are called %s", d.unit, name)
	}
	for i, b := range blocks {
		if b.rows != d.rows {
			return nil, fmt.Errorf("%s: block %d of roster %s has %d rows, want %d", d.unit, i+1, name, b.rows, d.rows)
		}
		if !slices.EqualFunc(b.columns, blocks[0].columns, sameAnswers) {
			return nil, fmt.Errorf("%s: block %d of roster %s has other variables than block 1", d.unit, i+1, name)
		}
	}
	n := *d
	n.rosters = append(d.rosters[:len(d.rosters):len(d.rosters)], roster{name, slices.Clone(blocks)})
	return &n, nil
}

// sameAnswers reports whether answers of a and b can stand in one column.
func sameAnswers(a, b *Column) bool {
	return a.Name == b.Name && a.Kind == b.Kind &&
		slices.EqualFunc(a.Options, b.Options, func(a, b Option) bool { return a.Name == b.Name })
}

// Rosters returns the names of d's rosters.
func (d *Dataset) Rosters() []string {
	names := make([]string, len(d.rosters))
	for i, r := range d.rosters {
		names[i] = r.name
	}
	return names
}

// Blocks returns the blocks of the roster called name, or nil. The slice is
// not to be changed.
func (d *Dataset) Blocks(name string) []*Dataset {
	for _, r := range d.rosters {
		if r.name == name {
			return r.blocks
		}
	}
	return nil
}

// Blank reports whether row holds nothing but blanks and zeros.
func (d *Dataset) Blank(row int) bool {
	for _, c := range d.columns {
		if !c.Blank(row) {
			return false
		}
	}
	return true
}

// Reshape returns the cases of a roster: a row for every block in which the
// respondent wrote anything. A block with nothing but blanks and zeros is no
// case; a block partly filled is a case with values missing.
//
// The unit is named for the roster; see [Dataset.Named]. The columns are, with
// "case" for the roster's name:
//
//   - case_id, a text that identifies the case: the respondent's identity, a
//     hyphen and the block's number, as in "1017-2";
//   - case_number, the block's number, from 1;
//   - every column of d, so that a case carries its respondent; what identified
//     the respondent is an ordinary answer here, as it may occur many times;
//   - the roster's own questions.
//
// Cases stand in the order of the respondents and, within one, of the blocks.
// The respondent's identity is the first variable with RoleID. The error says
// that there is no such roster, or that a respondent with cases has no
// identity.
func (d *Dataset) Reshape(roster string) (*Dataset, error) {
	blocks := d.Blocks(roster)
	if blocks == nil {
		return nil, fmt.Errorf("%s: no roster %q", d.unit, roster)
	}
	at := slices.IndexFunc(d.columns, func(c *Column) bool { return c.Role == RoleID })
	if at < 0 {
		return nil, fmt.Errorf("%s: no variable identifies the respondent of a %s", d.unit, roster)
	}
	cs := d.filled(blocks)

	identity := d.columns[at]
	ids, numbers := make([]string, len(cs.rows)), make([]float64, len(cs.rows))
	for i, row := range cs.rows {
		respondent := identity.Answer(row)
		if respondent == "" {
			p := d.Cell(row, identity.Name)
			p.Message = "got no identity for a respondent with cases"
			return nil, p
		}
		ids[i] = fmt.Sprintf("%s-%d", respondent, cs.blocks[i]+1)
		numbers[i] = float64(cs.blocks[i] + 1)
	}
	columns := []*Column{
		NewText(Variable{Name: roster + "_id", Label: Words(roster), Role: RoleID}, ids, nil),
		NewNumber(Variable{Name: roster + "_number", Label: Words(roster), Kind: KindInteger}, numbers, nil),
	}
	for _, c := range d.columns {
		columns = append(columns, cs.carry(c))
	}
	for k := range blocks[0].columns {
		parts := make([]*Column, len(blocks))
		for b, block := range blocks {
			parts[b] = block.columns[k]
		}
		columns = append(columns, cs.unroll(parts))
	}

	origin := d.origin.pick(cs.rows)
	origin.Block = cs.blocks
	n, err := NewDataset(roster, len(cs.rows), origin, columns...)
	if err != nil {
		return nil, err
	}
	n.cases = &caseRows{roster: roster, respondents: cs.rows, own: blocks[0].Names()}
	return n.Noted(d.emptyBlocks(roster, blocks)...), nil
}

// cases says for each case which row of the respondents and which block it is,
// both from 0.
type cases struct{ rows, blocks []int }

func (d *Dataset) filled(blocks []*Dataset) cases {
	var cs cases
	for row := range d.rows {
		for b, block := range blocks {
			if !block.Blank(row) {
				cs.rows = append(cs.rows, row)
				cs.blocks = append(cs.blocks, b)
			}
		}
	}
	return cs
}

// carry returns the respondents' column c with a value per case.
func (cs cases) carry(c *Column) *Column {
	n := c.pick(cs.rows)
	if n.Role == RoleID {
		n.Role = RoleAnswer
	}
	return n
}

// unroll returns one column of the same question's column in every block.
func (cs cases) unroll(parts []*Column) *Column {
	n := &Column{
		Variable: parts[0].Variable,
		index:    gather(cs, parts, func(c *Column) []int16 { return c.index }),
		bits:     gather(cs, parts, func(c *Column) []uint64 { return c.bits }),
		numbers:  gather(cs, parts, func(c *Column) []float64 { return c.numbers }),
		texts:    gather(cs, parts, func(c *Column) []string { return c.texts }),
		missing:  gather(cs, parts, func(c *Column) []Missing { return c.missing }),
	}
	for _, c := range parts {
		if c.blocks == nil {
			return n
		}
	}
	for place := range parts[0].blocks { // of each file, its blocks
		for _, c := range parts {
			n.blocks = append(n.blocks, c.blocks[place])
		}
	}
	return n
}

// gather returns of each case the value that of finds in its block's column,
// or nil where no block has such values. A block without absences is all
// Present, the zero Missing.
func gather[T any](cs cases, parts []*Column, of func(*Column) []T) []T {
	values := make([][]T, len(parts))
	found := false
	for b, c := range parts {
		values[b] = of(c)
		found = found || values[b] != nil
	}
	if !found {
		return nil
	}
	gathered := make([]T, len(cs.rows))
	for i, row := range cs.rows {
		if v := values[cs.blocks[i]]; v != nil {
			gathered[i] = v[row]
		}
	}
	return gathered
}
