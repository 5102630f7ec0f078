package sample

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// PPS says how the variance of units drawn without replacement with unequal
// probabilities is taken, from their own probabilities alone. The zero PPS is
// none: units of a stratum have the same probability.
type PPS struct {
	Method PPSMethod
	// Mean is, of Hartley and Rao, the sum over the population of squared
	// probabilities of inclusion, divided by the number drawn; where 0 the mean
	// probability of those drawn in the stratum, which estimates it.
	Mean float64
}

// PPSMethod is an approximation to the joint probabilities of inclusion.
type PPSMethod uint8

// The methods.
const (
	NoPPS      PPSMethod = iota
	Brewer               // Brewer (2002): the only one of two stages
	Overton              // Overton (1985)
	HartleyRao           // Hartley and Rao (1962), to their second order
)

var ppsNames = []string{"", "brewer", "overton", "hr"}

// String returns the method's name, "" where there is none.
func (m PPSMethod) String() string { return ppsNames[m] }

// ParsePPS reads brewer, overton or hr, or hr:MEAN with the sum of the squared
// probabilities of the population divided by the number drawn. Nothing written
// is none.
func ParsePPS(written string) (PPS, error) {
	var p PPS
	if written == "" {
		return p, nil
	}
	name, number, given := strings.Cut(strings.ToLower(strings.TrimSpace(written)), ":")
	at := slices.Index(ppsNames, name)
	if at < 1 {
		return p, fmt.Errorf("%q: want brewer, overton or hr", written)
	}
	p.Method = PPSMethod(at)
	if !given {
		return p, nil
	}
	mean, err := strconv.ParseFloat(number, 64)
	switch {
	case p.Method != HartleyRao:
		return PPS{}, fmt.Errorf("%q: %s takes no number", written, name)
	case err != nil || !(mean > 0 && mean < 1):
		return PPS{}, fmt.Errorf("%q: want the sum of the population's squared probabilities by the number drawn, above 0 and below 1", written)
	}
	p.Mean = mean
	return p, nil
}

// chances fills in the probability of inclusion of each unit of each stage.
func (b *binder) chances(s *Sample) {
	d := b.design
	switch {
	case d.Census:
		b.stated("pps: the design is a census; nothing was drawn")
		return
	case d.FPC == "":
		b.stated("pps: want fpc, the variable with each unit's probability of inclusion")
		return
	case d.Replicates.Method != NoReplicates:
		b.stated("pps: replicates are of equal probabilities; want one of pps and replicates")
		return
	case d.stages() == 2 && d.PPS.Method != Brewer:
		b.stated("pps: %s is of one stage and the design has two; want brewer", d.PPS.Method)
		return
	case d.PPS.Mean > 0 && s.Strata > 1:
		b.stated("pps: hr:MEAN is of one stratum and the design has %d; want hr, which takes each stratum's own", s.Strata)
		return
	}
	s.PSUChance = b.chance(d.FPC, s.PSU, s.PSUs, "first-stage unit")
	if s.SSU != nil {
		s.SSUChance = b.chance(d.SecondFPC, s.SSU, s.SSUs, "second-stage unit")
	}
}

// chance returns the probability of inclusion of each unit from the variable
// called name.
func (b *binder) chance(name string, unit []int32, units int, what string) []float64 {
	c := b.column(name)
	if c == nil {
		return nil
	}
	numbers, ok := Numbers(c)
	if !ok {
		b.stated("fpc: variable %q is %s; want a probability of inclusion", name, c.Kind)
		return nil
	}
	chance := make([]float64, units)
	for i, k := range unit {
		p := numbers[i]
		switch {
		case math.IsNaN(p):
			b.found(i, name, "no probability of inclusion; every row of sample %s needs one", b.design.Name)
		case !(p > 0 && p <= 1):
			b.found(i, name, "got %s, want a probability of inclusion above 0 and at most 1", plain(p))
		case p == 1 && b.design.PPS.Method != Brewer:
			b.found(i, name, "got 1, and %s is of units that might have been left out; want brewer", b.design.PPS.Method)
		case chance[k] != 0 && chance[k] != p:
			b.found(i, name, "got %s, and %s in the same %s before; its probability is one", plain(p), plain(chance[k]), what)
		default:
			chance[k] = p
		}
	}
	return chance
}
