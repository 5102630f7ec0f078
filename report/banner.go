package report

import (
	"strings"

	"stikprove/sample/crosstab"
)

// sectionOf returns the section that row or column i is in.
func sectionOf(sections []crosstab.Section, i int) (crosstab.Section, bool) {
	for _, s := range sections {
		if i >= s.From && i < s.To {
			return s, true
		}
	}
	return crosstab.Section{}, false
}

// sectionSpans puts each column variable of a banner over its columns.
func (y *layout) sectionSpans() {
	last := -1
	for _, h := range y.table.Heads {
		s, ok := sectionOf(y.of.ColumnSections, h.Column)
		switch {
		case ok && s.From == last:
			y.table.Spans[len(y.table.Spans)-1].Columns++
		case ok:
			y.table.Spans, last = append(y.table.Spans, Span{y.label(s.Label), 1}), s.From
		default:
			y.table.Spans, last = append(y.table.Spans, Span{"", 1}), -1
		}
	}
}

// baseHeads makes the heading of the rows' bases: once or, in a banner of
// variables that not the same units have answered, for each column variable.
func (y *layout) baseHeads() {
	if len(y.of.ColumnSections) < 2 || y.sameBases() {
		y.table.Heads = append(y.table.Heads, Head{Text: y.Group, Measure: MeasureBase, Column: y.baseColumn()})
		return
	}
	var heads []Head
	for _, s := range y.of.ColumnSections {
		for _, h := range y.table.Heads {
			if h.Column >= s.From && h.Column < s.To {
				heads = append(heads, h)
			}
		}
		heads = append(heads, Head{Text: y.Group, Measure: MeasureBase, Column: s.From})
	}
	y.table.Heads = heads
}

// sameBases reports whether the shares of every row of a banner are of the same
// units in the columns of every variable.
func (y *layout) sameBases() bool {
	all := y.baseColumn()
	for i := range y.of.Rows {
		whole := y.of.Cells[i][all]
		for j, c := range y.of.Cells[i] {
			if y.of.Columns[j].Kind == crosstab.Group && c.Suppressed == crosstab.Shown && (whole.Suppressed != crosstab.Shown || c.Base != whole.N) {
				return false
			}
		}
	}
	return true
}

// isBanner reports whether a table is of several row or column variables.
func isBanner(t *crosstab.Table) bool { return len(t.RowSections) > 1 || len(t.ColumnSections) > 1 }

// testOf names the variables that a test of a banner is of, and nothing of
// another table's.
func (l Language) testOf(r crosstab.Test) string {
	var names []string
	for _, s := range r.Of {
		names = append(names, l.label(s.Label))
	}
	return strings.Join(names, " × ")
}
