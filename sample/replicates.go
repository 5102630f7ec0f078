package sample

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
)

// Replicates is the replicate weights of a sample: for each replicate a factor
// for the weights of every PSU.
//
// The variance of an estimate with the values t_r on the replicates is
// Scale Σ RScales[r] (t_r − t̄)², where t̄ is their mean or, with MSE, the full
// estimate.
type Replicates struct {
	Factor  [][]float64 // [replicate][PSU], at least 0
	Scale   float64
	RScales []float64 // of each replicate
	MSE     bool

	s      *Sample
	halves bool    // PSUs come in pairs, one of which is left out
	group  []int32 // what PSUs are left out within, by PSU: strata, or pairs
	groups int
}

// Replicates makes the replicate weights that the design asks for. The error
// says why it has none: no method is named, the method is not for designs with
// strata or without, or a stratum does not have the PSUs that it needs.
//
// Jackknife, bootstrap and Fay's BRR are those of R survey's as.svrepdesign:
// the first stage counts, with its finite population in JK1, JKn and the
// bootstrap of Canty and Davison. Sources: Wolter (2007), Introduction to
// Variance Estimation, chapters 3 and 4; Judkins (1990), Journal of Official
// Statistics 6, 223–239; Rao and Wu (1988), JASA 83, 231–241; Canty and Davison
// (1999), The Statistician 48, 379–391.
func (s *Sample) Replicates() (*Replicates, error) {
	s.made.once.Do(func() { s.made.replicates, s.made.err = s.makeReplicates() })
	if s.made.err != nil {
		return nil, s.made.err
	}
	r := *s.made.replicates
	r.s = s
	return &r, nil
}

// madeReplicates is what a sample and its domains make once for all.
type madeReplicates struct {
	once       sync.Once
	replicates *Replicates
	err        error
}

func (s *Sample) makeReplicates() (*Replicates, error) {
	if s.PSUs < 2 {
		return nil, errors.New("replicates need at least two first-stage units")
	}
	r := &Replicates{s: s, MSE: s.Design.Replicates.MSE, Scale: 1}
	r.group, r.groups = s.homes(), s.Strata
	var err error
	switch s.Design.Replicates.Method {
	case JK1:
		err = r.jackknife(true)
	case JKn:
		err = r.jackknife(false)
	case BRR:
		err = r.balanced(0)
	case Fay:
		rho := s.Design.Replicates.Rho
		if rho == 0 {
			rho = 0.3
		}
		err = r.balanced(rho)
	case Bootstrap:
		err = r.rescaled()
	case CantyDavison:
		err = r.populations()
	case Given:
		err = r.taken()
	default:
		err = errors.New("the design names no method for replicates")
	}
	return r, err
}

// homes returns the stratum of each PSU.
func (s *Sample) homes() []int32 {
	home := make([]int32, s.PSUs)
	for i, k := range s.PSU {
		home[k] = s.Stratum[i]
	}
	return home
}

// byStratum returns the PSUs of each stratum in the order they are met.
func (s *Sample) byStratum() [][]int32 {
	units := make([][]int32, s.Strata)
	met := make([]bool, s.PSUs)
	for i, k := range s.PSU {
		if !met[k] {
			met[k] = true
			units[s.Stratum[i]] = append(units[s.Stratum[i]], k)
		}
	}
	return units
}

// remainder returns the share of stratum h's PSUs that was not drawn, 1 where
// the population is not known.
func (s *Sample) remainder(h int) float64 {
	if s.PSUsIn == nil {
		return 1
	}
	return (s.PSUsIn[h] - float64(s.drawn[h])) / s.PSUsIn[h]
}

// jackknife leaves out a PSU at a time and weighs the others of its stratum up.
func (r *Replicates) jackknife(one bool) error {
	s := r.s
	if one && s.Strata > 1 {
		return errors.New("jk1 is for designs without strata; want jkn")
	}
	// Lonely PSUs are not left out; with adjust their absence is made up for by
	// the other strata.
	for h, units := range s.byStratum() {
		n := float64(len(units))
		if len(units) == 1 {
			f := s.remainder(h)
			switch {
			case f == 0 || s.Design.Lonely == LonelyRemove || s.Design.Lonely == LonelyCertainty || s.Design.Lonely == LonelyAverage:
				continue
			case s.Design.Lonely == LonelyFail:
				return fmt.Errorf("stratum %s has only one first-stage unit; want a rule for it: remove, certainty, adjust or average", s.StratumName(int32(h)))
			}
			strata := float64(s.Strata)
			if strata < 2 {
				return errors.New("one first-stage unit is no sample")
			}
			// As R survey does: the other strata are weighed up alike.
			factor := ones(s.PSUs, strata/(strata-1))
			factor[units[0]] = 0
			r.add(factor, (strata-1)/strata)
			continue
		}
		for _, left := range units {
			factor := ones(s.PSUs, 1)
			for _, k := range units {
				factor[k] = n / (n - 1)
			}
			factor[left] = 0
			r.add(factor, s.remainder(h)*(n-1)/n)
		}
	}
	if len(r.Factor) == 0 {
		return errors.New("every first-stage unit of the population is in the sample: there is nothing to replicate")
	}
	if !one && s.Design.Lonely == LonelyAverage && len(r.Factor) < s.PSUs {
		r.Scale = float64(s.PSUs) / float64(len(r.Factor))
	}
	if one {
		r.Scale, r.RScales = r.RScales[0], ones(len(r.RScales), 1)
	}
	return nil
}

func (r *Replicates) add(factor []float64, scale float64) {
	r.Factor, r.RScales = append(r.Factor, factor), append(r.RScales, scale)
}

// balanced takes one half of each pair of PSUs, by the columns of a Hadamard
// matrix. Strata with more PSUs are made into pairs in the order of the PSUs.
func (r *Replicates) balanced(rho float64) error {
	s := r.s
	second := make([]bool, s.PSUs) // of its pair
	pairs := 0
	r.halves = true
	r.group = make([]int32, s.PSUs)
	strata := s.byStratum()
	// Strata are taken in the order of their names, those of two after the rest,
	// as R survey does, so that the half-samples are the same.
	for _, large := range []bool{true, false} {
		for _, h := range s.strataByName() {
			units := strata[h]
			if len(units)%2 != 0 {
				return fmt.Errorf("stratum %s has %d first-stage units; balanced half-samples need an even number", s.StratumName(int32(h)), len(units))
			}
			if large != (len(units) > 2) {
				continue
			}
			for i, k := range units {
				r.group[k] = int32(pairs + i/2)
				second[k] = i%2 == 1
			}
			pairs += len(units) / 2
		}
	}
	r.groups = pairs
	h, err := hadamard(pairs)
	if err != nil {
		return err
	}
	for c := range h {
		factor := make([]float64, s.PSUs)
		for k := range factor {
			factor[k] = rho
			if h[1+r.group[k]][c] != second[k] {
				factor[k] = 2 - rho
			}
		}
		r.add(factor, 1)
	}
	r.Scale = 1 / (float64(len(h)) * (1 - rho) * (1 - rho))
	return nil
}

// strataByName returns the numbers of the strata in the order of their names.
func (s *Sample) strataByName() []int {
	order := make([]int, s.Strata)
	for h := range order {
		order[h] = h
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch x, y := s.StratumName(int32(a)), s.StratumName(int32(b)); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	return order
}

// number is how many bootstrap replicates are made.
func (r *Replicates) number() int {
	if n := r.s.Design.Replicates.Number; n > 0 {
		return n
	}
	return 500
}

// draw makes the replicates of a bootstrap, several at a time. Each has a
// generator of its own, so that they do not depend on the others: PCG of the
// seed and the replicate's number from 1.
func (r *Replicates) draw(one func(rng *rand.Rand, factor []float64)) {
	n := r.number()
	r.Factor, r.RScales = make([][]float64, n), ones(n, 1)
	workers := min(runtime.GOMAXPROCS(0), n)
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			for i := w; i < n; i += workers {
				r.Factor[i] = make([]float64, r.s.PSUs)
				one(rand.New(rand.NewPCG(r.s.Design.Replicates.Seed, uint64(i)+1)), r.Factor[i])
			}
		})
	}
	group.Wait()
}

// rescaled draws n−1 of the n PSUs of each stratum with replacement.
func (r *Replicates) rescaled() error {
	strata := r.s.byStratum()
	for h, units := range strata {
		if len(units) < 2 {
			return fmt.Errorf("stratum %s has only one first-stage unit; a bootstrap needs two", r.s.StratumName(int32(h)))
		}
	}
	r.draw(func(rng *rand.Rand, factor []float64) {
		for _, units := range strata {
			n := len(units)
			weight := float64(n) / float64(n-1)
			for range n - 1 {
				factor[units[rng.IntN(n)]] += weight
			}
		}
	})
	r.Scale = 1 / float64(len(r.Factor)-1)
	return nil
}

// populations draws the n PSUs of each stratum anew from a population made up
// of copies of them or, where its size is not known, with replacement.
func (r *Replicates) populations() error {
	s := r.s
	rng := rand.New(rand.NewPCG(s.Design.Replicates.Seed, 0))
	strata := s.byStratum()
	inverse := 0.0
	for h, units := range strata {
		if len(units) < 2 {
			return fmt.Errorf("stratum %s has only one first-stage unit; a bootstrap needs two", s.StratumName(int32(h)))
		}
		inverse += 1 / float64(len(units))
		rng.Shuffle(len(units), func(i, j int) { units[i], units[j] = units[j], units[i] })
	}
	r.draw(func(rng *rand.Rand, factor []float64) {
		for h, units := range strata {
			n := len(units)
			if s.PSUsIn == nil {
				for range n {
					factor[units[rng.IntN(n)]]++
				}
				continue
			}
			population := int(s.PSUsIn[h])
			copies := make([]int32, population)
			for i := range copies {
				copies[i] = units[i%n]
			}
			for i := range n { // the first n of a shuffle
				j := i + rng.IntN(population-i)
				copies[i], copies[j] = copies[j], copies[i]
				factor[copies[i]]++
			}
		}
	})
	n := float64(len(strata)) / inverse // harmonic mean of the PSUs of a stratum
	r.Scale = n / ((n - 1) * float64(len(r.Factor)-1))
	return nil
}

// DF returns the degrees of freedom of replicate weights for the domain that in
// marks the PSUs of: the rank of their matrix minus 1, as in R survey, where
// nothing but the design makes rows depend on each other.
func (r *Replicates) DF(in []bool) int {
	if r.s.given != nil {
		return r.givenRank(in) - 1
	}
	size, inside := make([]int, r.groups), make([]int, r.groups)
	for k, g := range r.group {
		size[g]++
		if in[k] {
			inside[g]++
		}
	}
	rank, whole := 0, 0
	for g, n := range inside {
		rank += n
		if n > 0 && n == size[g] {
			whole++
		}
	}
	if whole > 0 {
		rank -= whole - 1 // the weights of a whole stratum sum to a constant
	}
	return min(rank, len(r.Factor)) - 1
}

// Adjusted reports whether weights are adjusted on each replicate, so that
// [Replicates.Weight] is to be asked for them and Factor does not tell.
func (r *Replicates) Adjusted() bool { return r.s.adjust != nil }

// Weight returns the weights of the rows on replicate i: the design's times
// their PSU's factor, adjusted as the sample's are, and 0 outside the domain.
// into is used for them where it is long enough. The error is the adjustment's.
func (r *Replicates) Weight(i int, into []float64) ([]float64, error) {
	s := r.s
	base := s.Weight
	if s.adjust != nil {
		base = s.base
	}
	if cap(into) < len(base) {
		into = make([]float64, len(base))
	}
	into = into[:len(base)]
	factor := r.Factor[i]
	for row, w := range base {
		into[row] = w * factor[s.PSU[row]]
	}
	if s.adjust == nil {
		return into, nil
	}
	adjusted, err := s.adjust(into)
	if err != nil {
		return nil, err
	}
	if s.domain != nil {
		for row, in := range s.domain {
			if !in {
				adjusted[row] = 0
			}
		}
	}
	return adjusted, nil
}

func ones(n int, value float64) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = value
	}
	return v
}
