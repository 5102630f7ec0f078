package study

import (
	"bytes"
	"encoding/hex"
	"regexp"
	"strings"
	"unicode/utf16"

	"stikprove/report"
	"stikprove/report/render/docx"
)

// print adds report.pdf to the files of a report. Where the PDF tells on which
// page each heading stands, the Word file's contents get the page numbers, and
// it is printed again.
func (s *Study) print(d *report.Document, outputs []output) ([]output, error) {
	pdf, err := printPDF(outputs)
	if err != nil {
		return nil, err
	}
	if pages := pagesOf(pdf.content, d); pages != nil {
		var b bytes.Buffer
		err := docx.Write(&b, d, docx.Options{Template: s.template, Pictures: newPictures(d.Figures).both, Pages: pages})
		if err != nil {
			return nil, err
		}
		for i, o := range outputs {
			if o.File == "report.docx" {
				outputs[i] = newOutput(o.File, b.Bytes())
			}
		}
		if pdf, err = printPDF(outputs); err != nil {
			return nil, err
		}
	}
	return append(outputs, pdf), nil
}

var (
	pdfOutline = regexp.MustCompile(`/Title<FEFF([0-9A-F]*)>\s*/Dest\[(\d+) 0 R`)
	pdfKids    = regexp.MustCompile(`(?s)/Type/Pages\b.*?/Kids\[([^\]]*)\]`)
	pdfRef     = regexp.MustCompile(`(\d+) 0 R`)
)

// pagesOf returns the page of each heading of a document by its id, from the
// bookmarks of a PDF as LibreOffice writes them. It is nil where the bookmarks
// are not the document's headings one by one.
func pagesOf(pdf []byte, d *report.Document) map[string]int {
	kids := pdfKids.FindSubmatch(pdf)
	if kids == nil {
		return nil
	}
	page := map[string]int{}
	for i, ref := range pdfRef.FindAllSubmatch(kids[1], -1) {
		page[string(ref[1])] = i + 1
	}
	var ids, titles []string
	for _, b := range d.Blocks {
		if h, ok := b.(report.Heading); ok {
			ids, titles = append(ids, h.ID), append(titles, h.Number+report.Plain(h.Text))
		}
	}
	if l, ok := report.LanguageOf(d.Language); ok && len(d.Method) > 0 {
		ids, titles = append(ids, "colophon"), append(titles, l.Method)
	}
	found := pdfOutline.FindAllSubmatch(pdf, -1)
	if len(found) != len(ids) {
		return nil
	}
	pages := map[string]int{}
	for i, f := range found {
		n := page[string(f[2])]
		if n == 0 || squeezed(pdfText(string(f[1]))) != squeezed(titles[i]) {
			return nil
		}
		pages[ids[i]] = n
	}
	return pages
}

// pdfText returns what the digits of UTF-16 say.
func pdfText(digits string) string {
	raw, err := hex.DecodeString(digits)
	if err != nil || len(raw)%2 != 0 {
		return ""
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
	}
	return string(utf16.Decode(units))
}

// squeezed returns words without spaces, hard or not.
func squeezed(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), "")
}
