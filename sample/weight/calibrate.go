package weight

import (
	"errors"
	"fmt"
	"math"

	"stikprove/sample"
	"stikprove/survey"
)

// Total is a number whose sum over the population is known.
type Total struct {
	Variable string    // as problems name it
	X        []float64 // of each row, not NaN where it has weight
	Total    float64
}

// Calibrate changes weights least, by the metric, so that the margins and the
// totals come true. Where margins are given the number of units is met with
// them. Same as calibrate in R survey with calfun = "linear", "raking" or
// "logit", bounds and variance.
type Calibrate struct {
	Margins []Margin
	Totals  []Total
	Units   float64 // number of units in the population where only totals are given; 0 where it is not to be met
	Metric  Metric

	// Low and High bound the ratio of new weights to old, Low below 1 and High
	// above it; both 0 for none. Where every total is more than 20 times its
	// estimate, weights are brought to the totals' scale first and bounds are
	// meant after that, as in R survey; [Result.Scale] says so.
	Low, High float64

	// Variance is the variance of each row's residual up to a factor, above 0;
	// nil for 1. With one total and Variance = X it is the ratio estimator.
	Variance []float64

	Iterations int     // most steps; 50, and 200 more shorter ones, where 0
	Tolerance  float64 // of deviations, as shares of 1 + the total; 1e-11 where 0
}

// Name returns "calibration" with the metric.
func (c Calibrate) Name() string { return "calibration (" + c.Metric.String() + ")" }

var errNothing = errors.New("no margin and no total to meet")

// constraint is a total to be met and what it is called.
type constraint struct {
	name string // of the variable, or variable and category
	want float64
}

// Adjust returns the calibrated weights. The error says which category or total
// cannot be met.
func (c Calibrate) Adjust(base []float64) (Result, error) {
	k, err := c.problem(base)
	if err != nil {
		return Result{}, err
	}
	r := Result{Scale: 1, Tolerance: tolerance(c.Tolerance)}
	if k.iterated() {
		r.Scale = c.scale(k)
	}
	if err := k.solve(&r, c.Iterations); err != nil {
		return Result{}, err
	}
	return r, nil
}

// problem checks what is asked and sets it up for base.
func (c Calibrate) problem(base []float64) (*solver, error) {
	if err := check(base); err != nil {
		return nil, err
	}
	if err := agree(c.Margins); err != nil {
		return nil, err
	}
	k := &solver{metric: c.Metric, bounds: bounds{c.Low, c.High}, base: base, variance: c.Variance}
	switch {
	case c.Low == 0 && c.High == 0:
		k.bounds = bounds{math.Inf(-1), math.Inf(1)}
		if c.Metric == Logit {
			return nil, errors.New("logit calibration needs bounds, such as 0.5,2")
		}
	case !(c.Low < 1 && c.High > 1):
		return nil, fmt.Errorf("got bounds of %s and %s, want one below 1 and one above", plain(c.Low), plain(c.High))
	case c.Metric == Logit && (math.IsInf(c.Low, 0) || math.IsInf(c.High, 0)):
		return nil, errors.New("logit calibration needs finite bounds")
	}
	for _, m := range c.Margins {
		if _, err := m.sums(base); err != nil {
			return nil, err
		}
		first := int32(len(k.constraints))
		for g, name := range m.Categories {
			k.constraints = append(k.constraints, constraint{m.Variable + " category " + survey.Quote(name), m.Counts[g]})
		}
		k.terms = append(k.terms, term{of: m.Of, first: first})
	}
	if len(c.Margins) == 0 && c.Units > 0 {
		k.add("the number of units", nil, c.Units)
	}
	for _, t := range c.Totals {
		for i, x := range t.X {
			if base[i] != 0 && math.IsNaN(x) {
				return nil, fmt.Errorf("%s: rows with weight have no value; want one in every row", t.Variable)
			}
		}
		k.add("the total of "+t.Variable, t.X, t.Total)
	}
	for i, v := range c.Variance {
		if base[i] != 0 && !(v > 0) {
			return nil, fmt.Errorf("the variance of a row is %s, want a number above 0", plain(v))
		}
	}
	if len(k.constraints) == 0 {
		return nil, errNothing
	}
	return k, nil
}

func (k *solver) add(name string, x []float64, want float64) {
	k.terms = append(k.terms, term{x: x, first: int32(len(k.constraints))})
	k.constraints = append(k.constraints, constraint{name, want})
}

// scale returns what weights are multiplied by first. As R survey does, it looks
// at the number of units and at all categories of a margin but the first.
func (c Calibrate) scale(k *solver) float64 {
	k.totals(k.base, &k.sums)
	least, sum, n := math.Inf(1), 0.0, 0.0
	look := func(want, got float64) {
		least = min(least, want/got)
		sum += want / got
		n++
	}
	for m, margin := range c.Margins {
		t := k.terms[m]
		units := 0.0
		for g := range margin.Counts {
			got := k.sums[int(t.first)+g]
			units += got
			if g > 0 && got != 0 {
				look(margin.Counts[g], got)
			}
		}
		if m == 0 {
			look(margin.sum(), units)
		}
	}
	for i, t := range k.terms {
		if i >= len(c.Margins) {
			look(k.constraints[t.first].want, k.sums[t.first])
		}
	}
	if !(least > 20) {
		return 1
	}
	return sum / n
}

// projection is of the regression on the margins and totals: with the base
// weights and, of an uncut linear metric, the variances.
func (k *solver) projection(g []float64) sample.Projection {
	variance := k.variance
	if k.iterated() {
		variance = nil
	}
	p := newProjection(len(k.base), len(k.terms), len(k.constraints))
	for i, d := range k.base {
		if d == 0 || g[i] == 0 {
			continue
		}
		s := 1.0
		if variance != nil {
			s = variance[i]
		}
		for t, of := range k.terms {
			at, x := of.at(i)
			j := i*len(k.terms) + t
			p.Column[j], p.Fit[j], p.Sum[j] = at, g[i]*d*x, x/(g[i]*s)
		}
	}
	inverse := k.inverse(func(i int) float64 {
		if variance != nil {
			return k.base[i] / variance[i]
		}
		return k.base[i]
	})
	p.Solve = inverse
	return p
}
