package report

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"stikprove/survey"
)

// blocks returns the blocks in a node. Headings, tables and figures stand at
// the top only.
func (p *outlineParser) blocks(parent ast.Node, top bool) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			if !top {
				p.problem(p.start(n), "a heading stands in a list, quotation or footnote; want it on its own")
			}
			out = append(out, p.heading(n))
		case *ast.Paragraph, *ast.TextBlock:
			out = append(out, p.paragraph(n, top)...)
		case *ast.List:
			out = append(out, p.list(n))
		case *ast.Blockquote:
			out = append(out, Quote{Blocks: p.blocks(n, false)})
		case *ast.ThematicBreak:
			out = append(out, Rule{})
		case *ast.HTMLBlock:
			p.problem(p.start(n), "HTML is not part of a report; write it as text")
		case *ast.CodeBlock:
			p.problem(p.start(n), "a line indented by four spaces is program text, which is not part of a report; begin it further left")
		case *ast.FencedCodeBlock:
			p.problem(p.start(n), "program text is not part of a report; leave the fence out")
		case *extast.FootnoteList:
			p.footnotes(n)
		}
	}
	return out
}

func (p *outlineParser) list(n *ast.List) List {
	l := List{Ordered: n.IsOrdered()}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		l.Items = append(l.Items, p.blocks(item, false))
	}
	return l
}

// heading returns a heading with the id its author gave it, or one made of its
// words. Levels may not be skipped: a reader who listens moves by them.
func (p *outlineParser) heading(n *ast.Heading) Block {
	h := heading{Heading: Heading{Level: n.Level, Text: p.text(n)}, at: p.position(p.start(n))}
	if n.Level > p.level+1 {
		p.problem(p.start(n), "heading of level "+strconv.Itoa(n.Level)+" after one of level "+strconv.Itoa(p.level)+"; want at most level "+strconv.Itoa(p.level+1))
	}
	p.level = n.Level
	if len(h.Text) == 0 {
		p.problem(p.start(n), "a heading without words")
	}
	if id, ok := attribute(n, "id"); ok {
		h.ID = id
	} else {
		h.ID = slug(plain(h.Text))
	}
	if class, ok := attribute(n, "class"); ok {
		if class != "unnumbered" {
			p.problem(p.start(n), "heading of class "+survey.Clip(class)+"; want {.unnumbered} or none")
		}
		h.unnumbered = true
	}
	if p.appendix {
		h.Level, h.unnumbered = min(h.Level+1, 6), true
	}
	return h
}

// paragraph returns a paragraph, or the tables and figures it places.
func (p *outlineParser) paragraph(n ast.Node, top bool) []Block {
	if looksLikeGrid.Match(n.Lines().Value(p.source)) {
		p.problem(p.start(n), `a table is placed, not typed: {{ table "id" }}`)
		return nil
	}
	text := p.text(n)
	places, among := placements(text)
	switch {
	case len(text) == 0:
		return nil
	case len(places) == 0:
		return []Block{Paragraph{Text: text, File: p.file, Line: p.position(p.start(n)).line}}
	case among || !top:
		for _, pl := range places {
			pl := pl.(placement)
			p.problems = append(p.problems, survey.Problem{File: pl.at.file, Row: pl.at.line, Column: pl.at.column, Line: true,
				Message: "a " + pl.verb + " stands among words, in a list or in a quotation; want it on a line of its own with blank lines around"})
		}
	}
	return places
}

// placements returns the tables and figures a text places, and whether they
// stand among words.
func placements(text []Inline) (places []Block, among bool) {
	for _, in := range text {
		switch in := in.(type) {
		case lookup:
			if in.places() {
				places = append(places, placement{in})
				continue
			}
			among = true
		case Words:
			among = among || strings.TrimSpace(in.Text) != ""
		case Emphasis:
			inside, _ := placements(in.Text)
			places = append(places, inside...)
			among = true
		case Link:
			inside, _ := placements(in.Text)
			places = append(places, inside...)
			among = true
		default:
			among = true
		}
	}
	return places, among
}

// attribute returns what a heading's braces say: {#id .unnumbered}.
func attribute(n ast.Node, name string) (string, bool) {
	switch v, ok := n.AttributeString(name); v := v.(type) {
	case []byte:
		return string(v), ok
	case string:
		return v, ok
	}
	return "", false
}
