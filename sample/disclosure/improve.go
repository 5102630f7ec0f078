package disclosure

import (
	"cmp"
	"math"
	"slices"

	"stikprove/sample/crosstab"
)

// Limits of the search for the cheapest choice.
const (
	mostTried   = 40   // cells that may be hidden, of tables that are searched
	mostChoices = 400  // choices tried for tables that hang together
	mostInAll   = 2000 // choices tried for all tables
)

// improve looks for what costs less to hide, by trying all choices in tables
// that hang together and are small. A need that is not met has a set of cells
// of which at least one must be hidden: those whose release a linear program
// prices above nought. Each is tried in turn, without the ones before it.
//
// Source: Fischetti and Salazar (2001), as for secondary.
func (l *ledger) improve() {
	left := mostInAll
	done := make(map[int]bool)
	for _, n := range l.needs {
		if done[n.of] {
			continue
		}
		c := l.cluster(n.of)
		for _, i := range c.needs {
			done[l.needs[i].of] = true
		}
		if len(c.chosen) < 2 && c.cost <= 0 || len(c.tried) > mostTried || len(c.chosen) == 0 || left <= 0 {
			continue
		}
		c.left = min(left, mostChoices)
		left -= c.left
		c.search()
		left += max(c.left, 0)
	}
}

// cluster is a set of tables that hidden quantities tie together.
type cluster struct {
	l      *ledger
	needs  []int // of its quantities
	tried  []int // quantities that may be hidden or not
	chosen []int // those of them that are hidden
	cost   float64
	out    map[int]bool // not to be hidden in this branch
	left   int          // choices

	best    []int
	bestMet []map[int]float64
}

// cluster returns the cluster of quantity k.
func (l *ledger) cluster(k int) *cluster {
	c := &cluster{l: l, out: make(map[int]bool)}
	in, queue := make(map[int]bool), []int{}
	enter := func(k int) {
		for _, at := range l.quantities[k].at {
			if !in[at.table] {
				in[at.table] = true
				queue = append(queue, at.table)
			}
		}
	}
	enter(k)
	var all []int
	seen := make(map[int]bool)
	for next := 0; next < len(queue); next++ {
		for _, row := range l.printed(queue[next]) {
			for _, k := range row {
				if k < 0 || seen[k] {
					continue
				}
				seen[k] = true
				all = append(all, k)
				if l.quantities[k].hidden == crosstab.Shown {
					continue
				}
				for _, j := range l.reached(k) { // also where only sums of sums lead
					enter(j)
				}
			}
		}
	}
	rank := 0
	for _, k := range all {
		if q := l.quantities[k]; q.hidden == crosstab.Secondary && !q.closed {
			rank = max(rank, q.rank)
		}
	}
	for _, k := range all {
		q := l.quantities[k]
		if q.rank > rank || q.closed || len(l.resting[k]) > 0 || q.value == 0 && !l.rules.noughts() {
			continue
		}
		switch q.hidden {
		case crosstab.Secondary:
			c.chosen, c.cost = append(c.chosen, k), c.cost+l.price(k)
			c.tried = append(c.tried, k)
		case crosstab.Shown:
			c.tried = append(c.tried, k)
		}
	}
	for i, n := range l.needs {
		if seen[n.of] {
			c.needs = append(c.needs, i)
		}
	}
	return c
}

// printed returns the quantities that table i prints, with its totals.
func (l *ledger) printed(i int) [][]int {
	rows := slices.Clone(l.ids[i])
	for r := range l.ids[i] {
		for c := range l.ids[i][r] {
			if k, ok := l.totalAt[place{i, r, c}]; ok {
				rows = append(rows, []int{k})
			}
		}
	}
	return rows
}

// search puts the cheapest choice that it finds in place of the one made.
func (c *cluster) search() {
	l := c.l
	for _, i := range c.needs {
		if l.needs[i].met == nil {
			return // cannot be met, whatever is hidden
		}
	}
	for _, k := range c.chosen {
		l.quantities[k].hidden = crosstab.Shown
	}
	met := make([]map[int]float64, len(c.needs))
	c.extend(0, met)
	if c.best == nil {
		c.best = c.chosen
	}
	for _, k := range c.best {
		l.quantities[k].hidden = crosstab.Secondary
	}
	for i, solution := range c.bestMet {
		l.needs[c.needs[i]].met = solution
	}
}

// extend tries what meets the needs that are not met, given what is hidden at
// a cost already.
func (c *cluster) extend(cost float64, met []map[int]float64) {
	l := c.l
	if c.left--; c.left < 0 {
		return
	}
	met = slices.Clone(met)
	for i, at := range c.needs {
		if met[i] != nil {
			continue
		}
		if met[i] = l.meet(l.needs[at]); met[i] != nil {
			continue
		}
		c.branch(cost, met, l.needs[at])
		return
	}
	if cost < c.cost-tiny {
		c.cost, c.bestMet = cost, met
		c.best = []int{}
		for _, k := range c.tried {
			if l.quantities[k].hidden == crosstab.Secondary {
				c.best = append(c.best, k)
			}
		}
	}
}

// branch tries each quantity of which one must be hidden to meet n.
func (c *cluster) branch(cost float64, met []map[int]float64, n need) {
	helping := c.helping(n)
	slices.SortStableFunc(helping, func(x, y int) int { return cmp.Compare(c.l.price(x), c.l.price(y)) })
	var tried []int
	for _, k := range helping {
		if c.out[k] {
			continue
		}
		if more := cost + c.l.price(k); more < c.cost-tiny {
			c.l.quantities[k].hidden = crosstab.Secondary
			c.extend(more, met)
			c.l.quantities[k].hidden = crosstab.Shown
		}
		c.out[k] = true
		tried = append(tried, k)
	}
	for _, k := range tried {
		delete(c.out, k)
	}
}

// helping returns quantities of which at least one must be hidden to meet n.
func (c *cluster) helping(n need) []int {
	l := c.l
	free := make(map[int]bool)
	for _, k := range c.tried {
		free[k] = l.quantities[k].hidden == crosstab.Shown
	}
	a := l.area(n.of, func(k int) bool { return free[k] })
	ways := []need{n}
	if v := l.quantities[n.of].value; n.way == 0 {
		ways = []need{{of: n.of, way: 1, to: v + 1}, {of: n.of, way: -1, to: v - 1}}
	}
	helps := make(map[int]bool)
	for _, w := range ways {
		p, v := a.program.clone(), a.at(n.of)
		if w.way > 0 {
			p.high[v] = w.to
		} else if w.to >= p.low[v] {
			p.low[v] = w.to
		} else {
			continue
		}
		cost := make([]float64, len(a.of))
		cost[v] = w.way
		if !p.feasible() {
			continue
		}
		p.maximise(cost)
		reached := math.Abs(p.x[v]-w.to) < 1e-6
		for j, k := range a.of {
			low, _ := l.ends(k)
			if free[k] && (reached || p.price[j] > tiny || p.price[j] < -tiny && l.quantities[k].value > low) {
				helps[k] = true
			}
		}
	}
	var found []int
	for _, k := range c.tried {
		if helps[k] {
			found = append(found, k)
		}
	}
	return found
}
