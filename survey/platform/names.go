package platform

import (
	"errors"

	"stikprove/survey/sheet"
)

// Names returns the names that the variables of w's answers get, in the order
// of the columns. sheetName is as in [Recognise].
//
// No more than the first rows are read, however long the sheet: where what is
// further down decides, such as whether options of several answers are columns
// of their own, the names are those of the first rows. They are for people to
// choose among; the dataset that [Read] returns knows.
func Names(w *sheet.Workbook, sheetName string) ([]string, error) {
	l := &Layout{Platform: plain, Heading: 1, Headings: 1}
	if err := l.choose(w, sheetName, nil); err != nil {
		return nil, err
	}
	if err := l.look(); err != nil {
		return nil, err
	}
	var err error
	if l.table, err = loadFirst(l.page.workbook, l.Sheet, l.above()); err != nil {
		return nil, err
	}
	if err := l.further(); err != nil {
		return nil, err
	}
	var names []string
	for _, v := range l.Mapping().Variables {
		names = append(names, v.Name)
	}
	return names, nil
}

// loadFirst is [load] of the first rows below row above.
func loadFirst(w *sheet.Workbook, name string, above int) (*table, error) {
	t := &table{file: w.File(), sheet: name, delimited: w.Kind() == "delimited text"}
	n := counting{table: t, last: above}
	err := w.Each(name, func(row sheet.Row) error {
		if row.Number <= above {
			return nil
		}
		if len(t.rows) == headDepth {
			return errEnough
		}
		return t.loadRow(&n, row)
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, err
	}
	for _, s := range t.columns {
		if s != nil {
			s.finish(len(t.rows))
		}
	}
	return t, nil
}
