package association

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"stikprove/sample/estimate"
)

// WaldTest returns Wald's test that what the cells have beyond their margins'
// product is nought. Method is [Wald], with q = (rows-1)(columns-1) and the
// design's degrees of freedom, or [WaldAdjusted], with q and those plus 1-q.
//
// Source: Koch, Freeman and Freeman (1975), International Statistical Review
// 43, 59–78; Thomas and Rao (1987) for the adjustment. Same as
// svychisq(statistic = "Wald", "adjWald") in R survey.
func (t *Cross) WaldTest(m Method) Result {
	r := t.described(m)
	if r.Why != Tested {
		return r
	}
	columns := t.Columns()
	row, column := make([]float64, t.Rows()), make([]float64, columns)
	for i := range row {
		for j := range column {
			row[i] += t.Weights[i][j] / t.Total
			column[j] += t.Weights[i][j] / t.Total
		}
	}
	q := t.freedom()
	excess := mat.NewVecDense(q, nil)
	for k := range q {
		i, j := k/(columns-1)+1, k%(columns-1)+1
		excess.SetVec(k, t.Weights[i][j]/t.Total-row[i]*column[j])
	}
	inRow, inColumn := make([]float64, len(row)), make([]float64, len(column))
	cells := make([]float64, len(row)*columns)
	v := estimate.UnitTotals{K: q, Add: func(rows []int32, totals []float64) {
		clear(cells)
		clear(inRow)
		clear(inColumn)
		sum := 0.0
		for _, at := range rows {
			if k := t.cell[at]; k >= 0 {
				w := t.s.Weight[at] / t.Total
				cells[k] += w
				inRow[int(k)/columns] += w
				inColumn[int(k)%columns] += w
				sum += w
			}
		}
		if sum == 0 {
			return
		}
		for k := range totals {
			i, j := k/(columns-1)+1, k%(columns-1)+1
			totals[k] += cells[i*columns+j] - inRow[i]*column[j] - row[i]*inColumn[j] + sum*row[i]*column[j]
		}
	}}.Covariance(t.s)
	x, why := quadratic(excess, v)
	if why != Tested {
		r.Why = why
		return r
	}
	df := float64(t.df)
	r.DF1, r.DF2 = float64(q), df
	r.Statistic = x / r.DF1
	if m == WaldAdjusted {
		r.DF2 = df - r.DF1 + 1
		r.Statistic = x * r.DF2 / (r.DF1 * df)
	}
	if !(r.DF2 >= 1) {
		r.Why, r.Statistic = NoFreedom, math.NaN()
		return r
	}
	r.P = tailF(r.Statistic, r.DF1, r.DF2)
	return r
}

// quadratic returns y'V⁻¹y.
func quadratic(y *mat.VecDense, v *mat.SymDense) (float64, Why) {
	if math.IsNaN(v.At(0, 0)) {
		return math.NaN(), NoVariance
	}
	// Scaled, so that only what depends on each other makes V singular.
	n := v.SymmetricDim()
	unit := mat.NewSymDense(n, nil)
	z := mat.NewVecDense(n, nil)
	for i := range n {
		if !(v.At(i, i) > 0) {
			return math.NaN(), Alike
		}
		z.SetVec(i, y.AtVec(i)/math.Sqrt(v.At(i, i)))
		for j := range i + 1 {
			unit.SetSym(i, j, v.At(i, j)/math.Sqrt(v.At(i, i)*v.At(j, j)))
		}
	}
	var chol mat.Cholesky
	if !chol.Factorize(unit) || chol.Cond() > 1e12 {
		return math.NaN(), Alike
	}
	var solved mat.VecDense
	if chol.SolveVecTo(&solved, z) != nil {
		return math.NaN(), Alike
	}
	return mat.Dot(z, &solved), Tested
}
