package register

import (
	"math"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
)

// weekdaysOf is a register where spells begin on Mondays above all, and on
// Sundays hardly.
var weekdaysOf = [7]int{300, 200, 180, 160, 120, 30, 10}

// of returns persons of whom somebody has each number of starts.
func of(sizes ...int) []int {
	persons := make([]int, mostStarts+1)
	for _, n := range sizes {
		persons[n] = 1
	}
	return persons
}

// TestPatternErrs holds the test to its false alarms under its null, which is
// drawn anew.
func TestPatternErrs(t *testing.T) {
	first := yearStart[2014-baseYear]
	sizes := []int{6, 12, 30, 90}
	ks := criticals(of(sizes...), first, 365, weekdaysOf)
	d := newOdds(first, 365, weekdaysOf).draws(99) // a series of its own
	alarms := make([]int, len(sizes))
	for run := range 20000 {
		d.run(run)
		d.grow(sizes, d.day, func(i int) {
			if ks[sizes[i]].verdict(d.starts.shape) != noPattern {
				alarms[i]++
			}
		})
	}
	for i, n := range sizes {
		// At most falseAlarms, with four standard deviations for both draws:
		// 20 of 20,000, and 4 x sqrt(20 + 20).
		assert.LessOrEqual(t, alarms[i], 46, "%d starts", n)
		// The share that is printed, of checkRuns other draws, is no further from
		// it than four standard deviations of the difference.
		printed := 1 - ks[n].null[noPattern]
		assert.InDelta(t, float64(alarms[i])/20000, printed, 4*math.Sqrt(falseAlarms*(1./20000+1./checkRuns)), "%d starts", n)
		assert.InDelta(t, 1, ks[n].null[noPattern]+ks[n].null[weekdayPattern]+ks[n].null[intervalPattern]+ks[n].null[bothPatterns], 1e-9)
	}
	assert.Positive(t, alarms[0]+alarms[1]+alarms[2]+alarms[3])
}

// TestPatternFinds holds the power to growing, and to being near certainty for
// a planted pattern of many starts.
func TestPatternFinds(t *testing.T) {
	before := 0.0
	sizes := []int{6, 12, 24}
	ks := criticals(of(sizes...), yearStart[2014-baseYear], 365, weekdaysOf)
	for _, n := range sizes {
		found := 1 - ks[n].onWeekday[noPattern]
		assert.Greater(t, found, before, "%d starts", n)
		before = found
		assert.Greater(t, 1-ks[n].atInterval[noPattern], 0.5, "%d starts", n)
	}
	assert.Greater(t, before, 0.95)
}

// TestCriticals holds critical values to not resting on which others there are,
// as a database draws them for all numbers of starts, nor on how many cores
// draw.
func TestCriticals(t *testing.T) {
	first := yearStart[2014-baseYear]
	all := criticals(of(6, 7, 8, 20, 21, 40), first, 365, weekdaysOf)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	some := criticals(of(7, 21), first, 365, weekdaysOf)
	assert.Equal(t, all[7], some[7])
	assert.Equal(t, all[21], some[21])
	assert.Nil(t, some[20].rare[0])
}

// TestDraws holds the draws to the weekday shares and to different days.
func TestDraws(t *testing.T) {
	first := yearStart[2014-baseYear]
	d := newOdds(first, 365, weekdaysOf).draws(99)
	var got [7]int
	for run := range 20000 {
		d.run(run)
		d.grow([]int{5}, d.day, func(int) {
			if n := len(d.starts.list()); n != 5 {
				t.Fatalf("%d days", n)
			}
			for w := range got {
				got[w] += d.starts.weekdays.of(w)
			}
		})
	}
	for w, n := range got {
		assert.InDelta(t, float64(weekdaysOf[w])/1000, float64(n)/100_000, 0.01, "weekday %d", w)
	}
	// All starts on one weekday: no more days than its weeks.
	only := newOdds(first, 365, [7]int{9}).draws(99)
	only.run(0)
	only.grow([]int{50, 120}, only.day, func(i int) {
		assert.Len(t, only.starts.list(), []int{50, 52}[i])
		assert.Equal(t, only.starts.weekdays.of(0), len(only.starts.list()))
	})
}

// list returns the days of s, rising.
func (s *starts) list() []uint16 {
	var days []uint16
	for day := range uint16(365) {
		if s.days[day>>6+1]&(1<<(day&63)) != 0 {
			days = append(days, day)
		}
	}
	return days
}

// TestStarts holds the shape that is kept day by day to the shape of the days.
func TestStarts(t *testing.T) {
	d := newOdds(yearStart[2014-baseYear], 365, weekdaysOf).draws(99)
	var sizes []int
	for n := range mostStarts {
		sizes = append(sizes, n+1)
	}
	for run := range 20 {
		d.run(run)
		day := d.day
		if run%2 > 0 {
			day = d.fixedWeekday()
		}
		d.grow(sizes, day, func(i int) {
			if want := shapeOf(d.starts.list(), d.first); want != d.starts.shape {
				t.Fatalf("run %d, %d starts: %v, kept as %v", run, sizes[i], want, d.starts.shape)
			}
		})
	}
}

// TestExceeding holds the counts that a verdict looks at to how rare they are.
func TestExceeding(t *testing.T) {
	const n = 20
	ks := criticals(of(n), yearStart[2014-baseYear], 365, weekdaysOf)
	k := ks[n]
	for w := range weekdaysOf {
		for count := range n + 1 {
			rare, _ := k.rarest(weekdayCounts(count) * oneOn(w))
			assert.Equal(t, rare > k.weekday, k.verdict(shape{weekdays: weekdayCounts(count) * oneOn(w)}) == weekdayPattern, "%d on weekday %d", count, w)
		}
	}
}
