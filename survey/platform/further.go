package platform

import (
	"fmt"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// further adds the columns of the sheets that SurveyXact makes above 256
// columns: Dataset(2) and on, whose rows are those of Dataset(1).
func (l *Layout) further() error {
	if !strings.HasSuffix(l.Sheet, "(1)") {
		return nil
	}
	base := strings.TrimSuffix(l.Sheet, "(1)")
	for n := 2; l.page.workbook.Has(fmt.Sprintf("%s(%d)", base, n)); n++ {
		name := fmt.Sprintf("%s(%d)", base, n)
		head, err := readHead(l.page.workbook, name, 1)
		if err != nil {
			return err
		}
		more, err := load(l.page.workbook, name, l.above())
		if err != nil || len(head) == 0 {
			return err
		}
		if len(more.rows) != len(l.table.rows) {
			return survey.Problem{File: l.page.workbook.File(), Sheet: name, Message: fmt.Sprintf("%s rows of answers, want %s as in sheet %s",
				thousands(len(more.rows)), thousands(len(l.table.rows)), l.Sheet)}
		}
		first := &l.page.rows[l.page.at]
		for len(l.table.columns) < len(first.cells) {
			l.table.columns = append(l.table.columns, nil)
		}
		for len(first.cells) < len(l.table.columns) {
			first.cells = append(first.cells, sheet.Cell{})
		}
		l.table.parts = append(l.table.parts, part{name, len(l.table.columns)})
		for column, c := range head[0].cells {
			if again := l.twice(c, more.store(column+1)); again == nil {
				first.cells, l.table.columns = append(first.cells, sheet.Cell{}), append(l.table.columns, nil)
			} else {
				first.cells, l.table.columns = append(first.cells, *again), append(l.table.columns, more.store(column+1))
			}
		}
	}
	return nil
}

// twice returns nil where a column of a further sheet repeats one of the
// first, cell by cell, and otherwise its heading.
func (l *Layout) twice(heading sheet.Cell, s *store) *sheet.Cell {
	for column, c := range l.page.rows[l.page.at].cells {
		if blank(c) || key(cellText(c)) != key(cellText(heading)) {
			continue
		}
		for i := range l.table.rows {
			if cellText(l.table.cell(i, column+1)) != cellText(s.cell(i)) {
				return &heading
			}
		}
		return nil
	}
	return &heading
}
