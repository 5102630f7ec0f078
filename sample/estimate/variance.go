package estimate

import (
	"math"

	"stikprove/sample"
)

// Lonely returns the names of the strata that have one PSU of several in the
// population, in the order of their numbers, where the design names no rule for
// them. A sample with one PSU and no strata gives one empty name.
func Lonely(s *sample.Sample) []string {
	if s.Design.Lonely != sample.LonelyFail {
		return nil
	}
	var names []string
	eachPSU(s, func(rows []int32, h int32, alone bool) {
		certain := s.PSUsIn != nil && s.PSUsIn[h] == 1 || s.PSUChance != nil && s.PSUChance[s.PSU[rows[0]]] == 1
		if alone && !certain {
			names = append(names, s.StratumName(h))
		}
	})
	return names
}

// eachPSU calls f with the rows of each PSU, its stratum, and whether it is the
// stratum's only one, stratum after stratum.
func eachPSU(s *sample.Sample, f func(rows []int32, h int32, alone bool)) {
	order := s.ByPSU()
	count := psusOf(s, order)
	for from := 0; from < len(order); {
		to := end(s, order, from)
		h := s.Stratum[order[from]]
		f(order[from:to], h, count[h] == 1)
		from = to
	}
}

// psusOf returns the number of PSUs of each stratum.
func psusOf(s *sample.Sample, order []int32) []int {
	count := make([]int, s.Strata)
	for from := 0; from < len(order); from = end(s, order, from) {
		count[s.Stratum[order[from]]]++
	}
	return count
}

// end returns where the PSU that begins at from ends in order.
func end(s *sample.Sample, order []int32, from int) int {
	first := order[from]
	to := from + 1
	for to < len(order) && s.PSU[order[to]] == s.PSU[first] && s.Stratum[order[to]] == s.Stratum[first] {
		to++
	}
	return to
}

// root returns the standard error of a variance, NaN where there is none.
func root(variance float64, ok bool) float64 {
	if !ok {
		return math.NaN()
	}
	return math.Sqrt(max(variance, 0))
}
