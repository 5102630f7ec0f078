package form_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/form"
)

// Forms that other tools take and that are not as the guide would have them:
// each is read, and what was done about it is said.
func TestReadWarns(t *testing.T) {
	in, warnings, err := form.Read(write(t, `
command | tag | caption | relevent | bind:relevant | jr:count | disabled | required | name
select all that apply from l | ægte | Æ | | | | | TRUE() |
text | x | X | | ${ægte} != ‘a’ and string-length(.) > 3 | | | |
begin group | g | G | | | | | |
select_multiple l | x | Again | | | | | |
end group | | | | | | | |
begin group | h | H | | | | | |
integer | y | Y | | ${x} = "1" | | | yes |
end group | | | | | | | |
begin repeat | visit | Visit | | | | | |
text | z | Z | | | | | |
end repeat | | | | | | | |
begin_repeat | child | Child | | | ${y} | | |
calculate | total | | | | | | |
date | born | | | ${total} > 1 | | | true |
end_repeat | | | | | | | |
begin_repeat | empty | Empty | | | 2 | | |
end_repeat | | | | | | | |
text | off | Off | | | | yes | |
select_one_from_file x.csv | f | F | | | | | |
loop | odd | Odd | | | | | |
`, `
list name | value | label | code
l | a | A | -999.0
l | b | B |
 | c | C |
`, "default_language\nda"))
	require.NoError(t, err)
	assert.Equal(t, strings.TrimSpace(`
form.xlsx: 'choices'!D2: l: "-999.0" is read as -999
form.xlsx: 'choices'!A4: c: the choice has no list_name and is left out
form.xlsx: 'survey'!D1: heading "relevent" is not known; did you mean "relevant"?
form.xlsx: 'survey'!I1: the heading "name" stands again, first in B1; they are read as one
form.xlsx: 'survey'!B2: aegte: the name "ægte" is read as aegte
form.xlsx: 'survey'!E3: x: a part of the relevant is not checked: character 21: "string-length" is not among what can be checked here
form.xlsx: 'survey'!B5: g_x: the name "x" is taken by B3 and is read as g_x
form.xlsx: 'survey'!F10: visit: the repeat has no repeat_count and is read as one block; write the number of blocks in the export
form.xlsx: 'survey'!F13: child: the repeat_count "${y}" is not computed and the repeat is read as one block; write the number of blocks in the export
form.xlsx: 'survey'!A14: total: the form computes it and does not say how
form.xlsx: 'survey'!B15: born: the question has no label
form.xlsx: 'survey'!E15: born: the relevant is not checked: total is not answered by the respondent and not among what can be checked here
form.xlsx: 'survey'!B17: empty: the repeat asks nothing and is left out
form.xlsx: 'survey'!A20: f: type "select_one_from_file x.csv" is not known and is read as text
form.xlsx: 'survey'!A21: odd: type "loop" is not known and is read as text
`), strings.Join(warnings, "\n"))

	first := in.Questions[0]
	assert.Equal(t, "aegte", first.Name)
	assert.Equal(t, "ægte_{code}", first.Export)
	assert.Equal(t, survey.KindMultiple, first.Kind)
	assert.True(t, first.Required)
	assert.Equal(t, "-999", first.Options[0].Code)
	assert.Equal(t, survey.Text{"da": "A"}, first.Options[0].Label)

	x := in.Question("x").Relevant
	assert.Equal(t, "${aegte} != 'a' and string-length(.) > 3", x.Source)
	assert.Equal(t, []string{"aegte"}, x.Questions(), "the part that is understood is checked")
	assert.Equal(t, "g/x_{code}", in.Question("g_x").Export, "as KoboToolbox names it")
	assert.Equal(t, []survey.Roster{
		{Name: "visit", Label: survey.Text{"da": "Visit"}, Count: 1}, {Name: "child", Label: survey.Text{"da": "Child"}, Count: 1},
	}, in.Rosters)
	assert.Equal(t, "${total} > 1", in.Question("born").Relevant.Source)
	assert.Nil(t, in.Question("off"))
}

// A choice that holds blanks can be chosen alone, not among several.
func TestReadSpacedChoice(t *testing.T) {
	choices := "list_name | name | label\nl | not now | N\nl | 50+ | F"
	in, warnings, err := form.Read(write(t, "type | name | label\nselect_one l | a | A", choices, "form_id\nx"))
	require.NoError(t, err)
	assert.Len(t, warnings, 2)
	assert.Equal(t, 0, in.Question("a").Option("not now"))

	_, _, err = form.Read(write(t, "type | name | label\nselect_multiple l | a | A", choices, "form_id\nx"))
	assert.EqualError(t, err, `form.xlsx: 'survey'!A2: a: list "l" has the choice "not now", want no blanks in names where several may be chosen`)

	_, _, err = form.Read(write(t, "type | name | label\nselect_one l | a | A", choices+"\nl | 50+ | G", "form_id\nx"))
	assert.EqualError(t, err, `form.xlsx: 'choices'!B4: l: got the name "50+" twice in one list`)
	_, _, err = form.Read(write(t, "type | name | label\nselect_one l | a | A", choices+"\nl | 50+ | G", "allow_choice_duplicates\nyes"))
	assert.NoError(t, err)
}
