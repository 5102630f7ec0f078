package crosstab

import (
	"slices"

	"stikprove/sample"
)

// Members says which rows of a sample's data stand behind each cell of a table:
// the way back from a number to the units it rests on.
type Members struct {
	rows, columns []string // ids, as [Build] has them
	at            [][]int  // rows of data, from 0, rising, by table row times the number of columns, then column
	total         []int    // rows of data in the base of the whole table
	percent       Direction
	item          bool // every row has its own base
}

// MembersOf returns the rows behind the table that [Build] makes of spec. A row
// of data that several answers put in a cell twice stands in it once. The error
// is Build's.
func MembersOf(s *sample.Sample, spec Spec) (*Members, error) {
	spec.Benchmark, spec.Test, spec.Letters = nil, NoTest, ""
	b := resolve(s, spec, 0)
	if err := b.problems.Err(); err != nil {
		return nil, err
	}
	return b.members(), nil
}

// members fills the builder's table and returns the rows behind it.
func (b *builder) members() *Members {
	b.count()
	m := &Members{percent: b.table.Percent, item: len(b.spec.Items) > 0}
	for _, r := range b.table.Rows {
		m.rows = append(m.rows, r.ID)
	}
	for _, c := range b.table.Columns {
		m.columns = append(m.columns, c.ID)
	}
	m.fill(b)
	return m
}

// fill puts every row of data of the base in the cells it is in.
func (m *Members) fill(b *builder) {
	m.at = make([][]int, len(m.rows)*len(m.columns))
	all := len(m.columns) - 1
	inRows := func(_ int, into []int) []int {
		for r := range m.rows {
			into = append(into, r)
		}
		return into
	}
	if b.rows.variable != nil {
		inRows = b.tableRows()
	}
	var rows, columns []int
	for row, in := range b.in {
		if !in {
			continue
		}
		m.total = append(m.total, row)
		rows = inRows(row, rows[:0])
		for _, r := range rows {
			if m.item {
				if columns = columns[:0]; b.item(r, row) < 0 {
					continue
				}
				columns = append(columns, b.columns.place[b.item(r, row)])
			} else {
				columns = b.columns.in(row, columns[:0])
			}
			for _, c := range append(columns, all) {
				at := &m.at[r*len(m.columns)+c]
				if n := len(*at); n == 0 || (*at)[n-1] != row {
					*at = append(*at, row)
				}
			}
		}
	}
}

// Total returns the rows of data in the base of the whole table. The slice is
// not to be changed.
func (m *Members) Total() []int { return m.total }

// Counted returns the rows of data counted in the cell of t with row and column
// r and c. t is the table that Build made, whatever was hidden or joined in it
// since: a joined row or column counts what no other one does. A column of a
// benchmark counts none.
func (m *Members) Counted(t *Table, r, c int) []int {
	if t.Columns[c].Kind == Reference {
		return nil
	}
	rows := m.meant(m.rows, t.Rows[r].ID, t.Rows[r].Joined, func(id string) bool {
		return slices.ContainsFunc(t.Rows, func(r Row) bool { return r.ID == id })
	})
	columns := m.meant(m.columns, t.Columns[c].ID, t.Columns[c].Joined, func(id string) bool {
		return slices.ContainsFunc(t.Columns, func(c Column) bool { return c.ID == id })
	})
	var found []int
	for _, r := range rows {
		for _, c := range columns {
			found = append(found, m.at[r*len(m.columns)+c]...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// meant returns the numbers of the rows or columns that id stands for.
func (m *Members) meant(ids []string, id string, joined bool, printed func(string) bool) []int {
	var found []int
	for k, known := range ids {
		if known == id || joined && !printed(known) {
			found = append(found, k)
		}
	}
	return found
}

// Base returns the rows of data that the share of the cell of t with row and
// column r and c is of, as Counted does.
func (m *Members) Base(t *Table, r, c int) []int {
	all := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Kind == All })
	total := slices.IndexFunc(t.Rows, func(r Row) bool { return r.Kind == Total })
	switch {
	case t.Columns[c].Kind == Reference:
		return nil
	case (m.item || m.percent == OfRow) && all >= 0:
		return m.Counted(t, r, all)
	case m.percent == OfColumn && total >= 0:
		return m.Counted(t, total, c)
	}
	return m.total
}
