package register

import (
	"math"
	"runtime"
	"slices"
	"sort"
	"sync"
	"sync/atomic"

	"gonum.org/v1/gonum/stat/distuv"
)

// The test of patterns: a person's starts show a pattern where one weekday has
// so many of them, or one number of days between successive starts comes so
// often, that chance gives it to at most half of falseAlarms of the persons
// with as many starts, each. Chance is n different days of the year, drawn with
// the weekday shares of all starts: it keeps the number of spells and that more
// spells begin on a Monday.
//
// A run draws day after day, and is a draw of every number of starts on its way.
// The chance to exceed a critical value above which 10 of 20,000 draws lie is
// 1 in 1,800, and with 95 % between 1 in 3,600 and 1 in 1,100 (a gamma
// distribution of 11); less where shapes come in large steps.
const (
	falseAlarms  = 0.001
	criticalRuns = 20000 // draws for the critical values
	checkRuns    = 10000 // draws, others than those, for the rate that is printed
	weekdayRuns  = 4000  // persons with a planted weekday for the power
	intervalRuns = 1000  // and with a planted interval, of each number of starts
	runsAtOnce   = 1000  // by one goroutine
	// Of the starts of a person with a planted pattern, so many in planted's
	// hundred keep it.
	planted     = 75
	patternSeed = 56
)

// critical is what a shape of n starts must exceed, and how the test does.
type critical struct {
	weekday                     float64       // a weekday's rareness
	interval                    int           // how often one comes
	rare                        [7][]float64  // see rareness; nil where nobody has so many starts
	least                       weekdayCounts // starts on a weekday that exceed weekday
	null, onWeekday, atInterval [4]float64    // shares of verdicts by chance, and on planted patterns
}

func (k *critical) verdict(s shape) verdict {
	v := noPattern
	if s.weekdays.reaches(k.least) {
		v |= weekdayPattern
	}
	if s.interval > k.interval {
		v |= intervalPattern
	}
	return v
}

// rarest returns how rare the starts are on the weekday where they are rarest,
// and how many that has; the first of equal ones.
func (k *critical) rarest(c weekdayCounts) (rare float64, starts int) {
	rare = math.Inf(-1)
	for w := range k.rare {
		if n := c.of(w); k.rare[w][n] > rare {
			rare, starts = k.rare[w][n], n
		}
	}
	return rare, starts
}

// exceeding returns how many starts on each weekday it takes to be rarer.
func (k *critical) exceeding(rare float64) weekdayCounts {
	var least weekdayCounts
	for w, rares := range k.rare {
		n := never
		if i := sort.Search(len(rares), func(n int) bool { return rares[n] > rare }); i < len(rares) {
			n = i
		}
		least += oneOn(w) * weekdayCounts(n)
	}
	return least
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

// criticals returns the critical values of each number of starts that some
// person has, in the year of days days after first. What one is does not rest
// on which others there are.
func criticals(persons []int, first Day, days int, weekdays [7]int) []critical {
	t := trial{odds: newOdds(first, days, weekdays), ks: make([]critical, len(persons))}
	for n, of := range persons {
		if of > 0 {
			t.ks[n].rare = rareness(n, t.odds.share)
			t.sizes = append(t.sizes, n)
		}
	}
	t.draw()
	t.check()
	t.plantIntervals()
	return t.ks
}

// trial is a test and what it is tried on.
type trial struct {
	odds  *odds
	sizes []int      // numbers of starts, rising
	ks    []critical // by number of starts
}

// draw draws the critical values.
func (t *trial) draw() {
	const above = int(falseAlarms / 2 * criticalRuns) // at most so many lie above
	type drawn struct{ weekday, interval highest }
	blocks := make([][]drawn, criticalRuns/runsAtOnce)
	onAllCores(len(blocks), func(block int) {
		all := make([]drawn, len(t.sizes))
		least := make([]weekdayCounts, len(t.sizes)) // to be among the highest
		for i := range all {
			all[i] = drawn{newHighest(above + 1), newHighest(above + 1)}
		}
		d := t.odds.draws(criticalSeries)
		day := d.day
		for run := range runsAtOnce {
			d.run(block*runsAtOnce + run)
			d.grow(t.sizes, day, func(i int) {
				if k := &t.ks[t.sizes[i]]; d.starts.weekdays.reaches(least[i]) {
					rare, _ := k.rarest(d.starts.weekdays)
					all[i].weekday.add(rare)
					least[i] = k.exceeding(all[i].weekday[0])
				}
				all[i].interval.add(float64(d.starts.interval))
			})
		}
		blocks[block] = all
	})
	for i, n := range t.sizes {
		of := blocks[0][i]
		for _, b := range blocks[1:] {
			of.weekday.addAll(b[i].weekday)
			of.interval.addAll(b[i].interval)
		}
		k := &t.ks[n]
		k.weekday, k.interval = of.weekday[0], max(int(of.interval[0]), 2)
		k.least = k.exceeding(k.weekday)
	}
}

// check draws how often the test errs, and how often it finds a planted
// weekday.
func (t *trial) check() {
	shares := func(series uint64, runs int, days func(*draws) func() int) [][4]float64 {
		blocks := make([][][4]int, runs/runsAtOnce)
		onAllCores(len(blocks), func(block int) {
			counts := make([][4]int, len(t.sizes))
			d := t.odds.draws(series)
			for run := range runsAtOnce {
				d.run(block*runsAtOnce + run)
				d.grow(t.sizes, days(d), func(i int) { counts[i][t.ks[t.sizes[i]].verdict(d.starts.shape)]++ })
			}
			blocks[block] = counts
		})
		of := make([][4]float64, len(t.sizes))
		for i := range of {
			var counts [4]int
			for _, b := range blocks {
				addAll(counts[:], b[i][:])
			}
			of[i] = sharesOf(counts)
		}
		return of
	}
	chance := shares(chanceSeries, checkRuns, func(d *draws) func() int { return d.day })
	weekday := shares(weekdaySeries, weekdayRuns, (*draws).fixedWeekday)
	for i, n := range t.sizes {
		t.ks[n].null, t.ks[n].onWeekday = chance[i], weekday[i]
	}
}

// plantIntervals draws how often the test finds a planted interval.
func (t *trial) plantIntervals() {
	onAllCores(len(t.sizes), func(i int) {
		n := t.sizes[i]
		k, d := &t.ks[n], t.odds.draws(intervalSeries)
		d.run(n)
		var counts [4]int
		var days []uint16
		for range intervalRuns {
			days = d.fixedInterval(n, days[:0])
			counts[k.verdict(shapeOf(days, d.first))]++
		}
		k.atInterval = sharesOf(counts)
	})
}

func sharesOf(counts [4]int) (shares [4]float64) {
	for v, n := range counts {
		shares[v] = float64(n) / float64(total(counts[:]))
	}
	return shares
}

// highest is the highest of many numbers, rising.
type highest []float64

func newHighest(length int) highest { return slices.Repeat(highest{math.Inf(-1)}, length) }

func (h highest) add(v float64) {
	if v <= h[0] {
		return
	}
	i := 1
	for ; i < len(h) && h[i] < v; i++ {
		h[i-1] = h[i]
	}
	h[i-1] = v
}

func (h highest) addAll(o highest) {
	for _, v := range o {
		h.add(v)
	}
}

// onAllCores does n things side by side.
func onAllCores(n int, do func(i int)) {
	var group sync.WaitGroup
	var next atomic.Int64
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	group.Wait()
}
