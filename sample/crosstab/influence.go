package crosstab

import (
	"slices"

	"stikprove/sample"
	"stikprove/sample/estimate"
)

// influence is how the numbers of a table's cells move with the units of its
// sample. It is of the table as it was built: rows and columns go by their ids.
type influence struct {
	s             *sample.Sample
	rows, columns []string
	add           func(data []int32, totals []float64) // values of one unit's rows of data, for all cells by row
	in            func(data []int32, in []bool)        // marks the cells in whose base they are
}

// trace keeps the influence of the cells. columns are those that have estimates.
func (b *builder) trace(columns int, add func(data []int32, totals []float64), in func(data []int32, in []bool)) {
	f := &influence{s: b.s, add: add, in: in}
	for _, r := range b.table.Rows {
		f.rows = append(f.rows, r.ID)
	}
	for _, c := range b.table.Columns[:columns] {
		f.columns = append(f.columns, c.ID)
	}
	b.table.influence = f
}

// traceShares keeps the influence of cells that are shares of one set in
// another: the weight in the part less the share times the weight in the base,
// over the weight of the base.
func (b *builder) traceShares(sets estimate.Sets, pairs []estimate.Pair, counts []estimate.Count, shares []estimate.Share) {
	weight := make([]float64, sets.Count)
	var of []int32
	gather := func(data []int32) {
		clear(weight)
		for _, row := range data {
			if b.s.Weight[row] == 0 {
				continue
			}
			of = sets.Of(int(row), of[:0])
			for _, k := range of {
				weight[k] += b.s.Weight[row]
			}
		}
	}
	b.trace(len(b.table.Columns), func(data []int32, totals []float64) {
		gather(data)
		for i, p := range pairs {
			if base := counts[p.Base].Weighted; base > 0 {
				totals[i] += (weight[p.Part] - shares[i].P*weight[p.Base]) / base
			}
		}
	}, func(data []int32, in []bool) {
		gather(data)
		for i, p := range pairs {
			in[i] = in[i] || weight[p.Base] > 0
		}
	})
}

// traceMeans keeps the influence of a row of means above a row of their units.
func (b *builder) traceMeans(values []float64, codes []int32) {
	t := b.table
	columns := len(t.Columns)
	each := func(data []int32, do func(column int, w, y float64)) {
		for _, i := range data {
			if w := b.s.Weight[i]; w > 0 && b.in[i] {
				if c := int(codes[i]); c >= 0 && c < columns-1 {
					do(c, w, values[i])
				}
				do(columns-1, w, values[i])
			}
		}
	}
	b.trace(columns, func(data []int32, totals []float64) {
		each(data, func(c int, w, y float64) {
			totals[c] += w * (y - t.Cells[0][c].Mean) / t.Cells[0][c].Weighted
		})
	}, func(data []int32, in []bool) {
		each(data, func(c int, _, _ float64) { in[c], in[columns+c] = true, true })
	})
}

// sums returns the influence of sums of cells, and what marks their bases: of
// each sum the ids of its rows, in one column. It returns false where the table
// was not built with a cell of that name.
func (f *influence) sums(rows [][]string, column string) (estimate.UnitTotals, func(data []int32, in []bool), bool) {
	none := estimate.UnitTotals{}
	c := slices.Index(f.columns, column)
	if c < 0 {
		return none, nil, false
	}
	cells := make([][]int, len(rows))
	for k, ids := range rows {
		for _, id := range ids {
			r := slices.Index(f.rows, id)
			if r < 0 {
				return none, nil, false
			}
			cells[k] = append(cells[k], r*len(f.columns)+c)
		}
	}
	all, marked := make([]float64, len(f.rows)*len(f.columns)), make([]bool, len(f.rows)*len(f.columns))
	return estimate.UnitTotals{K: len(rows), Add: func(data []int32, totals []float64) {
			clear(all)
			f.add(data, all)
			for k := range cells {
				for _, cell := range cells[k] {
					totals[k] += all[cell]
				}
			}
		}}, func(data []int32, in []bool) {
			clear(marked)
			f.in(data, marked)
			for k := range cells {
				in[k] = in[k] || slices.ContainsFunc(cells[k], func(cell int) bool { return marked[cell] })
			}
		}, true
}
