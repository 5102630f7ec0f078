package docx

import (
	"bytes"
	"path"
	"slices"
	"strings"
)

// freePrefix returns what the ids of our relations begin with, which no relation
// of the template's does.
func (p parcel) freePrefix() string {
	prefix := "rIdS"
	for name, part := range p {
		for path.Ext(name) == ".rels" && bytes.Contains(part, []byte(`"`+prefix)) {
			prefix += "S"
		}
	}
	return prefix
}

// passing are kinds of relation that belong to what a page says; they go with
// it, or a report would hold what its template said.
var passing = []string{kindImage, kindLink, "/chart", "/chartEx", "/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible", "/oleObject", "/package", "/diagramData", "/diagramLayout", "/diagramQuickStyle", "/diagramColors"}

// sweep takes out what a template's own text leads to where the report has
// taken the place of all of it.
func (f *writer) sweep() {
	t := f.template
	if t.house || placeholder(t.document.child("body")) != nil {
		return
	}
	gone := map[string]bool{}
	for _, part := range []string{t.main, related(t.from, kindFootnotes)} {
		root, err := parseXML(f.parts[relsOf(part)])
		if err != nil {
			continue
		}
		var edits []edit
		for _, n := range root.children {
			kind := strings.TrimPrefix(n.attr("Type"), kindOpening)
			if at := strings.LastIndex(kind, "/"); at > 0 {
				kind = kind[at:]
			}
			if slices.Contains(passing, kind) {
				edits = append(edits, edit{n.from, n.to, ""})
				gone[resolve(part, n.attr("Target"))] = n.attr("TargetMode") != "External"
			}
		}
		f.parts[relsOf(part)] = apply(f.parts[relsOf(part)], edits)
	}
	for name, inside := range gone {
		if inside && !f.parts.leadTo(name) {
			delete(f.parts, name)
			delete(f.parts, relsOf(name))
		}
	}
}

// leadTo reports whether a relation of any part leads to a part.
func (p parcel) leadTo(name string) bool {
	for rels := range p {
		dir, file := path.Split(rels)
		if path.Ext(file) != ".rels" {
			continue
		}
		links, err := p.relations(path.Join(path.Dir(path.Clean(dir)), strings.TrimSuffix(file, ".rels")))
		if err != nil || slices.ContainsFunc(links, func(r relation) bool { return !r.outside && r.target == name }) {
			return true
		}
	}
	return false
}

// forget takes the types of parts that are gone out of the package.
func (f *writer) forget() {
	root, err := parseXML(f.parts[typesPart])
	if err != nil {
		return // into says so
	}
	var edits []edit
	for _, n := range root.children {
		if name := strings.TrimPrefix(n.attr("PartName"), "/"); name != "" && f.parts[name] == nil {
			edits = append(edits, edit{n.from, n.to, ""})
		}
	}
	f.parts[typesPart] = apply(f.parts[typesPart], edits)
}
