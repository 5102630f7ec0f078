package estimate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"stikprove/sample"
	"stikprove/sample/estimate"
)

// TestLargeNumbersKeepTheirDigits adds 10^12 to a number whose standard errors R
// survey gives in clusters-numbers.csv: they stay what they are. 10^12 and the
// counts of requests are whole, so that the sums are exact.
func TestLargeNumbersKeepTheirDigits(t *testing.T) {
	const far = 1e12
	for _, r := range reference(t, "clusters-numbers.csv") {
		if r["statistic"] != "mean requests" {
			continue
		}
		s := bound(t, r["design"])
		requests := values(s, "requests")
		large := make([]float64, len(requests))
		for i, v := range requests {
			large[i] = v + far
		}
		e := estimate.Mean(s, large)
		near(t, r.number(t, "value")+far, e.Value, 1e-15, r["design"])
		near(t, r.number(t, "se"), e.SE, 1e-9, r["design"])
		plain := estimate.Mean(s, requests)
		near(t, plain.DeffReplace, e.DeffReplace, 1e-9, r["design"])
		of, spread := estimate.Variances(s, large, estimate.Domains{})[0], estimate.Variances(s, requests, estimate.Domains{})[0]
		near(t, spread.Value, of.Value, 1e-9, r["design"])
		near(t, spread.SE, of.SE, 1e-9, r["design"])
	}
	for _, method := range []sample.ReplicateMethod{sample.JKn, sample.BRR, sample.Bootstrap} {
		c := twoStages(3)
		for i := range c["y"] {
			c["y"][i] = float64(int(10 * c["y"][i]))
		}
		d := sample.Design{PSU: "psu", Strata: "h", Weights: "w", Replicates: sample.Replication{Method: method, Number: 50, Seed: 3}}
		want := estimate.Mean(numbers(t, d, c), values(numbers(t, d, c), "y")).SE
		for i := range c["y"] {
			c["y"][i] += far
		}
		s := numbers(t, d, c)
		near(t, want, estimate.Mean(s, values(s, "y")).SE, 1e-9, method.String())
	}
}

// TestDomainInOneUnitHasNoDeviation: what rounding makes of it is not printed as
// a standard error.
func TestDomainInOneUnitHasNoDeviation(t *testing.T) {
	c := small()
	for i := range c["y"] {
		c["y"][i] = 0.1 * float64(i*i+1)
		c["w"][i] = 1 / float64(3+i)
	}
	s := numbers(t, sample.Design{PSU: "psu", Strata: "h", Weights: "w"}, c)
	of := make([]int32, s.Rows())
	for i := range of {
		of[i] = s.PSU[i]
	}
	for _, e := range estimate.Means(s, values(s, "y"), estimate.Domains{Count: s.PSUs, Of: of}) {
		assert.Equal(t, 0.0, e.SE)
		assert.Equal(t, 0, e.DF)
	}
}
