package disclosure

import (
	"math"

	"stikprove/sample/crosstab"
)

// need is what must be possible for all that a reader knows: that quantity of
// is to, or beyond. Way is 1 for at least, -1 for at most, and 0 where it is
// enough that the quantity is another number.
type need struct {
	of  int
	way float64
	to  float64
	met map[int]float64 // a solution that shows it
}

// primary hides what the rules say and returns what that needs.
func (l *ledger) primary() {
	for k := range l.quantities {
		q := &l.quantities[k]
		if len(q.at) == 0 || q.total || q.void {
			continue
		}
		if n := int(q.value); 0 < n && n < l.rules.Minimum {
			l.ask(need{of: k, way: 1, to: float64(max(l.rules.Minimum, n+l.rules.width()))}, crosstab.Primary)
		}
		for _, at := range q.at {
			l.primaryAt(k, at)
		}
	}
	for i, t := range l.tables {
		for r, row := range t.Rows {
			for c := range t.Columns {
				k, ok := l.totalAt[place{i, r, c}]
				if !ok || c >= len(t.Largest) {
					continue
				}
				if blur, yes := l.rules.sensitive(totalOf(row, t.Cells[r][c]), t.Largest[c]); yes {
					v := l.quantities[k].value
					l.ask(need{of: k, way: 1, to: v + blur}, crosstab.Dominated)
					l.ask(need{of: k, way: -1, to: max(0, v-blur)}, crosstab.Dominated)
				}
			}
		}
	}
	for k, q := range l.quantities {
		if q.hidden != crosstab.Shown {
			l.close(k)
		}
	}
}

// primaryAt hides quantity k for where it stands: an of-which row that leaves
// few, a nought, or all of a group.
func (l *ledger) primaryAt(k int, at place) {
	t, ids := l.tables[at.table], l.ids[at.table]
	if at.row >= len(t.Rows) {
		return
	}
	q := &l.quantities[k]
	base := ids[len(t.Rows)][at.column]
	kind := t.Rows[at.row].Kind
	if kind == crosstab.OfWhich && base >= 0 {
		if left := int(l.quantities[base].value - q.value); 0 < left && left < l.rules.Minimum {
			l.ask(need{of: k, way: -1, to: l.quantities[base].value - float64(max(l.rules.Minimum, left+l.rules.width()))}, crosstab.Remainder)
		}
	}
	if kind != crosstab.Category && kind != crosstab.Answer && kind != crosstab.Item || t.Columns[at.column].Kind == crosstab.All && len(t.Columns) > 1 {
		return
	}
	if l.rules.Zeros && q.value == 0 {
		l.ask(need{of: k, way: 1, to: float64(max(l.rules.Minimum, 1))}, crosstab.Nought)
	}
	if l.rules.Full && kind != crosstab.Answer && q.value > 0 && (l.fullColumn(at) || l.fullRow(at)) {
		l.ask(need{of: k, way: -1, to: q.value - 1}, crosstab.Full)
	}
}

// fullColumn reports whether all units of a column are in one category of
// several.
func (l *ledger) fullColumn(at place) bool {
	t, ids := l.tables[at.table], l.ids[at.table]
	categories := 0
	for _, r := range t.Rows {
		if r.Kind == crosstab.Category {
			categories++
		}
	}
	base := ids[len(t.Rows)][at.column]
	return categories > 1 && base >= 0 && l.quantities[base].value == l.quantities[ids[at.row][at.column]].value
}

// fullRow reports whether all units of a row are in one of several groups.
func (l *ledger) fullRow(at place) bool {
	t, ids := l.tables[at.table], l.ids[at.table]
	groups, all := 0, -1
	for c, column := range t.Columns {
		switch column.Kind {
		case crosstab.Group:
			groups++
		case crosstab.All:
			all = c
		}
	}
	return groups > 1 && all >= 0 && l.quantities[ids[at.row][all]].value == l.quantities[ids[at.row][at.column]].value
}

// ask hides a quantity for a rule and notes what must be possible then.
func (l *ledger) ask(n need, why crosstab.Suppressed) {
	if q := &l.quantities[n.of]; q.hidden != crosstab.Primary { // small, whatever else it is
		q.hidden = why
	}
	for i, had := range l.needs {
		if had.of == n.of && had.way == n.way {
			if (n.to-had.to)*n.way > 0 {
				l.needs[i].to = n.to
			}
			return
		}
	}
	l.needs = append(l.needs, n)
}

// hide hides a quantity as others are.
func (l *ledger) hide(k int) {
	if q := &l.quantities[k]; q.hidden == crosstab.Shown {
		q.hidden = crosstab.Secondary
		l.close(k)
	}
}

// close hides, where a hidden quantity is the base of shares, everything that
// rests on it: none of it may be worked out.
func (l *ledger) close(k int) {
	if len(l.resting[k]) == 0 {
		return
	}
	l.other(k)
	for _, j := range l.resting[k] {
		q := &l.quantities[j]
		if q.closed {
			continue
		}
		q.closed = true
		if q.hidden == crosstab.Shown {
			q.hidden = crosstab.Secondary
			l.other(j)
			l.close(j)
		}
	}
}

// other notes that a quantity may not be worked out.
func (l *ledger) other(k int) {
	if l.quantities[k].void {
		return
	}
	for _, n := range l.needs {
		if n.of == k {
			return
		}
	}
	l.needs = append(l.needs, need{of: k})
}

// meet looks for a solution that shows that n is possible.
func (l *ledger) meet(n need) map[int]float64 {
	a := l.area(n.of, nil)
	return l.meetIn(a, n)
}

func (l *ledger) meetIn(a *area, n need) map[int]float64 {
	if n.way != 0 {
		return a.reach(n.of, n.way, n.to)
	}
	v := l.quantities[n.of].value
	if met := a.reach(n.of, 1, math.Floor(v)+1); met != nil {
		return met
	}
	return a.reach(n.of, -1, math.Ceil(v)-1)
}
