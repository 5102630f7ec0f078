package crosstab

import (
	"math"

	"stikprove/sample"
	"stikprove/sample/estimate"
)

// ofAnswers makes the shares of several answers shares of all answers given in
// the column, or in the whole table, in place of the units that gave them. The
// Total row then counts answers, and the rows add up to it.
func (b *builder) ofAnswers() {
	t := b.table
	total := len(t.Rows) - 1
	columns := len(t.Columns)
	n, weighted := make([]int, columns), make([]float64, columns)
	for c := range t.Columns {
		for r := range total {
			n[c] += t.Cells[r][c].N
			weighted[c] += t.Cells[r][c].Weighted
		}
	}
	baseOf := func(r, c int) (count int, weight float64, column int) {
		switch t.Percent {
		case OfTotal:
			return n[columns-1], weighted[columns-1], columns - 1
		default:
			return n[c], weighted[c], c
		}
	}
	se := b.answerErrors(total, baseOf)
	for r := range total {
		for c := range t.Columns {
			cell := &t.Cells[r][c]
			count, weight, _ := baseOf(r, c)
			cell.Base, cell.P, cell.SE = count, math.NaN(), math.NaN()
			cell.Low, cell.High = math.NaN(), math.NaN()
			if weight > 0 {
				cell.P, cell.SE = min(cell.Weighted/weight, 1), se[r*columns+c]
			}
			if t.Level > 0 && !math.IsNaN(cell.P) {
				var note estimate.Note
				cell.Low, cell.High, note = b.intervals.Prop(cell.P, cell.SE, count, cell.DF)
				b.zero = b.zero || note == estimate.RestsOnN
			}
		}
	}
	for c := range t.Columns {
		cell := &t.Cells[total][c]
		count, weight, _ := baseOf(total, c)
		cell.N, cell.Weighted, cell.Base = n[c], weighted[c], count
		if weight > 0 {
			cell.P = weighted[c] / weight
		}
		t.Columns[c].N, t.Columns[c].Weighted = n[c], weighted[c]
	}
	t.Notes = append(t.Notes, Note{Kind: NoteAnswers, N: t.Base.N})
	if b.s.Design.Replicates.Method != sample.NoReplicates && t.Level > 0 {
		t.Notes = append(t.Notes, Note{Kind: NoteAnswersLinear})
	}
}

// answerErrors returns the standard errors of the shares of answers: ratios of
// the answers in a cell to those in its base.
func (b *builder) answerErrors(total int, baseOf func(r, c int) (int, float64, int)) []float64 {
	t := b.table
	columns := len(t.Columns)
	part, base := make([]float64, total*columns), make([]float64, columns)
	var in, groups []int
	gather := func(data []int32) {
		clear(part)
		clear(base)
		for _, i := range data {
			w := b.s.Weight[i]
			if w == 0 || !b.in[i] {
				continue
			}
			in = b.rows.in(int(i), in[:0])
			groups = append(b.columns.in(int(i), groups[:0]), columns-1)
			for _, c := range groups {
				for _, r := range in {
					part[r*columns+c] += w
					base[c] += w
				}
			}
		}
	}
	add := func(data []int32, totals []float64) {
		gather(data)
		for k := range total * columns {
			r, c := k/columns, k%columns
			_, weight, of := baseOf(r, c)
			if weight > 0 {
				totals[k] += (part[k] - t.Cells[r][c].Weighted/weight*base[of]) / weight
			}
		}
	}
	b.trace(columns, add, func(data []int32, in []bool) {
		gather(data)
		for k := range in {
			_, _, of := baseOf(k/columns, k%columns)
			in[k] = in[k] || base[of] > 0
		}
	})
	variances := estimate.UnitTotals{K: total * columns, Add: add}.Variances(b.s)
	se := make([]float64, len(variances))
	for k, v := range variances {
		se[k] = math.Sqrt(max(v, 0))
		if math.IsNaN(v) {
			se[k] = v
		}
	}
	return se
}
