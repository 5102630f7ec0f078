package sample

import (
	"math"
	"strconv"
)

// second numbers the units and strata of the second stage, where there is one.
func (b *binder) second(s *Sample) {
	d := b.design
	switch {
	case d.PSU == "" && (d.Second != "" || d.SecondStrata != "" || d.SecondFPC != ""):
		b.stated("the design has a second stage and no first-stage unit; want a psu")
		return
	case d.SecondFPC != "" && d.FPC == "":
		b.stated("fpc: the population is known at the second stage and not at the first; want it at both or at neither")
		return
	case d.Second != "" && d.FPC != "" && d.SecondFPC == "":
		b.stated("fpc: the population is known at the first stage and not at the second, which would leave out the second stage's variance; want it at both or at neither")
		return
	case d.SecondStrata != "" && d.stages() == 1:
		b.stated("strata: the second stage has strata and no units; want a second-stage unit or its fpc")
		return
	case d.stages() == 1:
		return
	}
	units, _ := b.groups("psu", d.Second, "a second-stage unit")
	if units == nil {
		units = rowNumbers(b.ds.Rows())
	}
	s.SSU, s.SSUs = within(s.PSU, units)
	strata, _ := b.groups("strata", d.SecondStrata, "a stratum of the second stage")
	if strata == nil {
		s.SecondStratum, s.SecondStrata = s.PSU, s.PSUs
		return
	}
	s.SecondStratum, s.SecondStrata = within(s.PSU, strata)
	if d.Nest {
		s.SSU, s.SSUs = within(s.SecondStratum, s.SSU)
	}
	if d.Second != "" && len(b.problems) == 0 {
		b.secondNested(s)
	}
}

// secondNested adds a problem for each row whose second-stage unit stood in
// another stratum of its PSU before.
func (b *binder) secondNested(s *Sample) {
	home := make([]int32, s.SSUs)
	for k := range home {
		home[k] = -1
	}
	unit := b.ds.Column(b.design.Second)
	for i, k := range s.SSU {
		if home[k] < 0 {
			home[k] = s.SecondStratum[i]
		}
		if home[k] != s.SecondStratum[i] {
			b.found(i, b.design.SecondStrata, "%s is in another stratum of its first-stage unit here than before; a second-stage unit is in one",
				quoted(unit, i))
		}
	}
}

// sizes fills in the number of units in the population at each stage, or the
// probability of each unit.
func (b *binder) sizes(s *Sample) {
	if b.design.PPS.Method != NoPPS {
		b.chances(s)
		return
	}
	s.PSUsIn = b.size(b.design.FPC, s.PSU, s.Stratum, s.PSUs, s.Strata, "first-stage units", "stratum")
	if s.SSU != nil {
		s.SSUsIn = b.size(b.design.SecondFPC, s.SSU, s.SecondStratum, s.SSUs, s.SecondStrata, "second-stage units", "first-stage unit")
	}
}

// size returns the number of units in the population of each stratum from the
// variable called name, which holds counts, or sampling fractions where nothing
// is above 1. It returns nil where name is empty.
func (b *binder) size(name string, unit, stratum []int32, units, strata int, what, home string) []float64 {
	if name == "" {
		return nil
	}
	c := b.column(name)
	if c == nil {
		return nil
	}
	numbers, ok := Numbers(c)
	if !ok {
		b.notNumbers(c, "fpc", "a number of units or a sampling fraction")
		return nil
	}
	fractions := true
	for _, n := range numbers {
		fractions = fractions && !(n > 1)
	}
	sampled := unitsOf(unit, stratum, units, strata)
	first := make([]int32, strata) // row, from 1, that a stratum was met in
	size := make([]float64, strata)
	for i, h := range stratum {
		n := numbers[i]
		switch {
		case math.IsNaN(n):
			b.found(i, name, "no population size; every row of sample %s needs one", b.design.Name)
		case n <= 0:
			b.found(i, name, "got %s, want the number of %s in the population, or the share of them that was drawn", plain(n), what)
		case n < 1 && !fractions:
			b.found(i, name, "got %s beside numbers above 1; want numbers of %s in the population in every row, or shares of them in every row", plain(n), what)
		case first[h] == 0:
			first[h], size[h] = int32(i)+1, n
		case size[h] != n:
			b.found(i, name, "got %s, and %s in the same %s before; its number of %s is one", plain(n), plain(size[h]), home, what)
			return nil // one sentence says it
		}
	}
	for h := range size {
		switch {
		case first[h] == 0:
		case fractions:
			size[h] = float64(sampled[h]) / size[h]
		case size[h] < float64(sampled[h]):
			b.found(int(first[h])-1, name, "a population of %s %s is smaller than its sample of %d", plain(size[h]), what, sampled[h])
		}
	}
	return size
}

// plain writes a number without needless decimals.
func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// deriveWeights makes each weight the product of the inverse sampling fractions
// of the stages.
func (s *Sample) deriveWeights() {
	for i, h := range s.Stratum {
		if s.PSUChance != nil {
			s.Weight[i] = 1 / s.PSUChance[s.PSU[i]]
			if s.SSUChance != nil {
				s.Weight[i] /= s.SSUChance[s.SSU[i]]
			}
			continue
		}
		w := s.PSUsIn[h] / float64(s.drawn[h])
		if s.SSUsIn != nil {
			w *= s.SSUsIn[s.SecondStratum[i]] / float64(s.secondDrawn[s.SecondStratum[i]])
		}
		s.Weight[i] = w
	}
}
