package association

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"

	"stikprove/sample"
	"stikprove/sample/estimate"
)

// Fit holds a coding against known shares, which are scaled to sum to 1. Units
// whose code is outside 0 to len(known)-1 do not count. X² is of the weighted
// shares and scaled to the number of units. Method is [FitDesign], whose
// statistic is X² over the sum of the design effects, by F with d = (Σδ)²/Σδ²
// and d·df degrees of freedom; [FitChi], the same times d, by χ² with d, which
// is without the design's degrees of freedom; or [FitPearson], which is of the
// counts.
//
// Same p and degrees of freedom as svygofchisq in R survey is FitChi, and as
// chisq.test(p =) in R FitPearson. The X² of svygofchisq is of weighted totals.
//
// It panics if there are not as many codes as s has rows.
func Fit(s *sample.Sample, codes []int32, known []float64, m Method) Result {
	if len(codes) != s.Rows() {
		panic(fmt.Sprintf("association: %d codes for %d rows", len(codes), s.Rows()))
	}
	r := none(m, Tested)
	keep := make([]bool, s.Rows())
	weights := make([]float64, len(known))
	total := 0.0
	for i, w := range s.Weight {
		if k := codes[i]; w > 0 && k >= 0 && int(k) < len(known) {
			if m == FitPearson {
				w = 1
			}
			keep[i] = true
			weights[k] += w
			total += w
			r.N++
		}
	}
	sum := 0.0
	var used []int
	for k, p := range known {
		sum += p
		switch {
		case p > 0:
			used = append(used, k)
		case weights[k] > 0:
			r.Why = Unknown
			return r
		}
	}
	if len(used) < 2 || r.N == 0 || !(sum > 0) {
		r.Why = OneCategory
		return r
	}
	r.Cells, r.Least, r.X2 = len(used), math.Inf(1), 0
	n := float64(r.N)
	for _, k := range used {
		e := n * known[k] / sum
		r.Least = min(r.Least, e)
		if e < 5 {
			r.Small++
		}
		d := n*weights[k]/total - e
		r.X2 += d * d / e
	}
	r.Effect.W = math.Sqrt(r.X2 / n)
	if m == FitPearson {
		r.Statistic, r.DF1 = r.X2, float64(len(used)-1)
		r.P = distuv.ChiSquared{K: r.DF1}.Survival(r.X2)
		return r
	}
	d := s.Domain(keep)
	at := make([]int32, len(known))
	scale := make([]float64, len(used))
	for i, k := range used {
		at[k] = int32(i)
		scale[i] = 1 / math.Sqrt(known[k]/sum)
	}
	v := estimate.UnitTotals{K: len(used), Add: func(rows []int32, totals []float64) {
		all := 0.0
		for _, row := range rows {
			if keep[row] {
				w := d.Weight[row] / total
				totals[at[codes[row]]] += w
				all += w
			}
		}
		// The derivative of (O−E)/√E, in which E is of the estimated total.
		for i, k := range used {
			totals[i] -= all * (weights[k]/total + known[k]/sum) / 2
		}
	}}.Covariance(d)
	if math.IsNaN(v.At(0, 0)) {
		r.Why = NoVariance
		return r
	}
	scaled := mat.NewSymDense(len(used), nil)
	for i := range used {
		for j := range i + 1 {
			scaled.SetSym(i, j, n*v.At(i, j)*scale[i]*scale[j])
		}
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(scaled, false) {
		r.Why = Alike
		return r
	}
	deffs := eigen.Values(nil)
	total = 0
	for i := range deffs {
		deffs[i] = max(deffs[i], 0)
		total += deffs[i]
	}
	r.correct(deffs, float64(estimate.DF(d)))
	r.Deff = total / float64(len(used)-1)
	if m == FitChi && total > 0 {
		r.Why = Tested
		r.Statistic *= r.DF1
		r.DF2 = math.NaN()
		r.P = distuv.ChiSquared{K: r.DF1}.Survival(r.Statistic)
	}
	return r
}
