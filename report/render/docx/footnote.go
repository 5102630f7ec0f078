package docx

import (
	"strconv"
	"strings"
)

// footnote writes the footnote of that number and returns its id in the part.
// Those below are the separators'.
func (f *writer) footnote(number int) int {
	id := f.firstNote() + number
	body, within, begin := f.markup, f.within, f.begin
	f.markup, f.within, f.begin = &f.notes, true, false
	f.put(`<w:footnote w:id="`, strconv.Itoa(id), `">`)
	f.paragraph(paragraph{style: roleFootnote}, func() {
		f.put("<w:r>")
		f.markup.properties(face{style: f.chosen.ids[roleFootnoteMark]})
		f.put("<w:footnoteRef/></w:r>")
		f.run(" ", face{})
		f.inlines(f.doc.Notes[number-1].Text, face{})
	})
	f.put("</w:footnote>")
	f.markup, f.within, f.begin = body, within, begin
	return id
}

// firstNote returns the largest id of the template's own footnotes.
func (f *writer) firstNote() int {
	top := 0
	if root, err := parseXML(f.template.parts[related(f.template.from, kindFootnotes)]); err == nil {
		for _, n := range root.children {
			if id, err := strconv.Atoi(n.attr("id")); err == nil && id < 1<<30 {
				top = max(top, id)
			}
		}
	}
	return top
}

// separators are the lines that Word draws between text and footnotes.
const separators = `<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>` +
	`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`

// footnotes puts the footnotes in their part.
func (f *writer) footnotes() {
	if f.notes.Len() == 0 && !f.template.house {
		return
	}
	part := related(f.template.from, kindFootnotes)
	source, ok := f.template.parts[part]
	if !ok {
		name := f.parts.add(f.template.main, "footnotes.xml", []byte(xmlHead+"<w:footnotes"+declare(ourSpaces...)+` mc:Ignorable="w15">`+separators+f.notes.String()+"</w:footnotes>"))
		f.added = append(f.added, typed{name, typeOpening + "footnotes+xml"})
		f.relation(kindFootnotes, name, false)
		f.noteName = name
		return
	}
	root, err := parseXML(source)
	if err != nil {
		return // it would not have been opened
	}
	// Each footnote brings the prefixes that the template's part may lack.
	own := strings.ReplaceAll(f.notes.String(), "<w:footnote ", "<w:footnote"+declare(ourSpaces...)+" ")
	edits := []edit{root.last(source, own)}
	for _, n := range root.children {
		if n.is("footnote") && n.attr("type") == "" && placeholder(f.template.document.child("body")) == nil {
			edits = append(edits, edit{n.from, n.to, ""}) // its mark is gone
		}
	}
	f.parts[part] = apply(source, edits)
	f.noteName = part
}
