package render

import (
	"fmt"

	"stikprove/report"
)

// placeRemarks ties each finding to the paragraph that its line is in: the last
// one that begins before it.
func (p *page) placeRemarks() {
	var lines []int
	var walk func(blocks []report.Block)
	walk = func(blocks []report.Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case report.Paragraph:
				lines = append(lines, b.Line)
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
		at := 0
		for _, line := range lines {
			if line > at && line <= f.Row && f.File == p.File {
				at = line
			}
		}
		if at == 0 {
			p.General = append(p.General, f.String())
			continue
		}
		p.remarks[at] = append(p.remarks[at], f.Message)
	}
}

// remarked writes the remarks on a paragraph. They are in the language of the
// program's messages.
func (p *page) remarked(line int) {
	for _, words := range p.remarks[line] {
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
