package plan

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// TwoProportions is a comparison of two groups of equal size that differ in a
// proportion, P1 against P2 in (0, 1), tested on both sides at 1−Level.
//
// Source: normal approximation with the common proportion under no difference;
// same as power.prop.test of R (strict = FALSE).
type TwoProportions struct{ P1, P2, Level float64 }

// Power returns the probability of finding the difference with n in each group.
func (c TwoProportions) Power(n float64) float64 {
	common, apart := c.spread()
	return distuv.UnitNormal.CDF((math.Sqrt(n)*math.Abs(c.P1-c.P2) - normal(c.Level)*common) / apart)
}

// Size returns the number in each group at which the difference is found with
// the given power, infinite where there is none.
func (c TwoProportions) Size(power float64) float64 {
	common, apart := c.spread()
	root := (normal(c.Level)*common + quantile(power)*apart) / math.Abs(c.P1-c.P2)
	if root < 0 {
		return 0
	}
	return root * root
}

// spread returns √(2·p̄(1−p̄)) and √(p₁(1−p₁)+p₂(1−p₂)).
func (c TwoProportions) spread() (common, apart float64) {
	sum := c.P1 + c.P2
	return math.Sqrt(sum * (1 - sum/2)), math.Sqrt(c.P1*(1-c.P1) + c.P2*(1-c.P2))
}

// TwoMeans is a comparison of two groups of equal size whose means are Delta
// apart, with the same standard deviation SD in each, tested on both sides at
// 1−Level.
//
// Source: the t test's power by the noncentral t distribution; same as
// power.t.test of R (two.sample, strict = FALSE).
type TwoMeans struct{ Delta, SD, Level float64 }

// Power returns the probability of finding the difference with n in each
// group; n is at least 2.
func (c TwoMeans) Power(n float64) float64 {
	if !(n >= 2) {
		return math.NaN()
	}
	df := 2 * (n - 1)
	critical := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(1 - (1-c.Level)/2)
	return aboveNoncentralT(critical, df, math.Sqrt(n/2)*math.Abs(c.Delta)/c.SD)
}

// Size returns the number in each group at which the difference is found with
// the given power: at least 2, and infinite above 10 million.
func (c TwoMeans) Size(power float64) float64 {
	low, high := 2.0, 1e7
	if c.Power(low) >= power {
		return low
	}
	if !(c.Power(high) >= power) {
		return math.Inf(1)
	}
	for range 200 {
		middle := math.Sqrt(low * high)
		if middle <= low || middle >= high {
			break
		}
		if c.Power(middle) < power {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}

// Waves is a comparison of a proportion between two waves, P1 in the first and
// P2 in the second, tested on both sides at 1−Level. The second wave has Ratio
// times as many answers as the first. Overlap is the share of the first wave's
// units that answer the second, too, and Correlation that of their answers.
//
// With n answers in the first wave the difference has variance
// [D₁p₁q₁ + D₂p₂q₂/r − 2·g·ρ·√(D₁p₁q₁·D₂p₂q₂)/r]/n for r = Ratio and g =
// Overlap: the covariance is ρ·σ₁σ₂·n₁₂/(n₁n₂).
//
// Source: Kish (1965), 12.4; Valliant, Dever and Kreuter (2013), Practical
// Tools for Designing and Weighting Survey Samples, 4.3; same as nDep2sam of R
// PracTools with variances that hold the design effects.
type Waves struct {
	P1, P2       float64
	Deff1, Deff2 float64 // 1 where 0
	Ratio        float64 // 1 where 0
	Overlap      float64 // in [0, 1], and at most Ratio
	Correlation  float64 // in [−1, 1]
	Level        float64
}

// SE returns the standard error of the difference with n answers in the first
// wave.
func (w Waves) SE(n float64) float64 {
	r := orOne(w.Ratio)
	v1, v2 := orOne(w.Deff1)*w.P1*(1-w.P1), orOne(w.Deff2)*w.P2*(1-w.P2)
	return math.Sqrt((v1 + v2/r - 2*w.Overlap*w.Correlation*math.Sqrt(v1*v2)/r) / n)
}

// Power returns the probability of finding the difference with n answers in
// the first wave.
func (w Waves) Power(n float64) float64 {
	return distuv.UnitNormal.CDF(math.Abs(w.P1-w.P2)/w.SE(n) - normal(w.Level))
}

// Size returns the answers of the first wave at which the difference is found
// with the given power.
func (w Waves) Size(power float64) float64 {
	root := math.Max(0, normal(w.Level)+quantile(power)) * w.SE(1) / math.Abs(w.P1-w.P2)
	return root * root
}

// Smallest returns the difference, in the same unit as P1, that n answers in
// the first wave find with the given power, taking the spread of P1 in both.
func (w Waves) Smallest(n, power float64) float64 {
	w.P2 = w.P1
	return (normal(w.Level) + quantile(power)) * w.SE(n)
}
