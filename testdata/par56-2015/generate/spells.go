package main

import "time"

// Published of the register (its tables 1 to 5, the year 2014): shares in whole
// per cent of about 21,000 persons with about 120,000 spells. The register here
// is one of 5,000 persons with as many spells a person; each quota is a count
// that prints as the published share. Which length goes with which gap, on which
// weekdays spells begin and who lives where are invented.
const (
	registerPersons = 5000
	registerSpells  = 28571 // 5,000 x 120,000 / 21,000
	registerYear    = 2014
)

// spell is a row of the register: days of the year, from 0.
type spell struct {
	person     *registered
	start, end int
}

// registered is a person of the register.
type registered struct {
	number       int
	sex, origin  string
	born         int
	municipality *municipality
	lengths      []int // of the spells, in order
	gaps         []int // between them
	weekly       bool  // spells of a day on the same weekday: an invented pattern
}

// personBands are table 4: persons by number of spells. In a band the numbers
// are dealt as evenly as the total of spells lets.
var personBands = []struct{ from, to, n int }{
	{1, 1, 1050}, {2, 2, 750}, {3, 3, 600}, {4, 4, 450}, {5, 5, 400},
	{6, 10, 1100}, {11, 15, 350}, {16, 20, 150}, {21, 45, 150},
}

// lengthQuota is table 3 in thousandths of the spells; its published shares sum
// to 99, and three days or less are 81 in the text.
var lengthQuota = []struct{ from, to, thousandths int }{
	{1, 1, 573}, {2, 2, 164}, {3, 3, 73}, {4, 4, 40}, {5, 5, 40}, {6, 6, 10}, {7, 7, 10},
	{8, 28, 60}, {29, 56, 10}, {57, 180, 20},
}

// gapQuota is table 5 as published, counts of 2010 to mid 2015, whose bands are
// made to meet: see sample/register.
var gapQuota = []struct{ from, to, published int }{
	{2, 2, 15199}, {3, 3, 13645}, {4, 4, 14983}, {5, 5, 18307}, {6, 6, 20295}, {7, 7, 59280}, {8, 8, 17554},
	{9, 9, 11241}, {10, 10, 8794}, {11, 13, 28168}, {14, 14, 24545}, {15, 21, 56170}, {22, 30, 53378},
	{31, 60, 89623}, {61, 120, 60474}, {121, 240, 32665},
}

// attributes of table 1.
var (
	sexQuota = []quota[string]{{"K", 3050}, {"M", 1950}}
	// Its published ages sum to 99.
	bornQuota = []struct{ from, to, n int }{{1985, 1994, 370}, {1965, 1984, 2515}, {1947, 1964, 2115}}
	// No whole numbers below half a per cent are published.
	originQuota = []quota[string]{{"D", 4790}, {"EI", 10}, {"EV", 8}, {"II", 97}, {"IV", 95}}
)

// dealSpells invents the register.
func dealSpells(places []*municipality) ([]*registered, []spell) {
	persons := dealNumbers(newRandom("spells a person"))
	dealPersons(newRandom("persons of the register"), persons)
	settle(newRandom("municipalities of the register"), persons, places)
	dealPattern(newRandom("patterns of the register"), persons)
	dealLengths(newRandom("lengths"), persons)
	dealGaps(newRandom("gaps"), persons)
	return persons, layOut(newRandom("first days"), persons)
}

// dealNumbers gives every person a number of spells.
func dealNumbers(r *random) []*registered {
	var numbers []int
	total := 0
	for _, b := range personBands {
		for i := range b.n {
			n := b.from
			if b.to > b.from {
				n += i % (b.to - b.from + 1)
			}
			numbers = append(numbers, n)
			total += n
		}
	}
	// Within the bands of several numbers, up or down until the sum is right.
	step, room := 1, func(n int) bool {
		return n >= 21 && n < 45 || n >= 6 && n < 10 || n >= 11 && n < 15 || n >= 16 && n < 20
	}
	if total > registerSpells {
		step, room = -1, func(n int) bool { return n > 21 || n > 6 && n <= 10 || n > 11 && n <= 15 || n > 16 && n <= 20 }
	}
	for i := len(numbers) - 1; total != registerSpells; i-- {
		if i < 0 {
			i = len(numbers) - 1
		}
		if room(numbers[i]) {
			numbers[i] += step
			total += step
		}
	}
	shuffle(r, numbers)
	persons := make([]*registered, len(numbers))
	for i, n := range numbers {
		persons[i] = &registered{number: 1001 + i, lengths: make([]int, n), gaps: make([]int, n-1)}
	}
	return persons
}

// dealPersons gives persons sex, birth and origin, each by its quota.
func dealPersons(r *random, persons []*registered) {
	sexes, origins := shuffle(r, spread(sexQuota)), shuffle(r, spread(originQuota))
	var born []int
	for _, q := range bornQuota {
		for range q.n {
			born = append(born, q.from+r.below(q.to-q.from+1))
		}
	}
	shuffle(r, born)
	for i, p := range persons {
		p.sex, p.origin, p.born = sexes[i], origins[i], born[i]
	}
}

// weeklyPersons are those given a pattern: spells of a day on one weekday.
const weeklyPersons = 120

func dealPattern(r *random, persons []*registered) {
	some := filter(persons, func(p *registered) bool { return len(p.lengths) >= 8 && len(p.lengths) <= 20 })
	for _, p := range pick(r, some, weeklyPersons, nil) {
		p.weekly = true
	}
}

// dealLengths gives every spell a length. Long ones go to persons with few
// spells, whose year has room for them.
func dealLengths(r *random, persons []*registered) {
	var lengths []int
	left := registerSpells
	for i, q := range lengthQuota {
		n := registerSpells * q.thousandths / 1000
		if i == len(lengthQuota)-1 {
			n = left
		}
		left -= n
		for range n {
			length := q.from
			if q.to > q.from {
				length += r.below(q.to - q.from + 1)
			}
			lengths = append(lengths, length)
		}
	}
	long := filter(lengths, func(n int) bool { return n > 28 })
	short := shuffle(r, filter(lengths, func(n int) bool { return n <= 28 }))
	// Spells of a day for those with a pattern first.
	for _, p := range persons {
		for i := range p.lengths {
			if p.weekly {
				p.lengths[i] = 1
				at := 0
				for short[at] != 1 {
					at++
				}
				short = append(short[:at], short[at+1:]...)
			}
		}
	}
	few := shuffle(r, filter(persons, func(p *registered) bool { return len(p.lengths) <= 3 }))
	for i, n := range shuffle(r, long) {
		p := few[i]
		p.lengths[len(p.lengths)-1] = n
	}
	var open []*int
	for _, p := range persons {
		for i := range p.lengths {
			if p.lengths[i] == 0 {
				open = append(open, &p.lengths[i])
			}
		}
	}
	for i, n := range short {
		*open[i] = n
	}
}

// dealGaps gives every two spells the days between them: first a week to those
// with a pattern, then the longest gaps first, each to one of the persons whose
// year has most room left for each gap still to come.
func dealGaps(r *random, persons []*registered) {
	total, sum := 0, 0
	for _, p := range persons {
		total += len(p.gaps)
	}
	for _, q := range gapQuota {
		sum += q.published
	}
	var gaps []int
	for i, q := range gapQuota {
		n := q.published * total / sum
		if i == 5 { // a week takes what rounding leaves
			n += total - floors(total, sum)
		}
		for range n {
			gap := q.from
			if q.to > q.from {
				gap += r.below(min(q.to, q.from+100) - q.from + 1)
			}
			gaps = append(gaps, gap)
		}
	}
	sortDown(gaps)
	room := make([]int, len(persons)) // days left
	free := make([]int, len(persons)) // gaps to come
	for i, p := range persons {
		room[i] = 364
		for _, n := range p.lengths[:len(p.gaps)] {
			room[i] -= n - 1
		}
		free[i] = len(p.gaps)
		for range p.gaps {
			if p.weekly {
				free[i]--
				p.gaps[free[i]] = 7
				at := len(gaps) - 1
				for gaps[at] != 7 {
					at--
				}
				gaps = append(gaps[:at], gaps[at+1:]...)
			}
		}
	}
	for _, gap := range gaps {
		i := roomiest(r, room, free, gap)
		free[i]--
		persons[i].gaps[free[i]] = gap
		room[i] -= gap
	}
	for _, p := range persons {
		shuffle(r, p.gaps)
	}
}

// floors returns the sum of the gaps' quotas rounded down.
func floors(total, sum int) int {
	n := 0
	for _, q := range gapQuota {
		n += q.published * total / sum
	}
	return n
}

// roomiest returns the person of a few drawn at random, or else of all, who
// has most days left for each gap to come, this one taken.
func roomiest(r *random, room, free []int, gap int) int {
	best, bestRoom := -1, 0
	look := func(i int) {
		if free[i] == 0 || room[i]-gap < min(gap, 7)*(free[i]-1) {
			return
		}
		if share := 1000 * (room[i] - gap) / free[i]; best < 0 || share > bestRoom {
			best, bestRoom = i, share
		}
	}
	for range 12 {
		look(r.below(len(free)))
	}
	if best < 0 {
		for i := range free {
			look(i)
		}
	}
	if best < 0 {
		panic("no year has room for the gap")
	}
	return best
}

func sortDown(list []int) {
	count := map[int]int{}
	most := 0
	for _, n := range list {
		count[n]++
		most = max(most, n)
	}
	list = list[:0]
	for n := most; n >= 0; n-- {
		for range count[n] {
			list = append(list, n)
		}
	}
}

// layOut puts every person's spells into the year.
func layOut(r *random, persons []*registered) []spell {
	var spells []spell
	for _, p := range persons {
		span := 0 // from the first start to the last
		for i, gap := range p.gaps {
			span += p.lengths[i] - 1 + gap
		}
		at := r.below(365 - span)
		for i, n := range p.lengths {
			spells = append(spells, spell{p, at, at + n - 1})
			at += n - 1
			if i < len(p.gaps) {
				at += p.gaps[i]
			}
		}
	}
	return spells
}

// date returns a day of the register's year, which may be past its end.
func date(day int) string {
	return time.Date(registerYear, 1, 1+day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}
