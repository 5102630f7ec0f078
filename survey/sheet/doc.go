// Package sheet reads a grid of addressed, typed cells from an .xlsx workbook
// or from delimited text, and writes plain workbooks.
//
// [Open] tells what a file is by its first bytes and returns a [Workbook].
// [Workbook.Read] returns one sheet as a [Grid] of [Cell]s, and [Write] makes
// a workbook of [Sheet]s.
//
// Three things hold for every Grid:
//
//   - A cell has the address Excel shows, whatever order or form the file
//     stores it in. Rows are never fewer than the file holds: where a part is
//     damaged there is a problem with sheet and row, and no Grid.
//   - A cell has the type the file gives it. Nothing is guessed from text, so
//     "007" is not a number and "1-2" is not a date; delimited text has only
//     text.
//   - A formula whose value was never stored says so, and an error cell keeps
//     its error.
//
// What is wrong with a file is a [survey.Problem]. What the cells mean is for
// packages platform and form to say.
//
// Note: excelize writes the workbooks but does not read them. Its row readers
// drop rows after an XML error, and cells whose style is empty, without an
// error.
package sheet
