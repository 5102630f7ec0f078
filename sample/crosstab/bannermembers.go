package crosstab

import (
	"slices"
	"strings"

	"stikprove/sample"
)

// BannerMembers says which rows of a sample's data stand behind each cell of a
// banner, as [Members] does of a table.
type BannerMembers struct {
	blocks [][]*Members // by row variable: of its table without columns, then by each column variable
}

// BannerMembersOf returns the rows behind the table that [Banner] sets of spec's
// [Parts]. The error is that of Parts.
func BannerMembersOf(s *sample.Sample, spec BannerSpec) (*BannerMembers, error) {
	spec.Benchmark, spec.Test, spec.Letters = nil, NoTest, ""
	p := &banner{s: s, spec: spec}
	p.check()
	p.axes()
	m := &BannerMembers{}
	for i, name := range spec.rowNames() {
		var parts []*Members
		for _, b := range p.builders(i, name) {
			parts = append(parts, b.members())
		}
		m.blocks = append(m.blocks, parts)
	}
	return m, p.problems.Err()
}

// Counted returns the rows of data counted in the cell of t, the banner, with row
// and column r and c.
func (m *BannerMembers) Counted(t *Table, r, c int) []int {
	of, part, r, c := m.part(t, r, c)
	return of.Counted(part, r, c)
}

// Base returns the rows of data that the share of the cell is of.
func (m *BannerMembers) Base(t *Table, r, c int) []int {
	of, part, r, c := m.part(t, r, c)
	return of.Base(part, r, c)
}

// Total returns the rows of data in the base of any part.
func (m *BannerMembers) Total() []int {
	var all []int
	for _, parts := range m.blocks {
		for _, of := range parts {
			all = append(all, of.Total()...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// part returns the part of a banner that a cell is of, with the rows behind it,
// as the table that it was, and where the cell stands there.
func (m *BannerMembers) part(t *Table, r, c int) (of *Members, part *Table, row, column int) {
	block := slices.IndexFunc(t.RowSections, func(s Section) bool { return s.From <= r && r < s.To })
	rows := t.RowSections[block]
	part = &Table{Percent: t.Percent, Rows: slices.Clone(t.Rows[rows.From:rows.To])}
	if len(t.RowSections) > 1 {
		for i := range part.Rows {
			part.Rows[i].ID = strings.TrimPrefix(part.Rows[i].ID, rows.Name+".")
		}
	}
	across := slices.IndexFunc(t.ColumnSections, func(s Section) bool { return s.From <= c && c < s.To })
	everybody := t.Columns[len(t.Columns)-1]
	if across < 0 {
		part.Columns = []Column{everybody}
		return m.blocks[block][0], part, r - rows.From, 0
	}
	columns := t.ColumnSections[across]
	part.Columns = append(slices.Clone(t.Columns[columns.From:columns.To]), everybody)
	if len(t.ColumnSections) > 1 {
		for i := range part.Columns {
			part.Columns[i].ID = strings.TrimPrefix(part.Columns[i].ID, columns.Name+".")
		}
	}
	return m.blocks[block][across+1], part, r - rows.From, c - columns.From
}
