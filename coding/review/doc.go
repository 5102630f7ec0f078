// Package review is the worksheet on which people check and correct codings,
// and its way back.
//
// A [Sheet] is made in one of three kinds: for review, with suggestions; blind,
// for a second coder; and for adjudication, with two coders' codes side by side.
// [Sheet.Write] writes it as a workbook with drop-downs. [Read] reads a filled-in
// workbook, [Filled.Merge] checks it against the study and gives the decisions
// that come of it, and [WriteDecisions] puts them in the study's file. [ReadCodes]
// reads what a coder did from a workbook or a delimited file, to be compared.
//
// These things hold:
//
//   - A row is what it was: its id, its text and its suggestion are under one
//     check sum, so that none can be changed without being seen.
//   - A suggestion that nobody touched is not a decision.
//   - Nobody's decision is overwritten by another.
//   - Either all of a workbook is taken in or nothing.
//   - No message repeats what stands in a cell; ids are the study's own.
package review
