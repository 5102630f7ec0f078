package estimate

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Note says what the reader of an interval must know.
type Note uint8

// The notes.
const (
	NoNote   Note = iota
	RestsOnN      // the interval rests on the number of rows, not on the design
)

// PropCI returns the interval for proportion p at confidence level.
//
// p and level are in [0, 1]; se is the design-based standard error of p, in
// the same unit; n is the number of rows and df the design degrees of freedom
// (PSUs minus strata), at least 1.
//
// The interval is from the beta distribution with the effective sample size
// p(1−p)/se², scaled by the squared ratio of t quantiles for n−1 and df. It
// stays in [0, 1] and is not symmetric. Where p is 0 or 1, se carries no
// information: PropCI uses n in its place, scaled likewise, and says so in the
// note; the interval is then one-sided, from 0 or up to 1. The same is done
// where se is 0 and p is neither, since PSUs that happen to be alike are no
// certainty.
//
// Both ends are NaN where p or se is NaN, df is less than 1 or n less than 2:
// there is no interval then, and never one of width 0.
//
// It panics if p or level is outside [0, 1]: those are the caller's to check.
//
// Source: Korn and Graubard (1998), Survey Methodology 24(2), 193–201. (The
// manual of R survey prints the volume as 23; volume 24 is that of 1998.) Same
// as svyciprop(method = "beta") in R survey, except where se is 0. With n in
// place of the effective sample size and df = n−1 it is the interval of
// Clopper and Pearson (1934), Biometrika 26, 404–413.
func PropCI(p, se float64, n, df int, level float64) (lo, hi float64, note Note) {
	return NewIntervals(level).Prop(p, se, n, df)
}

// Intervals makes many intervals at one level faster than one by one: it keeps
// the t quantiles it met. It is for one goroutine.
type Intervals struct {
	level float64
	t     map[int]float64 // quantile by degrees of freedom
}

// NewIntervals returns what makes intervals at confidence level. It panics if
// level is outside [0, 1].
func NewIntervals(level float64) *Intervals {
	if !(level >= 0 && level <= 1) {
		panic(fmt.Sprintf("estimate: interval at level %v", level))
	}
	return &Intervals{level: level, t: make(map[int]float64)}
}

// Prop returns what [PropCI] does at v's level.
func (v *Intervals) Prop(p, se float64, n, df int) (lo, hi float64, note Note) {
	if p < 0 || p > 1 {
		panic(fmt.Sprintf("estimate: interval for proportion %v", p))
	}
	if math.IsNaN(p) || math.IsNaN(se) || df < 1 || n < 2 {
		return math.NaN(), math.NaN(), NoNote
	}
	effective := p * (1 - p) / (se * se)
	if p == 0 || p == 1 || !(effective < rounding) {
		effective, note = float64(n), RestsOnN
	}
	if v.level > 0 && v.level < 1 {
		scale := v.quantile(n-1) / v.quantile(df)
		effective *= scale * scale
	}
	tail := (1 - v.level) / 2
	lo, hi = 0, 1
	if p > 0 {
		lo = betaQuantile(tail, effective*p, effective*(1-p)+1)
	}
	if p < 1 {
		hi = betaQuantile(1-tail, effective*p+1, effective*(1-p))
	}
	return lo, hi, note
}

// rounding is an effective sample size that no survey has: a standard error
// that gives a larger one is 0 but for rounding.
const rounding = 1e12

// quantile returns the lower quantile of Student's t with df degrees of freedom.
func (v *Intervals) quantile(df int) float64 {
	t, met := v.t[df]
	if !met {
		t = tQuantile((1-v.level)/2, df)
		v.t[df] = t
	}
	return t
}

// betaQuantile returns the quantile of the beta distribution.
func betaQuantile(p, a, b float64) float64 {
	return distuv.Beta{Alpha: a, Beta: b}.Quantile(p)
}

// manyDF is from how many degrees of freedom t is taken from its expansion in
// their inverse, which is good to 1e-14 there; gonum's quantile, which inverts a
// beta distribution, loses digits from there on and has six at 2e9.
const manyDF = 20_000

// tQuantile returns the quantile of Student's t with df degrees of freedom.
//
// Source of the expansion: Abramowitz and Stegun (1964), formula 26.7.5.
func tQuantile(p float64, df int) float64 {
	if df >= manyDF {
		z, n := distuv.UnitNormal.Quantile(p), float64(df)
		s := z * z
		return z * (1 + (s+1)/(4*n) + (3+s*(16+5*s))/(96*n*n) + (-15+s*(17+s*(19+3*s)))/(384*n*n*n))
	}
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(df)}.Quantile(p)
}
