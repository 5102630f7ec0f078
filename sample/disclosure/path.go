package disclosure

import (
	"slices"

	"stikprove/sample/crosstab"
)

// A hidden count cannot be worked out when it stands in a ring of hidden counts
// in which each two neighbours share a sum: one up, the next down, and all sums
// stay. The ring that costs least is a shortest path over sums from one of the
// count's sums to the other, every count being a step between its sums. A
// count in one sum only is a step from it to the outside.
//
// Source: Castro (2007), A shortest-paths heuristic for statistical data
// protection in positive tables, INFORMS Journal on Computing 19, 520–533.

// step is a count that leads from a sum to another.
type step struct{ count, to int }

// ring returns the shown counts to hide so that k stands in a ring: those of
// the cheapest path between its sums, or nil where there is none or it is
// hidden already.
func (m *model) ring(k int) []int {
	at := m.sumsOf()
	steps := make([][]step, len(m.sums)+1) // the last is the outside
	for j, sums := range at {
		if j == k || m.hidden[j] == crosstab.Shown && m.n[j] == 0 {
			continue
		}
		for _, a := range sums {
			for _, b := range sums {
				if a != b {
					steps[a] = append(steps[a], step{j, b})
				}
			}
		}
	}
	if len(at[k]) < 2 {
		return nil
	}
	return slices.DeleteFunc(m.shortest(steps, at[k][0], at[k][1]), func(j int) bool { return m.hidden[j] != crosstab.Shown })
}

// sumsOf returns the sums that each count is in, and the outside for a count
// in only one.
func (m *model) sumsOf() [][]int {
	at := make([][]int, len(m.n))
	for i, s := range m.sums {
		for _, k := range s.terms() {
			at[k] = append(at[k], i)
		}
	}
	for k, sums := range at {
		if len(sums) == 1 {
			at[k] = append(at[k], len(m.sums))
		}
	}
	return at
}

// shortest returns the counts of the cheapest path from one sum to another, or
// nil (Dijkstra 1959).
func (m *model) shortest(steps [][]step, from, to int) []int {
	cost := slices.Repeat([]int{unreached}, len(steps))
	by := make([]step, len(steps)) // the count that leads here, and from where
	done := make([]bool, len(steps))
	cost[from] = 0
	for {
		here := -1
		for s := range steps {
			if !done[s] && cost[s] < unreached && (here < 0 || cost[s] < cost[here]) {
				here = s
			}
		}
		if here < 0 {
			return nil
		}
		if here == to {
			break
		}
		done[here] = true
		for _, s := range steps[here] {
			if c := cost[here] + m.toll(s.count); c < cost[s.to] {
				cost[s.to], by[s.to] = c, step{s.count, here}
			}
		}
	}
	var counts []int
	for s := to; s != from; s = by[s].to {
		counts = append(counts, by[s].count)
	}
	return counts
}

// unreached is above the cost of every path.
const unreached = 1 << 60

// toll returns what hiding count k costs: nothing where it is hidden, and
// otherwise its number, a net above every inner cell and a margin above every
// net. The one keeps paths from being longer than they need.
func (m *model) toll(k int) int {
	if m.hidden[k] != crosstab.Shown {
		return 0
	}
	return m.n[k] + 1 + m.place[k].rank<<40
}
