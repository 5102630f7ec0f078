package report

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report/figure"
	"stikprove/sample/crosstab"
)

var update = flag.Bool("update", false, "rewrite the expected documents in testdata")

func arranged(t *testing.T, language string) *Document {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("testdata", "report."+language+".md"))
	require.NoError(t, err)
	o, err := ParseOutline("report."+language+".md", source)
	require.NoError(t, err)
	d, err := Arrange(content(o), language)
	require.NoError(t, err)
	return d
}

func TestArrange(t *testing.T) {
	for _, language := range LanguageTags() {
		got := dump(arranged(t, language))
		file := filepath.Join("testdata", "report."+language+".txt")
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, string(want), got, language)
	}
}

// What is hidden is in no word of the document, and nothing is computed of it.
func TestHiddenCellsAreNowhere(t *testing.T) {
	for _, language := range LanguageTags() {
		d := arranged(t, language)
		got := dump(d)
		for _, part := range []string{"8675309", "8.675.309", "8,675,309", "87~%", "87%", " 87 "} {
			assert.NotContains(t, got, part)
		}
		for _, table := range d.Tables {
			for _, r := range table.Rows {
				for _, c := range r.Cells {
					assert.NotEqual(t, float64(secret), c.Value)
					if c.Hidden {
						assert.NotEqual(t, c.Value, c.Value, "a hidden cell has no value")
					}
				}
			}
		}
	}
}

func TestAnchorsAreUniqueAndLeadSomewhere(t *testing.T) {
	d := arranged(t, "da")
	seen := map[string]int{}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case Heading:
			seen[b.ID]++
		case *Figure:
			seen[b.Anchor]++
		case *Table:
			seen[b.Anchor]++
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					seen[c.Anchor]++
				}
			}
		}
	}
	for anchor, times := range seen {
		assert.Equal(t, 1, times, anchor)
	}
	var follow func(text []Inline)
	follow = func(text []Inline) {
		for _, in := range text {
			switch in := in.(type) {
			case Value:
				assert.Contains(t, seen, in.Anchor, in.Key)
			case Reference:
				assert.Contains(t, seen, in.Anchor)
			case Emphasis:
				follow(in.Text)
			}
		}
	}
	for _, b := range d.Blocks {
		if p, ok := b.(Paragraph); ok {
			follow(p.Text)
		}
	}
}

func TestSentenceOpens(t *testing.T) {
	for words, want := range map[string]bool{
		"": true, "Ja. ": true, "Ja ": false, "Se (jf. ": false, "ca. ": false, "hvad? ": true, "tal.": false, " ": true, "således: ": false,
	} {
		assert.Equal(t, want, danish.opensAfter(words, true), "%q", words)
	}
	assert.False(t, danish.opensAfter(" ", false))
}

func TestArrangeProblems(t *testing.T) {
	for text, want := range map[string]string{
		"Her\ner {{ pct \"size\" \"undr_50\" }}":         `report.md:2:4: no number "size/undr_50"; did you mean "size/under_50"?`,
		"{{ pct \"sise\" \"under_50\" }}":                `report.md:1:1: no number "sise/under_50"; did you mean "size/under_50"?`,
		"{{ n \"by-industry\" \"other\" \"care2\" }}":    `report.md:1:1: no number "by-industry/other/care2"; did you mean "by-industry/other/care"?`,
		"{{ pct \"effort\" \"visits\" }}":                `report.md:1:1: table "effort" has several columns; want one named: {{ pct "table" "row" ["column"] }}; there is "yes", "no", "all"`,
		"{{ ci \"effort\" \"visits\" \"yes\" }}":         `report.md:1:1: table "effort" has no intervals`,
		"{{ total \"size\" \"under_50\" }}":              `report.md:1:1: row "under_50" of table "size" has no total of a number; want pct or n`,
		"{{ pct \"agreements\" \"sum\" }}":               `report.md:1:1: row "sum" of table "agreements" is a total of a number; want total or n`,
		"{{ n \"size\" \"under_50\" \"reference\" }}":    `report.md:1:1: column "reference" of table "size" has shares only; want pct or words`,
		"{{ eligible \"size\" }}":                        `report.md:1:1: table "size": the number of units in the population is not known`,
		"{{ see \"siz\" }}":                              `report.md:1:1: nothing to see called "siz"; did you mean "size"?`,
		"{{ see \"tabel\" \"size\" }}":                   `report.md:1:1: no kind "tabel"; want table, figure or section`,
		"{{ table \"sizes\" }}":                          `report.md:1:1: no table "sizes"; did you mean "size"?`,
		"{{ figure \"heath\" }}":                         `report.md:1:1: no figure "heath"; did you mean "heat"?`,
		"{{ table \"size\" }}\n\n{{ table \"size\" }}\n": `report.md:3:1: table "size" is placed already, in line 1; refer to it with {{ see }}`,
		"[^1]\n\n[^1]: {{ N \"siz\" }}":                  `report.md:3:7: no number "siz"; did you mean "size"?`,
	} {
		o, err := ParseOutline("report.md", []byte(text))
		require.NoError(t, err)
		_, err = Arrange(content(o), "en")
		assert.EqualError(t, err, want)
	}
}

func TestArrangeReportsEveryProblem(t *testing.T) {
	o, err := ParseOutline("report.md", []byte("{{ n \"x\" \"y\" }} {{ table-ish }}"))
	require.Error(t, err)
	assert.Nil(t, o)
	o, err = ParseOutline("report.md", []byte("{{ N \"sizf\" }} og {{ see \"zzzzz\" }}\n"))
	require.NoError(t, err)
	c := content(o)
	c.Figures = append(c.Figures, FigureSpec{Spec: figure.Spec{ID: "f", Kind: figure.Bar}, Table: "siz"})
	_, err = Arrange(c, "da")
	require.Error(t, err)
	assert.Equal(t, []string{
		`figure f: no table "siz"; did you mean "size"?`,
		`report.md:1:1: no number "sizf"; did you mean "size"?`,
		`report.md:1:19: nothing to see called "zzzzz"`,
	}, strings.Split(err.Error(), "\n"))
}

func TestArrangeWithoutText(t *testing.T) {
	c := content(nil)
	d, err := Arrange(c, "da")
	require.NoError(t, err)
	assert.Len(t, d.Tables, len(c.Tables))
	assert.Len(t, d.Figures, len(c.Figures))
	assert.Equal(t, Heading{Level: 1, ID: "tabeller", Text: []Inline{Words{"Tabeller"}}}, d.Blocks[0])
	_, err = Arrange(c, "sv")
	assert.EqualError(t, err, `language: got "sv", want one of da, en`)
}

func TestLay(t *testing.T) {
	table, err := Lay(sizeTable(), "en")
	require.NoError(t, err)
	assert.Equal(t, 0, table.Number)
	assert.Equal(t, "Size of the firm. Count and per cent", table.Caption)
	_, err = Lay(sizeTable(), "")
	assert.Error(t, err)
}

// A note about hidden cells is printed though the table has none.
func TestHiddenIsExplained(t *testing.T) {
	of := crossTable()
	of.Notes = nil
	table, err := Lay(of, "da")
	require.NoError(t, err)
	assert.Contains(t, table.Notes, danish.noteHidden)
}

func TestLayByTotalAndByRow(t *testing.T) {
	of := crossTable()
	of.Percent = crosstab.OfTotal
	table, err := Lay(of, "da")
	require.NoError(t, err)
	assert.Equal(t, "Procent af alle", table.Unit)
	assert.Contains(t, table.Notes, "N\u00a0=\u00a0195 sager.", "no line of bases says it")
	of = crossTable()
	of.Percent = crosstab.OfRow
	table, err = Lay(of, "da")
	require.NoError(t, err)
	assert.Equal(t, Head{Text: "n", Measure: MeasureBase, Column: 3}, table.Heads[3])
	assert.Equal(t, []Span{{"Branche", 3}, {"", 1}}, table.Spans)
	assert.Equal(t, "103", table.Rows[0].Cells[3].Text)
	of.ColumnVariable = both("I hvilken branche er firmaet?", "")
	table, err = Lay(of, "da")
	require.NoError(t, err)
	assert.Nil(t, table.Spans)
	assert.Equal(t, "Kolonner: I hvilken branche er firmaet?", table.Notes[0])
}

func TestLayEdges(t *testing.T) {
	table, err := Lay(&crosstab.Table{ID: "empty æ?"}, "da")
	require.NoError(t, err)
	assert.Equal(t, "tabel-empty-ae-", table.Anchor)
	of := sizeTable()
	of.Title = both("Hvor stor er firmaet?", "")
	table, err = Lay(of, "da")
	require.NoError(t, err)
	assert.Equal(t, "Hvor stor er firmaet? Antal og procent", table.Caption)
	of.RowVariable = both("Hvor mange er ansat?", "")
	table, err = Lay(of, "da")
	require.NoError(t, err)
	assert.Equal(t, "Svar", table.Stub)
	assert.Equal(t, "Spørgsmål: Hvor mange er ansat?", table.Notes[0])
	of.Level = 0
	table, err = Lay(of, "da")
	require.NoError(t, err)
	assert.Len(t, table.Heads, 3, "no column of intervals")
}

func TestHiddenBase(t *testing.T) {
	of := sizeTable()
	of.Cells[3][0] = hidden()
	of.Base.N, of.Base.PSUs, of.Base.Answered, of.Base.Suppressed = 0, 0, 0, crosstab.Secondary
	table, err := Lay(of, "da")
	require.NoError(t, err)
	assert.Equal(t, "Stikprøve af sager.", table.Source)
	assert.Contains(t, table.Summary, "N\u00a0=\u00a0•")
}

func TestTotalsSpeakOnlyWhereSharesDoNotSum(t *testing.T) {
	of := sizeTable() // 42, 38 and 20
	table, err := Lay(of, "da")
	require.NoError(t, err)
	assert.NotContains(t, table.Notes, danish.noteRounding)
	of.Cells[0][0], of.Cells[1][0] = share(80, 195), share(76, 195) // 41, 39 and 20
	table, err = Lay(of, "da")
	require.NoError(t, err)
	assert.NotContains(t, table.Notes, danish.noteRounding)
	of.Cells[0][0], of.Cells[2][0] = share(79, 195), share(40, 195) // 41, 39 and 21
	table, err = Lay(of, "da")
	require.NoError(t, err)
	assert.Contains(t, table.Notes, danish.noteRounding)
	of.Several = true
	table, err = Lay(of, "da")
	require.NoError(t, err)
	assert.NotContains(t, table.Notes, danish.noteRounding)
}
