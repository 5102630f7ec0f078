package study

import (
	"bytes"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"

	"stikprove/report"
	"stikprove/report/render/docx"
)

// print adds report.pdf to the files of a report. Where the PDF tells on which
// page each heading stands, the Word file's contents get the page numbers, and
// it is printed again. What is printed has pictures for figures: LibreOffice
// leaves the alternative texts of charts out.
func (s *Study) print(d *report.Document, outputs []output) ([]output, error) {
	drawn := newPictures(d.Figures)
	written := func(pages map[string]int, charts bool) (output, error) {
		var b bytes.Buffer
		err := docx.Write(&b, d, docx.Options{Template: s.template, Pictures: drawn.both, Pages: pages, Charts: charts})
		return newOutput("report.docx", b.Bytes()), err
	}
	// numbered returns a Word file with page numbers, and how it is printed.
	numbered := func(charts bool) (file, pdf output, err error) {
		if file, err = written(nil, charts); err != nil {
			return file, pdf, err
		}
		if pdf, err = printPDF(replaced(outputs, file)); err != nil {
			return file, pdf, err
		}
		pages := pagesOf(pdf.content, d)
		if pages == nil {
			return file, pdf, nil
		}
		if file, err = written(pages, charts); err != nil || charts {
			return file, pdf, err
		}
		pdf, err = printPDF(replaced(outputs, file))
		return file, pdf, err
	}
	file, pdf, err := numbered(false)
	if err != nil {
		return nil, err
	}
	if s.charts { // pages may break elsewhere around charts
		if file, _, err = numbered(true); err != nil {
			return nil, err
		}
	}
	return append(replaced(outputs, file), pdf), nil
}

// replaced returns outputs with another file in the place of the one so called.
func replaced(outputs []output, with output) []output {
	outputs = slices.Clone(outputs)
	for i, o := range outputs {
		if o.File == with.File {
			outputs[i] = with
		}
	}
	return outputs
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
