package sample_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/survey"
)

// cases returns five cases read from 'Svar', from row 2, with their jobcentre
// in column B, region in C and weight in D.
func cases(t *testing.T, jobcentre, region []string, weight []float64) *survey.Dataset {
	t.Helper()
	missing := make([]survey.Missing, len(weight))
	for i, w := range weight {
		if math.IsNaN(w) {
			missing[i] = survey.NotAnswered
		}
	}
	industry := survey.Variable{Name: "industry", Label: survey.Text{"da": "Branche", "en": "Industry"}}
	ds, err := survey.NewDataset("cases", 5, survey.Origin{File: "survey.xlsx", Sheet: "Svar", Rows: []int{2, 3, 4, 5, 6}},
		survey.NewText(survey.Variable{Name: "jobcentre"}, jobcentre, nil).From([][]int{{2}}),
		survey.NewText(survey.Variable{Name: "region"}, region, nil).From([][]int{{3}}),
		survey.NewNumber(survey.Variable{Name: "weight", Kind: survey.KindDecimal}, weight, missing).From([][]int{{4}}),
		survey.NewText(industry, make([]string, 5), nil))
	require.NoError(t, err)
	return ds
}

func TestBind(t *testing.T) {
	ds := cases(t, []string{"Aarhus", "Ribe", "Aarhus", "Ribe ", "Vejle"}, []string{"e", "s", "e", "s", "e"}, []float64{1, 2, 0, 4, 5})
	s, err := sample.Bind(ds, sample.Design{Name: "cases", PSU: "jobcentre", Strata: "region", Weights: "weight"})
	require.NoError(t, err)
	assert.Equal(t, []int32{0, 1, 0, 1, 2}, s.PSU)
	assert.Equal(t, []int32{0, 1, 0, 1, 0}, s.Stratum)
	assert.Equal(t, 3, s.PSUs)
	assert.Equal(t, 2, s.Strata)
	assert.Equal(t, "s", s.StratumName(1))
	assert.Equal(t, []int32{0, 2, 4, 1, 3}, s.ByPSU())

	domain := s.Domain([]bool{true, false, true, true, false})
	assert.Equal(t, []float64{1, 0, 0, 4, 0}, domain.Weight)
	assert.Equal(t, 3, domain.PSUs, "PSUs outside the domain are kept")
	assert.InDelta(t, 5, s.Weight[4], 0, "the sample itself is left as it is")
}

func TestBindRowsDrawnThemselves(t *testing.T) {
	ds := cases(t, make([]string, 5), make([]string, 5), make([]float64, 5))
	s, err := sample.Bind(ds, sample.Design{Name: "cases"})
	require.NoError(t, err)
	assert.Equal(t, 5, s.PSUs)
	assert.Equal(t, 1, s.Strata)
	assert.Equal(t, []float64{1, 1, 1, 1, 1}, s.Weight)
}

func TestBindNamesEveryProblem(t *testing.T) {
	ds := cases(t, []string{"Aarhus", "", "Ribe", "Ribe", "Ribe"}, []string{"e", "e", "e", "s", "e"}, []float64{1, -2, math.NaN(), 1, 1})
	for _, c := range []struct {
		design sample.Design
		want   string
	}{
		{sample.Design{PSU: "jobcenter", Weights: "branche"}, `designs.cases: no variable "branche" in sample cases; did you mean "industry"?
designs.cases: no variable "jobcenter" in sample cases; did you mean "jobcentre"?`},
		{sample.Design{PSU: "jobcentre", Weights: "weight"}, `survey.xlsx: 'Svar'!B3: jobcentre: no value; every row of sample cases needs a first-stage unit
survey.xlsx: 'Svar'!D3: weight: got -2, want a weight of at least 0
survey.xlsx: 'Svar'!D4: weight: no weight; every row of sample cases needs one`},
		{sample.Design{PSU: "weight"}, `designs.cases: psu: variable "weight" is decimal; want text, a whole number, a day or a single answer`},
		{sample.Design{Weights: "region"}, `designs.cases: weights: variable "region" is text; want a number`},
	} {
		c.design.Name = "cases"
		_, err := sample.Bind(ds, c.design)
		assert.EqualError(t, err, c.want)
	}
	ds = cases(t, []string{"Aarhus", "Aarhus", "Ribe", "Ribe", "Ribe"}, []string{"e", "e", "e", "s", "e"}, make([]float64, 5))
	_, err := sample.Bind(ds, sample.Design{Name: "cases", PSU: "jobcentre", Strata: "region"})
	assert.EqualError(t, err, `survey.xlsx: 'Svar'!C5: region: "Ribe" is in stratum s here and in stratum e before; a first-stage unit is in one, unless nest says that its name is the stratum's own`)
	_, err = sample.Bind(ds, sample.Design{Name: "cases", PSU: "jobcentre", Draw: 2})
	assert.EqualError(t, err, `survey.xlsx: 'Svar'!B6: jobcentre: "Ribe" has 3 rows so far, and the study says that 2 were drawn in each first-stage unit`)
	_, err = sample.Bind(ds, sample.Design{Name: "cases", PSU: "jobcentre", Draw: 3})
	assert.NoError(t, err)
	_, err = sample.Bind(ds, sample.Design{Name: "cases", Weights: "weight"})
	assert.EqualError(t, err, `designs.cases: weights: every row's "weight" is 0`)
}

func TestFrame(t *testing.T) {
	list, err := survey.NewDataset("jobcentres", 3, survey.Origin{File: "frame.xlsx", Sheet: "Jobcentre", Rows: []int{2, 3, 4}},
		survey.NewText(survey.Variable{Name: "jobcentre"}, []string{"Aarhus", "Ribe", "Vejle"}, nil).From([][]int{{1}}))
	require.NoError(t, err)
	f, err := sample.NewFrame(list, "jobcentre")
	require.NoError(t, err)

	ds := cases(t, []string{"Aarhus", "Hobro", "Ribbe", "Aarhus", "Ribbe"}, make([]string, 5), make([]float64, 5))
	assert.EqualError(t, f.Missing(ds, "jobcentre"),
		`survey.xlsx: 'Svar'!B3: jobcentre: got "Hobro", want one of the 3 units of the frame
survey.xlsx: 'Svar'!B4: jobcentre: got "Ribbe", want one of the 3 units of the frame; did you mean "Ribe"?`)

	_, err = sample.NewFrame(ds, "jobcentre")
	assert.EqualError(t, err, `survey.xlsx: 'Svar'!B5: jobcentre: "Aarhus" stands twice in the frame, first in row 2
survey.xlsx: 'Svar'!B6: jobcentre: "Ribbe" stands twice in the frame, first in row 4`)
}

func TestResponseRate(t *testing.T) {
	// The § 56 study: 84 of 92 invited jobcentres sent the first form.
	assert.InDelta(t, 84.0/92, sample.ResponseRate{Answered: 84, Eligible: 92}.Share(), 0)
	assert.True(t, math.IsNaN(sample.ResponseRate{Answered: 84}.Share()))
	assert.True(t, math.IsNaN(sample.ResponseRate{Answered: 93, Eligible: 92}.Share()))
}
