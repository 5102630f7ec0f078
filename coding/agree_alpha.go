package coding

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Alpha returns Krippendorff's alpha for nominal values: ratings holds for each
// unit the values that coders gave it, empty where one gave none. Any number of
// coders may be missing; a unit with fewer than two values tells nothing.
//
// The interval is from the jackknife over units with t quantiles, cut at 1 and
// −1; nothing in it is random. There is no alpha where all values are the same,
// and no interval with fewer than three units.
//
// Sources: Krippendorff (2004), Content Analysis, 2nd edition, chapter 11, and
// (2011), Computing Krippendorff's Alpha-Reliability, whose example a test
// repeats; for the jackknife Hughes (2022), arXiv 2210.13265.
func Alpha(ratings [][]string, level float64) Estimate {
	c := newCoincidences(ratings)
	alpha := c.alpha(nil)
	if math.IsNaN(alpha) {
		return none
	}
	m := float64(len(c.units))
	e := Estimate{alpha, math.NaN(), math.NaN()}
	if len(c.units) < 3 {
		return e
	}
	left := make([]float64, len(c.units))
	mean := 0.0
	for i := range c.units {
		left[i] = c.alpha(&c.units[i])
		if math.IsNaN(left[i]) {
			return e // one unit holds all the variation there is
		}
		mean += left[i] / m
	}
	variance := 0.0
	for _, a := range left {
		variance += squared(a-mean) * (m - 1) / m
	}
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: m - 1}.Quantile(1 - (1-level)/2)
	half := t * math.Sqrt(variance)
	e.Low, e.High = max(-1, alpha-half), min(1, alpha+half)
	return e
}

// coincidences is what alpha is computed from: in each unit how often every
// value occurs and how many pairs differ, and the sums over units.
type coincidences struct {
	units  []unit
	values []int   // how often each value occurs in all, pairable ones only
	n      int     // their sum
	differ float64 // pairs within units that differ, weighted by 1/(values−1)
}

// unit is the values of one unit.
type unit struct {
	values map[int]int // value to how often
	n      int
	differ float64
}

func newCoincidences(ratings [][]string) *coincidences {
	c := &coincidences{}
	at := map[string]int{}
	for _, given := range ratings {
		u := unit{values: map[int]int{}}
		for _, v := range given {
			if v == "" {
				continue
			}
			if _, known := at[v]; !known {
				at[v] = len(at)
			}
			u.values[at[v]]++
			u.n++
		}
		if u.n < 2 {
			continue
		}
		same := 0
		for _, k := range u.values {
			same += k * (k - 1)
		}
		u.differ = float64(u.n*(u.n-1)-same) / float64(u.n-1)
		c.units = append(c.units, u)
		c.n += u.n
		c.differ += u.differ
	}
	c.values = make([]int, len(at))
	for _, u := range c.units {
		for v, k := range u.values {
			c.values[v] += k
		}
	}
	return c
}

// alpha is one minus observed over expected disagreement, over all units but
// without; NaN where nothing can disagree.
func (c *coincidences) alpha(without *unit) float64 {
	n, differ := c.n, c.differ
	if without != nil {
		n, differ = n-without.n, differ-without.differ
	}
	if n < 2 {
		return math.NaN()
	}
	same := 0
	for v, k := range c.values {
		if without != nil {
			k -= without.values[v]
		}
		same += k * (k - 1)
	}
	if expected := float64(n*(n-1) - same); expected > 0 {
		return 1 - differ*float64(n-1)/expected
	}
	return math.NaN()
}
