// Package chart writes a [report.Chart] as the parts that office programs draw
// it from: the chart's XML and, for one in a text, the workbook that opens when
// somebody asks to edit its data. One on a sheet of a workbook draws cells there.
//
// These things hold for every chart:
//
//   - It holds what is printed and no more: whole percentages, the ends of
//     intervals where they are drawn, and an empty cell where one is hidden. On a
//     sheet it holds what the cells do.
//   - Elements come in the order of the standard (ECMA-376, Part 1, 21.2).
//   - No label stands over the end of a bar or its interval.
//   - The same chart gives the same bytes.
//
// Notes and alternative texts are the document's around it, and so is the title
// of one in a text.
package chart
