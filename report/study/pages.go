package study

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"stikprove/report"
	"stikprove/report/render/docx"
)

// print adds report.pdf to the files of a report. Where the PDF tells on which
// page each heading, table and figure stands, the Word file's contents get the
// page numbers, and it is printed again. What is printed has pictures for figures: LibreOffice
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
		pages := pagesOf(pdf.content)
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
	pdfNamed = regexp.MustCompile(`/([0-9A-Za-z]+)\[(\d+) 0 R/XYZ`)
	pdfDests = regexp.MustCompile(`/Dests (\d+) 0 R`)
	pdfKids  = regexp.MustCompile(`(?s)/Type/Pages\b.*?/Kids\[([^\]]*)\]`)
	pdfRef   = regexp.MustCompile(`(\d+) 0 R`)
)

// pagesOf returns the page of each of the Word file's bookmarks, from the named
// destinations of a PDF as LibreOffice writes them; nil where it has none.
func pagesOf(pdf []byte) map[string]int {
	kids, names := pdfKids.FindSubmatch(pdf), pdfDests.FindSubmatch(pdf)
	if kids == nil || names == nil {
		return nil
	}
	page := map[string]int{}
	for i, ref := range pdfRef.FindAllSubmatch(kids[1], -1) {
		page[string(ref[1])] = i + 1
	}
	_, list, _ := bytes.Cut(pdf, []byte("\n"+string(names[1])+" 0 obj\n"))
	list, _, _ = bytes.Cut(list, []byte("endobj"))
	var pages map[string]int
	for _, named := range pdfNamed.FindAllSubmatch(list, -1) {
		if n := page[string(named[2])]; n > 0 {
			if pages == nil {
				pages = map[string]int{}
			}
			// Names are of letters, digits and lines; a line is written as its code.
			pages[strings.ReplaceAll(string(named[1]), "5F", "_")] = n
		}
	}
	return pages
}
