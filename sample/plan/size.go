package plan

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Design is what a plan assumes of a sample beside its size. The zero Design is
// a simple random sample with replacement in which everybody answers.
type Design struct {
	Population int     // units it is drawn from; 0 where they are too many to matter
	Deff       float64 // design effect against a simple random sample without replacement; 1 where 0
	Response   float64 // share of the drawn that is expected to answer, in (0, 1]; 1 where 0
	Domain     float64 // share of the population that the estimate is about, in (0, 1]; 1 where 0
}

// Size is how many units a plan needs.
type Size struct {
	Simple   float64 // answers needed with a simple random sample from an endless population
	Answers  float64 // answers needed with the design, in the domain where there is one
	All      float64 // answers needed in the whole sample, so that the domain has its own
	Contacts float64 // units to draw, so that so many answer
}

// Proportion returns the size at which the interval for a proportion p has half
// width margin; p, margin and level are in (0, 1).
//
// With S² = p(1−p)·N/(N−1) and z the quantile of level, n₀ = deff·z²S²/margin²
// and n = n₀/(1+n₀/N): the size at which deff·(1−n/N)·S²/n is (margin/z)². The
// design effect stands inside the correction for the population, so that n
// never exceeds N.
//
// Source: Cochran (1977), Sampling Techniques, (4.2)–(4.4); same as nProp of R
// PracTools where the design effect is 1.
func (d Design) Proportion(p, margin, level float64) Size {
	return d.size(p*(1-p), d.unitVariance(p*(1-p)), margin, level)
}

// Mean returns the size at which the interval for a mean has half width margin,
// in the unit of sd, the standard deviation among units of the population (with
// the divisor N−1).
//
// Source: Cochran (1977), (4.6)–(4.7); same as nCont of R PracTools.
func (d Design) Mean(sd, margin, level float64) Size { return d.size(sd*sd, sd*sd, margin, level) }

// ProportionMargin returns half the width of the interval for a proportion p
// from n answers: z·√(deff·(1−n/N)·S²/n). It is NaN where n is not in (0, N].
func (d Design) ProportionMargin(p, n, level float64) float64 {
	return d.margin(d.unitVariance(p*(1-p)), n, level)
}

// MeanMargin returns half the width of the interval for a mean from n answers.
func (d Design) MeanMargin(sd, n, level float64) float64 { return d.margin(sd*sd, n, level) }

// Answers returns what contacts give: the answers in the domain.
func (d Design) Answers(contacts float64) float64 {
	return contacts * orOne(d.Response) * orOne(d.Domain)
}

// domainPopulation returns the units the estimate is about, or 0.
func (d Design) domainPopulation() float64 { return float64(d.Population) * orOne(d.Domain) }

// unitVariance returns S² of a proportion with variance pq.
func (d Design) unitVariance(pq float64) float64 {
	if n := d.domainPopulation(); n > 1 {
		return pq * n / (n - 1)
	}
	return pq
}

func (d Design) size(plain, s2, margin, level float64) Size {
	z := normal(level)
	size := Size{Simple: z * z * plain / (margin * margin)}
	size.Answers = orOne(d.Deff) * z * z * s2 / (margin * margin)
	if n := d.domainPopulation(); n > 0 {
		size.Answers /= 1 + size.Answers/n
	}
	return d.Drawn(size)
}

// Drawn fills in All and Contacts of a size with Answers.
func (d Design) Drawn(s Size) Size {
	s.All = s.Answers / orOne(d.Domain)
	s.Contacts = s.All / orOne(d.Response)
	return s
}

func (d Design) margin(s2, n, level float64) float64 {
	f, population := 0.0, d.domainPopulation()
	if population > 0 {
		f = n / population
	}
	if !(n > 0) || f > 1 {
		return math.NaN()
	}
	return normal(level) * math.Sqrt(orOne(d.Deff)*(1-f)*s2/n)
}

// Up rounds a size up to whole units. What is above a whole number by less than
// a millionth is that number: the rest is rounding of the computation.
func Up(n float64) int { return int(math.Ceil(n - 1e-6)) }

// normal returns the two-sided quantile of the normal distribution.
func normal(level float64) float64 { return quantile(1 - (1-level)/2) }

func quantile(p float64) float64 {
	if !(p > 0 && p < 1) {
		return math.NaN()
	}
	return distuv.UnitNormal.Quantile(p)
}

func orOne(x float64) float64 {
	if x == 0 {
		return 1
	}
	return x
}
