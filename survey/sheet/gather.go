package sheet

import (
	"cmp"
	"fmt"
	"slices"
)

// gatherer collects cells in whatever order a part has them and passes rows
// on, rising, with their cells rising.
type gatherer struct {
	emit func(Row) error
	// hold keeps all rows until finish, so that they may come in any order.
	hold bool
	// mute passes no more rows.
	mute bool
	// clash is called for an address that two cells claim.
	clash func(row, column int)
	// stopped is why no more rows are wanted: emit's error, or rows in an
	// order that needs all of them held.
	stopped error

	row    Row // the row being collected
	rising bool
	raw    []byte // what the Raw of its cells points to
	last   int    // the row passed on before
	held   []Row
}

// disorder is the error of a big part whose rows do not rise.
type disorder struct{ row, before int }

// Error says which row stands out of order.
func (d disorder) Error() string {
	return fmt.Sprintf("row %d stands behind row %d in the file, which is not read in a sheet of this size; open the workbook in Excel and save it", d.row, d.before)
}

// hide begins a row and says whether it is hidden.
func (g *gatherer) hide(row int, hidden bool) {
	if row != g.row.Number {
		g.begin(row)
	}
	g.row.Hidden = g.row.Hidden || hidden
}

// begin ends the row being collected and begins another.
func (g *gatherer) begin(row int) {
	g.flush()
	g.row.Number, g.row.Hidden, g.rising = row, false, true
}

// add puts a cell at row and column, counted from 1 and within the limits. It
// copies raw.
func (g *gatherer) add(row, column int, c Cell, raw []byte) {
	if c.Type == Empty && !c.Formula {
		return
	}
	if p := g.place(row, column); p != nil {
		p.Cell = c
		g.keepRaw(p, raw)
	}
}

// place adds a cell with nothing in it at row and column and returns it, or nil
// where the row is too long.
func (g *gatherer) place(row, column int) *Placed {
	if row != g.row.Number {
		g.begin(row)
	}
	if n := len(g.row.Cells); n > 0 && g.row.Cells[n-1].Column >= column {
		g.rising = false
	}
	if len(g.row.Cells) == MaxColumns {
		g.clash(row, column) // with one of them at the latest
		return nil
	}
	// The row is the same memory again and again; to append would copy.
	n := len(g.row.Cells)
	if n == cap(g.row.Cells) {
		g.row.Cells = slices.Grow(g.row.Cells, 1)
	}
	g.row.Cells = g.row.Cells[:n+1]
	p := &g.row.Cells[n]
	*p = Placed{Column: column}
	return p
}

// keepRaw gives p a copy of raw.
func (g *gatherer) keepRaw(p *Placed, raw []byte) {
	if len(raw) > 0 {
		from := len(g.raw)
		g.raw = append(g.raw, raw...)
		p.Raw = g.raw[from:len(g.raw):len(g.raw)]
	}
}

// flush passes on the row being collected.
func (g *gatherer) flush() {
	if len(g.row.Cells) > 0 && !g.mute && g.stopped == nil {
		if !g.rising {
			g.row.Cells = g.ordered(g.row.Number, g.row.Cells)
		}
		switch {
		case g.mute: // two cells had one address
		case g.hold:
			g.held = append(g.held, kept(g.row))
		case g.row.Number <= g.last:
			g.stopped = disorder{g.row.Number, g.last}
		default:
			g.stopped = g.emit(g.row)
		}
		g.last = g.row.Number
	}
	g.row.Cells, g.raw = g.row.Cells[:0], g.raw[:0]
}

// finish passes on what is left.
func (g *gatherer) finish() error {
	g.flush()
	slices.SortStableFunc(g.held, func(a, b Row) int { return cmp.Compare(a.Number, b.Number) })
	for rows := g.held; len(rows) > 0 && g.stopped == nil && !g.mute; {
		one := rows[0]
		rows = rows[1:]
		for parts := 1; len(rows) > 0 && rows[0].Number == one.Number; parts++ {
			one.Cells = append(one.Cells, rows[0].Cells...)
			one.Hidden = one.Hidden || rows[0].Hidden
			if rows = rows[1:]; len(rows) == 0 || rows[0].Number != one.Number {
				one.Cells = g.ordered(one.Number, one.Cells)
			}
		}
		if !g.mute {
			g.stopped = g.emit(one)
		}
	}
	return g.stopped
}

// ordered sorts cells by column and reports those that share an address.
func (g *gatherer) ordered(row int, cells []Placed) []Placed {
	slices.SortStableFunc(cells, func(a, b Placed) int { return cmp.Compare(a.Column, b.Column) })
	for i := 1; i < len(cells); i++ {
		if cells[i].Column == cells[i-1].Column {
			g.clash(row, cells[i].Column)
		}
	}
	return cells
}

// kept returns a row that nothing else points into.
func kept(r Row) Row {
	size := 0
	for _, c := range r.Cells {
		size += len(c.Raw)
	}
	raw := make([]byte, 0, size)
	r.Cells = slices.Clone(r.Cells)
	for i, c := range r.Cells {
		from := len(raw)
		raw = append(raw, c.Raw...)
		r.Cells[i].Raw = raw[from:len(raw):len(raw)]
	}
	return r
}
