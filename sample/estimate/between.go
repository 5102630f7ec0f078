package estimate

import (
	"math"

	"stikprove/sample"
)

// Shared is what two samples that have PSUs in common have to do with each
// other: for each of K statistics, in their order.
type Shared struct {
	PSUs       int       // PSUs that both samples have, by name
	Covariance []float64 // of the statistic in the one sample with the same in the other
	First      []float64 // linearised variance of the statistic in the first sample
	Second     []float64 // and in the second
	InBoth     []int     // PSUs that are in the statistic's base in both samples
	Strata     []int     // pairs of strata that those stand in
}

// Between returns how the totals of a's influence values in sample s go together
// with those of b's in sample t, statistic by statistic. InA and inB mark the
// statistics in whose base rows of one PSU are.
//
// The samples share the PSUs of the same name where both name a variable of
// PSUs. With d_j √((1−f)n/(n−1)) times the deviation of PSU j's total from the
// mean of its stratum, so that a variance is Σ d_j², the covariance is
//
//	c = Σ_j g d_j e_j over PSUs j in both,   g = (1 − √(f f') √(n n')/m) / √((1−f)(1−f'))
//
// where m is how many PSUs the two strata share; g is kept within −1 and 1. PSUs
// in one sample only give nothing. |c| is at most √(v v'), so that no variance of
// a difference is negative. Where both samples are the same PSUs g is 1 and c is
// the covariance of one stacked sample; where populations are unknown g is 1;
// where as many are shared as two independent draws would share it is 0. Units
// within PSUs count as drawn anew, so that only the first stage has a covariance.
//
// There is none with a census, or where nothing is shared.
//
// Source: Kish (1965), Survey Sampling, section 12.4; Wood (2008), Journal of
// Official Statistics 24, 53–78; Qualité and Tillé (2008), Survey Methodology 34,
// 173–181. Same as svycontrast on svyby with covmat in R survey where the waves
// are stacked and have the same PSUs.
func Between(s, t *sample.Sample, a, b UnitTotals, inA, inB func(rows []int32, in []bool)) Shared {
	out := Shared{Covariance: make([]float64, a.K), InBoth: make([]int, a.K), Strata: make([]int, a.K)}
	if s.Design.Census || t.Design.Census || s.Design.PSU == "" || t.Design.PSU == "" || a.K == 0 {
		return out
	}
	at := make(map[string]int32, t.PSUs)
	for k := range int32(t.PSUs) {
		at[t.PSUName(k)] = k
	}
	partner := make([]int32, s.PSUs) // in t; -1 for none
	for k := range partner {
		partner[k] = -1
		if with, ok := at[s.PSUName(int32(k))]; ok {
			partner[k] = with
			out.PSUs++
		}
	}
	if out.PSUs == 0 {
		return out
	}
	out.First, out.Second = a.Variances(s), b.Variances(t)
	x, y := unitsOf(s, a, inA), unitsOf(t, b, inB)
	type strata struct{ first, second int32 }
	shared := make(map[strata]int)
	for k, with := range partner {
		if with >= 0 {
			shared[strata{x.stratum[k], y.stratum[with]}]++
		}
	}
	met := make(map[strata][]bool)
	for k, with := range partner {
		if with < 0 {
			continue
		}
		pair := strata{x.stratum[k], y.stratum[with]}
		g := together(s, t, pair.first, pair.second, shared[pair])
		if met[pair] == nil {
			met[pair] = make([]bool, a.K)
		}
		for i := range a.K {
			out.Covariance[i] += g * x.deviation[k][i] * y.deviation[with][i]
			if x.in[k][i] && y.in[with][i] {
				out.InBoth[i]++
				if !met[pair][i] {
					met[pair][i] = true
					out.Strata[i]++
				}
			}
		}
	}
	return out
}

// together returns g of [Between] for two strata that share m PSUs.
func together(s, t *sample.Sample, h, k int32, m int) float64 {
	if s.PSUsIn == nil || t.PSUsIn == nil {
		return 1
	}
	n1, n2 := float64(s.PSUsOf(h)), float64(t.PSUsOf(k))
	f1, f2 := n1/s.PSUsIn[h], n2/t.PSUsIn[k]
	left := math.Sqrt((1 - f1) * (1 - f2))
	if left < 1e-7 {
		return 0 // one of the strata is drawn whole, and has no variance
	}
	return max(-1, min(1, (1-math.Sqrt(f1*f2)*math.Sqrt(n1*n2)/float64(m))/left))
}

// psuUnits is a sample's PSUs with what [Between] needs of each.
type psuUnits struct {
	stratum   []int32
	deviation [][]float64 // by PSU, then statistic
	in        [][]bool
}

func unitsOf(s *sample.Sample, z UnitTotals, in func(rows []int32, in []bool)) psuUnits {
	u := psuUnits{make([]int32, s.PSUs), make([][]float64, s.PSUs), make([][]bool, s.PSUs)}
	values := projected(s, influenceValues{k: z.K, add: z.Add})
	mean := make([][]float64, s.Strata)
	for h := range mean {
		mean[h] = make([]float64, z.K)
	}
	eachPSU(s, func(rows []int32, h int32, _ bool) {
		k := s.PSU[rows[0]]
		u.stratum[k], u.deviation[k], u.in[k] = h, make([]float64, z.K), make([]bool, z.K)
		values.add(rows, u.deviation[k])
		in(rows, u.in[k])
		for i, d := range u.deviation[k] {
			mean[h][i] += d / float64(s.PSUsOf(h))
		}
	})
	for k, d := range u.deviation {
		h := u.stratum[k]
		n, f := float64(s.PSUsOf(h)), 0.0
		if s.PSUsIn != nil {
			f = n / s.PSUsIn[h]
		}
		scale := 0.0
		if n > 1 {
			scale = math.Sqrt(max(0, 1-f) * n / (n - 1))
		}
		for i := range d {
			d[i] = scale * (d[i] - mean[h][i])
		}
	}
	return u
}
