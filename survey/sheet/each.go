package sheet

// Each calls f for every row of a sheet that has cells, by rising number. It
// stops at the first error of f and returns it.
//
// The error is otherwise that of [Workbook.Read]. What is wrong may show only
// after f was called for the rows before it: rows that Each passed count only
// when it returns nil.
func (w *Workbook) Each(sheet string, f func(Row) error) error {
	g, err := w.Read(sheet)
	if err != nil {
		return err
	}
	var cells []Placed
	for _, r := range g.filled {
		cells = cells[:0]
		for i, c := range r.cells {
			p := Placed{Column: int(r.columns[i]) + 1, Cell: c}
			if c.Type == Number {
				p.Raw, p.Text = []byte(c.Text), ""
			}
			cells = append(cells, p)
		}
		if err := f(Row{Number: r.number, Cells: cells}); err != nil {
			return err
		}
	}
	return nil
}
