package render

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report"
	"stikprove/report/figure"
	"stikprove/sample/crosstab"
)

// illustrated is the sample document with a figure of its first table.
func illustrated(t testing.TB) *report.Document {
	t.Helper()
	d := sampleDocument()
	percent := func(p float64) string { return fmt.Sprintf("%.0f %%", p*100) }
	drawn, err := figure.New(d.Tables[0].Of, figure.Spec{ID: "size", Kind: figure.Bar}, figure.Wording{
		Title: "Fire ud af ti aftaler er indgået i små virksomheder", Subtitle: "Virksomhedens størrelse. Procent af aftalerne, N = 195, 95 %-konfidensinterval",
		Notes: []string{"Anm.: »Ved ikke« er medregnet i procentgrundlaget.", "Kilde: Stikprøve med 195 sager i 65 jobcentre."},
		Row:   func(r crosstab.Row) string { return r.Label.In("da") }, Column: func(c crosstab.Column) string { return c.Label.In("da") },
		Share: func(c crosstab.Cell) string { return percent(c.P) }, Bare: func(c crosstab.Cell) string { return strconv.Itoa(int(c.P*100 + 0.5)) },
		Axis: percent, Count: strconv.Itoa, Hidden: "•", HiddenWord: "skjult", Base: "n", Alt: "Søjlediagram: Virksomhedens størrelse. Procent, N = 195.",
	})
	require.NoError(t, err)
	f := &report.Figure{Number: 1, ID: "size", Anchor: "figur-size", Caption: "Virksomhedens størrelse. Procent, N = 195", Figure: drawn, Table: d.Tables[0]}
	d.Figures = append(d.Figures, f)
	d.Blocks = append(d.Blocks[:5:5], append([]report.Block{f}, d.Blocks[5:]...)...)
	return d
}

func TestHTMLFigure(t *testing.T) {
	var buf bytes.Buffer
	require.NoError(t, HTML(&buf, illustrated(t)))
	page := buf.String()
	assert.Contains(t, page, `<figure id="figur-size">`)
	assert.Contains(t, page, `role="img"`)
	assert.Contains(t, page, "<b>Figur\u00a01.</b> Virksomhedens størrelse.")
	assert.Contains(t, page, `href="#t1"`, "a figure leads to its table")
	assert.NotContains(t, page, "<?xml")
	assert.Equal(t, 1, strings.Count(page, "<svg "))
}

func TestWorkbookChartSaysWhatTheFigureSays(t *testing.T) {
	d := illustrated(t)
	var buf bytes.Buffer
	require.NoError(t, Workbook(&buf, d))
	files := parcels(t, buf.Bytes())
	assert.Contains(t, files["xl/charts/chart1.xml"], d.Figures[0].Figure.Title)
	assert.Contains(t, files["xl/drawings/drawing1.xml"], "Søjlediagram: Virksomhedens størrelse.")
}
