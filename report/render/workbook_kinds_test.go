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
	return parcels(t, buf.Bytes())["xl/charts/chart1.xml"]
}

func TestWorkbookChartsAreTheFigures(t *testing.T) {
	for _, c := range []struct {
		spec   figure.Spec
		kind   string
		series int
	}{
		{figure.Spec{ID: "x", Kind: figure.Grouped}, `<grouping val="clustered">`, 2},
		{figure.Spec{ID: "x", Kind: figure.Dumbbell}, `<grouping val="clustered">`, 2},
		{figure.Spec{ID: "x", Kind: figure.Dots, Column: "2015"}, `<grouping val="clustered">`, 1},
		{figure.Spec{ID: "x", Kind: figure.Dots, Row: "a"}, `<grouping val="clustered">`, 1},
		{figure.Spec{ID: "x", Kind: figure.Line}, "<lineChart>", 2},
		{figure.Spec{ID: "x", Kind: figure.Stacked}, `<grouping val="percentStacked">`, 2},
	} {
		chart := chartOf(t, c.spec, nil)
		assert.Contains(t, chart, c.kind, "%v", c.spec)
		assert.Equal(t, c.series, strings.Count(chart, "<ser>"), "%v", c.spec)
	}
}

// A hidden cell is text in a sheet, and a line or bar of it would be nought.
func TestWorkbookDrawsNoHiddenCellAsNought(t *testing.T) {
	hide := func(t *crosstab.Table) { t.Cells[0][0] = crosstab.Cell{Suppressed: crosstab.Primary} }
	for _, kind := range []figure.Kind{figure.Grouped, figure.Line} {
		chart := chartOf(t, figure.Spec{ID: "x", Kind: kind}, hide)
		assert.NotContains(t, chart, "<lineChart>", kind)
		assert.NotContains(t, chart, `<grouping val="clustered">`, kind)
	}
}
