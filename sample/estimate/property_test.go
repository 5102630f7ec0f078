package estimate_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/estimate"
)

// The identities of design.md §9.14, for numbers and every kind of variance.

// twoStages makes columns of a two-stage sample from a seed.
func twoStages(seed uint64) map[string][]float64 {
	rng := rand.New(rand.NewPCG(seed, 7))
	c := map[string][]float64{}
	for psu := range 24 {
		h, n2, level := float64(psu%4), float64(6+rng.IntN(30)), rng.NormFloat64()
		for range 2 + rng.IntN(4) {
			for name, v := range map[string]float64{"psu": float64(psu), "h": h, "n1": 40, "n2": n2, "w": 1 + 9*rng.Float64(),
				"y": level + rng.NormFloat64(), "g": float64(rng.IntN(3))} {
				c[name] = append(c[name], v)
			}
		}
	}
	return c
}

// kinds are the designs with each kind of variance.
func kinds() map[string]sample.Design {
	d := map[string]sample.Design{
		"with replacement": {PSU: "psu", Strata: "h", Weights: "w"},
		"two stages":       {PSU: "psu", Strata: "h", FPC: "n1", SecondFPC: "n2", Weights: "w"},
		"rows":             {Weights: "w"},
	}
	for name, method := range map[string]sample.ReplicateMethod{"jkn": sample.JKn, "brr": sample.BRR, "fay": sample.Fay, "bootstrap": sample.Bootstrap, "canty": sample.CantyDavison} {
		d[name] = sample.Design{PSU: "psu", Strata: "h", Weights: "w", Replicates: sample.Replication{Method: method, Number: 50, Seed: 3}}
	}
	return d
}

func same(t *testing.T, want, got estimate.Estimate, what string) {
	t.Helper()
	assert.InDelta(t, want.Value, got.Value, 1e-12, what)
	assert.InDelta(t, want.SE, got.SE, 1e-12, what)
	assert.Equal(t, want.DF, got.DF, what)
	assert.Equal(t, want.N, got.N, what)
}

func TestWeightsTimesKChangeNoMean(t *testing.T) {
	for name, d := range kinds() {
		c := twoStages(1)
		s := numbers(t, d, c)
		want := estimate.Mean(s, values(s, "y"))
		for i := range c["w"] {
			c["w"][i] *= 8 // exact
		}
		s = numbers(t, d, c)
		same(t, want, estimate.Mean(s, values(s, "y")), name)
	}
}

func TestShufflingRowsChangesNoMean(t *testing.T) {
	for name, d := range kinds() {
		c := twoStages(2)
		s := numbers(t, d, c)
		want := estimate.Mean(s, values(s, "y"))
		if d.Replicates.Method == sample.Bootstrap || d.Replicates.Method == sample.CantyDavison || d.Replicates.Method == sample.BRR || d.Replicates.Method == sample.Fay {
			continue // these follow the order of the PSUs
		}
		rand.New(rand.NewPCG(3, 1)).Shuffle(len(c["y"]), func(i, j int) {
			for _, v := range c {
				v[i], v[j] = v[j], v[i]
			}
		})
		s = numbers(t, d, c)
		same(t, want, estimate.Mean(s, values(s, "y")), name)
	}
}

func TestDomainMeansAreRatiosOverTheWhole(t *testing.T) {
	for name, d := range kinds() {
		s := numbers(t, d, twoStages(4))
		y, g := values(s, "y"), values(s, "g")
		of := make([]int32, len(g))
		for i, v := range g {
			of[i] = int32(v)
		}
		means := estimate.Means(s, y, estimate.Domains{Count: 3, Of: of})
		for k, mean := range means {
			in, yIn, keep := make([]float64, len(y)), make([]float64, len(y)), make([]bool, len(y))
			for i := range y {
				if of[i] == int32(k) {
					in[i], yIn[i], keep[i] = 1, y[i], true
				}
			}
			ratio := estimate.Ratio(s, yIn, in)
			assert.InDelta(t, mean.Value, ratio.Value, 1e-13, name)
			assert.InDelta(t, mean.SE, ratio.SE, 1e-13, name)
			same(t, mean, estimate.Mean(s.Domain(keep), y), name)
		}
	}
}

func TestDoublingWithinPSUsChangesNoMeansError(t *testing.T) {
	c := twoStages(5)
	d := kinds()["with replacement"]
	s := numbers(t, d, c)
	want := estimate.Mean(s, values(s, "y"))
	for name, v := range c {
		c[name] = append(v, v...)
	}
	s = numbers(t, d, c)
	got := estimate.Mean(s, values(s, "y"))
	assert.InDelta(t, want.SE, got.SE, 1e-13)
	assert.Equal(t, want.DF, got.DF)
}

// Sampled whole at both stages, nothing is uncertain; with populations without
// end, the finite ones are the design with replacement.
func TestFinitePopulationsHaveTheirLimits(t *testing.T) {
	c := twoStages(6)
	d := kinds()["two stages"]
	for i := range c["y"] {
		c["n1"][i], c["n2"][i] = 1e14, 1e14
	}
	s := numbers(t, d, c)
	with := numbers(t, kinds()["with replacement"], c)
	assert.InEpsilon(t, estimate.Mean(with, values(with, "y")).SE, estimate.Mean(s, values(s, "y")).SE, 1e-9)
	size := map[float64]float64{}
	for _, psu := range c["psu"] {
		size[psu]++
	}
	for i := range c["y"] {
		c["n1"][i], c["n2"][i] = 6, size[c["psu"][i]]
	}
	s = numbers(t, d, c)
	assert.InDelta(t, 0, estimate.Mean(s, values(s, "y")).SE, 1e-12)
}

// The covariance matrix has the variances on its diagonal, and that of a sum
// follows from it.
func TestCovarianceAddsUp(t *testing.T) {
	for _, name := range []string{"with replacement", "two stages", "rows"} {
		s := numbers(t, kinds()[name], twoStages(8))
		a, b := values(s, "y"), values(s, "g")
		both := make([]float64, len(a))
		for i, w := range s.Weight {
			a[i], b[i] = a[i]*w, b[i]*w
			both[i] = a[i] + b[i]
		}
		v := estimate.Covariance(s, [][]float64{a, b})
		require.Equal(t, 2, v.SymmetricDim())
		assert.InEpsilon(t, estimate.Variance(s, a), v.At(0, 0), 1e-12)
		assert.InEpsilon(t, estimate.Variance(s, both), v.At(0, 0)+v.At(1, 1)+2*v.At(0, 1), 1e-11)
	}
}

// A bootstrap is near the linearised error, the same for a seed and another for
// another; its replicates weigh as much as the sample.
func TestBootstrapFollowsItsSeed(t *testing.T) {
	for _, method := range []sample.ReplicateMethod{sample.Bootstrap, sample.CantyDavison} {
		of := func(seed uint64) float64 {
			d := sample.Design{PSU: "psu", Strata: "h", Weights: "w", Replicates: sample.Replication{Method: method, Number: 2000, Seed: seed}}
			s := numbers(t, d, twoStages(9))
			return estimate.Mean(s, values(s, "y")).SE
		}
		s := numbers(t, kinds()["with replacement"], twoStages(9))
		assert.InEpsilon(t, estimate.Mean(s, values(s, "y")).SE, of(1), .1, method.String())
		assert.InDelta(t, of(1), of(1), 0)
		assert.NotEqual(t, of(1), of(2))
	}
}

// Weights that are adjusted are adjusted on every replicate: post-stratified on
// g, the groups' sizes have no error.
func TestReplicatesAreAdjustedWithTheWeights(t *testing.T) {
	for _, method := range []sample.ReplicateMethod{sample.JKn, sample.Bootstrap} {
		d := sample.Design{PSU: "psu", Strata: "h", Weights: "w", Replicates: sample.Replication{Method: method, Number: 60, Seed: 5}}
		s := numbers(t, d, twoStages(10))
		g := values(s, "g")
		fixed, err := s.Adjusted(func(w []float64) ([]float64, error) {
			sum := [3]float64{}
			for i, v := range g {
				sum[int(v)] += w[i]
			}
			for i, v := range g {
				w[i] *= 100 / sum[int(v)]
			}
			return w, nil
		})
		require.NoError(t, err)
		first := make([]float64, len(g))
		for i, v := range g {
			if v == 0 {
				first[i] = 1
			}
		}
		assert.Greater(t, estimate.Total(s, first).SE, 1.0)
		e := estimate.Total(fixed, first)
		assert.InDelta(t, 100, e.Value, 1e-10)
		assert.InDelta(t, 0, e.SE, 1e-10)
		assert.Less(t, estimate.Mean(fixed, first).SE, 1e-10)
		assert.False(t, math.IsNaN(estimate.Mean(fixed, values(s, "y")).SE))
	}
}

// Balanced half-samples are balanced: for a total they give the linearised
// error exactly where strata have two PSUs. Hadamard matrices of an order are
// many, and those of 28, 36 and 56 are not R's: what is balanced gives a total
// the same error by all of them.
func TestHalfSamplesAreBalanced(t *testing.T) {
	for _, strata := range []int{3, 20, 25, 27, 33, 35, 53, 55} {
		c := map[string][]float64{}
		rng := rand.New(rand.NewPCG(11, uint64(strata)))
		for h := range strata {
			for k := range 2 {
				for name, v := range map[string]float64{"psu": float64(2*h + k), "h": float64(h), "y": rng.NormFloat64(), "w": 1 + rng.Float64()} {
					c[name] = append(c[name], v)
				}
			}
		}
		d := sample.Design{PSU: "psu", Strata: "h", Weights: "w"}
		s := numbers(t, d, c)
		want := estimate.Total(s, values(s, "y"))
		for _, r := range []sample.Replication{{Method: sample.BRR}, {Method: sample.Fay, Rho: .3}, {Method: sample.BRR, MSE: true}} {
			d.Replicates = r
			s = numbers(t, d, c)
			got := estimate.Total(s, values(s, "y"))
			assert.InEpsilon(t, want.SE, got.SE, 1e-12, "%d strata", strata)
			assert.Equal(t, want.DF, got.DF)
		}
	}
}

// Over many seeds the variance of a total by the bootstrap of Rao and Wu is on
// average the linearised one, of which it is an unbiased estimate; so is Canty
// and Davison's where strata have as many PSUs. The mean of 300 variances from
// 40 replicates has a relative error of about 1.3 %.
func TestBootstrapIsRightOnAverage(t *testing.T) {
	c := map[string][]float64{}
	rng := rand.New(rand.NewPCG(12, 40))
	for k := range 30 {
		for name, v := range map[string]float64{"psu": float64(k), "h": float64(k % 5), "y": 3 + rng.NormFloat64(), "w": 1 + rng.Float64()} {
			c[name] = append(c[name], v)
		}
	}
	d := sample.Design{PSU: "psu", Strata: "h", Weights: "w"}
	s := numbers(t, d, c)
	want := estimate.Total(s, values(s, "y")).SE
	for _, method := range []sample.ReplicateMethod{sample.Bootstrap, sample.CantyDavison} {
		sum := 0.0
		for seed := range 300 {
			d.Replicates = sample.Replication{Method: method, Number: 40, Seed: uint64(seed + 1)}
			s := numbers(t, d, c)
			se := estimate.Total(s, values(s, "y")).SE
			sum += se * se
		}
		assert.InEpsilon(t, want*want, sum/300, .05, method.String())
	}
}

// Where weights can be adjusted on the sample and on no replicate, the reason is
// that, not a stratum of one unit.
func TestNoReplicateIsAdjusted(t *testing.T) {
	d := sample.Design{PSU: "psu", Strata: "h", Weights: "w", Replicates: sample.Replication{Method: sample.JKn}}
	s := numbers(t, d, twoStages(10))
	whole := true
	adjusted, err := s.Adjusted(func(w []float64) ([]float64, error) {
		if !whole {
			return nil, errors.New("the margin of north has no respondents")
		}
		return w, nil
	})
	require.NoError(t, err)
	whole = false
	y := values(s, "y")
	for name, e := range map[string]estimate.Estimate{"mean": estimate.Mean(adjusted, y), "total": estimate.Total(adjusted, y),
		"variance": estimate.Variances(adjusted, y, estimate.Domains{})[0]} {
		assert.Equal(t, estimate.NoneReplicated, e.Why, name)
		assert.True(t, math.IsNaN(e.SE), name)
		assert.False(t, math.IsNaN(e.Value), name)
	}
}

// No method panics on any share, and every interval holds its share.
func TestIntervalsHoldTheirShare(t *testing.T) {
	rng := rand.New(rand.NewPCG(12, 7))
	v := estimate.NewIntervals(.95)
	for range 3000 {
		n := 2 + rng.IntN(300)
		p := float64(rng.IntN(n+1)) / float64(n)
		se := rng.Float64() * rng.Float64() * .5
		df := 1 + rng.IntN(n)
		for m := estimate.Beta; m <= estimate.XLogit; m++ {
			low, high, _ := v.Of(m, p, se, n, df)
			if math.IsNaN(low) || math.IsNaN(high) || m == estimate.Arcsine {
				continue // the arcsine folds back at the ends, as in R
			}
			assert.LessOrEqual(t, low, p+1e-9, "%v of p %v se %v n %d df %d", m, p, se, n, df)
			assert.GreaterOrEqual(t, high, p-1e-9, "%v of p %v se %v n %d df %d", m, p, se, n, df)
		}
	}
}
