package render

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report"
	"stikprove/report/figure"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// chartOf returns the chart that a workbook draws beside a table of two years,
// whose figure is of a kind.
func chartOf(t *testing.T, spec figure.Spec, edit func(*crosstab.Table)) string {
	t.Helper()
	return parcels(t, drawnOf(t, spec, edit))["xl/charts/chart1.xml"]
}

func drawnOf(t *testing.T, spec figure.Spec, edit func(*crosstab.Table)) []byte {
	t.Helper()
	table := &crosstab.Table{ID: "x", Title: survey.Words("Lidelser"), Percent: crosstab.OfColumn,
		Base: crosstab.Base{N: 30, Unit: survey.Words("sager")},
		Columns: []crosstab.Column{{ID: "2014", Label: survey.Words("2014"), Kind: crosstab.Group, N: 10}, {ID: "2015", Label: survey.Words("2015"), Kind: crosstab.Group, N: 20},
			{ID: "all", Kind: crosstab.All, N: 30}},
		Rows: []crosstab.Row{{ID: "a", Label: survey.Words("Fysisk"), Kind: crosstab.Category}, {ID: "b", Label: survey.Words("Medicinsk"), Kind: crosstab.Category}},
		Cells: [][]crosstab.Cell{
			{{N: 4, Base: 10, P: 0.4}, {N: 12, Base: 20, P: 0.6}, {N: 16, Base: 30, P: 16.0 / 30}},
			{{N: 6, Base: 10, P: 0.6}, {N: 8, Base: 20, P: 0.4}, {N: 14, Base: 30, P: 14.0 / 30}},
		}}
	if edit != nil {
		edit(table)
	}
	d, err := report.Arrange(report.Content{Tables: []*crosstab.Table{table}, Figures: []report.FigureSpec{{Spec: spec, Table: "x"}}}, "da")
	require.NoError(t, err)
	var buf bytes.Buffer
	require.NoError(t, Workbook(&buf, d))
	return buf.Bytes()
}

func TestWorkbookChartsAreTheFigures(t *testing.T) {
	for _, c := range []struct {
		spec   figure.Spec
		kind   string
		series int
	}{
		{figure.Spec{ID: "x", Kind: figure.Grouped}, `<c:grouping val="clustered"/>`, 2},
		{figure.Spec{ID: "x", Kind: figure.Dumbbell}, `<c:grouping val="clustered"/>`, 2},
		{figure.Spec{ID: "x", Kind: figure.Dots, Column: "2015"}, `<c:grouping val="clustered"/>`, 1},
		{figure.Spec{ID: "x", Kind: figure.Dots, Row: "a"}, `<c:grouping val="clustered"/>`, 1},
		{figure.Spec{ID: "x", Kind: figure.Line}, "<c:lineChart>", 2},
		{figure.Spec{ID: "x", Kind: figure.Stacked}, `<c:grouping val="percentStacked"/>`, 2},
	} {
		chart := chartOf(t, c.spec, nil)
		assert.Contains(t, chart, c.kind, "%v", c.spec)
		assert.Equal(t, c.series, strings.Count(chart, "<c:ser>"), "%v", c.spec)
	}
}

// A hidden cell is text in a sheet, and a line or bar of it would be nought.
func TestWorkbookDrawsNoHiddenCellAsNought(t *testing.T) {
	hide := func(t *crosstab.Table) { t.Cells[0][0] = crosstab.Cell{Suppressed: crosstab.Primary} }
	for _, kind := range []figure.Kind{figure.Grouped, figure.Line} {
		chart := chartOf(t, figure.Spec{ID: "x", Kind: kind}, hide)
		assert.NotContains(t, chart, "<c:lineChart>", kind)
		assert.NotContains(t, chart, `<c:grouping val="clustered"/>`, kind)
	}
}

// A chart draws an interval from lengths: 0.4 within 0.34 and 0.48 reaches 0.06
// down and 0.08 up. What is hidden has none.
func TestWorkbookChartsHaveIntervals(t *testing.T) {
	file := drawnOf(t, figure.Spec{ID: "x", Kind: figure.Bar, Column: "2014"}, func(t *crosstab.Table) {
		t.Level = 0.95
		t.Cells[0][0].Low, t.Cells[0][0].High = 0.34, 0.48
		t.Rows = append(t.Rows, crosstab.Row{ID: "c", Label: survey.Words("Skjult"), Kind: crosstab.Category})
		t.Cells = append(t.Cells, []crosstab.Cell{{N: 8675309, P: 0.8675309, Low: 0.8675309, High: 0.8675309, Suppressed: crosstab.Primary}, {N: 1, Base: 20, P: 0.05}, {N: 1, Base: 30, P: 1.0 / 30}})
	})
	chart := parcels(t, file)["xl/charts/chart1.xml"]
	assert.Contains(t, chart, `<c:plus><c:numRef><c:f>'Intervaller'!$E$5:$E$6</c:f>`)
	assert.Contains(t, chart, "95 %-konfidensinterval")
	assert.Contains(t, chart, `<c:lang val="da-DK"/>`)
	sheet := string(dump(t, file))
	assert.Contains(t, sheet, "B5\tFysisk\nC5\t2014\nD5\t0.06")
	assert.Contains(t, sheet, "E5\t0.0799")
	assert.NotContains(t, sheet, "86753")
	assert.NotContains(t, chart, "86753")
}
