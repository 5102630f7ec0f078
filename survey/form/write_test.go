package form_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/form"
	"stikprove/survey/sheet"
)

var example = filepath.Join("..", "..", "testdata", "par56-2015", "instrument.xlsx")

// An instrument that is written is read as it was, and the same file is
// written again.
func TestWriteRoundTrip(t *testing.T) {
	paths := map[string]string{
		"example": example,
		"test":    write(t, surveySheet, choicesSheet, settingsSheet),
		"wild":    write(t, wildSurvey, wildChoices, "form_id\nx"),
		"unnamed": write(t, `
type | name | label | label::French | hint
select_one l or_other | a | A | Ah | Say
begin repeat | r | | |
calculate | c | | |
text | b | B | | ${c} > 3
end repeat | | | |
`, "list_name | name | label | label::French\nl | one thing | One | Un\nl | 50+ | Fifty |", "form_title\nT"),
	}
	for name, path := range paths {
		t.Run(name, func(t *testing.T) {
			in, _, err := form.Read(path)
			require.NoError(t, err)
			out := filepath.Join(t.TempDir(), "form.xlsx")
			require.NoError(t, form.Write(out, in))
			again, _, err := form.Read(out)
			require.NoError(t, err)
			assert.Equal(t, in, again)

			second := filepath.Join(t.TempDir(), "form.xlsx")
			require.NoError(t, form.Write(second, again))
			first, err := os.ReadFile(out)
			require.NoError(t, err)
			other, err := os.ReadFile(second)
			require.NoError(t, err)
			assert.Equal(t, first, other, "the same bytes")
			acceptable(t, out)
		})
	}
}

// acceptable holds a form against what pyxform 4 refuses: headings twice, names
// that are none or stand twice in a section, questions without a label, lists
// that are not there, choices without a name, groups that do not end, rules,
// formulas and words about names that the form does not have.
func acceptable(t *testing.T, path string) {
	t.Helper()
	w, err := sheet.Open(path)
	require.NoError(t, err)
	assert.Equal(t, []string{"survey", "choices", "settings"}, w.Sheets())
	read := func(name string) []map[string]string {
		g, err := w.Read(name)
		require.NoError(t, err)
		var rows []map[string]string
		for row := 2; row <= g.Rows(); row++ {
			cells := map[string]string{}
			for column := 1; column <= g.Columns(); column++ {
				heading := g.Cell(1, column).Text
				require.NotEmpty(t, heading)
				require.NotContains(t, cells, heading)
				cells[heading] = g.Cell(row, column).Text
			}
			rows = append(rows, cells)
		}
		return rows
	}
	label := func(row map[string]string) string {
		said := ""
		for heading, s := range row {
			if strings.HasPrefix(heading, "label") {
				said += s
			}
		}
		return said
	}
	lists, names := map[string]map[string]bool{}, map[string]bool{}
	for _, row := range read("choices") {
		list := row["list_name"]
		require.NotEmpty(t, list)
		if lists[list] == nil {
			lists[list] = map[string]bool{}
		}
		assert.NotEmpty(t, row["name"])
		assert.NotEmpty(t, label(row))
		assert.False(t, lists[list][row["name"]], "%s twice in %s", row["name"], list)
		lists[list][row["name"]] = true
	}
	rows := read("survey")
	var open []string
	for _, row := range rows {
		kind, list, _ := strings.Cut(row["type"], " ")
		if block, ends := strings.CutPrefix(kind, "end_"); ends {
			require.NotEmpty(t, open)
			require.Equal(t, open[len(open)-1], block)
			open = open[:len(open)-1]
			continue
		}
		if block, begins := strings.CutPrefix(kind, "begin_"); begins {
			open = append(open, block)
		}
		assert.Regexp(t, `^[A-Za-z_][A-Za-z0-9_.-]*$`, row["name"])
		assert.False(t, names[row["name"]], row["name"])
		names[row["name"]] = true
		if kind != "hidden" && kind != "calculate" {
			assert.NotEmpty(t, label(row), row["name"])
		}
		if strings.HasPrefix(kind, "select") {
			assert.NotEmpty(t, lists[list], list)
		}
	}
	assert.Empty(t, open)
	for _, row := range rows {
		for _, cell := range row {
			for _, part := range strings.Split(cell, "${")[1:] {
				name, _, _ := strings.Cut(part, "}")
				assert.True(t, names[strings.TrimSpace(name)], "%s: %s", row["name"], name)
			}
		}
	}
	assert.Len(t, read("settings"), 1)
}

func TestWriteProblems(t *testing.T) {
	q := func(name, roster, export string, kind survey.Kind) survey.Question {
		return survey.Question{Variable: survey.Variable{Name: name, Label: survey.Words("L"), Kind: kind}, Roster: roster, Export: export}
	}
	in := &survey.Instrument{
		Rosters: []survey.Roster{{Name: "case", Label: survey.Words("Case"), Count: 3, Prefix: "s{i}_"}},
		Questions: []survey.Question{
			q("a", "case", "s{i}_a", survey.KindText), q("a b", "", "x", survey.KindText), q("c", "case", "c{i}", survey.KindText),
			q("d", "visit", "y", survey.KindText), q("e", "", "x", survey.KindSingle), {Variable: survey.Variable{Name: "f"}, Export: "f"},
		},
	}
	path := filepath.Join(t.TempDir(), "out.xlsx")
	assert.EqualError(t, form.Write(path, in), strings.TrimSpace(`
out.xlsx: got the name "a b", want a letter a to z or _ and then letters, digits, _, - and .
out.xlsx: c: roster case ended before it, want its questions together
out.xlsx: d: no roster "visit"
out.xlsx: e: got the column "x", which another question is read from
out.xlsx: e: the question has no options
out.xlsx: f: the question has no label
`))
	assert.NoFileExists(t, path)
}

func TestPrint(t *testing.T) {
	in, _, err := form.Read(write(t, surveySheet, choicesSheet, settingsSheet))
	require.NoError(t, err)
	var out strings.Builder
	require.NoError(t, form.Print(&out, in, "en"))
	assert.Equal(t, strings.TrimLeft(`
Fastholdelse
par56, version 2015, 6 questions, da en

  1  Jobcentre  [jobcentre, text, required, identifies the respondent]

== Organisation

  2  Consultants?  [consultants, one of 3]
       1  Yes
       2  No
       3  Don't know  [don't know]

  3  Number  [number, whole number]
     Asked if 2 consultants is “Yes”
     Must satisfy . >= 0 (Skriv 0 eller derover)

  *  Thanks  [thanks, shown]

== Case, repeated 3 times (case)

  4  When?  [made, date]

  5  Measures  [measures, any of 2]
       1  Mentor
       4  None  [none of these, not with others]
     Must satisfy not(selected(., 'none') and count-selected(.) > 1)

  6  Condition  [condition, text, coded, sensitive]
`, "\n"), out.String())
}
