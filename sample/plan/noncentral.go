package plan

import (
	"math"

	"gonum.org/v1/gonum/integrate/quad"
	"gonum.org/v1/gonum/stat/distuv"
)

// aboveNoncentralT returns the probability that a noncentral t variable with df
// degrees of freedom, at least 1, and noncentrality delta is above t.
//
// It integrates P(Z > t·s − delta) over the density of s = √(χ²/df), which is
// smooth: Johnson, Kotz and Balakrishnan (1995), Continuous Univariate
// Distributions 2, (31.11').
func aboveNoncentralT(t, df, delta float64) float64 {
	half := df / 2
	gamma, _ := math.Lgamma(half)
	scale := math.Ln2 + half*math.Log(half) - gamma
	reach := 10 / math.Sqrt(df)
	from, to := math.Max(0, 1-reach), 1+reach
	const panels = 8
	sum := 0.0
	for k := range panels {
		low, high := from+(to-from)*float64(k)/panels, from+(to-from)*float64(k+1)/panels
		sum += quad.Fixed(func(s float64) float64 {
			if s <= 0 {
				return 0
			}
			return distuv.UnitNormal.Survival(t*s-delta) * math.Exp(scale+(df-1)*math.Log(s)-half*s*s)
		}, low, high, 48, nil, 0)
	}
	return math.Min(1, sum)
}
