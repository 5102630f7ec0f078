package estimate_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/estimate"
	"stikprove/survey"
)

// municipalities makes 48 of 98 municipalities with 15,759 agreements in all,
// whose coefficient of variation is cv, and 153,293 of 320,000 recipients.
func municipalities(t *testing.T, cv float64, replicates sample.ReplicateMethod) *sample.Sample {
	t.Helper()
	const n = 48
	rng := rand.New(rand.NewPCG(98, 48))
	y, x, k := make([]float64, n), make([]float64, n), make([]float64, n)
	scale := func(v []float64, total, cv float64) {
		mean, squares := 0.0, 0.0
		for _, u := range v {
			mean += u / n
		}
		for _, u := range v {
			squares += (u - mean) * (u - mean) / (n - 1)
		}
		for i, u := range v {
			v[i] = total / n * (1 + cv*(u-mean)/math.Sqrt(squares))
		}
	}
	for i := range y {
		u := rng.NormFloat64()
		y[i], x[i], k[i] = u+rng.NormFloat64(), u+.6*rng.NormFloat64(), 98
	}
	scale(y, 15759, cv)
	scale(x, 153293, cv)
	column := func(name string, v []float64) *survey.Column {
		return survey.NewNumber(survey.Variable{Name: name, Kind: survey.KindDecimal}, v, nil)
	}
	ds, err := survey.NewDataset("municipalities", n, survey.Origin{}, column("agreements", y), column("recipients", x), column("all", k))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "municipalities", FPC: "all", Replicates: sample.Replication{Method: replicates}})
	require.NoError(t, err)
	return s
}

// TestTotalOf98Municipalities has the numbers of statistics.md §6, which rounds
// them to hundreds.
func TestTotalOf98Municipalities(t *testing.T) {
	for _, c := range []struct{ cv, low, high float64 }{{.5, 28800, 35500}, {.7, 27500, 36800}, {.9, 26200, 38200}} {
		s := municipalities(t, c.cv, sample.NoReplicates)
		e := estimate.Total(s, values(s, "agreements")).T(0.95)
		assert.InDelta(t, 32175, e.Value, 1)
		assert.InDelta(t, 3317*c.cv, e.SE, 1)
		assert.Equal(t, 47, e.DF)
		assert.InDelta(t, c.low, e.Low, 60)
		assert.InDelta(t, c.high, e.High, 60)
	}
}

// The ratio total and what the silent could do, as §6 has them: 32,897, and
// 27,800 to 38,000 for 0.7 to 1.3 times the ratio.
func TestSensitivityToTheSilent(t *testing.T) {
	s := municipalities(t, .7, sample.NoReplicates)
	y, x := values(s, "agreements"), values(s, "recipients")
	r := estimate.RatioTotal(s, y, x, 320000)
	assert.InDelta(t, 32897, r.Value, 1)
	silent := estimate.Sensitivity(s, y, x, 320000, []float64{.7, 1, 1.3})
	assert.InDelta(t, 27800, silent[0].Total, 60)
	assert.InDelta(t, r.Value, silent[1].Total, 1e-6)
	assert.InDelta(t, 38000, silent[2].Total, 60)

	// The jackknife's error is near the linearised one (1,771 against 1,748).
	jackknife := municipalities(t, .7, sample.JK1)
	j := estimate.RatioTotal(jackknife, y, x, 320000)
	assert.InEpsilon(t, r.SE, j.SE, .06)

	// A regression without a constant whose error grows with x is the ratio;
	// with one it is a line, whose error is no larger than the expansion's.
	g, err := estimate.RegressionTotal(s, y, [][]float64{filled(len(y), 1), x}, []float64{98, 320000})
	require.NoError(t, err)
	assert.Less(t, g.SE, estimate.Total(s, y).SE)
	_, err = estimate.RegressionTotal(s, y, [][]float64{x, x}, []float64{1, 1})
	assert.ErrorContains(t, err, "the same twice")
}

func filled(n int, v float64) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = v
	}
	return x
}
