package docx

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"stikprove/report"
	"stikprove/sample/crosstab"
)

// whole is how many rows a table has at most that is not broken over two
// pages.
const whole = 24

// table writes a table: its caption above, notes and source below, all kept
// together. One too wide for the page is given a page that lies on its side.
func (f *writer) table(t *report.Table) {
	l := f.fit(t)
	if len(t.Heads) > 0 {
		f.turn(l.side)
	}
	f.caption(f.say.Table, t.Number, t.Anchor, t.ID, captionOf(t))
	parts := f.panels(t)
	for i, part := range parts {
		if i > 0 { // tables without a paragraph between them would become one
			f.paragraph(paragraph{style: roleCaption, keepNext: true}, func() { f.run(f.say.Continued(t.Number), face{}) })
		}
		f.put(f.grid(part, f.fit(part), i+1 < len(parts)))
	}
	f.below(f.say.Note, t.ID+"/notes", strings.Join(t.Notes, " "), roleTableNote)
	f.below(f.say.Source, t.ID+"/source", t.Source, roleTableSource)
	f.turn(false)
}

// fit returns how a table fits the report's pages.
func (f *writer) fit(t *report.Table) layout {
	upright, side := f.section, f.section
	upright.turned, side.turned = false, true
	return fit(t, upright.text(), side.text())
}

// panels returns the parts of a table that fit a page that lies on its side.
func (f *writer) panels(t *report.Table) []*report.Table {
	return t.Panels(func(t *report.Table) bool { return !f.fit(t).broken })
}

// captionOf returns a table's caption with its unit.
func captionOf(t *report.Table) string {
	if t.Unit == "" {
		return t.Caption
	}
	return t.Caption + " · " + t.Unit
}

// caption writes a caption as Word does, so that its own lists and references
// find it.
func (f *writer) caption(label string, number int, anchor, id, text string) {
	f.paragraph(paragraph{style: roleCaption, keepNext: true}, func() {
		f.run(label+nbsp, face{})
		f.bookmark(anchor, func() {
			f.field("SEQ "+label+` \* ARABIC`, face{}, func() { f.run(strconv.Itoa(number), face{}) })
		})
		f.run(". ", face{})
		f.line(id+"/caption", text, face{})
	})
}

// below writes the notes or the source of a table.
func (f *writer) below(label, name, text, role string) {
	if text == "" {
		return
	}
	f.paragraph(paragraph{style: role, keepNext: role == roleTableNote}, func() {
		f.run(label+" ", face{})
		f.line(name, text, face{})
	})
}

// grid returns the table itself; more says that it goes on in another.
func (f *writer) grid(t *report.Table, l layout, more bool) string {
	m := &markup{}
	total := 0
	for _, w := range l.widths {
		total += w
	}
	m.put("<w:tbl><w:tblPr>")
	m.val("tblStyle", f.chosen.ids[roleTable])
	m.put(`<w:tblW w:w="`, strconv.Itoa(total), `" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
		`<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`)
	m.val("tblCaption", t.Caption)
	if t.Summary != "" {
		m.val("tblDescription", t.Summary)
	}
	m.put("</w:tblPr><w:tblGrid>")
	for _, w := range l.widths {
		m.put(`<w:gridCol w:w="`, strconv.Itoa(w), `"/>`)
	}
	m.put("</w:tblGrid>")
	g := grid{writer: f, markup: m, table: t, layout: l, room: t.Lettered(), more: more}
	g.heads()
	for i, row := range t.Rows {
		g.row(i, row)
	}
	m.put("</w:tbl>")
	return m.String()
}

// grid is a table on its way to Word.
type grid struct {
	*writer
	*markup
	table  *report.Table
	layout layout
	room   []int // for letters, in signs, by column
	more   bool  // the table goes on in another grid
}

// cell is how a cell is set.
type cell struct {
	width, span int
	merge       string // restart or continue
	head, above bool   // above: a line over it
	role        string
	keepNext    bool
	right       bool
	middle      bool
	indent      int
	after       int // room after a number
}

// cell writes a cell of one paragraph, properties in the standard's order.
func (g grid) cell(c cell, content func()) {
	m := g.markup
	m.put(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(c.width), `" w:type="dxa"/>`)
	if c.span > 1 {
		m.val("gridSpan", strconv.Itoa(c.span))
	}
	if c.merge != "" {
		m.val("vMerge", c.merge)
	}
	if c.above {
		m.put("<w:tcBorders>", edge("top", "6", "0", blue), "</w:tcBorders>")
	}
	if c.head && g.paint {
		m.put(`<w:shd w:val="clear" w:color="auto" w:fill="`, blue, `"/>`)
	}
	if c.head {
		m.val("vAlign", "bottom")
	}
	m.put("</w:tcPr><w:p><w:pPr>")
	m.val("pStyle", g.chosen.ids[c.role])
	if c.keepNext {
		m.put("<w:keepNext/>")
	}
	switch {
	case c.indent > 0:
		m.put(`<w:ind w:left="`, strconv.Itoa(c.indent), `"/>`)
	case c.after > 0:
		m.put(`<w:ind w:right="`, strconv.Itoa(c.after), `"/>`)
	}
	switch {
	case c.middle:
		m.val("jc", "center")
	case c.right:
		m.val("jc", "right")
	}
	m.put("</w:pPr>")
	content()
	m.put("</w:p></w:tc>")
}

// look returns the lettering of a cell.
func (g grid) look() face {
	if g.layout.small {
		return face{size: 16}
	}
	return face{}
}

// headRow opens a row that is repeated on each page the table goes on to.
func (g grid) headRow(content func()) {
	g.markup.put("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
	content()
	g.markup.put("</w:tr>")
}

// heads writes the headings, in two rows where some stand over several columns.
func (g grid) heads() {
	t, look := g.table, g.look()
	if g.paint {
		look.colour = white
	}
	stub := cell{width: g.layout.widths[0], head: true, role: roleTableHead, keepNext: true}
	if len(t.Spans) > 0 {
		g.headRow(func() {
			stub.merge = "restart"
			g.cell(stub, func() { g.markup.run(t.Stub, look) })
			at := 1
			for _, s := range t.Spans {
				c := cell{span: s.Columns, head: true, role: roleTableHead, keepNext: true, middle: true}
				for range s.Columns {
					if at < len(g.layout.widths) {
						c.width += g.layout.widths[at]
					}
					at++
				}
				g.cell(c, func() { g.markup.run(s.Text, look) })
			}
			stub.merge = "continue"
		})
	}
	g.headRow(func() {
		g.cell(stub, func() {
			if stub.merge == "" {
				g.markup.run(t.Stub, look)
			}
		})
		for k, h := range t.Heads {
			g.cell(cell{width: g.layout.widths[k+1], head: true, role: roleTableHead, keepNext: true, right: true}, func() { g.markup.run(h.Text, look) })
		}
	})
}

// row writes a row. Rows are kept with the next, and the last with the notes,
// in a table that fits a page; of a longer one the first and last two are, so
// that a page has no row alone.
func (g grid) row(i int, row report.Line) {
	n := len(g.table.Rows)
	keepNext := (n <= whole || i == 0 || i >= n-2) && !(g.more && i == n-1)
	look, above := g.look(), row.Kind == crosstab.Total
	look.bold = row.Kind == crosstab.Total || row.Kind == crosstab.Net || row.Kind == crosstab.Sum
	if row.Heading {
		g.heading(row)
		return
	}
	label := cell{width: g.layout.widths[0], role: roleTableText, keepNext: keepNext, above: above}
	words := look
	if row.Kind == crosstab.OfWhich {
		label.indent, words.italic = 227, true
	}
	g.markup.put("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
	g.cell(label, func() { g.markup.run(row.Label, words) })
	for k, c := range row.Cells {
		if k+1 >= len(g.layout.widths) {
			break
		}
		g.cell(cell{width: g.layout.widths[k+1], role: roleTableNumber, keepNext: keepNext, above: above, after: g.after(c, k)}, func() { g.number(row, k, c, look) })
	}
	g.markup.put("</w:tr>")
}

// heading writes the heading of the rows of a variable.
func (g grid) heading(row report.Line) {
	c, look := cell{span: len(g.layout.widths), role: roleTableText, keepNext: true}, g.look()
	for _, width := range g.layout.widths {
		c.width += width
	}
	look.bold, look.colour = true, blue
	g.markup.put("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
	g.cell(c, func() { g.markup.run(row.Label, look) })
	g.markup.put("</w:tr>")
}

// after returns the room that a number leaves for the letters that others of its
// column have, so that digits stand under each other.
func (g grid) after(c report.Printed, k int) int {
	size := 9
	if g.layout.small {
		size = 8
	}
	return max(0, lettersWide(g.room[k])-lettersWide(utf8.RuneCountInString(c.Letters))) * size / 9
}

// lettersWide returns the width of so many signs after a number, every second
// of them a comma, in twips at 9 points.
func lettersWide(signs int) int {
	if signs == 0 {
		return 0
	}
	return 50 + (signs+1)/2*120 + signs/2*50
}

// number writes a printed number in its control.
func (g grid) number(row report.Line, k int, c report.Printed, look face) {
	if c.Hidden || c.Measure == report.MeasureInterval {
		look.colour = muted
	}
	if c.Text == "" {
		return // Word would ask for words in an empty control
	}
	body := g.writer.markup
	g.writer.markup = g.markup
	g.controlled(cellTag(g.table, row, k), "", true, lettered(c), look)
	g.writer.markup = body
}

// lettered returns a printed number with the letters of the columns it is larger
// than: one text, so that both are renewed together.
func lettered(c report.Printed) string {
	if c.Letters == "" {
		return c.Text
	}
	return c.Text + nbsp + c.Letters
}

// cellTag returns the tag of a number of a table: the reference that finds it
// in the text, after what it is.
func cellTag(t *report.Table, row report.Line, k int) string {
	id, column := "base", ""
	if t.Of != nil && row.Row >= 0 && row.Row < len(t.Of.Rows) {
		id = t.Of.Rows[row.Row].ID
	}
	head := t.Heads[k]
	if t.Of != nil && len(t.Of.Columns) > 1 && head.Column < len(t.Of.Columns) {
		column = t.Of.Columns[head.Column].ID + "/"
	}
	return fitTag("cell:" + t.ID + "/" + id + "/" + column + row.Cells[k].Measure)
}
