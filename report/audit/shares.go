package audit

import (
	"math/big"
	"strings"
)

// shares checks a column of counts against the column of percentages beside it,
// and says which bases all the percentages allow.
func (a *auditor) shares(c *Claim) {
	entries := c.items()
	counts, percents := a.by[entries[0].label], a.by[entries[1].label]
	if counts == nil || percents == nil {
		return
	}
	ks, ps := counts.items(), percents.items()
	if len(ks) != len(ps) {
		a.find(c, RuleCount, Question, a.say("%d counts and %d shares", "%d antal og %d andele", len(ks), len(ps)), a.say("as many of each", "lige mange af hver"))
		return
	}
	total := rat(0)
	for _, k := range ks {
		p, ok := parsePrinted(k.value, false)
		if !ok {
			return
		}
		total.Add(total, p.point)
	}
	if total.Sign() <= 0 || !total.IsInt() {
		return
	}
	allowed, possible := span{lo: rat(1)}, true
	for i := range ks {
		k, _ := parsePrinted(ks[i].value, false)
		p, ok := parsePrinted(ps[i].value, true)
		if !ok || p.loose || !k.point.IsInt() || !k.point.Num().IsInt64() || k.point.Num().Int64() > 1e15 {
			continue
		}
		a.checked(RuleCount)
		is := new(big.Rat).Quo(new(big.Rat).Mul(k.point, rat(100)), total)
		if !exactly(is).meets(p.in) {
			row := *percents
			row.What = strings.TrimPrefix(percents.What+", "+ps[i].label, ", ")
			a.find(&row, RuleCount, Impossible, a.say("%s for %s of %s", "%s for %s af %s", p.text, k.text, a.short(total)),
				a.decimal(is, decimalsOf(p.unit))+" %")
			possible = false
			continue
		}
		if p.point.Sign() <= 0 {
			continue
		}
		b := bases(k.point.Num().Int64(), p, halfUp)
		if b.lo.Cmp(allowed.lo) >= 0 {
			allowed.lo, allowed.loOpen = b.lo, b.loOpen
		}
		if b.hi != nil && (allowed.hi == nil || b.hi.Cmp(allowed.hi) < 0) {
			allowed.hi, allowed.hiOpen = b.hi, b.hiOpen
		}
	}
	if lo, hi, ok := allowed.wholes(); ok && possible && !c.Drawn {
		a.note(c, a.say("the counts add to %s, and every share is its count's; bases between %s and %s (%s to %s) would give them all",
			"antallene giver %s, og hver andel er sit antals; baser mellem %s og %s (%s til %s) ville give dem alle", a.short(total),
			a.decimal(allowed.lo, 1), a.decimal(allowed.hi, 1), a.count(lo), a.count(hi)))
	}
}

// mean checks that a mean lies within what its bands allow.
func (a *auditor) mean(c *Claim) {
	want, ok := parsePrinted(c.Value, false)
	if !ok {
		k, counted := a.units(c.Count, 0)
		n, based := a.units(c.Base, 0)
		if !counted || !based {
			return
		}
		if want.in, ok = k.over(n); !ok {
			return
		}
		want.text = a.printedOf(c.Count) + " / " + a.printedOf(c.Base)
	}
	in := zero()
	bounds := c
	if entries := c.items(); len(entries) > 0 && entries[0].value == "" {
		if other := a.by[entries[0].label]; other != nil {
			bounds = other
		}
	}
	for _, it := range bounds.items() {
		b, ok := parseBand(it.label)
		p, read := parsePrinted(it.value, true)
		if !ok || !read {
			return
		}
		part := span{lo: rat(b.first()), hi: nil}
		if last, closed := b.last(); closed {
			part.hi = rat(last)
		}
		if p.in.hi != nil && p.in.hi.Sign() == 0 {
			continue
		}
		in = in.plus(p.in.times(part).scaled(big.NewRat(1, 100)))
	}
	a.checked(RuleSum)
	if in.meets(want.in) {
		return
	}
	a.find(c, RuleSum, sureOf(want.loose), want.text, a.say("the bands allow a mean of %s", "grupperne tillader et gennemsnit på %s", a.spanned(in)))
}
