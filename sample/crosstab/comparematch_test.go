package crosstab_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
	"stikprove/survey"
)

// lettered binds a question answered with letters, two to an office.
func lettered(t *testing.T, letters string, options ...string) *sample.Sample {
	t.Helper()
	office := make([]string, len(letters))
	bits := make([]int, len(letters))
	score := make([]float64, len(letters))
	for i := range office {
		office[i] = string(rune('A' + i/2))
		bits[i] = 1<<(i%3) | 1<<(i*i%3)
		score[i] = float64(i * 7 % 11)
	}
	reversed := []byte(letters)
	for i, j := 0, len(reversed)-1; i < j; i, j = i+1, j-1 {
		reversed[i], reversed[j] = reversed[j], reversed[i]
	}
	ds, err := survey.NewDataset("cases", len(letters), survey.Origin{}, survey.NewText(survey.Variable{Name: "office"}, office, nil),
		single("answer", letters, options...), single("other", string(reversed), options...), multiple("several", bits...),
		survey.NewNumber(survey.Variable{Name: "score", Kind: survey.KindInteger}, score, nil))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "cases", PSU: "office"})
	require.NoError(t, err)
	return s
}

// TestInfluenceIsThatOfTheCells: of every kind of table a wave held against
// itself has no variance left, so that the influence of its cells is what their
// standard errors are made of.
func TestInfluenceIsThatOfTheCells(t *testing.T) {
	s := lettered(t, "abcabbcaabcacbabbcab", "a", "b", "c")
	for name, spec := range map[string]crosstab.Spec{
		"column":  {Rows: "answer", Columns: "other"},
		"row":     {Rows: "answer", Columns: "other", Percent: crosstab.OfRow},
		"total":   {Rows: "answer", Columns: "other", Percent: crosstab.OfTotal},
		"battery": {Items: []string{"answer", "other"}},
		"several": {Rows: "several", Columns: "other"},
		"answers": {Rows: "several", Columns: "other", Answers: true},
		"mean":    {Mean: "score", Columns: "other"},
		"nets":    {Rows: "answer", Nets: []crosstab.NetSpec{{ID: "ab", Of: []string{"a", "b"}}}},
	} {
		spec.ID = name
		table, err := crosstab.Build(s, spec, 0.95)
		require.NoError(t, err, name)
		wave := crosstab.Wave{Name: "1", Table: table}
		for _, column := range table.Columns {
			out, err := crosstab.Compare(wave, wave, crosstab.CompareSpec{Level: 0.95, Column: [2]string{column.ID, column.ID}})
			require.NoError(t, err, name)
			tested := 0
			for r, c := range out.Comparison.Changes {
				if out.Rows[r].Kind == crosstab.Total || out.Cells[r][0].SE == 0 || c.Why == crosstab.NoneToGoBy {
					continue // certain, or too few
				}
				tested++
				assert.Zero(t, c.SE, "%s %s %s", name, column.ID, out.Rows[r].ID)
				assert.Equal(t, crosstab.NotShown, c.Verdict, "%s %s %s", name, column.ID, out.Rows[r].ID)
			}
			if !(name == "row" || name == "battery") || column.Kind == crosstab.Group {
				assert.Positive(t, tested, "%s %s", name, column.ID)
			}
		}
	}
}

// TestCategoriesAreMatched: one renamed, one split, two joined, one new; nobody
// chose d in the later wave, which is 0 and no lack.
func TestCategoriesAreMatched(t *testing.T) {
	before := lettered(t, "aaaabbbbccccccddeeee", "a", "b", "c", "d", "e")
	after := lettered(t, "xxyyyzzzzzzzwwwwvvvv", "x", "y", "z", "w", "v", "d")
	build := func(s *sample.Sample) *crosstab.Table {
		table, err := crosstab.Build(s, crosstab.Spec{ID: "t", Rows: "answer"}, 0.95)
		require.NoError(t, err)
		return table
	}
	how := crosstab.CompareSpec{Level: 0.95, Known: [2][]string{{"a", "b", "c", "d", "e"}, {"x", "y", "z", "w", "v", "d"}},
		Matches: []crosstab.Match{{Before: []string{"a"}, After: []string{"x", "y"}}, {Before: []string{"b", "c"}, After: []string{"z"}}}}
	table, err := crosstab.Compare(crosstab.Wave{Name: "1", Table: build(before)}, crosstab.Wave{Name: "2", Table: build(after)}, how)
	require.NoError(t, err)
	want := []struct {
		id            string
		before, after int
		in            [2]bool
	}{{"a", 4, 5, [2]bool{true, true}}, {"z", 10, 7, [2]bool{true, true}}, {"w", 0, 4, [2]bool{false, true}}, {"v", 0, 4, [2]bool{false, true}},
		{"d", 2, 0, [2]bool{true, true}}, {"e", 4, 0, [2]bool{true, false}}}
	for i, w := range want {
		assert.Equal(t, w.id, table.Rows[i].ID)
		assert.Equal(t, w.before, table.Cells[i][0].N, w.id)
		assert.Equal(t, w.after, table.Cells[i][1].N, w.id)
		c := table.Comparison.Changes[i]
		assert.Equal(t, w.in, c.In, w.id)
		if w.in != [2]bool{true, true} {
			assert.Equal(t, crosstab.Unalike, c.Verdict, w.id)
			assert.Equal(t, crosstab.OneWave, c.Why, w.id)
		}
	}

	// A split category has the share and error that it would have had whole.
	whole := build(lettered(t, "aaaaazzzzzzzwwwwvvvv", "a", "z", "w", "v"))
	cell, err := whole.Cell("a", "")
	require.NoError(t, err)
	assert.InDelta(t, cell.P, table.Cells[0][1].P, 1e-15)
	assert.InDelta(t, cell.SE, table.Cells[0][1].SE, 1e-15)
	assert.InDelta(t, cell.High, table.Cells[0][1].High, 1e-12)
}

// TestWhatIsHiddenStaysHidden: a row hidden in one wave is hidden in the
// comparison, and so is a sum of which a part is.
func TestWhatIsHiddenStaysHidden(t *testing.T) {
	spec := crosstab.Spec{ID: "t", Rows: "answer"}
	before := lettered(t, "aaaaaaabbbbbbbcccccc", "a", "b", "c", "d")
	after := lettered(t, "aaaaaaabbbbbbcdddddd", "a", "b", "c", "d")
	var tables [2]*crosstab.Table
	for w, s := range []*sample.Sample{before, after} {
		table, err := crosstab.Build(s, spec, 0.95)
		require.NoError(t, err)
		tables[w] = disclosure.Protect(table, 3)
	}
	hidden := 0
	for _, matches := range [][]crosstab.Match{nil, {{Before: []string{"b", "c"}, After: []string{"b", "c"}}}} {
		table, err := crosstab.Compare(crosstab.Wave{Name: "1", Table: tables[0]}, crosstab.Wave{Name: "2", Table: tables[1]},
			crosstab.CompareSpec{Level: 0.95, Matches: matches})
		require.NoError(t, err)
		for r, row := range table.Rows {
			parts := strings.Split(row.ID, ",")
			if matches != nil && row.ID == "b" {
				parts = []string{"b", "c"}
			}
			for _, id := range parts {
				for w := range tables {
					at, err := tables[w].Row(id)
					require.NoError(t, err)
					if tables[w].Cells[at][0].Suppressed == crosstab.Shown {
						continue
					}
					hidden++
					c := table.Comparison.Changes[r]
					assert.Equal(t, crosstab.Concealed, c.Verdict, row.ID)
					assert.NotEqual(t, crosstab.Shown, table.Cells[r][0].Suppressed)
					assert.Zero(t, table.Cells[r][0].N+table.Cells[r][1].N)
					assert.NotEqual(t, c.Difference, c.Difference, "there is no difference")
					assert.NotEqual(t, c.P, c.P)
				}
			}
		}
	}
	assert.Positive(t, hidden, "the later wave has one c")
}
