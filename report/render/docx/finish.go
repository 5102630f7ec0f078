package docx

import (
	"fmt"
	"path"
	"strconv"
	"strings"
)

// relation notes that the part being written leads to a target, and returns
// the id it does so by.
func (f *writer) relation(kind, target string, outside bool) string {
	links := &f.links
	if f.within {
		links = &f.noteLinks
	}
	for _, r := range *links {
		if r.kind == kind && r.target == target && kind == kindLink {
			return r.id
		}
	}
	id := f.prefix + strconv.Itoa(len(*links)+1)
	*links = append(*links, relation{id: id, kind: kind, target: target, outside: outside})
	return id
}

// relate writes the relations of the parts.
func (f *writer) relate() error {
	if err := f.relatePart(f.template.main, f.links); err != nil {
		return err
	}
	if len(f.noteLinks) > 0 {
		return f.relatePart(f.noteName, f.noteLinks)
	}
	return nil
}

func (f *writer) relatePart(part string, links []relation) error {
	var m markup
	for _, r := range links {
		target, mode := escape(r.target), ` TargetMode="External"`
		if !r.outside {
			target, mode = "/"+target, ""
			if inside, ok := strings.CutPrefix(r.target, path.Dir(part)+"/"); ok {
				target = escape(inside)
			}
		}
		m.put(`<Relationship Id="`, r.id, `" Type="`, kindOpening, r.kind, `" Target="`, target, `"`, mode, "/>")
	}
	return f.into(relsOf(part), "Relationships", packageSpace, m.String())
}

// into puts elements at the end of a part of the package's own, which is made
// where there is none.
func (f *writer) into(part, root, space, words string) error {
	source, ok := f.parts[part]
	if !ok {
		f.parts[part] = []byte(xmlHead + "<" + root + ` xmlns="` + space + `">` + words + "</" + root + ">")
		return nil
	}
	tree, err := parseXML(source)
	if err != nil {
		return fmt.Errorf("the template's part %s cannot be read: %w", part, err)
	}
	if tree.prefix != "" {
		words = strings.NewReplacer("<Re", "<"+tree.prefix+"Re", "<Over", "<"+tree.prefix+"Over", "<Def", "<"+tree.prefix+"Def").Replace(words)
	}
	f.parts[part] = apply(source, []edit{tree.last(source, words)})
	return nil
}

// register says in the package what the parts that were added are.
func (f *writer) register() error {
	f.forget()
	types := string(f.parts[typesPart])
	// A report of a template is a document.
	f.parts[typesPart] = []byte(strings.Replace(types, typeTemplate, typeDocument, 1))
	var m markup
	for _, d := range []struct{ ext, is string }{{"png", "image/png"}, {"svg", "image/svg+xml"}} {
		if !strings.Contains(strings.ToLower(types), `extension="`+d.ext+`"`) {
			m.put(`<Default Extension="`, d.ext, `" ContentType="`, d.is, `"/>`)
		}
	}
	for _, p := range f.added {
		if !strings.Contains(types, `"/`+p.name+`"`) {
			m.put(`<Override PartName="/`, escape(p.name), `" ContentType="`, p.is, `"/>`)
		}
	}
	return f.into(typesPart, "Types", typesSpace, m.String())
}

// made is the time that every report says it was made at: the same report is
// the same file. When it was made stands in the manifest.
const made = "2000-01-01T00:00:00Z"

// properties writes what programs and archives show of the file.
func (f *writer) properties() {
	d := f.doc
	core := &markup{}
	core.put(xmlHead, `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, p := range []struct{ name, value string }{
		{"dc:title", d.Title}, {"dc:subject", d.Subtitle}, {"dc:creator", strings.TrimSpace(f.say.Version + " " + d.Version)},
		{"cp:keywords", strings.Join(filled(d.Study, d.Wave), ", ")}, {"dc:description", d.Notice}, {"dc:language", tagOf(d.Language)},
	} {
		core.put("<", p.name, ">", escape(p.value), "</", p.name, ">")
	}
	core.put(`<dcterms:created xsi:type="dcterms:W3CDTF">`, made, `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">`, made, "</dcterms:modified></cp:coreProperties>")
	outer, err := f.parts.relations("")
	if err != nil {
		return // it would not have been opened
	}
	name, links := "", ""
	for _, r := range outer {
		if r.kind == kindCore || strings.HasSuffix(r.kind, "/core-properties") {
			name = r.target
		}
	}
	if name == "" {
		name = f.parts.add("docProps/x", "core.xml", bytesOf(core))
		f.added = append(f.added, typed{name, typeCore})
		links += `<Relationship Id="rIdS1" Type="` + kindCore + `" Target="` + name + `"/>`
	}
	f.parts[name] = bytesOf(core)
	if related(outer, kindExtended) == "" {
		extended := f.parts.add("docProps/x", "app.xml", []byte(xmlHead+`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Stikprøve</Application></Properties>`))
		f.added = append(f.added, typed{extended, typeExtended})
		links += `<Relationship Id="rIdS2" Type="` + kindOpening + kindExtended + `" Target="` + extended + `"/>`
	}
	if links != "" {
		_ = f.into("_rels/.rels", "Relationships", packageSpace, links) // it was read above
	}
}
