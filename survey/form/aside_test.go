package form_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/form"
)

const asideSurvey = `
type | name | label::Dansk (da) | label::English (en) | hint::Dansk (da) | relevant | calculation | repeat_count | export
today | today | | | | | | |
note | intro | Velkommen, ${år} | Welcome | Læs først | | | |
begin_group | g | Gruppe | Group | | | | |
integer | år | Antal år | Years | | | | |
calculate | double | | | | | ${år} * 2 + ${today} | |
calculate | share | | | | ${år} > 0 | ${år} div 2 | | andel
note | яблоко | ${double} i alt | | | ${år} = 1 | | |
end_group | | | | | | | |
text | a | A | A | | ${share} > 3 and ${double} > 2 | | |
begin_repeat | case | Sag | Case | | | | 3 | s{i}_
note | look | Se på sagen | Look | | | | |
text | b | B | B | | | | |
begin_repeat | visit | Besøg | Visit | | | | 4 |
text | c | C | C | | | | |
end_repeat | | | | | | | |
end_repeat | | | | | | | |
note | bye | Farvel | Bye | | | | |
`

// What is shown and computed stands in its place, is no question, and is
// written as it was read.
func TestReadAsides(t *testing.T) {
	path := write(t, asideSurvey, "list_name | name\n", "default_language\nDansk (da)")
	in, warnings, err := form.Read(path)
	require.NoError(t, err)
	assert.Equal(t, strings.TrimSpace(`
form.xlsx: 'survey'!B5: aar: the name "år" is read as aar
form.xlsx: 'survey'!F10: a: a part of the relevant is not checked: double is not answered by the respondent and not among what can be checked here
form.xlsx: 'survey'!A14: visit: a repeat within repeat case is read once in each of its blocks, as a group; further blocks in the export are not read
`), strings.Join(warnings, "\n"))

	group := survey.Text{"da": "Gruppe", "en": "Group"}
	once, err := survey.ParseRule("${aar} = 1")
	require.NoError(t, err)
	assert.Equal(t, []survey.Aside{
		{Name: "intro", Label: survey.Text{"da": "Velkommen, ${aar}", "en": "Welcome"}, Hint: survey.Text{"da": "Læs først"}},
		{Name: "double", Computed: "${aar} * 2 + ${today}", Section: group, Before: 1},
		{Name: "note_1", Label: survey.Text{"da": "${double} i alt"}, Section: group, Relevant: once, Before: 2},
		{Name: "look", Label: survey.Text{"da": "Se på sagen", "en": "Look"}, Roster: "case", Before: 3},
		{Name: "bye", Label: survey.Text{"da": "Farvel", "en": "Bye"}, Before: 5},
	}, in.Asides)
	share := in.Question("share")
	assert.Equal(t, "andel", share.Export)
	assert.Equal(t, "${aar} div 2", share.Computed)
	assert.Equal(t, []string{"share"}, in.Question("a").Relevant.Questions())
	assert.Equal(t, "case", in.Question("c").Roster)
	assert.Equal(t, "s{i}_c", in.Question("c").Export)
	assert.Equal(t, survey.Text{"da": "Besøg", "en": "Visit"}, in.Question("c").Section)
	assert.Len(t, in.Rosters, 1)

	out := filepath.Join(t.TempDir(), "form.xlsx")
	require.NoError(t, form.Write(out, in))
	again, _, err := form.Read(out)
	require.NoError(t, err)
	assert.Equal(t, in, again)
	acceptable(t, out)
}

// A name may stand again in another group, however deep, and not in the same.
func TestReadNamesInGroups(t *testing.T) {
	nested := `
type | name | label
begin_group | g | G
text | q | Q
end_group | |
begin_group | h | H
begin_group | g | G
text | q | Q
end_group | |
text | Age | A
text | age | A
end_group | |
begin_repeat | r | R
begin_group | g | G
text | q | Q
end_group | |
end_repeat | |
`
	in, warnings, err := form.Read(write(t, nested, "list_name | name\n", "form_id\nx"))
	require.NoError(t, err)
	var exports []string
	for _, q := range in.Questions {
		exports = append(exports, q.Name+" "+q.Export)
	}
	assert.Equal(t, []string{"q q", "g_q g/q", "Age Age", "age age", "r_g_q r/g/q_{i}"}, exports)
	assert.Contains(t, warnings, `form.xlsx: 'survey'!B10: age: the name is as in B9 but for capital letters, which other programs may not tell apart`)

	for _, wrong := range []string{
		"begin_group | g | Again\ntext | z | Z\nend_group | |", "begin_repeat | g | Again\ntext | z | Z\nend_repeat | |",
		"note | g | Again", "text | g | Again", "start | g | ",
	} {
		_, _, err := form.Read(write(t, strings.TrimRight(nested, "\n")+"\n"+wrong, "list_name | name\n", "form_id\nx"))
		assert.EqualError(t, err, "form.xlsx: 'survey'!B17: g: the name is taken by B2", wrong)
	}
}
