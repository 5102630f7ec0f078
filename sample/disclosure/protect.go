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
// With Round counts are rounded instead and none is hidden, see [Rounded]; words
// that fewer than the minimum wrote are still joined, as they may tell who it is.
// Means and totals are not rounded and are hidden as without it, and those of
// counts that round to nought with them.
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
		hideNumbers(out, rules)
		for i, t := range out {
			out[i] = Rounded(t, rules.Round)
		}
	case rules.active():
		hide(out, rules)
	}
	for i := range out {
		out[i].Largest = nil
	}
	return out
}

// hide puts tables without what must be hidden in their place.
func hide(tables []*crosstab.Table, rules Rules) {
	l := protected(tables, rules)
	for i := range tables {
		if slices.ContainsFunc(l.quantities, func(q quantity) bool {
			return q.hidden != crosstab.Shown && slices.ContainsFunc(q.at, func(at place) bool { return at.table == i })
		}) {
			tables[i] = l.removed(i)
		}
	}
}

// hideNumbers hides means and totals of tables whose counts are to be rounded.
func hideNumbers(tables []*crosstab.Table, rules Rules) {
	var at []int
	var numbers []*crosstab.Table
	for i, t := range tables {
		if slices.ContainsFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Sum || r.Kind == crosstab.Mean }) {
			at, numbers = append(at, i), append(numbers, t)
		}
	}
	rules.Minimum = max(rules.Minimum, (rules.Round+1)/2)
	if rules.Round = 0; len(at) == 0 || !rules.active() {
		return
	}
	hide(numbers, rules)
	for i, t := range numbers {
		tables[at[i]] = t
	}
}

// protected returns the ledger of tables with what must be hidden.
func protected(tables []*crosstab.Table, rules Rules) *ledger {
	l := newLedger(tables, rules, false)
	l.primary()
	if len(l.needs) == 0 {
		return l
	}
	l.pieceValues()
	l.secondary()
	l.restore()
	l.improve()
	l.restore()
	return l.deepened()
}

// deepened returns l or, where tables print three variables in pairs, a ledger
// that knows so, with what l hides and with what it takes to hide besides. The
// search for the cheapest choice is left to l: of three variables it would take
// too long.
func (l *ledger) deepened() *ledger {
	d := newLedger(l.tables, l.rules, true)
	if !d.deep {
		return l
	}
	for k, q := range l.quantities { // both number what is printed in one order
		if len(q.at) > 0 {
			d.quantities[k].hidden, d.quantities[k].closed = q.hidden, q.closed
		}
	}
	for _, n := range l.needs {
		n.met = nil
		d.needs = append(d.needs, n)
	}
	d.pieceValues()
	d.secondary()
	d.restore()
	return d
}
