package estimate

import (
	"math"

	"stikprove/sample"
)

// influenceValues is the weighted influence values of k statistics, by unit.
type influenceValues struct {
	k int
	// add adds the values of rows, which are of one unit, to the k totals.
	add func(rows []int32, totals []float64)
	// row adds those of one row, where add cannot be asked for one at a time.
	row func(row int32, totals []float64)
	// size is the sum of squares over rows before projections, by statistic: what
	// rounding of the variance is in proportion to. Nil without projections.
	size []float64
	// touch marks the statistics that rows are in the domain of. Nil where
	// every row with weight is in the domain of all.
	touch func(rows []int32, in []bool)
}

// recursion computes the variance of totals stage by stage:
//
//	v = Σ_h (1−f_h) n_h/(n_h−1) Σ_j (z_hj−z̄_h)(z_hj−z̄_h)' + Σ_hj f_h v_hj
//
// where v_hj is the same of the second stage within PSU j, and f_h = n_h/N_h is
// 0 where N_h is unknown, which leaves the first stage alone.
//
// With unequal probabilities of inclusion f_h is the PSU's own and the squares
// are those of [stage.closeUnequal].
//
// Source: Särndal, Swensson and Wretman (1992), result 4.3.1; Bellhouse (1985),
// Journal of Official Statistics 1, 323–329. Same as svyrecvar in R survey.
type recursion struct {
	s    *sample.Sample
	z    influenceValues
	full bool // the whole matrix, not its diagonal
	rule sample.Lonely

	size int       // numbers of a variance: k, or k² where full
	unit []float64 // totals of the second-stage unit at hand
}

// covariance returns the k variances of z's totals under the design of s or,
// where full, their k×k matrix by row.
func covariance(s *sample.Sample, z influenceValues, full bool) []float64 {
	r := recursion{s: s, z: z, full: full, rule: s.Design.Lonely, size: z.k}
	if full {
		r.size = z.k * z.k
	}
	if s.Design.Census || s.Rows() == 0 {
		return nans(r.size)
	}
	if !s.HasLonely() {
		r.z.touch = func([]int32, []bool) {} // every stratum has a variance
	} else if z.touch == nil {
		r.z.touch = func(rows []int32, in []bool) {
			for _, row := range rows {
				if s.Weight[row] != 0 {
					fill(in, true)
					return
				}
			}
		}
	}
	r.z = projected(s, r.z)
	r.unit = make([]float64, z.k)
	v := r.firstStage()
	for k, size := range r.z.size {
		at := k
		if full {
			at = k*z.k + k
		}
		if v[at] < nothing*size {
			v[at] = 0
		}
	}
	return v
}

// nothing is the share of the squares of influence values below which what a
// projection left of them is rounding: the total is known.
const nothing = 1e-26

// stage is one stage being gone through: the strata of the whole population or
// of a PSU.
type stage struct {
	sum         []float64 // variance of the strata so far
	strata, fit []int     // strata with rows of the domain, and those among them that have a variance
	bad         []bool    // of statistics without one

	// Of the stratum at hand.
	mean, squares []float64
	units         int
	in            []bool // statistics with rows of the domain
	unequal       unequal
}

func newStage(k, size int) *stage {
	return &stage{
		sum: make([]float64, size), strata: make([]int, k), fit: make([]int, k), bad: make([]bool, k),
		mean: make([]float64, k), squares: make([]float64, size), in: make([]bool, k),
	}
}

// reset makes a used stage new.
func (g *stage) reset() {
	clear(g.sum)
	clear(g.strata)
	clear(g.fit)
	clear(g.bad)
	g.next()
}

// next forgets the stratum at hand.
func (g *stage) next() {
	clear(g.mean)
	clear(g.squares)
	clear(g.in)
	g.units = 0
	g.unequal = unequal{g.unequal.totals[:0], g.unequal.chance[:0]}
}

// add takes the totals of the next unit. Squares of deviations are kept as
// Welford (1962, Technometrics 4, 419–420) does, so that units that are all
// alike give exactly 0.
func (g *stage) add(totals []float64, full bool) {
	g.units++
	inverse := 1 / float64(g.units)
	k := len(totals)
	if !full {
		for i, z := range totals {
			d := z - g.mean[i]
			g.mean[i] += d * inverse
			g.squares[i] += d * (z - g.mean[i])
		}
		return
	}
	back := 1 - inverse
	for i, z := range totals {
		d := z - g.mean[i]
		if d == 0 {
			continue
		}
		row := g.squares[i*k : i*k+i+1]
		for j := range row {
			row[j] += d * (totals[j] - g.mean[j]) * back
		}
	}
	for i, z := range totals {
		g.mean[i] += (z - g.mean[i]) * inverse
	}
}

// close adds the stratum at hand, which has population units of its kind, and
// begins another. last is the totals of its last unit.
func (g *stage) close(population float64, rule sample.Lonely, last []float64, full bool) {
	n := float64(g.units)
	f := 1.0
	if population > 0 && !math.IsInf(population, 1) {
		f = (population - n) / population
	}
	k := len(last)
	g.judge(f, rule)
	switch {
	case f < 1e-7:
	case g.units > 1:
		scale := f * n / (n - 1)
		for i, q := range g.squares {
			g.sum[i] += scale * q
		}
	case rule == sample.LonelyAdjust && !full:
		for i, z := range last {
			g.sum[i] += f * z * z
		}
	case rule == sample.LonelyAdjust:
		for i, z := range last {
			for j := range i + 1 {
				g.sum[i*k+j] += f * z * last[j]
			}
		}
	}
	g.next()
}

// judge counts the stratum at hand, of which f was not drawn, among those that
// have a variance or have none.
func (g *stage) judge(f float64, rule sample.Lonely) {
	for i, in := range g.in {
		if in {
			g.strata[i]++
		}
		switch {
		case f < 1e-7 || g.units > 1 || rule == sample.LonelyRemove || rule == sample.LonelyCertainty || rule == sample.LonelyAdjust:
			if in {
				g.fit[i]++
			}
		case rule == sample.LonelyFail && in:
			g.bad[i] = true
		}
	}
}

// finish adds the stage's variance times scale to into: strata that have none
// count as the average of the others. Statistics that fail become NaN.
func (g *stage) finish(scale float64, into []float64, full bool) {
	k := len(g.bad)
	factor := func(i int) float64 {
		switch {
		case g.bad[i]:
			return math.NaN()
		case g.strata[i] == g.fit[i]:
			return scale
		case g.fit[i] == 0:
			return math.NaN() // no stratum to take an average of
		}
		return scale * float64(g.strata[i]) / float64(g.fit[i])
	}
	for i := range k {
		if !full {
			into[i] += factor(i) * g.sum[i]
			continue
		}
		for j := range i + 1 {
			into[i*k+j] += max(factor(i), factor(j)) * g.sum[i*k+j]
		}
	}
}

// firstStage goes through the strata and PSUs.
func (r *recursion) firstStage() []float64 {
	k := r.z.k
	first, second := newStage(k, r.size), newStage(k, r.size)
	totals, deeper := make([]float64, k), make([]float64, r.size)
	stratum := int32(-1)
	var f float64 // share of the stratum's PSUs that was drawn
	closeStratum := func() {
		switch {
		case stratum < 0:
		case r.s.PSUChance != nil:
			first.closeUnequal(r.s.Design.PPS, r.rule, r.full)
		default:
			first.close(r.population(stratum), r.rule, totals, r.full)
		}
	}
	order := r.s.ByPSU()
	for from := 0; from < len(order); {
		to := end(r.s, order, from)
		rows := order[from:to]
		if h := r.s.Stratum[rows[0]]; h != stratum {
			closeStratum()
			stratum = h
			f = float64(r.s.PSUsOf(h)) / r.population(h)
		}
		chance := chanceOf(r.s.PSUChance, r.s.PSU, rows[0])
		if r.s.PSUChance != nil {
			f = chance
		}
		clear(totals)
		if !secondStage(r.s) {
			r.z.add(rows, totals)
		} else {
			r.secondStage(second, rows, totals)
			second.finish(f, deeper, r.full)
		}
		r.z.touch(rows, first.in)
		if r.s.PSUChance != nil {
			first.addUnequal(totals, chance)
		} else {
			first.add(totals, r.full)
		}
		from = to
	}
	closeStratum()
	first.finish(1, deeper, r.full)
	if r.full {
		for i := range k {
			for j := range i {
				deeper[j*k+i] = deeper[i*k+j]
			}
		}
	}
	return deeper
}

// secondStage reports whether the second stage adds to variances: its
// populations are known.
func secondStage(s *sample.Sample) bool {
	return s.SSUsIn != nil && s.PSUsIn != nil || s.SSUChance != nil
}

// population returns the PSUs in the population of stratum h, +Inf where
// unknown.
func (r *recursion) population(h int32) float64 {
	if r.s.PSUsIn == nil {
		return math.Inf(1)
	}
	return r.s.PSUsIn[h]
}

// secondStage goes through the strata and units within the PSU that rows are of
// and adds its totals.
func (r *recursion) secondStage(g *stage, rows []int32, totals []float64) {
	s := r.s
	g.reset()
	unit := r.unit
	for from := 0; from < len(rows); {
		to := from + 1
		h := s.SecondStratum[rows[from]]
		for to < len(rows) && s.SSU[rows[to]] == s.SSU[rows[from]] {
			to++
		}
		clear(unit)
		r.z.add(rows[from:to], unit)
		r.z.touch(rows[from:to], g.in)
		if s.SSUChance != nil {
			g.addUnequal(unit, s.SSUChance[s.SSU[rows[from]]])
		} else {
			g.add(unit, r.full)
		}
		for i, z := range unit {
			totals[i] += z
		}
		if to == len(rows) || s.SecondStratum[rows[to]] != h {
			if s.SSUChance != nil {
				g.closeUnequal(s.Design.PPS, r.rule, r.full)
			} else {
				g.close(s.SSUsIn[h], r.rule, unit, r.full)
			}
		}
		from = to
	}
}

// nans returns n times NaN.
func nans(n int) []float64 {
	v := make([]float64, n)
	fill(v, math.NaN())
	return v
}

func fill[T any](values []T, with T) {
	for i := range values {
		values[i] = with
	}
}
