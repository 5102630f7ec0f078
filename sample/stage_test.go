package sample_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/survey"
)

// stagesOf makes whole numbers in columns.
func stagesOf(t *testing.T, columns map[string][]float64) *survey.Dataset {
	t.Helper()
	var list []*survey.Column
	rows := 0
	for name, v := range columns {
		list, rows = append(list, survey.NewNumber(survey.Variable{Name: name, Kind: survey.KindInteger}, v, nil)), len(v)
	}
	ds, err := survey.NewDataset("rows", rows, survey.Origin{}, list...)
	require.NoError(t, err)
	return ds
}

func twoStages(t *testing.T) *survey.Dataset {
	return stagesOf(t, map[string][]float64{
		"psu": {1, 1, 2, 2, 2, 3}, "unit": {1, 2, 1, 1, 2, 1}, "n1": {9, 9, 9, 9, 9, 9}, "n2": {8, 8, 6, 6, 6, 1},
		"kind": {1, 2, 1, 1, 2, 1}, "text": {0, 0, 0, 0, 0, 0},
	})
}

func TestWeightsFollowFromPopulationSizes(t *testing.T) {
	ds := twoStages(t)
	s, err := sample.Bind(ds, sample.Design{Name: "rows", PSU: "psu", Second: "unit", FPC: "n1", SecondFPC: "n2"})
	require.NoError(t, err)
	assert.Equal(t, 5, s.SSUs, "units are numbered within their PSU")
	assert.Equal(t, []float64{3 * 4, 3 * 4, 3 * 3, 3 * 3, 3 * 3, 3 * 1}, s.Weight)
	assert.Equal(t, 3, s.PSUsOf(0))

	// Rows are the second-stage units where none are named.
	s, err = sample.Bind(ds, sample.Design{Name: "rows", PSU: "psu", FPC: "n1", SecondFPC: "n2"})
	require.NoError(t, err)
	assert.Equal(t, []float64{12, 12, 6, 6, 6, 3}, s.Weight)

	s, err = sample.Bind(ds, sample.Design{Name: "rows", PSU: "psu", FPC: "n1", Equal: true})
	require.NoError(t, err)
	assert.Equal(t, []float64{1, 1, 1, 1, 1, 1}, s.Weight)
}

func TestSamplingFractionsStandForSizes(t *testing.T) {
	ds, err := survey.NewDataset("rows", 3, survey.Origin{},
		survey.NewNumber(survey.Variable{Name: "f", Kind: survey.KindDecimal}, []float64{.25, .25, .25}, nil),
		survey.NewText(survey.Variable{Name: "written"}, []string{"2.5e-01", "0.25", ".25"}, nil))
	require.NoError(t, err)
	for _, name := range []string{"f", "written"} {
		s, err := sample.Bind(ds, sample.Design{Name: "rows", FPC: name})
		require.NoError(t, err)
		assert.Equal(t, []float64{12}, s.PSUsIn)
		assert.Equal(t, []float64{4, 4, 4}, s.Weight)
	}
}

func TestSecondStageHasProblemsOfItsOwn(t *testing.T) {
	ds := twoStages(t)
	for want, d := range map[string]sample.Design{
		`designs.rows: the design has a second stage and no first-stage unit; want a psu`:                                    {Second: "unit"},
		`designs.rows: fpc: the population is known at the second stage and not at the first; want it at both or at neither`: {PSU: "psu", SecondFPC: "n2"},
		`designs.rows: strata: the second stage has strata and no units; want a second-stage unit or its fpc`:                {PSU: "psu", SecondStrata: "kind"},
		`n2: got 6, and 8 in the same first-stage unit before; its number of second-stage units is one`:                      {PSU: "n1", FPC: "n1", SecondFPC: "n2"},
		`text: got 0, want the number of first-stage units in the population, or the share of them that was drawn`:           {PSU: "psu", FPC: "text"},
		`designs.rows: no variable "nn" in sample rows`:                                                                      {PSU: "psu", FPC: "nn"},
	} {
		d.Name = "rows"
		_, err := sample.Bind(ds, d)
		assert.ErrorContains(t, err, want)
	}
	ds = stagesOf(t, map[string][]float64{"psu": {1, 1, 1, 2, 2}, "unit": {1, 1, 2, 1, 2}, "kind": {1, 2, 1, 1, 1},
		"n1": {4, 4, 4, 4, 4}, "n2": {1, 1, 1, 5, 5}})
	_, err := sample.Bind(ds, sample.Design{Name: "rows", PSU: "psu", Second: "unit", SecondStrata: "kind"})
	assert.ErrorContains(t, err, `kind: "1" is in another stratum of its first-stage unit here than before; a second-stage unit is in one`)
	_, err = sample.Bind(ds, sample.Design{Name: "rows", PSU: "psu", Second: "unit", FPC: "n1", SecondFPC: "n2"})
	assert.ErrorContains(t, err, `n2: a population of 1 second-stage units is smaller than its sample of 2`)
}

func TestParseReplication(t *testing.T) {
	for written, want := range map[string]sample.Replication{
		"": {}, "jk1": {Method: sample.JK1}, "JKn": {Method: sample.JKn}, "brr": {Method: sample.BRR},
		"fay:0.5": {Method: sample.Fay, Rho: .5}, "bootstrap:200": {Method: sample.Bootstrap, Number: 200}, "canty": {Method: sample.CantyDavison},
	} {
		got, err := sample.ParseReplication(written)
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
	for _, written := range []string{"jack", "jk1:5", "fay:1", "fay:x", "bootstrap:1", "bootstrap:1000000000"} {
		_, err := sample.ParseReplication(written)
		assert.Error(t, err, written)
	}
}
