package docx

import (
	"bytes"
	"fmt"
	"slices"

	"stikprove/report/render/chart"
)

// chartIn returns the element that leads to a chart in a control, or nil.
func chartIn(c control) *node {
	var found *node
	c.content.walk(func(n *node) bool {
		if n.space == chart.Space && n.name == "chart" {
			found = n
		}
		return true
	})
	return found
}

// rechart renews the numbers of a chart, in its part and in its workbook. What
// somebody has done to its looks stays, unless it has other bars now.
func (u *updater) rechart(c control, at *node, name, sum string, x expected) error {
	u.charted[x.figure.ID] = true
	links, err := u.template.parts.relations(u.name)
	if err != nil {
		return err
	}
	part := target(links, at.attr("id"))
	inner, err := u.template.parts.relations(part)
	if err != nil {
		return err
	}
	book := related(inner, kindPackage)
	w := newWriter(u.doc, u.want.say, u.template, u.options)
	drawn := w.chartOf(x.figure)
	if drawn == nil || u.template.parts[part] == nil || u.template.parts[book] == nil {
		u.changes.add(Change{Kind: Kept, Tag: name, Old: "another chart", New: "the figure of the study"})
		return nil
	}
	fresh, err := drawn.Workbook()
	if err != nil {
		return err
	}
	source := u.template.parts[part]
	link := ""
	for _, r := range inner {
		if r.target == book {
			link = r.id
		}
	}
	now, err := renewed(source, drawn.XML(link))
	if err != nil {
		return fmt.Errorf("the chart of figure %s: %w", x.figure.ID, err)
	}
	if !bytes.Equal(now, source) {
		u.changed[part], u.changed[book] = now, fresh
		u.changes.add(Change{Kind: Redrawn, Tag: name})
	}
	var shape pictureNodes
	c.content.walk(shape.visit)
	u.describe(c, shape.about, name, sum, x.text)
	return nil
}

// renewed returns a chart's part with the numbers of another of its kind: in the
// place of its own where both have the same bars, else the whole of the other.
func renewed(source, fresh []byte) ([]byte, error) {
	old, err := parseXML(source)
	if err != nil {
		return nil, err
	}
	now, err := parseXML(fresh)
	if err != nil {
		return nil, err
	}
	// What is drawn from the numbers goes with them, if it is still there.
	numbers := []string{"strCache", "numCache"}
	for _, names := range [][]string{append(slices.Clone(numbers), "layout", "max", "majorUnit"), numbers} {
		if edits, ok := swaps(old, now, source, fresh, names); ok {
			return apply(source, edits), nil
		}
	}
	return fresh, nil
}

// swaps returns the edits that put the elements so called of one tree in the
// place of the other's; ok is false where they do not go together one by one.
func swaps(old, now *node, source, fresh []byte, names []string) (edits []edit, ok bool) {
	collect := func(root *node) (found []*node) {
		root.walk(func(n *node) bool {
			if n.space == chart.Space && slices.Contains(names, n.name) && !(n.name == "layout" && n.parent.name != "dLbl") {
				found = append(found, n)
				return false
			}
			return true
		})
		return found
	}
	from, to := collect(old), collect(now)
	if len(from) != len(to) {
		return nil, false
	}
	for i, n := range from {
		m := to[i]
		if n.name != m.name || n.prefix != m.prefix || n.parent.name != m.parent.name || count(n) != count(m) {
			return nil, false
		}
		if words := string(fresh[m.from:m.to]); words != string(source[n.from:n.to]) {
			edits = append(edits, edit{n.from, n.to, words})
		}
	}
	return edits, true
}

// count returns how many points a cache is of.
func count(n *node) string {
	for _, c := range n.children {
		if c.name == "ptCount" {
			return c.attr("val")
		}
	}
	return ""
}
