package association

import (
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"

	"stikprove/sample/estimate"
)

// RaoScott returns X² corrected for the design. Method is [RaoScottF], whose
// statistic is X² over the sum of the generalised design effects, with
// d = (Σδ)²/Σδ² and d·df degrees of freedom; [RaoScottNull], the same with
// expected shares in the design effects; [RaoScottChi], whose statistic is X²
// itself and whose p is that of X² over their mean; or [RaoScottExact], whose p
// is that of Σδχ²₁ against X²·χ²/df with d·df degrees of freedom.
//
// As in R survey the design effects are of the observed shares. Where empty
// cells leave some of them undefined the expected shares are used, and Why says
// [Empty].
//
// Same as svychisq(statistic = "F", "Chisq") in R survey; RaoScottNull is
// Stata's option null; RaoScottExact is statistic = "lincom" without its
// approximation.
func (t *Cross) RaoScott(m Method) Result {
	r := t.described(m)
	if r.Why != Tested {
		return r
	}
	shares := t.shares()
	in := shares
	if m == RaoScottNull {
		in = t.expected()
	}
	v := t.shareCovariance(shares)
	deffs, why := designEffects(t.contrasts(), in, v, t.N)
	if why == Empty {
		deffs, why = designEffects(t.contrasts(), t.expected(), v, t.N)
		r.Why = Empty
	}
	if why != Tested {
		r.Why = why
		return r
	}
	r.correct(deffs, float64(t.df))
	return r
}

// correct fills in the statistic and p of X² with generalised design effects.
func (r *Result) correct(deffs []float64, df float64) {
	sum, squares := 0.0, 0.0
	for _, d := range deffs {
		sum += d
		squares += d * d
	}
	if !(sum > 0) {
		r.Why = Alike
		return
	}
	d := sum * sum / squares
	r.Deff = sum / float64(len(deffs))
	if df < 1 {
		r.Why = NoFreedom
	}
	switch r.Method {
	case RaoScottChi:
		r.Statistic, r.DF1 = r.X2, float64(len(deffs))
		r.P = distuv.ChiSquared{K: r.DF1}.Survival(r.X2 / r.Deff)
	case RaoScottExact:
		r.Statistic, r.DF1, r.DF2 = r.X2, d, d*df
		if df >= 1 {
			r.P = sumTail(r.X2, deffs, r.DF2)
		}
	default:
		r.Statistic, r.DF1, r.DF2 = r.X2/sum, d, d*df
		if df >= 1 {
			r.P = tailF(r.Statistic, r.DF1, r.DF2)
		}
	}
}

// tailF returns the upper tail of F.
func tailF(x, df1, df2 float64) float64 {
	if x <= 0 {
		return 1
	}
	// The beta distribution keeps its accuracy where F's upper tail is small.
	return mathextBeta(df2/2, df1/2, df2/(df2+df1*x))
}

// shareCovariance returns the covariance of the cells' shares.
func (t *Cross) shareCovariance(shares []float64) *mat.SymDense {
	return estimate.UnitTotals{K: len(shares), Add: func(rows []int32, totals []float64) {
		sum := 0.0
		for _, row := range rows {
			if k := t.cell[row]; k >= 0 {
				w := t.s.Weight[row] / t.Total
				totals[k] += w
				sum += w
			}
		}
		if sum == 0 {
			return
		}
		for k, p := range shares {
			totals[k] -= p * sum
		}
	}}.Covariance(t.s)
}

// contrasts returns a basis of what no sum of a row and a column effect gives,
// a row per cell.
func (t *Cross) contrasts() *mat.Dense {
	a, b := helmert(t.Rows()), helmert(t.Columns())
	var c mat.Dense
	c.Kronecker(a, b)
	return &c
}

// helmert returns n-1 orthonormal contrasts of n levels, in columns.
func helmert(n int) *mat.Dense {
	h := mat.NewDense(n, n-1, nil)
	for j := range n - 1 {
		scale := 1 / math.Sqrt(float64((j+1)*(j+2)))
		for i := range j + 1 {
			h.Set(i, j, scale)
		}
		h.Set(j+1, j, -float64(j+1)*scale)
	}
	return h
}

// designEffects returns the eigenvalues of (C'D⁻¹C/n)⁻¹ C'D⁻¹VD⁻¹C, where D
// holds the shares in and V is the covariance of the observed ones.
func designEffects(c *mat.Dense, in []float64, v *mat.SymDense, n int) ([]float64, Why) {
	cells, k := c.Dims()
	if math.IsNaN(v.At(0, 0)) {
		return nil, NoVariance
	}
	scaled := mat.DenseCopyOf(c) // D⁻¹C
	for i := range cells {
		inverse := 0.0
		if in[i] > 0 {
			inverse = 1 / in[i]
		}
		for j := range k {
			scaled.Set(i, j, c.At(i, j)*inverse)
		}
	}
	var simple, product, numerator mat.Dense
	simple.Mul(c.T(), scaled)
	simple.Scale(1/float64(n), &simple)
	product.Mul(v, scaled)
	numerator.Mul(scaled.T(), &product)
	var chol mat.Cholesky
	if !chol.Factorize(symmetric(&simple)) || chol.Cond() > 1e13 {
		return nil, Empty
	}
	var lower mat.TriDense
	chol.LTo(&lower)
	var half, whole mat.Dense
	if half.Solve(&lower, &numerator) != nil || whole.Solve(&lower, half.T()) != nil {
		return nil, Empty
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(symmetric(&whole), false) {
		return nil, Empty
	}
	values := eigen.Values(nil)
	for i := range values {
		values[i] = max(values[i], 0)
	}
	return values, Tested
}

// symmetric returns m without what rounding made of it.
func symmetric(m *mat.Dense) *mat.SymDense {
	n, _ := m.Dims()
	s := mat.NewSymDense(n, nil)
	for i := range n {
		for j := range i + 1 {
			s.SetSym(i, j, (m.At(i, j)+m.At(j, i))/2)
		}
	}
	return s
}
