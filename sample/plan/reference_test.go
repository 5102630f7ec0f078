package plan_test

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/plan"
)

// TestPlansAgreeWithR compares with power.prop.test and power.t.test of R 4.2.2
// and with formulas written out in R; see testdata/reference/plan.R.
func TestPlansAgreeWithR(t *testing.T) {
	f, err := os.Open(filepath.Join("..", "..", "testdata", "reference", "plan.csv"))
	require.NoError(t, err)
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	compared := map[string]int{}
	for _, line := range lines[1:] {
		var a [9]float64
		for k := range a {
			a[k] = math.NaN()
			if line[k+1] != "" {
				a[k], err = strconv.ParseFloat(line[k+1], 64)
				require.NoError(t, err)
			}
		}
		want, statistic := a[8], line[0]
		compared[statistic]++
		got, tolerance := planned(t, statistic, a[:8])
		assert.InDelta(t, want, got, tolerance*math.Abs(want)+1e-12, "%v", line)
	}
	require.Len(t, compared, 13)
	for statistic, n := range compared {
		assert.GreaterOrEqual(t, n, 20, statistic)
	}
}

// planned returns the statistic and the relative tolerance: 1e-6 of what R
// finds by search.
func planned(t *testing.T, statistic string, a []float64) (float64, float64) {
	const close, searched = 1e-10, 1e-6
	proportions := plan.TwoProportions{P1: a[0], P2: a[1], Level: a[2]}
	means := plan.TwoMeans{Delta: a[0], SD: a[1], Level: a[2]}
	var d plan.Design
	if !math.IsNaN(a[4]) {
		d = plan.Design{Population: int(a[3]), Deff: a[4]}
	}
	waves := plan.Waves{P1: a[0], P2: a[1], Deff1: a[2], Deff2: a[2], Ratio: a[3], Overlap: a[4], Correlation: a[5], Level: a[6]}
	switch statistic {
	case "prop size":
		return proportions.Size(a[3]), searched
	case "prop power":
		return proportions.Power(a[3]), close
	case "t size":
		return means.Size(a[3]), searched
	case "t power":
		return means.Power(a[3]), 1e-9
	case "proportion size":
		return d.Proportion(a[0], a[1], a[2]).Answers, close
	case "proportion margin":
		return d.ProportionMargin(a[0], a[1], a[2]), close
	case "mean size":
		return d.Mean(a[0], a[1], a[2]).Answers, close
	case "mean margin":
		return d.MeanMargin(a[0], a[1], a[2]), close
	case "deff":
		return plan.DesignEffect(a[0], a[1], a[2]), close
	case "cluster size":
		return plan.ClusterSize(a[0], a[1], a[2]), searched
	case "waves size":
		return waves.Size(a[7]), close
	case "waves power":
		return waves.Power(a[7]), close
	case "optimum share":
		sizes, sds := []int{400, 250, 30, 900}, []float64{1, 2, 5, 1}
		if a[2] == 10 {
			sizes = []int{10, 20, 30, 40}
		}
		if a[3] == 3 {
			sds = []float64{3, 3, 0, 1}
		}
		var strata []plan.Stratum
		for h, cost := range []float64{1, 4, 9, 2} {
			strata = append(strata, plan.Stratum{Size: sizes[h], SD: sds[h], Cost: cost})
		}
		shares, err := plan.Allocate(strata, min(int(a[1]), 100), plan.Optimum, 0)
		require.NoError(t, err)
		return shares[int(a[0])-1].Exact * a[1] / min(a[1], 100), close
	}
	require.Fail(t, "no such statistic", statistic)
	return 0, 0
}

// Sizes and margins are each other's inverse, and waves without units in common
// are two groups but for the spread under no difference.
func TestSizesAndPrecisionsAreInverse(t *testing.T) {
	for _, d := range []plan.Design{{}, {Population: 92}, {Population: 15759, Deff: 1.4}, {Population: 1000, Deff: 2, Domain: 0.2, Response: 0.6}} {
		size := d.Proportion(0.39, 0.04, 0.95)
		assert.InDelta(t, 0.04, d.ProportionMargin(0.39, size.Answers, 0.95), 1e-12)
		assert.InDelta(t, 3, d.MeanMargin(20, d.Mean(20, 3, 0.9).Answers, 0.9), 1e-12)
		assert.InDelta(t, size.Answers, d.Answers(size.Contacts), 1e-9)
	}
	w := plan.Waves{P1: 0.3, P2: 0.4, Overlap: 0.5, Correlation: 0.3, Level: 0.95}
	assert.InDelta(t, 0.8, w.Power(w.Size(0.8)), 1e-12)
	assert.InDelta(t, 0.9, plan.TwoMeans{Delta: 1, SD: 3, Level: 0.95}.Power(plan.TwoMeans{Delta: 1, SD: 3, Level: 0.95}.Size(0.9)), 1e-9)
	c := plan.TwoProportions{P1: 0.3, P2: 0.4, Level: 0.95}
	assert.InDelta(t, 0.9, c.Power(c.Size(0.9)), 1e-12)
	w = plan.Waves{P1: 0.3, P2: 0.3, Level: 0.95}
	difference := w.Smallest(500, 0.8)
	assert.InDelta(t, difference, w.SE(500)*(1.959963984540054+0.8416212335729143), 1e-12, "qnorm of R")
	assert.Equal(t, 12, plan.Up(12+1e-9))
	assert.Equal(t, 13, plan.Up(12.01))
}
