package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/crosstab"
)

// wavesTable holds the table of sizes against an earlier wave of the same
// numbers; the verdicts are put in by hand.
func wavesTable(t *testing.T, verdict crosstab.Verdict) *crosstab.Table {
	t.Helper()
	before, after := sizeTable(), sizeTable()
	out, err := crosstab.Compare(crosstab.Wave{Name: "2015", Table: before}, crosstab.Wave{Name: "2026", Table: after},
		crosstab.CompareSpec{ID: "since", Title: both("Størrelse", "Size"), Level: 0.95})
	require.NoError(t, err)
	row := rowOf(out, "under_50")
	require.GreaterOrEqual(t, row, 0)
	difference := map[crosstab.Verdict]float64{crosstab.Higher: 0.1, crosstab.Lower: -0.1}[verdict]
	out.Comparison.Changes[row].Verdict, out.Comparison.Changes[row].Difference = verdict, difference
	out.Cells[row][0].P -= difference
	return out
}

// What has risen or fallen since an earlier wave is carried by the verdict of
// the comparison and by nothing else.
func TestVerdictsOfWaves(t *testing.T) {
	const now, then = `{{ pct "since" "under_50" "after" }}`, `{{ pct "since" "under_50" "before" }}`
	for _, c := range []struct {
		text    string
		verdict crosstab.Verdict
		want    string
	}{
		{"Andelen er steget til " + now + ".", crosstab.Higher, ""},
		{"Andelen er faldet til " + now + ".", crosstab.Higher, "it is the other way"},
		{"Andelen er steget til " + now + ".", crosstab.NotShown, "the verdict on row"},
		{"Andelen er faldet fra " + then + " til " + now + ".", crosstab.Lower, ""},
		{"Andelen er højere nu (" + now + ") end i 2015 (" + then + ").", crosstab.Higher, ""},
		{"Andelen var lavere i 2015 (" + then + ").", crosstab.Higher, ""},
		{"Andelen er markant lavere, {{ change \"since\" \"under_50\" }}.", crosstab.Lower, ""},
		{"Andelen er signifikant anderledes: {{ change \"since\" \"under_50\" }}.", crosstab.NotShown, "the verdict on row"},
	} {
		o, err := ParseOutline("report.md", []byte(c.text))
		require.NoError(t, err)
		content := content(o)
		content.Tables = append(content.Tables, wavesTable(t, c.verdict))
		d, err := Arrange(content, "da")
		require.NoError(t, err)
		var found []string
		for _, f := range d.Findings {
			found = append(found, f.String())
		}
		if c.want == "" {
			assert.Empty(t, found, c.text)
			continue
		}
		require.Len(t, found, 1, c.text)
		assert.Contains(t, found[0], c.want, c.text)
	}
}

// A draft says of two waves what the verdicts do, in their own words.
func TestDraftOfWaves(t *testing.T) {
	for verdict, want := range map[crosstab.Verdict]string{
		crosstab.Higher:   `The number for “Under 50 employees” is {{ verdict "since" "under_50" }} in 2026 than in 2015 ({{ change "since" "under_50" }}).`,
		crosstab.NotShown: `{{ see "table" "since" }} holds 2026 against 2015. No change is shown.`,
	} {
		c := content(nil)
		c.Tables = append(c.Tables, wavesTable(t, verdict))
		text, err := Draft(c, "en")
		require.NoError(t, err)
		assert.Contains(t, text, "# What has changed since 2015\n")
		assert.Contains(t, strings.ReplaceAll(text, "\n", " "), want)
	}
}
