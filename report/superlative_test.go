package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/association"
	"stikprove/sample/crosstab"
)

// spreadTable has rows a, b and c of 120, 50 and 25 of 195: 0.62, 0.26 and 0.13.
// With intervals of ±0.05 each is apart from the others; with ±0.20 a and b meet
// (0.42 to 0.46), and so do b and c, but not a and c.
func spreadTable(id string, half float64, census bool) *crosstab.Table {
	t := groupTable(id, share(120, 195), share(50, 195), share(25, 195))
	t.Level, t.Base.Census = 0.95, census
	for i := range t.Rows {
		c := &t.Cells[i][0]
		c.Low, c.High = c.P-half, c.P+half
	}
	return t
}

// superlatives returns what is found of a text on tables of which the top is
// apart from the rest ("clear"), is not ("close"), and of a census; and on one
// of three groups with letters where asked.
func superlatives(t *testing.T, text, language string, letters ...string) []string {
	t.Helper()
	o, err := ParseOutline("report.md", []byte(text))
	require.NoError(t, err)
	cross := crossTable()
	cross.Tests = []crosstab.Test{{Result: association.Result{Method: association.RaoScottF, P: 0.01}}}
	cross.Adjustment = association.Holm
	for j, letter := range []string{"A", "B", "C", ""} {
		cross.Columns[j].Letter = letter
	}
	cross.Cells[0][0].Letters = letters
	cross.Columns[2].Suppressed, cross.Cells[0][2] = crosstab.Shown, share(12, 30)
	c := content(o)
	c.Figures = nil
	c.Tables = []*crosstab.Table{spreadTable("clear", 0.05, false), spreadTable("close", 0.2, false), spreadTable("census", 0, true), cross}
	d, err := Arrange(c, language)
	require.NoError(t, err)
	var out []string
	for _, f := range d.Findings {
		if strings.Contains(f.Message, "got \"") {
			out = append(out, f.String())
		}
	}
	return out
}

// A superlative is carried where the top is known to be beyond every other.
func TestSuperlativesNeedATest(t *testing.T) {
	pct := func(table, row string) string { return `{{ pct "` + table + `" "` + row + `" }}` }
	for _, c := range []struct {
		language, text string
		want           string // part of the one finding; empty for none
	}{
		{"da", "Den største gruppe er a med " + pct("clear", "a") + ".", ""},
		{"da", "Den største gruppe er a med " + pct("close", "a") + ".", `got "største", which no test carries: "a" is not known to be beyond "b": the intervals in table "close" overlap`},
		{"da", "Det hyppigste svar er b (" + pct("clear", "b") + ").", `"b" is not known to be beyond "a": it is the other way`},
		{"da", "Flest er i a (" + pct("close", "a") + "), og " + pct("close", "b") + " er i b.", `got "flest"`},
		{"da", "Med " + pct("close", "a") + " er andelen højest i a.", `got "højest"`},
		{"da", "Færrest er i c (" + pct("close", "c") + ").", `got "færrest"`},
		{"da", "Færrest er i c (" + pct("census", "c") + ") og flest i a (" + pct("census", "a") + ").", ""},
		{"da", "Flest i stikprøven er i a (" + pct("close", "a") + ").", ""},
		{"da", "De to største er a og b (" + pct("close", "a") + " og " + pct("close", "b") + ").", `"b" is not known to be beyond "c"`},
		{"da", "De to største er a og b (" + pct("census", "a") + " og " + pct("census", "b") + ").", ""},
		{"da", "Den største er a (" + pct("close", "a") + "). {{ fine \"kendt fra loven\" }}", ""},
		{"da", "Blandt de største virksomheder er det " + pct("close", "a") + ".", ""},
		{"da", "Mindst én ting er med i " + pct("close", "a") + ", og den største del er nye.", ""},
		{"en", "The largest group is a with " + pct("clear", "a") + ".", ""},
		{"en", "The largest group is a with " + pct("close", "a") + ".", `got "largest"`},
		{"en", "The highest share is " + pct("close", "a") + ".", `got "highest"`},
		{"en", "The fewest are c (" + pct("close", "c") + ").", `got "fewest"`},
		{"en", "The most common is a (" + pct("close", "a") + ").", `got "the most"`},
		{"en", "Most of them are a (" + pct("close", "a") + "), in at least one case.", ""},
		{"en", "The largest in the sample is a (" + pct("close", "a") + ").", ""},
	} {
		got := superlatives(t, c.text, c.language)
		if c.want == "" {
			assert.Empty(t, got, c.text)
			continue
		}
		require.Len(t, got, 1, c.text)
		assert.Contains(t, got[0], c.want, c.text)
	}
}

// One test of three groups does not say which of them is the top; letters do.
func TestSuperlativesOfGroups(t *testing.T) {
	text := "Andelen er højest i bygge (" + building + ") og lavere i social (" + care + ")."
	assert.Empty(t, superlatives(t, text, "da", "B", "C"))
	got := superlatives(t, text, "da", "B")
	require.Len(t, got, 1)
	assert.Contains(t, got[0], `"building" is not known to be beyond`)
}

// A draft has a superlative where the guard would carry it, and nowhere else.
func TestDraftSuperlatives(t *testing.T) {
	for language, largest := range map[string]string{"da": "Den største gruppe er »A«", "en": "The largest group is “A”"} {
		for table, want := range map[*crosstab.Table]bool{
			spreadTable("clear", 0.05, false): true, spreadTable("close", 0.2, false): false, spreadTable("census", 0, true): true,
		} {
			c := content(nil)
			c.Figures, c.Tables = nil, []*crosstab.Table{table}
			text, err := Draft(c, language)
			require.NoError(t, err)
			assert.Equal(t, want, strings.Contains(text, largest), table.ID)
			c.Outline, err = ParseOutline("draft.md", []byte(text))
			require.NoError(t, err)
			d, err := Arrange(c, language)
			require.NoError(t, err)
			assert.Empty(t, d.Findings, table.ID)
		}
	}
}
