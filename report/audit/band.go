package audit

import (
	"regexp"
	"strconv"
	"strings"
)

// band is the whole numbers of a unit that a label such as "50-99 ansatte" or
// "over 4 months" stands for. Of time the unit is a day, else the label's own.
type band struct {
	lo, hi         int64
	loOpen, hiOpen bool // "over 20", "under 50": the number is not in it
	endless        bool // no upper end
	step           int64
	single         bool // one number, such as "3 days"
	label          string
}

// first and last are the smallest and the largest number in the band.
func (b band) first() int64 {
	if b.loOpen {
		return b.lo + b.step
	}
	return b.lo
}

func (b band) last() (int64, bool) {
	if b.hiOpen {
		return b.hi - b.step, !b.endless
	}
	return b.hi, !b.endless
}

var (
	bandNumber  = `(\d{1,3}(?:[. ]\d{3})+|\d{1,9})\s*([\p{L}]+)?`
	bandLess    = regexp.MustCompile(`^(?:under|below|less than|fewer than|mindre end|færre end|younger than|yngre end)\s+` + bandNumber)
	bandMore    = regexp.MustCompile(`^(?:over|above|more than|mere end|flere end|older than|ældre end)\s+` + bandNumber)
	bandUp      = regexp.MustCompile(`^(?:mindst |at least )?` + bandNumber + `.*?(?:\s(?:og|eller|and|or) (?:derover|over|mere|flere|ældre|opefter|længere|more|above|older|longer)|\+)$`)
	bandDown    = regexp.MustCompile(`^(?:højst |at most )?` + bandNumber + `.*?\s(?:og|eller|and|or) (?:derunder|herunder|mindre|kortere|færre|yngre|fewer|less|under|below|younger|shorter)$`)
	bandRange   = regexp.MustCompile(`^(?:mellem|between|fra|from)?\s*` + bandNumber + `\s*(?:-|–|til|to|og|and)\s*` + bandNumber)
	bandOne     = regexp.MustCompile(`^` + bandNumber + `(?:\s+[\p{L} .]+)?$`)
	bandBracket = regexp.MustCompile(`\(([^()]+)\)\s*$`)
	bandLead    = regexp.MustCompile(`^(?:med|with)\s+`)
)

// days are the units of time.
var days = map[string]int64{
	"dag": 1, "dage": 1, "day": 1, "days": 1, "uge": 7, "uger": 7, "week": 7, "weeks": 7,
	"måned": 30, "måneder": 30, "month": 30, "months": 30,
}

// parseBand reads a label as a band.
func parseBand(label string) (band, bool) {
	// What stands in brackets, as in 2-4 weeks (8-28 days), is more exact.
	if m := bandBracket.FindStringSubmatch(label); m != nil {
		if b, ok := parseBand(m[1]); ok && !b.single {
			b.label = label
			return b, true
		}
	}
	s := bandLead.ReplaceAllString(strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(label, "\u00a0", " ")), " ")), "")
	b := band{label: label}
	switch {
	case set(&b, bandLess.FindStringSubmatch(s), func(n int64) { b.hi, b.hiOpen = n, true }):
	case set(&b, bandMore.FindStringSubmatch(s), func(n int64) { b.lo, b.loOpen, b.endless = n, true, true }):
	case set(&b, bandUp.FindStringSubmatch(s), func(n int64) { b.lo, b.endless = n, true }):
	case set(&b, bandDown.FindStringSubmatch(s), func(n int64) { b.hi = n }):
	default:
		if m := bandRange.FindStringSubmatch(s); m != nil {
			unit := m[2]
			if days[unit] == 0 {
				unit = m[4]
			}
			lo, step, ok := measured(m[1], unit)
			hi, last, read := measured(m[3], m[4])
			b.lo, b.hi, b.step = lo, hi, min(step, last)
			return b, ok && read && lo <= hi
		}
		if !set(&b, bandOne.FindStringSubmatch(s), func(n int64) { b.lo, b.hi, b.single = n, n, true }) {
			return band{}, false
		}
	}
	return b, true
}

// set gives the number of a match, in days where it is of time.
func set(b *band, m []string, to func(int64)) bool {
	if m == nil {
		return false
	}
	n, step, ok := measured(m[1], m[2])
	if ok {
		b.step = step
		to(n)
	}
	return ok
}

func measured(digits, unit string) (n, step int64, ok bool) {
	n, err := strconv.ParseInt(strings.NewReplacer(".", "", " ", "").Replace(digits), 10, 64)
	step = max(days[unit], 1)
	return n * step, step, err == nil
}

// bands checks that bands in order neither touch nor leave holes.
func (a *auditor) bands(c *Claim) {
	var all []band
	for _, it := range c.items() {
		if b, ok := parseBand(it.label); ok {
			all = append(all, b)
		}
	}
	if !banded(all) {
		return
	}
	a.checked(RuleBands)
	var touch, holes []string
	if least, ok := parsePrinted(c.Least, false); ok && least.point.IsInt() && all[0].first() > least.point.Num().Int64() && !all[0].hiOpen {
		holes = append(holes, a.say("nothing for %s before %q", "intet for %s før »%s«", a.numbers(least.point.Num().Int64(), all[0].first()-1), all[0].label))
	}
	for i := 1; i < len(all); i++ {
		before, after := all[i-1], all[i]
		step := min(before.step, after.step)
		before.step, after.step = step, step
		last, closed := before.last()
		first := after.first()
		switch {
		case !closed:
		case first <= last:
			touch = append(touch, a.say("%q and %q", "»%s« og »%s«", before.label, after.label))
		case first > last+step:
			holes = append(holes, a.say("%s between %q and %q", "%s mellem »%s« og »%s«", a.numbers(last+step, first-step), before.label, after.label))
		}
	}
	if len(touch) > 0 {
		a.find(c, RuleBands, Impossible, a.say("bands that touch: %s", "grupper, der rører hinanden: %s", list(touch)), a.say("each number in one band only", "hvert tal i én gruppe alene"))
	}
	if len(holes) > 0 {
		a.find(c, RuleBands, Question, a.say("bands with holes: %s", "grupper med huller: %s", list(holes)), a.say("a band for every number that can occur", "en gruppe til hvert tal, der kan forekomme"))
	}
}

func (a *auditor) numbers(lo, hi int64) string {
	if lo >= hi {
		return a.count(lo)
	}
	return a.say("%s to %s", "%s til %s", a.count(lo), a.count(hi))
}

// banded reports whether labels are bands in rising order, and not only single
// numbers such as years.
func banded(all []band) bool {
	if len(all) < 2 {
		return false
	}
	ranges := false
	for i, b := range all {
		ranges = ranges || !b.single
		if i > 0 && (b.lo < all[i-1].lo || all[i-1].endless) {
			return false
		}
	}
	return ranges
}
