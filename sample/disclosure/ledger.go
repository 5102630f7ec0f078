package disclosure

import (
	"fmt"
	"math"
	"slices"

	"stikprove/sample/crosstab"
)

// ledger is what tables print, as quantities and the equations between them.
// Whatever counts the same units is one quantity, however many tables print
// it.
type ledger struct {
	rules      Rules
	known      derivations
	tables     []*crosstab.Table
	ids        [][][]int // quantity of each table, row and column, -1 for none; the last row is the columns' bases
	quantities []quantity
	equations  []equation
	in         [][]int // equations that each quantity is in
	byKey      map[string]int
	seen       map[string]bool // equations
	whole      map[string]bool // see partition
	resting    map[int][]int   // see rest
	bases      map[int][]int   // bases of the shares beside each quantity
	totalAt    map[place]int   // the total beside a count
	units      map[int]int     // the units of each table that counts their answers

	seat     []int  // while an area is gathered: the place of each quantity in it from 1, 0 for none
	gathered []bool // and whether each equation is in it

	needs []need // of the quantities that rules hide, and of those hidden with a base

	deep    bool // there are tables of three variables in pairs
	notHeld int  // equations that the numbers of the tables do not meet, which are left out
}

// quantity is a number that is printed, or one that a reader can put a name to
// though nothing prints it.
type quantity struct {
	value  float64
	known  bool    // value is the true one
	total  bool    // a total of a number, which is no whole count
	at     []place // where it is printed; none where nothing prints it
	rank   int     // how dear it is to hide: 0 for an inner cell, 1 for a net or of-which row, 2 for a margin, 3 for the base
	hidden crosstab.Suppressed
	void   bool // of nobody by what it is called, so that nothing hides that it is 0
	closed bool // hidden with a base: may be a nought
	box    box
}

// place is where a quantity is printed.
type place struct{ table, row, column int }

// equation says that terms sum to 0.
type equation []term

// term is a quantity times a number.
type term struct {
	of    int
	times float64
}

// unlimited is above every count.
const unlimited = 1 << 31

// newLedger reads tables. With deep set, variables that are printed in pairs are
// tied by the table of three that nothing prints.
func newLedger(tables []*crosstab.Table, rules Rules, deep bool) *ledger {
	l := &ledger{rules: rules, known: newDerivations(rules.Derived), tables: tables, byKey: make(map[string]int),
		seen: make(map[string]bool), whole: make(map[string]bool), resting: make(map[int][]int), bases: make(map[int][]int), totalAt: make(map[place]int), units: make(map[int]int)}
	for i := range tables {
		l.ids = append(l.ids, l.read(i))
	}
	for i := range tables {
		l.sums(i)
	}
	if deep {
		l.triples()
	}
	l.link()
	l.rest()
	l.settle()
	return l
}

// read adds the numbers of table i.
func (l *ledger) read(i int) [][]int {
	t := l.tables[i]
	var ids [][]int
	total := slices.IndexFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Total })
	mean := slices.IndexFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Mean })
	for r := range t.Rows {
		row := slices.Repeat([]int{-1}, len(t.Columns))
		if r == mean && total >= 0 { // its count stands in the Total row
			ids = append(ids, row)
			continue
		}
		for c := range t.Columns {
			if t.Columns[c].Kind != crosstab.Reference {
				row[c] = l.add(l.count(i, r, c), float64(t.Cells[r][c].N), t.Cells[r][c].Suppressed, place{i, r, c})
			}
		}
		ids = append(ids, row)
	}
	if mean >= 0 && total >= 0 {
		ids[mean] = ids[total]
	}
	if all := slices.IndexFunc(t.Columns, func(c crosstab.Column) bool { return c.Kind == crosstab.All }); t.OfAnswers && all >= 0 {
		l.units[i] = l.add(l.known.resolve(l.base(i)), float64(t.Base.N), t.Base.Suppressed, place{i, unitsRow(t), all})
	}
	return append(ids, l.baseRow(i, ids))
}

// unitsRow is where a table of answers prints how many units gave them: beside
// the base of its columns, which counts answers.
func unitsRow(t *crosstab.Table) int { return len(t.Rows) + 1 }

// baseRow returns the columns' bases: the Total row, or a Sum row, where there
// is one, and otherwise the columns' own. A battery has none but All's.
func (l *ledger) baseRow(i int, ids [][]int) []int {
	t := l.tables[i]
	for r, row := range t.Rows {
		if row.Kind == crosstab.Total || row.Kind == crosstab.Sum {
			return ids[r]
		}
	}
	row := slices.Repeat([]int{-1}, len(t.Columns))
	for c, column := range t.Columns {
		if column.Kind != crosstab.Reference && (!battery(t) || column.Kind == crosstab.All) {
			row[c] = l.add(l.count(i, len(t.Rows), c), float64(column.N), column.Suppressed, place{i, len(t.Rows), c})
		}
	}
	return row
}

// add adds a printed number, or where it is printed again. Numbers that should
// be one and are not stay two: something is not as the tables say.
func (l *ledger) add(b box, value float64, hidden crosstab.Suppressed, at place) int {
	key, known := b.key(), hidden == crosstab.Shown
	for n := 0; ; n++ {
		k, ok := l.byKey[key]
		if !ok {
			break
		}
		q := &l.quantities[k]
		if !q.known || !known || q.value == value || isTotal(b) && math.Abs(q.value-value) <= 1e-9*math.Abs(value) {
			if known {
				q.value, q.known = value, true
			}
			if q.hidden == crosstab.Shown || !known {
				q.hidden = hidden
			}
			q.at, q.rank = append(q.at, at), max(q.rank, l.dearness(at))
			return k
		}
		key = fmt.Sprintf("%s\x04%d", b.key(), n)
	}
	l.byKey[key] = len(l.quantities)
	l.quantities = append(l.quantities, quantity{value: value, known: known, at: []place{at}, rank: l.dearness(at), hidden: hidden, box: b, void: b.sample == void})
	return len(l.quantities) - 1
}

// dearness says how dear the number at a place is to hide.
func (l *ledger) dearness(at place) int {
	t := l.tables[at.table]
	groups := 0
	for _, c := range t.Columns {
		if c.Kind != crosstab.Reference {
			groups++
		}
	}
	all := t.Columns[at.column].Kind == crosstab.All && groups > 1
	total := at.row >= len(t.Rows) || t.Rows[at.row].Kind == crosstab.Total || t.Rows[at.row].Kind == crosstab.Sum
	switch {
	case total && (all || groups == 1):
		return 3
	case total || all:
		return 2
	case t.Rows[at.row].Kind == crosstab.Net || t.Rows[at.row].Kind == crosstab.OfWhich:
		return 1
	default:
		return 0
	}
}

// battery reports whether the rows of t are variables.
func battery(t *crosstab.Table) bool { return len(t.Rows) > 0 && t.Rows[0].Kind == crosstab.Item }
