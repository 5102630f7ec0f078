package audit

import (
	"math/big"
	"strings"
)

// words checks that a share is near the fraction word that tells of it.
func (a *auditor) words(c *Claim) {
	word, ok := parsePrinted(c.Value, true)
	if !ok || len(c.Of) == 0 {
		return
	}
	for _, it := range c.items() {
		p, of, ok := a.value(c, it)
		if !ok {
			continue
		}
		if !p.percent {
			if p, ok = a.shareOf(p, of); !ok {
				continue
			}
		}
		a.checked(RuleWords)
		if word.in.meets(p.in) {
			continue
		}
		sure := Unlikely
		near := span{lo: new(big.Rat).Sub(word.point, big.NewRat(tenthsAbout, 10)), hi: new(big.Rat).Add(word.point, big.NewRat(tenthsAbout, 10))}
		if near.meets(p.in) {
			sure = Question
		}
		a.find(c, RuleWords, sure, a.say("%q for %s", "»%s« for %s", word.text, p.text),
			a.say("%q is %s; %s needs another word", "»%s« er %s; %s kræver et andet ord", word.text, a.percentSpan(word.in), p.text))
	}
}

// shareOf is a count of its claim's base as a percentage.
func (a *auditor) shareOf(p printed, c *Claim) (printed, bool) {
	if c == nil {
		return p, false
	}
	base, ok := a.units(c.Base, 0)
	if !ok {
		return p, false
	}
	in, ok := p.in.over(base)
	if !ok || base.lo == nil {
		return p, false
	}
	p.in, p.percent = in.scaled(rat(100)), true
	p.text += a.say(" of %s", " af %s", a.printedOf(c.Base))
	return p, true
}

// fewest is the number of cases below which a multiple of shares says little:
// one case more or less moves it by a tenth and more.
const fewest = 30

// times asks where a multiple rests on few cases.
func (a *auditor) times(c *Claim) {
	k, ok := parseTimes(c.Value)
	if !ok {
		return
	}
	if len(c.Of) == 2 {
		a.ratio(c, k)
		return
	}
	s, known := a.units(c.Of[0], 0)
	if !known {
		return
	}
	a.checked(RuleFew)
	lo, hi, ok := s.wholes()
	if !ok || hi >= fewest {
		return
	}
	few := max(hi/(k+1), 1)
	a.find(c, RuleFew, Question, a.say("%s, of %s cases in all", "%s, af %s sager i alt", c.Value, a.countRange(lo, hi)),
		a.say("the two counts beside it; %d against %d would be it, and one case more in the smaller makes it %s",
			"de to antal ved siden af; %d mod %d ville give det, og én sag mere i den mindste gør det til %s", few*k, few,
			a.short(big.NewRat(few*k, few+1))))
}

// ratio checks that the larger of two numbers is so many times the smaller. How
// far it may be from it: 15 per cent of itself, and to one side only after a
// word for that.
func (a *auditor) ratio(c *Claim, k int64) {
	var of []printed
	for _, it := range c.items() {
		p, _, ok := a.value(c, it)
		if !ok || p.in.lo == nil || p.in.hi == nil {
			return
		}
		of = append(of, p)
	}
	if of[0].point.Cmp(of[1].point) < 0 {
		of[0], of[1] = of[1], of[0]
	}
	is, ok := of[0].in.over(of[1].in)
	if !ok || of[1].point.Sign() <= 0 {
		return
	}
	a.checked(RuleTimes)
	slack := big.NewRat(15*k, 100)
	in := span{lo: new(big.Rat).Sub(rat(k), slack), hi: new(big.Rat).Add(rat(k), slack)}
	switch h, _ := hedged(strings.ToLower(c.Value)); h {
	case more:
		in = span{lo: rat(k)}
	case less:
		in = span{lo: rat(0), hi: rat(k)}
	}
	if in.meets(is) {
		return
	}
	a.find(c, RuleTimes, Unlikely, a.say("%q for %s and %s", "»%s« om %s og %s", c.Value, of[0].text, of[1].text),
		a.say("%s is %s times %s", "%s er %s gange %s", of[0].text, a.short(new(big.Rat).Quo(of[0].point, of[1].point)), of[1].text))
}
