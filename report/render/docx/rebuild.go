package docx

import (
	"bytes"
	"fmt"
	"path"
	"strconv"
	"strings"
)

// rebuild writes those tables anew that have a number the document does not, or
// were written without rows or columns that it has: they are others now. It
// returns the tables it wrote. A table that lacks other numbers is left as it
// is: somebody has deleted a row or a column.
func (u *updater) rebuild(found []control) map[*node]bool {
	done := map[*node]bool{}
	stands := map[string]map[*node]bool{} // by id, where its cells are
	stale := map[string]bool{}
	for _, c := range found {
		id, ok := u.tableOf(c)
		if !ok || c.table == nil {
			continue
		}
		if stands[id] == nil {
			stands[id] = map[*node]bool{}
		}
		stands[id][c.table] = true
		if _, known := u.want.tagged[c.tag]; !known {
			stale[id] = true
		}
	}
	for id, tables := range stands {
		for table := range tables {
			if len(tables) == 1 && u.grown(u.want.tables[id], table, found) {
				stale[id] = true
			}
		}
	}
	for _, c := range found {
		id, ok := u.tableOf(c)
		if !ok || !stale[id] {
			continue
		}
		stale[id] = false
		t := u.want.tables[id]
		if len(stands[id]) != 1 || c.table.within("tbl") != nil {
			u.changes.add(Change{Kind: Kept, Tag: "table:" + id, New: "a table of other rows or columns; it stands in several pieces or within another table"})
			continue
		}
		w := newWriter(u.doc, u.want.say, u.template, u.options)
		w.control = u.freeIDs()
		u.edits = append(u.edits, edit{c.table.from, c.table.to, u.declared(w.grid(t, w.fit(t), false))})
		if css := w.parts[u.template.styles]; len(w.chosen.missing(roleTable, roleTableText, roleTableNumber, roleTableHead)) > 0 {
			u.changed[u.template.styles] = css
		}
		done[c.table] = true
		u.changes.add(Change{Kind: Rebuilt, Tag: "table:" + id})
		for _, other := range found {
			if other.table != c.table {
				continue
			}
			u.found++
			if x, known := u.want.tagged[other.tag]; known && other.text() != x.text {
				u.renumber(x, other.text(), x.text)
			}
		}
		for tag, x := range u.want.tagged {
			if x.of == id && strings.HasPrefix(tag, "cell:") {
				u.seen[tag] = true
			}
		}
	}
	return done
}

// tableOf returns the table of the document that a control is a cell of.
func (u *updater) tableOf(c control) (string, bool) {
	if x, ok := u.want.tagged[c.tag]; ok && strings.HasPrefix(c.tag, "cell:") {
		return x.of, true
	}
	for id := range u.want.tables {
		if strings.HasPrefix(c.tag, "cell:"+id+"/") {
			return id, true
		}
	}
	return "", false
}

// freeIDs returns an id above those of the file's controls.
func (u *updater) freeIDs() int {
	top, _ := highest(u.template.document)
	return top + 100_000 + len(u.edits)
}

// declared returns elements with the prefixes that the part may lack.
func (u *updater) declared(words string) string {
	return strings.Replace(words, "<w:tbl>", "<w:tbl"+declare(ourSpaces[0])+declare(nameSpace{"w15", "http://schemas.microsoft.com/office/word/2012/wordml"})+">", 1)
}

// missing returns those roles whose styles had to be added.
func (c chosen) missing(roles ...string) []string {
	var out []string
	for _, r := range roles {
		if c.ours[r] {
			out = append(out, r)
		}
	}
	return out
}

// figure renews a picture and its alternative text.
func (u *updater) figure(c control) error {
	name, sum := cutHash(c.tag)
	if len(sum) != 8 || name == "figure" {
		return nil
	}
	u.found++
	u.seen[name] = true
	x, ok := u.want.tagged[name]
	switch {
	case !ok:
		u.changes.add(Change{Kind: Unknown, Tag: name, Old: "the picture"})
		return nil
	case c.struck:
		u.changes.add(Change{Kind: Deleted, Tag: name})
		return nil
	}
	if at := chartIn(c); at != nil {
		return u.rechart(c, at, name, sum, x)
	}
	links, err := u.template.parts.relations(u.name)
	if err != nil {
		return err
	}
	svg, png, err := picturesOf(x.figure, u.options)
	if err != nil {
		return fmt.Errorf("figure %s: %w", x.figure.ID, err)
	}
	var shape pictureNodes
	c.content.walk(shape.visit)
	points, vectors := target(links, shape.points.attr("embed")), target(links, shape.vectors.attr("embed"))
	if points == "" || path.Ext(points) != ".png" || vectors != "" && path.Ext(vectors) != ".svg" {
		u.changes.add(Change{Kind: Kept, Tag: name, Old: "another picture", New: "the figure of the study"})
		return nil
	}
	same := bytes.Equal(u.template.parts[points], png) && (vectors == "" || bytes.Equal(u.template.parts[vectors], svg))
	if same && hash(x.text) == sum {
		return nil
	}
	if !same {
		u.changed[points] = png
		if vectors != "" {
			u.changed[vectors] = svg
		}
		u.edits = append(u.edits, shape.stretch(u.source, x.figure.Figure.Height/x.figure.Figure.Width)...)
		u.changes.add(Change{Kind: Redrawn, Tag: name})
	}
	u.describe(c, shape.about, name, sum, x.text)
	return nil
}

// describe renews a picture's alternative text, unless somebody has rewritten
// it.
func (u *updater) describe(c control, about *node, name, sum, text string) {
	switch {
	case about == nil || hash(text) == sum:
	case hash(about.attr("descr")) != sum:
		u.changes.add(Change{Kind: Kept, Tag: name + " (alternative text)", Old: about.attr("descr"), New: text})
	default:
		tag := string(u.source[about.from:about.inner])
		u.edits = append(u.edits, edit{about.from, about.inner, setAttr(tag, "descr", escape(text))})
		u.retag(c, name+":"+hash(text))
	}
}

// pictureNodes are the elements of a picture that change with it.
type pictureNodes struct{ points, vectors, about, extent, inner *node }

func (p *pictureNodes) visit(n *node) bool {
	switch {
	case n.space == drawingSpace && n.name == "blip":
		p.points = n
	case n.space == vectorSpace && n.name == "svgBlip":
		p.vectors = n
	case n.space == inlineSpace && n.name == "docPr":
		p.about = n
	case n.space == inlineSpace && n.name == "extent":
		p.extent = n
	case n.space == drawingSpace && n.name == "ext" && n.parent.name == "xfrm":
		p.inner = n
	}
	return true
}

// stretch gives a picture the height that goes with the width it has.
func (p pictureNodes) stretch(source []byte, ratio float64) []edit {
	var edits []edit
	for _, n := range []*node{p.extent, p.inner} {
		if width, err := strconv.Atoi(n.attr("cx")); n != nil && err == nil {
			tag := string(source[n.from:n.inner])
			edits = append(edits, edit{n.from, n.inner, setAttr(tag, "cy", strconv.Itoa(int(float64(width)*ratio)))})
		}
	}
	return edits
}

// target returns the part that a relation of that id leads to.
func target(links []relation, id string) string {
	for _, r := range links {
		if r.id == id && !r.outside {
			return r.target
		}
	}
	return ""
}
