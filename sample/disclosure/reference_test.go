package disclosure_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
)

// reference reads the rows of a file of testdata/reference as whole numbers,
// -1 for none.
func reference(t *testing.T, name string) [][]int {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "reference", name))
	require.NoError(t, err)
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var rows [][]int
	for _, record := range records[1:] {
		row := make([]int, len(record))
		for i, field := range record {
			row[i] = -1
			if field != "" {
				row[i], err = strconv.Atoi(field)
				require.NoError(t, err)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// referenceTables are the tables of disclosure-tables.csv by case, and which
// cells are hidden in the cheapest pattern.
func referenceTables(t *testing.T) (counts map[int][][]int, hidden map[int][][2]int) {
	t.Helper()
	counts, hidden = make(map[int][][]int), make(map[int][][2]int)
	for _, row := range reference(t, "disclosure-tables.csv") {
		of := counts[row[0]]
		if row[2] == 0 {
			of = append(of, nil)
		}
		of[row[1]] = append(of[row[1]], row[3])
		counts[row[0]] = of
		if row[4] == 1 {
			hidden[row[0]] = append(hidden[row[0]], [2]int{row[1], row[2]})
		}
	}
	return counts, hidden
}

// Source: disclosure.py, which tries every choice of cells.
func TestReferenceCheapestChoice(t *testing.T) {
	counts, _ := referenceTables(t)
	for _, want := range reference(t, "disclosure-cost.csv") {
		before := built(t, counted(t, counts[want[0]], never), crosstab.Spec{Columns: "group"})
		got := disclosure.Protect(before, 3)
		cost := 0
		for r, cells := range got.Cells {
			for c, cell := range cells {
				if cell.Suppressed == crosstab.Secondary {
					cost += before.Cells[r][c].N + 1
				}
			}
		}
		assert.Equal(t, want[2], cost, "case %d\n%s\n%s", want[0], before, got)
	}
}

// Source: disclosure.py, which tries every count.
func TestReferenceIntervals(t *testing.T) {
	counts, hidden := referenceTables(t)
	want := make(map[int]map[[2]int][2]float64)
	for _, row := range reference(t, "disclosure-intervals.csv") {
		if want[row[0]] == nil {
			want[row[0]] = make(map[[2]int][2]float64)
		}
		want[row[0]][[2]int{row[1], row[2]}] = [2]float64{float64(row[3]), float64(row[4])}
	}
	require.Len(t, want, 30)
	for name, of := range want {
		table := built(t, counted(t, counts[name], never), crosstab.Spec{Columns: "group"})
		for _, at := range hidden[name] {
			table.Cells[at[0]][at[1]] = crosstab.Cell{Suppressed: crosstab.Primary}
		}
		got := make(map[[2]int][2]float64)
		for _, i := range disclosure.Intervals([]*crosstab.Table{table}, disclosure.Rules{Minimum: 3}) {
			assert.True(t, i.Exact)
			r, err := table.Row(i.Row)
			require.NoError(t, err)
			c, err := table.Column(i.Column)
			require.NoError(t, err)
			got[[2]int{r, c}] = [2]float64{i.Low, i.High}
		}
		assert.Equal(t, of, got, "case %d", name)
	}
}

// Two parts and the whole, in three tables. Source: disclosure.py.
func TestReferenceLinkedIntervals(t *testing.T) {
	cases := make(map[int][][]int)
	for _, row := range reference(t, "disclosure-linked.csv") {
		cases[row[0]] = append(cases[row[0]], row)
	}
	require.Len(t, cases, 20)
	for name, rows := range cases {
		units := make([]int, 8)
		for _, row := range rows[:8] { // a is the table, b the row, c the column
			units[row[1]*4+row[2]*2+row[3]] = row[4]
		}
		tables := tabulated(t, people(t, []int{2, 2, 2}, units),
			crosstab.Spec{Rows: "b", Columns: "c", Where: map[string][]string{"a": {"a0"}}},
			crosstab.Spec{Rows: "b", Columns: "c", Where: map[string][]string{"a": {"a1"}}}, crosstab.Spec{Rows: "c", Columns: "b"})
		want := make(map[[3]int][2]float64)
		for _, row := range rows {
			if row[5] == 0 {
				continue
			}
			r, c := row[2], row[3]
			if row[1] == 2 {
				r, c = c, r // the whole is printed the other way round
			}
			tables[row[1]].Cells[r][c] = crosstab.Cell{Suppressed: crosstab.Primary}
			want[[3]int{row[1], r, c}] = [2]float64{float64(row[6]), float64(row[7])}
		}
		got := make(map[[3]int][2]float64)
		for _, i := range disclosure.Intervals(tables, disclosure.Rules{Minimum: 3}) {
			k := int(i.Table[1] - '0')
			r, err := tables[k].Row(i.Row)
			require.NoError(t, err)
			c, err := tables[k].Column(i.Column)
			require.NoError(t, err)
			got[[3]int{k, r, c}] = [2]float64{i.Low, i.High}
		}
		assert.Equal(t, want, got, "case %d", name)
	}
}
