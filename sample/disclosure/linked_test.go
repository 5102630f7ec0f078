package disclosure_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
	"stikprove/survey"
)

// people returns the sample with so many units of each combination of answers
// to the variables a, b, ... of so many options each: counts by the last
// variable first.
func people(t testing.TB, options []int, counts []int) *sample.Sample {
	t.Helper()
	index := make([][]int16, len(options))
	for cell, n := range counts {
		for range n {
			rest := cell
			for v := len(options) - 1; v >= 0; v-- {
				index[v] = append(index[v], int16(rest%options[v]))
				rest /= options[v]
			}
		}
	}
	var columns []*survey.Column
	for v, n := range options {
		variable := survey.Variable{Name: string(rune('a' + v))}
		for k := range n {
			variable.Options = append(variable.Options, survey.Option{Name: fmt.Sprintf("%s%d", variable.Name, k)})
		}
		columns = append(columns, survey.NewSingle(variable, index[v], nil))
	}
	ds, err := survey.NewDataset("cases", len(index[0]), survey.Origin{}, columns...)
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "cases"})
	require.NoError(t, err)
	return s
}

func tabulated(t testing.TB, s *sample.Sample, specs ...crosstab.Spec) []*crosstab.Table {
	t.Helper()
	var tables []*crosstab.Table
	for i, spec := range specs {
		spec.ID = fmt.Sprint("t", i)
		table, err := crosstab.Build(s, spec, 0)
		require.NoError(t, err)
		tables = append(tables, table)
	}
	return tables
}

// The same table with rows and columns swapped: what one hides the other does.
func TestLinkedSwapped(t *testing.T) {
	s := counted(t, [][]int{{20, 9, 30}, {2, 12, 15}, {8, 7, 40}}, never)
	tables := tabulated(t, s, crosstab.Spec{Rows: "kind", Columns: "group"}, crosstab.Spec{Rows: "group", Columns: "kind"})
	got := disclosure.ProtectAll(tables, disclosure.Rules{Minimum: 3})
	assert.Equal(t, "20 9 30 59\n. x 15 29\nx x 40 55\n30 28 85 143\n", pattern(got[0]))
	assert.Equal(t, "20 . x 30\n9 x x 28\n30 15 40 85\n59 29 55 143\n", pattern(got[1]))
}

// A column margin of one table is a row of another: where the row must be
// hidden the margin is.
func TestLinkedMargin(t *testing.T) {
	s := counted(t, [][]int{{1, 12, 0, 9}, {1, 7, 8, 20}}, never)
	tables := tabulated(t, s, crosstab.Spec{Rows: "group"}, crosstab.Spec{Rows: "kind", Columns: "group"})
	rules := disclosure.Rules{Minimum: 3}
	got := disclosure.ProtectAll(tables, rules)
	assert.Empty(t, disclosure.Audit(got, rules))
	assert.Equal(t, crosstab.Primary, got[0].Cells[0][0].Suppressed)
	assert.Equal(t, crosstab.Primary, got[1].Columns[0].Suppressed)
	for r := range got[0].Rows[:4] { // hidden in one, hidden in the other
		assert.Equal(t, got[0].Cells[r][0].Suppressed == crosstab.Shown, got[1].Columns[r].Suppressed == crosstab.Shown, r)
	}
}

// A column that joins options and a table that prints them apart: each table
// alone protects its small counts, and together they give them back.
func TestLinkedJoinedColumn(t *testing.T) {
	s := counted(t, [][]int{{30, 21, 5, 4, 1}, {25, 18, 1, 7, 6}, {28, 26, 9, 3, 8}}, never)
	tables := tabulated(t, s, crosstab.Spec{Rows: "kind", Columns: "group", ColumnsLargest: 2}, crosstab.Spec{Rows: "kind", Columns: "group"})
	rules := disclosure.Rules{Minimum: 3}
	got := disclosure.ProtectAll(tables, rules)
	assert.Empty(t, disclosure.Audit(got, rules))
	for r := range 3 {
		assert.Equal(t, crosstab.Shown, got[0].Cells[r][2].Suppressed)
	}
}

// Each table hides enough alone; of both together a reader works it out. Then
// some of what is hidden is hidden for the other table.
func TestLinkedTablesLeakAlone(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	rules := disclosure.Rules{Minimum: 3}
	leaked, linked := 0, 0
	for range 60 {
		tables := tabulated(t, people(t, []int{2, 2, 4}, drawn(rng, 1, 16, 8)[0]),
			crosstab.Spec{Rows: "c", Columns: "a"}, crosstab.Spec{Rows: "c", Columns: "a", Where: map[string][]string{"b": {"b0"}}},
			crosstab.Spec{Rows: "c", Columns: "a", Where: map[string][]string{"b": {"b1"}}})
		var alone []*crosstab.Table
		for _, table := range tables {
			alone = append(alone, disclosure.Protect(table, 3))
		}
		if len(disclosure.Audit(alone, rules)) > 0 {
			leaked++
		}
		together := disclosure.ProtectAll(tables, rules)
		assert.Empty(t, disclosure.Audit(together, rules))
		for _, table := range together {
			for _, cells := range table.Cells {
				for _, c := range cells {
					if c.Suppressed == crosstab.Linked {
						linked++
					}
				}
			}
		}
	}
	assert.Greater(t, leaked, 10)
	assert.Greater(t, linked, 10)
}

// joined says that j takes the first two options of c together.
var joined = disclosure.Derivation{Sample: "cases", Variable: "d", Options: map[string][]disclosure.Condition{
	"d0": {{Variable: "c", Options: []string{"c0", "c1"}}}, "d1": {{Variable: "c", Options: []string{"c2"}}}}}

// linkedSpecs are pairs of tables of a, b and c, and of d, that hang together.
func linkedSpecs(rng *rand.Rand) []crosstab.Spec {
	percent := []crosstab.Direction{crosstab.OfColumn, crosstab.OfRow, crosstab.OfTotal}[rng.IntN(3)]
	return [][]crosstab.Spec{
		{{Rows: "c", Columns: "a", Percent: percent}, {Rows: "c"}, {Rows: "a"}},
		{{Rows: "c", Columns: "a"}, {Rows: "a", Columns: "c", Percent: percent}},
		{{Rows: "c", Columns: "a"}, {Rows: "c", Columns: "b"}},
		{{Rows: "c", Columns: "a"}, {Rows: "c", Columns: "a", Where: map[string][]string{"b": {"b0"}}}},
		{{Rows: "c", Columns: "a", OfWhich: "b"}, {Rows: "a", Columns: "b"}},
		{{Rows: "c", Columns: "a", Nets: []crosstab.NetSpec{{ID: "net", Of: []string{"c0", "c2"}}}}, {Rows: "c", Columns: "a", RowsLargest: 1}},
		{{Rows: "d", Columns: "a", Percent: percent}, {Rows: "c", Columns: "b"}, {Rows: "c", Columns: "a", Where: map[string][]string{"d": {"d0"}}}},
	}[rng.IntN(7)]
}

// TestLinkedAgainstEveryTable protects random sets of small linked tables and
// tries every count of units there can be, apart from Intervals: the units are
// of 12 kinds, a by b by c, and whatever agrees with all that is printed is
// possible. Every hidden count reaches the minimum or, where it is not small,
// another number, and the ends are those that Intervals gives.
func TestLinkedAgainstEveryTable(t *testing.T) {
	rng := rand.New(rand.NewPCG(56, 2026))
	rules := disclosure.Rules{Minimum: 3, Derived: []disclosure.Derivation{joined}}
	seen, hidden, wider := 0, 0, 0
	for turn := 0; seen < 70 && turn < 600; turn++ {
		counts := make([]int, 12)
		for k := range counts {
			counts[k] = []int{0, 0, 1, 1, 2, 3, 5}[rng.IntN(7)]
		}
		s := withJoined(t, people(t, []int{2, 2, 3}, counts))
		tables := tabulated(t, s, linkedSpecs(rng)...)
		got := disclosure.ProtectAll(tables, rules)
		intervals := disclosure.Intervals(got, rules)
		if len(intervals) == 0 {
			continue
		}
		ends, ok := everyTable(got, tables, s, 60_000)
		if !ok {
			continue // too many to try
		}
		seen++
		audited := disclosure.Audit(got, rules)
		for _, i := range intervals {
			hidden++
			at := ends[[3]string{i.Table, i.Row, i.Column}]
			require.LessOrEqual(t, i.Low, float64(at[0]), "%v %v %v", counts, i, at)
			require.GreaterOrEqual(t, i.High, float64(at[1]), "%v %v %v", counts, i, at)
			if i.Low < float64(at[0]) || i.High > float64(at[1]) {
				wider++
			}
		}
		require.Empty(t, audited, "%v\n%s\n%s", counts, got[0], got[1])
		for _, i := range intervals {
			at := ends[[3]string{i.Table, i.Row, i.Column}]
			require.Greater(t, at[1], at[0], "%v %v\n%s\n%s", counts, i, got[0], got[1])
			if i.Suppressed == crosstab.Primary && at[0] < 3 {
				require.GreaterOrEqual(t, at[1], 3, "%v %v\n%s\n%s", counts, i, got[0], got[1])
			}
		}
	}
	assert.Zero(t, wider, "every range is the exact one")
	assert.GreaterOrEqual(t, seen, 50)
	assert.Greater(t, hidden, 300)
}

// TestThreeWayAgainstEveryTable is the same of three variables printed in pairs:
// what only the table of all three would tell is told of none, and the ranges
// are the exact ones. With pairs tied by their margins alone some are too wide.
func TestThreeWayAgainstEveryTable(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 2026))
	rules := disclosure.Rules{Minimum: 3}
	seen, hidden, inexact := 0, 0, 0
	for turn := 0; seen < 25 && turn < 400; turn++ {
		counts := make([]int, 12)
		for k := range counts {
			counts[k] = []int{0, 0, 0, 1, 1, 2, 3, 4}[rng.IntN(8)]
		}
		s := people(t, []int{2, 2, 3}, counts)
		tables := tabulated(t, s, crosstab.Spec{Rows: "c", Columns: "a"}, crosstab.Spec{Rows: "c", Columns: "b"}, crosstab.Spec{Rows: "a", Columns: "b"})
		got := disclosure.ProtectAll(tables, rules)
		intervals := disclosure.Intervals(got, rules)
		if len(intervals) == 0 {
			continue
		}
		ends, ok := everyTable(got, tables, s, 200_000)
		if !ok {
			continue
		}
		seen++
		require.Empty(t, disclosure.Audit(got, rules), "%v", counts)
		for _, i := range intervals {
			hidden++
			at := ends[[3]string{i.Table, i.Row, i.Column}]
			require.Greater(t, at[1], at[0], "%v %v", counts, i)
			if i.Suppressed == crosstab.Primary && at[0] < 3 {
				require.GreaterOrEqual(t, at[1], 3, "%v %v", counts, i)
			}
			require.LessOrEqual(t, i.Low, float64(at[0]), "%v %v %v", counts, i, at)
			require.GreaterOrEqual(t, i.High, float64(at[1]), "%v %v %v", counts, i, at)
			if i.Low != float64(at[0]) || i.High != float64(at[1]) {
				inexact++
			}
		}
	}
	assert.Equal(t, 25, seen)
	assert.Greater(t, hidden, 120)
	assert.Zero(t, inexact)
}

// withJoined returns s with d, which takes c0 and c1 together.
func withJoined(t testing.TB, s *sample.Sample) *sample.Sample {
	t.Helper()
	d, err := s.Data.Column("c").Regrouped(survey.Variable{Name: "d"}, []survey.Regroup{
		{Option: survey.Option{Name: "d0"}, Of: []string{"c0", "c1"}}, {Option: survey.Option{Name: "d1"}, Of: []string{"c2"}}})
	require.NoError(t, err)
	ds, err := s.Data.With(d)
	require.NoError(t, err)
	s, err = sample.Bind(ds, s.Design)
	require.NoError(t, err)
	return s
}

// A hundred tables of ten by ten that share their rows, as a study's do.
func BenchmarkProtectAll(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	var columns []*survey.Column
	for v := range 101 {
		variable := survey.Variable{Name: fmt.Sprint("v", v)}
		for k := range 10 {
			variable.Options = append(variable.Options, survey.Option{Name: fmt.Sprint("o", k)})
		}
		index := make([]int16, 600)
		for i := range index {
			index[i] = int16(rng.IntN(10))
		}
		columns = append(columns, survey.NewSingle(variable, index, nil))
	}
	ds, err := survey.NewDataset("cases", 600, survey.Origin{}, columns...)
	require.NoError(b, err)
	s, err := sample.Bind(ds, sample.Design{Name: "cases"})
	require.NoError(b, err)
	var specs []crosstab.Spec
	for v := range 100 {
		specs = append(specs, crosstab.Spec{Rows: "v0", Columns: fmt.Sprint("v", v+1)})
	}
	tables := tabulated(b, s, specs...)
	for b.Loop() {
		disclosure.ProtectAll(tables, disclosure.Rules{Minimum: 4})
	}
}
