package estimate

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"stikprove/sample"
)

// Assisted totals use what is known of the whole frame where answers came from a
// part of it. y and the auxiliary numbers are of the rows of the sample, whose
// weights expand them to the frame; totals are of the frame, those that answered
// among it. A row with NaN in any of them is outside. The expansion itself is
// [Total].
//
// Variances are of the weighted residuals, times the ratio that each weight is
// changed by. Source: Särndal, Swensson and Wretman (1992), chapter 7, result
// 7.6.1 and section 7.10.

// RatioTotal estimates the total of y as its ratio to x, times x's total. Same
// as predict(svyratio) in R survey.
func RatioTotal(s *sample.Sample, y, x []float64, total float64) Estimate {
	return SeparateRatioTotal(s, y, x, Domains{}, []float64{total})
}

// SeparateRatioTotal estimates the total of y as the sum over groups of its
// ratio to x there, times x's total there. It panics if totals are not one for
// each group.
func SeparateRatioTotal(s *sample.Sample, y, x []float64, groups Domains, totals []float64) Estimate {
	if groups.Of == nil {
		groups = Domains{Count: 1, Of: make([]int32, s.Rows())}
	}
	if len(totals) != groups.Count {
		panic(fmt.Sprintf("estimate: %d totals for %d groups", len(totals), groups.Count))
	}
	ratios := Ratios(s, y, x, groups)
	t := newStatistic(s, y, x, groups)
	c := t.count()
	a := assisted{s: s, t: t}
	z := make([]float64, s.Rows())
	sum := 0.0
	for g, r := range ratios {
		if totals[g] == 0 {
			continue
		}
		if math.IsNaN(r.Value) {
			return none(r.Why)
		}
		sum += r.Value * totals[g]
	}
	for i, g := range t.of {
		if g >= 0 && totals[g] != 0 {
			z[i] = s.Weight[i] * (y[i] - ratios[g].Value*x[i]) * totals[g] / c[g].b
		}
	}
	return a.estimate(sum, z, func(of *statistic) float64 {
		sum := 0.0
		for g, c := range of.count() {
			if totals[g] != 0 {
				sum += c.a / c.b * totals[g]
			}
		}
		return sum
	})
}

// PostStratifiedTotal estimates the total of y as the sum over groups of its
// mean there, times the number of units of the frame there.
func PostStratifiedTotal(s *sample.Sample, y []float64, groups Domains, units []float64) Estimate {
	return SeparateRatioTotal(s, y, filled(s.Rows()), groups, units)
}

func filled(n int) []float64 {
	v := make([]float64, n)
	fill(v, 1.0)
	return v
}

// RegressionTotal estimates the total of y by the generalised regression of y on
// the auxiliary numbers x[k], whose totals are totals[k]; a constant is among
// them only where one is given, with the number of units as its total. The
// error says that the auxiliary numbers tell the same twice. Same as the total
// after calibrate(calfun = "linear") in R survey.
func RegressionTotal(s *sample.Sample, y []float64, x [][]float64, totals []float64) (Estimate, error) {
	if len(x) == 0 || len(x) != len(totals) {
		return none(Empty), errors.New("want a total for each auxiliary number, and at least one")
	}
	checkRows(s, append([][]float64{y}, x...)...)
	whole := make([]float64, s.Rows()) // NaN where any number is
	for i := range whole {
		whole[i] = y[i]
		for _, column := range x {
			if math.IsNaN(column[i]) {
				whole[i] = math.NaN()
			}
		}
	}
	t := newStatistic(s, whole, nil, Domains{})
	value, z, err := regress(t, s.Weight, x, totals)
	if err != nil {
		return none(Empty), err
	}
	a := assisted{s: s, t: t}
	return a.estimate(value, z, func(of *statistic) float64 {
		value, _, err := regress(of, of.s.Weight, x, totals)
		if err != nil {
			return math.NaN()
		}
		return value
	}), nil
}

// regress returns the regression estimate and the weighted residuals.
func regress(t *statistic, weight []float64, x [][]float64, totals []float64) (float64, []float64, error) {
	p := len(x)
	gram, right := mat.NewSymDense(p, nil), mat.NewVecDense(p, nil)
	gap := mat.NewVecDense(p, totals) // is changed below
	gap = mat.VecDenseCopyOf(gap)
	sum := 0.0
	for i, g := range t.of {
		if g < 0 {
			continue
		}
		w := weight[i]
		sum += w * t.a[i]
		for k := range p {
			right.SetVec(k, right.AtVec(k)+w*x[k][i]*t.a[i])
			gap.SetVec(k, gap.AtVec(k)-w*x[k][i])
			for l := range k + 1 {
				gram.SetSym(k, l, gram.At(k, l)+w*x[k][i]*x[l][i])
			}
		}
	}
	var cholesky mat.Cholesky
	if !cholesky.Factorize(gram) || cholesky.Cond() > 1e14 {
		return 0, nil, errors.New("the auxiliary numbers tell the same twice, or nothing, of the rows that answered")
	}
	var slope, change mat.VecDense
	if cholesky.SolveVecTo(&slope, right) != nil || cholesky.SolveVecTo(&change, gap) != nil {
		return 0, nil, errors.New("the auxiliary numbers tell the same twice of the rows that answered")
	}
	z := make([]float64, len(weight))
	for i, g := range t.of {
		if g < 0 {
			continue
		}
		residual, factor := t.a[i], 1.0
		for k := range p {
			residual -= slope.AtVec(k) * x[k][i]
			factor += change.AtVec(k) * x[k][i]
		}
		z[i] = weight[i] * factor * residual
	}
	return sum + mat.Dot(&slope, gap), z, nil
}

// assisted makes an estimate of a value and its weighted residuals.
type assisted struct {
	s *sample.Sample
	t *statistic
}

// estimate returns the estimate; again makes the value on other weights.
func (a assisted) estimate(value float64, z []float64, again func(*statistic) float64) Estimate {
	e := none(NoReason)
	e.Value = value
	in := make([]bool, a.s.PSUs)
	for i, g := range a.t.of {
		if g >= 0 {
			e.N++
			in[a.s.PSU[i]] = true
		}
	}
	if e.N == 0 {
		return none(Empty)
	}
	if a.s.Design.Census {
		e.Why = NoSampling
		return e
	}
	for _, c := range a.t.whole() {
		e.DF = c.psus - c.strata
	}
	if a.s.Design.Replicates.Method == sample.NoReplicates {
		e.SE = math.Sqrt(max(Variance(a.s, z), 0))
		if math.IsNaN(Variance(a.s, z)) {
			e.SE, e.Why = math.NaN(), LonelyUnit
		}
		return e
	}
	r, err := a.s.Replicates()
	if err != nil {
		e.Why = NoReplicates
		return e
	}
	e.DF = r.DF(in)
	values := make([][]float64, len(r.Factor))
	parallel(len(values), func(i int, _ *[]float64) {
		w, err := r.Weight(i, nil)
		if err != nil {
			values[i] = nans(1)
			return
		}
		of := *a.t
		of.s = a.s.Reweighted(w)
		values[i] = []float64{again(&of)}
	})
	if e.SE = math.Sqrt(spreadOf(r, values, 0, value)); math.IsNaN(e.SE) {
		e.Why = NoneReplicated
	}
	return e
}

// whole counts all rows of the statistic as one domain.
func (t *statistic) whole() []counts {
	one := *t
	one.k, one.of = 1, make([]int32, len(t.of))
	for i, g := range t.of {
		one.of[i] = min(g, 0)
	}
	return one.count()
}

// Silent is the total of y under the assumption that its ratio to x is k times
// that of those who answered among those who did not.
type Silent struct {
	K     float64
	Total float64
}

// Sensitivity returns the total of y over a frame under each k, where total is
// x's total over the frame, without weights: what was answered is counted, and
// only the rest of the frame is guessed at. Rows with NaN are among the silent.
//
// Those that answered chose themselves, and no standard error tells what their
// choice did. k of 0.7, 1 and 1.3 shows how far the total moves if the others
// differ by three tenths.
func Sensitivity(s *sample.Sample, y, x []float64, total float64, k []float64) []Silent {
	checkRows(s, y, x)
	var sumY, sumX float64
	for i, w := range s.Weight {
		if w > 0 && !math.IsNaN(y[i]) && !math.IsNaN(x[i]) {
			sumY += y[i]
			sumX += x[i]
		}
	}
	out := make([]Silent, len(k))
	for i, k := range k {
		out[i] = Silent{k, sumY + k*sumY/sumX*(total-sumX)}
	}
	return out
}
