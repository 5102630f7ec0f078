package docx

import (
	"net/url"
	"strconv"
	"strings"

	"stikprove/report"
)

// inlines writes running text.
func (f *writer) inlines(text []report.Inline, look face) {
	for _, in := range text {
		switch in := in.(type) {
		case report.Words:
			f.run(in.Text, look)
		case report.Emphasis:
			inner := look
			if in.Strong {
				inner.bold = true
			} else {
				inner.italic = true
			}
			f.inlines(in.Text, inner)
		case report.Link:
			f.link(in, look)
		case report.Value:
			f.controlled(fitTag(in.Key), fitTitle(in.Hint), false, in.Text, look)
		case report.Reference:
			f.reference(in, look)
		case report.NoteMark:
			f.mark(in.Number, look)
		}
	}
}

// controlled writes a content control around runs. One that is hidden shows no
// frame when the cursor is in it: a table would be full of them.
func (f *writer) controlled(tag, title string, hidden bool, words string, look face) {
	f.control++
	f.put("<w:sdt><w:sdtPr>")
	if title != "" {
		f.val("alias", title)
	}
	f.val("tag", tag)
	f.val("id", strconv.Itoa(f.control))
	if hidden {
		f.put(`<w15:appearance w15:val="hidden"/>`)
	}
	if look == (face{}) { // LibreOffice forgets how the words of a plain text control look
		f.put("<w:text/>")
	}
	f.put("</w:sdtPr><w:sdtContent>")
	f.run(words, look)
	f.put("</w:sdtContent></w:sdt>")
}

// hashedTag returns the tag of words that somebody may rewrite: what they are,
// and the hash of what we wrote.
func hashedTag(kind, name, text string) string {
	tail := ":" + hash(text)
	if len(utf16(kind+name)) > mostTag-len(tail) {
		const mark = 9
		name = clip(name, mostTag-len(kind)-len(tail)-mark) + "~" + hash(name)
	}
	return kind + name + tail
}

// cutHash returns the parts of a tag that hashedTag made.
func cutHash(tag string) (name, sum string) {
	at := strings.LastIndex(tag, ":")
	return tag[:at], tag[at+1:]
}

// line writes a line of words around numbers.
func (f *writer) line(name, text string, look face) {
	if text == "" {
		return
	}
	f.controlled(hashedTag("text:", name, text), "", true, text, look)
}

// link writes a link out of the report. An address that a reader should not be
// led to leaves only its words.
func (f *writer) link(l report.Link, look face) {
	u, err := url.Parse(l.URL)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto") {
		f.inlines(l.Text, look)
		return
	}
	id := f.relation(kindLink, l.URL, true)
	look.style = f.chosen.ids[roleLink]
	f.put(`<w:hyperlink r:id="`, id, `" w:history="1">`)
	f.inlines(l.Text, look)
	f.put("</w:hyperlink>")
}

// reference writes the number of a table, figure or section as a field that
// follows what it refers to when that moves.
func (f *writer) reference(r report.Reference, look face) {
	name, ok := f.marks.named[r.Anchor]
	if !ok {
		f.run(r.Text, look)
		return
	}
	at, code := strings.LastIndex(r.Text, nbsp), "REF "+name+" \\h"
	words, number := "", r.Text
	switch {
	case f.marks.unnumbered[r.Anchor]: // the heading's words, quoted
		number = strings.Trim(r.Text, quotes)
		at = strings.Index(r.Text, number)
		f.run(r.Text[:at], look)
		f.field(code, look, func() { f.run(number, look) })
		f.run(r.Text[at+len(number):], look)
		return
	case at >= 0:
		words, number = r.Text[:at+len(nbsp)], r.Text[at+len(nbsp):]
	}
	if f.marks.sections[r.Anchor] {
		code = "REF " + name + " \\r \\h"
	}
	f.run(words, look)
	f.field(code, look, func() { f.run(number, look) })
}

const (
	nbsp   = "\u00a0"
	quotes = "»«“”\"„‟‘’"
)

// mark writes a footnote at its first mark, and a reference to it at the next
// ones. A footnote has none of its own: Word knows no notes to notes.
func (f *writer) mark(number int, look face) {
	look.style = f.chosen.ids[roleFootnoteMark]
	if f.within || number < 1 || number > len(f.doc.Notes) {
		f.run(strconv.Itoa(number), look)
		return
	}
	if name, again := f.noted[number]; again {
		f.field("NOTEREF "+name+" \\f \\h", look, func() { f.run(strconv.Itoa(number), look) })
		return
	}
	f.noted[number] = f.marks.claim("note-" + strconv.Itoa(number))
	f.marked(f.noted[number], func() {
		f.put("<w:r>")
		f.markup.properties(look)
		f.put(`<w:footnoteReference w:id="`, strconv.Itoa(f.footnote(number)), `"/></w:r>`)
	})
}
