package platform

import (
	"errors"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// headDepth is how many rows with cells are looked at to recognise a layout.
const headDepth = 40

// headRow is one of the first rows of a sheet.
type headRow struct {
	number int
	cells  []sheet.Cell // by column from 0
}

// text returns the words of the cell in a column counted from 0.
func (h headRow) text(column int) string {
	if column >= len(h.cells) {
		return ""
	}
	return oneLine(cellText(h.cells[column]))
}

// errEnough stops the reading of a sheet whose first rows are enough.
var errEnough = errors.New("enough")

// readHead returns the first rows with something in them, and how many there
// are.
func readHead(w *sheet.Workbook, name string, most int) ([]headRow, error) {
	var head []headRow
	err := w.Each(name, func(row sheet.Row) error {
		if len(head) == most {
			return errEnough
		}
		h := headRow{number: row.Number}
		for _, p := range row.Cells {
			if !blank(p.Cell) {
				for len(h.cells) < p.Column {
					h.cells = append(h.cells, sheet.Cell{})
				}
				h.cells[p.Column-1] = p.Whole()
			}
		}
		if len(h.cells) > 0 {
			head = append(head, h)
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return head, err
}

// table is the rows of a sheet below its headings, column by column.
type table struct {
	file, sheet string
	delimited   bool
	rows        []int    // sheet rows with values, from 1
	columns     []*store // nil where nothing stands, as between A and XFD
	blank       int      // rows between them and after them with nothing in them
	hidden      int      // rows among them that Excel does not show
	parts       []part
	gaps        []int          // places in rows that follow a row of nothing
	turned      *survey.Turned // of a form that was filled in; nil where the rows are a sheet's
}

// part is a further sheet whose columns stand behind those of the first.
type part struct {
	sheet string
	after int // columns before its own
}

// place returns the sheet of a column and its number there.
func (t *table) place(column int) (string, int) {
	name, after := t.sheet, 0
	for _, p := range t.parts {
		if column > p.after {
			name, after = p.sheet, p.after
		}
	}
	return name, column - after
}

// further returns the sheets that a dataset's columns came from besides its
// first.
func (t *table) further() []survey.Further {
	var sheets []survey.Further
	for _, p := range t.parts {
		sheets = append(sheets, survey.Further{Sheet: p.sheet, After: p.after})
	}
	return sheets
}

// load reads the rows of a sheet below row above.
func load(w *sheet.Workbook, name string, above int) (*table, error) {
	t := &table{file: w.File(), sheet: name, delimited: w.Kind() == "delimited text"}
	var err error
	if t.delimited && w.Has(name) {
		t.sheet = ""
		err = t.loadText(w, above)
	} else {
		err = t.loadCells(w, name, above)
	}
	if err != nil {
		return nil, err
	}
	sideBySide(len(t.columns), func(i int) {
		if s := t.columns[i]; s != nil {
			s.finish(len(t.rows))
		}
	})
	return t, nil
}

// loadCells is load of a workbook.
func (t *table) loadCells(w *sheet.Workbook, name string, above int) error {
	n := counting{table: t, last: above}
	return w.Each(name, func(row sheet.Row) error {
		if row.Number <= above {
			return nil
		}
		return t.loadRow(&n, row)
	})
}

// loadRow keeps a row that has something in it.
func (t *table) loadRow(n *counting, row sheet.Row) error {
	i, before := len(t.rows), n.cells
	for k := range row.Cells {
		p := &row.Cells[k]
		if p.Type != sheet.Number && blank(p.Cell) {
			continue
		}
		n.cell(p.Column)
		t.columns[p.Column-1].add(i, p)
	}
	if n.cells == before {
		return nil
	}
	if row.Hidden {
		t.hidden++
	}
	return n.row(row.Number)
}

// store returns the cells of a column counted from 1, or nil.
func (t *table) store(column int) *store {
	if column < 1 || column > len(t.columns) {
		return nil
	}
	return t.columns[column-1]
}

// cell returns a cell of the i-th row, from 0, in a column counted from 1.
func (t *table) cell(i, column int) sheet.Cell { return t.store(column).cell(i) }
