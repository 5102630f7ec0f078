package estimate_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/estimate"
	"stikprove/survey"
)

// Traps: where programs have gone wrong, or R survey has a convention of its own.
// Each has a test named TestTrap…:
//
//   - here: a domain keeps all PSUs and has its own degrees of freedom, a missing
//     answer makes a domain, intervals are Student's t, design effects without and
//     with replacement, degrees of freedom count first-stage units, a second stage
//     left out, four rules for lonely PSUs, what jackknives centre at, intervals
//     at 0 and 1;
//   - in sample/association: observed shares in Rao and Scott's design effects,
//     the exact tail against the saddlepoint, the slack of Fisher's test;
//   - in sample/weight: raking and the design weight, margins without respondents;
//   - in report: rounding a half by whole numbers.

// numbers makes a sample of columns of numbers.
func numbers(t *testing.T, d sample.Design, columns map[string][]float64) *sample.Sample {
	t.Helper()
	var list []*survey.Column
	rows := 0
	for name, v := range columns {
		kind := survey.KindInteger
		if name == "w" || name == "y" {
			kind = survey.KindDecimal
		}
		list, rows = append(list, survey.NewNumber(survey.Variable{Name: name, Kind: kind}, v, nil)), len(v)
	}
	ds, err := survey.NewDataset("rows", rows, survey.Origin{}, list...)
	require.NoError(t, err)
	s, err := sample.Bind(ds, d)
	require.NoError(t, err)
	return s
}

// small is six PSUs of two rows in two strata.
func small() map[string][]float64 {
	return map[string][]float64{
		"psu": {1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6},
		"h":   {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2},
		"n1":  {9, 9, 9, 9, 9, 9, 5, 5, 5, 5, 5, 5},
		"n2":  {8, 8, 4, 4, 2, 2, 6, 6, 4, 4, 9, 9},
		"y":   {3, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9},
		"g":   {1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2},
		"w":   {1, 2, 1, 3, 1, 1, 2, 2, 1, 1, 4, 1},
	}
}

func TestTrapDomainKeepsAllPSUs(t *testing.T) {
	s := numbers(t, sample.Design{PSU: "psu"}, small())
	keep := make([]bool, s.Rows())
	for i, g := range values(s, "g") {
		keep[i] = g == 1
	}
	e := estimate.Mean(s.Domain(keep), values(s, "y")).T(.95)
	assert.Equal(t, 1, e.DF, "two PSUs of one stratum")
	// By hand: z = (y−8/3)/3 by PSU is 5/9, −5/9 and four noughts; 6/5 Σ z².
	assert.InDelta(t, math.Sqrt(6.0/5*2*25/81), e.SE, 1e-14)
}

func TestTrapDomainWithoutDegreesHasNoInterval(t *testing.T) {
	s := numbers(t, sample.Design{PSU: "psu"}, small())
	keep := make([]bool, s.Rows())
	keep[0], keep[1] = true, true
	e := estimate.Mean(s.Domain(keep), values(s, "y")).T(.95)
	assert.Zero(t, e.DF)
	assert.True(t, math.IsNaN(e.Low))
	assert.Equal(t, estimate.NoDegrees, e.Why)
}

func TestTrapMissingAnswerIsADomain(t *testing.T) {
	columns := small()
	s := numbers(t, sample.Design{PSU: "psu", Strata: "h"}, columns)
	y := values(s, "y")
	keep := make([]bool, s.Rows())
	for i := range keep {
		keep[i] = i != 3 && i != 8
	}
	want := estimate.Mean(s.Domain(keep), y)
	y[3], y[8] = math.NaN(), math.NaN()
	got := estimate.Mean(s, y)
	assert.InDelta(t, want.SE, got.SE, 1e-15)
	assert.Equal(t, 10, got.N)
}

func TestTrapIntervalsAreStudentsT(t *testing.T) {
	s := numbers(t, sample.Design{PSU: "psu"}, small())
	e := estimate.Mean(s, values(s, "y")).T(.95)
	assert.InDelta(t, 2.570581835636314*e.SE, e.High-e.Value, 1e-12) // R: qt(.975, 5)
}

func TestTrapDeffOfUnweightedRowsIsInfinite(t *testing.T) {
	s := numbers(t, sample.Design{}, small())
	e := estimate.Mean(s, values(s, "y"))
	assert.True(t, math.IsInf(e.Deff, 1))
	assert.InDelta(t, 1, e.DeffReplace, 1e-14)
	assert.InDelta(t, 12, e.Effective, 1e-12)
}

func TestTrapDegreesCountFirstStageUnits(t *testing.T) {
	s := numbers(t, sample.Design{PSU: "psu", Strata: "h", FPC: "n1", SecondFPC: "n2"}, small())
	assert.Equal(t, 4, estimate.Mean(s, values(s, "y")).DF)
}

// An FPC at the first stage with the second left out makes errors too small.
func TestTrapSecondStageLeftOut(t *testing.T) {
	one := numbers(t, sample.Design{PSU: "psu", Strata: "h", FPC: "n1", Weights: "w"}, small())
	two := numbers(t, sample.Design{PSU: "psu", Strata: "h", FPC: "n1", SecondFPC: "n2", Weights: "w"}, small())
	y := values(one, "y")
	assert.Less(t, estimate.Mean(one, y).SE, estimate.Mean(two, y).SE)
	_, err := sample.Bind(one.Data, sample.Design{Name: "rows", PSU: "psu", Second: "y2", FPC: "n1", Weights: "w"})
	assert.ErrorContains(t, err, "would leave out the second stage's variance")
}

func TestTrapFourRulesForLonelyPSUs(t *testing.T) {
	columns := small()
	for i := range 12 {
		columns["h"][i] = 1
	}
	columns["h"][10], columns["h"][11] = 2, 2 // PSU 6 alone
	se := map[sample.Lonely]float64{}
	for _, rule := range []sample.Lonely{sample.LonelyFail, sample.LonelyRemove, sample.LonelyCertainty, sample.LonelyAdjust, sample.LonelyAverage} {
		s := numbers(t, sample.Design{PSU: "psu", Strata: "h", Lonely: rule}, columns)
		se[rule] = estimate.Mean(s, values(s, "y")).SE
	}
	assert.True(t, math.IsNaN(se[sample.LonelyFail]))
	assert.InDelta(t, se[sample.LonelyRemove], se[sample.LonelyCertainty], 0)
	assert.InDelta(t, se[sample.LonelyRemove]*math.Sqrt2, se[sample.LonelyAverage], 1e-14, "two strata, one of them good")
	assert.Greater(t, se[sample.LonelyAdjust], se[sample.LonelyRemove])
}

func TestTrapJackknifeMSECentresAtTheEstimate(t *testing.T) {
	se := map[bool]float64{}
	for _, mse := range []bool{false, true} {
		s := numbers(t, sample.Design{PSU: "psu", Weights: "w", Replicates: sample.Replication{Method: sample.JK1, MSE: mse}}, small())
		se[mse] = estimate.Mean(s, values(s, "y")).SE
	}
	assert.Greater(t, se[true], se[false], "the mean of the replicates makes the sum of squares least")
}

func TestTrapIntervalsAtNoughtAndOne(t *testing.T) {
	v := estimate.NewIntervals(.95)
	for _, m := range []estimate.Method{estimate.Beta, estimate.ClopperPearson, estimate.Wilson} {
		low, high, note := v.Of(m, 0, 0, 20, 19)
		assert.InDelta(t, 0, low, 0, m.String())
		assert.True(t, high > 0 && high < .25, m.String())
		assert.Equal(t, estimate.RestsOnN, note)
		low, high, _ = v.Of(m, 1, 0, 20, 19)
		assert.InDelta(t, 1, high, 0, m.String())
		assert.True(t, low > .75 && low < 1, m.String())
	}
	for _, m := range []estimate.Method{estimate.Logit, estimate.XLogit, estimate.Likelihood, estimate.Arcsine, estimate.Symmetric} {
		low, high, _ := v.Of(m, 0, 0, 20, 19)
		assert.True(t, math.IsNaN(low) && math.IsNaN(high), m.String())
	}
}

func TestEmptyDomainHasAReason(t *testing.T) {
	for _, method := range []sample.ReplicateMethod{sample.NoReplicates, sample.JK1, sample.Bootstrap} {
		s := numbers(t, sample.Design{PSU: "psu", Replicates: sample.Replication{Method: method}}, small())
		empty := s.Domain(make([]bool, s.Rows()))
		y := values(s, "y")
		for _, e := range []estimate.Estimate{estimate.Mean(empty, y), estimate.Total(empty, y), estimate.Ratio(empty, y, y),
			estimate.Quantiles(empty, y, .5, .95, estimate.Domains{})[0], estimate.Variances(empty, y, estimate.Domains{})[0],
			estimate.RatioTotal(empty, y, y, 9)} {
			assert.Equal(t, estimate.Empty, e.Why)
			assert.True(t, math.IsNaN(e.Value) && math.IsNaN(e.T(.95).Low))
		}
	}
}
