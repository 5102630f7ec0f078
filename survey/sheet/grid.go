package sheet

import (
	"slices"
	"strings"
	"unicode"
)

// Limits of a sheet in Excel. A workbook that claims more is refused.
const (
	MaxRows    = 1_048_576
	MaxColumns = 16_384
)

// CellType says what kind of value a cell holds.
type CellType uint8

// The types of a cell. A cell of delimited text is Empty or Text.
const (
	Empty  CellType = iota // no value, or text of no length
	Text                   // text, blanks kept
	Number                 // a number not shown as a date
	Date                   // a number shown as a date, a time of day or both
	Bool                   // TRUE or FALSE
	Error                  // an error such as #N/A; its name is the text
)

// String returns the type in words fit for a message: "a number".
func (t CellType) String() string {
	switch t {
	case Text:
		return "text"
	case Number:
		return "a number"
	case Date:
		return "a date"
	case Bool:
		return "TRUE or FALSE"
	case Error:
		return "an error"
	}
	return "an empty cell"
}

// Cell is one value of a sheet. The zero Cell is an empty one.
type Cell struct {
	// Text is the value as text. A number is as the file stores it, with a
	// decimal point; a date is 2015-03-01, 2015-03-01T14:30:00 or, where only
	// a time of day is shown, 14:30:00; a Bool is TRUE or FALSE.
	Text string
	// Number is the value of a Number; of a Date the days since 1970-01-01
	// with the time of day as a fraction (a time of day alone is in [0, 1));
	// of a Bool 0 or 1.
	Number float64
	Type   CellType
	// Formula says that a formula computed the value.
	Formula bool
	// Uncached says that the file holds a formula and no value for it. The
	// cell is then Empty.
	Uncached bool
}

// Blank reports whether the cell shows nothing. A formula without a stored
// value is not blank: nobody knows what it shows.
func (c Cell) Blank() bool {
	return !c.Uncached && (c.Type == Empty || c.Type == Text && strings.TrimFunc(c.Text, unicode.IsSpace) == "")
}

// Grid is the cells of one sheet. It is immutable.
type Grid struct {
	file, sheet   string
	rows, columns int
	filled        []gridRow // rows with cells, by number
	hidden        map[int]bool
	merged        []Range
}

// gridRow is the cells of a row that have something in them. Columns are
// rising; both slices are equally long.
type gridRow struct {
	number  int
	columns []uint16 // counted from 0, so that the last fits
	cells   []Cell
}

// File returns the base name of the file, as used in messages.
func (g *Grid) File() string { return g.file }

// Sheet returns the name of the sheet, empty for delimited text.
func (g *Grid) Sheet() string { return g.sheet }

// Rows returns the number of the last row with a cell that is not blank. Cells
// of nothing but spaces are blank.
func (g *Grid) Rows() int { return g.rows }

// Columns returns the number of the last column with a cell that is not blank.
func (g *Grid) Columns() int { return g.columns }

// Hidden reports whether Excel does not show a row, counted from 1.
func (g *Grid) Hidden(row int) bool { return g.hidden[row] }

// Merged returns the merged cells, as the file lists them. The value of a
// merged cell is in its first row and column.
func (g *Grid) Merged() []Range { return g.merged }

// Cell returns the cell in row and column, both counted from 1, and the zero
// Cell outside the grid.
func (g *Grid) Cell(row, column int) Cell {
	if row < 1 || column < 1 || column > MaxColumns {
		return Cell{}
	}
	// Most sheets have no gaps, so the place is tried before it is searched.
	i := row - 1
	if i >= len(g.filled) || g.filled[i].number != row {
		var found bool
		i, found = slices.BinarySearchFunc(g.filled, row, func(r gridRow, n int) int { return r.number - n })
		if !found {
			return Cell{}
		}
	}
	r := &g.filled[i]
	j := column - 1
	if j >= len(r.columns) || int(r.columns[j]) != column-1 {
		var found bool
		j, found = slices.BinarySearch(r.columns, uint16(column-1))
		if !found {
			return Cell{}
		}
	}
	return r.cells[j]
}

// add adds a row, whose number is above that of the one before.
func (g *Grid) add(row Row, numbers *interner) error {
	r := gridRow{number: row.Number, columns: make([]uint16, len(row.Cells)), cells: make([]Cell, len(row.Cells))}
	for i, c := range row.Cells {
		if c.Type == Number {
			c.Text = numbers.text(c.Raw, plainText)
		}
		r.columns[i], r.cells[i] = uint16(c.Column-1), c.Cell
		if !c.Blank() {
			g.rows = max(g.rows, row.Number)
			g.columns = max(g.columns, c.Column)
		}
	}
	if row.Hidden {
		if g.hidden == nil {
			g.hidden = make(map[int]bool)
		}
		g.hidden[row.Number] = true
	}
	g.filled = append(g.filled, r)
	return nil
}
