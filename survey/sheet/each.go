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
	_, err := w.source.each(w.file, s, f)
	return err
}
