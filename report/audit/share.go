package audit

import (
	"cmp"
	"math/big"
)

// percentage checks that some count of the base gives the printed share, and
// that the printed count does.
//
// Source: the GRIM test of Brown and Heathers (2017), Social Psychological and
// Personality Science 8, 363–369, for shares, rounded half up by integers.
func (a *auditor) percentage(c *Claim) {
	p, _ := parsePrinted(c.Value, true)
	a.worded(c)
	n, exact := a.exact(c.Base)
	if exact && p.sharp() && !(c.Drawn && c.Worded != "") { // of which base it is was read by a program
		a.possible(c, p, n)
	}
	if c.Count == "" || c.Base == "" {
		return
	}
	k, ok := a.units(c.Count, 0)
	base, known := a.units(c.Base, 0)
	if !ok || !known {
		return
	}
	share, ok := k.over(base)
	if !ok {
		return
	}
	a.checked(RuleCount)
	share = share.scaled(rat(100))
	if share.meets(p.in) {
		return
	}
	sure := Impossible
	if p.loose || !exact {
		sure = Unlikely
	}
	a.find(c, RuleCount, sure,
		a.say("%s for %s of %s", "%s for %s af %s", p.text, a.printedOf(c.Count), a.printedOf(c.Base)),
		a.say("%s of %s is %s", "%s af %s er %s", a.printedOf(c.Count), a.printedOf(c.Base), a.percentSpan(share)))
}

// possible checks that a count of n gives the share.
func (a *auditor) possible(c *Claim, p printed, n int64) {
	a.checked(RuleShare)
	if p.unit.Cmp(rat(1)) == 0 {
		a.powered[n]++
	}
	of := p.in.times(exactly(big.NewRat(n, 100)))
	if _, _, ok := of.wholes(); ok {
		return
	}
	below := floor(of.lo)
	above := new(big.Int).Add(below, big.NewInt(1))
	a.find(c, RuleShare, Impossible, a.say("%s of %s", "%s af %s", p.text, a.count(n)),
		a.say("no count of %s gives it: %s is %s, %s is %s", "intet antal af %s giver det: %s er %s, %s er %s", a.count(n),
			below, a.percentOf(below, n, p), above, a.percentOf(above, n, p)))
}

// percentOf is k of n as the claim would print it.
func (a *auditor) percentOf(k *big.Int, n int64, like printed) string {
	share := new(big.Rat).Quo(new(big.Rat).Mul(new(big.Rat).SetInt(k), rat(100)), rat(n))
	return a.decimal(share, decimalsOf(like.unit)) + " %"
}

// decimalsOf is the number of decimals of a unit that is a power of ten.
func decimalsOf(unit *big.Rat) int {
	d, u := 0, new(big.Rat).Set(unit)
	for u.Cmp(rat(1)) < 0 {
		u.Mul(u, rat(10))
		d++
	}
	return d
}

// impossibleOf is how many of the whole per cents 0 to 100 no count of n gives,
// half rounded up.
func impossibleOf(n int64) int {
	if n >= 100 {
		// Neighbouring counts are a hundredth apart at most: every per cent is
		// met.
		return 0
	}
	given := map[int64]bool{}
	for k := range n + 1 {
		given[(200*k+n)/(2*n)] = true
	}
	return 101 - len(given)
}

// worded asks about shares "of all" whose base is only those that answered.
func (a *auditor) worded(c *Claim) {
	if c.Worded == "" || !saysAll(c.Worded) {
		return
	}
	a.checked(RuleBase)
	for _, other := range a.claims {
		if other == c {
			continue
		}
		if other.Kind == Count && other.ID == c.Base && other.Base != "" {
			a.find(c, RuleBase, Question, a.say("%s of %q", "%s af »%s«", c.Value, c.Worded),
				a.say("the base is %s of %s (%s)", "basis er %s af %s (%s)", other.Value, a.printedOf(other.Base), other.place()))
			return
		}
		if other.Kind != Percentage {
			continue
		}
		if other.Count != c.Base && other.ID != c.Base {
			continue
		}
		p, ok := parsePrinted(other.Value, true)
		if !ok || !p.in.below(exactly(rat(100))) {
			continue
		}
		a.find(c, RuleBase, Question, a.say("%s of %q", "%s af »%s«", c.Value, c.Worded),
			a.say("the base is %s, which is %s of them (%s)", "basis er %s, som er %s af dem (%s)", a.printedOf(cmp.Or(other.Count, c.Base)), p.text, other.place()))
		return
	}
}
