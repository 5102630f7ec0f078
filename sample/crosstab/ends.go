package crosstab

import (
	"cmp"
	"math"
	"slices"
)

// chooseEnds keeps the rows of the highest and the lowest weighted share, in
// falling order, with every one that ties with the last of them, and joins those
// between. Options that are no substantive answer and the one named "other" are
// never among them. A tie is an equal share but for rounding.
func (b *builder) chooseEnds() {
	a := &b.rows
	weight := make([]float64, len(a.options))
	in := a.place
	a.place = make([]int, len(a.options))
	for k := range a.place {
		a.place[k] = k
	}
	var at []int
	for row, ok := range b.in {
		if ok {
			at = a.in(row, at[:0])
			for _, k := range at {
				weight[k] += b.s.Weight[row]
			}
		}
	}
	a.place = in
	n := a.counts(b.in)
	var ranked, rest []int
	for k, o := range a.options {
		switch {
		case o.substantive() && o.name != other && (n[k] > 0 || !o.verbatim):
			ranked = append(ranked, k)
		case n[k] > 0 || o.substantive() && !o.verbatim:
			rest = append(rest, k)
		}
	}
	slices.SortStableFunc(ranked, func(x, y int) int { return cmp.Compare(weight[y], weight[x]) })
	tie := func(x, y int) bool {
		return math.Abs(weight[x]-weight[y]) <= 1e-12*max(weight[x], weight[y])
	}
	top := min(b.spec.Top, len(ranked))
	for top > 0 && top < len(ranked) && tie(ranked[top-1], ranked[top]) {
		top++
		b.ties++
	}
	bottom := max(len(ranked)-b.spec.Bottom, top)
	for bottom > top && bottom < len(ranked) && tie(ranked[bottom], ranked[bottom-1]) {
		bottom--
		b.ties++
	}
	a.place = slices.Repeat([]int{-1}, len(a.options))
	for _, k := range ranked[:top] {
		a.print(k)
	}
	for _, k := range ranked[bottom:] {
		a.print(k)
	}
	rest = append(slices.Clone(ranked[top:bottom]), rest...)
	if len(rest) == 1 {
		a.print(rest[0])
	} else if len(rest) > 1 {
		a.join(rest, n, b.spec.RowsJoined)
	}
}
