package crosstab

import (
	"math"

	"stikprove/sample/estimate"
)

// estimate fills in the cells. tableRows appends the table rows that a row of
// data is in; total is the table row that holds every unit of the base.
func (b *builder) estimate(tableRows func(row int, into []int) []int, total int) {
	t := b.table
	columns := len(t.Columns) // All is the last
	var in, groups []int
	sets := estimate.Sets{Count: len(t.Rows) * columns, Of: func(row int, into []int32) []int32 {
		if !b.in[row] {
			return into
		}
		in, groups = tableRows(row, in[:0]), b.columns.in(row, groups[:0])
		for _, r := range in {
			for _, c := range groups {
				into = append(into, int32(r*columns+c))
			}
			into = append(into, int32(r*columns+columns-1))
		}
		return into
	}}
	counts := b.cells(sets, func(r, c int) int {
		switch t.Percent {
		case OfRow:
			return r*columns + columns - 1
		case OfTotal:
			return total*columns + columns - 1
		default:
			return total*columns + c
		}
	})
	for c := range t.Columns {
		n := counts[total*columns+c]
		t.Columns[c].N, t.Columns[c].Weighted = n.N, n.Weighted
	}
	b.setBase(counts[total*columns+columns-1])
}

// setBase states what the whole table rests on.
func (b *builder) setBase(n estimate.Count) {
	base := &b.table.Base
	base.N, base.Weighted = n.N, n.Weighted
	if b.s.Design.PSU != "" {
		base.PSUs = n.PSUs
	}
}

// cells makes a cell per table row and column: the set numbered row by row as
// a share of the set that base names. It returns the sets' counts.
func (b *builder) cells(sets estimate.Sets, base func(r, c int) int) []estimate.Count {
	t := b.table
	columns := len(t.Columns)
	pairs := make([]estimate.Pair, 0, sets.Count)
	for r := range t.Rows {
		for c := range t.Columns {
			pairs = append(pairs, estimate.Pair{Part: r*columns + c, Base: base(r, c)})
		}
	}
	counts, shares := estimate.Shares(b.s, sets, pairs)
	b.traceShares(sets, pairs, counts, shares)
	for r := range t.Rows {
		t.Cells = append(t.Cells, make([]Cell, columns))
		for c := range t.Columns {
			i := r*columns + c
			t.Cells[r][c] = b.cell(counts[i], counts[pairs[i].Base].N, shares[i], pairs[i].Part == pairs[i].Base)
		}
	}
	return counts
}

// cell returns one estimate. A share that is certain is 1 by construction.
func (b *builder) cell(n estimate.Count, base int, share estimate.Share, certain bool) Cell {
	cell := Cell{N: n.N, Weighted: n.Weighted, Base: base, P: share.P, SE: share.SE, DF: share.DF,
		Low: math.NaN(), High: math.NaN()}
	if certain || math.IsNaN(cell.P) || b.table.Level == 0 || b.given(share) {
		return cell
	}
	var note estimate.Note
	cell.Low, cell.High, note = b.intervals.Prop(cell.P, cell.SE, base, cell.DF)
	b.zero = b.zero || note == estimate.RestsOnN
	return cell
}

// given reports whether a share was put in by the adjustment of the weights: it
// is known, moves with no sample, and has no interval.
func (b *builder) given(share estimate.Share) bool {
	const none, inside = 1e-9, 1e-12 // of rounding in the last digits
	times, _ := b.s.Adjustments()
	return times > 0 && share.SE < none && share.P > inside && share.P < 1-inside
}
