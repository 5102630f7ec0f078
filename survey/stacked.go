package survey

import (
	"fmt"
	"slices"
)

// Stacked returns the rows of several datasets as one of unit: of files that
// hold the same questions, each for other respondents, with their rosters. Every
// row knows the file it stands in. A variable that is numbers in one file and decimals in another
// is decimals; where kinds differ otherwise, it is text; one without any value
// in a file takes the others' kind.
//
// The error is [Problems]: a variable that a file does not have, and options
// that differ. It panics where there are no parts.
func Stacked(unit string, parts ...*Dataset) (*Dataset, error) {
	var names []string
	rows := 0
	for _, p := range parts {
		rows += p.rows
		for _, c := range p.columns {
			if !slices.Contains(names, c.Name) {
				names = append(names, c.Name)
			}
		}
	}
	var problems Problems
	var columns []*Column
	for _, name := range names {
		c, err := stack(name, parts)
		problems = append(problems, err...)
		if c != nil {
			columns = append(columns, c)
		}
	}
	if problems != nil {
		return nil, problems.Err()
	}
	origin := Origin{File: parts[0].origin.File, Sheet: parts[0].origin.Sheet, Further: parts[0].origin.Further, Turned: parts[0].origin.Turned}
	if len(parts) > 1 {
		origin = Origin{Place: make([]int, 0, rows), Rows: make([]int, 0, rows)}
	}
	for k, p := range parts {
		if len(parts) == 1 {
			origin.Rows = p.origin.Rows
		} else {
			origin.Rows = append(origin.Rows, p.origin.Rows...)
			origin.Places = append(origin.Places, Place{p.origin.File, p.origin.Sheet, p.origin.Turned})
			origin.Place = append(origin.Place, slices.Repeat([]int{k}, p.rows)...)
		}
	}
	d, err := NewDataset(unit, rows, origin, columns...)
	if err != nil {
		return nil, err
	}
	for _, p := range parts {
		d = d.Noted(p.notes...)
	}
	return d.stackRosters(parts)
}

// stackRosters returns d with the rosters of its parts, block by block.
func (d *Dataset) stackRosters(parts []*Dataset) (*Dataset, error) {
	for _, name := range parts[0].Rosters() {
		var blocks []*Dataset
		for k := range parts[0].Blocks(name) {
			var same []*Dataset
			for _, p := range parts {
				if of := p.Blocks(name); k < len(of) {
					same = append(same, of[k])
				}
			}
			if len(same) < len(parts) {
				return nil, Problem{File: d.origin.File, Variable: name, Message: "the files have different numbers of blocks"}
			}
			block, err := Stacked(name, same...)
			if err != nil {
				return nil, err
			}
			blocks = append(blocks, block)
		}
		var err error
		if d, err = d.WithRoster(name, blocks...); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// stack returns one column of the parts' columns called name.
func stack(name string, parts []*Dataset) (*Column, Problems) {
	var problems Problems
	var model *Column // the first with a value
	var home string   // the file of the first that has it
	kind := KindText
	for _, p := range parts {
		c := p.Column(name)
		if c == nil {
			continue
		}
		if home == "" {
			home = p.origin.File
		}
		switch {
		case model == nil && (c.empty() && c.Kind == KindText):
		case model == nil:
			model, kind = c, c.Kind
		case c.empty() && c.Kind == KindText, c.Kind == kind:
		case bothNumbers(c.Kind, kind):
			kind = KindDecimal
		default:
			kind = KindText
		}
	}
	for _, p := range parts {
		c := p.Column(name)
		switch {
		case c == nil:
			problems = append(problems, Problem{File: p.origin.File, Sheet: p.origin.Sheet, Message: fmt.Sprintf("no column for %s, which %s has", Quote(name), home)})
		case kind == KindSingle || kind == KindMultiple:
			if c.Kind == kind && !sameAnswers(c, model) {
				problems = append(problems, Problem{File: p.origin.File, Sheet: p.origin.Sheet, Variable: name, Message: "has other options than in " + home})
			}
		}
	}
	if problems != nil {
		return nil, problems
	}
	if model == nil {
		model = parts[0].Column(name)
	}
	return stackAs(kind, model, name, parts), nil
}

func bothNumbers(a, b Kind) bool {
	return (a == KindInteger || a == KindDecimal) && (b == KindInteger || b == KindDecimal)
}

// empty reports whether every value is absent.
func (c *Column) empty() bool {
	for i := range c.Rows() {
		if c.Missing(i) == Present {
			return false
		}
	}
	return true
}

// stackAs puts the parts' values below each other as values of kind.
func stackAs(kind Kind, model *Column, name string, parts []*Dataset) *Column {
	if len(parts) == 1 && model.Kind == kind {
		n := *parts[0].Column(name) // nothing stands below it
		n.home = nil
		if len(n.blocks) != 1 {
			n.blocks = nil
		}
		return &n
	}
	n := &Column{Variable: model.Variable}
	n.Kind = kind
	read := true
	for _, p := range parts {
		c := p.Column(name)
		for i := range c.Rows() {
			n.missing = append(n.missing, c.Missing(i))
		}
		switch kind {
		case KindText:
			for i := range c.Rows() {
				n.texts = append(n.texts, c.Answer(i))
			}
		case KindSingle:
			n.index = append(n.index, orAbsent(c.index, c.Rows(), -1)...)
		case KindMultiple:
			n.bits = append(n.bits, orAbsent(c.bits, c.Rows(), 0)...)
		default:
			n.numbers = append(n.numbers, orAbsent(c.numbers, c.Rows(), 0)...)
		}
		read = read && len(c.blocks) == 1
	}
	for _, p := range parts {
		if read && len(parts) > 1 {
			n.blocks = append(n.blocks, p.Column(name).blocks[0])
		} else if read {
			n.blocks = p.Column(name).blocks
		}
	}
	return n
}

// orAbsent returns values or, of a column of another kind without any value,
// rows that hold nothing.
func orAbsent[T any](values []T, rows int, nothing T) []T {
	if values == nil {
		return slices.Repeat([]T{nothing}, rows)
	}
	return values
}
