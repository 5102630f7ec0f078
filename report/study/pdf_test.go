package study

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report"
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
	d := &report.Document{Language: "da", Blocks: []report.Block{
		report.Heading{Level: 1, ID: "a", Number: "1", Text: []report.Inline{report.Words{Text: "Af\u00a0æ"}}}, report.Paragraph{},
		report.Heading{Level: 1, ID: "b", Text: []report.Inline{report.Words{Text: "B"}}},
	}}
	const pdf = "<</Type/Pages\n/Kids[ 4 0 R\n9 0 R ]>> /Title<FEFF00310020004100660020 00E6>"
	good := strings.ReplaceAll(pdf, " 00E6>", "00E6>\n/Dest[9 0 R/XYZ") + " /Title<FEFF0042>\n/Dest[4 0 R/XYZ"
	assert.Equal(t, map[string]int{"a": 2, "b": 1}, pagesOf([]byte(good), d))
	assert.Nil(t, pagesOf([]byte(strings.Replace(good, "0042", "0043", 1)), d), "another heading")
	assert.Nil(t, pagesOf([]byte(strings.Replace(good, "[4 0 R/", "[5 0 R/", 1)), d), "no such page")
	assert.Nil(t, pagesOf([]byte(pdf), d), "a heading is missing")
	assert.Nil(t, pagesOf([]byte("%PDF-1.4"), d))
}
