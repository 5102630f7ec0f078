package estimate

import (
	"math"

	"stikprove/sample"
)

// Ratios estimates Σ w y / Σ w x in each domain, in the unit of y by that of x,
// over the rows in which neither is NaN. Rows with NaN are outside the domain;
// their PSUs still count.
//
// It panics if y, x or the domains are not as long as s has rows. Same as
// svyratio in R survey.
func Ratios(s *sample.Sample, y, x []float64, d Domains) []Estimate {
	if x == nil {
		panic("estimate: a ratio to nothing")
	}
	return ratios(s, y, x, d)
}

// Means estimates the mean of y in each domain, in its unit, over the rows in
// which it is not NaN. It panics as [Ratios] does. Same as svymean and svyby in
// R survey.
func Means(s *sample.Sample, y []float64, d Domains) []Estimate {
	return ratios(s, y, nil, d)
}

func ratios(s *sample.Sample, y, x []float64, d Domains) []Estimate {
	t := newStatistic(s, y, x, d)
	t.fromFirst()
	t.value = func(_ int, a, b, _ float64) float64 { return a / b }
	return t.estimate(func(c *counts, _ float64) influence { return influence{c.a / c.b, 1 / c.b} })
}

// fromFirst counts a from an origin in each domain: a less the ratio of the
// domain's first row times b. Sums of the deviations then keep their digits
// where the numbers are large and alike, such as amounts around a billion that
// differ by a hundred.
func (t *statistic) fromFirst() {
	origin, met := make([]float64, t.k), make([]bool, t.k)
	b := func(i int) float64 {
		if t.b == nil {
			return 1
		}
		return t.b[i]
	}
	for i, g := range t.of {
		if g < 0 || met[g] {
			continue
		}
		if r := t.a[i] / b(i); !math.IsNaN(r) && !math.IsInf(r, 0) {
			origin[g], met[g] = r, true
		}
	}
	from := make([]float64, len(t.a))
	for i, g := range t.of {
		from[i] = math.NaN()
		if g >= 0 {
			from[i] = t.a[i] - origin[g]*b(i)
		}
	}
	t.a, t.origin = from, origin
}

// Totals estimates Σ w y in each domain, in the unit of y, over the rows in
// which it is not NaN. It panics as [Ratios] does. Same as svytotal in R survey.
func Totals(s *sample.Sample, y []float64, d Domains) []Estimate {
	t := newStatistic(s, y, nil, d)
	t.value = func(_ int, a, _, _ float64) float64 { return a }
	return t.estimate(func(*counts, float64) influence { return influence{0, 1} })
}

// Variances estimates the population variance of y in each domain,
// n/(n−1) Σ w (y−ȳ)² / Σ w, in the square of its unit. It panics as [Ratios]
// does. Same as svyvar in R survey; it has no design effect.
func Variances(s *sample.Sample, y []float64, d Domains) []Estimate {
	near := newStatistic(s, y, nil, d)
	near.fromFirst()
	y = near.a
	means := Means(s, y, d)
	centred := make([]float64, len(y))
	for i := range y {
		g := int32(0)
		if d.Of != nil {
			g = d.Of[i]
		}
		centred[i] = math.NaN()
		if g >= 0 {
			centred[i] = y[i] - means[g].Value
		}
	}
	factor := func(g int) float64 { return float64(means[g].N) / float64(means[g].N-1) }
	squares := make([]float64, len(y))
	for i, x := range centred {
		squares[i] = x * x
		if d.Of != nil && d.Of[i] >= 0 {
			squares[i] *= factor(int(d.Of[i]))
		} else if d.Of == nil {
			squares[i] *= factor(0)
		}
	}
	e := Means(s, squares, d)
	if s.Design.Replicates.Method != sample.NoReplicates && !s.Design.Census {
		// On a replicate the mean is its own.
		t := newStatistic(s, centred, nil, d)
		t.square = true
		t.value = func(g int, a, b, square float64) float64 { return factor(g) * (square/b - a/b*a/b) }
		for g, v := range t.replicated(e, t.gather(false)) {
			if e[g].Why == NoReason {
				e[g].SE = math.Sqrt(max(v, 0))
			}
		}
	}
	for g := range e {
		e[g].Deff, e[g].DeffReplace, e[g].Effective = math.NaN(), math.NaN(), math.NaN()
		if means[g].N == 1 { // n−1 is 0
			e[g] = none(NoDenominator)
			e[g].N = 1
		}
	}
	return e
}

// LogitSE returns the standard error of the logit of the mean of y, which is 0
// and 1, in each domain: on the replicates of the design where it has any, and
// otherwise se/(p(1−p)). NaN where there is none. It panics as [Ratios] does.
func LogitSE(s *sample.Sample, y []float64, d Domains) []float64 {
	e := Means(s, y, d)
	se := make([]float64, len(e))
	for g, m := range e {
		se[g] = m.SE / (m.Value * (1 - m.Value))
	}
	if s.Design.Replicates.Method == sample.NoReplicates || s.Design.Census {
		return se
	}
	t := newStatistic(s, y, nil, d)
	t.value = func(_ int, a, b, _ float64) float64 { return math.Log(a / (b - a)) }
	full := make([]Estimate, len(e))
	for g, m := range e {
		full[g].Value = math.Log(m.Value / (1 - m.Value))
	}
	for g, v := range t.replicated(full, t.gather(false)) {
		se[g] = math.Sqrt(v)
	}
	return se
}

// Ratio estimates Σ w y / Σ w x as [Ratios] does, over the whole of s.
func Ratio(s *sample.Sample, y, x []float64) Estimate { return Ratios(s, y, x, Domains{})[0] }

// Mean estimates the mean of y as [Means] does, over the whole of s.
func Mean(s *sample.Sample, y []float64) Estimate { return Means(s, y, Domains{})[0] }

// Total estimates the total of y as [Totals] does, over the whole of s.
func Total(s *sample.Sample, y []float64) Estimate { return Totals(s, y, Domains{})[0] }

// T returns e with its interval at level, which is in (0, 1), from Student's t
// with DF degrees of freedom. With none there is no interval, never one of
// width 0.
func (e Estimate) T(level float64) Estimate {
	e.Low, e.High = math.NaN(), math.NaN()
	if math.IsNaN(e.SE) {
		return e
	}
	if e.DF < 1 {
		e.Why = NoDegrees
		return e
	}
	half := e.SE * tQuantile((1+level)/2, e.DF)
	e.Low, e.High = e.Value-half, e.Value+half
	return e
}
