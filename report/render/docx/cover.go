package docx

import (
	"strconv"
	"strings"

	"stikprove/report"
)

// cover writes the first page: what the report is, and what must be known of
// its data. A template with a place for the report has a cover of its own, and
// the report begins with its title there.
func (f *writer) cover() {
	d := f.doc
	if line := strings.Join(filled(d.Study, d.Wave), " · "); line != "" {
		f.paragraph(paragraph{style: roleCover}, func() { f.run(line, face{}) })
	}
	f.paragraph(paragraph{style: roleTitle}, func() { f.run(d.Title, face{}) })
	if d.Subtitle != "" {
		f.paragraph(paragraph{style: roleSubtitle}, func() { f.run(d.Subtitle, face{}) })
	}
	if d.Notice != "" {
		f.paragraph(paragraph{style: roleNotice}, func() {
			f.run(f.say.Notice+": ", face{bold: true})
			f.run(d.Notice, face{})
		})
	}
}

func filled(texts ...string) []string {
	var out []string
	for _, s := range texts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// entry is a line of the contents.
type entry struct {
	level        int
	number, text string
	bookmark     string
}

// contents writes the contents and lists of tables and figures as fields with
// entries in them. Page numbers that are not known are Word's to find: it counts
// them when the field is brought up to date.
func (f *writer) contents() {
	var entries []entry
	for _, b := range f.doc.Blocks {
		if h, ok := b.(report.Heading); ok && h.Level <= 3 {
			entries = append(entries, entry{h.Level, h.Number, report.Plain(h.Text), f.marks.named[h.ID]})
		}
	}
	if name, ok := f.marks.named["colophon"]; ok {
		entries = append(entries, entry{1, "", f.say.Method, name})
	}
	f.begin = true
	f.control++
	f.put("<w:sdt><w:sdtPr>")
	f.val("id", strconv.Itoa(f.control))
	f.put(`<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>`)
	f.paragraph(paragraph{style: roleContents}, func() { f.run(f.say.Contents, face{}) })
	f.index(`TOC \o "1-3" \h \z \u`, entries)
	f.put("</w:sdtContent></w:sdt>")
	if !placed(f.doc.Blocks) {
		return
	}
	var tables, figures []entry
	for _, b := range f.doc.Blocks {
		switch b := b.(type) {
		case *report.Table:
			tables = append(tables, entry{0, f.say.TableLabel(b.Number), captionOf(b), f.marks.named[b.Anchor]})
		case *report.Figure:
			figures = append(figures, entry{0, f.say.FigureLabel(b.Number), b.Caption, f.marks.named[b.Anchor]})
		}
	}
	for _, l := range []struct {
		head, label string
		entries     []entry
	}{{f.say.Tables, f.say.Table, tables}, {f.say.Figures, f.say.Figure, figures}} {
		if len(l.entries) == 0 {
			continue
		}
		f.paragraph(paragraph{style: roleContents}, func() { f.run(l.head, face{}) })
		f.index(`TOC \h \z \c "`+l.label+`"`, l.entries)
	}
}

// index writes a field of entries, each a link, in a paragraph of its own.
func (f *writer) index(code string, entries []entry) {
	f.begin = false
	if len(entries) == 0 {
		return
	}
	for i, e := range entries {
		style := roleListed
		if e.level > 0 {
			style = roleEntry + strconv.Itoa(e.level)
		}
		f.paragraph(paragraph{style: style}, func() {
			if i == 0 {
				f.put(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> `, escape(code), ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
			}
			f.put(`<w:hyperlink w:anchor="`, e.bookmark, `" w:history="1">`)
			if e.number != "" {
				f.run(e.number+"\t", face{})
			}
			f.run(e.text, face{})
			if page := f.options.Pages[e.bookmark]; page > 0 {
				f.run("\t", face{})
				f.field("PAGEREF "+e.bookmark+" \\h", face{}, func() { f.run(strconv.Itoa(page), face{}) })
			}
			f.put("</w:hyperlink>")
			if i == len(entries)-1 {
				f.put(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
			}
		})
	}
}
