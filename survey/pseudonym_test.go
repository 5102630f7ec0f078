package survey_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

func TestPseudonyms(t *testing.T) {
	p := survey.NewPseudonyms()
	for _, c := range []struct{ text, want string }{
		{"070761-4285", "cpr-1"}, {"0707614285", "cpr-1"}, {"070761 4285-2", "cpr-1-2"}, {"707614285", "cpr-1"},
		{"070761-4286", "cpr-2"}, {"A 070761_4285", "A cpr-1"}, {"707614286", "707614286"}, {"Ribe", "Ribe"},
	} {
		assert.Equal(t, c.want, p.Replace(c.text), c.text)
	}
}

// One set of pseudonyms serves the data of a run: what was one number is one
// name, whatever kind of column it stands in.
func TestMaskedAs(t *testing.T) {
	p := survey.NewPseudonyms()
	origin := survey.Origin{File: "a.csv", Rows: []int{2, 3, 4}}
	people, err := survey.NewDataset("people", 3, origin, survey.NewText(survey.Variable{Name: "who"}, []string{"070761-4285", "Ribe", "010120-1111"}, nil))
	require.NoError(t, err)
	people = people.MaskedAs(p, "who")
	assert.Equal(t, []string{"cpr-1", "Ribe", "cpr-2"}, texts(people, "who"))

	numbers := survey.NewNumber(survey.Variable{Name: "who", Kind: survey.KindInteger}, []float64{707614285, 101201111, 12}, nil)
	cases, err := survey.NewDataset("cases", 3, origin, numbers)
	require.NoError(t, err)
	assert.Equal(t, []string{"cpr-1", "cpr-2", "12"}, texts(cases.MaskedAs(p, "who"), "who"), "zeros that a spreadsheet left out")

	options := []survey.Option{{Name: "o1", Label: survey.Words("070761 4285")}, {Name: "o2", Label: survey.Words("Ribe")}}
	chosen := survey.NewSingle(survey.Variable{Name: "who", Options: options}, []int16{0, 1, -1}, []survey.Missing{0, 0, survey.NotAnswered})
	cases, err = survey.NewDataset("cases", 3, origin, chosen)
	require.NoError(t, err)
	assert.Equal(t, []string{"cpr-1", "Ribe", ""}, texts(cases.MaskedAs(p, "who"), "who"))
}

func TestMaskedWords(t *testing.T) {
	v := survey.Variable{Name: "about_070761_4285", Label: survey.Words("About 070761-4285"), Options: []survey.Option{{Name: "a"}, {Name: "b", Label: survey.Words("0707614285")}}}
	origin := survey.Origin{File: "svar 0707614285.csv", Rows: []int{2}}
	d, err := survey.NewDataset("rows", 1, origin, survey.NewSingle(v, []int16{0}, nil).From([][]int{{3}}))
	require.NoError(t, err)
	assert.EqualError(t, survey.CPRProblems(d), "svar xxxxxx-xxxx.csv: the file's name has a CPR number (withheld), want none\n"+
		"svar xxxxxx-xxxx.csv: about_xxxxxx-xxxx: the heading or label of column C has a CPR number (withheld), want none")
	m := d.Masked()
	require.NotNil(t, m.Column("cpr_1"))
	assert.Equal(t, survey.Words("About xxxxxx-xxxx"), m.Column("cpr_1").Label)
	assert.Equal(t, "cpr-2", m.Column("cpr_1").Options[1].Name, "though nobody chose it")
}

func texts(d *survey.Dataset, name string) []string {
	var answers []string
	for i := range d.Rows() {
		answers = append(answers, d.Column(name).Answer(i))
	}
	return answers
}
