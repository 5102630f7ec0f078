package form_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/form"
)

// What a text mentions is there, under whatever name it is read; groups of other
// kinds are groups; a note that is a hint only is kept.
func TestReadMentions(t *testing.T) {
	in, warnings, err := form.Read(write(t, `
type | name | label | hint | relevant
today | today | | |
begin_kobomatrix | m | Matrix | | 
text | år | Year, ${today} | ${m} |
end_kobomatrix | | | |
begin_group | g | Of ${r} | |
text | år | Again ${ år } ${last-saved#år} | Not ${nobody} |
end_group | | | |
begin_repeat | r | R | |
note | n | | Only ${ord} | ${år} = 1 and regex(., '1')
select_one l | ord | Word | |
end_repeat | | | |
`, "list_name | name | label\nl | 1 | ${nothing} | ", "version\n1501010101"))
	require.NoError(t, err)
	assert.Equal(t, strings.TrimSpace(`
form.xlsx: 'choices'!C2: 1: the label mentions "nothing", which the form does not have
form.xlsx: 'survey'!A3: m: the type "begin_kobomatrix" is read once, as a group
form.xlsx: 'survey'!B4: aar: the name "år" is read as aar
form.xlsx: 'survey'!B7: aar: the name "år" is read as aar
form.xlsx: 'survey'!B7: g_aar: the name "år" is taken by B4 and is read as g_aar
form.xlsx: 'survey'!D7: år: the hint mentions "nobody", which the form does not have
form.xlsx: 'survey'!A9: r: the repeat has no repeat_count and is read as one block; write the number of blocks in the export
form.xlsx: 'survey'!E10: n: a part of the relevant is not checked: character 16: "regex" is not among what can be checked here
`), strings.Join(warnings, "\n"))
	assert.Equal(t, survey.Text{"": "Year, ${today}"}, in.Question("aar").Label)
	assert.Equal(t, survey.Text{"": "Matrix"}, in.Question("aar").Section)
	assert.Equal(t, survey.Text{"": "Only ${ord}"}, in.Asides[0].Label)

	var out strings.Builder
	require.NoError(t, form.Print(&out, in, "en"))
	assert.Contains(t, out.String(), "version 1501010101, 3 questions\n", "a time of ten digits is no personal number")
	assert.Contains(t, out.String(), "  *  Only ${ord}  [n, shown]\n     Shown if ${aar} = 1 and regex(., '1') [not all checked]\n")
}
