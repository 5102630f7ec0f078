// Package report turns tables into a document.
//
// An [Outline] is the evaluator's text: Markdown in which a number is looked
// up, not typed. [Arrange] puts it together with the study's tables and figures
// and returns a [Document]: numbered blocks, every number in it rounded, worded
// in one language and tied to the table cell it came from.
//
// These things hold for every Document:
//
//   - It computes nothing. Numbers come from a [crosstab.Table]; rounding is
//     half up from the counts themselves and happens here and nowhere else.
//   - What disclosure removed from a table is in none of its words.
//   - Every table and figure carries its base and source.
//
// [Draft] writes a first text where there is none, and Document.Findings lists
// what an editor is to look at in a text: verdicts that no test carries, and
// numbers typed by hand.
//
// Danish and English words live in language_da.go and language_en.go. Files are
// written by package render; pictures are drawn by package figure.
package report
