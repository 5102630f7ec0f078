package estimate

import (
	"math"
	"math/big"
	"slices"

	"stikprove/sample"
)

// Quantiles estimates the quantile p of y in each domain, in its unit, over the
// rows in which it is not NaN, with its interval at level. p and level are in
// (0, 1).
//
// The quantile is the first value with more than p of the weight at or below
// it; where exactly p is, it is the value itself. The interval is Woodruff's:
// the ends of the t interval of the share at or below the quantile are turned
// into values by the same rule. An end is NaN where the share's is below 0 or
// above 1. The standard error is the interval's length by twice the t quantile.
//
// It panics if y or the domains are not as long as s has rows. Same as
// svyquantile of R survey from 4.1 on, with qrule = "math" and interval.type =
// "mean", its defaults: also in that a p below the share of the smallest value
// gives the second. Source: Woodruff (1952), JASA 47, 635–646.
func Quantiles(s *sample.Sample, y []float64, p, level float64, d Domains) []Estimate {
	t := newStatistic(s, y, nil, d)
	rows := make([][]int32, t.k)
	for i, g := range t.of {
		if g >= 0 {
			rows[g] = append(rows[g], int32(i))
		}
	}
	lists := make([]cumulated, t.k)
	at := make([]float64, t.k) // the quantiles
	for g := range lists {
		lists[g] = cumulate(y, s.Weight, rows[g])
		at[g] = lists[g].quantile(p)
	}
	below := make([]float64, len(y))
	for i, g := range t.of {
		below[i] = math.NaN()
		if g >= 0 {
			below[i] = 0
			if y[i] <= at[g] {
				below[i] = 1
			}
		}
	}
	e := Means(s, below, Domains{Count: t.k, Of: t.of})
	for g := range e {
		share := e[g].T(level)
		e[g] = share
		e[g].Value, e[g].SE = at[g], math.NaN()
		e[g].Deff, e[g].DeffReplace, e[g].Effective = math.NaN(), math.NaN(), math.NaN()
		e[g].Low, e[g].High = math.NaN(), math.NaN()
		if share.Low >= 0 {
			e[g].Low = lists[g].quantile(share.Low)
		}
		if share.High <= 1 {
			e[g].High = lists[g].quantile(share.High)
		}
		if share.DF > 0 {
			e[g].SE = (e[g].High - e[g].Low) / (2 * tQuantile((1+level)/2, share.DF))
		}
	}
	return e
}

// cumulated is values in order with their weights summed up.
type cumulated struct {
	values, weights []float64
	total           float64
}

// cumulate sums with the 64 bits of mantissa that R's sums have, so that a
// share of the weight that is met exactly is met exactly here, too.
func cumulate(y, weight []float64, rows []int32) cumulated {
	c := cumulated{values: make([]float64, len(rows)), weights: make([]float64, len(rows))}
	c.total, _ = running(weight, rows, nil)
	type valued struct {
		y   float64
		row int32
	}
	sorted := make([]valued, len(rows))
	for i, row := range rows {
		sorted[i] = valued{y[row], row}
	}
	slices.SortFunc(sorted, func(a, b valued) int {
		switch {
		case a.y < b.y:
			return -1
		case a.y > b.y:
			return 1
		}
		return int(a.row - b.row)
	})
	order := make([]int32, len(rows))
	for i, v := range sorted {
		c.values[i], order[i] = v.y, v.row
	}
	running(weight, order, c.weights)
	return c
}

// running sums the weights of rows and notes the sum after each in into.
func running(weight []float64, rows []int32, into []float64) (float64, []float64) {
	sum, next := new(big.Float).SetPrec(64), new(big.Float).SetPrec(64)
	for i, row := range rows {
		sum.Add(sum, next.SetFloat64(weight[row]))
		if into != nil {
			into[i], _ = sum.Float64()
		}
	}
	total, _ := sum.Float64()
	return total, into
}

// quantile returns the value at p, NaN where there is none.
func (c cumulated) quantile(p float64) float64 {
	n := len(c.values)
	if n == 0 || math.IsNaN(p) {
		return math.NaN()
	}
	part := p * c.total
	// The last sum that is not above part, or the first.
	at := max(0, search(c.weights, part)-1)
	if p-c.weights[at]/c.total == 0 {
		return c.values[at]
	}
	return c.values[min(at+1, n-1)]
}

// search returns how many of the ascending sums are at most part.
func search(sums []float64, part float64) int {
	at, _ := slices.BinarySearchFunc(sums, part, func(sum, part float64) int {
		if sum <= part {
			return -1
		}
		return 1
	})
	return at
}
