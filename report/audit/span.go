package audit

import (
	"math/big"
)

// span is the numbers that a printed one can stand for, as exact fractions.
// A percentage is in per cent. An end that is nil has no bound.
type span struct {
	lo, hi         *big.Rat
	loOpen, hiOpen bool // the end itself is not in it
}

func rat(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

func exactly(r *big.Rat) span { return span{lo: r, hi: r} }

// zero is what a sum begins with.
func zero() span { return exactly(rat(0)) }

func (s span) plus(t span) span {
	out := span{loOpen: s.loOpen || t.loOpen, hiOpen: s.hiOpen || t.hiOpen}
	if s.lo != nil && t.lo != nil {
		out.lo = new(big.Rat).Add(s.lo, t.lo)
	}
	if s.hi != nil && t.hi != nil {
		out.hi = new(big.Rat).Add(s.hi, t.hi)
	}
	return out
}

// times multiplies numbers that are not negative.
func (s span) times(t span) span {
	out := span{loOpen: s.loOpen || t.loOpen, hiOpen: s.hiOpen || t.hiOpen}
	if s.lo != nil && t.lo != nil {
		out.lo = new(big.Rat).Mul(s.lo, t.lo)
	}
	if s.hi != nil && t.hi != nil {
		out.hi = new(big.Rat).Mul(s.hi, t.hi)
	}
	return out
}

// over divides numbers that are not negative by positive ones; ok is false
// where t can be nought.
func (s span) over(t span) (out span, ok bool) {
	if t.lo == nil || t.lo.Sign() <= 0 {
		return span{}, false
	}
	out = span{loOpen: s.loOpen || t.hiOpen, hiOpen: s.hiOpen || t.loOpen}
	if s.lo != nil {
		out.lo = rat(0)
		if t.hi != nil {
			out.lo = new(big.Rat).Quo(s.lo, t.hi)
		}
	}
	if s.hi != nil {
		out.hi = new(big.Rat).Quo(s.hi, t.lo)
	}
	return out, true
}

// scaled multiplies by a positive number.
func (s span) scaled(by *big.Rat) span { return s.times(exactly(by)) }

// below reports whether every number of s is below every number of t.
func (s span) below(t span) bool {
	if s.hi == nil || t.lo == nil {
		return false
	}
	c := s.hi.Cmp(t.lo)
	return c < 0 || c == 0 && (s.hiOpen || t.loOpen)
}

// meets reports whether s and t have a number in common.
func (s span) meets(t span) bool { return !s.below(t) && !t.below(s) }

// wholes returns the smallest and the largest whole number in s, which is not
// negative; ok is false where there is none or no upper end.
func (s span) wholes() (lo, hi int64, ok bool) {
	if s.lo == nil || s.hi == nil {
		return 0, 0, false
	}
	l := ceil(s.lo)
	if s.loOpen && s.lo.IsInt() {
		l.Add(l, big.NewInt(1))
	}
	h := floor(s.hi)
	if s.hiOpen && s.hi.IsInt() {
		h.Sub(h, big.NewInt(1))
	}
	if !l.IsInt64() || !h.IsInt64() || l.Cmp(h) > 0 {
		return 0, 0, false
	}
	return l.Int64(), h.Int64(), true
}

func floor(r *big.Rat) *big.Int {
	// Euclidean division rounds down, as the denominator is positive.
	q, m := new(big.Int).DivMod(r.Num(), r.Denom(), new(big.Int))
	_ = m
	return q
}

func ceil(r *big.Rat) *big.Int {
	q := floor(r)
	if !r.IsInt() {
		q.Add(q, big.NewInt(1))
	}
	return q
}
