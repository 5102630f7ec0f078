package disclosure

import (
	"math"
	"slices"

	"stikprove/sample/crosstab"
)

// UnitsID stands for the row of the units that gave the answers of a table.
const UnitsID = "units"

// Interval is what a reader of all the tables can work out about a hidden
// number.
type Interval struct {
	Table, Row, Column string  // ids; Row is empty for the base of a column, UnitsID for the units of a table of answers
	Low, High          float64 // it is at least Low and at most High, and may be either
	Total              bool    // a total of a number rather than a count
	Exact              bool    // Low and High were reached by whole numbers; otherwise the range may be narrower
	Suppressed         crosstab.Suppressed
}

// Intervals returns the interval of every hidden number of protected tables
// that are printed together, in the order of the tables. A number that several
// tables hide stands once for each.
//
// The reader knows the rules, see the package comment for what else. Low and
// High are found by linear programming and then by splitting ranges until all
// counts are whole.
func Intervals(tables []*crosstab.Table, rules Rules) []Interval {
	l := newLedger(tables, rules, true)
	for k := range l.quantities {
		if q := &l.quantities[k]; q.known { // one table prints what another hides
			q.hidden = crosstab.Shown
		}
	}
	for k, q := range l.quantities {
		if q.hidden != crosstab.Shown {
			for _, j := range l.resting[k] {
				l.quantities[j].closed = true
			}
		}
	}
	at := make(map[place][]Interval)
	ranges := make(map[int]Interval)
	areas := make(map[int]*area)
	for k, q := range l.quantities {
		if len(q.at) == 0 || q.void || q.hidden == crosstab.Shown && !l.covered(k) {
			continue
		}
		found, ok := ranges[k]
		if !ok {
			found = l.interval(k, areas)
			ranges[k] = found
		}
		for _, p := range q.at {
			here := found
			here.Table, here.Row, here.Column = l.idsOf(p)
			if here.Suppressed = suppressedAt(l.tables[p.table], p); here.Suppressed != crosstab.Shown {
				at[p] = append(at[p], here)
			}
		}
	}
	var intervals []Interval
	for i, t := range tables {
		for r := range unitsRow(t) + 1 {
			for c := range t.Columns {
				intervals = append(intervals, at[place{i, r, c}]...)
			}
		}
	}
	return intervals
}

// covered reports whether some table hides quantity k though another prints it.
func (l *ledger) covered(k int) bool {
	return slices.ContainsFunc(l.quantities[k].at, func(p place) bool { return suppressedAt(l.tables[p.table], p) != crosstab.Shown })
}

// suppressedAt returns why a table hides the number at a place.
func suppressedAt(t *crosstab.Table, p place) crosstab.Suppressed {
	switch {
	case p.row < len(t.Rows):
		return t.Cells[p.row][p.column].Suppressed
	case p.row == unitsRow(t):
		return t.Base.Suppressed
	default:
		return t.Columns[p.column].Suppressed
	}
}

// idsOf returns the ids of the table, row and column of a place.
func (l *ledger) idsOf(p place) (table, row, column string) {
	t := l.tables[p.table]
	if p.row < len(t.Rows) {
		row = t.Rows[p.row].ID
	} else if p.row == unitsRow(t) {
		row = UnitsID
	}
	return t.ID, row, t.Columns[p.column].ID
}

// interval returns the ends of quantity k.
func (l *ledger) interval(k int, areas map[int]*area) Interval {
	q := &l.quantities[k]
	if q.known {
		return Interval{Low: q.value, High: q.value, Total: q.total, Exact: true}
	}
	a := areas[k]
	if a == nil {
		a = l.area(k, nil)
		for v := range a.of {
			a.x[v] = min(max(a.low[v], 0), a.high[v])
		}
		a.settle()
		if !a.feasible() {
			a = nil
		}
		if a != nil {
			for _, j := range a.of {
				areas[j] = a
			}
		}
	}
	if a == nil {
		low, high := l.ends(k)
		return Interval{Low: low, High: high, Total: q.total}
	}
	low, sureLow := a.end(k, -1)
	high, sureHigh := a.end(k, 1)
	return Interval{Low: low, High: high, Total: q.total, Exact: sureLow && sureHigh}
}

// end returns how far quantity k can go up or down, and whether whole numbers
// reach it.
func (a *area) end(k int, way float64) (float64, bool) {
	p := a.program
	cost := make([]float64, len(a.of))
	v := a.at(k)
	cost[v] = way
	p.maximise(cost)
	if _, ok := a.whole(p); ok || a.l.quantities[k].total {
		return p.x[v], true
	}
	best, left := math.Inf(-1), 10*mostBranches
	a.best(p.clone(), cost, &best, &left)
	if left > 0 && !math.IsInf(best, 0) {
		return best * way, true
	}
	if way > 0 {
		return math.Floor(p.x[v] + 1e-6), false
	}
	return math.Ceil(p.x[v] - 1e-6), false
}

// best raises best to the highest sum of costs in whole numbers, from a
// solution p that is the highest in any.
func (a *area) best(p *program, cost []float64, best *float64, left *int) {
	sum := 0.0
	for v, c := range cost {
		sum += c * p.x[v]
	}
	if math.Floor(sum+1e-6) <= *best {
		return
	}
	v, ok := a.whole(p)
	if ok {
		*best = math.Round(sum)
		return
	}
	at := p.x[v]
	for _, up := range []bool{false, true} {
		if *left--; *left < 0 {
			return
		}
		half := p.clone()
		low, high := half.low[v], math.Floor(at)
		if up {
			low, high = math.Ceil(at), half.high[v]
		}
		if half.bound(v, low, high) {
			half.maximise(cost)
			a.best(half, cost, best, left)
		}
	}
}

// Audit returns the intervals of protected tables that are narrower than the
// rules allow: of a small count those that end below the minimum or are
// narrower than the width, and of any other hidden number those of one number.
// None is a set of tables that keeps what it hides.
//
// What the p% and dominance rules ask of a total is not known from the printed
// tables: the audit holds totals to not being told alone.
func Audit(tables []*crosstab.Table, rules Rules) []Interval {
	return slices.DeleteFunc(Intervals(tables, rules), func(i Interval) bool { return !i.narrow(tables, rules) })
}

// narrow reports whether i is narrower than the rules allow.
func (i Interval) narrow(tables []*crosstab.Table, rules Rules) bool {
	switch {
	case i.Total:
		return i.High-i.Low < 1e-6
	case i.Low >= float64(rules.Minimum) && i.besideTotal(tables): // hidden with its total, and may be known
		return false
	case i.Suppressed != crosstab.Primary && i.Suppressed != crosstab.Nought || i.Low >= float64(rules.Minimum):
		return i.High-i.Low < 1
	case rules.noughts() && rules.Minimum <= 1:
		return i.High-i.Low < 1
	default:
		return i.High < float64(rules.Minimum) || i.High-i.Low < float64(rules.width())
	}
}

// besideTotal reports whether i is of the count that stands beside a total.
func (i Interval) besideTotal(tables []*crosstab.Table) bool {
	return slices.ContainsFunc(tables, func(t *crosstab.Table) bool {
		return t.ID == i.Table && slices.ContainsFunc(t.Rows, func(r crosstab.Row) bool { return r.ID == i.Row && r.Kind == crosstab.Sum })
	})
}
