package survey_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

func TestRosterAlone(t *testing.T) {
	outer, err := survey.ParseRule("${staff} > 1")
	require.NoError(t, err)
	inner, err := survey.ParseRule("${open} = 'yes'")
	require.NoError(t, err)
	in := &survey.Instrument{Rosters: []survey.Roster{{Name: "case", Count: 3, Prefix: "s{i}_"}, {Name: "visit", Count: 2}}}
	add := func(name, roster, export string, kind survey.Kind, role survey.Role, relevant *survey.Rule) {
		q := survey.Question{Roster: roster, Export: export, Relevant: relevant}
		q.Name, q.Kind, q.Role = name, kind, role
		if kind == survey.KindMultiple {
			q.Options = []survey.Option{{Name: "mentor", Code: "1"}}
		}
		in.Questions = append(in.Questions, q)
	}
	add("centre", "", "jobcenter", survey.KindText, survey.RoleID, nil)
	add("staff", "", "staff", survey.KindInteger, 0, nil)
	add("number", "case", "s{i}_nr", survey.KindText, survey.RoleID, nil)
	add("open", "case", "s{i}_aaben", survey.KindText, 0, outer)
	add("measures", "case", "s{i}_tiltag_{code}", survey.KindMultiple, 0, inner)
	add("seen", "visit", "seen", survey.KindText, 0, nil)

	for headings, want := range map[string][]string{
		"jobcenter|nr|aaben|tiltag_1":                  {"nr", "aaben", "tiltag_{code}", "jobcenter"},
		"centre|number|open|measures":                  {"number", "open", "measures", "centre"},
		"centre|case/number|case/OPEN|case/measures/1": {"case/number", "case/open", "case/measures/{code}", "centre"},
		"": {"nr", "aaben", "tiltag_{code}", "jobcenter"},
	} {
		alone, later := in.RosterAlone("case", strings.Split(headings, "|"), "centre")
		var got []string
		for _, q := range alone.Questions {
			got = append(got, q.Export)
			assert.Empty(t, q.Roster)
			assert.Equal(t, survey.RoleAnswer, q.Role, "a respondent has several cases")
		}
		assert.Equal(t, want, got, headings)
		require.Len(t, later, 1)
		assert.Equal(t, "open", later[0].Name)
		assert.Equal(t, outer, later[0].Relevant, "it asks about the respondent")
		assert.Nil(t, alone.Question("open").Relevant)
		assert.NotNil(t, alone.Question("measures").Relevant)
	}
	assert.NotNil(t, in.Question("open").Relevant, "the instrument itself is left alone")

	without := in.WithoutRoster("case", "_index", "centre")
	assert.Nil(t, without.Question("open"))
	assert.NotNil(t, without.Question("seen"))
	assert.Equal(t, "_index", without.Question("_index").Export)
	assert.Len(t, without.Rosters, 1)
	assert.Len(t, in.Rosters, 2)
}
