package disclosure_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
	"stikprove/survey"
)

// counted returns the sample of cases that gives the table of counts, rows by
// columns, and says of each case whether it is in the of-which row.
func counted(t testing.TB, counts [][]int, special func(i int) bool) *sample.Sample {
	t.Helper()
	var row, column, of []int16
	for r := range counts {
		for c, n := range counts[r] {
			for range n {
				row, column = append(row, int16(r)), append(column, int16(c))
			}
		}
	}
	for i := range row {
		k := int16(1)
		if special(i) {
			k = 0
		}
		of = append(of, k)
	}
	variable := func(name, prefix string, options int, index []int16) *survey.Column {
		v := survey.Variable{Name: name}
		for k := range options {
			v.Options = append(v.Options, survey.Option{Name: fmt.Sprintf("%s%d", prefix, k)})
		}
		return survey.NewSingle(v, index, nil)
	}
	ds, err := survey.NewDataset("cases", len(row), survey.Origin{},
		variable("kind", "r", len(counts), row), variable("group", "c", len(counts[0]), column), variable("special", "s", 2, of))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "cases"})
	require.NoError(t, err)
	return s
}

// built returns the table of kind by group.
func built(t testing.TB, s *sample.Sample, spec crosstab.Spec) *crosstab.Table {
	t.Helper()
	spec.ID, spec.Rows = "t", "kind"
	table, err := crosstab.Build(s, spec, 0.95)
	require.NoError(t, err)
	return table
}

func never(int) bool { return false }

// pattern draws the counts of t, "." for what is hidden for being small and
// "x" for what is hidden with it.
func pattern(t *crosstab.Table) string {
	var b strings.Builder
	for _, cells := range t.Cells {
		for c, cell := range cells {
			if c > 0 {
				b.WriteByte(' ')
			}
			b.WriteString([]string{fmt.Sprint(cell.N), ".", "x", "x", "x", "0", "f", "r"}[cell.Suppressed])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestProtectHidesARectangle(t *testing.T) {
	s := counted(t, [][]int{{20, 9, 30}, {2, 12, 15}, {8, 7, 40}}, never)
	original := built(t, s, crosstab.Spec{Columns: "group"})
	before := original.String()
	got := disclosure.Protect(original, 3)
	assert.Equal(t, before, original.String(), "the original is left as it is")
	assert.Equal(t, `20 9 30 59
. x 15 29
x x 40 55
30 28 85 143
`, pattern(got))
	assert.Empty(t, disclosure.Audit([]*crosstab.Table{got}, disclosure.Rules{Minimum: 3}))
	assert.Contains(t, got.Notes, crosstab.Note{Kind: crosstab.NoteHidden, N: 3})
	for _, cells := range got.Cells {
		for _, cell := range cells {
			if cell.Suppressed != crosstab.Shown {
				assert.Equal(t, crosstab.Cell{Suppressed: cell.Suppressed}, cell)
			}
		}
	}
}

// Condition by the four largest industries, much as in the § 56 study. Hiding
// the 26 alone would close a ring of the three small counts, and leave the 1 and
// the 2 of the third industry a sum of 3: each would be known to be below 3.
func TestProtectClosesTheCheapestRing(t *testing.T) {
	s := counted(t, [][]int{{12, 23, 1, 14, 26}, {19, 4, 12, 7, 18}, {10, 0, 2, 0, 2}, {5, 4, 12, 3, 21}}, never)
	got := disclosure.Protect(built(t, s, crosstab.Spec{Columns: "group"}), 3)
	assert.Equal(t, `12 23 . x 26 76
19 4 12 7 18 60
10 0 . 0 . 14
5 4 x x x 45
46 31 27 24 67 195
`, pattern(got))
}

// A reader who knows that noughts are shown reads 1 and 1 off a sum of 2, so a
// third is hidden.
func TestProtectTwoOnesTellEachOther(t *testing.T) {
	s := counted(t, [][]int{{1}, {1}, {10}, {20}}, never)
	got := disclosure.Protect(built(t, s, crosstab.Spec{}), 3)
	assert.Equal(t, ".\n.\nx\n20\n32\n", pattern(got))
}

func TestProtectShowsNoughtsAndFullGroups(t *testing.T) {
	s := counted(t, [][]int{{9, 5}, {0, 6}}, never)
	got := disclosure.Protect(built(t, s, crosstab.Spec{Columns: "group"}), 3)
	assert.Equal(t, "9 5 14\n0 6 6\n9 11 20\n", pattern(got))
}

// A column of two cases: its base is hidden, so all that rests on it is, and
// with it the column that would give the base back.
func TestProtectHidesASmallBase(t *testing.T) {
	s := counted(t, [][]int{{1, 9, 30}, {1, 12, 25}}, never)
	got := disclosure.Protect(built(t, s, crosstab.Spec{Columns: "group"}), 3)
	assert.Equal(t, ". x 30 40\n. x 25 38\n. x 55 78\n", pattern(got))
	assert.Zero(t, got.Columns[0].N)
	assert.Equal(t, crosstab.Primary, got.Columns[0].Suppressed)
	assert.Zero(t, got.Columns[1].N)
	assert.Equal(t, 55, got.Columns[2].N)
	assert.Empty(t, disclosure.Audit([]*crosstab.Table{got}, disclosure.Rules{Minimum: 3}))
}

func TestProtectNetWouldTell(t *testing.T) {
	s := counted(t, [][]int{{2}, {9}, {14}, {20}}, never)
	net := []crosstab.NetSpec{{ID: "net", Of: []string{"r0", "r1"}}}
	got := disclosure.Protect(built(t, s, crosstab.Spec{Nets: net}), 3)
	assert.Equal(t, ".\nx\n14\n20\n11\n45\n", pattern(got))
	got = disclosure.Protect(built(t, s, crosstab.Spec{Nets: []crosstab.NetSpec{{ID: "net", Of: []string{"r0", "r2"}}}}), 3)
	assert.Empty(t, disclosure.Audit([]*crosstab.Table{got}, disclosure.Rules{Minimum: 3}))
	assert.Equal(t, ".\n9\nx\n20\n16\n45\n", pattern(got))
}

// All but two are in the of-which row: the two are a small count too.
func TestProtectOfWhichLeavesFew(t *testing.T) {
	s := counted(t, [][]int{{20}, {30}}, func(i int) bool { return i >= 2 })
	got := disclosure.Protect(built(t, s, crosstab.Spec{OfWhich: "special"}), 3)
	assert.Equal(t, "20\n30\n50\nr\n", pattern(got))
}

func TestProtectTakesSmallWordsTogether(t *testing.T) {
	titles := []string{"nurse", "Nurse", " nurse", "nurse", "mason", "mason", "mason", "juggler", "prior", "prior"}
	ds, err := survey.NewDataset("cases", len(titles), survey.Origin{}, survey.NewText(survey.Variable{Name: "kind"}, titles, nil))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "cases"})
	require.NoError(t, err)
	got := disclosure.Protect(built(t, s, crosstab.Spec{}), 3)
	assert.NotContains(t, got.String(), "juggler")
	assert.NotContains(t, got.String(), "prior")
	assert.Equal(t, "4\n3\n3\n10\n", pattern(got))
	assert.InDelta(t, 0.3, got.Cells[2][0].P, 1e-15)
	assert.True(t, math.IsNaN(got.Cells[2][0].SE))
	assert.Contains(t, got.Notes, crosstab.Note{Kind: crosstab.NoteJoined, N: 2})
}

// A table of two units says nothing, not even that they are two.
func TestProtectHidesASmallTable(t *testing.T) {
	got := disclosure.Protect(built(t, counted(t, [][]int{{2, 0}, {0, 0}}, never), crosstab.Spec{Columns: "group"}), 3)
	assert.Equal(t, crosstab.Base{Suppressed: crosstab.Primary}, got.Base)
	for _, cells := range got.Cells {
		assert.NotEqual(t, crosstab.Shown, cells[0].Suppressed)
		assert.NotEqual(t, crosstab.Shown, cells[2].Suppressed)
	}
	assert.Empty(t, disclosure.Audit([]*crosstab.Table{got}, disclosure.Rules{Minimum: 3}))
}

// The note on don't-knows counts them: it may not tell their hidden row.
func TestProtectNoteTellsNoRow(t *testing.T) {
	answers := []int16{0, 0, 0, 0, 1, 1, 1, 2, 2}
	v := survey.Variable{Name: "kind", Options: []survey.Option{{Name: "a"}, {Name: "b"}, {Name: "d", Meaning: survey.DontKnow}}}
	ds, err := survey.NewDataset("cases", len(answers), survey.Origin{}, survey.NewSingle(v, answers, nil))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "cases"})
	require.NoError(t, err)
	table := built(t, s, crosstab.Spec{})
	assert.Contains(t, table.Notes, crosstab.Note{Kind: crosstab.NoteDontKnowIn, N: 2})
	got := disclosure.Protect(table, 3)
	assert.Equal(t, "4\nx\n.\n9\n", pattern(got))
	assert.Contains(t, got.Notes, crosstab.Note{Kind: crosstab.NoteDontKnowIn})
}

func TestAuditFindsWhatIsGivenBack(t *testing.T) {
	s := counted(t, [][]int{{2, 9}, {7, 12}}, never)
	table := built(t, s, crosstab.Spec{Columns: "group"})
	table.Cells[0][0] = crosstab.Cell{Suppressed: crosstab.Primary}
	table.Notes = append(table.Notes, crosstab.Note{Kind: crosstab.NoteHidden, N: 3})
	assert.Equal(t, []disclosure.Interval{{Table: "t", Row: "r0", Column: "c0", Low: 2, High: 2, Exact: true, Suppressed: crosstab.Primary}}, disclosure.Audit([]*crosstab.Table{table}, disclosure.Rules{Minimum: 3}))
}

// drawn returns random counts, small ones often.
func drawn(rng *rand.Rand, rows, columns, most int) [][]int {
	counts := make([][]int, rows)
	for r := range counts {
		for range columns {
			n := rng.IntN(most + 1)
			if rng.IntN(3) == 0 {
				n = rng.IntN(4)
			}
			counts[r] = append(counts[r], n)
		}
	}
	return counts
}

// TestNoHiddenCountIsDetermined protects random tables and looks by trying
// every table of counts, apart from Audit, for two that agree with what is
// printed and differ in each hidden cell.
func TestNoHiddenCountIsDetermined(t *testing.T) {
	rng := rand.New(rand.NewPCG(56, 2015))
	hidden := 0
	for range 60 {
		counts := drawn(rng, 3, 2, 6)
		s := counted(t, counts, never)
		if s.Rows() == 0 {
			continue
		}
		percent := []crosstab.Direction{crosstab.OfColumn, crosstab.OfRow, crosstab.OfTotal}[rng.IntN(3)]
		got := disclosure.Protect(built(t, s, crosstab.Spec{Columns: "group", Percent: percent,
			Nets: []crosstab.NetSpec{{ID: "net", Of: []string{"r0", "r1"}}}}), 3)
		require.Empty(t, disclosure.Audit([]*crosstab.Table{got}, disclosure.Rules{Minimum: 3}), "%v\n%s", counts, got)
		seen := tablesLike(got, 3, 2, 8)
		for r, cells := range got.Cells {
			for c, cell := range cells {
				if cell.Suppressed != crosstab.Shown {
					hidden++
					require.Greater(t, len(seen[[2]int{r, c}]), 1, "%v\n%s row %d column %d", counts, got, r, c)
				}
			}
		}
	}
	assert.Greater(t, hidden, 200)
}

// tablesLike returns the counts that each cell of t, a table of rows by groups
// with the net of the first two rows, has in the tables that agree with what t
// prints. Counts are tried up to most.
func tablesLike(t *crosstab.Table, rows, groups, most int) map[[2]int]map[int]bool {
	seen := make(map[[2]int]map[int]bool)
	inner := make([]int, rows*groups)
	full := make([][]int, rows+2)
	for r := range full {
		full[r] = make([]int, groups+1)
	}
	var try func(k int)
	try = func(k int) {
		if k < len(inner) {
			cell := t.Cells[k/groups][k%groups]
			for n := range most + 1 {
				if cell.Suppressed == crosstab.Shown {
					n = cell.N
				}
				if inner[k] = n; agrees(t, k/groups, k%groups, n) {
					try(k + 1)
				}
				if cell.Suppressed == crosstab.Shown {
					return
				}
			}
			return
		}
		for r := range full {
			clear(full[r])
		}
		for k, n := range inner {
			for _, r := range []int{k / groups, rows + 1} {
				full[r][k%groups] += n
				full[r][groups] += n
			}
			if k/groups < 2 {
				full[rows][k%groups] += n
				full[rows][groups] += n
			}
		}
		for r := range full {
			for c, n := range full[r] {
				if !agrees(t, r, c, n) {
					return
				}
			}
		}
		for r := range full {
			for c, n := range full[r] {
				at := [2]int{r, c}
				if seen[at] == nil {
					seen[at] = make(map[int]bool)
				}
				seen[at][n] = true
			}
		}
	}
	try(0)
	return seen
}

// agrees reports whether the cell of row r and column c, printed so, may be n:
// noughts are shown where the base of shares is.
func agrees(t *crosstab.Table, r, c, n int) bool {
	cell, all, total := t.Cells[r][c], len(t.Columns)-1, len(t.Rows)-1
	base := [2]int{total, c}
	switch t.Percent {
	case crosstab.OfRow:
		base = [2]int{r, all}
	case crosstab.OfTotal:
		base = [2]int{total, all}
	}
	switch {
	case cell.Suppressed == crosstab.Shown:
		return n == cell.N
	case base != [2]int{r, c} && t.Cells[base[0]][base[1]].Suppressed != crosstab.Shown:
		return true
	default:
		return n > 0
	}
}

func TestProtectIsTheSameEveryTime(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 8 {
		table := built(t, counted(t, drawn(rng, 6, 5, 15), never), crosstab.Spec{Columns: "group"})
		first := disclosure.Protect(table, 3)
		assert.Equal(t, first.String(), disclosure.Protect(table, 3).String())
		assert.Empty(t, disclosure.Audit([]*crosstab.Table{first}, disclosure.Rules{Minimum: 3}))
	}
}

func BenchmarkProtect(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	table := built(b, counted(b, drawn(rng, 12, 5, 15), never), crosstab.Spec{Columns: "group"})
	for b.Loop() {
		disclosure.Protect(table, 3)
	}
}
