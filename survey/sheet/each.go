package sheet

import "stikprove/survey"

// Each calls f for every row of a sheet that has cells, by rising number. It
// stops at the first error of f and returns it. However large the sheet, no
// more of it is held in memory than a row and the texts that cells share.
//
// The error is otherwise that of [Workbook.Read]. What is wrong may show only
// after f was called for the rows before it: rows that Each passed count only
// when it returns nil.
func (w *Workbook) Each(sheet string, f func(Row) error) error {
	s, ok := w.find(sheet)
	if !ok {
		return survey.Problem{File: w.file, Message: w.noSheet(sheet)}
	}
	_, err := w.source.each(w.file, s, w.told(s, f))
	return err
}

// Merged returns the merged cells of a sheet, as the file lists them, without
// holding its rows. It reads the sheet to its end, where they stand.
func (w *Workbook) Merged(sheet string) ([]Range, error) {
	s, ok := w.find(sheet)
	if !ok {
		return nil, survey.Problem{File: w.file, Message: w.noSheet(sheet)}
	}
	return w.source.each(w.file, s, func(Row) error { return nil })
}
