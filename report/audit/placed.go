package audit

import (
	"math/big"
	"regexp"
	"strings"
)

var (
	second = regexp.MustCompile(`(?i)^(?:den |det |de |the )?(?:næst|second)`)
	third  = regexp.MustCompile(`(?i)^(?:den |det |de |the )?(?:tredje|third)`)
)

// placed checks that the names told are where their numbers put them: among the
// first k, at the second place, last. Of rows with one number either may come
// first, and a cut between them is asked about.
func (a *auditor) placed(c *Claim) {
	type row struct {
		item
		printed
	}
	var told []string
	var rows []row
	for _, it := range c.items() {
		if it.value == "" {
			told = append(told, it.label)
			continue
		}
		p, ok := parsePrinted(it.value, true)
		if !ok {
			return
		}
		rows = append(rows, row{it, p})
	}
	from := 1
	switch {
	case second.MatchString(c.Value):
		from = 2
	case third.MatchString(c.Value):
		from = 3
	}
	last := from + len(told) - 1
	least := aLeast.MatchString(c.Value)
	for _, name := range told {
		var own *big.Rat
		for _, r := range rows {
			if strings.EqualFold(r.label, name) {
				own = r.point
			}
		}
		if own == nil {
			continue
		}
		a.checked(RuleRanking)
		before, with := 0, []string(nil)
		for _, r := range rows {
			switch order := r.point.Cmp(own); {
			case order == 0 && !strings.EqualFold(r.label, name):
				with = append(with, r.label)
			case order > 0 && !least || order < 0 && least:
				before++
			}
		}
		first, end := before+1, before+1+len(with)
		value := a.short(own)
		switch {
		case end < from || first > last:
			a.find(c, RuleRanking, Impossible, a.say("%q of %s (%s)", "»%s« om %s (%s)", c.Value, name, value),
				a.say("by its number it is no. %s of %d", "efter sit tal er den nr. %s af %d", a.countRange(int64(first), int64(end)), len(rows)))
		case first < from || end > last:
			if !outside(told, with) {
				continue
			}
			a.find(c, RuleRanking, Question, a.say("%q of %s (%s)", "»%s« om %s (%s)", c.Value, name, value),
				a.say("%s has the same number; the printed numbers do not tell which", "%s har det samme tal; de trykte tal afgør ikke, hvilken", list(with)))
			return
		}
	}
}

// outside reports whether a name is not among those told.
func outside(told, names []string) bool {
	for _, n := range names {
		in := false
		for _, t := range told {
			in = in || strings.EqualFold(t, n)
		}
		if !in {
			return true
		}
	}
	return false
}
