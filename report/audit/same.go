package audit

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
)

// same checks that claims of one fact do not contradict each other.
func (a *auditor) same(c *Claim) {
	entries := c.items()
	if a.sameLists(c, entries) {
		return
	}
	first, of, ok := a.value(c, entries[0])
	if !ok {
		return
	}
	whole, deep := a.full(first, of)
	for _, it := range entries[1:] {
		p, other, ok := a.value(c, it)
		if !ok || p.percent != first.percent {
			continue
		}
		a.checked(RuleRetold)
		told, shares := a.full(p, other)
		if !whole.in.meets(told.in) {
			consistent := a.say("one number for the one fact", "ét tal for det samme forhold")
			for _, s := range []struct {
				is    printed
				depth int
				c     *Claim
			}{{whole, deep, of}, {told, shares, other}} {
				if s.depth > 1 {
					consistent = a.say("%s of %s is %s %% or so (%s), not the other", "%s af %s er omkring %s %% (%s), ikke det andet",
						s.is.text, a.printedOf(s.c.Base), a.short(s.is.point), a.percentSpan(s.is.in))
				}
			}
			for _, s := range []struct {
				is printed
				c  *Claim
			}{{first, of}, {p, other}} {
				consistent += a.exactCount(s.is, s.c)
			}
			rule, sure := RuleRetold, sureOf(whole.loose || told.loose)
			if it.value != "" || strings.Contains(it.label, ":") || strings.Contains(entries[0].label, ":") {
				rule = RuleTable
			}
			a.find(c, rule, sure, a.say("%s (%s) and %s (%s)", "%s (%s) og %s (%s)",
				first.text, placeOr(of, entries[0].label), p.text, placeOr(other, it.label)), consistent)
		}
		a.sameUnits(c, of, other)
	}
}

// placeOr is where a claim stands, or the words for one that is none.
func placeOr(c *Claim, words string) string {
	if c == nil || c.Where == "" {
		return words
	}
	return c.Where
}

// sameUnits asks where one number is of two units, or of two times.
func (a *auditor) sameUnits(c, x, y *Claim) {
	if x == nil || y == nil {
		return
	}
	for _, f := range [][2]string{{x.Unit, y.Unit}, {x.Time, y.Time}} {
		if f[0] == "" || f[1] == "" {
			continue
		}
		a.checked(RuleUnit)
		if !strings.EqualFold(f[0], f[1]) {
			a.find(c, RuleUnit, Question, a.say("%s %s (%s) and %s %s (%s)", "%s %s (%s) og %s %s (%s)", cmp.Or(x.Value, x.What), f[0], placeOr(x, x.ID), cmp.Or(y.Value, y.What), f[1], placeOr(y, y.ID)),
				a.say("one unit and one time for what is compared", "én enhed og én tid for det, der sammenlignes"))
		}
	}
}

// sameLists compares rankings with rankings and bands with bands.
func (a *auditor) sameLists(c *Claim, entries []item) bool {
	x, y := a.by[entries[0].label], a.by[entries[1].label]
	if x == nil || y == nil || x.Kind != y.Kind || x.Kind != Bands && x.Kind != Ranking {
		return false
	}
	if x.Kind == Bands {
		a.sameBands(c, x, y)
	} else {
		a.sameRankings(c, x, y)
	}
	a.sameUnits(c, x, y)
	return true
}

func (a *auditor) sameBands(c, x, y *Claim) {
	a.checked(RuleBands)
	var differ []string
	xs, ys := x.items(), y.items()
	for i := range max(len(xs), len(ys)) {
		if i >= len(xs) || i >= len(ys) {
			differ = append(differ, a.say("%d bands against %d", "%d grupper mod %d", len(xs), len(ys)))
			break
		}
		p, _ := parseBand(xs[i].label)
		q, _ := parseBand(ys[i].label)
		p.label, q.label, p.single, q.single = "", "", false, false
		if p != q {
			differ = append(differ, a.say("%q against %q", "»%s« mod »%s«", xs[i].label, ys[i].label))
		}
	}
	if len(differ) > 0 {
		a.find(c, RuleBands, Question, list(differ), a.say("the same cut points on both sides", "de samme grænser på begge sider"))
	}
}

// sameRankings compares the names of two rankings place by place, and the
// values of those in both.
func (a *auditor) sameRankings(c, x, y *Claim) {
	a.checked(RuleRetold)
	xs, ys := x.items(), y.items()
	for i, p := range xs {
		at := slices.IndexFunc(ys, func(q item) bool { return strings.EqualFold(p.label, q.label) })
		if at < 0 || p.value == "" || ys[at].value == "" {
			continue
		}
		v, ok := parsePrinted(xs[i].value, x.percent())
		w, read := parsePrinted(ys[at].value, y.percent())
		a.checked(RuleRetold)
		if ok && read && !v.in.meets(w.in) {
			row := *c
			row.What = p.label
			a.find(&row, RuleRetold, sureOf(v.loose || w.loose), a.say("%s (%s) and %s (%s)", "%s (%s) og %s (%s)", v.text, placeOr(x, x.ID), w.text, placeOr(y, y.ID)),
				a.say("one number for the one fact", "ét tal for det samme forhold"))
		}
	}
	n := min(len(xs), len(ys))
	var differ []string
	for i := range n {
		if !strings.EqualFold(xs[i].label, ys[i].label) {
			differ = append(differ, a.say("no. %d %s against %s", "nr. %d %s mod %s", i+1, xs[i].label, ys[i].label))
		}
	}
	if len(differ) > 0 {
		a.find(c, RuleRetold, Unlikely, list(differ), a.say("the same names in the same order", "de samme navne i samme orden"))
	}
}

// exactCount words the counts that a sharp share of a known base is.
func (a *auditor) exactCount(p printed, c *Claim) string {
	if c == nil || !p.percent || p.loose || p.in.lo.Cmp(p.in.hi) == 0 {
		return ""
	}
	n, ok := a.exact(c.Base)
	if !ok {
		return ""
	}
	lo, hi, ok := p.in.times(exactly(big.NewRat(n, 100))).wholes()
	if !ok {
		return ""
	}
	return a.say("; %s is %s of %s", "; %s er %s af %s", p.text, a.countRange(lo, hi), a.count(n))
}
