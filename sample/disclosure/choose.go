package disclosure

import (
	"cmp"
	"math"
	"slices"

	"stikprove/sample/crosstab"
)

// A hidden quantity can be another number where others can make up for it in
// every sum. The cheapest others are those that a linear program moves when
// each costs what hiding it costs, by how far it is moved: what stays still
// need not be hidden.
//
// Source: Kelly, Golden and Assad (1992), Cell suppression: disclosure
// protection for sensitive tabular data, Networks 22, 397–417; Fischetti and
// Salazar (2001), Solving the cell suppression problem on tabular data with
// linear constraints, Management Science 47, 1008–1027.

// secondary hides others until every need is met, as far as hiding helps.
func (l *ledger) secondary() {
	for i := 0; i < len(l.needs); i++ { // hiding a base adds needs
		n := &l.needs[i]
		if n.met != nil {
			continue
		}
		n.met = l.meet(*n)
		for range mostRounds {
			if n.met != nil {
				break
			}
			more := l.choose(*n)
			if len(more) == 0 {
				break
			}
			for _, k := range more {
				l.hide(k)
			}
			n = &l.needs[i] // may have moved
			n.met = l.meet(*n)
		}
	}
}

// mostRounds is how many times others are hidden for one need: a second time
// only where hiding a base has hidden more, or where the solution that was
// found is not in whole numbers.
const mostRounds = 8

// choose returns what to hide so that n can be met: inner cells of the tables
// that n's quantity is in, or else of any table, or else nets, margins, bases.
// It is nil where nothing helps.
func (l *ledger) choose(n need) []int {
	near := make(map[int]bool)
	for _, at := range l.quantities[n.of].at {
		near[at.table] = true
	}
	for rank := range 4 {
		for _, everywhere := range []bool{false, true} {
			candidate := func(k int) bool {
				q := &l.quantities[k]
				if len(q.at) == 0 || q.hidden != crosstab.Shown || q.rank > rank || q.value == 0 && !l.rules.noughts() && !q.total {
					return false
				}
				return everywhere || slices.ContainsFunc(q.at, func(at place) bool { return near[at.table] })
			}
			if found, ok := l.cheapest(n, candidate); ok {
				return found
			}
		}
	}
	return l.openNoughts(n)
}

// openNoughts returns what to hide so that n can be met where that takes a
// nought that is shown: the base of it, without which noughts are not shown.
func (l *ledger) openNoughts(n need) []int {
	found, _ := l.cheapest(n, func(k int) bool {
		q := &l.quantities[k]
		return len(q.at) > 0 && q.hidden == crosstab.Shown && (q.value > 0 || len(l.bases[k]) > 0)
	})
	var hide []int
	for _, k := range found {
		if bases := l.bases[k]; l.quantities[k].value == 0 && !slices.Contains(hide, bases[0]) {
			hide = append(hide, bases[0])
		} else if l.quantities[k].value > 0 {
			hide = append(hide, k)
		}
	}
	return hide
}

// cheapest returns the candidates that are moved in the cheapest solution that
// meets n, and whether there is one.
func (l *ledger) cheapest(n need, candidate func(int) bool) ([]int, bool) {
	a := l.area(n.of, candidate)
	ways := []need{n}
	if v := l.quantities[n.of].value; n.way == 0 {
		ways = []need{{of: n.of, way: 1, to: v + 1}, {of: n.of, way: -1, to: v - 1}}
	}
	best, least := []int(nil), math.Inf(1)
	for _, w := range ways {
		found, ok := l.moved(a, w)
		if !ok {
			continue
		}
		cost := 0.0
		for _, k := range found {
			cost += l.cost(k)
		}
		if cost < least {
			best, least = found, cost
		}
	}
	return best, least < math.Inf(1)
}

// moved returns the candidates among the variables of a that are moved in the
// cheapest solution that meets n. Each stands for two variables, up and down.
func (l *ledger) moved(a *area, n need) ([]int, bool) {
	p := a.program.clone()
	cost := make([]float64, len(a.of))
	var up, down []int // variables of each candidate
	var of []int
	most := 0.0
	for _, k := range a.of {
		if !l.hiddenIn(k) {
			most = max(most, l.cost(k))
		}
	}
	var add [][2]int
	for v, k := range a.of {
		if l.hiddenIn(k) {
			continue
		}
		low, high := l.ends(k)
		value := l.quantities[k].value
		p.low[v], p.high[v] = low, high
		cost[v] = 0
		add = append(add, [2]int{v, k})
		u := p.variable(0, high-value, 0)
		d := p.variable(0, max(0, value-low), 0)
		up, down, of = append(up, u), append(down, d), append(of, k)
		c := -l.cost(k) / most
		cost = append(cost, c, c)
	}
	width := len(p.x)
	for i, row := range p.rows {
		wide := make([]float64, width+1)
		copy(wide, row[:len(a.of)])
		wide[width] = row[len(a.of)]
		p.rows[i] = wide
	}
	var extra [][]float64
	for i, vk := range add { // v = value + up - down
		e := make([]float64, width+1)
		e[vk[0]], e[up[i]], e[down[i]], e[width] = 1, -1, 1, l.quantities[vk[1]].value
		extra = append(extra, e)
	}
	p.solve(extra)
	v := a.at(n.of)
	if n.to < p.low[v]-slack {
		return nil, false
	}
	first := make([]float64, width)
	first[v] = n.way
	if n.way > 0 {
		p.high[v] = n.to
	} else {
		p.low[v] = n.to
	}
	if !p.feasible() {
		return nil, false
	}
	p.maximise(first)
	if math.Abs(p.x[v]-n.to) > 1e-6 {
		return nil, false
	}
	p.low[v], p.high[v] = p.x[v], p.x[v]
	p.maximise(cost)
	var found []int
	for i, k := range of {
		if p.x[up[i]]-p.x[down[i]] > 1e-6 || p.x[down[i]]-p.x[up[i]] > 1e-6 {
			found = append(found, k)
		}
	}
	return found, true
}

// cost returns what hiding quantity k costs in all the tables that print it,
// with everything that rests on it. The rank is above every other.
func (l *ledger) cost(k int) float64 {
	cost := l.price(k)
	for _, j := range l.resting[k] {
		if l.quantities[j].hidden == crosstab.Shown {
			cost += l.price(j)
		}
	}
	return cost
}

func (l *ledger) price(k int) float64 {
	q := &l.quantities[k]
	tables := make(map[int]bool)
	for _, at := range q.at {
		tables[at.table] = true
	}
	each := 1.0
	if l.rules.Cost != Cells && !q.total {
		each = q.value + 1
	}
	return float64(len(tables)) * each * math.Pow(100, float64(q.rank))
}

// restore shows again what need not be hidden, the dearest first.
func (l *ledger) restore() {
	var spare []int
	for k, q := range l.quantities {
		if len(q.at) > 0 && q.hidden == crosstab.Secondary && !q.closed && len(l.resting[k]) == 0 {
			spare = append(spare, k)
		}
	}
	slices.SortStableFunc(spare, func(x, y int) int { return cmp.Compare(l.price(y), l.price(x)) })
	for _, k := range spare {
		l.show(k)
	}
}

// show shows a hidden quantity again where every need stays met.
func (l *ledger) show(k int) {
	q := &l.quantities[k]
	q.hidden = crosstab.Shown
	met := make(map[int]map[int]float64)
	for i, n := range l.needs {
		if _, moved := n.met[k]; !moved {
			continue
		}
		solution := l.meet(n)
		if solution == nil {
			q.hidden = crosstab.Secondary
			return
		}
		met[i] = solution
	}
	for i, solution := range met {
		l.needs[i].met = solution
	}
}
