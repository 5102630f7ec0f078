package disclosure

import (
	"maps"
	"math"
	"slices"
	"strings"
)

// split is a set of units and the parts of it, by the options of one variable,
// that are quantities. Parts of several tables may overlap, as where one joins
// options that another prints: the pieces that no part cuts through are what
// all of them are sums of.
type split struct {
	rest     box // the units, whatever they answered
	variable string
	parts    map[string]int // quantity of each set of options
	sets     map[string]options
}

// mostPieces is how many quantities that nothing prints are made at most.
const mostPieces = 20000

// link adds the sums that lead from one table to another.
func (l *ledger) link() {
	splits, order := make(map[string]*split), []string{}
	next := 0
	for limit := len(l.quantities) + mostPieces; ; {
		for ; next < len(l.quantities); next++ {
			b := l.quantities[next].box
			for _, v := range slices.Sorted(maps.Keys(b.of)) {
				rest := b.without(v)
				key := rest.key() + "\x06" + v
				s := splits[key]
				if s == nil {
					s = &split{rest, v, make(map[string]int), make(map[string]options)}
					splits[key], order = s, append(order, key)
				}
				s.parts[b.of[v].key()], s.sets[b.of[v].key()] = next, b.of[v]
			}
		}
		for _, key := range order {
			l.pieces(splits[key], l.whole[key], false)
		}
		if next == len(l.quantities) || next > limit {
			break
		}
	}
	for _, key := range order {
		l.pieces(splits[key], l.whole[key], true)
	}
}

// pieces makes the pieces of s that are no quantities yet or, once they are
// all made, adds what they sum to. Where partitioned is set there are no units
// but in the parts.
func (l *ledger) pieces(s *split, partitioned, made bool) {
	whole, isWhole := l.byKey[s.rest.key()]
	if len(s.parts) < 2 && !isWhole {
		return
	}
	keys := slices.Sorted(maps.Keys(s.sets))
	pieces := cut(keys, s.sets)
	var all []int
	of := make(map[string][]int)
	for _, p := range pieces {
		if len(p.in) == 0 && (partitioned || !isWhole) {
			continue
		}
		k := l.piece(s, p.set, made)
		if k < 0 {
			return
		}
		all = append(all, k)
		for _, key := range p.in {
			of[key] = append(of[key], k)
		}
	}
	if !made {
		return
	}
	for _, key := range keys {
		if part := s.parts[key]; len(of[key]) != 1 || of[key][0] != part {
			l.equate(part, of[key], false)
		}
	}
	if isWhole {
		l.equate(whole, all, false)
	}
}

// piece returns the quantity of the units of s with one of the options, making
// it where it is none yet and made is not set.
func (l *ledger) piece(s *split, set options, made bool) int {
	if k, ok := s.parts[set.key()]; ok {
		return k
	}
	b := s.rest.with(s.variable, set)
	if k, ok := l.byKey[b.key()]; ok {
		return k
	}
	if made {
		return -1
	}
	l.byKey[b.key()] = len(l.quantities)
	l.quantities = append(l.quantities, quantity{total: isTotal(b), box: b})
	return len(l.quantities) - 1
}

// pieceOf is a set of options that lie in the same sets.
type pieceOf struct {
	set options
	in  []string // keys of the sets
}

// cut returns the coarsest sets of options that no set cuts through, the
// options in none of them last.
func cut(keys []string, sets map[string]options) []pieceOf {
	names := []string{}
	for _, k := range keys {
		names = append(names, sets[k].names...)
	}
	named := some(names...).names
	at := make(map[string]int)
	var pieces []pieceOf
	members := [][]string{}
	for _, name := range append(slices.Clone(named), "*") {
		var in []string
		for _, k := range keys {
			if sets[k].has(name) {
				in = append(in, k)
			}
		}
		sign := strings.Join(in, "\x08")
		p, ok := at[sign]
		if !ok {
			p = len(pieces)
			at[sign] = p
			pieces, members = append(pieces, pieceOf{in: in}), append(members, nil)
		}
		members[p] = append(members[p], name)
	}
	for p := range pieces {
		pieces[p].set = some(members[p]...)
		if slices.Contains(members[p], "*") {
			left := slices.DeleteFunc(slices.Clone(named), func(n string) bool { return slices.Contains(members[p], n) })
			pieces[p].set = but(left...)
		}
	}
	return pieces
}

// rest notes which quantities are printed beside shares of each: a share tells
// its base, and a base its share.
func (l *ledger) rest() {
	for i := range l.tables {
		for r := range l.ids[i] {
			for c, k := range l.ids[i][r] {
				if k < 0 {
					continue
				}
				for _, j := range l.restingOn(i, r, c) {
					if j != k && !slices.Contains(l.resting[k], j) {
						l.resting[k] = append(l.resting[k], j)
						l.bases[j] = append(l.bases[j], k)
					}
				}
			}
		}
	}
	for k, q := range l.quantities { // a total goes with its count
		if q.total && len(q.at) > 0 {
			for _, at := range q.at {
				n := l.ids[at.table][at.row][at.column]
				if !slices.Contains(l.resting[n], k) {
					l.resting[n] = append(l.resting[n], k)
				}
			}
		}
	}
}

// settle drops the equations that the printed numbers do not meet, and finds
// values for the quantities that nothing prints.
func (l *ledger) settle() {
	kept := l.equations[:0]
	for _, e := range l.equations {
		sum, sure, size := 0.0, true, 1.0
		for _, t := range e {
			q := l.quantities[t.of]
			sure = sure && q.known && len(q.at) > 0
			sum += t.times * q.value
			size += math.Abs(q.value)
		}
		if sure && math.Abs(sum) > 1e-9*size {
			l.notHeld++
			continue
		}
		kept = append(kept, e)
	}
	l.equations = kept
	l.index()
}

// index notes the equations of each quantity.
func (l *ledger) index() {
	l.in = make([][]int, len(l.quantities))
	l.seat, l.gathered = make([]int, len(l.quantities)), make([]bool, len(l.equations))
	for i, e := range l.equations {
		for _, t := range e {
			l.in[t.of] = append(l.in[t.of], i)
		}
	}
}
