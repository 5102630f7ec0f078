package audit

import (
	"math/big"
	"strings"
)

// whole checks that the parts of a whole add to it, and that a note about
// rounding is there where, and only where, they do not.
func (a *auditor) whole(c *Claim) {
	parts := a.add(c)
	if !parts.all {
		return
	}
	total, known := a.total(c)
	if !known {
		return // counts whose total is not printed
	}
	if !c.percent() {
		a.checked(RuleSum)
		if !parts.in.meets(total.in) {
			a.find(c, RuleSum, sureOf(parts.loose || total.loose), a.say("%s in all; the parts are %s", "%s i alt; delene er %s", total.text, strings.Join(parts.told, " + ")),
				a.say("the parts add to %s", "delene giver %s", a.short(parts.point)))
		}
		return
	}
	hundred := total.point
	a.checked(RuleSum)
	if !parts.in.meets(exactly(hundred)) {
		a.find(c, RuleSum, sureOf(parts.loose), strings.Join(parts.told, " + "),
			a.say("they add to %s, and rounding explains %s only", "de giver %s, og afrunding forklarer kun %s", a.short(parts.point), a.spanned(parts.in)))
		return
	}
	a.counts(c)
	a.checked(RuleNote)
	noted := yes(c.Note)
	switch adds := parts.point.Cmp(hundred) == 0; {
	case adds && noted:
		a.find(c, RuleNote, Impossible, a.say("a note says that the shares do not add to 100", "en note siger, at andelene ikke giver 100"),
			a.say("the printed shares add to 100; the note is needless", "de trykte andele giver 100; noten er overflødig"))
	case !adds && !noted:
		a.find(c, RuleNote, Question, a.say("the shares add to %s, without a note", "andelene giver %s, uden note", a.short(parts.point)),
			a.say("a note that they do not add to 100 because of rounding", "en note om, at de pga. afrunding ikke giver 100"))
	case !adds:
		a.result.Rounded++
	}
}

// counts checks that some counts of a whole's base give all its shares.
func (a *auditor) counts(c *Claim) {
	n, ok := a.exact(c.Base)
	if !ok {
		return
	}
	a.checked(RuleShare)
	var lo, hi int64
	for _, it := range c.items() {
		p, _, _ := a.value(c, it)
		if !p.percent || p.loose {
			return
		}
		a.powered[n]++
		l, h, ok := p.in.times(exactly(big.NewRat(n, 100))).wholes()
		if !ok {
			part := *c
			part.What = it.label
			a.possible(&part, p, n)
			a.powered[n]--
			return
		}
		lo, hi = lo+l, hi+h
	}
	if lo > n || hi < n {
		a.find(c, RuleShare, Impossible, a.say("shares of %s", "andele af %s", a.count(n)),
			a.say("counts that give them add to %s", "antal, der giver dem, summer til %s", a.countRange(lo, hi)))
	}
}

// total is what a whole adds to: what is printed, or 100 per cent.
func (a *auditor) total(c *Claim) (printed, bool) {
	if c.Value == "" && c.percent() {
		return printed{text: "100 %", point: rat(100), in: exactly(rat(100)), unit: rat(1), percent: true}, true
	}
	if other := a.by[c.Value]; other != nil {
		p, ok := parsePrinted(other.Value, other.percent())
		return p, ok
	}
	return parsePrinted(c.Value, c.percent())
}

// rest asks where the parts of a whole leave a rest that nobody tells of.
func (a *auditor) rest(c *Claim) {
	parts := a.add(c)
	if !parts.all {
		return
	}
	a.checked(RuleRest)
	if !c.percent() {
		a.restOf(c, parts)
		return
	}
	left := new(big.Rat).Sub(rat(100), parts.point)
	if parts.in.meets(exactly(rat(100))) {
		return
	}
	if left.Sign() < 0 {
		a.find(c, RuleSum, sureOf(parts.loose), strings.Join(parts.told, " + "), a.say("they add to %s %%, more than all", "de giver %s %%, mere end alle", a.short(parts.point)))
		return
	}
	printed := strings.Join(parts.told, " + ") + " = " + a.short(parts.point) + " %"
	if n, ok := a.exact(c.Base); ok {
		var each []string
		for _, it := range c.items() {
			p, _, _ := a.value(c, it)
			if lo, hi, ok := p.in.times(exactly(big.NewRat(n, 100))).wholes(); ok {
				each = append(each, a.countRange(lo, hi))
			}
		}
		printed += a.say(" (%s of %s)", " (%s af %s)", list(each), a.count(n))
	}
	a.find(c, RuleRest, Question, printed, a.say("%s %% are not told of", "%s %% er der ikke sagt noget om", a.short(left)))
}

// restOf asks where counts told of a total do not reach it, or pass it.
func (a *auditor) restOf(c *Claim, parts added) {
	total, ok := a.total(c)
	if !ok || parts.in.meets(total.in) {
		return
	}
	sure := Question // others may be there that are not told of
	if parts.point.Cmp(total.point) > 0 && !c.Drawn {
		sure = sureOf(parts.loose || total.loose)
	}
	a.find(c, RuleSum, sure, a.say("%s, of these %s", "%s, heraf %s", total.text, list(parts.told)), a.say("they add to %s", "de giver %s", a.short(parts.point)))
}

func sureOf(loose bool) Sure {
	if loose {
		return Unlikely
	}
	return Impossible
}

// yes reads a yes in either language.
func yes(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "yes", "ja", "true", "x", "1":
		return true
	}
	return false
}
