package form_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/form"
	"stikprove/survey/sheet"
)

// rows makes rows of text, a line each with | between the cells.
func rows(text string) [][]any {
	var rows [][]any
	for line := range strings.Lines(strings.TrimSpace(text)) {
		var row []any
		for cell := range strings.SplitSeq(line, "|") {
			if cell = strings.TrimSpace(cell); cell == "" {
				row = append(row, nil)
			} else {
				row = append(row, cell)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

const surveySheet = `
type | name | label::Dansk (da) | label::English (en) | required | relevant | constraint | constraint_message::Dansk (da) | repeat_count | export | kind
text | jobcentre | Jobcenter | Jobcentre | yes | | | | | jobcenter | id
begin_group | staff | Organisering | Organisation | | | | | | |
select_one yes_no | consultants | Konsulenter? | Consultants? | | | | | | fk |
integer | number | Antal | Number | | ${consultants}='yes' | . >= 0 | Skriv 0 eller derover | | fk_antal |
end_group | | | | | | | | | |
note | thanks | Tak | Thanks | | | | | | |
begin_repeat | case | Sag | Case | | | | | 3 | s{i}_ |
date | made | Hvornår? | When? | | | | | | foerste |
select_multiple measures | measures | Tiltag | Measures | | | not(selected(., 'none') and count-selected(.) > 1) | | | tiltag_{code} |
text | condition | Lidelse | Condition | | | | | | lidelse | coded
end_repeat | | | | | | | | | |
`

const choicesSheet = `
list_name | name | label::Dansk (da) | label::English (en) | code | missing | exclusive | order
yes_no | yes | Ja | Yes | 1 | | |
yes_no | no | Nej | No | 2 | | |
yes_no | dont_know | Ved ikke | Don't know | 3 | dont_know | |
measures | mentor | Mentor | Mentor | 1 | | |
measures | none | Ingen | None | 4 | none | yes |
size | large | Stor | Large | 1 | | | 2
size | unsure | Ved ikke | Don't know | 3 | dont_know | |
size | small | Lille | Small | 2 | | | 1
`

const settingsSheet = `
form_title | form_id | version | default_language
Fastholdelse | par56 | 2015 | Dansk (da)
`

func write(t *testing.T, survey, choices, settings string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "form.xlsx")
	sheets := []sheet.Sheet{{Name: "survey", Rows: rows(survey)}, {Name: "choices", Rows: rows(choices)}, {Name: "settings", Rows: rows(settings)}}
	require.NoError(t, sheet.Write(path, sheet.Properties{}, sheets...))
	return path
}

func TestRead(t *testing.T) {
	in, warnings, err := form.Read(write(t, surveySheet, choicesSheet, settingsSheet))
	require.NoError(t, err)
	assert.Empty(t, warnings)
	assert.Equal(t, "Fastholdelse", in.Title.In("da"))
	assert.Equal(t, "par56", in.ID)
	assert.Equal(t, "2015", in.Version)
	assert.Equal(t, []string{"da", "en"}, in.Languages)
	assert.Equal(t, "da", in.Language)

	var names []string
	for _, q := range in.Questions {
		names = append(names, q.Name)
	}
	assert.Equal(t, []string{"jobcentre", "consultants", "number", "made", "measures", "condition"}, names)

	id := in.Question("jobcentre")
	assert.Equal(t, survey.RoleID, id.Role)
	assert.True(t, id.Required)
	assert.Empty(t, id.Section)

	number := in.Question("number")
	assert.Equal(t, survey.KindInteger, number.Kind)
	assert.Equal(t, "Organisation", number.Section.In("en"))
	assert.Equal(t, "fk_antal", number.Export)
	assert.Equal(t, []string{"consultants"}, number.Relevant.Questions())
	assert.Equal(t, ". >= 0", number.Constraint.Source)
	assert.Equal(t, "Skriv 0 eller derover", number.ConstraintMessage.In("da"))

	measures := in.Question("measures")
	assert.Equal(t, survey.KindMultiple, measures.Kind)
	assert.Equal(t, "case", measures.Roster)
	assert.Equal(t, "s{i}_tiltag_{code}", measures.Export)
	assert.Empty(t, measures.Section, "the group has ended")
	assert.Equal(t, survey.Option{Name: "none", Code: "4", Label: survey.Text{"da": "Ingen", "en": "None"}, Meaning: survey.None, Exclusive: true}, measures.Options[1])

	assert.True(t, in.Question("condition").Sensitive())
	require.Len(t, in.Rosters, 1)
	assert.Equal(t, survey.Roster{Name: "case", Label: survey.Text{"da": "Sag", "en": "Case"}, Count: 3, Prefix: "s{i}_"}, in.Rosters[0])
}

const wildSurvey = `
Type | Name | label:English | Hint | Relevance
begin group | outer | Outer | |
begin group | inner | Inner | | ${a}='1'
select one size or_other | size | Size | A hint | ${a} != '2'
rank size | ranked | Ranked | |
decimal | share | | | . <= today()
end group | | | |
end group | | | |
text | a | A | |
`

const wildChoices = `
list name | value | label..English | order
size | small | Small | 2
size | large | Large | 1
size | unsure | Don't know |
`

// Headings and types as other tools and older forms write them.
func TestReadInTheWild(t *testing.T) {
	in, warnings, err := form.Read(write(t, wildSurvey, wildChoices, "form_id\nx"))
	require.NoError(t, err)
	assert.Equal(t, []string{
		`form.xlsx: 'survey'!A5: ranked: type "rank size" is not known and is read as text`,
		`form.xlsx: 'survey'!B6: share: the question has no label`,
		`form.xlsx: 'survey'!E6: share: the relevant is not checked: character 6: "today" is not among what can be checked here`,
	}, warnings)

	size := in.Question("size")
	assert.Equal(t, "(${a}='1') and (${a} != '2')", size.Relevant.Source)
	assert.Equal(t, "Inner", size.Section.In("en"))
	assert.Equal(t, "A hint", size.Hint.In("en"))
	assert.True(t, size.Ordered)
	var options []string
	for _, o := range size.Options {
		options = append(options, o.Name)
	}
	assert.Equal(t, []string{"large", "small", "unsure", "other"}, options)
	assert.Equal(t, "selected(${size}, 'other')", in.Question("size_other").Relevant.Source)
	assert.Equal(t, survey.KindText, in.Question("ranked").Kind)
	share := in.Question("share").Relevant
	assert.Equal(t, "(${a}='1') and (. <= today())", share.Source, "what is not understood is kept")
	assert.False(t, share.Checked())
	assert.Equal(t, []string{"a"}, share.Questions(), "the group's routing is checked")
	assert.Equal(t, []string{"en"}, in.Languages)
}

func TestReadProblems(t *testing.T) {
	_, _, err := form.Read(write(t, `
type | name | label | label | relevant | repeat_count | export | kind
text | a | A | | | | |
text | a | A | B | ${b} = | | |
select_one nowhere | c | C | | ${nobody}='1' | | |
text | 5x | Æ | | | | | secret
text | яблоко | A | | | | |
begin_repeat | case | Case | | | many | |
integer | refunds | R | | | | a |
end_group | | | | | | |
text | d | D | | ${refunds} > 1 | | a |
`, `
list_name | name | label | code | missing
l | 1 | One | 1 | perhaps
l | 1 | Again | 2 |
l | 2 | Two | 1 |
l | two words | Two | 3 |
`, "form_id\nx"))
	var problems survey.Problems
	require.ErrorAs(t, err, &problems)
	assert.Equal(t, strings.TrimSpace(`
form.xlsx: 'choices'!E2: l: got "perhaps", want one of "dont_know", "refused", "not_relevant", "none"
form.xlsx: 'choices'!B3: l: got the name "1" twice in one list
form.xlsx: 'choices'!D4: l: got the code "1" twice in one list
form.xlsx: 'survey'!B3: a: the name is taken by B2
form.xlsx: 'survey'!D3: got "B" under a heading that stands again, and "A" in C3
form.xlsx: 'survey'!E3: a: relevant: character 7: got the end, want a question, a number, a quoted string or a function
form.xlsx: 'survey'!A4: c: no list "nowhere" among the choices
form.xlsx: 'survey'!E4: c: no question "nobody"
form.xlsx: 'survey'!B5: got the name "5x", want a letter a to z or _ and then letters, digits, _, - and .
form.xlsx: 'survey'!H5: 5x: got "secret", want one of "id", "weight", "coded", "personal"
form.xlsx: 'survey'!B6: got the name "яблоко", want a letter a to z or _ and then letters, digits, _, - and .
form.xlsx: 'survey'!A7: case: repeat does not end; want an end_repeat below
form.xlsx: 'survey'!F7: case: got "many", want the number of blocks in the export, 1 to 1,000
form.xlsx: 'survey'!A9: got end_group, but the last to begin is no group
form.xlsx: 'survey'!G10: d: got the column "a_{i}", which refunds is read from
`), problems.Error())
}

func TestReadRosterProblems(t *testing.T) {
	_, _, err := form.Read(write(t, `
type | name | label | relevant | repeat_count | export
text | a | A | ${refunds} > 1 and ${case}='1' | | x
begin_repeat | case | Case | | 3 | s_
end_repeat | | | | |
begin_repeat | visit | Visit | | 2 | v{i}_
integer | refunds | R | | | n_{code}
end_repeat | | | | |
text | b | B | ${a | | x
`, "list_name | name\n", "form_id\nx"))
	assert.EqualError(t, err, strings.TrimSpace(`
form.xlsx: 'survey'!D2: a: no question "case"
form.xlsx: 'survey'!F3: case: got "s_", want {i} in it for the block's number
form.xlsx: 'survey'!F6: refunds: got "v{i}_n_{code}", want {code} only where several options may be chosen
form.xlsx: 'survey'!D8: b: relevant: character 1: got "${a", want a question as ${name}
form.xlsx: 'survey'!F8: b: got the column "x", which a is read from
`))

	_, _, err = form.Read(write(t, `
type | name | label | relevant | repeat_count
text | a | A | ${refunds} > 1 |
text | b | B | ${case}='1' |
begin_repeat | case | Case | | 3
integer | refunds | R | ${a} = 'x' |
end_repeat | | | |
`, "list_name | name\n", "form_id\nx"))
	assert.EqualError(t, err, strings.TrimSpace(`
form.xlsx: 'survey'!D2: a: asks about refunds, which is repeated in case
form.xlsx: 'survey'!D3: b: no question "case"
`))
}

func TestReadNoForm(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data.xlsx")
	require.NoError(t, sheet.Write(path, sheet.Properties{}, sheet.Sheet{Name: "Ark1", Rows: rows("a|b")}))
	_, _, err := form.Read(path)
	assert.EqualError(t, err, `data.xlsx: no sheet "survey"; the workbook has "Ark1"`)

	_, _, err = form.Read(filepath.Join(t.TempDir(), "none.xlsx"))
	assert.EqualError(t, err, `none.xlsx: no such file`)
}
