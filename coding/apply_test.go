package coding

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

func cases(t *testing.T, texts ...string) *survey.Dataset {
	t.Helper()
	ids := make([]string, len(texts))
	missing := make([]survey.Missing, len(texts))
	for i, s := range texts {
		ids[i] = string(rune('a' + i))
		if s == "" {
			missing[i] = survey.NotReturned
		}
	}
	ds, err := survey.NewDataset("cases", len(texts), survey.Origin{},
		survey.NewText(survey.Variable{Name: "id", Role: survey.RoleID}, ids, nil),
		survey.NewText(survey.Variable{Name: "condition_text", Role: survey.RoleCoded}, texts, missing))
	require.NoError(t, err)
	return ds
}

// answers returns a single variable's answers by option name, or the absence.
func answers(ds *survey.Dataset, name string) []string {
	c := ds.Column(name)
	out := make([]string, c.Rows())
	for i := range out {
		if m := c.Missing(i); m != survey.Present {
			out[i] = m.String()
		} else {
			out[i] = c.Options[c.Index(i)].Name
		}
	}
	return out
}

func TestApply(t *testing.T) {
	s := load(t)
	ds := cases(t, "Slidgigt i knæ", "stress og diabetes", "", "ved ikke", "piskesmæld")
	no := false
	out, sum, err := Apply(ds, Options{
		Variable: "condition_text", Prefix: "condition", ID: "id", Scheme: s,
		Decisions: []Decision{{Unit: "e", Category: "other", Combination: &no, File: "decisions.csv", Line: 2}},
		Flags:     map[string][]string{"stress": {"stress"}, "diabetes": {"diabetes"}},
	})
	require.NoError(t, err)
	assert.Equal(t, []string{"physical", "psychological", "not_returned", "uncoded", "other"}, answers(out, "condition"))
	assert.Equal(t, []string{"no", "yes", "not_returned", "no", "no"}, answers(out, "condition_combination"))
	assert.Equal(t, []string{"physical", "combination", "not_returned", "uncoded", "other"}, answers(out, "condition_five"))
	assert.Equal(t, []string{"osteoarthritis", "stress", "not_returned", "not_answered", "other-conditions"}, answers(out, "condition_group"))
	assert.Equal(t, []string{"no", "yes", "not_returned", "no", "no"}, answers(out, "condition_psychological_part"))
	assert.Equal(t, []string{"rules", "rules", "not_returned", "rules", "decision"}, answers(out, "condition_decided"))
	assert.Equal(t, []string{"no", "yes", "not_returned", "no", "no"}, answers(out, "condition_stress"))
	assert.Equal(t, []string{"no", "yes", "not_returned", "no", "no"}, answers(out, "condition_diabetes"))
	assert.Equal(t, "no", answers(out, "condition_review")[4])
	assert.Equal(t, map[string]int{"physical": 1, "psychological": 1, "other": 1}, sum.ByCategory)
	assert.Equal(t, 3, sum.Coded)
	assert.Equal(t, 1, sum.Uncoded)
	assert.Equal(t, 1, sum.Absent)
	assert.Equal(t, 1, sum.Decided)
	assert.Equal(t, 1, sum.Combinations)

	options := out.Column("condition").Options
	require.Len(t, options, 5)
	assert.Equal(t, "physical", options[0].Name)
	assert.Equal(t, survey.DontKnow, options[4].Meaning)
}

func TestApplyWithoutUncoded(t *testing.T) {
	out, _, err := Apply(cases(t, "diabetes"), Options{Variable: "condition_text", Prefix: "condition", Scheme: load(t)})
	require.NoError(t, err)
	assert.Len(t, out.Column("condition").Options, 4)
	assert.Len(t, out.Column("condition_five").Options, 5)
}

func TestApplyProblems(t *testing.T) {
	_, _, err := Apply(cases(t, "diabetes", ""), Options{
		Variable: "condition_text", Prefix: "condition", ID: "id", Scheme: load(t),
		Decisions: []Decision{{Unit: "z", Category: "other", File: "decisions.csv", Line: 7}, {Unit: "b", Category: "other", File: "decisions.csv", Line: 8}},
		Flags:     map[string][]string{"x": {"nothing-such"}},
	})
	require.Error(t, err)
	assert.Equal(t, `condition_x: scheme danish/condition has no group or concept "nothing-such"
decisions.csv:7: id: no unit "z" among the cases
decisions.csv:8: id: unit "b" has no text to decide on`, err.Error())
	_, _, err = Apply(cases(t), Options{Variable: "nope", Scheme: load(t)})
	assert.ErrorContains(t, err, "nope")
}

func TestReadDecisions(t *testing.T) {
	s := load(t)
	for _, sep := range []string{",", ";"} {
		text := strings.ReplaceAll("id,category,combination,coder,date,reason\n1031-2,other,no,AB,2015-12-14,stands twice\n1040-1,,yes,AB,2015-12-14,\n", ",", sep)
		ds, err := ReadDecisions("decisions.csv", strings.NewReader(text), s)
		require.NoError(t, err)
		require.Len(t, ds, 2)
		assert.Equal(t, "1031-2", ds[0].Unit)
		assert.Equal(t, "other", ds[0].Category)
		assert.False(t, *ds[0].Combination)
		assert.Equal(t, 2, ds[0].Line)
		assert.True(t, *ds[1].Combination)
	}
	_, err := ReadDecisions("d.csv", strings.NewReader("id,category,combination\n1,othr,\n1,other,\n2,other,perhaps\n,other,\n3,,\n"), s)
	require.Error(t, err)
	assert.Equal(t, `d.csv:2: category: got "othr", want one of physical, medical, psychological, other, uncoded
d.csv:3: id: "1" is decided on line 2 already
d.csv:4: combination: got "perhaps", want yes, no or nothing
d.csv:5: id: empty, want the id of a unit
d.csv:6: category: neither category nor combination is decided`, err.Error())
	_, err = ReadDecisions("d.csv", strings.NewReader(""), s)
	assert.ErrorContains(t, err, "d.csv:1: the file is empty")
}

// The worked example's texts with the decisions on the one text that stands
// under two categories: 76, 60, 14 and 45 of 195, and 20 combinations
// (published.yaml, condition; issue "The main job").
func TestApplyGivesThePublishedTotals(t *testing.T) {
	var texts, ids []string
	var decisions []Decision
	for _, p := range readPublished(t) {
		for range p.cases {
			id := fmt.Sprint(len(ids) + 1)
			ids, texts = append(ids, id), append(texts, p.text)
			if _, known := knownWrong[p.text+" other"]; known {
				decisions = append(decisions, Decision{Unit: id, Category: p.category, File: "decisions.csv", Line: len(decisions) + 2})
			}
		}
	}
	ds, err := survey.NewDataset("cases", len(texts), survey.Origin{},
		survey.NewText(survey.Variable{Name: "id", Role: survey.RoleID}, ids, nil),
		survey.NewText(survey.Variable{Name: "condition_text", Role: survey.RoleCoded}, texts, nil))
	require.NoError(t, err)
	out, sum, err := Apply(ds, Options{Variable: "condition_text", Prefix: "condition", ID: "id", Scheme: load(t), Decisions: decisions})
	require.NoError(t, err)
	assert.Equal(t, map[string]int{"physical": 76, "medical": 60, "psychological": 14, "other": 45}, sum.ByCategory)
	assert.Equal(t, 20, sum.Combinations)
	assert.Equal(t, 3, sum.Decided)
	combinations := map[string]int{}
	for i, a := range answers(out, "condition") {
		if answers(out, "condition_combination")[i] == "yes" {
			combinations[a]++
		}
	}
	assert.Equal(t, map[string]int{"physical": 4, "medical": 4, "psychological": 6, "other": 6}, combinations)
}
