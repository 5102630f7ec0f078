package register

import (
	"math"
	"math/bits"
)

// odds is the chance of each day of a year to be drawn: the same for all days of
// a weekday, which together have the weekday's share of all starts. It is an
// alias table (Walker 1977): one number picks a day, which is kept with chance
// keep, in 1/2^64, and is otherwise its alias.
type odds struct {
	days    int // of the year
	first   int // weekday of the first
	share   [7]float64
	weekday []weekdayCounts // one, of each day
	keep    []uint64
	alias   []int
}

// newOdds returns the odds of the year of days days after first.
func newOdds(first Day, days int, weekdays [7]int) *odds {
	o := &odds{days: days, first: (first + 1).weekday()}
	all := float64(total(weekdays[:]))
	var of [7]int
	for day := range days {
		w := (o.first + day) % 7
		o.weekday = append(o.weekday, oneOn(w))
		of[w]++
	}
	for w, count := range weekdays {
		o.share[w] = float64(count) / all
	}
	weights := make([]float64, days)
	for day := range weights {
		w := (o.first + day) % 7
		weights[day] = o.share[w] / float64(of[w]) * float64(days)
	}
	o.set(weights)
	return o
}

// set makes the alias table of weights with mean 1.
func (o *odds) set(weights []float64) {
	o.keep, o.alias = make([]uint64, len(weights)), make([]int, len(weights))
	var small, large []int
	for i, w := range weights {
		o.alias[i] = i
		if w < 1 {
			small = append(small, i)
		} else {
			large = append(large, i)
		}
	}
	for len(small) > 0 && len(large) > 0 {
		s, l := small[len(small)-1], large[len(large)-1]
		small = small[:len(small)-1]
		o.alias[s] = l
		if weights[l] -= 1 - weights[s]; weights[l] < 1 {
			large, small = large[:len(large)-1], append(small, l)
		}
	}
	for i, w := range weights {
		if o.keep[i] = math.MaxUint64; w < 1 {
			o.keep[i] = uint64(math.Ldexp(w, 64))
		}
	}
}

// mostTries is how often in a row a day may be drawn that is there already.
const mostTries = 1000

// Series of draws, none of which has draws of another.
const (
	criticalSeries uint64 = iota
	chanceSeries
	weekdaySeries
	intervalSeries
)

// draws draws starts: the same ones for the same series and number of the run,
// whatever else is drawn, and on however many cores. It serves one goroutine.
type draws struct {
	*odds
	series, state uint64
	starts        starts
}

func (o *odds) draws(series uint64) *draws { return &draws{odds: o, series: series} }

// run begins a run.
func (d *draws) run(n int) {
	d.state = mixed(patternSeed<<48 + d.series<<32 + uint64(n))
	d.starts = starts{}
}

func (d *draws) next() uint64 {
	d.state += 0x9e3779b97f4a7c15
	return mixed(d.state)
}

func (d *draws) below(n int) int {
	high, _ := bits.Mul64(d.next(), uint64(n))
	return int(high)
}

// day returns a day by chance.
func (d *draws) day() int {
	at, rest := bits.Mul64(d.next(), uint64(d.days))
	day := d.alias[at]
	if rest < d.keep[at] {
		day = int(at)
	}
	return day
}

// fixedWeekday returns what draws days most of which are on one weekday.
func (d *draws) fixedWeekday() func() int {
	weekday, weeks := d.below(7), d.days/7
	return func() int {
		if d.below(100) < planted {
			return d.below(weeks)*7 + weekday
		}
		return d.day()
	}
}

// fixedInterval appends to starts n days, rising, most of which follow the one
// before after the same number of days; fewer where the year ends before.
func (d *draws) fixedInterval(n int, starts []uint16) []uint16 {
	between := 3 + d.below(max(1, min(28, d.days/n)-2))
	at := d.below(max(1, d.days-between*n))
	for i := 0; i < n && at < d.days; i++ {
		starts = append(starts, uint16(at))
		if d.below(100) < planted {
			at += between
		} else {
			at += 1 + d.below(2*between)
		}
	}
	return starts
}

// grow draws days until it has as many different ones as each of sizes, which
// rise, and says so: what is drawn up to a size is a draw of that size. Where
// the weekdays that have starts are too few for so many days it has fewer.
func (d *draws) grow(sizes []int, day func() int, reached func(i int)) {
	n, tries := 0, 0
	for i, size := range sizes {
		for n < size && tries < mostTries {
			tries++
			if at := day(); d.starts.add(at, d.weekday[at]) {
				n, tries = n+1, 0
			}
		}
		reached(i)
	}
}
