package audit

import (
	"math/big"
	"strings"
)

// added is what the entries of a claim add up to.
type added struct {
	point *big.Rat
	in    span
	loose bool
	told  []string
	all   bool // every entry has a value
}

func (a *auditor) add(c *Claim) added {
	out := added{point: rat(0), in: zero(), all: true}
	for _, it := range c.items() {
		p, _, ok := a.value(c, it)
		if !ok {
			out.all = false
			continue
		}
		out.point.Add(out.point, p.point)
		out.in = out.in.plus(p.in)
		out.loose = out.loose || p.loose
		out.told = append(out.told, p.text)
	}
	return out
}

// sum checks that a printed sum is what its parts add up to, as far as
// rounding goes.
func (a *auditor) sum(c *Claim) {
	parts := a.add(c)
	want, ok := parsePrinted(c.Value, c.percent())
	if !ok || !parts.all {
		return
	}
	a.checked(RuleSum)
	in := parts.in
	if n, ok := a.exact(c.Base); ok && want.percent && want.sharp() {
		in = a.addCounts(c, n)
	}
	if in.meets(want.in) {
		if want.point.Cmp(parts.point) != 0 && want.sharp() {
			a.result.Rounded++
		}
		return
	}
	sure := Impossible
	if want.loose || parts.loose {
		sure = Unlikely
	}
	sign := ""
	if want.percent {
		sign = " %"
	}
	a.find(c, RuleSum, sure, a.say("%s, of %s", "%s, af %s", want.text, strings.Join(parts.told, " + ")),
		a.say("they add to %s%s (%s%s before rounding)", "de giver %s%s (%s%s før afrunding)", a.short(parts.point), sign, a.spanned(in), sign))
}

// addCounts adds shares of n as the counts they can be of.
func (a *auditor) addCounts(c *Claim, n int64) span {
	out := zero()
	for _, it := range c.items() {
		p, _, _ := a.value(c, it)
		of := p.in.times(exactly(big.NewRat(n, 100)))
		if lo, hi, ok := of.wholes(); ok && p.percent {
			of = span{lo: rat(lo), hi: rat(hi)}
		}
		out = out.plus(of)
	}
	return out.scaled(big.NewRat(100, n))
}

// product checks that a number is the product of others.
func (a *auditor) product(c *Claim) {
	want, _ := parsePrinted(c.Value, false)
	in, told := exactly(rat(1)), []string(nil)
	loose := want.loose
	for _, it := range c.items() {
		p, _, ok := a.value(c, it)
		if !ok {
			return
		}
		if p.percent {
			p.in = p.in.scaled(big.NewRat(1, 100))
		}
		in, told, loose = in.times(p.in), append(told, p.text), loose || p.loose
	}
	a.checked(RuleSum)
	if in.meets(want.in) {
		return
	}
	sure := Impossible
	if loose {
		sure = Unlikely
	}
	a.find(c, RuleSum, sure, want.text, strings.Join(told, " × ")+" = "+a.spanned(in))
}

// union checks that the units with at least one of several answers are no fewer
// than the largest answer's and no more than all of them together.
func (a *auditor) union(c *Claim) {
	want, _ := parsePrinted(c.Value, c.percent())
	parts := a.add(c)
	if !parts.all {
		return
	}
	most := zero()
	for _, it := range c.items() {
		if p, _, _ := a.value(c, it); p.in.lo != nil && p.in.lo.Cmp(most.lo) > 0 {
			most = span{lo: p.in.lo, loOpen: p.in.loOpen}
		}
	}
	in := span{lo: most.lo, hi: parts.in.hi}
	if want.percent && (in.hi == nil || in.hi.Cmp(rat(100)) > 0) {
		in.hi = rat(100)
	}
	a.checked(RuleSum)
	if in.meets(want.in) {
		return
	}
	sure := Impossible
	if want.loose || parts.loose {
		sure = Unlikely
	}
	a.find(c, RuleSum, sure, a.say("%s with at least one of %s", "%s med mindst én af %s", want.text, list(parts.told)),
		a.say("between the largest and their sum: %s", "mellem den største og deres sum: %s", a.spanned(in)))
}
