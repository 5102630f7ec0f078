package crosstab

import (
	"fmt"

	"stikprove/survey"
)

// Row returns the number of the row called id. The error names the nearest id:
//
//	no row "phisical" in table condition; did you mean "physical"?
func (t *Table) Row(id string) (int, error) {
	ids := make([]string, len(t.Rows))
	for i, r := range t.Rows {
		if r.ID == id {
			return i, nil
		}
		ids[i] = r.ID
	}
	return -1, fmt.Errorf("no row %q in table %s%s", id, t.ID, survey.DidYouMean(id, ids))
}

// Column returns the number of the column called id, or of All for "". The
// error names the nearest id.
func (t *Table) Column(id string) (int, error) {
	if id == "" {
		id = AllID
	}
	ids := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		if c.ID == id {
			return i, nil
		}
		ids[i] = c.ID
	}
	return -1, fmt.Errorf("no column %q in table %s%s", id, t.ID, survey.DidYouMean(id, ids))
}

// Cell returns the cell of the row and column called so, the column All for
// "". The errors are those of Row and Column.
func (t *Table) Cell(row, column string) (Cell, error) {
	r, err := t.Row(row)
	if err != nil {
		return Cell{}, err
	}
	c, err := t.Column(column)
	if err != nil {
		return Cell{}, err
	}
	return t.Cells[r][c], nil
}
