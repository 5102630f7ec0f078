package audit

import (
	"math/big"
	"strings"
)

// rounding is a way of rounding shares to their last digit.
type rounding int

const (
	halfUp rounding = iota
	cutOff
	roundedUp
)

// bases are the whole numbers of which k is a share printed as p.
func bases(k int64, p printed, how rounding) span {
	lo, hi := new(big.Rat).Set(p.point), new(big.Rat).Set(p.point)
	half := new(big.Rat).Quo(p.unit, rat(2))
	var open span // ends of the share, which become those of the base the other way round
	switch how {
	case halfUp:
		lo.Sub(lo, half)
		hi.Add(hi, half)
		open.hiOpen = true
	case cutOff:
		hi.Add(hi, p.unit)
		open.hiOpen = true
	case roundedUp:
		lo.Sub(lo, p.unit)
		open.loOpen = true
	}
	out := span{loOpen: open.hiOpen, hiOpen: open.loOpen}
	hundred := rat(100 * k)
	out.lo = new(big.Rat).Quo(hundred, hi)
	if lo.Sign() > 0 {
		out.hi = new(big.Rat).Quo(hundred, lo)
	}
	return out
}

// commonBase checks that the shares of one base that is not printed allow one.
func (a *auditor) commonBase(c *Claim) {
	if c.Value != "" {
		return
	}
	type share struct {
		k int64
		p printed
	}
	var of []share
	for _, other := range a.claims {
		if other.Kind != Percentage || other.Base != c.ID || other.Count == "" {
			continue
		}
		p, ok := parsePrinted(other.Value, true)
		k, exact := a.exact(other.Count)
		if ok && exact && p.sharp() && p.point.Sign() > 0 {
			of = append(of, share{k, p})
		}
	}
	if len(of) < 2 {
		return
	}
	a.checked(RuleBase)
	var each, common [3]string
	fits := [3]bool{}
	for how := range 3 {
		lo, hi, first := int64(0), int64(0), true
		var alone []string
		for _, s := range of {
			l, h, ok := bases(s.k, s.p, rounding(how)).wholes()
			if !ok {
				l, h = 1, 0
			}
			alone = append(alone, a.countRange(l, h))
			if first {
				lo, hi, first = l, h, false
			}
			lo, hi = max(lo, l), min(hi, h)
		}
		each[how], common[how], fits[how] = list(alone), a.countRange(lo, hi), lo <= hi
	}
	if fits[halfUp] {
		a.note(c, a.say("rounded half up, every share is of %s", "rundet halvt op er hver andel af %s", common[halfUp]))
		return
	}
	sure := Impossible
	if fits[cutOff] || fits[roundedUp] {
		sure = Unlikely
	}
	if c.Drawn {
		sure = Question // that they are of one base was read by a program
	}
	var told []string
	for _, s := range of {
		told = append(told, a.say("%s = %s", "%s = %s", a.count(s.k), s.p.text))
	}
	words := a.say("rounded half up they need %s, with nothing in common; cut off %s, rounded up %s", "rundet halvt op kræver de %s, uden noget fælles; afkortet %s, rundet op %s",
		each[halfUp], a.orNone(fits[cutOff], common[cutOff]), a.orNone(fits[roundedUp], common[roundedUp]))
	for _, it := range c.items() {
		n, ok := parsePrinted(it.value, false)
		if !ok || n.point.Sign() <= 0 {
			continue
		}
		var would []string
		for _, s := range of {
			would = append(would, a.decimal(new(big.Rat).Quo(rat(100*s.k), n.point), 0)+" %")
		}
		words += a.say("; of %s (%s) they are %s", "; af %s (%s) er de %s", n.text, it.label, list(would))
	}
	a.find(c, RuleBase, sure, strings.Join(told, a.say(" and ", " og ")), words)
}

func (a *auditor) orNone(ok bool, words string) string {
	if ok {
		return words
	}
	return a.say("none", "ingen")
}
