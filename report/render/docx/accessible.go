package docx

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stikprove/report"
)

// Inaccessible lists what in a Word file keeps readers from it who do not see it
// or not well, a sentence each: no title or language, headings out of order,
// tables without heads, pictures without words, text styles too pale for white
// paper. See [report.Inaccessible] for where the requirements come from.
func Inaccessible(content []byte) []string {
	parts, err := openParcel(content)
	if err != nil {
		return []string{err.Error()}
	}
	c := &checker{parts: parts, trees: map[string]*node{}, seen: map[string]string{}}
	c.read()
	c.faults = nil // of structure; Check has those
	a := accessible{checker: c, styles: map[string]*node{}}
	a.properties()
	a.readStyles()
	a.body()
	return c.faults
}

// accessible is a Word file being looked through.
type accessible struct {
	*checker
	styles map[string]*node // by id
	used   []string         // ids of the styles of paragraphs, in order
}

const corePart = "docProps/core.xml"

// properties looks for title and language.
func (a *accessible) properties() {
	a.name = corePart
	said := map[string]string{}
	if root := a.trees[corePart]; root != nil {
		for _, n := range root.children {
			said[n.name] = strings.TrimSpace(n.text)
		}
	}
	for _, name := range []string{"title", "language"} {
		if said[name] == "" {
			a.fault("the file has no %s", name)
		}
	}
}

// readStyles reads the styles and the language they are proofed in.
func (a *accessible) readStyles() {
	a.name = "word/styles.xml"
	root := a.trees[a.name]
	if root == nil {
		a.fault("the file has no styles, so its headings are none")
		return
	}
	if tag := root.child("docDefaults").child("rPrDefault").child("rPr").child("lang").attr("val"); tag == "" {
		a.fault("no language is set for the text")
	}
	for _, n := range root.children {
		if n.is("style") {
			a.styles[n.attr("styleId")] = n
		}
	}
}

var headingName = regexp.MustCompile(`(?i)^(?:heading|overskrift) ([1-9])$`)

// body looks through the text.
func (a *accessible) body() {
	a.name = "word/document.xml"
	last := 0
	a.trees[a.name].walk(func(n *node) bool {
		switch {
		case n.is("p"):
			id := n.child("pPr").val("pStyle")
			if !slices.Contains(a.used, id) && n.within("tbl") == nil {
				a.used = append(a.used, id)
			}
			last = a.heading(id, last)
		case n.is("tbl"):
			a.heads(n)
		case n.space == inlineSpace && n.name == "docPr":
			a.picture(n)
		}
		return true
	})
	a.name = "word/styles.xml"
	for _, id := range a.used {
		a.contrast(id)
	}
}

// heading holds a heading to the last one and returns its level.
func (a *accessible) heading(id string, last int) int {
	m := headingName.FindStringSubmatch(a.styles[id].val("name"))
	if m == nil {
		return last
	}
	level, _ := strconv.Atoi(m[1])
	if level > last+1 {
		a.fault("a heading of level %d after one of level %d", level, last)
	}
	return level
}

// heads looks for the rows and the column that head a table.
func (a *accessible) heads(n *node) {
	heads := 0
	for _, row := range n.children {
		if row.child("trPr").child("tblHeader") != nil {
			heads++
		}
	}
	caption := n.child("tblPr").val("tblCaption")
	if heads == 0 {
		a.fault("table %q has no header row", caption)
	}
	if look := n.child("tblPr").child("tblLook"); look.attr("firstRow") != "1" || look.attr("firstColumn") != "1" {
		a.fault("table %q does not say that its first row and column are headers", caption)
	}
}

// picture looks for words in place of a picture.
func (a *accessible) picture(n *node) {
	alt := strings.TrimSpace(n.attr("descr"))
	switch {
	case alt == "":
		a.fault("%s has no alternative text", n.attr("name"))
	case path.Ext(alt) != "" && !strings.Contains(alt, " "):
		a.fault("%s has the name of a file as its alternative text: %s", n.attr("name"), alt)
	}
}

// contrast holds the colour of a style that text is in to white paper. Where a
// style says nothing, the one it is based on does.
func (a *accessible) contrast(id string) {
	colour, points, bold, shaded := "", 0.0, false, false
	for at, deep := a.styles[id], 0; at != nil && deep < 20; at, deep = a.styles[at.val("basedOn")], deep+1 {
		look := at.child("rPr")
		if colour == "" {
			colour = look.val("color")
		}
		if half, err := strconv.ParseFloat(look.val("sz"), 64); err == nil && points == 0 {
			points = half / 2
		}
		bold = bold || look.child("b") != nil && look.val("b") != "0" && look.val("b") != "false"
		fill := at.child("pPr").child("shd").attr("fill")
		shaded = shaded || fill != "" && fill != "auto" && !strings.EqualFold(fill, white)
	}
	letters, err := strconv.ParseUint(colour, 16, 24)
	if shaded || err != nil || report.Legible(uint32(letters), 0xffffff, points, bold) {
		return // automatic is black
	}
	a.fault("style %s: lettering #%s is too pale on white", fmt.Sprintf("%q", a.styles[id].val("name")), strings.ToLower(colour))
}
