package disclosure

import (
	"slices"

	"stikprove/sample/crosstab"
)

// Protect returns t without the counts from 1 to minimum-1 and without those
// that would give them back, with the note NoteHidden where anything was
// removed. t is left as it is. A minimum of 1 or less hides nothing.
//
// Which others are hidden: as long as a small count can be worked out, those
// that close a ring with it at the least sum of counts, an inner cell before a
// net and a net before a margin. Then those that turn out not to be needed are
// shown again, the largest first. That is the least loss for one small count,
// but not a proven least for several.
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
