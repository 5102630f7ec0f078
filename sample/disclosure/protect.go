package disclosure

import (
	"cmp"
	"slices"

	"stikprove/sample/crosstab"
)

// Protect returns t without the counts from 1 to minimum-1 and without those
// that would give them back, with the note NoteHidden where anything was
// removed. t is left as it is. A minimum of 1 or less hides nothing.
//
// Which others are hidden: as long as a small count can be worked out, the
// smallest shown count in a sum with it, counting what hiding that one would
// take in turn, an inner cell before a net and a net before a margin. Then
// those that turn out not to be needed are shown again, the largest first.
// That is least loss by count, but not a proven least.
func Protect(t *crosstab.Table, minimum int) *crosstab.Table {
	if minimum <= 1 {
		return t
	}
	t = joinSmallWords(t, minimum)
	m := newModel(t)
	m.primary(minimum)
	if !slices.ContainsFunc(m.hidden, func(h crosstab.Suppressed) bool { return h != crosstab.Shown }) {
		return t
	}
	m.secondary()
	m.restore()
	return m.removed(minimum)
}

// primary hides the small counts.
func (m *model) primary(minimum int) {
	small := func(n int) bool { return 0 < n && n < minimum }
	for k, at := range m.place {
		few := small(m.n[k])
		if at.row < len(m.t.Rows) && m.t.Rows[at.row].Kind == crosstab.OfWhich {
			few = few || small(m.n[m.id[len(m.t.Rows)][at.column]]-m.n[k])
		}
		if few {
			m.hide(k, crosstab.Primary)
		}
	}
}

// hide hides a count and, where it is the base of shares, every cell that
// rests on it.
func (m *model) hide(k int, why crosstab.Suppressed) {
	if m.hidden[k] == crosstab.Shown {
		m.hidden[k] = why
	}
	for _, j := range m.restingOn(k) {
		if m.hidden[j] == crosstab.Shown {
			m.hidden[j] = crosstab.Secondary
		}
		m.closed[j] = true
	}
}

// restingOn returns the counts whose cells show shares of count k.
func (m *model) restingOn(k int) []int {
	at := m.place[k]
	total := m.id[len(m.t.Rows)]
	all := len(m.t.Columns) - 1
	for c, column := range m.t.Columns {
		if column.Kind == crosstab.All {
			all = c
		}
	}
	var resting []int
	switch m.t.Percent {
	case crosstab.OfRow:
		if at.column == all {
			resting = m.counts(func(p place) bool { return p.row == at.row })
		}
	case crosstab.OfTotal:
		if k == total[all] {
			resting = m.counts(func(place) bool { return true })
		}
	default:
		if k == total[at.column] {
			resting = m.counts(func(p place) bool { return p.column == at.column })
		}
	}
	return slices.DeleteFunc(resting, func(j int) bool { return j == k })
}

// counts returns the counts whose place is meant.
func (m *model) counts(meant func(place) bool) []int {
	var ks []int
	for k, p := range m.place {
		if meant(p) {
			ks = append(ks, k)
		}
	}
	return ks
}

// secondary hides counts until no small one can be worked out, or nothing that
// could help is left.
func (m *model) secondary() {
	for {
		leaks := m.leaks(0)
		if !slices.ContainsFunc(leaks, m.matters) {
			return
		}
		slices.SortStableFunc(leaks, func(x, y int) int { return cmp.Compare(m.hidden[x], m.hidden[y]) })
		k := m.cheapest(leaks)
		if k < 0 {
			return
		}
		m.hide(k, crosstab.Secondary)
	}
}

// matters reports whether a hidden count must not be worked out: it is small,
// or it rests on a hidden base. Another may as well be shown.
func (m *model) matters(k int) bool { return m.hidden[k] == crosstab.Primary || m.closed[k] }

// cheapest returns the shown count that is best hidden to protect the leaks,
// or -1: one that stands in a sum in which a leak is alone or, where there is
// none, in any sum with it.
func (m *model) cheapest(leaks []int) int {
	for _, candidates := range []func(leak int) []int{m.alone, m.linked} {
		for _, leak := range leaks {
			if ks := candidates(leak); len(ks) > 0 {
				return slices.MinFunc(ks, func(x, y int) int { return m.dearness(x, y, leak) })
			}
		}
	}
	return -1
}

// alone returns the shown counts above 0 of the sums in which only k is hidden.
func (m *model) alone(k int) []int {
	var found []int
	for _, s := range m.sums {
		terms := s.terms()
		if slices.Contains(terms, k) && !slices.ContainsFunc(terms, func(j int) bool { return j != k && m.hidden[j] != crosstab.Shown }) {
			found = append(found, m.shown(terms)...)
		}
	}
	return found
}

// terms returns the parts of s and the whole.
func (s sum) terms() []int { return append(slices.Clone(s.parts), s.whole) }

// shown returns those of ks that are shown and above 0.
func (m *model) shown(ks []int) []int {
	var found []int
	for _, k := range ks {
		if m.hidden[k] == crosstab.Shown && m.n[k] > 0 {
			found = append(found, k)
		}
	}
	return found
}

// linked returns the shown counts above 0 that sums of sums tie to k.
func (m *model) linked(k int) []int {
	reached := make([]bool, len(m.n))
	reached[k] = true
	var found []int
	for more := true; more; {
		more = false
		for _, s := range m.sums {
			terms := append(slices.Clone(s.parts), s.whole)
			if !slices.ContainsFunc(terms, func(j int) bool { return reached[j] && m.hidden[j] != crosstab.Shown }) {
				continue
			}
			for _, j := range terms {
				if reached[j] {
					continue
				}
				reached[j], more = true, true
				if m.hidden[j] == crosstab.Shown && m.n[j] > 0 {
					found = append(found, j)
				}
			}
		}
	}
	return found
}

// dearness compares what hiding two counts to protect a leak costs.
func (m *model) dearness(x, y, leak int) int {
	a, b := m.place[x], m.place[y]
	return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(m.cost(x, leak), m.cost(y, leak)),
		cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column))
}

// cost returns what is lost by hiding k to protect a leak: its count, and the
// least count of each sum in which it would be alone in turn.
func (m *model) cost(k, leak int) int {
	cost := m.n[k]
	for _, s := range m.sums {
		terms := s.terms()
		if !slices.Contains(terms, k) || slices.Contains(terms, leak) ||
			slices.ContainsFunc(terms, func(j int) bool { return m.hidden[j] != crosstab.Shown }) {
			continue
		}
		least := -1
		for _, j := range m.shown(terms) {
			if j != k && (least < 0 || m.n[j] < least) {
				least = m.n[j]
			}
		}
		cost += max(least, 0)
	}
	return cost
}

// restore shows again the counts that need not be hidden: those that can be
// worked out, and those without which the small ones stay hidden, the dearest
// first.
func (m *model) restore() {
	leaks := m.leaks(0)
	if slices.ContainsFunc(leaks, m.matters) {
		return
	}
	for _, k := range leaks {
		m.hidden[k] = crosstab.Shown
	}
	var spare []int
	for k, h := range m.hidden {
		if h == crosstab.Secondary && !m.closed[k] && len(m.restingOn(k)) == 0 {
			spare = append(spare, k)
		}
	}
	slices.SortFunc(spare, func(x, y int) int { return m.dearness(y, x, -1) })
	for _, k := range spare {
		m.hidden[k] = crosstab.Shown
		if len(m.leaks(1)) > 0 {
			m.hidden[k] = crosstab.Secondary
		}
	}
}
