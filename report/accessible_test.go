package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report/figure"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Each rule of the gate finds the one thing that is wrong, and nothing in a
// document as it is arranged.
func TestInaccessible(t *testing.T) {
	heading := func(level int, words string) Heading {
		return Heading{Level: level, ID: "h", Text: []Inline{Words{words}}}
	}
	for name, c := range map[string]struct {
		spoil func(d *Document)
		want  string
	}{
		"nothing":      {func(*Document) {}, ""},
		"language":     {func(d *Document) { d.Language = "" }, "report: no language is set that reports are printed in"},
		"title":        {func(d *Document) { d.Title = " " }, "title: the report has none; want one in da"},
		"first":        {func(d *Document) { d.Blocks = []Block{heading(2, "A")} }, `heading "A": the first is of level 2, want 1: one # before it`},
		"jump":         {func(d *Document) { d.Blocks = []Block{heading(1, "A"), heading(3, "B")} }, `heading "B": of level 3 after one of level 1; want 2 at most: ##`},
		"back":         {func(d *Document) { d.Blocks = []Block{heading(1, "A"), heading(2, "B"), heading(1, "C")} }, ""},
		"no words":     {func(d *Document) { d.Blocks = []Block{heading(1, " ")} }, "heading h: it has no words"},
		"link":         {func(d *Document) { d.Blocks = []Block{Paragraph{Text: []Inline{Link{URL: "https://a.dk"}}}} }, `paragraph "": the link to https://a.dk has no words`},
		"note's link":  {func(d *Document) { d.Notes = []Note{{1, []Inline{Link{URL: "https://a.dk"}}}} }, "footnote 1: the link to https://a.dk has no words"},
		"caption":      {func(d *Document) { d.Tables[0].Caption = "" }, "table size: it has no title"},
		"summary":      {func(d *Document) { d.Tables[0].Summary = "" }, "table size: it has no summary for those who cannot see it"},
		"stub":         {func(d *Document) { d.Tables[0].Stub = "" }, "table size: the column of row labels has no heading; give the variable in the rows a label"},
		"column":       {func(d *Document) { d.Tables[0].Heads[1].Text = "" }, "table size: column 2 has no heading; give its option a label"},
		"row":          {func(d *Document) { d.Tables[0].Rows[0].Label = "" }, "table size: row 1 has no heading; give its option a label"},
		"cells":        {func(d *Document) { d.Tables[0].Rows[0].Cells = d.Tables[0].Rows[0].Cells[1:] }, "table size: row 1 has 3 cells under 4 headings"},
		"spans":        {func(d *Document) { d.Tables[0].Spans = []Span{{"x", 2}} }, "table size: the headings over its columns are over 2, it has 4"},
		"alt":          {func(d *Document) { d.Figures[0].Figure.Alt = "" }, "figure bars: it has no alternative text"},
		"alt of file":  {func(d *Document) { d.Figures[0].Figure.Alt = "bars.svg" }, `figure bars: its alternative text is the name of a file or an id: "bars.svg"`},
		"alt of id":    {func(d *Document) { d.Figures[0].Figure.Alt = "bars" }, `figure bars: its alternative text is the name of a file or an id: "bars"`},
		"figure title": {func(d *Document) { d.Figures[0].Figure.Title = "" }, "figure bars: it has no title"},
		"no drawing":   {func(d *Document) { d.Figures[0].Figure = nil }, "figure bars: it has no drawing"},
		"of text":      {func(d *Document) { d.Figures[0].Table = nil }, "figure bars: a picture whose numbers and words are in no table of the report as text"},
	} {
		t.Run(name, func(t *testing.T) {
			d := drawnSizes(t)
			c.spoil(d)
			found := Inaccessible(d)
			if c.want == "" {
				assert.Empty(t, found)
				return
			}
			require.Len(t, found, 1)
			assert.Equal(t, c.want, found[0].String())
		})
	}
}

// drawnSizes is a document of one table and its figure.
func drawnSizes(t *testing.T) *Document {
	t.Helper()
	content := Content{
		Study: survey.Words("Prøve"), Title: survey.Words("Størrelser"), Tables: []*crosstab.Table{sizeTable()},
		Figures: []FigureSpec{{Spec: figure.Spec{ID: "bars", Kind: figure.Bar}, Table: "size"}},
	}
	d, err := Arrange(content, "da")
	require.NoError(t, err)
	require.Empty(t, d.Tables[0].Spans)
	return d
}
