package estimate

import (
	"math"

	"stikprove/sample"
)

// fit is a logistic model with a constant alone as R's glm leaves it: its
// coefficient, near the logit of p, and the variance mu(1−mu) that the last step
// but one had. R stops when the deviance changes by less than 1e-8 of it, which
// the likelihood interval shows in the sixth digit.
type fit struct{ logit, variance float64 }

// exactFit is the fit of a model that has converged.
func exactFit(p float64) fit { return fit{math.Log(p / (1 - p)), p * (1 - p)} }

// fits returns the fit of each domain's share of y, which is 0 and 1. The first
// step depends on the weights of the rows, which R scales to a mean of 1; all
// others on the share alone.
func fits(s *sample.Sample, y []float64, d Domains, shares []Estimate) []fit {
	t := newStatistic(s, y, nil, d)
	weight := make([]float64, t.k)
	for i, g := range t.of {
		if g >= 0 {
			weight[g] += s.Weight[i]
		}
	}
	type sums struct{ top, bottom, deviance float64 }
	first := make([]sums, t.k)
	for i, g := range t.of {
		if g < 0 {
			continue
		}
		w := s.Weight[i] / weight[g] * float64(shares[g].N)
		mu := (w*y[i] + .5) / (w + 1)
		v := mu * (1 - mu)
		first[g].top += w * v * (math.Log(mu/(1-mu)) + (y[i]-mu)/v)
		first[g].bottom += w * v
		first[g].deviance -= 2 * w * math.Log(1-math.Abs(y[i]-mu))
	}
	out := make([]fit, t.k)
	for g := range out {
		p, n := shares[g].Value, float64(shares[g].N)
		if !(p > 0 && p < 1) {
			continue
		}
		last := first[g].deviance
		f := fit{first[g].top / first[g].bottom, first[g].bottom / n}
		for range 25 {
			mu := expit(f.logit)
			deviance := -2 * n * (p*math.Log(mu) + (1-p)*math.Log(1-mu))
			if math.Abs(deviance-last)/(math.Abs(deviance)+.1) < 1e-8 {
				break
			}
			last = deviance
			f = fit{f.logit + (p-mu)/(mu*(1-mu)), mu * (1 - mu)}
		}
		out[g] = f
	}
	return out
}

// Likelihoods returns the intervals of the shares of y, which is 0 and 1, by
// [Likelihood] in each domain, at v's level, with the digits that R has. shares
// are the estimates that [Means] gives. They are NaN where there is none.
func (v *Intervals) Likelihoods(s *sample.Sample, y []float64, d Domains, shares []Estimate) (lo, hi []float64) {
	lo, hi = nans(len(shares)), nans(len(shares))
	for g, f := range fits(s, y, d, shares) {
		e := shares[g]
		if !(e.Value > 0 && e.Value < 1) || !(e.SE > 0) || e.DF < 1 || e.N < 2 {
			continue
		}
		lo[g], hi[g] = likelihood(e.Value, e.SE, e.N, -v.quantile(e.DF), f)
	}
	return lo, hi
}
