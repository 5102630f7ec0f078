package estimate

import (
	"math"

	"stikprove/sample"
)

// Sets says which of Count sets of units each row is in.
type Sets struct {
	Count int
	// Of appends to into the numbers, from 0 to Count-1 and each at most once,
	// of the sets that row is in. It gives the same for a row each time.
	Of func(row int, into []int32) []int32
}

// Pair asks for the share that the units of set Part are of those of set Base.
// Every unit of Part is in Base.
type Pair struct{ Part, Base int }

// Count is the units of a set that have weight.
type Count struct {
	N        int     // units
	Weighted float64 // their weights, summed
	PSUs     int     // PSUs they are in
	Strata   int     // strata they are in
}

// Share is one estimated share.
type Share struct {
	P  float64 // in [0, 1]; NaN where the base is empty
	SE float64 // of P; NaN in a census, with a lonely PSU and where the base is empty
	DF int     // degrees of freedom: PSUs of the base minus strata of the base; 0 in a census
}

// Shares counts the sets and estimates the share of each pair, in the order
// asked. It takes two passes over the rows and memory for the sets only, so
// that all cells of a table come at the price of one.
func Shares(s *sample.Sample, sets Sets, pairs []Pair) ([]Count, []Share) {
	counts := count(s, sets)
	shares := make([]Share, len(pairs))
	for i, p := range pairs {
		base := counts[p.Base]
		shares[i] = Share{P: math.NaN(), SE: math.NaN()}
		if base.Weighted > 0 {
			shares[i].P = min(counts[p.Part].Weighted/base.Weighted, 1)
		}
	}
	if s.Design.Census {
		return counts, shares
	}
	for i, p := range pairs {
		shares[i].DF = counts[p.Base].PSUs - counts[p.Base].Strata
	}
	if s.Rows() > 0 {
		linearise(s, sets, pairs, counts, shares)
	}
	return counts, shares
}

// count counts the units of every set.
func count(s *sample.Sample, sets Sets) []Count {
	counts := make([]Count, sets.Count)
	psu := make([]int, sets.Count) // number, from 1, of the last PSU met
	stratum := make([]int32, sets.Count)
	var in []int32
	n := 0
	eachPSU(s, func(rows []int32, h int32, _ bool) {
		n++
		for _, row := range rows {
			w := s.Weight[row]
			if w == 0 {
				continue
			}
			in = sets.Of(int(row), in[:0])
			for _, k := range in {
				c := &counts[k]
				c.N++
				c.Weighted += w
				if psu[k] == n {
					continue
				}
				psu[k] = n
				c.PSUs++
				if stratum[k] != h+1 {
					stratum[k] = h + 1
					c.Strata++
				}
			}
		}
	})
	return counts
}

// linearise fills in the standard errors of shares. Of a unit it needs only the
// weight of each set, A, since the residuals of a pair sum to
// (A[part] − p A[base]) / W[base]. Where the design asks for replicates, they
// make the errors instead.
func linearise(s *sample.Sample, sets Sets, pairs []Pair, counts []Count, shares []Share) {
	weight := make([]float64, sets.Count) // of the unit at hand
	var in []int32
	z := influenceValues{k: len(pairs), add: func(rows []int32, totals []float64) {
		clear(weight)
		for _, row := range rows {
			if s.Weight[row] == 0 {
				continue
			}
			in = sets.Of(int(row), in[:0])
			for _, set := range in {
				weight[set] += s.Weight[row]
			}
		}
		for i, p := range pairs {
			totals[i] += weight[p.Part] - shares[i].P*weight[p.Base]
		}
	}}
	present := make([]bool, sets.Count)
	z.touch = func(rows []int32, touched []bool) {
		clear(present)
		for _, row := range rows {
			if s.Weight[row] == 0 {
				continue
			}
			in = sets.Of(int(row), in[:0])
			for _, set := range in {
				present[set] = true
			}
		}
		for i, p := range pairs {
			touched[i] = touched[i] || present[p.Base]
		}
	}
	if s.Design.Replicates.Method != sample.NoReplicates {
		replicateShares(s, sets, pairs, shares)
		return
	}
	variance := covariance(s, z, false)
	for i, p := range pairs {
		base := counts[p.Base].Weighted
		shares[i].SE = root(variance[i], base > 0) / base
	}
}
