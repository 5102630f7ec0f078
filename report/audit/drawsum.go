package audit

import (
	"regexp"
	"slices"
	"strings"
)

var (
	togetherWord = regexp.MustCompile(`(?i)\b(?:sammenlagt|tilsammen|til sammen|altogether|together|combined|in total|i alt)\b`)
	oneHour      = strings.NewReplacer("an hour", "60 minutes", "en time", "60 minutter", "a week", "1 week", "en uge", "1 uge", "a month", "1 month", "en måned", "1 måned")
)

// summed draws a share that is of several rows of a table: those it names
// together, or those of bands up to a limit or from one. It reports whether
// there is one.
func (d *drawer) summed(claim *Claim, s string, at int, whole string) bool {
	words := strings.Replace(s, claim.Value, " ", 1)
	if togetherWord.MatchString(s) {
		t, rows := d.nearTable(at, whole, func(rows []item) bool { return len(labelsIn(rows, words)) > 1 })
		if t != nil {
			return d.sumOfRows(claim, s, labelsIn(rows, words), rows)
		}
		return false
	}
	limit, unit, ok := limitIn(words)
	if !ok {
		return false
	}
	t, rows := d.nearTable(at, whole, func(rows []item) bool {
		in := rowsWithin(limit, unit, rows)
		return len(in) > 1 && len(in) < len(rows)
	})
	if t == nil {
		return false
	}
	return d.sumOfRows(claim, s, rowsWithin(limit, unit, rows), rows)
}

// sumOfRows draws what rows of shares add up to.
func (d *drawer) sumOfRows(claim *Claim, s string, in, all []item) bool {
	sum := rat(0)
	for _, r := range all {
		if p, ok := parsePrinted(r.value, true); ok {
			sum.Add(sum, p.point)
		}
	}
	if sum.Cmp(rat(110)) > 0 { // counts, or several answers
		return false
	}
	c := d.add(Sum, claim.Where, quoted(s), claim.Value)
	for _, r := range in {
		c.Of = append(c.Of, entry(r.label, strings.TrimSpace(strings.TrimSuffix(r.value, "%"))+" %"))
	}
	return true
}

// limitIn finds a band with one end, such as "3 days or less", and its unit.
func limitIn(s string) (band, string, bool) {
	all := strings.Fields(oneHour.Replace(strings.ToLower(s)))
	for i := range all {
		for j := min(len(all), i+6); j > i+1; j-- {
			text := strings.Trim(strings.Join(all[i:j], " "), ".,;:()")
			if b, ok := parseBand(text); ok && !b.single && (b.endless || b.lo == 0) {
				for _, w := range word.FindAllString(text[strings.IndexAny(text, "0123456789"):], 2) {
					if len(w) > 1 && !strings.ContainsAny(w, "0123456789") {
						return b, w, true
					}
				}
			}
		}
	}
	return band{}, "", false
}

// rowsWithin are the rows whose bands lie within a limit; nil where one lies on
// both sides of it, or where rows are of something else.
func rowsWithin(limit band, unit string, rows []item) []item {
	var in []item
	same, read := false, 0
	for _, r := range rows {
		same = same || slices.Contains(word.FindAllString(strings.ToLower(r.label), -1), unit)
		b, ok := parseBand(r.label)
		if !ok {
			continue
		}
		read++
		last, closed := b.last()
		switch top, ends := limit.last(); {
		case limit.endless && b.first() >= limit.first(), !limit.endless && ends && closed && last <= top:
			in = append(in, r)
		case limit.endless && closed && last <= limit.first(), !limit.endless && b.first() > top:
		default:
			return nil
		}
	}
	if !same || read < 3 {
		return nil
	}
	return in
}
