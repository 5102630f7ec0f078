package render

import (
	"bufio"
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"sync"

	"stikprove/report"
)

//go:embed page
var pageFiles embed.FS

// pageTemplate parses the page once, when the first report is written:
// commands that print no page should not wait for it.
var pageTemplate = sync.OnceValue(func() *template.Template {
	css, err := pageFiles.ReadFile("page/style.css")
	if err != nil {
		panic(err)
	}
	js, err := pageFiles.ReadFile("page/copy.js")
	if err != nil {
		panic(err)
	}
	return template.Must(template.New("").Funcs(template.FuncMap{
		"style":  func() template.CSS { return template.CSS(css) },
		"script": func() template.JS { return template.JS(js) },
	}).ParseFS(pageFiles, "page/*.tmpl"))
})

// HTML writes d as one page that holds its own style, figures and script, and
// asks nothing of the network. It reads well on paper (A4), on a narrow screen
// and through a screen reader.
func HTML(w io.Writer, d *report.Document) error {
	p, err := newPage(d)
	if err != nil {
		return err
	}
	// The blocks come first: writing them numbers the footnote marks that the
	// notes lead back to.
	if err := p.blocks(d.Blocks); err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	p.Body = template.HTML(p.out.String())
	buf := bufio.NewWriter(w)
	if err := pageTemplate().ExecuteTemplate(buf, "page.tmpl", p); err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	return buf.Flush()
}

// page is a document on its way to HTML.
type page struct {
	*report.Document
	Say  report.Language
	Body template.HTML

	out     bytes.Buffer
	anchors map[string]bool   // what the page has; a link to anything else would be dead
	marks   map[int]int       // marks written so far of each footnote
	hints   int               // written so far
	remarks map[spot][]string // by where the paragraph begins that they are on
	General []string          // remarks on no paragraph
}

func newPage(d *report.Document) (*page, error) {
	say, err := languageOf(d.Language)
	if err != nil {
		return nil, err
	}
	p := &page{Document: d, Say: say, anchors: map[string]bool{}, marks: map[int]int{}, remarks: map[spot][]string{}}
	p.collect(d.Blocks)
	p.placeRemarks()
	return p, nil
}

// collect notes the anchors in blocks.
func (p *page) collect(blocks []report.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Heading:
			p.anchors[b.ID] = true
		case report.List:
			for _, item := range b.Items {
				p.collect(item)
			}
		case report.Quote:
			p.collect(b.Blocks)
		case *report.Figure:
			p.anchors[b.Anchor] = true
		case *report.Table:
			p.anchors[b.Anchor] = true
			for _, row := range b.Rows {
				for _, c := range row.Cells {
					if c.Anchor != "" {
						p.anchors[c.Anchor] = true
					}
				}
			}
		}
	}
}
