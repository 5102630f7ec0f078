package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report/figure"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Numbers are found in text, lists, emphasis, titles of figures and footnotes,
// in the order they are read, each with its line and what it is of.
func TestMentions(t *testing.T) {
	outline, err := ParseOutline("report.md", []byte("# Et {#et}\n\nMindst **{{ pct \"size\" \"under_50\" }}**.[^a]\n\n- {{ n \"size\" \"from_50\" }}\n\n{{ figure \"bars\" }}\n\n[^a]: Af {{ N \"size\" }}.\n"))
	require.NoError(t, err)
	d, err := Arrange(Content{Study: survey.Words("Prøve"), Tables: []*crosstab.Table{sizeTable()}, Outline: outline,
		Figures: []FigureSpec{{Spec: figure.Spec{ID: "bars", Kind: figure.Bar}, Table: "size", Title: survey.Words(`Det er {{ pct "size" "dont_know" }}`)}},
	}, "da")
	require.NoError(t, err)
	var got []Mention
	for _, m := range d.Mentions() {
		assert.Contains(t, m.Hint, "tabel\u00a01", "also of a figure, which is drawn before its table has a number")
		m.Anchor, m.Hint = "", ""
		got = append(got, m)
	}
	// 81, 75 and 39 of 195 are 41.5, 38.5 and 20 per cent.
	assert.Equal(t, []Mention{
		{Value: Value{Text: "42\u00a0%", Key: "size/under_50/pct", File: "report.md", Line: 3, Definition: "Virksomhedens størrelse: Under 50 ansatte"}, Section: "et"},
		{Value: Value{Text: "75", Key: "size/from_50/n", File: "report.md", Line: 5, Definition: "Virksomhedens størrelse: 50 ansatte eller flere"}, Section: "et"},
		{Value: Value{Text: "20\u00a0%", Key: "size/dont_know/pct", Definition: "Virksomhedens størrelse: Ved ikke"}, Section: "et", Figure: "bars"},
		{Value: Value{Text: "195", Key: "size/N", File: "report.md", Line: 9, Definition: "Virksomhedens størrelse"}, Note: 1},
	}, got)
}
