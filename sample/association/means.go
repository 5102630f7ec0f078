package association

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"stikprove/sample"
	"stikprove/sample/estimate"
)

// Means tests that a number has the same weighted mean in every group, by
// Wald's F with the groups less one and the design's degrees of freedom less
// those. Rows whose group is -1 or whose number is NaN do not count. It panics
// if there are not as many groups and numbers as s has rows.
//
// Same as regTermTest of svyglm(y ~ factor(group)) in R survey.
func Means(s *sample.Sample, y []float64, group []int32, groups int) Result {
	return means(s, y, group, groups, MeansWald)
}

// Ranks is [Means] of the ranks of y, from 0 to 1, ties at their
// middle.
//
// Source: Lumley and Scott (2013), Biometrika 100, 831–842. Same as
// svyranktest(test = "KruskalWallis") in R survey with three groups or more,
// and with two, where t² is F; as there, ties among rows of unequal weights
// depend a little on the order of rows.
func Ranks(s *sample.Sample, y []float64, group []int32, groups int) Result {
	keep := usable(s, y, func(i int) bool { return group[i] >= 0 && int(group[i]) < groups })
	return means(s, scores(s, y, keep, true), group, groups, RankTest)
}

func means(s *sample.Sample, y []float64, group []int32, groups int, m Method) Result {
	checkLength(s, len(y), len(group))
	r := none(m, Tested)
	keep := usable(s, y, func(i int) bool { return group[i] >= 0 && int(group[i]) < groups })
	sum, weight := make([]float64, groups), make([]float64, groups)
	for i, in := range keep {
		if in {
			sum[group[i]] += s.Weight[i] * y[i]
			weight[group[i]] += s.Weight[i]
			r.N++
		}
	}
	at, k := kept(groups, func(g int) bool { return weight[g] > 0 })
	if k < 2 {
		r.Why = OneCategory
		return r
	}
	d := s.Domain(keep)
	// Differences from the last group with anybody in it.
	last := 0
	for g := range groups {
		if at[g] == k-1 {
			last = g
		}
	}
	difference := mat.NewVecDense(k-1, nil)
	for g := range groups {
		if at[g] >= 0 && g != last {
			difference.SetVec(at[g], sum[g]/weight[g]-sum[last]/weight[last])
		}
	}
	v := estimate.UnitTotals{K: k - 1, Add: func(rows []int32, totals []float64) {
		for _, row := range rows {
			if !keep[row] {
				continue
			}
			g := group[row]
			z := s.Weight[row] * (y[row] - sum[g]/weight[g]) / weight[g]
			if int(g) != last {
				totals[at[g]] += z
				continue
			}
			for j := range totals {
				totals[j] -= z
			}
		}
	}}.Covariance(d)
	x, why := quadratic(difference, v)
	r.DF1, r.DF2 = float64(k-1), float64(estimate.DF(d)-k+1)
	switch {
	case why != Tested:
		r.Why = why
		return r
	case r.DF2 < 1:
		r.Why = NoFreedom
		return r
	}
	r.Statistic = x / r.DF1
	r.P = tailF(r.Statistic, r.DF1, r.DF2)
	return r
}

// TrendTest tests whether y goes up or down with x: the weighted least-squares
// slope of the ranks of y on those of x, both from 0 to 1, by t with the design's
// degrees of freedom less one. Statistic is t. Rows in which either is NaN do
// not count.
//
// With two values of x and equal weights it is svyranktest(test = "wilcoxon") in
// R survey.
func TrendTest(s *sample.Sample, y, x []float64) Result {
	checkLength(s, len(y), len(x))
	r := none(Trend, Tested)
	keep := usable(s, y, func(i int) bool { return !math.IsNaN(x[i]) })
	u, v := scores(s, y, keep, false), scores(s, x, keep, false)
	var total, meanU, meanV float64
	for i, in := range keep {
		if in {
			r.N++
			total += s.Weight[i]
			meanU += s.Weight[i] * u[i]
			meanV += s.Weight[i] * v[i]
		}
	}
	if r.N == 0 {
		r.Why = OneCategory
		return r
	}
	meanU, meanV = meanU/total, meanV/total
	var cross, squares, squaresU float64
	for i, in := range keep {
		if in {
			cross += s.Weight[i] * (v[i] - meanV) * (u[i] - meanU)
			squares += s.Weight[i] * (v[i] - meanV) * (v[i] - meanV)
			squaresU += s.Weight[i] * (u[i] - meanU) * (u[i] - meanU)
		}
	}
	if !(squares > 1e-14*total) || !(squaresU > 1e-14*total) {
		r.Why = Alike
		return r
	}
	slope := cross / squares
	r.Effect.Rho = cross / math.Sqrt(squares*squaresU)
	d := s.Domain(keep)
	variance := estimate.UnitTotals{K: 1, Add: func(rows []int32, totals []float64) {
		for _, i := range rows {
			if keep[i] {
				totals[0] += s.Weight[i] * (v[i] - meanV) * (u[i] - meanU - slope*(v[i]-meanV)) / squares
			}
		}
	}}.Variances(d)[0]
	df := estimate.DF(d) - 1
	switch {
	case math.IsNaN(variance):
		r.Why = NoVariance
		return r
	case df < 1:
		r.Why = NoFreedom
		return r
	case !(variance > 1e-30):
		r.Why = Alike
		return r
	}
	r.Statistic, r.DF2 = slope/math.Sqrt(variance), float64(df)
	r.P = tailT(r.Statistic, r.DF2)
	return r
}

// StudentP returns the probability of a t as far from 0 or further, either way,
// with df degrees of freedom; NaN where there are none.
func StudentP(t, df float64) float64 {
	if !(df >= 1) || math.IsNaN(t) {
		return math.NaN()
	}
	return tailT(t, df)
}

// tailT returns the probability of t or more, either way.
func tailT(t, df float64) float64 { return tailF(t*t, 1, df) }

// usable returns the rows with weight whose number exists and that are meant.
func usable(s *sample.Sample, y []float64, meant func(int) bool) []bool {
	keep := make([]bool, s.Rows())
	for i, w := range s.Weight {
		keep[i] = w > 0 && !math.IsNaN(y[i]) && meant(i)
	}
	return keep
}

// scores returns the share of the weight that stands below each row's number,
// half of its own kind included; NaN for rows that are not kept. As R survey has
// it, where asR, the own kind counts by the mean of the middles of its rows,
// which with unequal weights depends on the order of rows.
func scores(s *sample.Sample, y []float64, keep []bool, asR bool) []float64 {
	var order []int
	total := 0.0
	u := make([]float64, len(y))
	for i := range y {
		u[i] = math.NaN()
		if keep[i] {
			order = append(order, i)
			total += s.Weight[i]
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case y[a] < y[b]:
			return -1
		case y[a] > y[b]:
			return 1
		}
		return 0
	})
	below := 0.0
	for from := 0; from < len(order); {
		to, sum, middle, w := from, 0.0, 0.0, 0.0
		for ; to < len(order) && y[order[to]] == y[order[from]]; to++ {
			w = s.Weight[order[to]]
			middle += below + sum + w/2
			sum += w
		}
		middle /= float64(to - from)
		if !asR {
			middle = below + sum/2
		}
		for _, i := range order[from:to] {
			u[i] = middle / total
		}
		below += sum
		from = to
	}
	return u
}

func checkLength(s *sample.Sample, lengths ...int) {
	for _, n := range lengths {
		if n != s.Rows() {
			panic(fmt.Sprintf("association: %d values for %d rows", n, s.Rows()))
		}
	}
}
