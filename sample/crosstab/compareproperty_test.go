package crosstab_test

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
	"stikprove/survey"
)

// madeWave makes a wave of a question with three answers: cases of offices, each
// of which leans as lean says, by name.
func madeWave(t *testing.T, rng *rand.Rand, offices []string, lean map[string]float64, cases int, d sample.Design) *sample.Sample {
	t.Helper()
	var office, answer []string
	for _, name := range offices {
		for range cases {
			office = append(office, name)
			u := rng.Float64()
			switch p := 1 / (1 + math.Exp(-lean[name])); {
			case u < p:
				answer = append(answer, "a")
			case u < p+(1-p)/2:
				answer = append(answer, "b")
			default:
				answer = append(answer, "c")
			}
		}
	}
	population := make([]float64, len(office))
	for i := range population {
		population[i] = 400
	}
	ds, err := survey.NewDataset("cases", len(office), survey.Origin{},
		survey.NewText(survey.Variable{Name: "office"}, office, nil), survey.NewText(survey.Variable{Name: "answer"}, answer, nil),
		survey.NewNumber(survey.Variable{Name: "offices", Kind: survey.KindInteger}, population, nil))
	require.NoError(t, err)
	d.Name = "cases"
	s, err := sample.Bind(ds, d)
	require.NoError(t, err)
	return s
}

// named returns n office names from the k-th.
func named(k, n int) []string {
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("office %d", k+i))
	}
	return names
}

var answers = crosstab.Spec{ID: "t", Rows: "answer"}

// TestComparisonProperties holds for made-up waves of several seeds, with all,
// some and none of their offices in both.
func TestComparisonProperties(t *testing.T) {
	offices := sample.Design{PSU: "office"}
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 7))
		lean := map[string]float64{}
		for _, name := range named(0, 60) {
			lean[name] = 1.5 * rng.NormFloat64()
		}
		from := []int{0, 10, 30}[seed%3] // offices of the later wave begin here
		before := madeWave(t, rng, named(0, 30), lean, 4, offices)
		after := madeWave(t, rng, named(from, 30), lean, 4, offices)
		there, back := compared(t, before, after, answers, crosstab.CompareSpec{}), compared(t, after, before, answers, crosstab.CompareSpec{})
		assert.Equal(t, 30-from, there.Comparison.Shared)
		for r, row := range there.Rows {
			if row.Kind == crosstab.Total {
				continue
			}
			c, other := change(t, there, row.ID), change(t, back, row.ID)
			assert.InDelta(t, -c.Difference, other.Difference, 1e-15, "swapped waves turn the difference")
			assert.InDelta(t, c.SE, other.SE, 1e-13)
			assert.InDelta(t, c.Low, -other.High, 1e-12)
			assert.InDelta(t, c.Adjusted, other.Adjusted, 1e-9)
			first, second := there.Cells[r][0], there.Cells[r][1]
			assert.LessOrEqual(t, c.SE, first.SE+second.SE+1e-12, "a covariance is no larger than the errors")
			if from == 30 {
				assert.InDelta(t, first.SE*first.SE+second.SE*second.SE, c.SE*c.SE, 1e-15, "independent waves add up")
			}
		}
		same := compared(t, before, before, answers, crosstab.CompareSpec{})
		for r, row := range same.Rows {
			if row.Kind != crosstab.Total {
				c := same.Comparison.Changes[r]
				assert.Zero(t, c.Difference)
				assert.Zero(t, c.SE)
				assert.Equal(t, crosstab.NotShown, c.Verdict, "a wave is no different from itself")
			}
		}
	}
}

// TestSharedUnitsNarrow: offices that lean as they did make the difference more
// sure, and by the same data as two draws it is less.
func TestSharedUnitsNarrow(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 7))
	lean := map[string]float64{}
	for _, name := range named(0, 40) {
		lean[name] = 2 * rng.NormFloat64()
	}
	offices := sample.Design{PSU: "office"}
	before := madeWave(t, rng, named(0, 40), lean, 6, offices)
	state := rand.New(rand.NewPCG(12, 7))
	after := madeWave(t, state, named(0, 40), lean, 6, offices)
	for k, name := range named(100, 40) {
		lean[name] = lean[named(k, 1)[0]]
	}
	elsewhere := madeWave(t, rand.New(rand.NewPCG(12, 7)), named(100, 40), lean, 6, offices)
	shared, apart := compared(t, before, after, answers, crosstab.CompareSpec{}), compared(t, before, elsewhere, answers, crosstab.CompareSpec{})
	assert.Equal(t, 0, apart.Comparison.Shared)
	s, a := change(t, shared, "a"), change(t, apart, "a")
	assert.InDelta(t, a.Difference, s.Difference, 1e-12)
	assert.Less(t, s.SE, 0.8*a.SE)
}

// TestCensusesCompareAsFacts: of two censuses differences are facts without an
// error, and equal shares are still not called unchanged.
func TestCensusesCompareAsFacts(t *testing.T) {
	census := sample.Design{Census: true}
	wave := func(letters string) *sample.Sample {
		ds, err := survey.NewDataset("offices", len(letters), survey.Origin{},
			survey.NewText(survey.Variable{Name: "answer"}, strings.Split(letters, ""), nil))
		require.NoError(t, err)
		s, err := sample.Bind(ds, census)
		require.NoError(t, err)
		return s
	}
	table := compared(t, wave("aaabbbcccc"), wave("aabbbbcccc"), answers, crosstab.CompareSpec{})
	assert.True(t, table.Comparison.Census)
	a, c := change(t, table, "a"), change(t, table, "c")
	assert.InDelta(t, -0.1, a.Difference, 1e-15)
	assert.True(t, math.IsNaN(a.SE) && math.IsNaN(a.P))
	assert.Equal(t, crosstab.Lower, a.Verdict)
	assert.Equal(t, crosstab.NotShown, c.Verdict)

	// A census against a sample has the sample's error.
	sampled := madeWave(t, rand.New(rand.NewPCG(3, 7)), named(0, 30), map[string]float64{}, 2, sample.Design{PSU: "office"})
	half := compared(t, wave("aaabbbcccc"), sampled, answers, crosstab.CompareSpec{})
	r, err := half.Row("a")
	require.NoError(t, err)
	assert.InDelta(t, half.Cells[r][1].SE, change(t, half, "a").SE, 1e-15)
	assert.InDelta(t, 29, change(t, half, "a").DF, 1e-12)
}

// TestCertainSharesAreNotCertain: nobody of 30 has a standard error of 0. Its
// 95 % interval ends at 1 − 0.025^(1/30) = 0.11570 (Clopper and Pearson), which
// by t(29) = 2.04523 stands in for an error of 0.05657.
func TestCertainSharesAreNotCertain(t *testing.T) {
	wave := func(a int) *sample.Sample {
		letters := strings.Repeat("a", a) + strings.Repeat("b", 30-a)
		ds, err := survey.NewDataset("cases", 30, survey.Origin{}, single("answer", letters, "a", "b"))
		require.NoError(t, err)
		s, err := sample.Bind(ds, sample.Design{Name: "cases"})
		require.NoError(t, err)
		return s
	}
	table := compared(t, wave(0), wave(3), answers, crosstab.CompareSpec{})
	c := change(t, table, "a")
	r, err := table.Row("a")
	require.NoError(t, err)
	assert.InDelta(t, math.Hypot(0.05657, table.Cells[r][1].SE), c.SE, 2e-5)
	assert.Equal(t, crosstab.NotShown, c.Verdict)
}

// TestDifferencesAreCovered: intervals of differences hold the truth as often as
// they say, where two waves ask the same offices and where they do not. The
// offices of a wave are drawn from 400, and cases from each.
func TestDifferencesAreCovered(t *testing.T) {
	if testing.Short() {
		t.Skip("a simulation")
	}
	const draws = 1500
	for _, shared := range []int{40, 20, 0} {
		rng := rand.New(rand.NewPCG(29, uint64(shared)))
		early, late := map[string]float64{}, map[string]float64{}
		truth := 0.0
		for _, name := range named(0, 400) {
			early[name] = rng.NormFloat64()
			late[name] = early[name] + 0.3 + 0.4*rng.NormFloat64()
			truth += (1/(1+math.Exp(-late[name])) - 1/(1+math.Exp(-early[name]))) / 400
		}
		covered, narrower := 0, 0
		for range draws {
			drawn := rng.Perm(400)
			var first, second []string
			for i := range 40 {
				first = append(first, fmt.Sprintf("office %d", drawn[i]))
				second = append(second, fmt.Sprintf("office %d", drawn[i+40-shared]))
			}
			d := sample.Design{PSU: "office"}
			table := compared(t, madeWave(t, rng, first, early, 3, d), madeWave(t, rng, second, late, 3, d), answers, crosstab.CompareSpec{})
			c := change(t, table, "a")
			if c.Low <= truth && truth <= c.High {
				covered++
			}
			r, err := table.Row("a")
			require.NoError(t, err)
			if c.SE < (1-1e-9)*math.Hypot(table.Cells[r][0].SE, table.Cells[r][1].SE) {
				narrower++
			}
		}
		share := float64(covered) / draws
		t.Logf("%d of 40 offices in both waves: %.1f %% covered; narrower than two draws in %.1f %%", shared, 100*share, 100*float64(narrower)/draws)
		assert.InDelta(t, 0.95, share, 0.02)
	}
}

// TestIncompleteCensuses: 55 of the 84 offices of 92 that answered, then 52 of
// 80 of 94. By hand: (1 − 84/92) · (55/84)(29/84)/83 = 0.00023684 and
// (1 − 80/94) · 0.65 · 0.35/79 = 0.00042890, so that the change of −0.48 points
// has a standard error of √0.00066574 = 0.025802. Everybody answering, it is a fact.
func TestIncompleteCensuses(t *testing.T) {
	wave := func(yes, no, eligible int) *sample.Sample {
		ds, err := survey.NewDataset("offices", yes+no, survey.Origin{},
			single("answer", strings.Repeat("a", yes)+strings.Repeat("b", no), "a", "b"))
		require.NoError(t, err)
		s, err := sample.Bind(ds, sample.Design{Census: true, Eligible: eligible})
		require.NoError(t, err)
		return s
	}
	table := compared(t, wave(55, 29, 92), wave(52, 28, 94), answers, crosstab.CompareSpec{})
	assert.False(t, table.Comparison.Census)
	assert.True(t, table.Comparison.Incomplete)
	a := change(t, table, "a")
	assert.InDelta(t, 0.65-55./84, a.Difference, 1e-15)
	assert.InDelta(t, 0.025802, a.SE, 1e-6)
	assert.Equal(t, crosstab.NotShown, a.Verdict)

	table = compared(t, wave(55, 29, 84), wave(52, 28, 80), answers, crosstab.CompareSpec{})
	assert.True(t, table.Comparison.Census)
	assert.False(t, table.Comparison.Incomplete)
	assert.Equal(t, crosstab.Lower, change(t, table, "a").Verdict)

	// One that all answered adds nothing to the other's error.
	table = compared(t, wave(55, 29, 92), wave(52, 28, 80), answers, crosstab.CompareSpec{})
	assert.InDelta(t, math.Sqrt(0.00023684), change(t, table, "a").SE, 1e-6)

	// Nobody of those who answered is not nobody of all.
	table = compared(t, wave(0, 84, 92), wave(3, 77, 94), answers, crosstab.CompareSpec{})
	assert.Positive(t, change(t, table, "a").SE)
}
