package crosstab

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"stikprove/sample/estimate"
)

// meanTable fills in a table with the mean of a number over the units that have
// it, by column, and a Total row of the units.
func (b *builder) meanTable() {
	t := b.table
	b.rows = axis{}
	b.admitNumbers(b.mean)
	b.chooseColumns()
	t.Rows = []Row{{ID: MeanID, Label: b.mean.Label, Kind: Mean}, {ID: TotalID, Kind: Total}}
	b.groupColumns()
	b.estimate(func(_ int, into []int) []int { return append(into, 0, 1) }, 1)
	b.keepLargest(b.mean)
	b.zero = false // no share is printed
	codes := make([]int32, b.s.Rows())
	if b.columns.variable != nil {
		codes = b.columnCodes()
	}
	values := b.meanValues()
	of := make([]float64, len(values))
	for c := range t.Columns {
		for i, y := range values {
			of[i] = y
			if t.Columns[c].Kind == Group && codes[i] != int32(c) {
				of[i] = math.NaN()
			}
		}
		e := estimate.Mean(b.s, of)
		n := t.Cells[0][c]
		cell := Cell{N: n.N, Base: n.Base, Weighted: n.Weighted, P: math.NaN(), Mean: e.Value, SE: e.SE, DF: e.DF, Low: math.NaN(), High: math.NaN()}
		if e.DF >= 1 && t.Level > 0 && e.SE > 0 {
			half := distuv.StudentsT{Sigma: 1, Nu: float64(e.DF)}.Quantile((1+t.Level)/2) * e.SE
			cell.Low, cell.High = e.Value-half, e.Value+half
		}
		t.Cells[0][c] = cell
	}
	b.traceMeans(values, codes)
}

// meanValues returns the number of each row of the base, NaN outside.
func (b *builder) meanValues() []float64 {
	values := make([]float64, b.s.Rows())
	for i := range values {
		values[i] = math.NaN()
		if b.in[i] {
			values[i] = b.mean.Number(i)
		}
	}
	return values
}
