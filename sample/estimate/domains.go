package estimate

import (
	"fmt"
	"math"

	"stikprove/sample"
)

// Domains says which domain each row is in. The zero Domains is one domain of
// all rows.
type Domains struct {
	Count int
	Of    []int32 // of each row, from 0 to Count−1, or negative where it is in none
}

// Reason says why a number of an estimate does not exist.
type Reason uint8

// The reasons.
const (
	NoReason      Reason = iota
	Empty                // no unit with weight and an answer is in the domain
	NoDenominator        // what is divided by sums to 0
	NoSampling           // a census has no sampling error
	LonelyUnit           // a stratum of the domain has one unit, and no rule is named for it
	NoDegrees            // the domain has no degrees of freedom: one PSU in each stratum
	NoVariation          // the interval's method has nothing to say at 0 and 1
	NoReplicates         // replicate weights could not be made
)

// Estimate is an estimated number with its sampling error. What does not exist
// is NaN; Why says for which reason.
type Estimate struct {
	Value float64 // in the statistic's unit
	SE    float64 // in the same unit; NaN in a census and with a lonely PSU
	N     int     // rows with weight that it rests on
	DF    int     // degrees of freedom: their PSUs minus their strata, or those of the replicates; 0 in a census
	Why   Reason

	Low, High float64 // interval, in the statistic's unit; see [Estimate.T] and [Intervals]

	// Deff is the variance by that of a simple random sample of N units without
	// replacement from a population of as many as the weights sum to; NaN where
	// they sum to less, and +Inf where to as many. DeffReplace is the same with
	// replacement. Effective is N by DeffReplace: the rows that such a sample
	// would need. Same as R survey's deff = TRUE and deff = "replace".
	Deff, DeffReplace, Effective float64
}

// none returns the estimate that does not exist.
func none(why Reason) Estimate {
	nan := math.NaN()
	return Estimate{Value: nan, SE: nan, Low: nan, High: nan, Deff: nan, DeffReplace: nan, Effective: nan, Why: why}
}

// statistic is what is estimated in each domain from weighted sums of up to
// three numbers of a row.
type statistic struct {
	s      *sample.Sample
	k      int
	of     []int32 // domain of each row with weight and answer, or -1
	a      []float64
	b      []float64 // nil for all 1
	square bool      // the sums have a² too

	// value makes the statistic of domain g from the sums of w·a, w·b and w·a².
	value func(g int, a, b, square float64) float64
}

// newStatistic returns a statistic of a and b, NaN in neither, over the domains.
func newStatistic(s *sample.Sample, a, b []float64, d Domains) *statistic {
	if len(a) != s.Rows() || b != nil && len(b) != s.Rows() || d.Of != nil && len(d.Of) != s.Rows() {
		panic(fmt.Sprintf("estimate: %d, %d and %d values for %d rows", len(a), len(b), len(d.Of), s.Rows()))
	}
	t := &statistic{s: s, k: d.Count, a: a, b: b, of: make([]int32, s.Rows())}
	if d.Of == nil {
		t.k = 1
	}
	for i, w := range s.Weight {
		switch {
		case w == 0 || math.IsNaN(a[i]) || b != nil && math.IsNaN(b[i]):
			t.of[i] = -1
		case d.Of != nil:
			t.of[i] = d.Of[i]
		}
	}
	return t
}

// counts are what a domain's rows come to.
type counts struct {
	n, psus, strata      int
	weight, a, b, square float64 // weighted sums
}

// count counts the domains.
func (t *statistic) count() []counts {
	c := make([]counts, t.k)
	s := t.s
	psu, stratum := make([]int32, t.k), make([]int32, t.k) // last met, from 1
	n := int32(0)
	eachPSU(s, func(rows []int32, h int32, _ bool) {
		n++
		for _, row := range rows {
			g := t.of[row]
			if g < 0 {
				continue
			}
			d := &c[g]
			w, y := s.Weight[row], t.a[row]
			d.n++
			d.weight += w
			d.a += w * y
			if t.b != nil {
				d.b += w * t.b[row]
			}
			if t.square {
				d.square += w * y * y
			}
			if psu[g] != n {
				psu[g] = n
				d.psus++
				if stratum[g] != h+1 {
					stratum[g] = h + 1
					d.strata++
				}
			}
		}
	})
	if t.b == nil {
		for g := range c {
			c[g].b = c[g].weight
		}
	}
	return c
}

// estimate makes the estimates. influence is what a row of domain g with the
// numbers a and b adds to the statistic per unit of weight, given the domain's
// counts and the estimate.
func (t *statistic) estimate(influence func(c *counts, value, a, b float64) float64) []Estimate {
	c := t.count()
	e := make([]Estimate, t.k)
	for g := range e {
		e[g] = none(Empty)
		if c[g].n == 0 {
			continue
		}
		e[g].N, e[g].Why = c[g].n, NoReason
		if e[g].Value = t.value(g, c[g].a, c[g].b, c[g].square); math.IsNaN(e[g].Value) || math.IsInf(e[g].Value, 0) {
			e[g].Value, e[g].Why = math.NaN(), NoDenominator
		}
	}
	s := t.s
	if s.Design.Census {
		for g := range e {
			if e[g].Why == NoReason {
				e[g].Why = NoSampling
			}
		}
		return e
	}
	mean, squares := make([]float64, t.k), make([]float64, t.k) // of the influences, weighted
	for g := range c {
		mean[g] = influence(&c[g], e[g].Value, c[g].a/c[g].weight, c[g].b/c[g].weight)
	}
	z := influence1(t, c, e, mean, squares, influence)
	variance := covariance(s, z, false)
	for g := range e {
		e[g].DF = c[g].psus - c[g].strata
	}
	if s.Design.Replicates.Method != sample.NoReplicates {
		variance = t.replicated(e)
	}
	for g := range e {
		finish(&e[g], &c[g], variance[g], squares[g])
	}
	return e
}

// influence1 gives the units' totals of the influences, which are linear in a
// and b, and sums their squared deviations on the way.
func influence1(t *statistic, c []counts, e []Estimate, mean, squares []float64, influence func(c *counts, value, a, b float64) float64) influenceValues {
	s := t.s
	return influenceValues{k: t.k, add: func(rows []int32, totals []float64) {
		for _, row := range rows {
			g := t.of[row]
			if g < 0 {
				continue
			}
			b := 1.0
			if t.b != nil {
				b = t.b[row]
			}
			u, w := influence(&c[g], e[g].Value, t.a[row], b), s.Weight[row]
			totals[g] += w * u
			squares[g] += w * (u - mean[g]) * (u - mean[g])
		}
	}, touch: func(rows []int32, in []bool) {
		for _, row := range rows {
			if g := t.of[row]; g >= 0 {
				in[g] = true
			}
		}
	}}
}

// finish fills in the standard error and the design effects. squares is the
// weighted sum of squared deviations of the influences.
func finish(e *Estimate, c *counts, variance, squares float64) {
	if e.Why != NoReason {
		return
	}
	e.SE = math.Sqrt(max(variance, 0))
	if math.IsNaN(variance) {
		e.Why = LonelyUnit
		return
	}
	n := float64(c.n)
	simple := squares / c.weight * n / (n - 1) * c.weight * c.weight / n // variance of a total of influences
	e.DeffReplace = variance / simple
	e.Effective = n / e.DeffReplace
	if c.weight >= n {
		e.Deff = variance / (simple * (c.weight - n) / c.weight)
	}
}
