package form_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey/form"
	"stikprove/survey/sheet"
)

// A misspelt type or option is the form's mistake, not the answers'.
func TestMisspeltTypesAndOptions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "form.xlsx")
	require.NoError(t, sheet.Write(path, sheet.Properties{},
		sheet.Sheet{Name: "survey", Rows: rows(`
type | name | label | relevant | constraint
select_one yn | a | A | | not(. = 'nix')
integr | b | B | ${a}='maybe' |
selct_one yn | c | C | |
select_multiple yn | d | D | ${a}='yes' or ${a}='' | not(selected(., 'yess') and count-selected(.) > 1)
geopoint | e | E | selected(${d}, 'no') |
`)},
		sheet.Sheet{Name: "choices", Rows: rows("list_name | name | label\nyn | yes | Ja\nyn | no | Nej")}))
	_, _, err := form.Read(path)
	assert.EqualError(t, err, strings.TrimSpace(`
form.xlsx: 'survey'!E2: a: a has no option "nix"; there is "yes", "no"
form.xlsx: 'survey'!A3: b: no type "integr"; did you mean "integer"?
form.xlsx: 'survey'!D3: b: a has no option "maybe"; there is "yes", "no"
form.xlsx: 'survey'!A4: c: no type "selct_one yn"; did you mean "select_one"?
form.xlsx: 'survey'!E5: d: d has no option "yess"; did you mean "yes"?
`))
}
