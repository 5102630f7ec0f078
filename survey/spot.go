package survey

// Spot is a cell of a workbook. Row and Column count from 1.
type Spot struct {
	Sheet       string
	Row, Column int
}

// Turned says where the cells of a table stand that was made of sheets laid out
// otherwise, such as a form with a question in each row. By the table's row and
// column, both from 1; a row of the table may be shorter than others.
type Turned struct {
	At [][]Spot
}

// Spot returns where a cell of the table stands. Of a row alone, column 0, it
// tells the sheet of its first cell. ok is false where nothing is known of it;
// a nil Turned knows nothing.
func (t *Turned) Spot(row, column int) (at Spot, ok bool) {
	if t == nil || row < 1 || row > len(t.At) || column > len(t.At[row-1]) || len(t.At[row-1]) == 0 {
		return Spot{}, false
	}
	if column < 1 {
		return Spot{Sheet: t.At[row-1][0].Sheet}, true
	}
	at = t.At[row-1][column-1]
	return at, at.Row > 0
}
