package audit

import (
	"cmp"
	"math/big"
	"regexp"
	"slices"
	"strings"
)

var (
	dividedInto = regexp.MustCompile(`(?i)\b(` + countIn + `)\s+(\p{L}[^.;:()%\d]{0,60}?),?\s+(?:fordeler sig på|fordeler sig med|er fordelt på|består af|are divided into|is divided into|are made up of|is made up of|consists? of)\s`)
	ofThese     = regexp.MustCompile(`(?i)\b(` + countIn + `)\s+(\p{L}[^.;:()%\d]{0,60}?),?\s+(?:heraf|deraf|af disse|of these|of which|of whom|among them|blandt dem)\s`)
	asFollows   = regexp.MustCompile(`(?i)\b(` + countIn + `)\s+(\p{L}[^.;:()%\d]{0,60}?):\s+`)
	ofThemAll   = regexp.MustCompile(`^(?:Of|Af|Blandt|Among)\s+(?:the|de|alle|all)\s+(` + countIn + `)\s+(\p{L}[^.;:()%\d,]{0,60}?)(?:,|\s(?:er|har|var|are|have|were)\b)\s*`)
	countAlone  = regexp.MustCompile(`\b(` + countIn + `)\b`)
	noCount     = regexp.MustCompile(`(?i)%|pct\b|procent|per cent|percent|\d\s?[-–]\s?\d|\b(?:19|20)\d\d\b|\b(?:under|over|mere end|flere end|mindst|more than|less than|at least|older than|ca\.|about)\s+\d|\d\s*(?:år|years|timer|hours|dage|days|uger|weeks|kr|km)\b`)
	restWords   = regexp.MustCompile(`(?i)\b(?:resten|de øvrige|de resterende|the rest|the remaining|the others)\b`)
)

// part draws a total and the parts that a sentence gives of it.
func (d *drawer) part(s, where string) {
	for _, form := range []struct {
		as   *regexp.Regexp
		kind Kind
	}{{dividedInto, Whole}, {ofThese, Parts}, {ofThemAll, Parts}, {asFollows, Parts}} {
		m := form.as.FindStringSubmatchIndex(s)
		if m == nil {
			continue
		}
		rest := s[m[1]:]
		if noCount.MatchString(rest) || restWords.MatchString(rest) {
			return
		}
		total, ok := parsePrinted(s[m[2]:m[3]], false)
		counts := countAlone.FindAllStringIndex(rest, -1)
		if !ok || total.point.Sign() <= 0 || len(counts) < 2 {
			return
		}
		sum, of := rat(0), []string(nil)
		for i, k := range counts {
			p, ok := parsePrinted(rest[k[0]:k[1]], false)
			if !ok {
				return
			}
			end := len(rest)
			if i+1 < len(counts) {
				end = counts[i+1][0]
			}
			sum.Add(sum, p.point)
			of = append(of, entry(firstClause(rest[k[1]:end]), rest[k[0]:k[1]]))
		}
		// Parts that are told without saying that they are all may overlap or be
		// some; near the total they are meant to make it.
		of10 := new(big.Rat).Quo(new(big.Rat).Mul(sum, rat(10)), total.point)
		if form.kind == Parts && (of10.Cmp(rat(9)) < 0 || of10.Cmp(rat(11)) > 0) {
			return
		}
		c := d.add(form.kind, where, quoted(s), s[m[2]:m[3]])
		c.Unit, c.Of = strings.ToLower(s[m[4]:m[5]]), of
		return
	}
}

// ages draws shares of bands that reach from below to above, such as under 40,
// 40-59, 60 or older.
func (d *drawer) ages(s, where string) {
	type share struct {
		band
		value string
	}
	var all []share
	for _, m := range mentionsIn(s) {
		b, ok := bandIn(m.label)
		if !ok {
			return
		}
		all = append(all, share{b, m.value})
	}
	if len(all) < 3 {
		return
	}
	slices.SortStableFunc(all, func(x, y share) int { return cmp.Compare(x.first(), y.first()) })
	var read []band
	for _, b := range all {
		read = append(read, b.band)
	}
	if first, last := read[0], read[len(read)-1]; !(first.hiOpen && first.lo == 0) || !last.endless || !banded(read) {
		return
	}
	parts, bands := d.add(Parts, where, quoted(s), ""), d.add(Bands, where, quoted(s), "")
	for _, b := range all {
		parts.Of = append(parts.Of, entry(b.label, b.value))
		bands.Of = append(bands.Of, b.label)
	}
}

// bandIn finds a band of more than one number in a few words.
func bandIn(words string) (band, bool) {
	all := strings.Fields(strings.NewReplacer(";", ",", "=", "-").Replace(words))
	for i := range all {
		if i > 6 {
			break
		}
		b, ok := parseBand(strings.Trim(strings.Join(all[i:min(len(all), i+8)], " "), ".,;:()"))
		if ok && !b.single {
			return b, true
		}
	}
	return band{}, false
}

var (
	atLeastOne = regexp.MustCompile(`(?i)\b(?:mindst (?:én|et|ét|en)(?: eller flere)? af|mindst (?:én|ét)\b|en eller begge|ét eller begge|den ene eller den anden|at least one|one or both|one or the other|either or both|one or more of)`)
	oneOrOther = regexp.MustCompile(`(?i)(\p{L}{3,})\s+(?:eller|or)\s+(?:an? |the |en |et |den |det |i |in |med |with )*(\p{L}{3,})`)
	ofTheTwo   = regexp.MustCompile(`(?i)af delene|of the two|begge|both|the other|den anden`)
)

// union draws the share of those with at least one of several answers, and
// reports whether there is one.
func (d *drawer) union(s, where string) bool {
	all := mentionsIn(s)
	if len(all) < 3 || len(s) > longest {
		return false
	}
	at := -1
	if m := atLeastOne.FindStringIndex(s); m != nil {
		for i, p := range all {
			if at < 0 || distance(p, m[0]) < distance(all[at], m[0]) {
				at = i
			}
		}
	} else {
		last := all[len(all)-1]
		m := oneOrOther.FindStringSubmatch(s[last.to:])
		before := strings.ToLower(s[:last.from])
		if m == nil || !strings.Contains(before, strings.ToLower(m[1])) || !strings.Contains(before, strings.ToLower(m[2])) {
			return false
		}
		all = all[len(all)-3:]
		at = 2
	}
	of := all[:at]
	if ofTheTwo.MatchString(s) && len(of) > 2 {
		of = of[len(of)-2:]
	}
	if len(of) < 2 {
		return false
	}
	c := d.add(Union, where, quoted(s), all[at].value)
	for _, p := range of {
		c.Of = append(c.Of, entry(p.label, p.value))
	}
	return true
}

func distance(p mention, at int) int {
	if at < p.from {
		return p.from - at
	}
	return max(0, at-p.to)
}
