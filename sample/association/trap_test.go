package association_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/association"
	"stikprove/survey"
)

// The other traps are listed in trap_test.go of package estimate.

// R survey has the observed shares of cells in the design effects, Stata's option
// null the expected ones: two statistics, and R's is the one that is chosen. The
// numbers are those of table-tests.csv, for condition by industry of clusters.csv
// in offices of equal weight: svychisq, and its formula with the expected shares.
func TestTrapRaoScottHasObservedShares(t *testing.T) {
	want := map[string]float64{}
	for _, r := range lines(t, "table-tests.csv") {
		if r["data"] == "clusters" && r["psu"] == "office" && r["strata"] == "" && r["rows"] == "condition" && r["columns"] == "industry" {
			want[r["method"]] = number(t, r["statistic"])
		}
	}
	require.Contains(t, want, "rao_scott")
	require.Contains(t, want, "rao_scott_null")
	d := load(t, "clusters")
	var psu []string
	for i := range d.rows {
		psu = append(psu, d.rows[i]["office"])
	}
	ds, err := survey.NewDataset("rows", len(psu), survey.Origin{}, survey.NewText(survey.Variable{Name: "office"}, psu, nil))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "rows", PSU: "office"})
	require.NoError(t, err)
	rows, r := d.codes(t, "condition")
	columns, c := d.codes(t, "industry")
	cross := association.NewCross(s, rows, columns, r, c)
	observed, expected := cross.RaoScott(association.RaoScottF).Statistic, cross.RaoScott(association.RaoScottNull).Statistic
	assert.InEpsilon(t, want["rao_scott"], observed, 1e-8)
	assert.InEpsilon(t, want["rao_scott_null"], expected, 1e-8)
	assert.Greater(t, math.Abs(observed-expected), 1e-3)
}

// The tail of a weighted sum of chi-squares is Imhof's integral, not a
// saddlepoint value: of 2 × 2 it is exactly that of F.
func TestTrapExactTailIsFOfTwoByTwo(t *testing.T) {
	for seed := range uint64(5) {
		d := draw(seed, 150)
		for i := range d.row {
			d.row[i], d.column[i] = min(d.row[i], 1), min(d.column[i], 1)
		}
		c := association.NewCross(d.sample(t), d.row, d.column, 2, 2)
		f, exact := c.RaoScott(association.RaoScottF), c.RaoScott(association.RaoScottExact)
		assert.InEpsilon(t, f.P, exact.P, 1e-9, "seed %d", seed)
		assert.True(t, f.P > 0 && f.P < 1)
	}
}

// Tables as likely as the observed one but for rounding are among those at least
// as rare: of 2 × 2 with margins of 10 and 10 the table with 3 and 7 has a twin,
// and p is twice the tail.
func TestTrapFisherCountsTiesWithinRounding(t *testing.T) {
	var rows, columns []int32
	for r, counts := range [][]int{{3, 7}, {7, 3}} {
		for c, n := range counts {
			for range n {
				rows, columns = append(rows, int32(r)), append(columns, int32(c))
			}
		}
	}
	ds, err := survey.NewDataset("rows", len(rows), survey.Origin{}, survey.NewNumber(survey.Variable{Name: "one", Kind: survey.KindInteger}, make([]float64, len(rows)), nil))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "rows"})
	require.NoError(t, err)
	// By hand: (1 + 10² + 45² + 120²) / C(20, 10) = 16526 / 184756 in either tail.
	p := association.NewCross(s, rows, columns, 2, 2).FisherTest(association.FisherAsked).P
	assert.InDelta(t, 2*16526.0/184756, p, 1e-12)
}
