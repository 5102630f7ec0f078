package draw

import (
	"slices"
	"strconv"
)

// maxHashes keeps a draw by rejection within a minute or two.
const maxHashes = 400_000_000

// sampford draws n of free with Sampford's design of their probabilities π. In
// each trial every unit is in where its number is below π; a trial of n units
// is kept with probability Σ(1−π) over them by the n largest 1−π. A set is then
// drawn in proportion to Π π/(1−π) · Σ(1−π), which is Sampford's.
//
// Source: Sampford (1967), Biometrika 54, 499–513; the rejection from Poisson
// sampling is Bondesson, Traat and Lundqvist's (2006), Scand. J. Stat. 33,
// 699–720. The same design as UPsampford of R sampling, whose joint
// probabilities are UPsampfordpi2's.
func (p *picker) sampford(in []bool, free []int, n int) error {
	apart := make([]float64, len(free))
	for k, i := range free {
		apart[k] = 1 - p.probability[i]
	}
	slices.Sort(apart)
	most := 0.0
	for _, v := range apart[len(apart)-n:] {
		most += v
	}
	for trial := 1; trial*len(free) <= maxHashes; trial++ {
		name := strconv.Itoa(trial)
		var set []int
		sum := 0.0
		for _, i := range free {
			if p.generator.Uniform(OfTrial, name, p.stratum, p.keys[i]) < p.probability[i] {
				set = append(set, i)
				sum += 1 - p.probability[i]
			}
		}
		if len(set) != n || p.generator.Uniform(OfCheck, name, p.stratum)*most >= sum {
			continue
		}
		for _, i := range set {
			in[i] = true
		}
		p.trials = trial
		return nil
	}
	return tooLong("sampford found no sample of %d among %d units within %d trials; want pps", n, len(free), maxHashes/len(free))
}
