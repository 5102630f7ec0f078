package survey

import (
	"fmt"
	"slices"
)

// Origin says where a dataset's rows were read: the sheet row, counted from 1,
// of each row, and the roster block it stood in, counted from 0.
type Origin struct {
	File  string
	Sheet string // empty for delimited text
	Rows  []int
	Block []int // nil where no row came from a roster

	// Places and Place say where rows stand that came from several files:
	// Place is, per row, an index into Places, which take the place of File
	// and Sheet. Both are nil where all rows came from one sheet.
	Places []Place
	Place  []int

	// Further are sheets whose columns stand behind those of Sheet in the same
	// rows, rising by After; nil where one sheet has them all.
	Further []Further

	// Turned says where cells stand if the rows were made of sheets laid out
	// otherwise; nil where they are as they were read.
	Turned *Turned
}

// Further is a sheet with further columns of the same rows. After is the
// number of columns before its own.
type Further struct {
	Sheet string
	After int
}

// Place is a sheet of a file.
type Place struct {
	File, Sheet string
	Turned      *Turned // as in [Origin]
}

// Dataset is typed columns over the rows of one unit. It is immutable.
type Dataset struct {
	unit    string
	rows    int
	columns []*Column
	byName  map[string]int
	origin  Origin
	rosters []roster  // blocks side by side, until reshaped
	notes   []Problem // what was noticed and does not stop a run
	cases   *caseRows // where rows are cases of respondents
	apart   *Dataset  // rows that do not count, see Unrepeated; nil for none
}

// roster is the blocks of one roster, each a dataset with d's rows.
type roster struct {
	name   string
	blocks []*Dataset
}

// NewDataset returns a dataset of unit, such as "jobcentres", with the given
// columns, which must have equally many rows and different names; the error
// names the first that has not.
func NewDataset(unit string, rows int, origin Origin, columns ...*Column) (*Dataset, error) {
	d := &Dataset{unit: unit, rows: rows, origin: origin, byName: make(map[string]int, len(columns))}
	for _, c := range columns {
		if c.Rows() != rows {
			return nil, fmt.Errorf("%s: variable %s has %d rows, want %d", unit, c.Name, c.Rows(), rows)
		}
		if _, taken := d.byName[c.Name]; taken {
			return nil, fmt.Errorf("%s: two variables are called %s", unit, c.Name)
		}
		d.byName[c.Name] = len(d.columns)
		d.columns = append(d.columns, c)
	}
	return d, nil
}

// Unit names what a row is.
func (d *Dataset) Unit() string { return d.unit }

// Rows returns the number of rows.
func (d *Dataset) Rows() int { return d.rows }

// Origin returns where the rows were read.
func (d *Dataset) Origin() Origin { return d.origin }

// Columns returns the columns in order. The slice is not to be changed.
func (d *Dataset) Columns() []*Column { return d.columns }

// Names returns the names of the columns in order.
func (d *Dataset) Names() []string {
	names := make([]string, len(d.columns))
	for i, c := range d.columns {
		names[i] = c.Name
	}
	return names
}

// Column returns the column called name, or nil.
func (d *Dataset) Column(name string) *Column {
	if i, ok := d.byName[name]; ok {
		return d.columns[i]
	}
	return nil
}

// With returns d with further columns. The error is NewDataset's.
func (d *Dataset) With(columns ...*Column) (*Dataset, error) {
	n, err := NewDataset(d.unit, d.rows, d.origin, append(d.columns[:len(d.columns):len(d.columns)], columns...)...)
	if err != nil {
		return nil, err
	}
	n.rosters, n.notes, n.cases = d.rosters, d.notes, d.cases
	return n, nil
}

// WithFirst returns d with a column before the others. The error is
// NewDataset's.
func (d *Dataset) WithFirst(c *Column) (*Dataset, error) {
	n, err := NewDataset(d.unit, d.rows, d.origin, append([]*Column{c}, d.columns...)...)
	if err != nil {
		return nil, err
	}
	n.rosters, n.notes, n.cases = d.rosters, d.notes, d.cases
	return n, nil
}

// Named returns d with another name for what a row is.
func (d *Dataset) Named(unit string) *Dataset {
	n := *d
	n.unit = unit
	return &n
}

// Marked returns d with another role of the variable called name.
func (d *Dataset) Marked(name string, role Role) *Dataset {
	at, ok := d.byName[name]
	if !ok {
		return d
	}
	n, marked := *d, *d.columns[at]
	marked.Role = role
	n.columns = slices.Clone(d.columns)
	n.columns[at] = &marked
	return &n
}

// Rewritten returns d with every text as the function writes it.
func (d *Dataset) Rewritten(write func(string) string) *Dataset {
	n := *d
	n.columns = slices.Clone(d.columns)
	for i, c := range d.columns {
		if c.Kind != KindText {
			continue
		}
		rewritten := *c
		rewritten.texts = slices.Clone(c.texts)
		for k, text := range c.texts {
			rewritten.texts[k] = write(text)
		}
		n.columns[i] = &rewritten
	}
	return &n
}

// Noted returns d with further notes: what was noticed while reading and does
// not stop a run.
func (d *Dataset) Noted(notes ...Problem) *Dataset {
	n := *d
	n.notes = append(d.notes[:len(d.notes):len(d.notes)], notes...)
	return &n
}

// Notes returns what was noticed while reading. The slice is not to be
// changed.
func (d *Dataset) Notes() []Problem { return d.notes }

// Cell returns the address of row's value of the variable called name, as a
// Problem without words; of a question with a column per option it is the
// first option's. The column is 0 where the value was derived. A case's
// respondent's answers may stand in another file than the case.
func (d *Dataset) Cell(row int, name string) Problem {
	c, origin := d.Column(name), &d.origin
	if c != nil && c.home != nil {
		origin, row = &c.home.origin, c.home.rows[row]
	}
	p := Problem{File: origin.File, Sheet: origin.Sheet, Variable: name}
	if row < len(origin.Rows) {
		p.Row = origin.Rows[row]
	}
	turned, block := origin.Turned, 0
	if origin.Block != nil {
		block = origin.Block[row]
	}
	if origin.Place != nil {
		place := origin.Place[row]
		p.File, p.Sheet, turned = origin.Places[place].File, origin.Places[place].Sheet, origin.Places[place].Turned
		if c != nil && len(c.blocks) > len(origin.Places) { // of each file, its blocks
			block += place * (len(c.blocks) / len(origin.Places))
		} else {
			block = place
		}
	}
	if c != nil && c.blocks != nil {
		if len(c.blocks) == 1 {
			block = 0
		}
		if columns := c.blocks[block]; len(columns) > 0 {
			p.Column = columns[0]
			for _, further := range origin.Further {
				if columns[0] > further.After {
					p.Sheet, p.Column = further.Sheet, columns[0]-further.After
				}
			}
		}
	}
	if at, ok := turned.Spot(p.Row, p.Column); ok {
		p.Sheet, p.Row, p.Column = at.Sheet, at.Row, at.Column
	} else if turned != nil {
		p.Row, p.Column = 0, 0 // the table's own, which nobody can look up
	}
	return p
}
