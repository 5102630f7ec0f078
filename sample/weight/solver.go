package weight

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"stikprove/sample"
)

// term is a part of a row's auxiliary vector: one category of a margin, or a
// number.
type term struct {
	of    []int32   // category of each row; nil of a number
	x     []float64 // number of each row; nil for 1
	first int32     // the constraint of the first category, or of the number
}

// at returns which constraint row i counts toward, and by how much.
func (t term) at(i int) (int32, float64) {
	switch {
	case t.of != nil:
		return t.first + t.of[i], 1
	case t.x == nil:
		return t.first, 1
	}
	return t.first, t.x[i]
}

// solver finds the g of each row with which Σ d g x meets the constraints, by
// Newton's method on the Lagrange multipliers.
type solver struct {
	metric      Metric
	bounds      bounds
	base        []float64
	variance    []float64
	terms       []term
	constraints []constraint

	sums []float64
}

// iterated reports whether the metric is one that R survey solves by iteration.
func (k *solver) iterated() bool { return k.metric != Linear || k.bounds.bounded() }

// totals sums the auxiliary vectors by weight.
func (k *solver) totals(weight []float64, into *[]float64) {
	if *into == nil {
		*into = make([]float64, len(k.constraints))
	}
	sums := *into
	clear(sums)
	for i, w := range weight {
		if w == 0 {
			continue
		}
		for _, t := range k.terms {
			at, x := t.at(i)
			sums[at] += w * x
		}
	}
}

// inverse returns the solution of Σ q x x' c = s as a function of s. What the
// vectors tell twice is left to the shortest solution.
func (k *solver) inverse(q func(i int) float64) func([]float64) []float64 {
	p := len(k.constraints)
	gram := mat.NewSymDense(p, nil)
	raw := gram.RawSymmetric()
	for i, d := range k.base {
		if d == 0 {
			continue
		}
		f := q(i)
		if f == 0 {
			continue
		}
		for _, a := range k.terms {
			at, x := a.at(i)
			for _, b := range k.terms {
				if to, y := b.at(i); to >= at {
					raw.Data[int(at)*raw.Stride+int(to)] += f * x * y
				}
			}
		}
	}
	size := make([]float64, p) // of each vector, so that all count alike
	for j := range size {
		size[j] = 1
		if v := math.Abs(gram.At(j, j)); v > 0 {
			size[j] = 1 / math.Sqrt(v)
		}
	}
	for a := range p {
		for b := a; b < p; b++ {
			gram.SetSym(a, b, gram.At(a, b)*size[a]*size[b])
		}
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(gram, true) {
		return func([]float64) []float64 { return make([]float64, p) }
	}
	values := eigen.Values(nil)
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	return func(s []float64) []float64 {
		c := make([]float64, p)
		for v, value := range values {
			if value <= 1e-12*values[p-1] {
				continue
			}
			dot := 0.0
			for j := range p {
				dot += vectors.At(j, v) * s[j] * size[j]
			}
			for j := range p {
				c[j] += dot / value * vectors.At(j, v) * size[j]
			}
		}
		return c
	}
}

// state is where the multipliers have come to.
type state struct {
	multipliers      []float64
	weight, g, slope []float64
	gap              []float64 // by which each constraint is missed
	misfit           float64   // the largest gap, as a share of 1 + the total
	at               int       // where that is
}

// look computes the weights at multipliers.
func (k *solver) look(multipliers []float64, scale float64) *state {
	n := len(k.base)
	s := &state{multipliers: multipliers, weight: make([]float64, n), g: make([]float64, n), slope: make([]float64, n)}
	for i, d := range k.base {
		if d == 0 {
			continue
		}
		u := 0.0
		for _, t := range k.terms {
			at, x := t.at(i)
			u += multipliers[at] * x
		}
		if k.variance != nil {
			u /= k.variance[i]
		}
		s.g[i], s.slope[i] = k.metric.g(u, k.bounds)
		s.g[i] *= scale
		s.weight[i] = d * s.g[i]
	}
	k.totals(s.weight, &s.gap)
	for j, c := range k.constraints {
		s.gap[j] = c.want - s.gap[j]
		if d := math.Abs(s.gap[j]) / (1 + math.Abs(c.want)); !(d <= s.misfit) {
			s.misfit, s.at = d, j
		}
	}
	return s
}

// loose is the misfit at which a solution counts where rounding keeps it from
// being better.
const loose = 1e-8

// solve fills in the result.
func (k *solver) solve(r *Result, most int) error {
	full := iterations(most, 50)
	s := k.newton(r, full, false)
	if s.misfit > r.Tolerance && s.misfit > loose {
		total := r.Iterations
		s = k.newton(r, iterations(most, 200), true)
		r.Iterations += total
	}
	if !(s.misfit <= loose) {
		return k.stuck(r, s)
	}
	r.Weight, r.Misfit = s.weight, s.misfit
	r.project = func() sample.Projection { return k.projection(s.g) }
	return nil
}

// newton takes up to most steps from 0. Careful steps are shortened until they
// come nearer.
func (k *solver) newton(r *Result, most int, careful bool) *state {
	s := k.look(make([]float64, len(k.constraints)), r.Scale)
	best := s
	for r.Iterations = 0; r.Iterations < most && s.misfit > r.Tolerance; r.Iterations++ {
		step := k.inverse(func(i int) float64 {
			q := k.base[i] * r.Scale * s.slope[i]
			if k.variance != nil {
				q /= k.variance[i]
			}
			return q
		})
		change := step(s.gap)
		next := k.look(moved(s.multipliers, change, 1), r.Scale)
		for share, tries := 0.5, 0; tries < 40 && (math.IsNaN(next.misfit) || math.IsInf(next.misfit, 0) || careful && k.distance(next) >= k.distance(s)); tries++ {
			next = k.look(moved(s.multipliers, change, share), r.Scale)
			share /= 2
		}
		stalled := s.misfit <= loose && next.misfit >= s.misfit
		s = next
		if s.misfit < best.misfit {
			best = s
		}
		if stalled || math.IsNaN(s.misfit) {
			break
		}
	}
	return best
}

// distance is the sum of squared gaps, as shares.
func (k *solver) distance(s *state) float64 {
	sum := 0.0
	for j, c := range k.constraints {
		d := s.gap[j] / (1 + math.Abs(c.want))
		sum += d * d
	}
	return sum
}

func moved(from, by []float64, share float64) []float64 {
	to := make([]float64, len(from))
	for j := range to {
		to[j] = from[j] + share*by[j]
	}
	return to
}

// stuck says what cannot be met: a constraint that no weights within the bounds
// meet by itself, or the one that is furthest off.
func (k *solver) stuck(r *Result, s *state) error {
	if math.IsNaN(s.misfit) {
		return errors.New("no weights were found that meet the totals; want wider bounds, or fewer of them")
	}
	low := make([]float64, len(k.constraints))
	high := make([]float64, len(k.constraints))
	for i, d := range k.base {
		if d == 0 {
			continue
		}
		for _, t := range k.terms {
			at, x := t.at(i)
			a, b := d*x*r.Scale*k.bounds.low, d*x*r.Scale*k.bounds.high
			if x != 0 {
				low[at] += min(a, b)
				high[at] += max(a, b)
			}
		}
	}
	if k.bounds.bounded() {
		for j, c := range k.constraints {
			switch {
			case c.want > high[j]:
				return fmt.Errorf("%s cannot be met: %s is wanted, and weights of %s to %s times the former ones bring it to %s at most; want wider bounds, or categories joined",
					c.name, plain(c.want), plain(k.bounds.low), plain(k.bounds.high), plain(high[j]))
			case c.want < low[j]:
				return fmt.Errorf("%s cannot be met: %s is wanted, and weights of %s to %s times the former ones bring it to %s at least; want wider bounds, or categories joined",
					c.name, plain(c.want), plain(k.bounds.low), plain(k.bounds.high), plain(low[j]))
			}
		}
	}
	hint := "want categories joined"
	if k.bounds.bounded() {
		hint = "no weights within the bounds meet it together with the others; want wider bounds, or categories joined"
	}
	c := k.constraints[s.at]
	return fmt.Errorf("no convergence in %d iterations: %s comes to %s where %s is wanted; %s", r.Iterations, c.name, plain(c.want-s.gap[s.at]), plain(c.want), hint)
}
