package disclosure

import (
	"slices"

	"stikprove/sample/crosstab"
)

// Protect returns t without the counts from 1 to minimum-1 and without those
// that would give them back: [ProtectAll] of one table.
func Protect(t *crosstab.Table, minimum int) *crosstab.Table {
	return ProtectAll([]*crosstab.Table{t}, Rules{Minimum: minimum})[0]
}

// ProtectAll returns tables without what rules hide and without what would
// give it back from all of them together, with the note NoteHidden where
// anything was removed. The tables are left as they are, and no table returned
// holds the largest parts of its totals.
//
// With Round counts are rounded instead and nothing is hidden, see [Rounded]; words
// that fewer than the minimum wrote are still joined, as they may tell who it is.
//
// Which others are hidden: for one number after the other that a reader could
// narrow too far, those that cost least to hide; then those that turn out not
// to be needed are shown again, the dearest first. Where tables that hang
// together have few cells, every choice is tried and the cheapest taken.
func ProtectAll(tables []*crosstab.Table, rules Rules) []*crosstab.Table {
	out := make([]*crosstab.Table, len(tables))
	for i, t := range tables {
		if out[i] = t; rules.active() {
			out[i] = joinSmallWords(t, rules.Minimum)
		}
		if out[i].Largest != nil {
			out[i] = copied(out[i])
		}
	}
	switch {
	case rules.Round > 0:
		for i, t := range out {
			out[i] = Rounded(t, rules.Round)
		}
	case rules.active():
		l := protected(out, rules)
		for i := range out {
			if slices.ContainsFunc(l.quantities, func(q quantity) bool {
				return q.hidden != crosstab.Shown && slices.ContainsFunc(q.at, func(at place) bool { return at.table == i })
			}) {
				out[i] = l.removed(i)
			}
		}
	}
	for i := range out {
		out[i].Largest = nil
	}
	return out
}

// protected returns the ledger of tables with what must be hidden.
func protected(tables []*crosstab.Table, rules Rules) *ledger {
	l := newLedger(tables, rules)
	l.primary()
	if len(l.needs) == 0 {
		return l
	}
	l.pieceValues()
	l.secondary()
	l.restore()
	l.improve()
	l.restore()
	return l
}
