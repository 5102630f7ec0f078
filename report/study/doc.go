// Package study ties a study together: study.yaml, and the whole path from
// workbooks to a report in one function.
//
// A [Study] is what the file says, checked. [Study.Read] reads its sources,
// codes and derives variables and binds samples to their designs; [Study.Run]
// goes on to tables, disclosure, figures and the document, and writes the files.
// Commands stop early on the same road, and [Compare] takes it with two waves of
// a study.
//
// These things hold:
//
//   - Every problem in the input is found in one run, and where there is one
//     nothing is computed and nothing written.
//   - Output files are written whole or not at all.
//   - The same inputs give the same bytes, the time in the manifest aside.
//
// This is the only package that knows every stage, and the only one that reads
// YAML; the others are handed plain values.
package study
