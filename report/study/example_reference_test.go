package study

import (
	"bytes"
	"encoding/csv"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/association"
	"stikprove/sample/crosstab"
)

var update = flag.Bool("update", false, "rewrite the example's codes in testdata/reference/data")

var reference = filepath.Join("..", "..", "testdata", "reference")

// exampleData reads, codes and binds the example, without printing anything.
func exampleData(t *testing.T) (*Study, *Data) {
	t.Helper()
	s, err := Load(example)
	require.NoError(t, err)
	s = s.afresh()
	data, err := s.read(nil)
	require.NoError(t, err)
	return s, data
}

// What R reads of the example is what the tables are of: the codes of each case
// and the number of its jobcentre, and no text.
func TestExampleCodesAreThoseThatRReads(t *testing.T) {
	_, data := exampleData(t)
	cases := data.Samples["cases"]
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	names := []string{"condition", "industry", "firm_size"}
	require.NoError(t, w.Write(append([]string{"jobcentre"}, names...)))
	for row := range cases.Rows() {
		record := []string{strconv.Itoa(int(cases.PSU[row]) + 1)}
		for _, name := range names {
			c := cases.Data.Column(name)
			code := ""
			if k := c.Index(row); k >= 0 {
				code = c.Options[k].Name
			}
			record = append(record, code)
		}
		require.NoError(t, w.Write(record))
	}
	w.Flush()
	file := filepath.Join(reference, "data", "par56.csv")
	if *update {
		require.NoError(t, os.WriteFile(file, b.Bytes(), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), b.String())
}

// The example's tables of condition by industry and by size of firm, before what
// is small is hidden, agree with R survey 4.1-1; see
// testdata/reference/table-example.R.
func TestExampleTablesAgreeWithR(t *testing.T) {
	s, data := exampleData(t)
	tables := map[string]*crosstab.Table{}
	for _, spec := range s.config.Tables {
		if spec.ID == "condition-by-industry" || spec.ID == "condition-by-firm-size" {
			built, err := s.table(data, spec)
			require.NoError(t, err)
			tables[spec.ID] = built[0]
		}
	}
	f, err := os.Open(filepath.Join(reference, "table-example.csv"))
	require.NoError(t, err)
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	compared := map[string]int{}
	for _, r := range records[1:] {
		table, row, column, what := tables[r[0]], r[1], r[2], r[3]
		require.NotNil(t, table, r[0])
		want, err := strconv.ParseFloat(r[4], 64)
		require.NoError(t, err)
		var got float64
		if row != "" {
			cell, err := table.Cell(row, column)
			require.NoError(t, err)
			got = map[string]float64{"share": cell.P, "se": cell.SE, "df": float64(cell.DF), "n": float64(cell.N)}[what]
		} else {
			require.Len(t, table.Tests, 1)
			test := table.Tests[0]
			require.Equal(t, association.RaoScottF, test.Method)
			got = map[string]float64{"F": test.Statistic, "df1": test.DF1, "df2": test.DF2, "p": test.P, "x2": test.X2, "v": test.Effect.CramersV}[what]
		}
		assert.InDelta(t, want, got, 1e-8*math.Max(math.Abs(want), 1e-4), "%v", r)
		compared[what]++
	}
	// Four conditions by 5 industries, by 4 sizes and each by all.
	assert.Equal(t, map[string]int{"share": 44, "se": 44, "df": 44, "n": 44, "F": 2, "df1": 2, "df2": 2, "p": 2, "x2": 2, "v": 2}, compared)
}
