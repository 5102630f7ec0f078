package platform

import (
	"fmt"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// counting is what is known of the rows of a table while they are read.
type counting struct {
	*table
	last  int // row with something in it
	width int // columns with something in them
	cells int

	expected int // rows; 0 where nobody knows
}

// cell counts a cell that is not blank in a column counted from 1, which then
// has a store.
func (n *counting) cell(column int) {
	for len(n.columns) < column {
		n.columns = append(n.columns, nil)
	}
	if n.columns[column-1] == nil {
		n.columns[column-1] = newStore(n.expected)
		n.width++
	}
	n.cells++
}

// row adds a row that has something in it.
func (n *counting) row(number int) error {
	if number > n.last+1 {
		n.blank += number - n.last - 1
		n.gaps = append(n.gaps, len(n.rows))
	}
	n.last = number
	if n.rows == nil {
		n.rows = make([]int, 0, n.expected)
	}
	n.rows = append(n.rows, number)
	if sparse(len(n.rows), n.width, n.cells) {
		return survey.Problem{File: n.file, Sheet: n.sheet, Row: number, Message: fmt.Sprintf(
			"down to here %s cells are spread over %s rows and %s columns, as in no real sheet, and are not read", thousands(n.cells), thousands(len(n.rows)), thousands(n.width))}
	}
	return nil
}

// count adds the k-th row of a block and returns its place in the table, -1
// where it is above the answers or has nothing in it.
func (n *counting) count(b *sheet.Block, k, above int) (int, error) {
	if b.First+k <= above {
		return -1, nil
	}
	before := n.cells
	for column := range b.Width(k) {
		if !blankText(b.Field(k, column)) {
			n.cell(column + 1)
		}
	}
	if n.cells == before {
		return -1, nil
	}
	return len(n.rows), n.row(b.First + k)
}

// sparse reports whether cells are strewn over so many rows and columns that a
// small file would need a large dataset: a million rows of thirty columns with
// fewer than one cell in a hundred filled.
func sparse(rows, columns, cells int) bool {
	return rows*columns > 30_000_000 && cells < rows*columns/100
}
