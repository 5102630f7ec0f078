package main

// seed starts every draw.
const seed = 2026

// random is the SplitMix64 generator (Steele, Lea and Flood 2014), written out
// so that another version of Go draws the same numbers.
type random struct{ state uint64 }

// newRandom returns the generator of one stage, so that a change in one stage
// leaves the others' draws alone.
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

// below returns a number from 0 to n-1.
func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// chance is true in percent of 100 draws.
func (r *random) chance(percent int) bool { return r.below(100) < percent }

// of returns an index in proportion to the weights.
func (r *random) of(weights ...int) int {
	total := 0
	for _, w := range weights {
		total += w
	}
	u := r.below(total)
	for i, w := range weights {
		if u -= w; u < 0 {
			return i
		}
	}
	panic("no weight")
}

// some returns n of list without replacement, in the list's order.
func some[T any](r *random, list []T, n int) []T {
	var taken []T
	for i, x := range list {
		if r.below(len(list)-i) < n-len(taken) {
			taken = append(taken, x)
		}
	}
	return taken
}
