package sheet

import (
	"cmp"
	"slices"
)

// gatherer collects cells in whatever order a file has them and makes a Grid.
type gatherer struct {
	grid     *Grid
	row      int // the row being collected
	columns  []uint16
	cells    []Cell
	unsorted bool // rows came out of order or twice
	order    []int
	// clash is called for an address that two cells with values claim.
	clash func(row, column int)
}

// add puts a cell at row and column, counted from 1 and within the limits.
func (g *gatherer) add(row, column int, c Cell) {
	if c.Type == Empty && !c.Formula {
		return
	}
	if row != g.row {
		g.flush()
		g.row = row
	}
	g.columns = append(g.columns, uint16(column-1))
	g.cells = append(g.cells, c)
	if !c.blank() {
		g.grid.rows = max(g.grid.rows, row)
		g.grid.columns = max(g.grid.columns, column)
	}
}

// flush ends the row being collected.
func (g *gatherer) flush() {
	if len(g.cells) == 0 {
		return
	}
	r := gridRow{number: g.row}
	if rising(g.columns) {
		r.columns, r.cells = slices.Clone(g.columns), slices.Clone(g.cells)
	} else {
		r = g.ordered(g.row, g.columns, g.cells)
	}
	if n := len(g.grid.filled); n > 0 && g.grid.filled[n-1].number >= g.row {
		g.unsorted = true
	}
	g.grid.filled = append(g.grid.filled, r)
	g.columns, g.cells = g.columns[:0], g.cells[:0]
}

// finish returns the Grid.
func (g *gatherer) finish() *Grid {
	g.flush()
	if !g.unsorted {
		return g.grid
	}
	rows := g.grid.filled
	slices.SortStableFunc(rows, func(a, b gridRow) int { return cmp.Compare(a.number, b.number) })
	merged := rows[:0]
	for len(rows) > 0 {
		same := 1
		for same < len(rows) && rows[same].number == rows[0].number {
			same++
		}
		one := rows[0]
		if same > 1 {
			var columns []uint16
			var cells []Cell
			for _, r := range rows[:same] {
				columns, cells = append(columns, r.columns...), append(cells, r.cells...)
			}
			one = g.ordered(one.number, columns, cells)
		}
		merged, rows = append(merged, one), rows[same:]
	}
	g.grid.filled = merged
	return g.grid
}

// ordered sorts cells by column and reports those that share an address.
func (g *gatherer) ordered(number int, columns []uint16, cells []Cell) gridRow {
	g.order = g.order[:0]
	for i := range columns {
		g.order = append(g.order, i)
	}
	slices.SortStableFunc(g.order, func(a, b int) int { return cmp.Compare(columns[a], columns[b]) })
	r := gridRow{number: number}
	for _, i := range g.order {
		if n := len(r.columns); n > 0 && r.columns[n-1] == columns[i] {
			g.clash(number, int(columns[i])+1)
			continue
		}
		r.columns, r.cells = append(r.columns, columns[i]), append(r.cells, cells[i])
	}
	return r
}

// rising reports whether every column is above the one before.
func rising(columns []uint16) bool {
	for i := 1; i < len(columns); i++ {
		if columns[i] <= columns[i-1] {
			return false
		}
	}
	return true
}
