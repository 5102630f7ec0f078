package estimate_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/estimate"
	"stikprove/survey"
)

// large makes a sample of rows in 20 strata of 100 PSUs each, in random order,
// and a variable that puts them in 50 domains.
func large(b *testing.B, rows int, d sample.Design) (*sample.Sample, estimate.Domains) {
	b.Helper()
	rng := rand.New(rand.NewPCG(20, 100))
	columns := map[string][]float64{}
	domains := estimate.Domains{Count: 50, Of: make([]int32, rows)}
	for _, name := range []string{"stratum", "psu", "weight", "y"} {
		columns[name] = make([]float64, rows)
	}
	for i := range rows {
		stratum := rng.IntN(20)
		columns["stratum"][i] = float64(stratum)
		columns["psu"][i] = float64(100*stratum + rng.IntN(100))
		columns["weight"][i] = 1 + rng.Float64()
		columns["y"][i] = rng.NormFloat64()
		domains.Of[i] = int32(rng.IntN(50))
	}
	var list []*survey.Column
	for _, name := range []string{"stratum", "psu", "weight", "y"} {
		kind := survey.KindInteger
		if name == "weight" || name == "y" {
			kind = survey.KindDecimal
		}
		list = append(list, survey.NewNumber(survey.Variable{Name: name, Kind: kind}, columns[name], nil))
	}
	ds, err := survey.NewDataset("rows", rows, survey.Origin{}, list...)
	require.NoError(b, err)
	b.ResetTimer()
	s, err := sample.Bind(ds, d)
	require.NoError(b, err)
	return s, domains
}

var clustered = sample.Design{Name: "rows", PSU: "psu", Strata: "stratum", Weights: "weight"}

// 50 domain means with standard errors and degrees of freedom; the goal is 0.3 s.
func BenchmarkFiftyDomainMeansOfAMillionRows(b *testing.B) {
	s, domains := large(b, 1e6, clustered)
	y := values(s, "y")
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		estimate.Means(s, y, domains)
	}
}

func BenchmarkBindAMillionRows(b *testing.B) {
	s, _ := large(b, 1e6, clustered)
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		_, err := sample.Bind(s.Data, clustered)
		require.NoError(b, err)
	}
}

// 500 bootstrap replicates of a mean at 10,000 rows; the goal is 0.25 s.
func BenchmarkBootstrapOfTenThousandRows(b *testing.B) {
	for name, d := range map[string]sample.Design{"psus": clustered, "rows": {Name: "rows", Weights: "weight"}} {
		b.Run(name, func(b *testing.B) {
			d.Replicates = sample.Replication{Method: sample.Bootstrap, Number: 500, Seed: 1}
			s, _ := large(b, 10000, d)
			y := values(s, "y")
			b.ResetTimer()
			for b.Loop() {
				fresh, err := sample.Bind(s.Data, d) // replicates are made once for a sample
				require.NoError(b, err)
				estimate.Mean(fresh, y)
			}
		})
	}
}

func BenchmarkMedianOfAMillionRows(b *testing.B) {
	s, _ := large(b, 1e6, clustered)
	y := values(s, "y")
	b.ResetTimer()
	for b.Loop() {
		estimate.Quantiles(s, y, .5, .95, estimate.Domains{})
	}
}
