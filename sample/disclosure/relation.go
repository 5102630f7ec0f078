package disclosure

import "stikprove/sample/crosstab"

// span is the numbers a count may be.
type span struct{ low, high int }

// relation says that the terms sum to constant or, where most is set, to at
// most that.
type relation struct {
	terms    []term
	constant int
	most     bool
}

// term is a count times a number.
type term struct{ count, times int }

// ranges returns the range of every count as a reader can narrow it, and the
// relations it was narrowed by.
func (m *model) ranges() ([]span, []relation) {
	spans := make([]span, len(m.n))
	for k := range spans {
		spans[k] = m.known(k)
	}
	relations := m.relations()
	relations = append(m.ofHidden(relations), m.solved(relations)...)
	narrow(spans, relations)
	return spans, relations
}

// ofHidden returns what relations say of hidden counts, with the shown ones put
// in.
func (m *model) ofHidden(relations []relation) []relation {
	var left []relation
	for _, r := range relations {
		h := relation{constant: r.constant, most: r.most}
		for _, t := range r.terms {
			if m.hidden[t.count] == crosstab.Shown {
				h.constant -= t.times * m.n[t.count]
			} else {
				h.terms = append(h.terms, t)
			}
		}
		if len(h.terms) > 0 {
			left = append(left, h)
		}
	}
	return left
}

// known returns what a reader knows of count k alone: noughts are shown, but
// not where the base of shares is hidden.
func (m *model) known(k int) span {
	switch {
	case m.hidden[k] == crosstab.Shown:
		return span{m.n[k], m.n[k]}
	case m.closed[k]:
		return span{0, unlimited}
	default:
		return span{1, unlimited}
	}
}

// relations returns the sums and bounds of the table.
func (m *model) relations() []relation {
	var relations []relation
	for _, s := range m.sums {
		r := relation{}
		for _, p := range s.parts {
			r.terms = append(r.terms, term{p, 1})
		}
		r.terms = append(r.terms, term{s.whole, -1})
		relations = append(relations, r)
	}
	for _, b := range m.bounds {
		together := relation{most: true, terms: []term{{b.whole, 1}}}
		for _, p := range b.parts {
			relations = append(relations, relation{most: true, terms: []term{{p, 1}, {b.whole, -1}}})
			together.terms = append(together.terms, term{p, -1})
		}
		if len(b.parts) > 1 {
			relations = append(relations, together)
		}
	}
	return relations
}

// narrow narrows spans by relations until nothing changes, and reports whether
// every span still has a number.
func narrow(spans []span, relations []relation) bool {
	for changed := true; changed; {
		changed = false
		for _, r := range relations {
			ok, narrowed := r.narrow(spans)
			if !ok {
				return false
			}
			changed = changed || narrowed
		}
	}
	return true
}

// narrow narrows the spans of r's terms by each other.
func (r relation) narrow(spans []span) (ok, changed bool) {
	least, most := 0, 0 // of the terms' sum
	for _, t := range r.terms {
		low, high := t.ends(spans[t.count])
		least, most = least+low, most+high
	}
	if least > r.constant || !r.most && most < r.constant {
		return false, false
	}
	for _, t := range r.terms {
		s := &spans[t.count]
		low, high := t.ends(*s)
		// The others are at least least-low, so this term is at most the rest.
		n := t.within(*s, r.constant-(least-low), r.constant-(most-high), !r.most)
		if n.low > n.high {
			return false, true
		}
		if n != *s {
			*s, changed = n, true
			newLow, newHigh := t.ends(n)
			least, most = least+newLow-low, most+newHigh-high
		}
	}
	return true, changed
}

// within returns the numbers of s that keep t at most top and, where there is
// a bottom, at least that.
func (t term) within(s span, top, bottom int, isBottom bool) span {
	if t.times > 0 {
		s.high = min(s.high, floor(top, t.times))
		if isBottom {
			s.low = max(s.low, -floor(-bottom, t.times))
		}
		return s
	}
	s.low = max(s.low, -floor(top, -t.times))
	if isBottom {
		s.high = min(s.high, floor(-bottom, -t.times))
	}
	return s
}

// ends returns the least and most of t.
func (t term) ends(s span) (low, high int) {
	if t.times > 0 {
		return t.times * s.low, t.times * s.high
	}
	return t.times * s.high, t.times * s.low
}

// floor returns a/b rounded down, b above 0.
func floor(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
