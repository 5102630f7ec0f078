package weight_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/weight"
)

// TestOneSentence has what is said of weights and margins that cannot be met.
func TestOneSentence(t *testing.T) {
	two := func(counts ...float64) weight.Margin {
		return weight.Margin{Variable: "kind", Categories: []string{"A", "B"}, Counts: counts, Of: []int32{0, 0, 1, 1}}
	}
	other := weight.Margin{Variable: "side", Categories: []string{"L", "R"}, Counts: []float64{5, 5}, Of: []int32{0, 0, 1, 1}}
	base := []float64{1, 2, 3, 4}
	for _, c := range []struct {
		a    weight.Adjustment
		base []float64
		want string
	}{
		{weight.Rake{Margins: []weight.Margin{two(4, 6)}}, []float64{0, 0, 3, 4}, `kind: category "A" has a count of 4 and no respondents with weight; join it with another category`},
		{weight.PostStratify{Margin: two(4, 0)}, base, `kind: category "B" has a count of 0 and respondents with weight; want the count, or the rows left out`},
		{weight.Rake{Margins: []weight.Margin{two(4, 6), two(4, 7)}}, base, `the margin of kind sums to 10 and that of kind to 11; want the same total`},
		{weight.Rake{Margins: []weight.Margin{two(4, 6)}}, []float64{1, 2, 3, math.NaN()}, `a weight is NaN; want a number from 0`},
		{weight.Rake{Margins: []weight.Margin{two(4, 6)}}, make([]float64, 4), `every weight is 0`},
		{weight.Rake{}, base, `no margin and no total to meet`},
		{weight.Rake{Margins: []weight.Margin{two(4, 6), other}}, base,
			`no convergence in 1000 iterations: kind category "A" comes to 5 where the margin says 4; no weights meet it together with the other margins, for want of respondents where they cross; join categories`},
		{weight.Calibrate{Margins: []weight.Margin{two(4, 6), other}}, base,
			`no convergence in 250 iterations: kind category "A" comes to 4.5 where 4 is wanted; want categories joined`},
		{weight.Calibrate{Margins: []weight.Margin{two(6, 4)}, Metric: weight.Logit}, base, `logit calibration needs bounds, such as 0.5,2`},
		{weight.Calibrate{Margins: []weight.Margin{two(6, 4)}, Low: 1.1, High: 2}, base, `got bounds of 1.1 and 2, want one below 1 and one above`},
		{weight.Calibrate{Margins: []weight.Margin{two(6, 4)}, Metric: weight.Logit, Low: .8, High: 1.5}, base,
			`kind category "A" cannot be met: 6 is wanted, and weights of 0.8 to 1.5 times the former ones bring it to 4.5 at most; want wider bounds, or categories joined`},
		{weight.Calibrate{Totals: []weight.Total{{Variable: "x", X: []float64{1, math.NaN(), 2, 3}, Total: 4}}}, base, `x: rows with weight have no value; want one in every row`},
		{weight.Calibrate{Margins: []weight.Margin{two(6, 4)}, Variance: []float64{1, 0, 1, 1}}, base, `the variance of a row is 0, want a number above 0`},
		{weight.Trim{Low: 3, High: 2}, base, `got bounds of 3 and 2, want a number from 0 and one above it`},
		{weight.Trim{Low: 3, High: 9}, base, `weights from 3 to 9 cannot sum to 10 over 4 rows, whose mean is 2.5`},
		{weight.Classes{Variable: "kind", Names: []string{"A", "B"}, Of: []int32{0, 0, 1, 1}, Answered: []bool{true, true, false, false}}, base,
			`nobody answered in class "B"; join it with another`},
	} {
		_, err := c.a.Adjust(c.base)
		assert.EqualError(t, err, c.want)
	}
}

// TestCalibrationWithoutBounds that would make weights negative is refused for a
// sample.
func TestNegativeWeights(t *testing.T) {
	ds := dataset(t, "data/apisrs.csv")
	s := bind(t, ds, line{"weights": "pw"})
	a := weight.Calibrate{Totals: []weight.Total{{Variable: "meals", X: numbers(ds, "meals"), Total: 20000}}, Units: 6194}
	_, _, err := weight.Apply(s, a)
	require.Error(t, err)
	assert.Regexp(t, `^calibration \(linear\): \d+ rows would have a weight below 0, the least -[0-9.]+; want bounds, or raking$`, err.Error())
}

// TestInfeasibleInR has the cases of weight.R in which R's calibration fails.
func TestInfeasibleInR(t *testing.T) {
	counts := lines(t, "weight-margins.csv")
	for _, c := range []line{
		{"file": "data/apiclus1.csv", "psu": "dnum", "weights": "pw", "fpc": "fpc", "what": "linear:stype|sch_wide", "low": ".8", "high": "1.25"},
		{"file": "data/apiclus2.csv", "psu": "dnum;snum", "weights": "pw", "fpc": "fpc1;fpc2", "what": "raking:stype|sch_wide", "low": ".7", "high": "1.5"},
	} {
		c["case"] = "4" // has the counts
		s := bind(t, dataset(t, c["file"]), c)
		_, _, err := weight.Apply(s, adjustments(t, s, c, counts)...)
		require.Error(t, err)
		assert.Contains(t, err.Error(), "want wider bounds, or categories joined")
	}
}

func TestMarginsAgainstData(t *testing.T) {
	ds := dataset(t, "data/apisrs.csv")
	s := bind(t, ds, line{"weights": "pw"})
	say := func(variable string, cells ...weight.Cell) string {
		_, problems := weight.NewMargin(ds, []string{variable}, cells, s.Weight)
		return problems.Error()
	}
	cell := func(value string, n float64) weight.Cell { return weight.Cell{Values: []string{value}, Count: n} }
	assert.Contains(t, say("stype", cell("E", 4421), cell("H", 755)), `category "M" has 33 rows in the data and no count in the margin`)
	assert.Contains(t, say("stype", cell("E", 1), cell("H", 1), cell("M", 1), cell("E", 2)), `category "E" stands twice`)
	assert.Contains(t, say("stype", cell("E", -1), cell("H", 1), cell("M", 1)), `category "E" has a count of -1, want a number from 0`)
	assert.Contains(t, say("type", cell("E", 1)), `no variable "type"`)
}
