package audit

import (
	"math/big"
	"strconv"
	"strings"
)

// count writes a whole number with the language's thousands sign.
func (a *auditor) count(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := a.say(",", ".")
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + sign + s[i:]
	}
	return s
}

// countRange writes whole numbers from lo to hi.
func (a *auditor) countRange(lo, hi int64) string {
	switch {
	case lo > hi:
		return a.say("none", "ingen")
	case lo == hi:
		return a.count(lo)
	}
	return a.count(lo) + "–" + a.count(hi)
}

// decimal writes a fraction with so many decimals, half rounded up.
func (a *auditor) decimal(r *big.Rat, decimals int) string {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	x := new(big.Rat).Mul(r, new(big.Rat).SetInt(scale))
	n := floor(x.Add(x, big.NewRat(1, 2))).String()
	if decimals == 0 {
		return n
	}
	for len(n) <= decimals {
		n = "0" + n
	}
	whole, err := strconv.ParseInt(n[:len(n)-decimals], 10, 64)
	if err == nil {
		return a.count(whole) + a.say(".", ",") + n[len(n)-decimals:]
	}
	return n[:len(n)-decimals] + a.say(".", ",") + n[len(n)-decimals:]
}

// short writes a fraction with one decimal where it has one.
func (a *auditor) short(r *big.Rat) string {
	if r.IsInt() {
		if r.Num().IsInt64() {
			return a.count(r.Num().Int64())
		}
		return r.Num().String()
	}
	return a.decimal(r, 1)
}

// spanned writes a span from its lower to its upper end.
func (a *auditor) spanned(s span) string {
	switch {
	case s.lo == nil && s.hi == nil:
		return a.say("anything", "hvad som helst")
	case s.hi == nil:
		return a.say("%s or more", "%s eller mere", a.short(s.lo))
	case s.lo == nil:
		return a.say("%s or less", "%s eller mindre", a.short(s.hi))
	}
	lo, hi := a.short(s.lo), a.short(s.hi)
	if lo == hi {
		return lo
	}
	return lo + "–" + hi
}

// percentSpan writes a span of percentages.
func (a *auditor) percentSpan(s span) string { return a.spanned(s) + " %" }

// printedOf is what stands for a reference: its printed value.
func (a *auditor) printedOf(ref string) string {
	if c := a.by[ref]; c != nil {
		if c.Value != "" {
			return c.Value
		}
		return c.ID
	}
	return strings.TrimSpace(ref)
}

// saysAll reports whether words say "all".
func saysAll(words string) bool {
	for _, w := range strings.Fields(strings.ToLower(words)) {
		switch strings.Trim(w, ".,;:()") {
		case "all", "every", "alle", "samtlige", "hver":
			return true
		}
	}
	return false
}
