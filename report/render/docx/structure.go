package docx

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"stikprove/report/render/chart"
)

// Check returns what is wrong with the structure of a Word file, a sentence
// each: parts without a type, relations and references that lead nowhere,
// elements out of the standard's order, ids used twice, bookmarks and fields
// that do not close, styles and lists that are not there, tables without heads,
// pictures without words. It is no substitute for opening the file in Word.
func Check(content []byte) []string {
	parts, err := openParcel(content)
	if err != nil {
		return []string{err.Error()}
	}
	c := &checker{parts: parts, trees: map[string]*node{}, seen: map[string]string{}}
	c.read()
	for _, name := range slices.Sorted(maps.Keys(c.trees)) {
		c.name = name
		c.relations()
		if dir := path.Dir(name); dir == "word" || dir == "word/charts" {
			c.trees[name].walk(c.element)
		}
	}
	for _, name := range c.stories() {
		c.name = name
		c.story(c.trees[name])
	}
	return c.faults
}

type checker struct {
	parts  parcel
	trees  map[string]*node
	seen   map[string]string // ids, by kind, with where
	name   string            // of the part being checked
	faults []string
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, c.name+": "+fmt.Sprintf(format, args...))
}

// read parses the parts and looks for their types.
func (c *checker) read() {
	defaults, types := map[string]bool{}, map[string]bool{}
	root, err := parseXML(c.parts[typesPart])
	if err != nil {
		c.fault("no content types: %v", err)
		return
	}
	for _, n := range root.children {
		defaults[strings.ToLower(n.attr("Extension"))] = true
		name := strings.TrimPrefix(n.attr("PartName"), "/")
		if name != "" && types[name] {
			c.fault("two types of %s", name)
		}
		if name != "" && c.parts[name] == nil {
			c.fault("a type of %s, which is not there", name)
		}
		types[name] = true
	}
	for name, part := range c.parts {
		c.name = name
		ext := strings.TrimPrefix(path.Ext(name), ".")
		if name != typesPart && !types[name] && !defaults[strings.ToLower(ext)] {
			c.fault("no content type")
		}
		if ext != "xml" && ext != "rels" {
			continue
		}
		tree, err := parseXML(part)
		if err != nil {
			c.fault("no XML: %v", err)
			continue
		}
		c.trees[name] = tree
	}
	slices.Sort(c.faults)
}

// relations checks that what a part leads to is there.
func (c *checker) relations() {
	dir, file := path.Split(c.name)
	if path.Ext(file) != ".rels" {
		return
	}
	owner := path.Join(path.Dir(path.Clean(dir)), strings.TrimSuffix(file, ".rels"))
	if file == ".rels" {
		owner = ""
	}
	links, err := c.parts.relations(owner)
	if err != nil {
		c.fault("%v", err)
	}
	for _, r := range links {
		c.once("relation in "+c.name, r.id)
		if !r.outside && c.parts[r.target] == nil {
			c.fault("%s leads to %s, which is not there", r.id, r.target)
		}
	}
}

// once reports an id that was seen before.
func (c *checker) once(kind, id string) {
	key := kind + " " + id
	if where, again := c.seen[key]; again {
		c.fault("%s is used twice, also in %s", key, where)
	}
	c.seen[key] = c.name
}

// element checks one element's children against the standard's order.
func (c *checker) element(n *node) bool {
	if first, ok := firsts[n.name]; ok && n.space == wordSpace {
		for i, child := range n.children {
			if child.is(first) && i > 0 {
				c.fault("%s is not first in %s", first, n.name)
			}
		}
	}
	order, ok := orders[n.name]
	if n.space == chart.Space {
		order, ok = chartOrders[n.name]
		c.stacked(n)
	}
	if n.space == drawingSpace && n.name == "pPr" { // of a chart's words
		return true
	}
	if !ok || n.name == "color" {
		return true
	}
	last := 0
	for _, child := range n.children {
		at := slices.Index(order, strings.Replace(child.name, "footerReference", "headerReference", 1)) // either may come first
		switch {
		case at < 0 && child.space == n.space:
			c.fault("%s stands in %s", child.name, n.name)
		case at >= 0 && at < last:
			c.fault("%s stands after %s in %s", child.name, order[last], n.name)
		case at > last:
			last = at
		}
	}
	return true
}

// stacked reports a chart that Word refuses to draw: one of stacks with numbers
// outside of them.
func (c *checker) stacked(n *node) {
	if n.name != "dLblPos" || n.attr("val") != "outEnd" {
		return
	}
	for up := n.parent; up != nil; up = up.parent {
		for _, child := range up.children {
			if child.name == "grouping" && strings.Contains(strings.ToLower(child.attr("val")), "stacked") {
				c.fault("numbers stand outside a stack")
				return
			}
		}
	}
}

// stories returns the parts that hold text, the main one first.
func (c *checker) stories() []string {
	out := []string{"word/document.xml"}
	for _, name := range slices.Sorted(maps.Keys(c.trees)) {
		for _, kind := range []string{"footnotes", "header", "footer"} {
			if strings.HasPrefix(name, "word/"+kind) && path.Dir(name) == "word" {
				out = append(out, name)
			}
		}
	}
	return out
}

// defined returns the values of an attribute of the elements so called in a
// part.
func (c *checker) defined(part, element, attribute string) map[string]bool {
	out := map[string]bool{}
	c.trees[part].walk(func(n *node) bool {
		if n.is(element) {
			out[n.attr(attribute)] = true
		}
		return true
	})
	return out
}

// story checks the text of a part.
func (c *checker) story(root *node) {
	if root == nil {
		c.fault("not there")
		return
	}
	styles := c.defined("word/styles.xml", "style", "styleId")
	lists := c.defined("word/numbering.xml", "num", "numId")
	notes := c.defined("word/footnotes.xml", "footnote", "id")
	marks := c.defined("word/document.xml", "bookmarkStart", "name")
	links := map[string]bool{}
	found, _ := c.parts.relations(c.name)
	for _, r := range found {
		links[r.id] = true
	}
	open := map[string]bool{}
	var fields []string
	root.walk(func(n *node) bool {
		for _, a := range n.attrs {
			if a.Name.Space == relationSpace && !links[a.Value] {
				c.fault("%s has the relation %s, which is not there", n.name, a.Value)
			}
		}
		switch {
		case n.is("pStyle"), n.is("rStyle"), n.is("tblStyle"):
			if !styles[n.attr("val")] {
				c.fault("no style %q", n.attr("val"))
			}
		case n.is("numId"):
			if id := n.attr("val"); id != "0" && !lists[id] {
				c.fault("no list %q", id)
			}
		case n.is("footnoteReference"):
			c.once("footnote", n.attr("id"))
			if !notes[n.attr("id")] {
				c.fault("no footnote %q", n.attr("id"))
			}
		case n.is("bookmarkStart"):
			c.once("bookmark", n.attr("id"))
			c.once("bookmark called", strings.ToLower(n.attr("name")))
			open[n.attr("id")] = true
			if len(n.attr("name")) > 40 {
				c.fault("bookmark %s is too long", n.attr("name"))
			}
		case n.is("bookmarkEnd"):
			if !open[n.attr("id")] {
				c.fault("bookmark %s ends before it begins", n.attr("id"))
			}
			delete(open, n.attr("id"))
		case n.is("hyperlink"):
			if to := n.attr("anchor"); to != "" && !marks[to] {
				c.fault("no bookmark %s to go to", to)
			}
		case n.is("instrText"):
			code := strings.Fields(n.text)
			if len(code) > 1 && (code[0] == "REF" || code[0] == "NOTEREF" || code[0] == "PAGEREF") && !marks[code[1]] {
				c.fault("no bookmark %s to refer to", code[1])
			}
		case n.is("fldChar"):
			fields = c.field(fields, n.attr("fldCharType"))
		case n.is("sdtPr"):
			c.once("control", n.val("id"))
			if tag := n.val("tag"); len(utf16(tag)) > mostTag || len(utf16(n.val("alias"))) > mostTag {
				c.fault("the tag or title of %s is too long", tag)
			}
		case n.is("tbl"):
			c.table(n)
		case n.space == inlineSpace && n.name == "docPr":
			c.once("drawing", n.attr("id"))
			if n.attr("descr") == "" {
				c.fault("%s has no alternative text", n.attr("name"))
			}
		}
		return true
	})
	for _, id := range slices.Sorted(maps.Keys(open)) {
		c.fault("bookmark %s does not end", id)
	}
	if len(fields) > 0 {
		c.fault("a field does not end")
	}
}

// field follows the parts of fields, one within the other.
func (c *checker) field(open []string, part string) []string {
	want := map[string]string{"separate": "begin", "end": "separate"}[part]
	if part == "begin" {
		return append(open, part)
	}
	if len(open) == 0 || open[len(open)-1] != want {
		c.fault("a field's %s stands out of order", part)
		return open
	}
	if part == "end" {
		return open[:len(open)-1]
	}
	open[len(open)-1] = part
	return open
}

// table checks that a table has a head, and that its rows fill its columns.
func (c *checker) table(n *node) {
	columns, heads := 0, 0
	if grid := n.child("tblGrid"); grid != nil {
		columns = len(grid.children)
	}
	for i, row := range n.children {
		if !row.is("tr") {
			continue
		}
		if row.child("trPr").child("tblHeader") != nil {
			heads++
		}
		wide := 0
		for _, cell := range row.children {
			if !cell.is("tc") {
				continue
			}
			span, err := strconv.Atoi(cell.child("tcPr").val("gridSpan"))
			if err != nil {
				span = 1
			}
			wide += span
			if len(cell.children) == 0 || !cell.children[len(cell.children)-1].is("p") {
				c.fault("a cell of row %d does not end in a paragraph", i)
			}
		}
		if wide != columns {
			c.fault("row %d is %d columns wide, its table %d", i, wide, columns)
		}
	}
	if look := n.child("tblPr").child("tblLook"); heads == 0 || look.attr("firstRow") != "1" || look.attr("firstColumn") != "1" {
		c.fault("a table has no heads")
	}
}
