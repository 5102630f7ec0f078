package report

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"stikprove/survey"
)

// text returns the words of a paragraph or heading and checks them.
func (p *outlineParser) text(n ast.Node) []Inline {
	p.running = &running{}
	out := p.inlines(n)
	p.running.check(p.problem)
	p.passages = append(p.passages, passage{running: p.running, position: p.position})
	return out
}

// inlines returns what stands in a node of running text.
func (p *outlineParser) inlines(parent ast.Node) []Inline {
	var out []Inline
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			words := string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(n.Value(p.source)))))
			if n.SoftLineBreak() || n.HardLineBreak() {
				words += " "
			}
			out = p.appendWords(out, words, n.Pos())
		case *ast.String:
			out = p.appendWords(out, string(n.Value), n.Pos())
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					out = p.appendWords(out, string(t.Value(p.source)), t.Pos())
				}
			}
		case *ast.Emphasis:
			out = append(out, Emphasis{Strong: n.Level > 1, Text: p.inlines(n)})
		case *ast.Link:
			out = append(out, p.link(n, string(n.Destination), p.inlines(n)))
		case *ast.AutoLink:
			address := string(n.URL(p.source))
			if n.AutoLinkType == ast.AutoLinkEmail {
				address = "mailto:" + address
			}
			out = append(out, p.link(n, address, []Inline{Words{string(n.Label(p.source))}}))
		case *ast.Image:
			p.problem(n.Pos(), `a picture is placed, not linked: {{ figure "id" }}`)
		case *ast.RawHTML:
			p.problem(p.start(n), "HTML is not part of a report; write it as text")
		case *extast.FootnoteLink:
			out = append(out, NoteMark{Number: p.before + n.Index})
		case *lookupNode:
			out = p.appendLookup(out, n)
		}
	}
	return out
}

// appendWords puts words at the end, together with words already there.
func (p *outlineParser) appendWords(out []Inline, words string, offset int) []Inline {
	words = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) && r != '\u00a0':
			return ' '
		case unicode.IsControl(r):
			return -1 // no format of a document has a place for them
		}
		return r
	}, words)
	p.running.add(words, offset)
	if i := len(out) - 1; i >= 0 {
		if last, ok := out[i].(Words); ok {
			out[i] = Words{tie(last.Text + words)}
			return out
		}
	}
	if words == "" {
		return out
	}
	return append(out, Words{tie(words)})
}

// appendLookup puts a look-up at the end, or says what is wrong with it.
func (p *outlineParser) appendLookup(out []Inline, n *lookupNode) []Inline {
	if n.fault != "" {
		p.problem(n.Pos(), n.fault)
		return out
	}
	l := n.lookup
	l.at = p.position(n.Pos())
	p.running.looked = append(p.running.looked, looked{l, p.running.words.Len()})
	if l.verb == "fine" {
		return out
	}
	if l.verb == "given" {
		p.running.pieces = append(p.running.pieces, piece{p.running.words.Len(), n.Pos()})
		p.running.words.WriteString(" ")
		return append(out, Words{tie(l.names[0])})
	}
	p.running.add(lookedUp, n.Pos())
	return append(out, l)
}

// link returns a link to an address on the web. Others would lead nowhere in a
// published file, or run a script.
func (p *outlineParser) link(n ast.Node, address string, words []Inline) Inline {
	u, err := url.Parse(address)
	switch {
	case err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "", err == nil && u.Scheme == "mailto":
	case strings.HasPrefix(address, "#"):
		p.problem(n.Pos(), `a link within the report is a reference: {{ see "id" }}`)
	default:
		p.problem(n.Pos(), "link to "+survey.Clip(address)+"; want an address that begins with https://, http:// or mailto:")
	}
	return Link{URL: address, Text: words}
}

// footnotes keeps the texts of the footnotes in the order of their numbers.
func (p *outlineParser) footnotes(list *extast.FootnoteList) {
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		var note []Inline
		for _, b := range p.blocks(n, false) {
			paragraph, ok := b.(Paragraph)
			if !ok {
				p.problem(p.start(n), "a footnote holds more than words; want one or more paragraphs")
				continue
			}
			if note != nil {
				note = append(note, Words{" "})
			}
			note = append(note, paragraph.Text...)
		}
		p.notes = append(p.notes, note)
	}
}

// unusedNotes reports footnotes that no mark leads to, before goldmark throws
// them away.
type unusedNotes struct{ p *outlineParser }

// Transform looks through the footnotes, for goldmark.
func (u unusedNotes) Transform(root *ast.Document, _ text.Reader, _ parser.Context) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if note, ok := n.(*extast.Footnote); ok && entering && note.Index < 0 {
			u.p.problem(u.p.start(note), "no mark leads to the footnote [^"+survey.Clip(string(note.Ref))+"]")
		}
		return ast.WalkContinue, nil
	})
}

// plain returns the words of a text without what sets them apart.
func plain(text []Inline) string {
	var b strings.Builder
	for _, in := range text {
		switch in := in.(type) {
		case Words:
			b.WriteString(in.Text)
		case Emphasis:
			b.WriteString(plain(in.Text))
		case Link:
			b.WriteString(plain(in.Text))
		case Value:
			b.WriteString(in.Text)
		case Reference:
			b.WriteString(in.Text)
		}
	}
	return b.String()
}

// spelt is how letters outside ASCII are written in a link.
var spelt = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "ä", "ae", "ö", "oe", "é", "e", "ü", "u")

// slug returns words as they may stand in a link: small letters, digits and
// hyphens.
func slug(words string) string {
	var b strings.Builder
	for _, r := range spelt.Replace(strings.ToLower(words)) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	const most = 60
	s := strings.TrimRight(b.String(), "-")
	if len(s) > most {
		s = strings.TrimRight(s[:most], "-")
	}
	return s
}
