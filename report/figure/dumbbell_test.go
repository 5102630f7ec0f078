package figure

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"stikprove/sample/crosstab"
)

// A change between two waves is marked where their comparison's verdict is one,
// and never where the waves were censuses, which no test is of.
func TestMarksOfWavesFollowVerdicts(t *testing.T) {
	table := waves("waves", [][]int{{14, 31}, {45, 38}, {60, 50}, {76, 61}, {0, 0}})
	changes := make([]crosstab.Change, len(table.Rows))
	for i, v := range []crosstab.Verdict{crosstab.Higher, crosstab.NotShown, crosstab.Untested, crosstab.Lower, crosstab.NotShown} {
		changes[i].Verdict = v
	}
	table.Comparison = &crosstab.Comparison{Changes: changes}
	marked := func() []bool {
		var out []bool
		for i := range table.Rows {
			out = append(out, beyondChance(table, []int{0, 1}, i))
		}
		return out
	}
	assert.Equal(t, []bool{true, false, false, true, false}, marked())
	assert.True(t, Compared(table, Spec{}))
	table.Comparison.Census = true
	assert.Equal(t, []bool{false, false, false, false, false}, marked())
	assert.False(t, Compared(table, Spec{}))
}
