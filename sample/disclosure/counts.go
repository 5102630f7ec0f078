package disclosure

import (
	"slices"

	"stikprove/sample/crosstab"
)

// model is a table as counts, some of which are hidden, and the sums that tie
// them. A count is one number that is printed: several cells that show the
// same number, such as a column's base and its Total cell, are one count.
type model struct {
	t       *crosstab.Table
	columns []int   // columns of the table that hold counts: all but references
	id      [][]int // count of each row and column, -1 for none; the last row is the columns' bases
	n       []int   // counts; of hidden ones 0 where the table no longer has them
	hidden  []crosstab.Suppressed
	place   []place
	closed  []bool // hidden with a base: may be a nought
	sums    []sum
	bounds  []bound
}

// place is where a count stands and how dear it is to hide.
type place struct {
	row, column int
	rank        int // 0 for an inner cell, 1 for a net or of-which row, 2 for a margin, 3 for the base
}

// sum says that parts add to whole.
type sum struct {
	parts []int
	whole int
}

// bound says that part is at most whole, and with several that whole is at
// most their sum.
type bound struct {
	parts []int
	whole int
}

// newModel reads t. Counts of cells that t has hidden are hidden.
func newModel(t *crosstab.Table) *model {
	m := &model{t: t}
	for c, column := range t.Columns {
		if column.Kind != crosstab.Reference {
			m.columns = append(m.columns, c)
		}
	}
	for r := range t.Rows {
		m.id = append(m.id, m.addRow(r))
	}
	m.id = append(m.id, m.baseRow())
	m.addSums()
	return m
}

// addRow adds the counts of a table row.
func (m *model) addRow(r int) []int {
	ids := slices.Repeat([]int{-1}, len(m.t.Columns))
	for _, c := range m.columns {
		cell := m.t.Cells[r][c]
		ids[c] = m.add(cell.N, cell.Suppressed, place{r, c, m.rank(r, c)})
	}
	return ids
}

// add adds a count.
func (m *model) add(n int, hidden crosstab.Suppressed, at place) int {
	m.n = append(m.n, n)
	m.hidden = append(m.hidden, hidden)
	m.place = append(m.place, at)
	m.closed = append(m.closed, false)
	return len(m.n) - 1
}

// baseRow returns the counts of the columns' bases: the Total row, or a Sum
// row, where there is one, and otherwise the columns' own. A battery has none
// but All's.
func (m *model) baseRow() []int {
	for r, row := range m.t.Rows {
		if row.Kind == crosstab.Total || row.Kind == crosstab.Sum {
			return m.id[r]
		}
	}
	ids := slices.Repeat([]int{-1}, len(m.t.Columns))
	for _, c := range m.columns {
		column := m.t.Columns[c]
		if m.battery() && column.Kind != crosstab.All {
			continue
		}
		ids[c] = m.add(column.N, column.Suppressed, place{len(m.t.Rows), c, m.rank(len(m.t.Rows), c)})
	}
	return ids
}

// battery reports whether the rows are variables.
func (m *model) battery() bool {
	return len(m.t.Rows) > 0 && m.t.Rows[0].Kind == crosstab.Item
}

// rank says how dear the cell of a row and column is.
func (m *model) rank(r, c int) int {
	all := m.t.Columns[c].Kind == crosstab.All && len(m.columns) > 1
	total := r == len(m.t.Rows) || m.t.Rows[r].Kind == crosstab.Total || m.t.Rows[r].Kind == crosstab.Sum
	switch {
	case total && (all || len(m.columns) == 1):
		return 3
	case total || all:
		return 2
	case m.t.Rows[r].Kind == crosstab.Net || m.t.Rows[r].Kind == crosstab.OfWhich:
		return 1
	default:
		return 0
	}
}

// addSums adds what a reader knows to add up.
func (m *model) addSums() {
	all := -1
	var groups []int
	for _, c := range m.columns {
		if m.t.Columns[c].Kind == crosstab.All {
			all = c
		} else {
			groups = append(groups, c)
		}
	}
	for r, ids := range m.id {
		last := r == len(m.t.Rows)
		if len(groups) == 0 || all < 0 || last && (m.battery() || m.sharesTotal()) {
			continue
		}
		s := sum{whole: ids[all]}
		for _, c := range groups {
			s.parts = append(s.parts, ids[c])
		}
		m.sums = append(m.sums, s)
	}
	for _, c := range m.columns {
		m.addColumnSums(c)
	}
}

// sharesTotal reports whether the columns' bases are cells of a row.
func (m *model) sharesTotal() bool {
	return slices.ContainsFunc(m.t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Total || r.Kind == crosstab.Sum })
}

// addColumnSums adds the sums and bounds of column c.
func (m *model) addColumnSums(c int) {
	base := m.id[len(m.t.Rows)][c]
	categories := sum{whole: base}
	for r, row := range m.t.Rows {
		switch row.Kind {
		case crosstab.Category:
			categories.parts = append(categories.parts, m.id[r][c])
		case crosstab.Net:
			m.addNet(r, c)
		}
		if m.id[r][c] != base && base >= 0 {
			m.bounds = append(m.bounds, bound{[]int{m.id[r][c]}, base})
		}
	}
	if len(categories.parts) > 0 && base >= 0 {
		m.sums = append(m.sums, categories)
	}
}

// addNet adds what column c tells about a net of row r: the sum of categories,
// or of several answers at least the largest and at most their sum. Rows that
// are not printed by themselves may be in a joined row.
func (m *model) addNet(r, c int) {
	var parts []int
	whole := true
	for _, name := range m.t.Rows[r].Of {
		k := slices.IndexFunc(m.t.Rows, func(row crosstab.Row) bool { return row.ID == name })
		if k >= 0 {
			parts = append(parts, m.id[k][c])
			continue
		}
		for _, row := range m.t.Rows {
			whole = whole && !(row.Joined && (len(row.Of) == 0 || slices.Contains(row.Of, name)))
		}
	}
	if len(parts) == 0 {
		return
	}
	switch {
	case whole && (!m.t.Several || len(parts) == 1):
		m.sums = append(m.sums, sum{parts, m.id[r][c]})
	case whole:
		m.bounds = append(m.bounds, bound{parts, m.id[r][c]})
	default:
		for _, p := range parts {
			m.bounds = append(m.bounds, bound{[]int{p}, m.id[r][c]})
		}
	}
}

// unlimited is above every count.
const unlimited = 1 << 31
