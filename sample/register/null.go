package register

import (
	"math"
	"math/bits"

	"gonum.org/v1/gonum/stat/distuv"
)

// The test of patterns: a person's starts show a pattern where one weekday has
// so many of them, or one number of days between successive starts comes so
// often, that chance gives it to at most half of falseAlarms of the persons
// with as many starts, each. Chance is n different days of the year, drawn with
// the weekday shares of all starts: it keeps the number of spells and that more
// spells begin on a Monday.
const (
	falseAlarms  = 0.001
	criticalRuns = 20000 // draws for the critical values of each number of starts
	checkRuns    = 5000  // draws, others than those, for the rate that is printed
	plantedRuns  = 1000  // persons with a planted pattern for the power
	// Of the starts of a person with a planted pattern, so many in planted's
	// hundred keep it.
	planted     = 75
	mostBetween = 60 // days between starts, above which no interval is fixed
	patternSeed = 56
)

// draws draws starts. It serves one goroutine.
type draws struct {
	state uint64
	days  int // of the year
	first int // weekday of the first
	share [7]float64
	// An alias table of days (Walker 1977): a day is kept with chance keep and
	// is otherwise its alias.
	keep  []float64
	alias []int
	taken [6]uint64
	out   []uint16
	rare  [7][]float64 // see rareness
}

// newDraws returns draws of n starts in the year of days days after first, with
// the weekday shares of all starts.
func newDraws(n int, first Day, days int, weekdays [7]int) *draws {
	d := &draws{state: patternSeed<<32 + uint64(n), days: days, first: (first + 1).weekday()}
	all := float64(total(weekdays[:]))
	var of [7]int
	for day := range days {
		of[(d.first+day)%7]++
	}
	weights := make([]float64, days)
	for w, count := range weekdays {
		d.share[w] = float64(count) / all
	}
	for day := range weights {
		w := (d.first + day) % 7
		weights[day] = d.share[w] / float64(of[w]) * float64(days)
	}
	d.setAlias(weights)
	d.rare = rareness(n, d.share)
	return d
}

// setAlias makes the alias table of weights with mean 1.
func (d *draws) setAlias(weights []float64) {
	d.keep, d.alias = make([]float64, len(weights)), make([]int, len(weights))
	var small, large []int
	for i, w := range weights {
		d.keep[i], d.alias[i] = w, i
		if w < 1 {
			small = append(small, i)
		} else {
			large = append(large, i)
		}
	}
	for len(small) > 0 && len(large) > 0 {
		s, l := small[len(small)-1], large[len(large)-1]
		small = small[:len(small)-1]
		d.alias[s] = l
		if d.keep[l] -= 1 - d.keep[s]; d.keep[l] < 1 {
			large, small = large[:len(large)-1], append(small, l)
		}
	}
}

func (d *draws) below(n int) int {
	d.state += 0x9e3779b97f4a7c15
	high, _ := bits.Mul64(mixed(d.state), uint64(n))
	return int(high)
}

func (d *draws) unit() float64 {
	d.state += 0x9e3779b97f4a7c15
	return float64(mixed(d.state)>>11) / (1 << 53)
}

// day returns a day by weight.
func (d *draws) day() int {
	i := d.below(d.days)
	if d.unit() < d.keep[i] {
		return i
	}
	return d.alias[i]
}

// take marks a day and reports whether it was free.
func (d *draws) take(day int) bool {
	word, bit := &d.taken[day>>6], uint64(1)<<(day&63)
	if *word&bit != 0 {
		return false
	}
	*word |= bit
	return true
}

// sorted returns the days marked, rising, and clears the marks.
func (d *draws) sorted() []uint16 {
	d.out = d.out[:0]
	for i, word := range d.taken {
		for ; word != 0; word &= word - 1 {
			d.out = append(d.out, uint16(i<<6+bits.TrailingZeros64(word)))
		}
	}
	d.taken = [6]uint64{}
	return d.out
}

// chance returns n starts by chance. Where the weekdays that have starts are
// too few for n days it returns fewer.
func (d *draws) chance(n int) []uint16 {
	for tries := 0; n > 0 && tries < 1000; tries++ {
		if d.take(d.day()) {
			n, tries = n-1, 0
		}
	}
	return d.sorted()
}

// weekday returns n starts most of which are on one weekday.
func (d *draws) weekday(n int) []uint16 {
	day := d.below(7)
	weeks := d.days / 7
	for tries := 0; n > 0 && tries < 1000; tries++ {
		at := d.day()
		if d.below(100) < planted {
			at = d.below(weeks)*7 + day
		}
		if d.take(at) {
			n, tries = n-1, 0
		}
	}
	return d.sorted()
}

// interval returns n starts most of which follow the one before after the same
// number of days.
func (d *draws) interval(n int) []uint16 {
	between := 3 + d.below(max(1, min(28, d.days/n)-2))
	at := d.below(max(1, d.days-between*n))
	for i := 0; i < n && at < d.days; i++ {
		d.take(at)
		if d.below(100) < planted {
			at += between
		} else {
			at += 1 + d.below(2*between)
		}
	}
	return d.sorted()
}

// shape is what the test looks at: how improbable the starts on the least
// probable weekday are, as the logarithm of one over the chance of as many, and
// how often the commonest interval comes.
type shape struct {
	weekday  float64
	interval int
	atDay    int // starts on that weekday
}

// shapeOf returns the shape of rising starts, days of the year from 0.
func (d *draws) shapeOf(starts []uint16) shape {
	var days [7]int
	var between [mostBetween + 1]uint8
	s := shape{weekday: math.Inf(-1)}
	for i, at := range starts {
		days[(d.first+int(at))%7]++
		if i > 0 {
			if b := at - starts[i-1]; b <= mostBetween {
				between[b]++
				s.interval = max(s.interval, int(between[b]))
			}
		}
	}
	for w, count := range days {
		if rare := d.rare[w][count]; rare > s.weekday {
			s.weekday, s.atDay = rare, count
		}
	}
	return s
}

// mostRare stands for what has no chance at all.
const mostRare = 700

// rareness returns by weekday and count the logarithm of one over the chance
// that at least so many of n starts are on the weekday, each having its share
// by itself.
func rareness(n int, share [7]float64) (rare [7][]float64) {
	for w, p := range share {
		rare[w] = make([]float64, n+1)
		at := distuv.Binomial{N: float64(n), P: p}
		tail := 0.0
		for count := n; count > 0; count-- {
			tail += at.Prob(float64(count))
			rare[w][count] = mostRare
			if tail > 0 {
				rare[w][count] = min(mostRare, -math.Log(tail))
			}
		}
	}
	return rare
}
