// Command generate writes the worked example: the § 56 study of 2015, with
// microdata that are reconstructed. The real microdata were never published.
//
//	go run ./testdata/par56-2015/generate            # over the committed files
//	go run ./testdata/par56-2015/generate -out DIR   # elsewhere, to compare
//
// Its one hand-made input is conditions.tsv: the study's condition texts (its
// appendix 2) with the number of cases of each. All else is a literal in this
// package with its source in the study beside it, or drawn from [seed].
//
// How a case comes about, in this order, which is also the order of the files:
//
//   - conditions.go: 195 cases, one text each, and the theme of each text.
//   - workplace.go: industry by affinity to the theme, job title, firm size.
//   - agreement.go: sick-pay case, measures, changes at work, date.
//   - refunds.go: pattern, flexjob, number of requests.
//   - respondent.go: which jobcentres answered, part 1, and whose case is whose.
//
// The register is apart from the cases: register.go deals its persons to
// municipalities, spells.go their spells' lengths and the days between them.
//
// later.go makes an invented wave of 2026 of it, with -wave 2026: the same
// questionnaire and rules from another seed, and then changed.
//
// Every published count is a quota, met exactly: values are dealt out, never
// drawn independently. instrument.go holds the questionnaire once; form.go
// writes it as an XLSForm and export.go as the export's labels and structure.
//
// Two runs give the same bytes on any machine: draws use integers only, and
// archive.go stores the workbooks' parts uncompressed, in a fixed order and at
// a fixed time.
package main
