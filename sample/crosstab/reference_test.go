package crosstab_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// lines returns a file of testdata/reference without its heading.
func lines(t *testing.T, file string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "reference", file))
	require.NoError(t, err)
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	return all[1:]
}

// number returns s as a number.
func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return v
}

// clusters returns the made-up cases of clusters.csv in strata, with PSUs and
// weights.
func clusters(t *testing.T) *sample.Sample {
	t.Helper()
	rows := lines(t, "clusters.csv")
	text := func(name string, at int) *survey.Column {
		texts := make([]string, len(rows))
		for i, r := range rows {
			texts[i] = r[at]
		}
		return survey.NewText(survey.Variable{Name: name}, texts, nil)
	}
	weight := make([]float64, len(rows))
	for i, r := range rows {
		weight[i] = number(t, r[2])
	}
	ds, err := survey.NewDataset("cases", len(rows), survey.Origin{}, text("office", 0), text("region", 1), text("condition", 3),
		text("industry", 4), survey.NewNumber(survey.Variable{Name: "weight", Kind: survey.KindDecimal}, weight, nil))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "cases", PSU: "office", Strata: "region", Weights: "weight"})
	require.NoError(t, err)
	return s
}

// TestCellsAgreeWithR compares every cell of a table with svymean, degf and
// svyciprop of R survey 4.1-1 over the column as a domain; see
// testdata/reference/clusters.R.
func TestCellsAgreeWithR(t *testing.T) {
	table, err := crosstab.Build(clusters(t), crosstab.Spec{ID: "t", Rows: "condition", Columns: "industry"}, 0.95)
	require.NoError(t, err)
	compared := 0
	for _, r := range lines(t, "clusters-shares.csv") {
		_, column, _ := strings.Cut(r[1], "=")
		if r[0] != "strata" || r[2] != "condition" || r[4] != "0.95" || column == "east" || column == "yes" {
			continue
		}
		cell, err := table.Cell(r[3], column)
		require.NoError(t, err)
		what := r[3] + " in " + r[1]
		assert.Equal(t, r[5], strconv.Itoa(cell.Base), what)
		assert.InDelta(t, number(t, r[6]), cell.P, 1e-12, what)
		assert.InDelta(t, number(t, r[7]), cell.SE, 1e-11, what)
		assert.Equal(t, r[8], strconv.Itoa(cell.DF), what)
		if r[9] != "" {
			assert.InDelta(t, number(t, r[9]), cell.Low, 1e-9, what)
			assert.InDelta(t, number(t, r[10]), cell.High, 1e-9, what)
		}
		compared++
	}
	assert.Equal(t, 24, compared, "four conditions in five industries and in all")
}
