package sheet

// Row is one row of a sheet as [Workbook.Each] passes it.
type Row struct {
	// Number is the row's, counted from 1.
	Number int
	// Hidden says that Excel does not show the row, by hand or by a filter.
	Hidden bool
	// Cells are the cells with something in them, by rising column. The slice
	// and what Raw points to are the caller's until its function returns.
	Cells []Placed

	fraction float64 // of the sheet that was read; 0 where it is not known
}

// Placed is a cell and the column it stands in.
type Placed struct {
	Column int // counted from 1
	Cell
	// Raw is the text of a Number as the file stores it. Text is empty there,
	// so that a million numbers make no million strings.
	Raw []byte
}

// Whole returns the cell as a Grid has it, with the Text of a Number.
func (p Placed) Whole() Cell {
	if p.Type == Number && p.Text == "" {
		p.Text = string(p.Raw)
	}
	return p.Cell
}

// Range is a block of cells; rows and columns are counted from 1 and the last
// ones belong to it.
type Range struct{ FirstRow, FirstColumn, LastRow, LastColumn int }
