// Package sheet reads addressed, typed cells from .xlsx and .ods workbooks and
// from delimited text, and writes plain workbooks.
//
// [Open] tells what a file is by its first bytes and returns a [Workbook];
// [OpenWith] is told where a guess would be wrong. [Workbook.Each] passes one
// sheet [Row] by Row, however large it is; [Workbook.Read] returns a small one
// as a [Grid]. [Write] makes a workbook of [Sheet]s,
// [WriteFillIn] and [WritePages] one for people to fill in.
//
// Four things hold for every sheet that is read:
//
//   - A cell has the address Excel shows, whatever order or form the file
//     stores it in. Rows are never fewer than the file holds: where a part is
//     damaged there is a problem with sheet and row, and nothing read counts.
//   - A cell has the type the file gives it. Nothing is guessed from text, so
//     "007" is not a number and "1-2" is not a date; delimited text has only
//     text. How it is encoded and separated is guessed from all of it, and
//     [Workbook.Dialect] shows the guess.
//   - A formula whose value was never stored says so, and an error cell keeps
//     its error.
//   - No file takes more time and memory than its size calls for. Bounds that
//     no real workbook meets end in a problem.
//
// What is wrong with a file is a [survey.Problem]. What the cells mean is for
// packages platform and form to say.
//
// Note: excelize writes the workbooks but does not read them. Its row readers
// drop rows after an XML error, and cells whose style is empty, without an
// error.
package sheet
