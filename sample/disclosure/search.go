package disclosure

import "slices"

// search looks for tables that agree with what is printed.
type search struct {
	m         *model
	relations []relation
	trials    int // left
}

// trials is how many numbers are tried before a search gives up.
const trials = 3000

// solve returns counts that agree with spans and relations and, where k is a
// count, give it n; nil where there are none or the search gave up.
func (s *search) solve(spans []span, k, n int) (counts []int, gaveUp bool) {
	s.trials = trials
	spans = slices.Clone(spans)
	if k >= 0 {
		spans[k] = span{n, n}
	}
	counts = s.extend(spans)
	return counts, counts == nil && s.trials <= 0
}

// another returns counts that agree and give k another number than n, near
// ones first.
func (s *search) another(spans []span, k, n int) (counts []int, gaveUp bool) {
	for step := 1; n-step >= spans[k].low || n+step <= spans[k].high; step++ {
		for _, v := range []int{n + step, n - step} {
			if v < spans[k].low || v > spans[k].high {
				continue
			}
			counts, out := s.solve(spans, k, v)
			if counts != nil {
				return counts, false
			}
			gaveUp = gaveUp || out
		}
		if gaveUp && step >= 3 {
			return nil, true
		}
	}
	return nil, gaveUp
}

// extend narrows spans and fixes the narrowest one after the other.
func (s *search) extend(spans []span) []int {
	if !narrow(spans, s.relations) {
		return nil
	}
	k := -1
	for j, at := range spans {
		if at.low < at.high && (k < 0 || at.high-at.low < spans[k].high-spans[k].low) {
			k = j
		}
	}
	if k < 0 {
		counts := make([]int, len(spans))
		for j := range spans {
			counts[j] = spans[j].low
		}
		return counts
	}
	for v := spans[k].low; v <= spans[k].high; v++ {
		if s.trials--; s.trials < 0 {
			return nil
		}
		tried := slices.Clone(spans)
		tried[k] = span{v, v}
		if counts := s.extend(tried); counts != nil {
			return counts
		}
	}
	return nil
}
