package association_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/association"
	"stikprove/survey"
)

// drawn is a made sample of rows in PSUs with weights, and two codings of it.
type drawn struct {
	psu, weight []float64
	row, column []int32
	y           []float64
}

func draw(seed uint64, n int) drawn {
	random := rand.New(rand.NewPCG(seed, 1))
	var d drawn
	for i := range n {
		d.psu = append(d.psu, float64(i/3))
		d.weight = append(d.weight, 1+float64(random.IntN(5)))
		d.row = append(d.row, int32(random.IntN(3)))
		d.column = append(d.column, int32((random.IntN(4)+int(d.row[i]))%4))
		d.y = append(d.y, float64(random.IntN(7))+float64(d.column[i]))
	}
	return d
}

func (d drawn) sample(t testing.TB) *sample.Sample {
	ds, err := survey.NewDataset("rows", len(d.psu), survey.Origin{},
		survey.NewNumber(survey.Variable{Name: "psu", Kind: survey.KindInteger}, d.psu, nil),
		survey.NewNumber(survey.Variable{Name: "w", Kind: survey.KindDecimal}, d.weight, nil))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "rows", PSU: "psu", Weights: "w"})
	require.NoError(t, err)
	return s
}

// every returns what every test of d gives.
func every(t testing.TB, d drawn) []association.Result {
	s := d.sample(t)
	c := association.NewCross(s, d.row, d.column, 3, 4)
	x := make([]float64, len(d.row))
	for i, k := range d.column {
		x[i] = float64(k)
	}
	return []association.Result{
		c.RaoScott(association.RaoScottF), c.RaoScott(association.RaoScottChi), c.RaoScott(association.RaoScottExact), c.RaoScott(association.RaoScottNull),
		c.WaldTest(association.Wald), c.WaldTest(association.WaldAdjusted), c.PearsonTest(), c.FisherTest(),
		association.Fit(s, d.column, []float64{.1, .2, .3, .4}, association.FitDesign), association.Means(s, d.y, d.column, 4),
		association.Ranks(s, d.y, d.column, 4), association.TrendTest(s, d.y, x),
		association.Ranked(s, d.y, x, association.Spearman), association.Ranked(s, d.y, x, association.Kendall), association.Ranked(s, d.y, x, association.Gamma),
	}
}

func same(t *testing.T, want, got []association.Result, what string) {
	t.Helper()
	for i := range want {
		assert.InEpsilon(t, want[i].P+1, got[i].P+1, 1e-9, "%s: p of %s", what, want[i].Method)
		if !math.IsNaN(want[i].Statistic) {
			assert.InDelta(t, want[i].Statistic, got[i].Statistic, 1e-8*(1+math.Abs(want[i].Statistic)), "%s: %s", what, want[i].Method)
		}
	}
}

func TestWeightsTimesAnythingChangeNothing(t *testing.T) {
	for seed := range uint64(5) {
		d := draw(seed, 60)
		want := every(t, d)
		for i := range d.weight {
			d.weight[i] *= 37.5
		}
		same(t, want, every(t, d), "weights times 37.5")
	}
}

func TestShuffledRowsChangeNothing(t *testing.T) {
	for seed := range uint64(5) {
		d := draw(seed, 60)
		want := every(t, d)
		rand.New(rand.NewPCG(seed, 2)).Shuffle(60, func(i, j int) {
			d.psu[i], d.psu[j] = d.psu[j], d.psu[i]
			d.weight[i], d.weight[j] = d.weight[j], d.weight[i]
			d.row[i], d.row[j] = d.row[j], d.row[i]
			d.column[i], d.column[j] = d.column[j], d.column[i]
			d.y[i], d.y[j] = d.y[j], d.y[i]
		})
		got := every(t, d)
		for i, r := range want {
			if r.Method == association.RankTest { // R's ties, see Ranks
				assert.InDelta(t, r.P, got[i].P, 0.05)
				want[i], got[i] = association.Result{}, association.Result{}
			}
		}
		same(t, want, got, "shuffled")
	}
}

// The order of rows and columns, and which is which, tells nothing.
func TestTransposedTableIsTheSame(t *testing.T) {
	d := draw(3, 90)
	s := d.sample(t)
	a := association.NewCross(s, d.row, d.column, 3, 4)
	b := association.NewCross(s, d.column, d.row, 4, 3)
	for _, m := range []association.Method{association.RaoScottF, association.RaoScottExact} {
		assert.InDelta(t, a.RaoScott(m).P, b.RaoScott(m).P, 1e-12)
	}
	assert.InDelta(t, a.WaldTest(association.Wald).P, b.WaldTest(association.Wald).P, 1e-12)
	assert.InDelta(t, a.FisherTest().P, b.FisherTest().P, 1e-12)
}

// A category that nobody is in costs no degrees of freedom.
func TestEmptyCategoriesDoNotCount(t *testing.T) {
	d := draw(4, 60)
	s := d.sample(t)
	want := association.NewCross(s, d.row, d.column, 3, 4).RaoScott(association.RaoScottF)
	shifted := make([]int32, len(d.row))
	for i, k := range d.row {
		shifted[i] = 2*k + 1
	}
	got := association.NewCross(s, shifted, d.column, 9, 6).RaoScott(association.RaoScottF)
	assert.Equal(t, []float64{want.P, want.Statistic, want.DF1, want.DF2, want.Least}, []float64{got.P, got.Statistic, got.DF1, got.DF2, got.Least})
}

// Of a table of two rows and two columns the exact tail is that of F.
func TestExactTailOfTwoByTwoIsF(t *testing.T) {
	d := draw(5, 80)
	for i := range d.row {
		d.row[i], d.column[i] = d.row[i]%2, d.column[i]%2
	}
	c := association.NewCross(d.sample(t), d.row, d.column, 2, 2)
	assert.InDelta(t, c.RaoScott(association.RaoScottF).P, c.RaoScott(association.RaoScottExact).P, 1e-12)
}

// With equal weights and every row drawn itself the design effects are those
// of simple random sampling but for n/(n-1).
func TestRaoScottOfSimpleSampleIsPearson(t *testing.T) {
	c := cross(t, [][]int{{20, 31, 17}, {25, 12, 30}, {14, 22, 29}})
	pearson := c.PearsonTest()
	null := c.RaoScott(association.RaoScottNull)
	assert.InDelta(t, pearson.P, null.P, 0.05)
	assert.InDelta(t, 1, null.Deff, 0.15)
}

// The Monte Carlo p of a table of one draw in each margin is the exact p of X²:
// here, as both tables are equally far from expected, that of Fisher.
func TestMonteCarloIsNearExact(t *testing.T) {
	for _, counts := range [][][]int{{{3, 1}, {1, 3}}, {{8, 2}, {1, 5}}, {{4, 0, 1}, {0, 4, 1}, {1, 1, 3}}} {
		c := cross(t, counts)
		got := c.MonteCarloTest(20000, 7)
		assert.InDelta(t, c.FisherTest().P, got.P, 0.03)
		assert.Equal(t, got.P, c.MonteCarloTest(20000, 7).P, "the same seed")
		assert.Positive(t, got.Small)
	}
}

// No table gives a number that is none, or a panic.
func TestTablesThatCannotBeTested(t *testing.T) {
	for name, counts := range map[string][][]int{
		"nobody": {{0, 0}, {0, 0}}, "one row": {{5, 7, 9}}, "one column": {{5}, {7}}, "an empty column": {{5, 0}, {7, 0}},
		"all in one cell": {{0, 0}, {0, 12}}, "one unit": {{1}},
	} {
		c := cross(t, counts)
		for _, r := range []association.Result{c.RaoScott(association.RaoScottF), c.RaoScott(association.RaoScottExact), c.WaldTest(association.Wald),
			c.PearsonTest(), c.FisherTest(), c.MonteCarloTest(99, 1)} {
			assert.True(t, math.IsNaN(r.P), "%s: %s", name, r.Method)
			assert.Equal(t, association.OneCategory, r.Why, "%s: %s", name, r.Method)
		}
	}
	// A diagonal leaves the design effects of observed shares undefined.
	r := cross(t, [][]int{{9, 0, 0}, {0, 9, 0}, {0, 0, 9}}).RaoScott(association.RaoScottF)
	assert.Equal(t, association.Empty, r.Why)
	assert.False(t, math.IsNaN(r.P))
	large := cross(t, [][]int{{40, 50, 60, 70, 80}, {45, 55, 65, 75, 85}, {80, 70, 60, 50, 40}, {50, 50, 50, 50, 50}, {30, 60, 90, 60, 30}, {9, 8, 7, 6, 5}})
	assert.Equal(t, association.TooLarge, large.FisherTest().Why)
	// PSUs that are one, or as few as the strata.
	d := draw(6, 12)
	for i := range d.psu {
		d.psu[i] = 1
	}
	c := association.NewCross(d.sample(t), d.row, d.column, 3, 4)
	assert.Equal(t, association.NoVariance, c.RaoScott(association.RaoScottF).Why)
	assert.True(t, math.IsNaN(c.WaldTest(association.Wald).P))
}

// A million rows in 20 strata of 100 PSUs, ten by five.
func BenchmarkRaoScottMillion(b *testing.B) {
	const n = 1_000_000
	random := rand.New(rand.NewPCG(1, 1))
	psu, stratum, weight := make([]float64, n), make([]float64, n), make([]float64, n)
	row, column := make([]int32, n), make([]int32, n)
	for i := range n {
		k := random.IntN(2000)
		psu[i], stratum[i], weight[i] = float64(k), float64(k/100), 1+random.Float64()
		row[i], column[i] = int32(random.IntN(10)), int32(random.IntN(5))
	}
	number := func(name string, kind survey.Kind, y []float64) *survey.Column {
		return survey.NewNumber(survey.Variable{Name: name, Kind: kind}, y, nil)
	}
	ds, err := survey.NewDataset("rows", n, survey.Origin{}, number("psu", survey.KindInteger, psu), number("stratum", survey.KindInteger, stratum),
		number("w", survey.KindDecimal, weight))
	require.NoError(b, err)
	s, err := sample.Bind(ds, sample.Design{Name: "rows", PSU: "psu", Strata: "stratum", Weights: "w"})
	require.NoError(b, err)
	for b.Loop() {
		r := association.NewCross(s, row, column, 10, 5).RaoScott(association.RaoScottF)
		require.False(b, math.IsNaN(r.P))
	}
}
