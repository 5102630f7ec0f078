package study

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// What LibreOffice and Chromium write passes, and what is taken out is missed.
func TestPDFIsAccessible(t *testing.T) {
	const sound = "1 0 obj\n<</Type/Catalog/Lang(da-DK)/ViewerPreferences<</DisplayDocTitle true>>>>\nendobj\n" +
		"2 0 obj\n<</Type/StructElem/S/H1/K[0]>>\nendobj\n" +
		"3 0 obj\n<</Type/StructElem\n/S/Figure/Alt<FEFF0041>/K[1]>>\nendobj\n" +
		"4 0 obj\n<</Length 9>>\nstream\n/S/Figure\nendstream\nendobj\n" +
		"5 0 obj\n<</Type /StructElem\n/S /Figure\n/K [6 0 R 7 0 R]>>\nendobj\n" +
		"6 0 obj\n<</Type /StructElem\n/S /Figure\n/Alt (A)\n/P 5 0 R>>\nendobj\n"
	assert.Empty(t, inaccessiblePDF(newOutput("report.pdf", []byte(sound))))
	for _, c := range []struct{ old, with, want string }{
		{"/Lang(da-DK)", "/Lang()", "report.pdf: no language is set"},
		{"DisplayDocTitle true", "DisplayDocTitle false", "report.pdf: its title is not"},
		{"/S/H1", "/S/P", "report.pdf: it has no headings"},
		{"/Alt<FEFF0041>", "/Alt<FEFF>", "report.pdf: pictures without alternative text: 1"},
		{"/Alt (A)", "/Alt ()", "report.pdf: pictures without alternative text: 2"},
	} {
		problems := inaccessiblePDF(newOutput("report.pdf", []byte(strings.Replace(sound, c.old, c.with, 1))))
		assert.ErrorContains(t, problems.Err(), c.want)
	}
}
