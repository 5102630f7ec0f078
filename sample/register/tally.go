package register

// tenDays is the absence in a year that an agreement's renewal asks for in
// the Danish sick-pay act.
const tenDays = 10

// An agreement lasts at most two years and may be renewed in the three months
// before it ends; spans are counted by months of a year of 365.25 days.
const (
	nearTwoYears = 639 // 21 months
	twoYears     = 730
)

// tally adds persons' spells to sums. It serves one goroutine.
type tally struct {
	sums
	joiner
	first, last Day      // the year: after first, to last
	suspects    suspects // those whose starts are tested for a pattern
	patterns    bool     // keep them
	anyDay      bool     // spells with a day in the year are the year's
	gapsOf      [mostGap + 1]uint16
}

func newTally(d Definitions, places int, patterns bool) *tally {
	t := &tally{joiner: joiner{definitions: d}, patterns: patterns, anyDay: d.YearBy == ByAnyDay}
	t.first, t.last = yearStart[d.Year-baseYear], yearStart[d.Year+1-baseYear]
	t.places = make([][2]int, places)
	return t
}

// part adds the persons of sorted records.
func (t *tally) part(records []record) {
	for from := 0; from < len(records); {
		to := from + 1
		for to < len(records) && records[to].person == records[from].person {
			to++
		}
		t.add(t.person(records[from:to]))
		from = to
	}
}

// add adds one person's spells.
func (t *tally) add(spells []spell) {
	n, own, latest, days := 0, 0, -1, 0
	for i, s := range spells {
		in := s.in(t.anyDay, t.first, t.last)
		if in {
			t.places[s.municipality()][1]++
		}
		if s.other() {
			continue
		}
		own = i + 1 // the study's kinds come first
		days += t.daysOf(s)
		if in {
			n, latest = n+1, i
			t.spell(s)
		}
	}
	t.of(spells[:own], n, latest, days)
}

// of adds a person with the spells of the study's kinds, of which n are the
// year's and cover so many of its days.
func (t *tally) of(own []spell, n, latest, days int) {
	t.gapsBetween(own)
	if days > 0 {
		t.days[min(max(days-tenDays+1, 0), 2)]++
	}
	if n == 0 {
		return
	}
	t.persons++
	t.squares += n * n
	t.spells[min(n, mostSpells)]++
	s := own[latest]
	t.ages[s.age()]++
	t.sexes[s.sex()]++
	t.origins[s.origin()]++
	t.spans[spanOf(s.start()-own[0].start())]++
	if t.patterns {
		t.suspects.add(own, s, t.first, t.last)
	}
}

// spell adds a spell of the year.
func (t *tally) spell(s spell) {
	t.places[s.municipality()][0]++
	t.weekdays[s.start().weekday()]++
	if s.end == 0 {
		t.openSpells++
		return
	}
	t.lengths[min(int(s.end-s.start())+1, mostLength)]++
}

// daysOf returns the days of the year that a spell covers; an open one covers
// the rest of it.
func (t *tally) daysOf(s spell) int {
	from, to := max(s.start(), t.first+1), s.end
	if to == 0 || to > t.last {
		to = t.last
	}
	return int(max(to-from+1, 0))
}

// spanOf returns the group of a time from the first spell to the latest.
func spanOf(days Day) int {
	switch {
	case days < nearTwoYears:
		return 0
	case days <= twoYears:
		return 1
	}
	return 2
}

// gapsBetween adds the gaps between a person's spells, of every year.
func (t *tally) gapsBetween(own []spell) {
	n, seen := 0, false
	for i := 1; i < len(own); i++ {
		end := own[i-1].end
		if end == 0 {
			t.openGaps++
			continue
		}
		gap := min(max(int(own[i].start()-end), 0), mostGap)
		t.gaps[gap]++
		n++
		if gap >= 6 && gap <= 15 {
			t.gapsOf[gap]++
			seen = true
		}
	}
	if n == 0 {
		return
	}
	t.gapPersons++
	for i, d := range neighbours {
		y := 0
		if seen {
			y = 2*int(t.gapsOf[d]) - int(t.gapsOf[d-1]) - int(t.gapsOf[d+1])
		}
		e := &t.excess[i]
		e.y += y
		e.yy += y * y
		e.yx += y * n
		e.xx += n * n
	}
	if seen {
		clear(t.gapsOf[6:16])
	}
}
