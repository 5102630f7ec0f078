// Package survey holds what was asked and what was answered.
//
// An [Instrument] is the questionnaire as fielded: its [Question]s, their
// [Option]s, the [Roster]s repeated per sampled case and the [Rule]s that route
// and constrain. A [Dataset] is what came back: typed [Column]s, one row per
// named unit. [Dataset.Reshape] turns roster blocks standing side by side into
// a dataset whose rows are the cases; [Dataset.Joined] makes the same of cases
// that came in sheets and files by themselves. [Dataset.Violations] holds
// [EditRule]s against the rows.
//
// These things hold for every Dataset:
//
//   - It is immutable. Deriving a variable gives a new Dataset that shares the
//     columns it did not touch.
//   - Every value knows the cell it came from, unless it was derived; a cell
//     address is computed from one row number and one column number.
//   - A value that is not there is absent in one of three ways, see [Missing].
//     "Don't know" is not one of them: it is an answer, an option whose
//     [Meaning] says so.
//
// What is wrong with the input is a [Problem], one line with an address.
// Reading workbooks is done by packages sheet, platform and form; how the units
// came to be in the data is package sample's matter.
package survey
