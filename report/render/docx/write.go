package docx

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"stikprove/report"
)

// Options says how a report is written.
type Options struct {
	Template *Template // the house's; ours where nil
	// Pictures returns a figure as SVG and PNG; they are drawn where it is nil.
	Pictures func(*report.Figure) (svg, png []byte, err error)
	// Pages says on which page each bookmark stands, by its name, where a program
	// has laid the file out. The contents have no page numbers without.
	Pages map[string]int
	// Charts says that figures are charts that Word can edit, where it has their
	// kind; the others are pictures.
	Charts bool
}

// Write writes d as a Word file.
func Write(w io.Writer, d *report.Document, o Options) error {
	say, ok := report.LanguageOf(d.Language)
	if !ok {
		return fmt.Errorf("no words in language %q", d.Language)
	}
	t := o.Template
	if t == nil {
		t = house()
	}
	f := newWriter(d, say, t, o)
	if err := f.everything(); err != nil {
		return fmt.Errorf("write Word file: %w", err)
	}
	if err := f.assemble(); err != nil {
		return fmt.Errorf("write Word file: %w", err)
	}
	return f.parts.write(w)
}

// writer is a document on its way to a Word file.
type writer struct {
	doc      *report.Document
	say      report.Language
	template *Template
	options  Options
	parts    parcel
	chosen   chosen
	section  section
	lists    numbering
	paint    bool // tables are in our style, and heads painted cell by cell

	*markup          // where text is written now: the body, or a footnote
	body      markup // of the main part
	notes     markup // of the footnotes' part
	noted     map[int]string
	within    bool // a footnote is being written
	begin     bool // the next block begins a page
	links     []relation
	noteLinks []relation // of the footnotes
	prefix    string     // of our relations' ids
	noteName  string
	added     []typed // parts with their types
	marks     bookmarks
	tags      map[string]int // times each cell's tag was used
	drawn     int
	control   int // id of the last
}

// typed is a part that was added, and what it is.
type typed struct{ name, is string }

func newWriter(d *report.Document, say report.Language, t *Template, o Options) *writer {
	f := &writer{doc: d, say: say, template: t, options: o, parts: t.parcel(), noted: map[int]string{}, tags: map[string]int{}}
	f.markup = &f.body
	f.prefix = f.parts.freePrefix()
	f.sweep()
	var css []byte
	f.chosen, css = t.choose(d.Language)
	f.lists = newNumbering(t, f.chosen)
	f.parts[t.styles] = f.lists.inStyles(css)
	f.paint = f.chosen.ours[roleTable] || t.painted(f.chosen.ids[roleTable])
	f.section = newSection(t)
	f.marks = newBookmarks(d, t)
	f.control, f.drawn = highest(t.document)
	f.frame()
	return f
}

// highest returns the largest ids of controls and pictures that a template has.
func highest(root *node) (control, drawn int) {
	control, drawn = 56000, 1000
	root.walk(func(n *node) bool {
		switch {
		case n.is("id"):
			if id, err := strconv.Atoi(n.attr("val")); err == nil && id < 1<<30 {
				control = max(control, id)
			}
		case n.space == inlineSpace && n.name == "docPr":
			if id, err := strconv.Atoi(n.attr("id")); err == nil && id < 1<<30 {
				drawn = max(drawn, id)
			}
		}
		return true
	})
	return control, drawn
}

// everything writes cover, contents, text and colophon.
func (f *writer) everything() error {
	f.cover()
	f.contents()
	f.begin = true
	if err := f.blocks(f.doc.Blocks, place{}); err != nil {
		return err
	}
	f.colophon()
	return nil
}

// colophon says how the numbers were made.
func (f *writer) colophon() {
	if len(f.doc.Method) == 0 && f.doc.Version == "" {
		return
	}
	f.heading(report.Heading{Level: 1, ID: "colophon", Text: []report.Inline{report.Words{Text: f.say.Method}}})
	for i, text := range f.doc.Method {
		f.paragraph(paragraph{style: roleNormal}, func() { f.line("method/"+strconv.Itoa(i+1), text, face{}) })
	}
	if s := strings.TrimSpace(f.say.Version + " " + f.doc.Version); f.doc.Version != "" {
		f.paragraph(paragraph{style: roleNormal}, func() { f.run(s, face{colour: muted, size: 17}) })
	}
}

// assemble puts what was written among the template's parts.
func (f *writer) assemble() error {
	f.closeSection()
	f.footnotes()
	if err := f.numbers(); err != nil {
		return err
	}
	f.parts[f.template.main] = f.text()
	f.properties()
	if err := f.relate(); err != nil {
		return err
	}
	return f.register()
}

// placeholders stand in a template where the report goes.
var placeholders = []string{"{{rapport}}", "{{report}}"}

// text returns the main part: the template's, with the report in the place of
// the paragraph that says so or, where there is none, of everything.
func (f *writer) text() []byte {
	t := f.template
	source := t.parts[t.main]
	body := t.document.child("body")
	last := lastSection(body)
	edits := []edit{f.opening(source)}
	if at := placeholder(body); at != nil {
		edits = append(edits, edit{at.from, at.to, f.body.String()})
		if last != nil {
			edits = append(edits, edit{last.from, last.to, f.section.last(f)})
		}
		return apply(source, edits)
	}
	whole := f.body.String() + f.section.last(f)
	if len(body.children) == 0 {
		return apply(source, append(edits, body.last(source, whole)))
	}
	return apply(source, append(edits, edit{body.inner, body.end, whole}))
}

// opening returns the main part's first tag with the prefixes that we use.
func (f *writer) opening(source []byte) edit {
	root := f.template.document
	tag := string(source[root.from:root.inner])
	for _, s := range ourSpaces {
		if !strings.Contains(tag, "xmlns:"+s.prefix+"=") {
			tag = strings.TrimSuffix(tag, ">") + declare(s) + ">"
		}
	}
	switch at := strings.Index(tag, `mc:Ignorable="`); {
	case at < 0:
		tag = strings.TrimSuffix(tag, ">") + ` mc:Ignorable="w15">`
	case !bytes.Contains([]byte(" "+root.attr("Ignorable")+" "), []byte(" w15 ")):
		at += len(`mc:Ignorable="`)
		tag = tag[:at] + strings.TrimSpace("w15 "+root.attr("Ignorable")) + tag[at+strings.Index(tag[at:], `"`):]
	}
	return edit{root.from, root.inner, tag}
}

// placeholder returns the paragraph that says where the report goes. Word may
// have split its words over runs.
func placeholder(body *node) *node {
	for _, p := range body.children {
		if !p.is("p") {
			continue
		}
		var words strings.Builder
		p.walk(func(n *node) bool {
			if n.is("t") {
				words.WriteString(n.text)
			}
			return true
		})
		for _, want := range placeholders {
			if strings.ToLower(strings.ReplaceAll(strings.TrimSpace(words.String()), " ", "")) == want {
				return p
			}
		}
	}
	return nil
}
