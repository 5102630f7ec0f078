package crosstab

import (
	"math"

	"stikprove/sample/estimate"
	"stikprove/survey"
)

// battery fills in a table whose rows are variables and whose columns are
// their common options. Each row has a base of its own, in Cell.Base and in
// the All cell; a Group column has none, so its N is 0.
func (b *builder) battery() {
	t := b.table
	t.Several = true
	b.admitItems()
	b.chooseItems()
	for _, c := range b.items {
		t.Rows = append(t.Rows, Row{ID: c.Name, Label: c.Label, Kind: Item})
	}
	b.groupColumns()
	columns := len(t.Columns)
	answered := len(t.Rows) * columns // the set of units with an answer to any item
	sets := estimate.Sets{Count: answered + 1, Of: func(row int, into []int32) []int32 {
		if !b.in[row] {
			return into
		}
		for r := range b.items {
			if k := b.item(r, row); k >= 0 {
				into = append(into, int32(r*columns+b.columns.place[k]), int32(r*columns+columns-1))
			}
		}
		return append(into, int32(answered))
	}}
	counts := b.cells(sets, func(r, c int) int { return r*columns + columns - 1 })
	b.setBase(counts[answered])
	t.Columns[columns-1].N, t.Columns[columns-1].Weighted = counts[answered].N, counts[answered].Weighted
}

// item returns the option of the r-th item that row of data has, or -1 where
// it has none or none that counts.
func (b *builder) item(r, row int) int {
	k := b.items[r].Index(row)
	if k < 0 {
		return -1
	}
	k = b.columns.option(b.items[r].Options[k].Name)
	if b.spec.DropDontKnow && !b.columns.options[k].substantive() {
		return -1
	}
	return k
}

// option returns the number of the option called name, or -1.
func (a *axis) option(name string) int {
	for k, o := range a.options {
		if o.name == name {
			return k
		}
	}
	return -1
}

// admitItems settles which rows of data are in the base: those with an answer
// to any item.
func (b *builder) admitItems() {
	b.in = make([]bool, b.s.Rows())
	for row, w := range b.s.Weight {
		if w == 0 {
			continue
		}
		answered, vague := false, false
		for r, c := range b.items {
			if k := c.Index(row); k >= 0 {
				answered = true
				vague = vague || c.Options[k].Meaning != survey.Substantive && c.Options[k].Meaning != survey.None
				b.in[row] = b.in[row] || b.item(r, row) >= 0
			}
		}
		if vague {
			b.tally.dontKnow++
		}
		if answered {
			b.table.Base.Answered++
		} else {
			b.tally.leave(b.items[0].Missing(row))
		}
	}
}

// chooseItems settles the columns: every option, but those that are no
// substantive answer only where somebody gave them and they count.
func (b *builder) chooseItems() {
	given := make([]bool, len(b.columns.options))
	for row, in := range b.in {
		for r := range b.items {
			if !in {
				break
			}
			if k := b.item(r, row); k >= 0 {
				given[k] = true
			}
		}
	}
	b.columns.place = make([]int, len(given))
	for k, o := range b.columns.options {
		b.columns.place[k] = -1
		if given[k] || o.substantive() {
			b.columns.print(k)
		}
	}
}

// sum fills in a table with the total of a number over the units that have it.
func (b *builder) sum() {
	t := b.table
	b.rows = axis{}
	b.admitNumbers(b.number)
	b.columns.choose(b.in, b.spec.ColumnsLargest, b.spec.ColumnsJoined)
	t.Rows = []Row{{ID: SumID, Label: b.number.Label, Kind: Sum}}
	b.groupColumns()
	b.estimate(func(_ int, into []int) []int { return append(into, 0) }, 0)
	b.keepLargest(b.number)
	totals := make([]float64, len(t.Columns))
	var in []int
	for row, ok := range b.in {
		if !ok {
			continue
		}
		in = append(b.columns.in(row, in[:0]), len(totals)-1)
		for _, c := range in {
			totals[c] += b.s.Weight[row] * b.number.Number(row)
		}
	}
	for c := range t.Columns {
		n := t.Cells[0][c]
		t.Cells[0][c] = Cell{N: n.N, Base: n.Base, Weighted: totals[c], P: math.NaN(), SE: math.NaN(), Low: math.NaN(), High: math.NaN()}
	}
}

// admitNumbers takes into the base the units that have a number and a column.
func (b *builder) admitNumbers(number *survey.Column) {
	b.in = make([]bool, b.s.Rows())
	for row, w := range b.s.Weight {
		if w == 0 {
			continue
		}
		if why := number.Missing(row); why != survey.Present {
			b.tally.leave(why)
			continue
		}
		b.table.Base.Answered++
		if why := b.columns.missing(row); why != survey.Present {
			b.tally.leave(why)
			continue
		}
		if b.columns.variable != nil && b.columns.unsubstantive(row) && b.spec.DropDontKnow {
			b.tally.dontKnow++
			continue
		}
		b.in[row] = true
	}
}
