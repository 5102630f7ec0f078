package docx

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
)

// Template is a Word file that reports are laid in. It is immutable.
type Template struct {
	house    bool // ours
	parts    parcel
	main     string // name of the part that holds the text
	styles   string
	from     []relation // the main part's
	document *node
	known    *node // the styles
}

// The types of a main part that may be written over.
const (
	typeDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
	typeTemplate = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
)

// OpenTemplate reads a house template. The error is a [survey.Problem] that
// names the file.
func OpenTemplate(file string, content []byte) (*Template, error) {
	t, fault := openWord(content)
	if fault != "" {
		return nil, survey.Problem{File: file, Message: fault + "; want a Word document or template (.docx, .dotx)"}
	}
	if t.known == nil || len(stylesOf(t.known)) == 0 {
		return nil, survey.Problem{File: file, Message: "the template has no styles; open it in Word, save it as a document (.docx), and name that"}
	}
	if t.document.child("body") == nil {
		return nil, survey.Problem{File: file, Message: "the template has no page to put a report on; want a Word document or template (.docx, .dotx)"}
	}
	for _, n := range ourSpaces {
		for _, a := range t.document.attrs {
			if a.Name.Space == "xmlns" && a.Name.Local == n.prefix && a.Value != n.uri {
				return nil, survey.Problem{File: file, Message: fmt.Sprintf("the template gives %q a meaning of its own; open it in Word, save it, and try again", n.prefix)}
			}
		}
	}
	return t, nil
}

// openWord reads a Word file; the fault says why it is none.
func openWord(content []byte) (t *Template, fault string) {
	const none = "not a Word document"
	if bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return nil, "a Word file of the old kind (.doc), or one with a password"
	}
	parts, err := openParcel(content)
	if err != nil {
		return nil, none
	}
	outer, err := parts.relations("")
	if err != nil {
		return nil, none
	}
	t = &Template{parts: parts, main: related(outer, kindDocument)}
	for _, r := range outer {
		if strings.HasPrefix(r.kind, strictSpace) {
			return nil, "saved as Strict Open XML"
		}
	}
	if t.document, err = parseXML(parts[t.main]); err != nil || !t.document.is("document") {
		return nil, none
	}
	if strings.Contains(string(parts[typesPart]), "macroEnabled") {
		return nil, "a file with macros"
	}
	if t.from, err = parts.relations(t.main); err != nil {
		return nil, none
	}
	if t.styles = related(t.from, kindStyles); parts[t.styles] != nil {
		if t.known, err = parseXML(parts[t.styles]); err != nil {
			return nil, none
		}
	}
	return t, ""
}

// stylesOf returns the styles of a part of styles.
func stylesOf(root *node) []*node {
	var out []*node
	for _, n := range root.children {
		if n.is("style") && n.attr("styleId") != "" {
			out = append(out, n)
		}
	}
	return out
}

// parcel returns a copy of the template's parts to write a report among.
func (t *Template) parcel() parcel { return maps.Clone(t.parts) }

// chosen is which style plays each role in a report.
type chosen struct {
	ids     map[string]string
	ours    map[string]bool // added, not the template's
	numbers map[string]bool // paragraphs of the style have a number or bullet already
}

// choose finds the styles by name and returns the part of styles with the
// missing ones added, in the report's language.
func (t *Template) choose(language string) (chosen, []byte) {
	c := chosen{ids: map[string]string{}, ours: map[string]bool{}, numbers: map[string]bool{}}
	named, taken := map[string]*node{}, map[string]bool{}
	for _, n := range stylesOf(t.known) {
		key := n.attr("type") + " " + strings.ToLower(strings.TrimSpace(n.val("name")))
		if named[key] == nil {
			named[key] = n
		}
		taken[strings.ToLower(n.attr("styleId"))] = true
	}
	for _, s := range styles {
		for _, name := range s.names() {
			if n := named[s.kind+" "+name]; n != nil && name != "" {
				c.ids[s.role] = n.attr("styleId")
				c.numbers[s.role] = t.isNumbered(n, 0)
				break
			}
		}
		if c.ids[s.role] != "" {
			continue
		}
		id := s.id
		for i := 2; taken[strings.ToLower(id)]; i++ {
			id = s.id + strconv.Itoa(i)
		}
		taken[strings.ToLower(id)] = true
		c.ids[s.role], c.ours[s.role] = id, true
	}
	var added strings.Builder
	for _, s := range styles {
		if c.ours[s.role] {
			added.WriteString(c.words(s, language, t.house))
		}
	}
	source := t.parts[t.styles]
	edits := []edit{t.known.last(source, added.String())}
	return c, apply(source, append(edits, speak(t.known, language)...))
}

// isNumbered reports whether a style, or one it is based on, numbers its
// paragraphs.
func (t *Template) isNumbered(n *node, depth int) bool {
	if id := n.child("pPr").child("numPr").val("numId"); id != "" {
		return id != "0"
	}
	base := n.val("basedOn")
	if base == "" || depth > 20 {
		return false
	}
	for _, other := range stylesOf(t.known) {
		if other.attr("styleId") == base {
			return t.isNumbered(other, depth+1)
		}
	}
	return false
}

// tabs returns where a style of the template has its tabs.
func (t *Template) tabs(id string) []int {
	var out []int
	for _, n := range stylesOf(t.known) {
		if n.attr("styleId") != id || n.child("pPr").child("tabs") == nil {
			continue
		}
		for _, tab := range n.child("pPr").child("tabs").children {
			if at, err := strconv.Atoi(tab.attr("pos")); err == nil {
				out = append(out, at)
			}
		}
	}
	slices.Sort(out)
	return out
}

// painted reports whether a style of tables has heads in our colour, as the
// template has it that we wrote ourselves. Others colour their heads' letters
// as well, and are left to it.
func (t *Template) painted(id string) bool {
	for _, n := range stylesOf(t.known) {
		if n.attr("styleId") != id {
			continue
		}
		for _, part := range n.children {
			if part.is("tblStylePr") && part.attr("type") == "firstRow" && part.child("tcPr").child("shd").attr("fill") == blue {
				return true
			}
		}
	}
	return false
}

// words returns a style of ours as it is added.
func (c chosen) words(s style, language string, house bool) string {
	name := s.name
	if s.own && language == "da" {
		name = s.danish
	}
	attrs := ` w:type="` + s.kind + `"`
	if house && s.role == roleNormal {
		attrs += ` w:default="1"`
	}
	if s.own {
		attrs += ` w:customStyle="1"`
	}
	words := s.words
	for role, id := range c.ids {
		words = strings.ReplaceAll(words, `"[`+role+`]"`, `"`+escape(id)+`"`)
	}
	return "<w:style" + attrs + ` w:styleId="` + escape(c.ids[s.role]) + `"><w:name w:val="` + escape(name) + `"/>` + words + "</w:style>"
}

// speak makes the language of a report that of its styles: the text of a
// template in another language would be spell-checked, and read aloud, in that.
func speak(known *node, language string) []edit {
	var edits []edit
	known.walk(func(n *node) bool {
		if !n.is("lang") || n.attr("val") == "" || n.attr("val") == tagOf(language) {
			return true
		}
		edits = append(edits, edit{n.from, n.to, "<" + n.prefix + `lang ` + n.prefix + `val="` + tagOf(language) + `"/>`})
		return true
	})
	return edits
}

// tagOf returns the language and country of a report's language.
func tagOf(language string) string {
	if language == "en" {
		return "en-GB"
	}
	return "da-DK"
}

// add puts a part beside the main one and returns its name: names that the
// template has are left to it.
func (p parcel) add(main, name string, content []byte) string {
	full := path.Join(path.Dir(main), name)
	ext := path.Ext(full)
	for i := 2; p[full] != nil; i++ {
		full = path.Join(path.Dir(main), strings.TrimSuffix(name, ext)+"-"+strconv.Itoa(i)+ext)
	}
	p[full] = content
	return full
}
