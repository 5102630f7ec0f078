package study

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSteady(t *testing.T) {
	const one = "/CreationDate(D:20261122040333Z')>> 2026-11-22T04:03:33 <xmp:CreateDate>2026-11-22T04:03:33Z</xmp:CreateDate>" +
		"/ID [ <72F2E9BE642227DC9F9EA417EA700DB4>\n<72F2E9BE642227DC9F9EA417EA700DB4> ]\n/DocChecksum /04B12F2E9BE642227DC9F9EA417EA700"
	const other = "/CreationDate(D:20260102030405Z')>> 2026-11-22T04:03:33 <xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate>" +
		"/ID [ <82F2E9BE642227DC9F9EA417EA700DB4>\n<82F2E9BE642227DC9F9EA417EA700DB4> ]\n/DocChecksum /14B12F2E9BE642227DC9F9EA417EA700"
	got := string(steady([]byte(one)))
	assert.Equal(t, got, string(steady([]byte(other))))
	assert.Len(t, got, len(one))
	assert.Contains(t, got, "(D:20000101000000Z')>> 2026-11-22T04:03:33 <xmp:CreateDate>2000-01-01T00:00:00Z<")
	assert.NotContains(t, got, "72F2E9BE")
}

// A program on the path stands for the one that prints.
func TestPrintPDF(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the programs here are shell scripts")
	}
	outputs := []output{newOutput("report.docx", []byte("word")), newOutput("report.html", []byte("page"))}
	path := func(files map[string]string) {
		dir := t.TempDir()
		for name, script := range files {
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script), 0o755))
		}
		t.Setenv("PATH", dir+":/bin:/usr/bin")
		if len(files) == 0 {
			t.Setenv("PATH", dir)
		}
	}
	const asOffice = `for last; do :; done; { printf '%%PDF-1.6 /StructTreeRoot '; cat "$last"; } > "$(dirname "$last")/report.pdf"`
	path(map[string]string{"soffice": asOffice})
	pdf, err := printPDF(outputs)
	require.NoError(t, err)
	assert.Equal(t, "%PDF-1.6 /StructTreeRoot word", string(pdf.content))

	path(map[string]string{"soffice": `printf '%%PDF-1.6 flat' > "$(dirname "$7")/report.pdf"; exit 0`})
	_, err = printPDF(outputs)
	assert.ErrorContains(t, err, "printing report.pdf: ")

	path(map[string]string{"soffice": "echo no display; exit 77"})
	_, err = printPDF(outputs)
	assert.ErrorContains(t, err, "soffice made none")
	assert.ErrorContains(t, err, "no display")

	path(nil)
	_, err = printPDF(outputs)
	assert.EqualError(t, err, "report.pdf: no program here can print it: install LibreOffice or Chromium so that soffice or chromium is found, or leave --pdf out and print report.html from a browser")
}

func TestPagesOf(t *testing.T) {
	const pdf = "1 0 obj <</Type/Pages\n/Kids[ 4 0 R\n9 0 R ]>>\n7 0 obj\n<</5FR5Fa[9 0 R/XYZ 1 2 0]\n/5FR5Ftabel5F5F[4 0 R/XYZ 1 2 0]\n/5FR5Fgone[5 0 R/XYZ 1 2 0]>>\nendobj\n" +
		"8 0 obj\n<</5FR5Fother[4 0 R/XYZ 1 2 0]>>\nendobj\n<</Type/Catalog/Dests 7 0 R>>"
	assert.Equal(t, map[string]int{"_R_a": 2, "_R_tabel__": 1}, pagesOf([]byte(pdf)), "_R_gone is on no page")
	assert.Nil(t, pagesOf([]byte(strings.Replace(pdf, "/Dests 7", "/Dest 7", 1))))
	assert.Nil(t, pagesOf([]byte("%PDF-1.4")))
}
