package platform

import (
	"stikprove/survey"
	xlsform "stikprove/survey/form"
	"stikprove/survey/sheet"
)

// fillInPlatform is this program's own forms. They are not sheets of answers,
// so that they are recognised before sheets are looked at: see [Layout.fillIn].
var fillInPlatform = platform{
	name: "stikprove", title: "a form of Stikprøve",
	sees: func(*page) (float64, string, int) { return 0, "", 0 },
}

// fillIn lays out a form that was filled in as a table with one row of
// headings, whose cells know where they stand in the form.
func (l *Layout) fillIn(w *sheet.Workbook, sheetName string) error {
	filled, err := xlsform.ReadFilled(w, sheetName)
	if err != nil {
		return err
	}
	l.Platform, l.Confidence, l.By, l.Sheet = fillInPlatform.name, 1, "the sheet that its lists are in", filled.Sheet
	head := headRow{number: 1}
	for _, h := range filled.Headings {
		head.cells = append(head.cells, sheet.Cell{Type: sheet.Text, Text: h})
	}
	l.page = &page{workbook: w, sheet: filled.Sheet, rows: []headRow{head}}
	t := &table{file: w.File(), sheet: filled.Sheet, turned: &survey.Turned{At: filled.At}}
	n := counting{table: t, last: 1}
	for i, row := range filled.Rows {
		before := n.cells
		for k, c := range row {
			if blank(c) {
				continue
			}
			n.cell(k + 1)
			t.columns[k].add(len(t.rows), &sheet.Placed{Column: k + 1, Cell: c})
		}
		if n.cells == before {
			n.last = i + 2
			continue
		}
		if err := n.row(i + 2); err != nil {
			return err
		}
	}
	for len(t.columns) < len(filled.Headings) {
		t.columns = append(t.columns, nil)
	}
	for _, s := range t.columns {
		if s != nil {
			s.finish(len(t.rows))
		}
	}
	l.table = t
	return nil
}

// Columns returns the headings of the columns, as far as they are known before
// the answers are read.
func (l *Layout) Columns() []string { return l.page.row(0) }
