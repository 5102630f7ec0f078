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

// unit is a row of a made-up sample.
type unit struct {
	office, stratum int
	weight          float64
	in, hit         bool // of the domain, and of the category
}

// units returns a made-up sample from a seed: offices of one to six rows in
// three strata, with unequal weights.
func units(seed uint64) []unit {
	rng := rand.New(rand.NewPCG(seed, 1))
	var us []unit
	for office := range 30 {
		lean := rng.Float64()
		for range 1 + rng.IntN(6) {
			us = append(us, unit{office, office % 3, 1 + 9*rng.Float64(), rng.Float64() < 0.7, rng.Float64() < lean})
		}
	}
	return us
}

// bind makes a sample of us. With rows each row is its own PSU.
func bind(t *testing.T, us []unit, d sample.Design) *sample.Sample {
	t.Helper()
	column := func(name string, of func(unit) float64) *survey.Column {
		numbers := make([]float64, len(us))
		for i, u := range us {
			numbers[i] = of(u)
		}
		kind := survey.KindInteger
		if name == "weight" {
			kind = survey.KindDecimal
		}
		return survey.NewNumber(survey.Variable{Name: name, Kind: kind}, numbers, nil)
	}
	ds, err := survey.NewDataset("cases", len(us), survey.Origin{},
		column("office", func(u unit) float64 { return float64(u.office) }),
		column("stratum", func(u unit) float64 { return float64(u.stratum) }),
		column("weight", func(u unit) float64 { return u.weight }))
	require.NoError(t, err)
	s, err := sample.Bind(ds, d)
	require.NoError(t, err)
	return s
}

// full is a design with everything in it.
var full = sample.Design{Name: "cases", PSU: "office", Strata: "stratum", Weights: "weight"}

// hits estimates the share of hits in the domain.
func hits(s *sample.Sample, us []unit) estimate.Share {
	_, share := shareOf(s, func(row int) bool { return us[row].hit }, func(row int) bool { return us[row].in })
	return share
}

func TestWeightsTimesKChangeNothing(t *testing.T) {
	us := units(1)
	want := hits(bind(t, us, full), us)
	for i := range us {
		us[i].weight *= 17.3
	}
	got := hits(bind(t, us, full), us)
	assert.InDelta(t, want.P, got.P, 1e-14)
	assert.InDelta(t, want.SE, got.SE, 1e-14)
	assert.Equal(t, want.DF, got.DF)
}

func TestShufflingRowsChangesNothing(t *testing.T) {
	us := units(2)
	want := hits(bind(t, us, full), us)
	rand.New(rand.NewPCG(3, 1)).Shuffle(len(us), func(i, j int) { us[i], us[j] = us[j], us[i] })
	got := hits(bind(t, us, full), us)
	assert.InDelta(t, want.P, got.P, 1e-14)
	assert.InDelta(t, want.SE, got.SE, 1e-14)
	assert.Equal(t, want.DF, got.DF)
}

// A domain share is the ratio of two totals over the whole sample, and the same
// by leaving the others out of the base as by weighing them nought.
func TestDomainShareIsARatio(t *testing.T) {
	us := units(4)
	s := bind(t, us, full)
	want := hits(s, us)
	y, x, keep := make([]float64, len(us)), make([]float64, len(us)), make([]bool, len(us))
	for i, u := range us {
		if keep[i] = u.in; u.in {
			x[i] = 1
			if u.hit {
				y[i] = 1
			}
		}
	}
	ratio := estimate.Ratio(s, y, x)
	assert.InDelta(t, want.P, ratio.Value, 1e-14)
	assert.InDelta(t, want.SE, ratio.SE, 1e-14)
	_, domain := shareOf(s.Domain(keep), func(row int) bool { return us[row].hit }, everyone)
	assert.InDelta(t, want.P, domain.P, 1e-14)
	assert.InDelta(t, want.SE, domain.SE, 1e-14)
	assert.Equal(t, want.DF, domain.DF)
}

func TestDoublingWithinPSUsChangesNoStandardError(t *testing.T) {
	us := units(5)
	want := hits(bind(t, us, full), us)
	us = append(us, us...)
	got := hits(bind(t, us, full), us)
	assert.InDelta(t, want.P, got.P, 1e-14)
	assert.InDelta(t, want.SE, got.SE, 1e-14)
	assert.Equal(t, want.DF, got.DF)
}

// With one case per PSU and equal weights the variance is p(1−p)/(n−1).
func TestOneCasePerPSUIsSimpleRandomSampling(t *testing.T) {
	us := units(6)
	hit := 0
	for i := range us {
		us[i] = unit{office: i, in: true, hit: us[i].hit}
		if us[i].hit {
			hit++
		}
	}
	n := float64(len(us))
	p := float64(hit) / n
	for _, d := range []sample.Design{{Name: "cases", PSU: "office"}, {Name: "cases"}} {
		got := hits(bind(t, us, d), us)
		assert.InDelta(t, p, got.P, 1e-14)
		assert.InDelta(t, math.Sqrt(p*(1-p)/(n-1)), got.SE, 1e-14)
		assert.Equal(t, len(us)-1, got.DF)
	}
}

// Leaving out the PSUs that a domain does not touch makes the standard error
// too small; that is the trap a domain avoids.
func TestDomainKeepsEmptyPSUs(t *testing.T) {
	us := units(7)
	for i := range us {
		us[i].in = us[i].office < 6 && us[i].in
	}
	whole := hits(bind(t, us, full), us)
	var few []unit
	for _, u := range us {
		if u.in {
			few = append(few, u)
		}
	}
	cut := hits(bind(t, few, full), few)
	assert.InDelta(t, whole.P, cut.P, 1e-14)
	assert.NotEqual(t, whole.SE, cut.SE)
	assert.Equal(t, whole.DF, cut.DF, "degrees of freedom are of the PSUs with weight")
}

func TestPSUsAllAlikeGiveExactlyNought(t *testing.T) {
	var us []unit
	for office := range 10 {
		for k := range 3 {
			us = append(us, unit{office, 0, 0.1, true, k == 0})
		}
	}
	got := hits(bind(t, us, sample.Design{Name: "cases", PSU: "office", Weights: "weight"}), us)
	assert.InDelta(t, 1.0/3, got.P, 1e-15)
	low, high, note := estimate.PropCI(got.P, got.SE, len(us), got.DF, 0.95)
	assert.Equal(t, estimate.RestsOnN, note)
	assert.Less(t, low, got.P)
	assert.Greater(t, high, got.P)
}

func TestLonelyPSUHasNoStandardError(t *testing.T) {
	us := append(units(8), unit{office: 99, stratum: 7, weight: 1, in: true})
	s := bind(t, us, full)
	got := hits(s, us)
	assert.False(t, math.IsNaN(got.P))
	assert.True(t, math.IsNaN(got.SE))
	assert.Equal(t, []string{"7"}, estimate.Lonely(s))
}

func TestCensusHasNoSamplingError(t *testing.T) {
	us := units(9)
	d := full
	d.Census = true
	got := hits(bind(t, us, d), us)
	assert.True(t, math.IsNaN(got.SE))
	assert.Zero(t, got.DF)
}

func TestEmptyBaseHasNoShare(t *testing.T) {
	us := units(10)
	s := bind(t, us, full)
	_, got := shareOf(s, everyone, func(int) bool { return false })
	assert.True(t, math.IsNaN(got.P))
	assert.True(t, math.IsNaN(got.SE))
}

func TestPropCIWithoutDegreesOfFreedomIsNone(t *testing.T) {
	low, high, _ := estimate.PropCI(0.5, 0.1, 3, 0, 0.95)
	assert.True(t, math.IsNaN(low))
	assert.True(t, math.IsNaN(high))
	assert.Panics(t, func() { estimate.PropCI(1.1, 0.1, 10, 9, 0.95) })
	assert.Panics(t, func() { estimate.PropCI(0.5, 0.1, 10, 9, 95) })
}
