package estimate

import (
	"math"

	"stikprove/sample"
)

// Lonely returns the names of the strata that have one PSU, in the order of
// their numbers. A sample with one PSU and no strata gives one empty name.
func Lonely(s *sample.Sample) []string {
	var names []string
	eachPSU(s, func(rows []int32, h int32, alone bool) {
		if alone {
			names = append(names, s.StratumName(h))
		}
	})
	return names
}

// measurable reports whether sampling errors of s exist: it is not a census and no
// stratum has one PSU.
func measurable(s *sample.Sample) bool {
	return !s.Design.Census && s.Rows() > 0 && len(Lonely(s)) == 0
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

// spread is the running sum of squared deviations from the mean within a
// stratum (Welford 1962, Technometrics 4, 419–420), so that PSUs that are all
// alike give exactly 0.
type spread struct{ mean, squares float64 }

// add takes z as the k-th value; inverse is 1/k.
func (v *spread) add(z, inverse float64) {
	d := z - v.mean
	v.mean += d * inverse
	v.squares += d * (z - v.mean)
}

// root returns the standard error of a variance, NaN where there is none.
func root(variance float64, ok bool) float64 {
	if !ok {
		return math.NaN()
	}
	return math.Sqrt(max(variance, 0))
}
