package weight

import (
	"fmt"
	"math"
)

// Metric is how a change of weights is measured, by the ratio g of the new
// weight to the old.
type Metric uint8

// The metrics. Source: Deville and Särndal (1992), JASA 87, 376–382: cases 1, 2,
// 6 and 7 of their table.
const (
	// Linear is (g−1)²/2, whose weights are those of the generalised regression
	// estimator; with bounds, it is cut at them ("range-restricted").
	Linear Metric = iota
	// Exponential is g log g − g + 1, whose weights are those of raking; with
	// bounds, it is cut at them.
	Exponential
	// Logit stays strictly within bounds and needs them.
	Logit
)

var metricNames = []string{"linear", "raking", "logit"}

// String returns the metric's name.
func (m Metric) String() string { return metricNames[m] }

// ParseMetric returns the metric called name: linear, raking or logit.
func ParseMetric(name string) (Metric, error) {
	for m, n := range metricNames {
		if n == name {
			return Metric(m), nil
		}
	}
	return Linear, fmt.Errorf("%q: want linear, raking or logit", name)
}

// bounds are the least and the largest g.
type bounds struct{ low, high float64 }

// bounded reports whether there are any.
func (b bounds) bounded() bool { return !math.IsInf(b.low, -1) || !math.IsInf(b.high, 1) }

// g returns the ratio at u and its derivative.
func (m Metric) g(u float64, b bounds) (g, slope float64) {
	switch m {
	case Exponential:
		return b.cut(math.Exp(u), math.Exp(u))
	case Logit:
		l, h := b.low, b.high
		a := (h - l) / ((h - 1) * (1 - l))
		// By the side on which the exponential is small.
		if u > 0 {
			e := math.Exp(-a * u)
			below := (h-1)*e + (1 - l)
			return (l*(h-1)*e + h*(1-l)) / below, a * (h - l) * (h - 1) * (1 - l) * e / (below * below)
		}
		e := math.Exp(a * u)
		below := h - 1 + (1-l)*e
		return (l*(h-1) + h*(1-l)*e) / below, a * (h - l) * (h - 1) * (1 - l) * e / (below * below)
	}
	return b.cut(1+u, 1)
}

func (b bounds) cut(g, slope float64) (float64, float64) {
	switch {
	case g <= b.low:
		return b.low, 0
	case g >= b.high:
		return b.high, 0
	}
	return g, slope
}
