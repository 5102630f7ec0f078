package render

import (
	"bytes"
	"fmt"
	"html/template"
	"strconv"

	"stikprove/report"
)

// blocks writes blocks to p.out.
func (p *page) blocks(blocks []report.Block) error {
	for _, b := range blocks {
		if err := p.block(b); err != nil {
			return err
		}
	}
	return nil
}

func (p *page) block(b report.Block) error {
	switch b := b.(type) {
	case report.Heading:
		p.heading(b)
	case report.Paragraph:
		p.put("<p>")
		p.inlines(b.Text)
		p.put("</p>\n")
		p.remarked(b)
	case report.List:
		return p.list(b)
	case report.Quote:
		p.put("<blockquote>\n")
		if err := p.blocks(b.Blocks); err != nil {
			return err
		}
		p.put("</blockquote>\n")
	case report.Rule:
		p.put("<hr>\n")
	case *report.Table:
		return pageTemplate().ExecuteTemplate(&p.out, "table", newTableView(p, b))
	case *report.Figure:
		svg, err := drawing(b)
		if err != nil {
			return err
		}
		return pageTemplate().ExecuteTemplate(&p.out, "figure", figureView{p, b, svg})
	default:
		return fmt.Errorf("a block of kind %T has no form on a page", b)
	}
	return nil
}

// heading writes h one level down: level 1 on the page is the report's title.
func (p *page) heading(h report.Heading) {
	tag := "h" + strconv.Itoa(min(h.Level+1, 6))
	p.put("<", tag, ` id="`)
	p.text(h.ID)
	p.put(`">`)
	if h.Number != "" {
		p.put(`<span class="no">`)
		p.text(h.Number)
		p.put("</span> ")
	}
	p.inlines(h.Text)
	p.put("</", tag, ">\n")
}

func (p *page) list(l report.List) error {
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	p.put("<", tag, ">\n")
	for _, item := range l.Items {
		p.put("<li>")
		// An item that is one paragraph is set tight.
		if one, ok := onlyParagraph(item); ok {
			p.inlines(one.Text)
			p.remarked(one)
		} else if err := p.blocks(item); err != nil {
			return err
		}
		p.put("</li>\n")
	}
	p.put("</", tag, ">\n")
	return nil
}

func onlyParagraph(item []report.Block) (report.Paragraph, bool) {
	if len(item) != 1 {
		return report.Paragraph{}, false
	}
	one, ok := item[0].(report.Paragraph)
	return one, ok
}

// figureView is a figure for the page's template.
type figureView struct {
	Page *page
	*report.Figure
	SVG template.HTML
}

// TableShown reports whether the page has the table the figure shows.
func (f figureView) TableShown() bool { return f.Table != nil && f.Page.anchors[f.Table.Anchor] }

// drawing returns a figure's picture as it can stand inside a page: without
// the declaration of a file of its own.
func drawing(f *report.Figure) (template.HTML, error) {
	if f.Figure == nil {
		return "", nil
	}
	var buf bytes.Buffer
	if err := f.Figure.SVG(&buf); err != nil {
		return "", fmt.Errorf("figure %s: %w", f.ID, err)
	}
	svg := buf.Bytes()
	if at := bytes.Index(svg, []byte("<svg")); at > 0 {
		svg = svg[at:]
	}
	return template.HTML(svg), nil
}
