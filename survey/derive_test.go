package survey_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

func all(c *survey.Column) []string {
	values := make([]string, c.Rows())
	for i := range values {
		values[i] = c.Answer(i)
		if c.Missing(i) != survey.Present {
			values[i] = c.Missing(i).String()
		}
	}
	return values
}

func names(v survey.Variable) []string {
	var names []string
	for _, o := range v.Options {
		names = append(names, o.Name)
	}
	return names
}

func single(name string, options []survey.Option, answers ...string) *survey.Column {
	v := survey.Variable{Name: name, Options: options}
	index, missing := make([]int16, len(answers)), make([]survey.Missing, len(answers))
	for i, a := range answers {
		index[i] = int16(v.Option(a))
		if index[i] < 0 {
			missing[i] = na
		}
	}
	return survey.NewSingle(v, index, missing)
}

func TestBanded(t *testing.T) {
	refunds := survey.NewNumber(survey.Variable{Name: "refunds", Kind: survey.KindInteger},
		[]float64{0, 1, 2, 3, 40, math.NaN()}, []survey.Missing{__, __, __, __, __, na})
	bands := []survey.Band{{Name: "none", From: math.Inf(-1), To: 0}, {Name: "few", From: 1, To: 3}, {Name: "many", From: 4, To: math.Inf(1)}}
	c, err := refunds.Banded(survey.Variable{Name: "refunds_banded"}, bands)
	require.NoError(t, err)
	assert.Equal(t, []string{"none", "few", "few", "few", "many", "not_answered"}, all(c))
	assert.True(t, c.Ordered)

	_, err = refunds.Banded(survey.Variable{Name: "b"}, bands[:2])
	assert.EqualError(t, err, "row 5: got 40, want a number in one of the bands")
	_, err = refunds.Banded(survey.Variable{Name: "b"}, []survey.Band{bands[0], {Name: "x", From: 0, To: 1}})
	assert.EqualError(t, err, "b: band x begins at 0, where band none has not ended")
	_, err = refunds.Banded(survey.Variable{Name: "b"}, []survey.Band{{Name: "x", From: math.NaN(), To: 1}})
	assert.EqualError(t, err, "b: band x runs from NaN to 1")
	_, err = c.Banded(survey.Variable{Name: "b"}, bands)
	assert.EqualError(t, err, "b: bands need numbers, and refunds_banded is single")
}

func TestYears(t *testing.T) {
	day := func(y int, m time.Month, d int) float64 {
		return float64(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
	}
	made := survey.NewNumber(survey.Variable{Name: "made", Kind: survey.KindDate},
		[]float64{day(2014, 12, 31), day(2015, 1, 1), day(1969, 12, 31), 0}, []survey.Missing{__, __, __, na})
	years := made.Years(survey.Variable{Name: "year"})
	assert.Equal(t, []string{"2014", "2015", "1969", "not_answered"}, all(years))
	assert.Equal(t, survey.KindInteger, years.Kind)
}

var measures = []survey.Option{
	{Name: "mentor"}, {Name: "flexjob"}, {Name: "none", Meaning: survey.None, Exclusive: true},
	{Name: "dont_know", Meaning: survey.DontKnow, Exclusive: true},
}

func TestAnyOf(t *testing.T) {
	c := survey.NewMultiple(survey.Variable{Name: "measures", Options: measures},
		[]uint64{1, 2, 3, 4, 8, 0, 0}, []survey.Missing{__, __, __, __, __, __, nr})
	any, err := c.AnyOf(survey.Variable{Name: "any"}, []string{"mentor", "flexjob"})
	require.NoError(t, err)
	assert.Equal(t, []string{"yes", "yes", "yes", "no", "dont_know", "no", "not_returned"}, all(any))
	assert.Equal(t, []string{"yes", "no", "dont_know"}, names(any.Variable))
	assert.Equal(t, survey.DontKnow, any.Options[2].Meaning)

	size := single("size", sizes[:2], "small", "large", "")
	small, err := size.AnyOf(survey.Variable{Name: "small"}, []string{"small"})
	require.NoError(t, err)
	assert.Equal(t, []string{"yes", "no", "not_answered"}, all(small))
	assert.Equal(t, []string{"yes", "no"}, names(small.Variable), "no option means don't know")

	_, err = size.AnyOf(survey.Variable{Name: "x"}, []string{"lille"})
	assert.EqualError(t, err, `x: size has no option "lille"; it has small, large`)
}

func TestRegrouped(t *testing.T) {
	industries := []survey.Option{{Name: "farming"}, {Name: "industry"}, {Name: "building"}, {Name: "health"}, {Name: "dont_know", Meaning: survey.DontKnow}}
	c := single("industry", industries, "farming", "industry", "building", "health", "dont_know", "")
	joined, err := c.Regrouped(survey.Variable{Name: "joined"}, []survey.Regroup{{Option: survey.Option{Name: "other"}, Of: []string{"farming", "building"}}})
	require.NoError(t, err)
	assert.Equal(t, []string{"industry", "other", "health", "dont_know"}, names(joined.Variable))
	assert.Equal(t, []string{"other", "industry", "other", "health", "dont_know", "not_answered"}, all(joined))
	assert.Equal(t, survey.DontKnow, joined.Options[3].Meaning)

	several := survey.NewMultiple(survey.Variable{Name: "m", Options: measures}, []uint64{3, 12, 0}, nil)
	joined, err = several.Regrouped(survey.Variable{Name: "j"}, []survey.Regroup{
		{Option: survey.Option{Name: "some"}, Of: []string{"mentor", "flexjob"}}, {Option: survey.Option{Name: "nothing"}, Of: []string{"none", "dont_know"}}})
	require.NoError(t, err)
	assert.Equal(t, []string{"some", "nothing", ""}, all(joined))
	assert.Equal(t, survey.Substantive, joined.Options[1].Meaning, "they mean different things")
	assert.True(t, joined.Options[1].Exclusive)

	_, err = c.Regrouped(survey.Variable{Name: "j"}, []survey.Regroup{{Option: survey.Option{Name: "health"}, Of: []string{"farming"}}})
	assert.EqualError(t, err, "j: two options are called health")
	_, err = c.Regrouped(survey.Variable{Name: "j"}, []survey.Regroup{{Option: survey.Option{Name: "a"}, Of: []string{"health"}}, {Option: survey.Option{Name: "b"}, Of: []string{"health"}}})
	assert.EqualError(t, err, "j: option health is in two groups")
}

func TestFirstMatch(t *testing.T) {
	yesNo := []survey.Option{{Name: "1"}, {Name: "2"}, {Name: "3", Meaning: survey.DontKnow}}
	d, err := survey.NewDataset("jobcentres", 8, survey.Origin{},
		single("consultants", yesNo, "1", "1", "2", "2", "3", "1", "", ""),
		single("reach_out", yesNo, "1", "2", "1", "2", "2", "3", "1", ""))
	require.NoError(t, err)
	matches := []survey.Match{
		{Option: survey.Option{Name: "both"}, When: map[string][]string{"consultants": {"1"}, "reach_out": {"1"}}},
		{Option: survey.Option{Name: "consultants"}, When: map[string][]string{"consultants": {"1"}, "reach_out": {"2"}}},
		{Option: survey.Option{Name: "reach_out"}, When: map[string][]string{"consultants": {"2"}, "reach_out": {"1"}}},
		{Option: survey.Option{Name: "neither"}, When: map[string][]string{"consultants": {"2"}, "reach_out": {"2"}}},
		{Option: survey.Unknown},
	}
	c, err := d.FirstMatch(survey.Variable{Name: "effort"}, matches)
	require.NoError(t, err)
	assert.Equal(t, []string{"both", "consultants", "reach_out", "neither", "dont_know", "dont_know", "not_answered", "not_answered"}, all(c))
	assert.Equal(t, survey.DontKnow, c.Options[4].Meaning)

	_, err = d.FirstMatch(survey.Variable{Name: "effort"}, matches[:4])
	assert.EqualError(t, err, `effort: got consultants = "3" and reach_out = "2", which none of the options is defined for`)
	_, err = d.FirstMatch(survey.Variable{Name: "effort"}, []survey.Match{{When: map[string][]string{"x": {"1"}}}})
	assert.EqualError(t, err, `effort: no variable "x" in jobcentres`)
	_, err = d.FirstMatch(survey.Variable{Name: "effort"}, matches[4:])
	assert.EqualError(t, err, "effort: no variable to match is named")
}
