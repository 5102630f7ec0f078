package estimate

import (
	"fmt"
	"math"

	"stikprove/sample"
)

// Estimate is an estimated number with its sampling error.
type Estimate struct {
	Value float64 // in the statistic's unit; NaN where it does not exist
	SE    float64 // in the same unit; NaN in a census and with a lonely PSU
	N     int     // rows with weight that it rests on
	DF    int     // degrees of freedom: their PSUs minus their strata; 0 in a census
}

// Ratio estimates Σ w y / Σ w x over the rows in which neither is NaN, in the
// unit of y by that of x. With x all 1 it is a mean. Rows with NaN are outside
// the domain that the estimate is for; their PSUs still count.
//
// It panics if y or x is not as long as s has rows.
func Ratio(s *sample.Sample, y, x []float64) Estimate {
	if len(y) != s.Rows() || len(x) != s.Rows() {
		panic(fmt.Sprintf("estimate: %d and %d values for %d rows", len(y), len(x), s.Rows()))
	}
	in := func(row int, into []int32) []int32 {
		if math.IsNaN(y[row]) || math.IsNaN(x[row]) {
			return into
		}
		return append(into, 0)
	}
	base := count(s, Sets{1, in})[0]
	e := Estimate{Value: math.NaN(), SE: math.NaN(), N: base.N}
	var sumY, sumX float64
	z := make([]float64, s.Rows())
	for i, w := range s.Weight {
		if w > 0 && !math.IsNaN(y[i]) && !math.IsNaN(x[i]) {
			sumY += w * y[i]
			sumX += w * x[i]
		}
	}
	if sumX == 0 {
		return e
	}
	e.Value = sumY / sumX
	if s.Design.Census {
		return e
	}
	e.DF = base.PSUs - base.Strata
	for i, w := range s.Weight {
		if w > 0 && !math.IsNaN(y[i]) && !math.IsNaN(x[i]) {
			z[i] = w * (y[i] - e.Value*x[i]) / sumX
		}
	}
	e.SE = root(covariance(s, influence{k: 1, add: columns([][]float64{z}).add, touch: func(rows []int32, in []bool) {
		for _, row := range rows {
			in[0] = in[0] || s.Weight[row] > 0 && !math.IsNaN(y[row]) && !math.IsNaN(x[row])
		}
	}}, false)[0], true)
	return e
}

// Mean estimates the mean of y, in its unit, over the rows in which it is not
// NaN. It panics if y is not as long as s has rows.
func Mean(s *sample.Sample, y []float64) Estimate {
	ones := make([]float64, len(y))
	for i := range ones {
		ones[i] = 1
	}
	return Ratio(s, y, ones)
}
