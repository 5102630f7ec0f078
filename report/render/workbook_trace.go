package render

import (
	"strconv"
	"strings"

	"stikprove/report"
)

// trace fills in the sheet that leads from each number in the text to the cell
// it comes from: the number as printed, where it stands, what it is of, count
// and base, and how the text looks it up. A document without a text has none.
func (b *book) trace() error {
	s := b.sheet(b.extra.Trace)
	s.widths(16, 40, 52, 44, 44)
	s.link(1, 1, "← "+b.say.Contents, b.say.Contents)
	s.put(1, 1, nil, b.styles.backLink)
	s.height(2, 24)
	s.put(1, 2, b.extra.Trace, b.styles.caption)
	const heads = 4
	for k, head := range []string{b.extra.Number, b.extra.Where, b.extra.Of, b.extra.Base, b.extra.Lookup} {
		s.put(k+1, heads, head, b.styles.headLeft)
	}
	s.height(heads, 18)
	s.freeze(0, heads)
	row := heads
	for _, m := range b.doc.Mentions() {
		row++
		if to := b.cells[m.Anchor]; to != "" {
			s.lead(1, row, m.Text, to)
		} else {
			s.put(1, row, m.Text, b.styles.cellText)
		}
		where := b.where(m)
		s.put(2, row, where, b.styles.cellText)
		s.put(3, row, m.Definition, b.styles.cellText)
		s.put(4, row, m.Hint, b.styles.cellText)
		s.put(5, row, m.Key, b.styles.cellText)
		s.height(row, 5+13*max(lines(where, 37), lines(m.Definition, 48), lines(m.Hint, 41), lines(m.Key, 41), lines(m.Text, 14)))
	}
	s.page(b.extra.Trace)
	s.do(func() error { return b.repeat(s.name, heads, false) })
	return s.err
}

// where says where in the report a number stands.
func (b *book) where(m report.Mention) string {
	switch {
	case m.Note > 0:
		return b.say.Footnote + " " + strconv.Itoa(m.Note)
	case m.Figure != "":
		for _, f := range b.doc.Figures {
			if f.ID == m.Figure {
				return b.say.FigureLabel(f.Number)
			}
		}
	}
	words := ""
	for _, block := range b.doc.Blocks {
		if h, ok := block.(report.Heading); ok && h.ID == m.Section {
			words = strings.TrimSpace(h.Number + " " + report.Plain(h.Text))
		}
	}
	if m.File != "" {
		words = strings.TrimSpace(words + " (" + m.File + ":" + strconv.Itoa(m.Line) + ")")
	}
	return words
}

// lead writes text that leads to a cell.
func (s *bookSheet) lead(column, row int, text, to string) {
	s.put(column, row, text, s.book.styles.link)
	s.do(func() error { return s.book.SetCellHyperLink(s.name, at(column, row), to, "Location") })
}
