package estimate

import (
	"math"
	"sort"

	"gonum.org/v1/gonum/stat"
)

// likelihood returns where the signed root of the binomial deviance from p,
//
//	z(q)² = 2n [p log(p/q) + (1−p) log((1−p)/(1−q))] (n−1)/n,
//
// is ±t times the root of the design effect n se²/(p(1−p)). As in R survey's
// profile of a logistic model, z is computed at steps of a fifth of its largest
// value on the logit scale, joined by a cubic spline, and looked up linearly
// between its points: the ends are good to three or four digits, and the same
// as R's to more. Where the curve does not reach, as with a design effect
// beyond measure, the ends are exact.
func likelihood(p, se float64, n int, t float64, f fit) (lo, hi float64) {
	rows := float64(n)
	mu := expit(f.logit)
	slope := se / (mu * (1 - mu)) // the logit's standard error
	cut := t * math.Sqrt(slope*slope*rows*f.variance)
	// The largest z looked for: the root of F(1, n−1)'s quantile at half the
	// normal tail beyond cut.
	alpha := math.Erfc(cut/math.Sqrt2) / 2 / 2
	most := -tQuantile(alpha/2, n-1)
	centre, step := f.logit, most/5*slope
	z := func(at float64) float64 {
		q := expit(at)
		d := 2 * (rows - 1) * (p*math.Log(p/q) + (1-p)*math.Log((1-p)/(1-q)))
		return math.Copysign(math.Sqrt(max(d, 0)), at-centre)
	}
	xs, zs := []float64{centre}, []float64{0}
	for _, sign := range []float64{-1, 1} {
		last := 0.0
		for k := 1; k < 10 && math.Abs(last) < most; k++ {
			at := centre + sign*float64(k)*step
			last = z(at)
			xs, zs = append(xs, at), append(zs, last)
		}
	}
	stat.SortWeighted(xs, zs)
	curve := newSpline(xs, zs)
	m := 3 * len(xs)
	x, y := make([]float64, m), make([]float64, m)
	for i := range x {
		x[i] = xs[0] + float64(i)*(xs[len(xs)-1]-xs[0])/float64(m-1)
		y[i] = curve.at(x[i])
	}
	stat.SortWeighted(y, x) // a spline may overshoot
	lo, hi = expit(lookUp(y, x, -cut)), expit(lookUp(y, x, cut))
	if !(lo <= p) {
		lo = reach(z, centre, centre-700, cut)
	}
	if !(hi >= p) {
		hi = reach(z, centre, centre+700, cut)
	}
	return lo, hi
}

// reach returns the share where |z| is cut between two logits, by halving.
func reach(z func(float64) float64, in, out, cut float64) float64 {
	for range 200 {
		mid := (in + out) / 2
		if mid == in || mid == out {
			break
		}
		if math.Abs(z(mid)) > cut {
			out = mid
		} else {
			in = mid
		}
	}
	return expit((in + out) / 2)
}

// lookUp returns the y at x on the line through the points, whose xs ascend; NaN
// outside.
func lookUp(xs, ys []float64, x float64) float64 {
	if len(xs) == 0 || !(x >= xs[0] && x <= xs[len(xs)-1]) {
		return math.NaN()
	}
	i := min(max(1, sort.SearchFloat64s(xs, x)), len(xs)-1)
	return ys[i-1] + (ys[i]-ys[i-1])*(x-xs[i-1])/(xs[i]-xs[i-1])
}
