package form_test

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey/form"
	"stikprove/survey/sheet"
)

// What the specification of XLSForm (xlsform.org/en) and that of ODK's XForms
// (getodk.github.io/xforms-spec) allow of what is written here.
var (
	specColumns = map[string]string{
		"survey":   `type|name|(label|hint|constraint_message|required_message)(::.+)?|required|relevant|constraint|calculation|default|appearance|read_?only|choice_filter|repeat_count`,
		"choices":  `list_name|name|label(::.+)?`,
		"settings": `form_title|form_id|version|default_language|instance_name|style`,
	}
	// What this program adds, under headings that the specification gives no
	// meaning.
	ownColumns   = map[string]string{"survey": `export|kind`, "choices": `code|missing|exclusive|order`, "settings": `-`}
	specLanguage = regexp.MustCompile(`::[^()]+ \([a-z]{2,3}(-[A-Za-z0-9]+)*\)$`)
	specTypes    = []string{
		"text", "integer", "decimal", "date", "dateTime", "time", "note", "calculate", "hidden", "select_one", "select_multiple",
		"begin_group", "end_group", "begin_repeat", "end_repeat", "start", "end", "today", "deviceid", "username", "audit",
	}
	specFunctions = strings.Fields(`if coalesce once selected selected-at count-selected jr:choice-name indexed-repeat index-of
		count sum max min round int pow log log10 exp sqrt abs sin cos tan asin acos atan atan2 pi exp10 random number
		string string-length substr substring-before substring-after translate concat join contains starts-with ends-with
		normalize-space not true false boolean boolean-from-string checklist weighted-checklist today now date date-time
		decimal-date-time decimal-time format-date format-date-time position last regex uuid digest randomize base64-decode
		count-non-empty version once pulldata instance current area distance`)
	xpathString = regexp.MustCompile(`'[^']*'|"[^"]*"`)
	called      = regexp.MustCompile(`([A-Za-z][A-Za-z0-9:-]*)\s*\(`)
)

// Every instrument here, written as an XLSForm, keeps the rules that the two
// specifications state for its headings, types, names, lists and formulas. No
// other program reads it in this test; not checked are appearances, choice
// filters, the types of a formula's values, and references across repeats.
func TestWriteKeepsSpecification(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "..", "testdata", "*", "instrument.xlsx"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range append(paths, write(t, surveySheet, choicesSheet, settingsSheet), write(t, wildSurvey, wildChoices, "form_id\nx")) {
		in, _, err := form.Read(path)
		require.NoError(t, err)
		out := filepath.Join(t.TempDir(), "form.xlsx")
		require.NoError(t, form.Write(out, in))
		acceptable(t, out)
		for _, fault := range faults(t, out) {
			assert.Fail(t, fault, path)
		}
	}
}

// The check itself finds what it is there to find.
func TestSpecificationFaults(t *testing.T) {
	path := write(t, `
type | name | label::Dansk | relevant | colour
selekt_one l | a | A | frob(${b}) > 1 | red
select_multiple l | b | B | (${a} = 'x | blue
`, "list_name | name | label\nl | one thing | One", "form_title | form_id | default_language\nT | a b | Svensk")
	assert.ElementsMatch(t, []string{
		`survey: the column "colour" is not in the specification`,
		`survey: the language of "label::Dansk" has no code`,
		`a: the type "selekt_one" is not in the specification`,
		`a: relevant: there is no function frob`,
		`b: relevant: a bracket or a quotation mark is not closed`,
		`l: the name "one thing" of a choice of several holds a space`,
		`settings: default_language "Svensk" is no language of the labels`,
		`settings: form_id "a b" holds a space`,
	}, faults(t, path))
}

// faults returns where a form breaks the rules of the specification.
func faults(t *testing.T, path string) []string {
	t.Helper()
	w, err := sheet.Open(path)
	require.NoError(t, err)
	var found []string
	var languages []string
	several := map[string]bool{}
	for _, name := range []string{"survey", "choices", "settings"} {
		g, err := w.Read(name)
		require.NoError(t, err)
		allowed := regexp.MustCompile(`^(` + specColumns[name] + `|` + ownColumns[name] + `)$`)
		headings := map[int]string{}
		for c := 1; c <= g.Columns(); c++ {
			h := g.Cell(1, c).Text
			headings[c] = h
			if !allowed.MatchString(h) {
				found = append(found, name+`: the column "`+h+`" is not in the specification`)
			}
			if _, language, ok := strings.Cut(h, "::"); ok {
				languages = append(languages, language)
				if !specLanguage.MatchString(h) {
					found = append(found, name+`: the language of "`+h+`" has no code`)
				}
			}
		}
		for r := 2; r <= g.Rows(); r++ {
			row := map[string]string{}
			for c, h := range headings {
				row[h] = strings.TrimSpace(g.Cell(r, c).Text)
			}
			switch name {
			case "survey":
				kind, list, _ := strings.Cut(row["type"], " ")
				if !slices.Contains(specTypes, kind) {
					found = append(found, row["name"]+`: the type "`+kind+`" is not in the specification`)
				}
				several[list] = several[list] || kind == "select_multiple"
				for _, column := range []string{"relevant", "constraint", "calculation", "repeat_count"} {
					found = append(found, formulaFaults(row["name"]+": "+column, row[column])...)
				}
			case "choices":
				if several[row["list_name"]] && strings.ContainsAny(row["name"], " \t\n") {
					found = append(found, row["list_name"]+`: the name "`+row["name"]+`" of a choice of several holds a space`)
				}
			case "settings":
				if strings.ContainsAny(row["form_id"], " \t\n") {
					found = append(found, `settings: form_id "`+row["form_id"]+`" holds a space`)
				}
				if l := row["default_language"]; l != "" && !slices.Contains(languages, l) {
					found = append(found, `settings: default_language "`+l+`" is no language of the labels`)
				}
			}
		}
	}
	return found
}

// formulaFaults returns what is wrong with an expression by its signs alone.
func formulaFaults(at, formula string) []string {
	var found []string
	bare := xpathString.ReplaceAllString(formula, "")
	if strings.ContainsAny(bare, `'"`) || strings.Count(bare, "(") != strings.Count(bare, ")") {
		found = append(found, at+": a bracket or a quotation mark is not closed")
	}
	for _, m := range called.FindAllStringSubmatch(bare, -1) {
		if !slices.Contains(append(specFunctions, "and", "or", "div", "mod"), m[1]) {
			found = append(found, at+": there is no function "+m[1])
		}
	}
	return found
}
