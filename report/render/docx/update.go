package docx

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"stikprove/report"
	"stikprove/survey"
)

// Updated is a file with its numbers brought up to date.
type Updated struct {
	Content []byte   // the file; the bytes it was where nothing changed
	Changes []Change // in the order of the file, then what is missing
	Found   int      // numbers, lines and pictures that the file has
	// Barriers are what keeps readers from the file who do not see it or not
	// well, as it now is with what people did to it; see [Inaccessible].
	Barriers []string
}

// Language returns the language that a report was written in; empty where the
// file does not say.
func Language(content []byte) string {
	parts, err := openParcel(content)
	if err != nil {
		return ""
	}
	outer, err := parts.relations("")
	if err != nil {
		return ""
	}
	for _, r := range outer {
		if !strings.HasSuffix(r.kind, "/core-properties") {
			continue
		}
		root, err := parseXML(parts[r.target])
		if err != nil {
			return ""
		}
		for _, n := range root.children {
			if tag, _, _ := strings.Cut(strings.TrimSpace(n.text), "-"); n.name == "language" {
				if _, ok := report.LanguageOf(tag); ok {
					return tag
				}
			}
		}
	}
	return ""
}

// Update renews the numbers, lines around numbers and pictures of a report that
// people have edited since it was written. All else stays byte for byte. A
// number in the file that the document does not have is left and said to be;
// so is one that the file has no more.
//
// The error is a [survey.Problem] that names the file where it is no Word file
// or has no number of ours.
func Update(file string, content []byte, d *report.Document, o Options) (*Updated, error) {
	t, fault := openWord(content)
	if fault != "" {
		return nil, survey.Problem{File: file, Message: fault + "; want a report that was written as a Word document (.docx)"}
	}
	if t.known == nil { // tables and charts are written anew in them
		return nil, survey.Problem{File: file, Message: "the file has lost its styles; open it in Word, save it, and try again"}
	}
	u := &updater{template: t, want: expect(d), doc: d, options: o, changed: parcel{}, seen: map[string]bool{}, charted: map[string]bool{}, described: map[*node]bool{}}
	names := slices.Sorted(maps.Keys(t.parts))
	for _, name := range names {
		if u.holdsText(name) {
			if err := u.part(name); err != nil {
				return nil, survey.Problem{File: file, Message: fmt.Sprintf("its part %s cannot be read: %v", name, err)}
			}
		}
	}
	if u.found == 0 {
		return nil, survey.Problem{File: file, Message: "no number in it is tagged: it is not a report of ours, or was saved by a program that drops tags, as LibreOffice does; nothing is changed"}
	}
	u.missing()
	out := &Updated{Content: content, Changes: u.changes.list, Found: u.found}
	if len(u.changed) == 0 {
		return out, nil
	}
	for name, part := range u.changed {
		if path.Ext(name) != ".xml" {
			continue
		}
		if _, err := parseXML(part); err != nil {
			return nil, fmt.Errorf("a bug, please report it: updating %s: %w", name, err)
		}
	}
	var err error
	out.Content, err = replaceParts(content, u.changed)
	return out, err
}

// updater is a file on its way to being up to date.
type updater struct {
	template *Template
	want     *expectation
	doc      *report.Document
	options  Options
	changed  parcel
	changes  changes
	seen     map[string]bool // tags, without hash
	charted  map[string]bool // figures that the file has as charts
	found    int

	described map[*node]bool // tables whose description has been looked at

	name   string // of the part being read
	source []byte
	edits  []edit
}

// holdsText reports whether a part may have numbers in it.
func (u *updater) holdsText(name string) bool {
	if path.Ext(name) != ".xml" || path.Dir(name) != path.Dir(u.template.main) {
		return false
	}
	return name == u.template.main || bytes.Contains(u.template.parts[name], []byte("sdtContent"))
}

// part updates one part.
func (u *updater) part(name string) error {
	u.name, u.source, u.edits = name, u.template.parts[name], nil
	root, err := parseXML(u.source)
	if err != nil {
		return err
	}
	var found []control
	root.walk(func(n *node) bool {
		if n.is("sdt") {
			if c := controlOf(n); c.tag != "" {
				found = append(found, c)
			}
		}
		return true
	})
	rebuilt := u.rebuild(found)
	for _, c := range found {
		if !rebuilt[c.table] || c.table == nil {
			u.redescribe(c)
			if err := u.control(c); err != nil {
				return err
			}
		}
	}
	if len(u.edits) > 0 {
		u.changed[name] = apply(u.source, u.edits)
	}
	return nil
}

// control updates one control.
func (u *updater) control(c control) error {
	switch {
	case strings.HasPrefix(c.tag, "text:"):
		u.line(c)
	case strings.HasPrefix(c.tag, "figure:"):
		return u.figure(c)
	default:
		u.number(c)
	}
	return nil
}

// number renews a number of the text or of a table.
func (u *updater) number(c control) {
	x, ok := u.want.tagged[c.tag]
	if !ok && !strings.HasPrefix(c.tag, "cell:") {
		var v report.Value
		if v, ok = u.doc.Look(c.tag); ok {
			x = u.want.value(v)
		}
	}
	if !ok && !ours(c.tag) {
		return // somebody else's control
	}
	u.found++
	u.seen[c.tag] = true
	old := c.text()
	switch {
	case !ok:
		u.changes.add(Change{Kind: Unknown, Tag: c.tag, Old: old})
		return
	case c.gone():
		u.changes.add(Change{Kind: Deleted, Tag: c.tag})
		return
	}
	text := capitalLike(x.text, old)
	if !strings.HasPrefix(c.tag, "cell:") {
		u.retitle(c, x.title)
	}
	if text == old {
		return
	}
	u.edits = append(u.edits, c.say(text)...)
	u.renumber(x, old, text)
}

// renumber notes that a number is another. What a number was that must not be
// shown now is not told again.
func (u *updater) renumber(x expected, old, text string) {
	if x.hidden {
		old = ""
	}
	u.changes.add(Change{Kind: Changed, Tag: x.tag, Old: old, New: text})
}

// ours reports whether a tag looks like one of ours: other programs have
// controls too.
func ours(tag string) bool {
	if strings.HasPrefix(tag, "cell:") {
		return true
	}
	for _, verb := range []string{"pct", "n", "ci", "words", "total", "N", "eligible", "answered", "psus"} {
		if strings.HasSuffix(tag, "/"+verb) {
			return true
		}
	}
	return false
}

// line renews a line of words around numbers, unless somebody has rewritten it.
func (u *updater) line(c control) {
	name, sum := cutHash(c.tag)
	if len(sum) != 8 || name == "text" {
		return
	}
	u.found++
	u.seen[name] = true
	x, ok := u.want.tagged[name]
	old := c.text()
	switch {
	case !ok:
		u.changes.add(Change{Kind: Unknown, Tag: name, Old: old})
	case c.gone():
		if hash(x.text) != sum {
			u.changes.add(Change{Kind: Deleted, Tag: name})
		}
	case hash(x.text) == sum: // ours is as it was, whatever theirs is
	case hash(old) != sum:
		u.changes.add(Change{Kind: Kept, Tag: name, Old: old, New: x.text})
	default:
		u.edits = append(u.edits, c.say(x.text)...)
		u.retag(c, name+":"+hash(x.text))
		u.changes.add(Change{Kind: Changed, Tag: name, Old: old, New: x.text})
	}
}

// retag gives a control another tag.
func (u *updater) retag(c control, tag string) {
	p := c.tagged.prefix
	u.edits = append(u.edits, edit{c.tagged.from, c.tagged.to, "<" + p + "tag " + attrPrefixOr(p) + `val="` + escape(tag) + `"/>`})
}

// retitle gives a control the title that goes with its number.
func (u *updater) retitle(c control, title string) {
	switch {
	case c.title == nil || c.title.attr("val") == title:
	case title == "":
		u.edits = append(u.edits, edit{c.title.from, c.title.to, ""})
	default:
		p := c.title.prefix
		u.edits = append(u.edits, edit{c.title.from, c.title.to, "<" + p + "alias " + attrPrefixOr(p) + `val="` + escape(title) + `"/>`})
	}
}

// missing lists what the file has no more. Of a table that is not there at all
// that is said once.
func (u *updater) missing() {
	there := map[string]bool{} // tables with a cell
	for tag := range u.seen {
		if x := u.want.tagged[tag]; x.of != "" && strings.HasPrefix(tag, "cell:") {
			there[x.of] = true
		}
	}
	said := map[string]bool{}
	for _, tag := range u.want.order {
		x := u.want.tagged[tag]
		switch {
		case u.seen[tag], u.inPicture(tag):
		case x.of != "" && !there[x.of] && len(u.want.tables[x.of].Rows) > 0:
			if !said[x.of] {
				u.changes.add(Change{Kind: Missing, Tag: "table:" + x.of})
			}
			said[x.of] = true
		default:
			u.changes.add(Change{Kind: Missing, Tag: tag})
		}
	}
}

// inPicture reports whether a line stands around charts, and the file has its
// figure as a picture.
func (u *updater) inPicture(tag string) bool {
	figure, ok := besideChart(tag)
	return ok && !u.charted[figure]
}
