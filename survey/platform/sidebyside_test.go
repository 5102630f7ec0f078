package platform

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Every call is made once, and a bug in one of them is not lost.
func TestSideBySide(t *testing.T) {
	for _, n := range []int{0, 1, 1000} {
		calls := make([]int, n)
		sideBySide(n, func(i int) { calls[i]++ })
		for i, times := range calls {
			assert.Equal(t, 1, times, "call %d of %d", i, n)
		}
	}
	assert.PanicsWithValue(t, "a bug", func() {
		sideBySide(100, func(i int) {
			if i == 50 {
				panic("a bug")
			}
		})
	})
}
