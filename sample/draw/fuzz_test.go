package draw

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/plan"
	"stikprove/survey"
)

// FuzzDraw draws from frames of any values: there is no panic, and what is
// drawn is of the frame, once, with weights that are probabilities turned over.
func FuzzDraw(f *testing.F) {
	f.Add([]byte("aaabbbcccddd"), uint8(0), 3, 0, 0, uint64(7), true, false)
	f.Add([]byte("abcdefghijkl"), uint8(3), 5, 0, 0, uint64(1), false, false)
	f.Add([]byte{0, 1, 2, 255, 255, 3, 9, 9}, uint8(4), 4, 0, 0, uint64(2), true, false)
	f.Add([]byte("xxyyzzzzxxyq"), uint8(2), 2, 0, 2, uint64(3), false, true)
	f.Add([]byte("xxyyzzzzxxyq"), uint8(1), 0, 2, 0, uint64(4), true, true)
	f.Fuzz(func(t *testing.T, values []byte, method uint8, n, each, take int, seed uint64, strata, psu bool) {
		if len(values) > 60 || take > 1000 || n > 1000 {
			return
		}
		names, sizes := make([]string, len(values)), make([]float64, len(values))
		groups := make([]string, len(values))
		for i, b := range values {
			names[i], groups[i] = fmt.Sprint(b%5), fmt.Sprint(b%5%2)
			sizes[i] = []float64{float64(b), float64(b), -1, math.NaN(), 1e300}[min(4, max(0, int(b)-250))]
		}
		ds, err := survey.NewDataset("units", len(values), survey.Origin{},
			survey.NewText(survey.Variable{Name: "psu"}, names, nil), survey.NewText(survey.Variable{Name: "stratum"}, groups, nil),
			survey.NewNumber(survey.Variable{Name: "size", Kind: survey.KindDecimal}, sizes, nil))
		require.NoError(t, err)
		spec := Spec{Method: Method(method % 5), Seed: seed, N: n, Each: each, Take: take, Minimum: 1, Replacements: 1, Allocation: plan.Rule(seed % 4)}
		columns := Columns{SDOf: "size"}
		if strata {
			columns.Strata = []string{"stratum"}
		}
		if psu {
			columns.PSU, columns.SDOf = "psu", ""
		} else if spec.Method.Unequal() {
			columns.Size = "size"
		}
		frame, err := NewFrame(ds, columns)
		if err != nil {
			return
		}
		r, err := Draw(frame, spec)
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for i, p := range append(r.Drawn, r.Replacements...) {
			assert.False(t, seen[p.ID], p.ID)
			seen[p.ID] = true
			if i < len(r.Drawn) {
				assert.True(t, p.Probability > 0 && p.Probability <= 1, p.Probability)
				assert.InEpsilon(t, 1/p.Probability, p.Weight, 1e-12)
			}
		}
		for _, s := range r.Strata {
			assert.InDelta(t, s.N, s.Sum, 1e-6)
		}
	})
}

// TestTilleGivesUp holds that a list too long is refused, not waited for.
func TestTilleGivesUp(t *testing.T) {
	sizes := make([]float64, maxTille+1)
	for i := range sizes {
		sizes[i] = 1
	}
	_, err := Draw(sized(t, sizes), Spec{Method: Tille, N: 2})
	assert.EqualError(t, err, "method: elimination takes too long with 20001 units, the most is 20000; want pps or sampford")
}
