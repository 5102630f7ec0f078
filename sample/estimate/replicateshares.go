package estimate

import (
	"math"

	"stikprove/sample"
)

// replicateShares fills in standard errors and degrees of freedom of shares from
// replicate weights; they are NaN where there are none.
func replicateShares(s *sample.Sample, sets Sets, pairs []Pair, shares []Share) {
	r, err := s.Replicates()
	if err != nil {
		for i := range shares {
			shares[i].SE = math.NaN()
		}
		return
	}
	weight := make([]float64, s.PSUs*sets.Count) // of each PSU, by set
	members := make([][]int32, s.Rows())
	for row, w := range s.Weight {
		if w == 0 {
			continue
		}
		members[row] = sets.Of(row, nil)
		for _, set := range members[row] {
			weight[int(s.PSU[row])*sets.Count+int(set)] += w
		}
	}
	values := make([][]float64, len(r.Factor))
	parallel(len(values), func(i int, scratch *[]float64) {
		total := make([]float64, sets.Count)
		if r.Adjusted() {
			w, err := r.Weight(i, *scratch)
			if err != nil {
				values[i] = nans(len(pairs))
				return
			}
			*scratch = w
			for row, in := range members {
				for _, set := range in {
					total[set] += w[row]
				}
			}
		} else {
			for psu, f := range r.Factor[i] {
				if f == 0 {
					continue
				}
				for set := range total {
					total[set] += f * weight[psu*sets.Count+set]
				}
			}
		}
		values[i] = make([]float64, len(pairs))
		for k, p := range pairs {
			values[i][k] = total[p.Part] / total[p.Base]
		}
	})
	for k, p := range pairs {
		shares[k].SE = root(spreadOf(r, values, k, shares[k].P), true)
		in := make([]bool, s.PSUs)
		for psu := range in {
			in[psu] = weight[psu*sets.Count+p.Base] > 0
		}
		shares[k].DF = r.DF(in)
	}
}
