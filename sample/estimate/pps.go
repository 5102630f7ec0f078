package estimate

import (
	"math"

	"stikprove/sample"
)

// unequal is the units of the stratum at hand, where they were drawn with
// unequal probabilities.
type unequal struct {
	totals [][]float64
	chance []float64
}

// closeUnequal adds the stratum at hand, whose units were drawn with unequal
// probabilities, and begins another. With π the probabilities, z the weighted
// totals and n units it adds
//
//	n/(n−1) Σ (1−π_i)(z_i−z̄)²                             Brewer
//	Σ (1−π_i) z_i² + Σ_{i≠j} (a_i+a_j−c)/(n−1) z_i z_j     the others
//
// where a_i is π_i/2 and c is 1 for Overton, and a_i is π_i and c is 1 plus the
// mean probability for Hartley and Rao. Units of other domains are noughts.
//
// Source: Brewer (2002), Combined Survey Sampling Inference, formula 9.15;
// Hartley and Rao (1962), Annals of Mathematical Statistics 33, 350–374; Overton
// (1985), as in Berger (2004), Canadian Journal of Statistics 32, 305–321. Same
// as pps = "brewer", "overton" and HR() in R survey, with variance = "HT".
func (g *stage) closeUnequal(how sample.PPS, rule sample.Lonely, full bool) {
	u := &g.unequal
	n := len(u.chance)
	if n == 0 {
		g.next()
		return
	}
	left := 0.0
	for _, p := range u.chance {
		left = max(left, 1-p)
	}
	g.judge(left, rule)
	k := len(g.mean)
	switch {
	case left < 1e-7:
	case n > 1:
		for i := range k {
			for j := range i + 1 {
				if full {
					g.sum[i*k+j] += u.product(how, i, j)
				} else if i == j {
					g.sum[i] += u.product(how, i, i)
				}
			}
		}
	case rule == sample.LonelyAdjust:
		for i, z := range u.totals[0] {
			for j := range i + 1 {
				if full {
					g.sum[i*k+j] += left * z * u.totals[0][j]
				} else if i == j {
					g.sum[i] += left * z * z
				}
			}
		}
	}
	g.next()
}

// product returns what the units add to the covariance of the x-th and y-th
// statistic.
func (u *unequal) product(how sample.PPS, x, y int) float64 {
	n := float64(len(u.chance))
	sumX, sumY, mean := 0.0, 0.0, 0.0
	for i, z := range u.totals {
		sumX, sumY, mean = sumX+z[x], sumY+z[y], mean+u.chance[i]
	}
	mean /= n
	if how.Mean > 0 {
		mean = how.Mean
	}
	v := 0.0
	if how.Method == sample.Brewer {
		for i, z := range u.totals {
			v += (1 - u.chance[i]) * (z[x] - sumX/n) * (z[y] - sumY/n)
		}
		return v * n / (n - 1)
	}
	part, c := 1.0, 1+mean
	if how.Method == sample.Overton {
		part, c = 0.5, 1
	}
	cross := 0.0
	for i, z := range u.totals {
		a := part * u.chance[i]
		v += (1 - u.chance[i]) * z[x] * z[y]
		// Σ_{i≠j} of a_i z_i z_j, of its mirror and of −c z_i z_j.
		cross += a*(z[x]*(sumY-z[y])+z[y]*(sumX-z[x])) - c*z[x]*(sumY-z[y])
	}
	return v + cross/(n-1)
}

// addUnequal takes the totals and the probability of the next unit.
func (g *stage) addUnequal(totals []float64, chance float64) {
	g.unequal.totals = append(g.unequal.totals, append([]float64(nil), totals...))
	g.unequal.chance = append(g.unequal.chance, chance)
	g.units++
}

// chanceOf returns the probability of inclusion of the unit that row is of, NaN
// where units of a stratum have the same.
func chanceOf(chance []float64, unit []int32, row int32) float64 {
	if chance == nil {
		return math.NaN()
	}
	return chance[unit[row]]
}
