package docx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"stikprove/report"
)

// section is the page that text stands on.
type section struct {
	raw         string // the template's, with headers and footers
	wide, high  int    // of the page, in twips
	left, right int    // margins
	top, bottom int
	broken      bool // a section was ended before
	turned      bool // pages lie on their side now
	house       bool
	stood       struct{ from, to int } // what was written when pages last stood again
}

// newSection reads the page of a template's last section, or A4.
func newSection(t *Template) section {
	s := section{raw: houseSection, house: t.house}
	page := lastSection(t.document.child("body"))
	if page != nil {
		source := t.parts[t.main]
		s.raw = string(source[page.from:page.to])
	} else if root, err := parseXML([]byte(xmlHead + strings.Replace(houseSection, "<w:sectPr", "<w:sectPr"+wordOnly, 1))); err == nil {
		page = root
	}
	number := func(element, attribute string, usual int) int {
		if n, err := strconv.Atoi(page.child(element).attr(attribute)); err == nil && n > 0 {
			return n
		}
		return usual
	}
	s.wide, s.high = number("pgSz", "w", 11906), number("pgSz", "h", 16838)
	s.left, s.right = number("pgMar", "left", 1418), number("pgMar", "right", 1418)
	s.top, s.bottom = number("pgMar", "top", 1418), number("pgMar", "bottom", 1418)
	return s
}

// lastSection returns the section that ends a body, or nil.
func lastSection(body *node) *node {
	if body == nil || len(body.children) == 0 {
		return nil
	}
	if last := body.children[len(body.children)-1]; last.is("sectPr") {
		return last
	}
	return nil
}

// text returns the width that text has, in twips.
func (s section) text() int {
	if s.turned {
		return max(s.high-s.top-s.bottom, 2000)
	}
	return max(s.wide-s.left-s.right, 2000)
}

// page returns the section's properties. A title page is the first section's.
func (s section) page(turned bool) string {
	root, err := parseXML([]byte(strings.Replace(s.raw, ">", declare(ourSpaces...)+">", 1)))
	plain := strings.HasPrefix(s.raw, "<w:sectPr>")
	if err != nil || !plain && !strings.HasPrefix(s.raw, "<w:sectPr ") {
		return s.raw
	}
	source := []byte(strings.Replace(s.raw, ">", declare(ourSpaces...)+">", 1))
	var edits []edit
	for _, n := range root.children {
		switch {
		case n.is("pgSz") && turned:
			edits = append(edits, edit{n.from, n.to, fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/>`, max(s.wide, s.high), min(s.wide, s.high))})
		case n.is("pgMar") && turned:
			words := string(source[n.from:n.to])
			for _, m := range []struct {
				side string
				size int
			}{{"top", s.left}, {"right", s.top}, {"bottom", s.right}, {"left", s.bottom}} {
				words = setAttr(words, "w:"+m.side, strconv.Itoa(m.size))
			}
			edits = append(edits, edit{n.from, n.to, words})
		case n.is("titlePg") && s.broken:
			edits = append(edits, edit{n.from, n.to, ""})
		}
	}
	return strings.Replace(string(apply(source, edits)), declare(ourSpaces...), "", 1)
}

// setAttr returns a tag with the value of an attribute it has replaced.
func setAttr(tag, name, value string) string {
	at := strings.Index(tag, " "+name+`="`)
	if at < 0 {
		return tag
	}
	at += len(name) + 3
	return tag[:at] + value + tag[at+strings.Index(tag[at:], `"`):]
}

// last returns the section that ends the report.
func (s section) last(*writer) string { return s.page(false) }

// turn ends the section, and begins one whose pages lie on their side, or
// stand again. Where nothing was written since pages stood again they lie on as
// before: a section between would be an empty page.
func (f *writer) turn(side bool) {
	if f.section.turned == side {
		return
	}
	if at := f.Len(); side && f.section.stood.to == at && at > 0 {
		f.Truncate(f.section.stood.from)
		f.section.turned = true
		return
	}
	from := f.Len()
	f.put("<w:p><w:pPr>")
	f.val("pStyle", f.chosen.ids[roleTableSource])
	f.put(f.section.page(f.section.turned), "</w:pPr></w:p>")
	f.section.broken, f.section.turned = true, side
	if !side {
		f.section.stood.from, f.section.stood.to = from, f.Len()
	}
}

// closeSection stands the pages upright for the section that ends the report.
func (f *writer) closeSection() { f.turn(false) }

// frame gives the report a header and a footer where the template has none:
// the title, what must be known of the data, and the page.
func (f *writer) frame() {
	source := string(f.template.parts[f.template.main])
	var references strings.Builder
	if !strings.Contains(source, "headerReference") && f.template.house {
		m := &markup{}
		m.put(xmlHead, "<w:hdr", declare(ourSpaces[:2]...), "><w:p><w:pPr>")
		m.val("pStyle", f.chosen.ids[roleHeader])
		m.put("</w:pPr>")
		m.run(f.doc.Title, face{})
		m.put("</w:p></w:hdr>")
		references.WriteString(f.beside("header.xml", kindHeader, "header", m))
	}
	if !strings.Contains(source, "footerReference") {
		references.WriteString(f.beside("footer.xml", kindFooter, "footer", f.foot()))
	}
	if at := strings.Index(f.section.raw, ">"); references.Len() > 0 && at > 0 {
		if strings.HasSuffix(f.section.raw[:at], "/") { // <w:sectPr/>
			f.section.raw = f.section.raw[:at-1] + ">" + references.String() + "</w:sectPr>"
		} else {
			f.section.raw = f.section.raw[:at+1] + references.String() + f.section.raw[at+1:]
		}
	}
}

// beside adds a header or footer and returns the reference to it.
func (f *writer) beside(name, kind, word string, m *markup) string {
	name = f.parts.add(f.template.main, name, bytesOf(m))
	f.added = append(f.added, typed{name, typeOpening + word + "+xml"})
	return `<w:` + word + `Reference w:type="default" r:id="` + f.relation(kind, name, false) + `"/>`
}

// foot writes what stands at the foot of each page.
func (f *writer) foot() *markup {
	m := &markup{}
	m.put(xmlHead, "<w:ftr", declare(ourSpaces[:2]...), ">")
	line := func(content func()) {
		m.put("<w:p><w:pPr>")
		m.val("pStyle", f.chosen.ids[roleFooter])
		m.put("<w:tabs>")
		for _, at := range f.template.tabs(f.chosen.ids[roleFooter]) {
			if at != f.section.text() {
				m.put(`<w:tab w:val="clear" w:pos="`, strconv.Itoa(at), `"/>`)
			}
		}
		m.put(`<w:tab w:val="right" w:pos="`, strconv.Itoa(f.section.text()), `"/></w:tabs></w:pPr>`)
		content()
		m.put("</w:p>")
	}
	line(func() {
		m.run(firstSentence(f.doc.Notice), face{})
		m.run("\t"+f.say.Page+nbsp, face{})
		m.field("PAGE", face{}, func() { m.run("1", face{}) })
	})
	m.put("</w:ftr>")
	return m
}

// firstSentence returns the sentence that a text begins with, if it is short.
func firstSentence(text string) string {
	const room = 90
	first, _, more := strings.Cut(text, ". ")
	if more {
		first += "."
	}
	if len([]rune(first)) > room {
		return strings.TrimSpace(clip(first, room-1)) + "…"
	}
	return first
}

func bytesOf(m *markup) []byte { return slices.Clone(m.Bytes()) }

// placed reports whether blocks of a document hold a table or figure.
func placed(blocks []report.Block) bool {
	return slices.ContainsFunc(blocks, func(b report.Block) bool {
		switch b.(type) {
		case *report.Table, *report.Figure:
			return true
		}
		return false
	})
}
