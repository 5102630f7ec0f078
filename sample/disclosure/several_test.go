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

// several returns a random sample of a question with several answers, one
// with "none" among them, of a group, and of yes/no items some do not answer.
func several(t testing.TB, rng *rand.Rand) *sample.Sample {
	t.Helper()
	n := 12 + rng.IntN(30)
	many := survey.Variable{Name: "many", Options: []survey.Option{{Name: "x"}, {Name: "y"}, {Name: "z"}, {Name: "none", Meaning: survey.None}}}
	group := survey.Variable{Name: "group", Options: []survey.Option{{Name: "g0"}, {Name: "g1"}, {Name: "g2"}}}
	bits, index := make([]uint64, n), make([]int16, n)
	items := [2][]int16{make([]int16, n), make([]int16, n)}
	missing := [2][]survey.Missing{make([]survey.Missing, n), make([]survey.Missing, n)}
	for i := range n {
		if bits[i] = uint64(rng.IntN(8)); bits[i] == 0 {
			bits[i] = 8
		}
		index[i] = int16(rng.IntN(3))
		for k := range items {
			if items[k][i] = int16(rng.IntN(2)); rng.IntN(5) == 0 {
				items[k][i], missing[k][i] = -1, survey.NotAnswered
			}
		}
	}
	item := func(k int) *survey.Column {
		return survey.NewSingle(survey.Variable{Name: fmt.Sprint("item", k), Options: []survey.Option{survey.Yes, survey.No}}, items[k], missing[k])
	}
	ds, err := survey.NewDataset("cases", n, survey.Origin{}, survey.NewMultiple(many, bits, nil), survey.NewSingle(group, index, nil), item(0), item(1))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "cases"})
	require.NoError(t, err)
	return s
}

// Several answers with a net of them, batteries, unanswered items and rows with
// don't-knows: what is hidden stays hidden, and the true count is always one of
// those that a reader finds possible.
func TestSeveralAndBatteries(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	rules := disclosure.Rules{Minimum: 3}
	hidden := 0
	for range 40 {
		tables := tabulated(t, several(t, rng),
			crosstab.Spec{Rows: "many", Nets: []crosstab.NetSpec{{ID: "any", Of: []string{"x", "y", "z"}}}},
			crosstab.Spec{Rows: "many", Columns: "group", Nets: []crosstab.NetSpec{{ID: "any", Of: []string{"x", "y", "z"}}}},
			crosstab.Spec{Items: []string{"item0", "item1"}},
			crosstab.Spec{Rows: "item0", Columns: "group"},
			crosstab.Spec{Rows: "item1", Where: map[string][]string{"many": {"x", "y"}}},
			crosstab.Spec{Rows: "many", Answers: true}, crosstab.Spec{Rows: "many", Columns: "group", Answers: true})
		got := disclosure.ProtectAll(tables, rules)
		require.Empty(t, disclosure.Audit(got, rules))
		for _, i := range disclosure.Intervals(got, rules) {
			hidden++
			table := tables[i.Table[1]-'0']
			c, err := table.Column(i.Column)
			require.NoError(t, err)
			n := table.Columns[c].N
			if i.Row == disclosure.UnitsID {
				n = table.Base.N
			} else if i.Row != "" {
				cell, err := table.Cell(i.Row, i.Column)
				require.NoError(t, err)
				n = cell.N
			}
			assert.LessOrEqual(t, i.Low, float64(n), "%v", i)
			assert.GreaterOrEqual(t, i.High, float64(n), "%v", i)
		}
	}
	assert.Greater(t, hidden, 100)
}

// A table of answers counts in its rows the same units as one of the units that
// gave them: what is hidden in one is hidden in the other, and the number of
// units that its note would give is gone where it is a hidden base.
func TestAnswersAreLinked(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	rules := disclosure.Rules{Minimum: 3}
	hidden, units := 0, 0
	for range 40 {
		s := several(t, rng)
		got := disclosure.ProtectAll(tabulated(t, s,
			crosstab.Spec{Rows: "many", Columns: "group"}, crosstab.Spec{Rows: "many", Columns: "group", Answers: true},
			crosstab.Spec{Rows: "many", Answers: true, Where: map[string][]string{"group": {"g0"}}}), rules)
		require.Empty(t, disclosure.Audit(got, rules))
		for r := range 4 {
			for c := range got[0].Columns {
				shown := got[0].Cells[r][c].Suppressed == crosstab.Shown
				assert.Equal(t, shown, got[1].Cells[r][c].Suppressed == crosstab.Shown)
				if !shown {
					hidden++
				}
			}
		}
		if got[0].Columns[0].Suppressed != crosstab.Shown { // the units of g0
			units++
			assert.NotEqual(t, crosstab.Shown, got[2].Base.Suppressed)
			assert.Zero(t, got[2].Base.N)
			assert.Contains(t, got[2].Notes, crosstab.Note{Kind: crosstab.NoteAnswers})
		}
	}
	assert.Greater(t, hidden, 100)
	assert.Positive(t, units)
}

// Tables that say nothing of what they count, and tables of nothing.
func TestProtectOddTables(t *testing.T) {
	response := crosstab.Response("response", nil, sample.Design{Name: "offices", Eligible: 9},
		[]crosstab.ResponseRow{{ID: "a", Answered: 2}, {ID: "b", Answered: 8}})
	empty := &crosstab.Table{ID: "empty"}
	got := disclosure.ProtectAll([]*crosstab.Table{response, empty}, disclosure.Rules{Minimum: 3})
	assert.Equal(t, crosstab.Primary, got[0].Cells[0][0].Suppressed)
	assert.Equal(t, crosstab.Shown, got[0].Cells[1][0].Suppressed)
	assert.Equal(t, empty, got[1])
	assert.Empty(t, disclosure.ProtectAll(nil, disclosure.Rules{Minimum: 3}))
}
