package render

import (
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"stikprove/report"
)

// put writes markup.
func (p *page) put(parts ...string) {
	for _, s := range parts {
		p.out.WriteString(s)
	}
}

// class writes the class of an element, if it has one.
func (p *page) class(name string) {
	if name != "" {
		p.put(` class="`, name, `"`)
	}
}

// taken takes back what was written since from, for a template to place. The
// template may itself be writing to p.out: what it wrote comes before from.
func (p *page) taken(from int) template.HTML {
	s := string(p.out.Bytes()[from:])
	p.out.Truncate(from)
	return template.HTML(s)
}

// text writes words, escaped for an element or a quoted attribute.
func (p *page) text(s string) { template.HTMLEscape(&p.out, []byte(s)) }

// inlines writes running text to p.out.
func (p *page) inlines(text []report.Inline) {
	for _, part := range text {
		switch part := part.(type) {
		case report.Words:
			p.text(part.Text)
		case report.Emphasis:
			tag := "em"
			if part.Strong {
				tag = "strong"
			}
			p.put("<", tag, ">")
			p.inlines(part.Text)
			p.put("</", tag, ">")
		case report.Link:
			p.link(part)
		case report.Value:
			p.value(part)
		case report.Reference:
			p.reference(part)
		case report.NoteMark:
			p.mark(part.Number)
		}
	}
}

// link writes a link out of the report. An address that a reader should not be
// led to, such as a script, leaves only its words.
func (p *page) link(l report.Link) {
	if !safeAddress(l.URL) {
		p.inlines(l.Text)
		return
	}
	p.put(`<a class="out" rel="noreferrer" href="`)
	p.text(l.URL)
	p.put(`">`)
	p.inlines(l.Text)
	p.put("</a>")
}

func safeAddress(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https", "mailto":
		return true
	}
	return false
}

// value writes a looked-up number: a link to its cell where the page has it,
// with what it is of and counts shown to whoever points at it or comes to it by
// keyboard.
func (p *page) value(v report.Value) {
	id := ""
	if v.Hint != "" {
		p.hints++
		id = "hint-" + strconv.Itoa(p.hints)
		p.put(`<span class="number">`)
	}
	tag := "span"
	if p.anchors[v.Anchor] {
		tag = "a"
	}
	p.put("<", tag, ` class="value"`)
	if tag == "a" {
		p.put(` href="#`)
		p.text(v.Anchor)
		p.put(`"`)
	} else if id != "" {
		p.put(` tabindex="0"`)
	}
	if id != "" {
		p.put(` aria-describedby="`, id, `"`)
	}
	p.put(">")
	p.text(v.Text)
	p.put("</", tag, ">")
	if id != "" {
		p.put(`<span class="hint" role="tooltip" id="`, id, `">`)
		if v.Definition != "" {
			p.put("<b>")
			p.text(v.Definition)
			p.put("</b> ")
		}
		p.text(v.Hint)
		p.put("</span></span>")
	}
}

func (p *page) reference(r report.Reference) {
	if !p.anchors[r.Anchor] {
		p.text(r.Text)
		return
	}
	p.put(`<a class="ref" href="#`)
	p.text(r.Anchor)
	p.put(`">`)
	p.text(r.Text)
	p.put("</a>")
}

// mark writes the mark of a footnote. The first mark of a note is the one the
// note leads back to; ids stay unique when a note is marked again.
func (p *page) mark(number int) {
	n := strconv.Itoa(number)
	id := "mark-" + n
	p.marks[number]++
	if again := p.marks[number]; again > 1 {
		id += "-" + strconv.Itoa(again)
	}
	p.put(`<sup><a class="mark" id="`, id, `" href="#note-`, n, `" aria-label="`)
	p.text(p.Say.Footnote + " " + n)
	p.put(`">`, n, "</a></sup>")
}

// Inlines returns running text as markup, for the page's template.
func (p *page) Inlines(text []report.Inline) template.HTML {
	from := p.out.Len()
	p.inlines(text)
	return p.taken(from)
}

// Marked reports whether the page has a mark for the note.
func (p *page) Marked(number int) bool { return p.marks[number] > 0 }

// entry is a line of the contents.
type entry struct {
	Level          int
	Number, Anchor string
	Text           string
}

// Contents returns the headings of the two upper levels.
func (p *page) Contents() []entry {
	var list []entry
	for _, b := range p.Blocks {
		if h, ok := b.(report.Heading); ok && h.Level <= 2 {
			list = append(list, entry{h.Level, h.Number, h.ID, plain(h.Text)})
		}
	}
	return list
}

// TableContents returns the tables the page has.
func (p *page) TableContents() []entry {
	var list []entry
	for _, t := range p.Tables {
		if p.anchors[t.Anchor] {
			list = append(list, entry{1, strconv.Itoa(t.Number), t.Anchor, t.Caption})
		}
	}
	return list
}

// FigureContents returns the figures the page has.
func (p *page) FigureContents() []entry {
	var list []entry
	for _, f := range p.Figures {
		if p.anchors[f.Anchor] {
			list = append(list, entry{1, strconv.Itoa(f.Number), f.Anchor, f.Caption})
		}
	}
	return list
}

// plain returns running text without markup and without footnote marks.
func plain(text []report.Inline) string {
	var b strings.Builder
	for _, part := range text {
		switch part := part.(type) {
		case report.Words:
			b.WriteString(part.Text)
		case report.Emphasis:
			b.WriteString(plain(part.Text))
		case report.Link:
			b.WriteString(plain(part.Text))
		case report.Value:
			b.WriteString(part.Text)
		case report.Reference:
			b.WriteString(part.Text)
		}
	}
	return b.String()
}

// Description is what a search or a list of files says of the page.
func (p *page) Description() string {
	return strings.Join(slices.DeleteFunc([]string{p.Title, p.Subtitle, p.Notice}, empty), ". ")
}

// Foot is what stands at the foot of every printed page.
func (p *page) Foot() string { return opening(p.Notice, 160) }

// Generator names the program that made the page.
func (p *page) Generator() string {
	return strings.TrimSpace(p.Say.Version + " " + p.Version)
}

func empty(s string) bool { return s == "" }
