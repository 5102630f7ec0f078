// Package figure draws tables.
//
// [New] takes a [crosstab.Table], a [Spec] that says how to draw it and a
// [Wording] that says how its numbers and labels are printed, and returns a
// [Figure]: a scene of rectangles, lines and texts laid out in points.
// [Figure.SVG] and [Figure.PNG] write that scene.
//
// A Spec without a kind gets the one that suits the table, by the rule of
// [Choose]. A [House] gives figures an organisation's own colours and font.
//
// These things hold for every Figure:
//
//   - It has no numbers of its own. What disclosure removed from the table is
//     neither drawn nor in a tooltip or alternative text.
//   - It has a title, a base and a source, and an alternative text.
//   - Text is never rotated, cut or printed over a bar's end or other text;
//     colours are not the only difference between two series.
//   - The same table gives the same bytes.
package figure
