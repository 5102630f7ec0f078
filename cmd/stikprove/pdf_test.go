package main

import (
	"bytes"
	"encoding/hex"
	"os"
	"regexp"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
)

var (
	pdfObject = regexp.MustCompile(`(?s)\d+ 0 obj\b(.*?)endobj`)
	pdfTitle  = regexp.MustCompile(`/Title<FEFF([0-9A-F]*)>`)
)

// checkpdf fails where a PDF of LibreOffice's lacks what PDF/UA asks of its
// structure: tags, a language, a title that is shown, headings, heads of tables,
// and words for every picture. It does not check the order in which it is read,
// that artefacts are marked, contrast, or the tags' nesting: that is PAC's and
// veraPDF's to do, which are not had here.
func checkpdf(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: checkpdf FILE LANGUAGE TITLE")
	}
	pdf, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, want := range []string{"/MarkInfo<</Marked true>>", "/StructTreeRoot", "/Lang(" + args[1] + ")", "/DisplayDocTitle true", "<pdfuaid:part>1</pdfuaid:part>", "/S/H1", "/S/TH"} {
		if !bytes.Contains(pdf, []byte(want)) {
			ts.Fatalf("%s has no %s", args[0], want)
		}
	}
	titled := false
	for _, m := range pdfTitle.FindAllSubmatch(pdf, -1) {
		titled = titled || pdfWords(m[1]) == args[2]
	}
	if !titled {
		ts.Fatalf("%s is not called %q", args[0], args[2])
	}
	figures := 0
	for _, m := range pdfObject.FindAllSubmatch(pdf, -1) {
		if !bytes.Contains(m[1], []byte("/S/Figure")) {
			continue
		}
		figures++
		if !bytes.Contains(m[1], []byte("/Alt<FEFF")) || bytes.Contains(m[1], []byte("/Alt<FEFF>")) {
			ts.Fatalf("%s has a picture without words: %s", args[0], m[1])
		}
	}
	if figures == 0 {
		ts.Fatalf("%s has no picture that is tagged", args[0])
	}
}

// pdfWords returns what digits of UTF-16 say.
func pdfWords(digits []byte) string {
	raw, err := hex.DecodeString(string(digits))
	if err != nil || len(raw)%2 != 0 {
		return ""
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
	}
	return string(utf16.Decode(units))
}
