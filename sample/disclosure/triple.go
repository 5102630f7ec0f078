package disclosure

import (
	"cmp"
	"maps"
	"slices"
)

// Limits of the tables of three variables that are looked through. Beyond them
// pairs of variables are tied by the margins they share alone.
const (
	mostOfTriple = 200  // cells of one
	mostOfAll    = 1000 // cells of all of them, the smallest first
)

// triple is a set of units of which tables print three variables in pairs. No
// table prints all three, and what the pairs allow of it binds them beyond
// their margins.
type triple struct {
	rest      box
	variables [3]string
	pieces    [3][]options // that no table cuts through
	cells     int
}

// triples makes the cells of all small triples quantities that nothing prints,
// so that link ties them to the pairs. It is called before link.
func (l *ledger) triples() {
	left := mostOfAll
	for _, t := range l.findTriples() {
		if left -= t.cells; t.cells > mostOfTriple || left < 0 {
			return
		}
		l.spread(t)
		l.deep = true
	}
}

// findTriples returns the triples of the printed quantities, the smallest first.
func (l *ledger) findTriples() []triple {
	type pair struct{ v, w string }
	rests := make(map[string]box)
	pairs := make(map[string]map[pair]bool)
	sets := make(map[string]map[string]map[string]options)
	for _, q := range l.quantities {
		if len(q.at) == 0 || q.void || q.total || len(q.box.of) < 2 {
			continue
		}
		names := slices.Sorted(maps.Keys(q.box.of))
		for i, v := range names {
			for _, w := range names[i+1:] {
				rest := q.box.without(v).without(w)
				key := rest.key()
				if pairs[key] == nil {
					rests[key], pairs[key], sets[key] = rest, make(map[pair]bool), make(map[string]map[string]options)
				}
				pairs[key][pair{v, w}] = true
				for _, name := range []string{v, w} {
					if sets[key][name] == nil {
						sets[key][name] = make(map[string]options)
					}
					sets[key][name][q.box.of[name].key()] = q.box.of[name]
				}
			}
		}
	}
	var found []triple
	for _, key := range slices.Sorted(maps.Keys(pairs)) {
		for _, p := range slices.SortedFunc(maps.Keys(pairs[key]), func(x, y pair) int {
			return cmp.Or(cmp.Compare(x.v, y.v), cmp.Compare(x.w, y.w))
		}) {
			for _, third := range slices.Sorted(maps.Keys(sets[key])) {
				if third <= p.w || !pairs[key][pair{p.v, third}] || !pairs[key][pair{p.w, third}] {
					continue
				}
				t := triple{rest: rests[key], variables: [3]string{p.v, p.w, third}, cells: 1}
				for i, v := range t.variables {
					for _, piece := range cut(slices.Sorted(maps.Keys(sets[key][v])), sets[key][v]) {
						if len(piece.in) > 0 {
							t.pieces[i] = append(t.pieces[i], piece.set)
						}
					}
					t.cells *= len(t.pieces[i])
				}
				found = append(found, t)
			}
		}
	}
	slices.SortStableFunc(found, func(x, y triple) int { return cmp.Compare(x.cells, y.cells) })
	return found
}

// spread adds the cells of t, and those of its pairs that no table prints.
func (l *ledger) spread(t triple) {
	for i, a := range t.pieces[0] {
		for j, b := range t.pieces[1] {
			for k, c := range t.pieces[2] {
				with := func(n ...int) box {
					x := t.rest
					for _, v := range n {
						x = x.with(t.variables[v], []options{a, b, c}[v])
					}
					return x
				}
				l.unprinted(with(0, 1, 2))
				if k == 0 {
					l.pairOf(t, with(0), with(1), with(0, 1), 0, 1, 2)
				}
				if j == 0 {
					l.pairOf(t, with(0), with(2), with(0, 2), 0, 2, 1)
				}
				if i == 0 {
					l.pairOf(t, with(1), with(2), with(1, 2), 1, 2, 0)
				}
			}
		}
	}
}

// pairOf adds a cell of two variables of t, v and w. Where the third leaves
// nobody out of the units of t, or of either option, it leaves nobody out of
// the cell.
func (l *ledger) pairOf(t triple, one, other, both box, v, w, third int) {
	l.unprinted(both)
	whole := func(b box, name string) bool { return l.whole[b.key()+"\x06"+name] }
	name := t.variables[third]
	if whole(t.rest, name) || whole(one, name) || whole(other, name) {
		l.whole[both.key()+"\x06"+name] = true
	}
	if whole(t.rest, t.variables[w]) {
		l.whole[one.key()+"\x06"+t.variables[w]] = true
	}
	if whole(t.rest, t.variables[v]) {
		l.whole[other.key()+"\x06"+t.variables[v]] = true
	}
}

// unprinted adds a quantity that nothing prints, unless there is one of b.
func (l *ledger) unprinted(b box) {
	if _, ok := l.byKey[b.key()]; b.impossible() || ok {
		return
	}
	l.byKey[b.key()] = len(l.quantities)
	l.quantities = append(l.quantities, quantity{box: b})
}
