package plan_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/plan"
)

// Shares add to n within their bounds, and unbounded ones are rounded by less
// than one unit, for any strata.
func TestSharesAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 3000 {
		strata := make([]plan.Stratum, 1+r.IntN(9))
		units, least := 0, 0
		minimum := r.IntN(4)
		for h := range strata {
			strata[h] = plan.Stratum{Size: 1 + r.IntN(60), SD: float64(r.IntN(5)), Cost: 1 + r.Float64()}
			units += strata[h].Size
			least += min(minimum, strata[h].Size)
		}
		n := max(1, least) + r.IntN(units-max(1, least)+1)
		rule := plan.Rule(r.IntN(4))
		shares, err := plan.Allocate(strata, n, rule, minimum)
		if err != nil {
			assert.ErrorContains(t, err, "every standard deviation is 0")
			continue
		}
		sum, free := 0, true
		for h, s := range shares {
			sum += s.N
			assert.LessOrEqual(t, s.N, strata[h].Size)
			assert.GreaterOrEqual(t, s.N, min(minimum, strata[h].Size))
			free = free && s.Bound == plan.Free
		}
		assert.Equal(t, n, sum)
		for _, s := range shares {
			if free {
				assert.InDelta(t, s.Exact, s.N, 1)
			}
		}
	}
}

// Neyman's shares give the smallest variance of all shares of the same size:
// every exchange of a unit between two strata is no better, but for rounding.
func TestNeymanIsBest(t *testing.T) {
	strata := []plan.Stratum{{Size: 400, SD: 1}, {Size: 250, SD: 6}, {Size: 30, SD: 40}, {Size: 900, SD: 2}}
	shares, err := plan.Allocate(strata, 140, plan.Neyman, 2)
	require.NoError(t, err)
	assert.Equal(t, plan.Whole, shares[2].Bound, "30 units with a share of 34.3")
	best, ok := plan.StratifiedSE(strata, shares)
	require.True(t, ok)
	for a := range shares {
		for b := range shares {
			if a == b || shares[b].N+5 > strata[b].Size || shares[a].N <= 7 {
				continue
			}
			other := append([]plan.Share{}, shares...)
			other[a].N -= 5
			other[b].N += 5
			se, _ := plan.StratifiedSE(strata, other)
			assert.Greater(t, se, best)
		}
	}
}

func TestAllocateRefuses(t *testing.T) {
	strata := []plan.Stratum{{Size: 3}, {Size: 1}}
	for want, c := range map[string]struct {
		n, minimum int
		rule       plan.Rule
	}{
		"want at least 1 unit":                                {0, 0, plan.Proportional},
		"want at most the 4 units there are":                  {5, 0, plan.Proportional},
		"want at least 3: a minimum of 2 in each of 2 strata": {2, 2, plan.Proportional},
		"neyman allocation needs a spread above 0":            {2, 0, plan.Neyman},
	} {
		_, err := plan.Allocate(strata, c.n, c.rule, c.minimum)
		assert.ErrorContains(t, err, want)
	}
	_, err := plan.RuleOf("neiman")
	assert.EqualError(t, err, `got "neiman", want proportional, neyman, optimum, equal`)
}
