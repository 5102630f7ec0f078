package sample

import (
	"errors"
	"fmt"
	"slices"

	"stikprove/survey"
)

// Sample is a dataset bound to a design. It is immutable.
type Sample struct {
	Design  Design
	Data    *survey.Dataset
	Weight  []float64 // of each row, at least 0; 0 outside the domain
	PSU     []int32   // of each row, from 0; as many as rows where rows are drawn themselves
	Stratum []int32   // of each row, from 0
	PSUs    int       // number of PSUs in the whole sample, domain or not
	Strata  int       // number of strata in the whole sample

	// The second stage; nil and 0 where the design has none. SSU is the
	// second-stage unit of each row and SecondStratum the stratum it was drawn
	// in; both lie within one PSU, and are numbered from 0 over all of them.
	SSU, SecondStratum []int32
	SSUs, SecondStrata int

	// PSUsIn is the number of PSUs in the population of each stratum, and
	// SSUsIn that of second-stage units of each second stratum; at least the
	// number in the sample. Nil where unknown.
	PSUsIn, SSUsIn []float64

	// PSUChance is the probability of inclusion of each PSU, and SSUChance that
	// of each second-stage unit in its PSU, in (0, 1], where the design says PPS;
	// PSUsIn and SSUsIn are nil then. Nil otherwise.
	PSUChance, SSUChance []float64

	strata      []string // name of each stratum; empty where the design has none
	units       []string // name of each PSU; empty where rows are drawn themselves
	order       []int32  // rows by stratum, PSU, second stratum and second-stage unit
	drawn       []int32  // number of PSUs of each stratum in the whole sample
	secondDrawn []int32  // the same of second-stage units and second strata
	lonely      bool     // some stratum of some stage has one unit
	domain      []bool   // rows of the domain; nil for the whole sample

	adjust func([]float64) ([]float64, error) // makes the weights of base, and of replicates; nil where they are the design's
	base   []float64                          // the whole sample's weights before that

	adjustments int          // times that was done
	projections []Projection // what that takes out of linearised variances

	given [][]float64 // factors of replicate weights in the data, [replicate][PSU]

	made *madeReplicates // shared by its domains
}

// Domain returns s with the weight of every row that keep leaves out nought.
// PSUs and strata are kept, because those the domain leaves empty still count
// toward the variance. It panics if keep is not as long as s has rows.
func (s *Sample) Domain(keep []bool) *Sample {
	if len(keep) != len(s.Weight) {
		panic(fmt.Sprintf("sample: domain of %d rows, want %d", len(keep), len(s.Weight)))
	}
	d := *s
	d.Weight = make([]float64, len(s.Weight))
	d.domain = make([]bool, len(s.Weight))
	for i, in := range keep {
		if in && s.InDomain(i) {
			d.Weight[i], d.domain[i] = s.Weight[i], true
		}
	}
	return &d
}

// InDomain reports whether row is in the domain that s was restricted to,
// whatever it weighs.
func (s *Sample) InDomain(row int) bool { return s.domain == nil || s.domain[row] }

// Reweighted returns s with other weights, at least 0 and one for each row. It
// panics if there are not as many.
func (s *Sample) Reweighted(weight []float64) *Sample {
	if len(weight) != len(s.Weight) {
		panic(fmt.Sprintf("sample: %d weights for %d rows", len(weight), len(s.Weight)))
	}
	d := *s
	d.Weight = weight
	return &d
}

// Adjusted returns s with its weights made others by adjust: post-stratified,
// raked, calibrated. Replicate weights are adjusted in the same way, each for
// itself. adjust gets a weight for every row of the whole sample and returns as
// many, at least 0, in a slice of its own; it may be called from several
// goroutines. The error is adjust's, or says that s is a domain: weights are
// adjusted for the whole sample.
func (s *Sample) Adjusted(adjust func(weight []float64) ([]float64, error)) (*Sample, error) {
	if s.domain != nil {
		return nil, errors.New("weights are adjusted for the whole sample, not for a domain")
	}
	d := *s
	d.base, d.adjust = s.Weight, adjust
	d.adjustments++
	if former := s.adjust; former != nil {
		d.base = s.base
		d.adjust = func(weight []float64) ([]float64, error) {
			weight, err := former(weight)
			if err != nil {
				return nil, err
			}
			return adjust(weight)
		}
	}
	var err error
	d.Weight, err = d.adjust(slices.Clone(d.base))
	return &d, err
}

// Equally returns s with rows that weigh the same and units that count as drawn
// with replacement, which is all that can be said where sizes are not known.
func (s *Sample) Equally() *Sample {
	d := *s
	d.Weight = make([]float64, len(s.Weight))
	for i, w := range s.Weight {
		if w > 0 {
			d.Weight[i] = 1
		}
	}
	d.PSUsIn, d.SSUsIn, d.PSUChance, d.SSUChance, d.adjust, d.base = nil, nil, nil, nil, nil, nil
	d.adjustments, d.projections = 0, nil
	d.made = new(madeReplicates)
	return &d
}

// Rows returns the number of rows, those outside the domain among them.
func (s *Sample) Rows() int { return len(s.Weight) }

// PSUsOf returns the number of PSUs that the whole sample has in stratum h.
func (s *Sample) PSUsOf(h int32) int { return int(s.drawn[h]) }

// HasLonely reports whether some stratum of some stage has one unit in the
// whole sample.
func (s *Sample) HasLonely() bool { return s.lonely }

// StratumName returns the name of stratum h as the data write it, or "" where
// the design has one stratum only.
func (s *Sample) StratumName(h int32) string {
	if int(h) >= len(s.strata) {
		return ""
	}
	return s.strata[h]
}

// PSUName returns the name of PSU k as the data write it, or "" where rows are
// drawn themselves. It is for telling PSUs of two samples apart, not for print.
func (s *Sample) PSUName(k int32) string {
	if int(k) >= len(s.units) {
		return ""
	}
	return s.units[k]
}

// ByPSU returns the rows ordered by stratum, then PSU, then second stratum and
// second-stage unit where there are any, then row, so that the rows of a unit
// stand together. The slice is not to be changed.
func (s *Sample) ByPSU() []int32 { return s.order }

// arrange orders the rows and counts the PSUs of each stratum.
func (s *Sample) arrange() {
	rows := make([]int32, len(s.PSU))
	for i := range rows {
		rows[i] = int32(i)
	}
	if s.SSU != nil {
		rows = countingSort(rows, s.SSU, s.SSUs)
		rows = countingSort(rows, s.SecondStratum, s.SecondStrata)
	}
	rows = countingSort(rows, s.PSU, s.PSUs)
	s.order = countingSort(rows, s.Stratum, s.Strata)
	s.drawn = unitsOf(s.PSU, s.Stratum, s.PSUs, s.Strata)
	s.lonely = slices.Contains(s.drawn, 1)
	if s.SSU != nil {
		s.secondDrawn = unitsOf(s.SSU, s.SecondStratum, s.SSUs, s.SecondStrata)
		s.lonely = s.lonely || slices.Contains(s.secondDrawn, 1)
	}
}

// unitsOf counts the units of each stratum.
func unitsOf(unit, stratum []int32, units, strata int) []int32 {
	count := make([]int32, strata)
	met := make([]bool, units)
	for i, k := range unit {
		if !met[k] {
			met[k] = true
			count[stratum[i]]++
		}
	}
	return count
}

// countingSort orders rows by key, which is from 0 to keys-1, and keeps the
// order of equal keys.
func countingSort(rows, key []int32, keys int) []int32 {
	if keys < 2 {
		return rows
	}
	at := make([]int32, keys+1)
	for _, r := range rows {
		at[key[r]+1]++
	}
	for k := range keys {
		at[k+1] += at[k]
	}
	sorted := make([]int32, len(rows))
	for _, r := range rows {
		sorted[at[key[r]]] = r
		at[key[r]]++
	}
	return sorted
}
