// Package docx writes a [report.Document] as a Word file that people go on
// working in, and brings the numbers of such a file up to date.
//
// [Write] lays the document in a [Template]: the house's, or ours where there
// is none. Styles are found by name, in Danish or English, and those the
// template lacks are added. [Update] finds the numbers of a document in a file
// that was written before and edited since, and returns the file with those
// numbers renewed and the list of what changed.
//
// These things hold for every file:
//
//   - Each computed number stands in a content control whose tag says which it
//     is: "condition/physical/pct" in the text, "cell:condition/physical/pct"
//     in a table, "figure:condition" for a picture. A line of words around
//     numbers, such as a note, is tagged as a whole, with a hash by which a
//     line that somebody has rewritten is told from one that is as written.
//   - Captions, references, contents and footnotes are Word's own.
//   - Elements stand in the order of the standard (ECMA-376, transitional).
//   - What disclosure removed is nowhere in it, tags and titles included.
//   - The same document gives the same bytes.
//
// What is read is not trusted: a template or a report that cannot be used is
// one sentence, a [survey.Problem].
package docx
