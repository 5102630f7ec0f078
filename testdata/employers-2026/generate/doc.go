// Command generate writes the second worked example: a survey of workplaces
// about hard-to-fill vacancies. All of it is invented: the counties, the
// municipalities, the workplaces and every answer.
//
//	go run ./testdata/employers-2026/generate            # over the committed files
//	go run ./testdata/employers-2026/generate -out DIR   # elsewhere, to compare
//
// How it comes about, in this order, which is also the order of the files:
//
//   - country.go: municipalities in three counties, and all their workplaces.
//   - drawn.go: municipalities drawn within counties, workplaces within them.
//   - answers.go: who answers, and what.
//   - export.go: the answers as Qualtrics exports them, the frame, the margins.
//   - form.go: the questionnaire as an XLSForm.
//
// Two runs give the same bytes on any machine: draws use integers only, and the
// one workbook's parts are stored uncompressed, in a fixed order and at a fixed
// time.
package main
