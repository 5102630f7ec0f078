package disclosure

import (
	"cmp"
	"slices"

	"stikprove/sample/crosstab"
)

// secondary hides counts until no small one can be worked out, or nothing that
// could help is left.
func (m *model) secondary() {
	for {
		leaks := m.leaks()
		if !slices.ContainsFunc(leaks, m.matters) {
			return
		}
		slices.SortStableFunc(leaks, func(x, y int) int { return cmp.Compare(m.hidden[x], m.hidden[y]) })
		more := m.protecting(leaks)
		if len(more) == 0 {
			return
		}
		for _, k := range more {
			m.hide(k, crosstab.Secondary)
		}
	}
}

// protecting returns the shown counts to hide next: those of the first ring
// that can be made, or else the one that is best hidden beside a leak.
func (m *model) protecting(leaks []int) []int {
	for _, leak := range leaks {
		if counts := m.ring(leak); m.matters(leak) && len(counts) > 0 {
			return counts
		}
	}
	if k := m.cheapest(leaks); k >= 0 {
		return []int{k}
	}
	return nil
}

// matters reports whether a hidden count must not be worked out: it is small,
// it is a base of shares, or it rests on a hidden base. Another may as well be
// shown.
func (m *model) matters(k int) bool {
	return m.hidden[k] == crosstab.Primary || m.closed[k] || len(m.restingOn(k)) > 0
}

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
// worked out, and those without which what matters stays hidden, the dearest
// first.
func (m *model) restore() {
	if !m.show(m.leaks()) {
		return
	}
	var spare []int
	for k, h := range m.hidden {
		if h == crosstab.Secondary && !m.matters(k) {
			spare = append(spare, k)
		}
	}
	slices.SortFunc(spare, func(x, y int) int { return m.dearness(y, x, -1) })
	for _, k := range spare {
		if m.hidden[k] == crosstab.Shown {
			continue
		}
		m.hidden[k] = crosstab.Shown
		if !m.show(m.leaks()) {
			m.hidden[k] = crosstab.Secondary
		}
	}
}

// show shows what can be worked out anyhow, unless some of it matters, and
// reports whether it did.
func (m *model) show(leaks []int) bool {
	if slices.ContainsFunc(leaks, m.matters) {
		return false
	}
	for _, k := range leaks {
		m.hidden[k] = crosstab.Shown
	}
	return true
}
