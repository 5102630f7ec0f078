package report

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/association"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// draftContent is a study with a table of every kind.
func draftContent() Content {
	c := content(nil)
	cross := crossTable()
	cross.Tests = []crosstab.Test{{Result: association.Result{Method: association.RaoScottF, P: 0.001}}}
	chance := crossTable()
	chance.ID, chance.Title = "by-chance", both("Lidelsens art efter *kort* sted_navn", "Kind by *short* place_name")
	chance.Tests = []crosstab.Test{{Result: association.Result{Method: association.RaoScottF, P: 0.4}}}
	untestedTable := crossTable()
	untestedTable.ID, untestedTable.Tests = "untested", nil
	lettered := crossTable()
	lettered.ID, lettered.Adjustment = "lettered", association.Holm
	for j, letter := range []string{"A", "B", "C", ""} {
		lettered.Columns[j].Letter = letter
	}
	lettered.Cells[0][0].Letters = []string{"B"}
	means := meanTable()
	means.Tests = []crosstab.Test{{Result: association.Result{Method: association.MeansWald, P: 0.02}}}
	c.Quotations = []Quotation{{Theme: "tryghed", Text: survey.Words("Det er godt, 39 % *bedre*.")}, {Theme: "with } brace", Text: survey.Words("x")}}
	banner := crossTable()
	banner.ID, banner.ColumnSections = "banner", []crosstab.Section{{Name: "industry", From: 0, To: 3}}
	c.Tables = []*crosstab.Table{banner, interviewTable(), sizeTable(), cross, chance, untestedTable, lettered, batteryTable(), sumTable(), responseTable(), means,
		severalTable(), hiddenTable(), oneHiddenTable(), tiedTable(), rowsTable(), yesTable(), hostileTable()}
	return c
}

// interviewTable counts who took part in interviews.
func interviewTable() *crosstab.Table {
	count := func(n int) crosstab.Cell {
		return crosstab.Cell{N: n, Base: n, Weighted: float64(n), P: none, SE: none, Low: none, High: none}
	}
	return &crosstab.Table{
		ID: "interviews", Title: both("Interview", "Interviews"), Sample: interviewSample, Percent: crosstab.OfTotal,
		Base:    crosstab.Base{N: 12, Answered: 12, Census: true, Unit: both("deltagere", "participants")},
		Rows:    []crosstab.Row{{ID: "group", Label: both("Gruppe", "Group"), Kind: crosstab.Sum}, {ID: crosstab.TotalID, Label: both("I alt", "Total"), Kind: crosstab.Sum}},
		Columns: []crosstab.Column{{ID: "interviews", Label: both("Interview", "Interviews"), Kind: crosstab.Group, N: 2}, {ID: "people", Label: both("Deltagere", "Participants"), Kind: crosstab.Group, N: 12}},
		Cells:   [][]crosstab.Cell{{count(2), count(12)}, {count(2), count(12)}},
	}
}

func severalTable() *crosstab.Table {
	answer := func(id string, label survey.Text, m survey.Meaning) crosstab.Row {
		return crosstab.Row{ID: id, Label: label, Kind: crosstab.Answer, Meaning: m}
	}
	return &crosstab.Table{
		ID: "measures", Title: both("Tiltag", "Measures"), Base: caseBase(), Percent: crosstab.OfColumn, Several: true,
		Rows: []crosstab.Row{
			answer("partial", both("Delvis raskmelding", "Partial return"), survey.Substantive), answer("mentor", both("Mentor", "Mentor"), survey.Substantive),
			answer("nothing", both("Ingen", "None"), survey.None),
			{ID: "any", Label: both("Mindst ét", "At least one"), Kind: crosstab.Net, Of: []string{"partial", "mentor"}}, {ID: "total", Kind: crosstab.Total},
		},
		Columns: []crosstab.Column{everybody(195)},
		Cells:   [][]crosstab.Cell{{share(70, 195)}, {share(13, 195)}, {share(94, 195)}, {share(80, 195)}, {whole(195)}},
	}
}

// groupTable has a row for each of the cells.
func groupTable(id string, cells ...crosstab.Cell) *crosstab.Table {
	t := &crosstab.Table{ID: id, Title: both("Tabel "+id, "Table "+id), Base: caseBase(), Percent: crosstab.OfColumn, Columns: []crosstab.Column{everybody(195)}}
	for i, c := range cells {
		name := string(rune('a' + i))
		t.Rows = append(t.Rows, crosstab.Row{ID: name, Label: survey.Words(strings.ToUpper(name)), Kind: crosstab.Category})
		t.Cells = append(t.Cells, []crosstab.Cell{c})
	}
	return t
}

func hiddenTable() *crosstab.Table { return groupTable("all-hidden", hidden(), hidden()) }
func oneHiddenTable() *crosstab.Table {
	return groupTable("one-hidden", share(60, 195), hidden(), share(20, 195), hidden())
}
func tiedTable() *crosstab.Table {
	return groupTable("tied", share(60, 195), share(60, 195), share(20, 195))
}

func yesTable() *crosstab.Table {
	t := groupTable("yes", share(97, 195), share(98, 195))
	t.Rows[0].ID, t.Rows[0].Label = "yes", both("Ja", "Yes")
	t.Rows[1].ID, t.Rows[1].Label = "no", both("Nej", "No")
	return t
}

func rowsTable() *crosstab.Table {
	count := func(n, base int) crosstab.Cell {
		return crosstab.Cell{N: n, Weighted: float64(n), Base: base, P: float64(n) / float64(base), SE: none, Low: none, High: none}
	}
	return &crosstab.Table{
		ID: "places", Title: both("Steder", "Places"), Sample: "register", Percent: crosstab.OfRow,
		Base: crosstab.Base{N: 300, Answered: 300, Census: true, Unit: both("forløb", "spells")},
		Rows: []crosstab.Row{{ID: "ribe", Label: survey.Words("Ribe"), Kind: crosstab.Category}, {ID: "vejle", Label: survey.Words("Vejle"), Kind: crosstab.Category},
			{ID: "joined", Kind: crosstab.Category, Joined: true}, {ID: "total", Label: both("Hele landet", "The country"), Kind: crosstab.Total}},
		Columns: []crosstab.Column{{ID: "own", Label: both("Egne", "Own"), Kind: crosstab.Group, N: 40}, {ID: "other", Label: both("Andre", "Other"), Kind: crosstab.Group, N: 260}, everybody(300)},
		Cells: [][]crosstab.Cell{{count(5, 100), count(95, 100), whole(100)}, {count(15, 100), count(85, 100), whole(100)},
			{count(20, 100), count(80, 100), whole(100)}, {count(40, 300), count(260, 300), whole(300)}},
	}
}

// hostileTable has labels that Markdown, look-ups and the guards would stumble on.
func hostileTable() *crosstab.Table {
	t := groupTable("hostile", share(80, 195), share(60, 195), share(30, 195), share(25, 195))
	t.Title = both("50 % eller {{ mere }} <b> [x](y)", "50 % or {{ more }} <b> [x](y)")
	t.Rows[0].Label = both("50 % eller mere", "50 % or more")
	t.Rows[1].Label = survey.Words("*A* _b_ `c` [d](javascript:x) <i>{{ n }}")
	t.Rows[2].ID = `with "quotes"`
	t.Rows[3].ID = "with }} braces"
	return t
}

// A draft of every kind of table is what it was; the text is read in the diff.
func TestDraft(t *testing.T) {
	for _, language := range LanguageTags() {
		got, err := Draft(draftContent(), language)
		require.NoError(t, err)
		file := filepath.Join("testdata", "draft."+language+".md")
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, string(want), got)
	}
}

// A draft arranges at once, looks up no hidden cell, says nothing that the
// language guard finds, and leaves no table or figure out.
func TestDraftArranges(t *testing.T) {
	for _, language := range LanguageTags() {
		c := draftContent()
		text, err := Draft(c, language)
		require.NoError(t, err)
		c.Outline, err = ParseOutline("draft.md", []byte(text))
		require.NoError(t, err)
		d, err := Arrange(c, language)
		require.NoError(t, err)
		require.Len(t, d.Findings, 1)
		assert.Contains(t, d.Findings[0].Message, "with } brace", "a theme that no look-up can name is left to the author")
		l, _ := LanguageOf(language)
		for _, b := range d.Blocks {
			if p, ok := b.(Paragraph); ok {
				assert.NotContains(t, plain(p.Text), l.NotShown)
				assert.NotContains(t, plain(p.Text), l.NotKnown)
				assert.NotContains(t, plain(p.Text), "{")
			}
		}
		assert.Equal(t, len(c.Tables), strings.Count(text, "\n{{ table "))
		assert.Equal(t, len(c.Figures), strings.Count(text, "\n{{ figure "))
	}
	_, err := Draft(draftContent(), "sv")
	assert.Error(t, err)
}

// Groups are said to differ where the test finds it, and nowhere else.
func TestDraftVerdicts(t *testing.T) {
	text, err := Draft(draftContent(), "en")
	require.NoError(t, err)
	section := func(id string) string {
		before, _, found := strings.Cut(text, `{{ table "`+id+`" }}`)
		require.True(t, found, id)
		return before[strings.LastIndex(before, "\n## "):]
	}
	assert.Contains(t, section("by-industry"), "“Physical” makes up")
	assert.Contains(t, section("by-industry"), "finds that the groups differ")
	assert.Contains(t, section("by-chance"), "finds no certain difference between the groups")
	assert.NotContains(t, section("by-chance"), "makes up")
	assert.NotContains(t, section("untested"), "makes up")
	assert.NotContains(t, section("untested"), "differ")
	assert.Contains(t, section("lettered"), "“Physical” makes up")
	assert.NotContains(t, section("lettered"), "The test below")
	assert.Contains(t, section("all-hidden"), "too small to be shown")
	assert.Contains(t, section("banner"), "The numbers are in")
	assert.Contains(t, section("one-hidden"), "“A” makes up")
	assert.NotContains(t, section("one-hidden"), "largest")
	assert.Contains(t, section("tied"), "“A” and “B” make up")
}

// Every sentence there is in one language is there in the other.
func TestDraftWordsAreComplete(t *testing.T) {
	for _, w := range []draftWords{danishDraft, englishDraft} {
		v := reflect.ValueOf(w)
		for i := range v.NumField() {
			assert.NotEmpty(t, v.Field(i).String(), v.Type().Field(i).Name)
		}
	}
}
