package draw

import (
	"slices"
	"strconv"
)

// maxTille is the largest list that elimination goes through in seconds.
const maxTille = 20_000

// tille draws n of free with Tillé's elimination: from all units one leaves at
// a time, with the probability that brings the others to the inclusion
// probabilities of a sample that is one smaller. Units stand in frame order.
//
// Source: Tillé (1996), Biometrika 83, 238–241; the same design as UPtille of R
// sampling, whose joint probabilities are UPtillepi2's.
func (p *picker) tille(in []bool, free []int, n int) error {
	if len(free) > maxTille {
		return tooLong("elimination takes too long with %d units, the most is %d; want pps or sampford", len(free), maxTille)
	}
	sizes := make([]float64, len(free))
	left := make([]bool, len(free))
	for k, i := range free {
		sizes[k], left[k] = p.probability[i], true
	}
	e := elimination{sizes: sizes, before: slices.Repeat([]float64{1}, len(free))}
	for step := 1; step <= len(free)-n; step++ {
		u := p.generator.Uniform(OfStep, strconv.Itoa(step), p.stratum)
		out, sum := -1, 0.0
		for k, v := range e.next(len(free) - step) {
			if !left[k] {
				continue
			}
			sum += v
			if v > 0 {
				out = k
			}
			if u < sum {
				break
			}
		}
		left[out] = false
	}
	for k, i := range free {
		in[i] = left[k]
	}
	return nil
}

// elimination gives the probabilities that a unit leaves at each step, where it
// has not left before.
type elimination struct {
	sizes  []float64
	before []float64 // inclusion probabilities of the samples before
}

// next returns the probabilities of the step to samples of n.
func (e *elimination) next(n int) []float64 {
	now := Probabilities(e.sizes, float64(n))
	out := make([]float64, len(now))
	for k, v := range now {
		out[k] = 1 - v/e.before[k]
	}
	e.before = now
	return out
}
