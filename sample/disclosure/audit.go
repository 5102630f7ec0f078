package disclosure

import "stikprove/sample/crosstab"

// Interval is what a reader can work out about a hidden count.
type Interval struct {
	Row, Column string // ids; Row is empty for the base of a column
	Low, High   int    // the count is at least Low and at most High
	Suppressed  crosstab.Suppressed
}

// Leak is a hidden count that a reader can work out.
type Leak struct {
	Row, Column string // ids; Row is empty for the base of a column
	N           int
}

// Audit returns the hidden counts of a protected table that are determined by
// what it prints, in the order of the table; none is a table that keeps what
// it hides.
//
// The reader knows the minimum from the table's note, see the package comment
// for what else. The search is for two tables that agree with all that is
// printed and differ in the count: sums are solved for exact relations, the
// ranges of counts are narrowed by every sum until nothing changes, and what
// is left is tried. It is exact unless it gives up after many trials, when the
// count is taken to be safe if its range is.
func Audit(protected *crosstab.Table) []Leak {
	m := printed(protected)
	var leaks []Leak
	ranges, _ := m.ranges()
	for _, k := range m.leaks() {
		row, column := m.names(k)
		leaks = append(leaks, Leak{row, column, ranges[k].low})
	}
	return leaks
}

// Intervals returns for every hidden count of a protected table the range that
// the printed numbers leave, by narrowing alone: the true range may be
// narrower, but [Audit] finds where it is one number.
func Intervals(protected *crosstab.Table) []Interval {
	m := printed(protected)
	ranges, _ := m.ranges()
	var intervals []Interval
	for k, h := range m.hidden {
		if h != crosstab.Shown {
			row, column := m.names(k)
			intervals = append(intervals, Interval{row, column, ranges[k].low, ranges[k].high, h})
		}
	}
	return intervals
}

// printed reads a protected table.
func printed(t *crosstab.Table) *model {
	m := newModel(t)
	for k, h := range m.hidden {
		if h != crosstab.Shown {
			for _, j := range m.restingOn(k) {
				m.closed[j] = true
			}
		}
	}
	return m
}

// names returns the ids of the row and column in which count k stands.
func (m *model) names(k int) (row, column string) {
	at := m.place[k]
	if at.row < len(m.t.Rows) {
		row = m.t.Rows[at.row].ID
	}
	return row, m.t.Columns[at.column].ID
}

// leaks returns the hidden counts that are determined, in order.
func (m *model) leaks() []int {
	ranges, relations := m.ranges()
	search := search{m: m, relations: relations}
	var leaks []int
	differ := make([]bool, len(m.n)) // two tables that differ in the count are known
	var first []int
	for k, h := range m.hidden {
		if h == crosstab.Shown || differ[k] {
			continue
		}
		if ranges[k].low >= ranges[k].high {
			leaks = append(leaks, k)
			continue
		}
		if first == nil {
			first, _ = search.solve(ranges, -1, 0)
		}
		if first == nil { // gave up: the range is all that is known
			continue
		}
		other, gaveUp := search.another(ranges, k, first[k])
		switch {
		case other != nil:
			for j := range differ {
				differ[j] = differ[j] || other[j] != first[j]
			}
		case !gaveUp:
			leaks = append(leaks, k)
		}
	}
	return leaks
}
