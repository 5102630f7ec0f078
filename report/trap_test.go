package report

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"stikprove/sample/crosstab"
)

// A half is rounded up by whole numbers, 200k against (2p±1)N: as a float a
// share such as 57 of 200 is below the half, and half-even rounding gives other
// counts. The other traps are listed in sample/estimate.
func TestTrapSharesRoundAHalfUpByWholeNumbers(t *testing.T) {
	for _, c := range []struct{ n, base, want int }{
		{57, 200, 29},  // 28.5
		{1, 200, 1},    // 0.5
		{5, 200, 3},    // 2.5: half-even says 2
		{49, 200, 25},  // 24.5: half-even says 24
		{115, 200, 58}, // 57.5; 100 × 0.575 is 57.49999999999999 as a float
		{28, 195, 14},  // 14.36
	} {
		got, ok := percentOf(crosstab.Cell{N: c.n, Base: c.base, P: float64(c.n) / float64(c.base), Weighted: float64(c.n)})
		assert.True(t, ok)
		assert.Equal(t, c.want, got, "%d of %d", c.n, c.base)
	}
	// The counts that round to each percentage are those between the halves.
	for base := 1; base <= 300; base++ {
		for n := 0; n <= base; n++ {
			p, _ := percentOf(crosstab.Cell{N: n, Base: base, P: float64(n) / float64(base), Weighted: float64(n)})
			assert.True(t, (2*p-1)*base <= 200*n && 200*n < (2*p+1)*base, "%d of %d gives %d", n, base, p)
		}
	}
}
