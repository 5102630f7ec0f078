package register

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// weekdaysOf is a register where spells begin on Mondays above all, and on
// Sundays hardly.
var weekdaysOf = [7]int{300, 200, 180, 160, 120, 30, 10}

// TestPatternErrs holds the test to its false alarms under its null, which is
// drawn anew.
func TestPatternErrs(t *testing.T) {
	first := yearStart[2014-baseYear]
	for _, n := range []int{6, 12, 30, 90} {
		k := newCritical(n, newDraws(n, first, 365, weekdaysOf))
		d := newDraws(n, first, 365, weekdaysOf)
		d.state = 1 // other draws than those of the critical values
		alarms := 0
		const runs = 20000
		for range runs {
			if k.verdict(d.shapeOf(d.chance(n))) != noPattern {
				alarms++
			}
		}
		// At most falseAlarms, with four standard deviations for both draws:
		// 20 of 20,000, and 4 x sqrt(20 + 20).
		assert.LessOrEqual(t, alarms, 46, "%d starts", n)
		assert.InDelta(t, 1, k.null[noPattern]+k.null[weekdayPattern]+k.null[intervalPattern]+k.null[bothPatterns], 1e-9)
	}
}

// TestPatternFinds holds the power to growing, and to being near certainty for
// a planted pattern of many starts.
func TestPatternFinds(t *testing.T) {
	first := yearStart[2014-baseYear]
	before := 0.0
	for _, n := range []int{6, 12, 24} {
		k := newCritical(n, newDraws(n, first, 365, weekdaysOf))
		found := 1 - k.weekday[noPattern]
		assert.Greater(t, found, before, "%d starts", n)
		before = found
		assert.Greater(t, 1-k.interval[noPattern], 0.5, "%d starts", n)
	}
	assert.Greater(t, before, 0.95)
}

// TestDraws holds the draws to the weekday shares and to different days.
func TestDraws(t *testing.T) {
	d := newDraws(5, yearStart[2014-baseYear], 365, weekdaysOf)
	var got [7]int
	for range 20000 {
		starts := d.chance(5)
		for i, at := range starts {
			got[(d.first+int(at))%7]++
			if i > 0 && at <= starts[i-1] {
				t.Fatal("starts do not rise")
			}
		}
	}
	for w, n := range got {
		assert.InDelta(t, float64(weekdaysOf[w])/1000, float64(n)/100_000, 0.01, "weekday %d", w)
	}
	// All starts on one weekday: no more days than its weeks.
	only := newDraws(120, yearStart[2014-baseYear], 365, [7]int{9})
	assert.LessOrEqual(t, len(only.chance(120)), 53)
}
