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
// Cells that must not be printed are removed by package disclosure; figures
// and documents are made from Tables by package report.
package crosstab
