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
	NoReason       Reason = iota
	Empty                 // no unit with weight and an answer is in the domain
	NoDenominator         // what is divided by sums to 0
	NoSampling            // a census has no sampling error
	LonelyUnit            // a stratum of the domain has one unit, and no rule is named for it
	NoDegrees             // the domain has no degrees of freedom: one PSU in each stratum
	NoVariation           // the interval's method has nothing to say at 0 and 1
	NoReplicates          // replicate weights could not be made
	NoneReplicated        // no replicate gives a value: its weights could not be adjusted, or nobody of the domain is in it
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
	origin []float64 // of each domain, what a is counted from and value lacks; nil for 0

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
	moments              moments
}

// count counts the domains.
func (t *statistic) count() []counts { return t.gather(false).domains }

// part is a domain's weighted sums in one unit of the last stage.
type part struct {
	domain       int32
	psu          int32
	a, b, square float64
}

// gathered is one pass over the rows: what each domain comes to, and its parts
// by unit.
type gathered struct {
	domains []counts
	parts   []part
	ends    []int32 // of each unit in the order of the rows, where its parts end
}

// gather goes over the rows by unit. moments says to sum squared deviations.
func (t *statistic) gather(moments bool) *gathered {
	s := t.s
	out := &gathered{domains: make([]counts, t.k)}
	at := make([]int32, t.k)                               // part of the domain in the unit at hand, from 1
	psu, stratum := make([]int32, t.k), make([]int32, t.k) // last met, from 1
	order := s.ByPSU()
	n := int32(0)
	deep := secondStage(s)
	for from := 0; from < len(order); {
		first := order[from]
		h, k := s.Stratum[first], s.PSU[first]
		if from == 0 || k != s.PSU[order[from-1]] || h != s.Stratum[order[from-1]] {
			n++
		}
		begin := int32(len(out.parts))
		to := from
		for ; to < len(order); to++ {
			row := order[to]
			if s.PSU[row] != k || s.Stratum[row] != h || deep && s.SSU[row] != s.SSU[first] {
				break
			}
			g := t.of[row]
			if g < 0 {
				continue
			}
			if at[g] <= begin {
				out.parts = append(out.parts, part{domain: g, psu: k})
				at[g] = int32(len(out.parts))
			}
			p := &out.parts[at[g]-1]
			w, a, b := s.Weight[row], t.a[row], 1.0
			if t.b != nil {
				b = t.b[row]
			}
			p.a += w * a
			p.b += w * b
			if t.square {
				p.square += w * a * a
			}
			d := &out.domains[g]
			d.n++
			if moments {
				d.moments.add(w, a, b)
			}
			d.weight += w
		}
		for i := begin; i < int32(len(out.parts)); i++ {
			p := &out.parts[i]
			d := &out.domains[p.domain]
			d.a += p.a
			d.b += p.b
			d.square += p.square
			if psu[p.domain] != n {
				psu[p.domain] = n
				d.psus++
				if stratum[p.domain] != h+1 {
					stratum[p.domain] = h + 1
					d.strata++
				}
			}
		}
		out.ends = append(out.ends, int32(len(out.parts)))
		from = to
	}
	return out
}

// moments are weighted means and sums of squared deviations of two numbers, kept
// as West (1979, Communications of the ACM 22, 532–535) does.
type moments struct{ weight, a, b, aa, ab, bb float64 }

func (m *moments) add(w, a, b float64) {
	m.weight += w
	share := w / m.weight
	da, db := a-m.a, b-m.b
	m.a += share * da
	m.b += share * db
	left := w * (1 - share)
	m.aa += left * da * da
	m.ab += left * da * db
	m.bb += left * db * db
}

// influence is how a domain's statistic moves with its weighted sums of a and
// b: its influence values are (a − slope·b) scale.
type influence struct{ slope, scale float64 }

// estimate makes the estimates. of returns the influence of a domain, given its
// counts and the estimate.
func (t *statistic) estimate(of func(c *counts, value float64) influence) []Estimate {
	s := t.s
	all := t.gather(!s.Design.Census)
	c := all.domains
	e := make([]Estimate, t.k)
	u := make([]influence, t.k)
	for g := range e {
		e[g] = none(Empty)
		if c[g].n == 0 {
			continue
		}
		e[g].N, e[g].Why = c[g].n, NoReason
		if e[g].Value = t.value(g, c[g].a, c[g].b, c[g].square); math.IsNaN(e[g].Value) || math.IsInf(e[g].Value, 0) {
			e[g].Value, e[g].Why = math.NaN(), NoDenominator
		} else if s.Design.Census {
			e[g].Why = NoSampling
		}
		u[g] = of(&c[g], e[g].Value)
		if t.origin != nil {
			e[g].Value += t.origin[g]
		}
		e[g].DF = c[g].psus - c[g].strata
	}
	if s.Design.Census {
		for g := range e {
			e[g].DF = 0
		}
		return e
	}
	var variance []float64
	if s.Design.Replicates.Method != sample.NoReplicates {
		variance = t.replicated(e, all)
	} else {
		variance = t.linearised(all, u)
	}
	for g := range e {
		m, v := &c[g].moments, u[g]
		squares := v.scale * v.scale * (m.aa - 2*v.slope*m.ab + v.slope*v.slope*m.bb)
		finish(&e[g], &c[g], variance[g], squares)
	}
	return e
}

// alike is the share of a unit's total below which what it differs by is
// rounding: a domain in one unit has no deviation.
const alike = 4e-16

// linearised returns the variances of the influences' totals. Units come in the
// order in which they were gathered.
func (t *statistic) linearised(all *gathered, u []influence) []float64 {
	next := int32(0)
	unit := 0
	return covariance(t.s, influenceValues{k: t.k, add: func(_ []int32, totals []float64) {
		for ; next < all.ends[unit]; next++ {
			p := &all.parts[next]
			fitted := u[p.domain].slope * p.b
			if z := p.a - fitted; math.Abs(z) > alike*math.Abs(fitted) {
				totals[p.domain] += z * u[p.domain].scale
			}
		}
		unit++
	}, row: func(row int32, totals []float64) {
		if g := t.of[row]; g >= 0 {
			b := 1.0
			if t.b != nil {
				b = t.b[row]
			}
			totals[g] += t.s.Weight[row] * (t.a[row] - u[g].slope*b) * u[g].scale
		}
	}, touch: func(rows []int32, in []bool) {
		for _, row := range rows {
			if g := t.of[row]; g >= 0 {
				in[g] = true
			}
		}
	}}, false)
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
