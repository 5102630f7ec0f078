package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/crosstab"
)

// meanTable has the mean of a number by group; one group is hidden.
func meanTable() *crosstab.Table {
	mean := func(n int, m float64) crosstab.Cell {
		return crosstab.Cell{N: n, Base: n, Weighted: float64(n), P: none, Mean: m, SE: 0.5, Low: m - 1.04, High: m + 1.04, DF: 20}
	}
	return &crosstab.Table{
		ID: "days", Title: both("Dage", "Days"), Base: caseBase(), Level: 0.95, Percent: crosstab.OfColumn, RowVariable: both("Dage", "Days"),
		Rows: []crosstab.Row{{ID: crosstab.MeanID, Kind: crosstab.Mean}, {ID: "total", Kind: crosstab.Total}},
		Columns: []crosstab.Column{{ID: "a", Label: both("A", "A"), Kind: crosstab.Group, N: 60}, {ID: "b", Label: both("B", "B"), Kind: crosstab.Group, N: 134},
			{ID: "c", Label: both("C", "C"), Kind: crosstab.Group, N: secret, Suppressed: crosstab.Primary}, everybody(195)},
		Cells: [][]crosstab.Cell{{mean(60, 12.25), mean(134, 9.5), hidden(), mean(195, 10.1)}, {whole(60), whole(134), hidden(), whole(195)}},
	}
}

// lookedAt returns the words of a one-line text with its look-ups resolved.
func lookedAt(t *testing.T, text, language string) (words, hint string, err error) {
	t.Helper()
	o, err := ParseOutline("report.md", []byte(text))
	require.NoError(t, err)
	c := content(o)
	c.Tables = append(c.Tables, meanTable())
	d, err := Arrange(c, language)
	if err != nil {
		return "", "", err
	}
	p := d.Blocks[0].(Paragraph).Text
	for _, in := range p {
		if v, ok := in.(Value); ok {
			found, known := d.Look(v.Key)
			assert.True(t, known, v.Key)
			assert.Equal(t, v.Text, found.Text, "a Word file is brought up to date by the key")
			hint = v.Hint
		}
	}
	return tilde(plain(p)), tilde(hint), nil
}

// tilde shows hard spaces.
func tilde(s string) string { return strings.ReplaceAll(s, nbsp, "~") }

func TestMeansAndDifferences(t *testing.T) {
	for text, want := range map[string][2]string{
		`x {{ mean "days" }}`:                                              {"x 10,1", "x 10.1"},
		`x {{ mean "days" "a" }}`:                                          {"x 12,3", "x 12.3"}, // 12.25, half up
		`x {{ ci "days" "mean" "a" }}`:                                     {"x 11,2–13,3", "x 11.2–13.3"},
		`x {{ n "days" "mean" "a" }}`:                                      {"x 60", "x 60"},
		`x {{ mean "days" "c" }}`:                                          {"x et tal, der ikke kan vises", "x a number that cannot be shown"},
		`x {{ difference "days" "mean" "a" "b" }}`:                         {"x 2,8", "x 2.8"}, // 2.75
		`x {{ difference "days" "mean" "b" "a" }}`:                         {"x −2,8", "x −2.8"},
		`x {{ difference "by-industry" "physical" "building" "care" }}`:    {"x 33~procentpoint", "x 33~percentage points"}, // 45/60 − 55/130 = 0.3269
		`x {{ difference "by-industry" "physical" "care" "building" }}`:    {"x −33~procentpoint", "x −33~percentage points"},
		`x {{ difference "by-industry" "physical" "farming" "building" }}`: {"x et tal, der ikke kan vises", "x a number that cannot be shown"},
		// 81/195 − 0.545 = −0.1296
		`x {{ difference "size" "under_50" "all" "reference" }}`: {"x −13~procentpoint", "x −13~percentage points"},
	} {
		for i, language := range LanguageTags() {
			words, _, err := lookedAt(t, text, language)
			require.NoError(t, err, text)
			assert.Equal(t, want[i], words, text)
		}
	}
	_, hint, err := lookedAt(t, `x {{ difference "by-industry" "physical" "building" "care" }}`, "en")
	require.NoError(t, err)
	assert.Equal(t, "75% against 42%; Table~2", hint)
}

func TestMeanProblems(t *testing.T) {
	for text, want := range map[string]string{
		`{{ mean "size" }}`:           `report.md:1:1: table "size" has no mean; want pct or n`,
		`{{ mean "days" "d" }}`:       `report.md:1:1: no number "days/d"; did you mean "days/a"?`,
		`{{ pct "days" "mean" "a" }}`: `report.md:1:1: row "mean" of table "days" is a mean; want mean, ci or n`,
		`{{ difference "by-industry" "physicl" "care" "building" }}`:  `report.md:1:1: no number "by-industry/physicl/care/building"; did you mean "by-industry/physical/care/building"?`,
		`{{ difference "by-industry" "physical" "care" "biulding" }}`: `report.md:1:1: no number "by-industry/physical/care/biulding"; did you mean "by-industry/physical/care/building"?`,
		`{{ difference "by-industry" "total" "care" "building" }}`:    `report.md:1:1: row "total" of table "by-industry" has no shares to compare`,
		`{{ difference "agreements" "sum" "all" "all" }}`:             `report.md:1:1: row "sum" of table "agreements" has no shares to compare`,
	} {
		_, _, err := lookedAt(t, text, "en")
		assert.EqualError(t, err, want)
	}
}

// A difference is rounded once, from the counts: 0.5 points up, away from nought.
func TestPointsBetween(t *testing.T) {
	cell := func(n, base int) crosstab.Cell {
		return crosstab.Cell{N: n, Base: base, P: float64(n) / float64(base)}
	}
	for _, c := range []struct{ n, of, m, from, want int }{
		{57, 200, 28, 100, 1}, // 28.5 − 28 = 0.5
		{28, 100, 57, 200, -1},
		{1, 3, 1, 3, 0},
		{2, 3, 1, 3, 33},
		{115, 200, 1, 4, 33}, // 57.5 − 25 = 32.5; 0.575 as a float is below the half
	} {
		assert.Equal(t, c.want, pointsBetween(cell(c.n, c.of), cell(c.m, c.from)), c)
	}
	assert.Equal(t, "1~procentpoint", tilde(danish.Points(1)))
	assert.Equal(t, "−1~percentage point", tilde(english.Points(-1)))
}
