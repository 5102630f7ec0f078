package disclosure_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
	"stikprove/survey"
)

// totals returns the table of the sum of a number by group.
func totals(t *testing.T, groups ...[]float64) *crosstab.Table {
	t.Helper()
	return ofNumber(t, crosstab.Spec{Sum: "turnover", Columns: "group"}, groups...)
}

// ofNumber returns a table of a number by group.
func ofNumber(t *testing.T, spec crosstab.Spec, groups ...[]float64) *crosstab.Table {
	t.Helper()
	var index []int16
	var values []float64
	variable := survey.Variable{Name: "group"}
	for g, of := range groups {
		variable.Options = append(variable.Options, survey.Option{Name: fmt.Sprint("g", g)})
		for _, v := range of {
			index, values = append(index, int16(g)), append(values, v)
		}
	}
	ds, err := survey.NewDataset("firms", len(index), survey.Origin{}, survey.NewSingle(variable, index, nil),
		survey.NewNumber(survey.Variable{Name: "turnover", Kind: survey.KindDecimal}, values, nil))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "firms"})
	require.NoError(t, err)
	spec.ID = "t"
	table, err := crosstab.Build(s, spec, 0)
	require.NoError(t, err)
	return table
}

// suppressed draws why the cells of t's first row are hidden.
func suppressed(t *crosstab.Table) string {
	s := ""
	for _, c := range t.Cells[0] {
		s += string("-.xld"[c.Suppressed])
	}
	return s
}

// The largest part is 85 of 100: more than 80 %, less than 90.
func TestDominance(t *testing.T) {
	table := totals(t, []float64{85, 5, 5, 5}, []float64{25, 25, 25, 25}, []float64{60, 50, 45, 50})
	dominance := func(n int, percent float64) disclosure.Rules {
		return disclosure.Rules{Dominance: disclosure.Dominance{N: n, Percent: percent}}
	}
	for _, test := range []struct {
		rules disclosure.Rules
		want  string
	}{
		{dominance(1, 80), "dx--"},
		{dominance(1, 90), "----"},
		{dominance(2, 89.9), "dx--"}, // 85 and 5
		{dominance(2, 90.1), "----"},
		{disclosure.Rules{PPercent: 10}, "----"}, // 10 are left, 8.5 are needed
		{disclosure.Rules{PPercent: 12}, "dx--"}, // 10.2
	} {
		got := disclosure.ProtectAll([]*crosstab.Table{table}, test.rules)[0]
		assert.Equal(t, test.want, suppressed(got), test.rules)
		assert.Nil(t, got.Largest)
		if test.want != "----" {
			assert.Equal(t, crosstab.Cell{Suppressed: crosstab.Dominated}, got.Cells[0][0])
			assert.Empty(t, disclosure.Audit([]*crosstab.Table{got}, test.rules))
		}
	}
	assert.Equal(t, []float64{85, 5, 5, 5}, table.Largest[0], "the original is left as it is")
}

// A mean beside its count is a total: what hides the total hides the mean, in
// every table that gives it, and the counts are shown.
func TestDominanceReachesMeans(t *testing.T) {
	groups := [][]float64{{85, 5, 5, 5}, {25, 25, 25, 25}, {60, 50, 45, 50}}
	mean := ofNumber(t, crosstab.Spec{Mean: "turnover", Columns: "group"}, groups...)
	for _, rules := range []disclosure.Rules{{Dominance: disclosure.Dominance{N: 1, Percent: 80}}, {PPercent: 12}} {
		got := disclosure.ProtectAll([]*crosstab.Table{mean}, rules)
		assert.Equal(t, "dx--", suppressed(got[0]))
		assert.Equal(t, crosstab.Cell{Suppressed: crosstab.Dominated}, got[0].Cells[0][0])
		assert.Equal(t, 4, got[0].Cells[1][0].N)
		assert.Nil(t, got[0].Largest)
		assert.Empty(t, disclosure.Audit(got, rules))

		// A table of one group alone, in which nothing else is hidden.
		one := ofNumber(t, crosstab.Spec{Mean: "turnover", Where: map[string][]string{"group": {"g1"}}}, groups...)
		sum := totals(t, groups...)
		linked := disclosure.ProtectAll([]*crosstab.Table{mean, one, sum}, rules)
		assert.Equal(t, suppressed(linked[0]), suppressed(linked[2]))
		assert.Equal(t, crosstab.Shown == linked[0].Cells[0][1].Suppressed, crosstab.Shown == linked[1].Cells[0][0].Suppressed)
		assert.Empty(t, disclosure.Audit(linked, rules))
	}
	unruled := disclosure.ProtectAll([]*crosstab.Table{mean}, disclosure.Rules{Minimum: 3})[0]
	assert.Equal(t, "----", suppressed(unruled))
	assert.InDelta(t, 25, unruled.Cells[0][0].Mean, 1e-12)
}

// What dominance hides leaves a range that covers the part of the rule: 85 is
// 80 % of 106.25.
func TestDominanceBlursEnough(t *testing.T) {
	table := totals(t, []float64{85, 5, 5, 5}, []float64{3, 2}, []float64{1, 2}, []float64{25, 25, 25, 25})
	rules := disclosure.Rules{Dominance: disclosure.Dominance{N: 1, Percent: 80}}
	got := disclosure.ProtectAll([]*crosstab.Table{table}, rules)
	for _, i := range disclosure.Intervals(got, rules) {
		if i.Total && i.Column == "g0" {
			assert.LessOrEqual(t, i.Low, 93.75)
			assert.GreaterOrEqual(t, i.High, 106.25)
		}
	}
	assert.Equal(t, "d--x-", suppressed(got[0]))
}

func TestZeros(t *testing.T) {
	s := counted(t, [][]int{{9, 5, 6}, {0, 6, 8}, {7, 8, 9}}, never)
	rules := disclosure.Rules{Minimum: 3, Zeros: true}
	got := disclosure.ProtectAll([]*crosstab.Table{built(t, s, crosstab.Spec{Columns: "group"})}, rules)
	assert.Equal(t, crosstab.Nought, got[0].Cells[1][0].Suppressed)
	assert.Empty(t, disclosure.Audit(got, rules))
	for _, i := range disclosure.Intervals(got, rules) {
		if i.Suppressed == crosstab.Nought {
			assert.Zero(t, i.Low)
			assert.GreaterOrEqual(t, i.High, 3.0)
		}
	}
}

// All of the first column are in one row: of anybody in it that is known.
func TestFull(t *testing.T) {
	s := counted(t, [][]int{{9, 5, 6}, {0, 6, 8}, {0, 8, 9}}, never)
	table := built(t, s, crosstab.Spec{Columns: "group"})
	rules := disclosure.Rules{Minimum: 3, Full: true}
	got := disclosure.ProtectAll([]*crosstab.Table{table}, rules)
	assert.Equal(t, crosstab.Full, got[0].Cells[0][0].Suppressed)
	for _, i := range disclosure.Intervals(got, rules) {
		if i.Row == "r0" && i.Column == "c0" {
			assert.Less(t, i.Low, 9.0)
		}
	}
	assert.Empty(t, disclosure.Audit(got, rules))
	without := disclosure.Protect(table, 3)
	assert.Equal(t, crosstab.Shown, without.Cells[0][0].Suppressed)
}

func TestWidth(t *testing.T) {
	s := counted(t, [][]int{{20, 9, 30}, {2, 12, 15}, {8, 7, 40}}, never)
	rules := disclosure.Rules{Minimum: 3, Width: 8}
	got := disclosure.ProtectAll([]*crosstab.Table{built(t, s, crosstab.Spec{Columns: "group"})}, rules)
	for _, i := range disclosure.Intervals(got, rules) {
		if i.Suppressed == crosstab.Primary {
			assert.GreaterOrEqual(t, i.High-i.Low, 8.0)
		}
	}
	assert.Empty(t, disclosure.Audit(got, rules))
}

// Hiding few cells, or few units: the 100 alone, or the 4 and the 5.
func TestCost(t *testing.T) {
	s := counted(t, [][]int{{2, 30, 100}, {40, 3, 30}, {5, 30, 4}, {70, 80, 90}}, never)
	hidden := func(cost disclosure.Cost) (cells, units int) {
		before := built(t, s, crosstab.Spec{Columns: "group"})
		got := disclosure.ProtectAll([]*crosstab.Table{before}, disclosure.Rules{Minimum: 3, Cost: cost})[0]
		for r := range got.Cells {
			for c := range got.Cells[r] {
				if got.Cells[r][c].Suppressed == crosstab.Secondary {
					cells, units = cells+1, units+before.Cells[r][c].N
				}
			}
		}
		return cells, units
	}
	fewCells, _ := hidden(disclosure.Cells)
	cells, fewUnits := hidden(disclosure.Counts)
	_, units := hidden(disclosure.Cells)
	assert.LessOrEqual(t, fewCells, cells)
	assert.LessOrEqual(t, fewUnits, units)
	assert.Equal(t, 3, fewCells)
}

// A mean or a total of units whose count rounds to nought would be theirs, and
// one more is hidden with it; means and totals themselves are exact.
func TestRoundedNumbers(t *testing.T) {
	groups := [][]float64{{7}, {3, 4, 5}, {1, 2, 2, 4, 6}}
	for _, spec := range []crosstab.Spec{{Mean: "turnover", Columns: "group"}, {Sum: "turnover", Columns: "group"}} {
		got := disclosure.ProtectAll([]*crosstab.Table{ofNumber(t, spec, groups...)}, disclosure.Rules{Round: 5})[0]
		assert.Equal(t, ".x--", suppressed(got))
		assert.Contains(t, got.Notes, crosstab.Note{Kind: crosstab.NoteRounded, N: 5})
		assert.Equal(t, crosstab.Cell{Suppressed: crosstab.Primary}, got.Cells[0][0])
		assert.Equal(t, 5, got.Cells[0][2].N)
		assert.Equal(t, 10, got.Cells[0][3].N, "9")
		ruled := disclosure.ProtectAll([]*crosstab.Table{ofNumber(t, spec, groups...)}, disclosure.Rules{Round: 5, Minimum: 4})[0]
		assert.Equal(t, "..x-", suppressed(ruled), "1 and 3 are 4: neither could be")
	}
}

// Every note that counts units is rounded, and none that counts others.
func TestRoundedNotes(t *testing.T) {
	table := &crosstab.Table{Base: crosstab.Base{N: 23, Answered: 24, Sampled: 27, SampledPSUs: 8, PSUs: 7, Eligible: 33}, Notes: []crosstab.Note{
		{Kind: crosstab.NoteDontKnowOut, N: 4}, {Kind: crosstab.NoteNotAnswered, N: 7}, {Kind: crosstab.NoteNotAsked, N: 8},
		{Kind: crosstab.NoteZeroWeight, N: 2}, {Kind: crosstab.NoteAnswers, N: 23}, {Kind: crosstab.NoteJoined, N: 4}, {Kind: crosstab.NoteTies, N: 2}}}
	got := disclosure.Rounded(table, 5)
	assert.Equal(t, crosstab.Base{N: 25, Answered: 25, Sampled: 25, SampledPSUs: 10, PSUs: 5, Eligible: 35}, got.Base)
	var n []int
	for _, note := range got.Notes {
		n = append(n, note.N)
	}
	assert.Equal(t, []int{5, 5, 10, 0, 25, 4, 2, 5}, n)
}

func TestRounded(t *testing.T) {
	s := counted(t, [][]int{{20, 9, 30}, {2, 12, 15}, {8, 7, 40}}, never)
	before := built(t, s, crosstab.Spec{Columns: "group"})
	got := disclosure.ProtectAll([]*crosstab.Table{before}, disclosure.Rules{Minimum: 3, Round: 5})[0]
	assert.Equal(t, "20 10 30 60\n0 10 15 30\n10 5 40 55\n30 30 85 145\n", pattern(got))
	assert.InDelta(t, 10.0/30, got.Cells[0][1].P, 1e-12, "9 of 28")
	assert.Equal(t, 145, got.Base.N)
	assert.Contains(t, got.Notes, crosstab.Note{Kind: crosstab.NoteRounded, N: 5})
	for _, cells := range got.Cells {
		for _, c := range cells {
			assert.True(t, math.IsNaN(c.SE) && math.IsNaN(c.Low) && math.IsNaN(c.High))
			assert.Zero(t, c.N%5)
			assert.Zero(t, c.Base%5)
		}
	}
	assert.Equal(t, 20, before.Cells[0][0].N)
}
