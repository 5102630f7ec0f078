// Package crosstab cross-tabulates a sample.
//
// A [Spec] says what goes in the rows and columns, which units count, and
// which way percentages run. [Build] applies it to a [sample.Sample] and
// returns a [Table] of unrounded estimates.
//
// Three things hold for every Table:
//
//   - It knows its base: how many units, of what, drawn how, and whether
//     don't-knows are among them.
//   - Rows of kind [Category] partition the base. A [Net] is the sum or the
//     union of rows it names; an [OfWhich] row overlaps the categories and is
//     never summed; rows of kind [Answer] are answers of which a unit may give
//     several.
//   - Estimates account for the design. There is no way to build a Table from
//     data whose design is unstated; a census is a design too.
//
// A table has at most one test, which its kind and its design choose before any
// p is seen, see [Methods] for those that a Spec may name instead; the statistics
// are those of package association. Columns are compared two by two where the
// Spec asks for letters. [Guarded] takes away what tests and letters would tell
// of hidden cells, and [Whole] makes percentages add to 100.
//
// [Compare] holds a table against the same of an earlier wave of a study, row by
// row, with a [Verdict] that words about it may not exceed.
//
// [Parts] builds the tables of several row variables by several column
// variables, and [Banner] sets them as one after they have been protected.
//
// Cells that must not be printed are removed by package disclosure; figures
// and documents are made from Tables by package report.
package crosstab
