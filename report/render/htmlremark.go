package render

import (
	"fmt"

	"stikprove/report"
)

// spot is where a paragraph begins.
type spot struct {
	file string
	line int // from 1
}

// placeRemarks ties each finding to the paragraph that its line is in: the last
// one that begins before it.
func (p *page) placeRemarks() {
	var spots []spot
	var walk func(blocks []report.Block)
	walk = func(blocks []report.Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case report.Paragraph:
				spots = append(spots, spot{b.File, b.Line})
			case report.List:
				for _, item := range b.Items {
					walk(item)
				}
			case report.Quote:
				walk(b.Blocks)
			}
		}
	}
	walk(p.Blocks)
	for _, f := range p.Findings {
		at := spot{file: f.File}
		for _, s := range spots {
			if s.file == f.File && s.line > at.line && s.line <= f.Row {
				at = s
			}
		}
		if at.line == 0 {
			p.General = append(p.General, f.String())
			continue
		}
		p.remarks[at] = append(p.remarks[at], f.Message)
	}
}

// remarked writes the remarks on a paragraph. They are in the language of the
// program's messages.
func (p *page) remarked(on report.Paragraph) {
	for _, words := range p.remarks[spot{on.File, on.Line}] {
		p.put(`<aside class="remark"><p><b>`)
		p.text(p.Say.Finding)
		p.put(`</b></p><p lang="en">`)
		p.text(words)
		p.put("</p></aside>\n")
	}
}

// Reviewed reports whether the page has anything an editor is to look at.
func (p *page) Reviewed() bool { return len(p.Warnings)+len(p.General)+len(p.remarks) > 0 }

// InMargin says how many paragraphs have remarks; empty for none.
func (p *page) InMargin() string {
	switch n := len(p.remarks); n {
	case 0:
		return ""
	case 1:
		return p.Say.InMargin
	default:
		return fmt.Sprintf(p.Say.InMargins, p.Say.Number(n))
	}
}
