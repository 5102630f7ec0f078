package main

// seed starts every draw of the reconstruction. It is the number of the
// paragraph the study is about. The invented wave has its own, see [become2026].
var seed uint64 = 56

// random is the SplitMix64 generator (Steele, Lea and Flood 2014). It is
// written out here so that another version of Go draws the same numbers.
type random struct{ state uint64 }

// newRandom returns the generator of one stage. Stages have streams of their
// own, so that a change in one leaves the others' draws alone.
func newRandom(stage string) *random {
	r := &random{state: seed}
	for _, b := range []byte(stage) {
		r.state = r.next() ^ uint64(b)
	}
	return r
}

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n-1. The bias of the remainder is of order
// n/2⁶⁴ and of no consequence here.
func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// shuffle puts list in random order and returns it.
func shuffle[T any](r *random, list []T) []T {
	for i := len(list) - 1; i > 0; i-- {
		j := r.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
	return list
}

// pick takes k of from without replacement, each draw in proportion to weight;
// a nil weight is equal for all. It panics when fewer than k have weight.
func pick[T any](r *random, from []T, k int, weight func(T) int) []T {
	left := append([]T(nil), from...)
	var taken []T
	for len(taken) < k {
		i := r.index(len(left), func(i int) int {
			if weight == nil {
				return 1
			}
			return weight(left[i])
		})
		taken = append(taken, left[i])
		left = append(left[:i], left[i+1:]...)
	}
	return taken
}

// index returns a number from 0 to n-1 in proportion to its weight.
func (r *random) index(n int, weight func(int) int) int {
	total := 0
	for i := range n {
		total += weight(i)
	}
	if total == 0 {
		panic("nothing left to draw from")
	}
	u := r.below(total)
	for i := range n {
		if u -= weight(i); u < 0 {
			return i
		}
	}
	panic("unreachable")
}

// quota is a value and how many units have it.
type quota[T any] struct {
	value T
	n     int
}

// spread writes every quota out: value n times, in the order given.
func spread[T any](quotas []quota[T]) []T {
	var list []T
	for _, q := range quotas {
		for range q.n {
			list = append(list, q.value)
		}
	}
	return list
}

// filter returns those of list that keep holds for.
func filter[T any](list []T, keep func(T) bool) []T {
	var kept []T
	for _, x := range list {
		if keep(x) {
			kept = append(kept, x)
		}
	}
	return kept
}
