package audit

import (
	"regexp"
	"strings"
)

var (
	responseRate = regexp.MustCompile(`(?i)\b(?:svarprocent\p{L}*|response rate|besvarelsesprocent\p{L}*)[^.%\d]{0,30}(` + percentIn + `)`)
	ofThemShare  = regexp.MustCompile(`(?i)\d\s+(?:af dem|of them|of whom)\b[^.%\d]{0,60}?(` + percentIn + `)`)
	beforeShare  = regexp.MustCompile(`(?i)^(?:of|among|af|blandt|hos)\s+(?:de |the |alle |all )?(` + countIn + `)\s+\p{L}[^.%\d]*?(` + percentIn + `)`)
	ofEverybody  = regexp.MustCompile(`(?i)(` + percentIn + `)\s+(?:af|of)\s+(samtlige|alle|all(?: the)?|every)\s+(\p{L}{4,})`)
	answeredWord = regexp.MustCompile(`(?i)\b(?:svaret|besvaret|besvarede|svarede|answered|responded|replied|returned)\b`)
	answeredOf   = regexp.MustCompile(`(?i)\b(?:of|af)\s+(?:the|de)\s+(` + countIn + `)\s+(\p{L}{4,})[^.%\d]{0,30}?(` + countIn + `)\s+(?:\p{L}+\s)?(?:svaret|besvaret|svarede|answered|responded|replied)`)
	inAll        = regexp.MustCompile(`(?i)\b(?:i alt|in all|in total|altogether)\b[^.%\d]{0,25}?\b(` + countIn + `)\s+(\p{L}{4,})`)
	largeCount   = regexp.MustCompile(`(\d{1,3}(?:[.,]\d{3})+)\s+(?:(?:§|new|nye|different|forskellige)\s*(?:\d{1,3})?\s*-?\s*)?(\p{Ll}{4,})`) // a name is no unit
	fewEnglish   = regexp.MustCompile(`(?i)(?:^|[\s(])(?:(?:only one|one|1|a single) (employee|pupil|student|patient|respondent|passenger|crew member|member of the crew|member of staff|resident|customer|teacher|woman|child)|(?:two|2) (employees|people|persons|pupils|students|patients|respondents|passengers|crew members|members of the crew|members of staff|residents|customers|teachers|women|men|children))\b`)
	fewDanish    = regexp.MustCompile(`(?i)(?:^|[\s(])(?:(?:én|kun en|1|en enkelt) (person|borger|elev|studerende|patient|ansat|medarbejder|respondent|passager|beboer|kunde|lærer|underviser|kvinde|mand|dreng|pige)|(?:to|2) (personer|borgere|elever|studerende|patienter|ansatte|medarbejdere|respondenter|passagerer|beboere|kunder|lærere|undervisere|kvinder|mænd|børn))(?:[^\p{L}]|$)`)
	withFew      = regexp.MustCompile(`(?i)\s(?:med|with|har|have|has|having)\s+(?:én|ét|to|one|two|1|2)\s+(?:børn|barn|children|child)`)
	whoSpoke     = regexp.MustCompile(`(?i)interview|fokusgruppe|focus group|delt(?:og|ager)|participat|ud af|out of`)
)

// response draws a response rate with the two counts told with it, in the same
// sentence or in the one before.
func (d *drawer) response(s, before, where string) {
	m := responseRate.FindStringSubmatch(s)
	if m == nil {
		if m = ofThemShare.FindStringSubmatch(s); m != nil {
			s, before = before+" "+s, ""
		}
	}
	if m == nil {
		return
	}
	for _, text := range []string{s, before} {
		var counts []string
		for _, k := range countAlone.FindAllStringIndex(anyPercent.ReplaceAllString(text, ""), -1) {
			counts = append(counts, anyPercent.ReplaceAllString(text, "")[k[0]:k[1]])
		}
		if len(counts) != 2 {
			continue
		}
		x, ok := parsePrinted(counts[0], false)
		y, read := parsePrinted(counts[1], false)
		if !ok || !read || x.point.Cmp(y.point) == 0 {
			return
		}
		if x.point.Cmp(y.point) < 0 {
			counts[0], counts[1] = counts[1], counts[0]
		}
		c := d.add(Percentage, where, quoted(s), m[1])
		c.Base, c.Count = counts[0], counts[1]
		return
	}
}

// everybody draws a share of all of a unit, where the report tells how many of
// them answered.
func (d *drawer) everybody(blocks []block) {
	answered := map[string]*Claim{} // by unit
	for _, c := range d.claims {
		if c.Kind == Percentage && c.Count != "" && c.Unit != "" && answeredWord.MatchString(c.What) && answered[c.Unit] == nil {
			answered[c.Unit] = c
		}
	}
	for _, b := range blocks {
		if b.kind != paragraph {
			continue
		}
		for _, s := range split(b.text) {
			if m := answeredOf.FindStringSubmatch(s); m != nil && answered[strings.ToLower(m[2])] == nil {
				k, ok := parsePrinted(m[3], false)
				n, read := parsePrinted(m[1], false)
				if ok && read && n.point.Sign() > 0 && k.point.Cmp(n.point) < 0 {
					c := d.add(Count, b.place, quoted(s), m[3])
					c.Base, c.Unit = m[1], strings.ToLower(m[2])
					answered[c.Unit] = c
				}
			}
		}
	}
	for _, b := range blocks {
		if b.kind != paragraph {
			continue
		}
		for _, s := range split(b.text) {
			for _, m := range ofEverybody.FindAllStringSubmatch(s, -1) {
				of := answered[strings.ToLower(m[3])]
				if of == nil || of.Value == m[1] {
					continue
				}
				c := d.add(Percentage, b.place, quoted(s), m[1])
				c.Worded, c.Base = m[2]+" "+m[3], of.ID
			}
		}
	}
}

// few draws counts of one or two people.
func (d *drawer) few(s, where string) {
	if onlyFew.MatchString(s) {
		d.add(Count, where, d.words.say("a count of one or two", "et antal på en eller to"), "1-2")
		return
	}
	if whoSpoke.MatchString(s) {
		return
	}
	s = withFew.ReplaceAllString(s, " ") // families with two children are no two people
	for _, form := range []*regexp.Regexp{fewEnglish, fewDanish} {
		m := form.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		value := "1"
		if m[2] != "" {
			value = "2"
		}
		c := d.add(Count, where, quoted(s), value)
		c.Unit = strings.ToLower(m[1] + m[2])
		return
	}
}

// totals draws totals of one thing, and asks whether those told in one another's
// words are the same.
func (d *drawer) totals(blocks []block) {
	type total struct {
		words map[string]bool
		claim *Claim
	}
	by := map[string][]total{}
	for _, b := range blocks {
		if b.kind != paragraph {
			continue
		}
		for _, s := range split(b.text) {
			m := inAll.FindStringSubmatch(s)
			if m == nil {
				continue
			}
			words := map[string]bool{}
			for _, w := range strings.Fields(keyOf(s, m[1])) {
				words[w] = true
			}
			c := d.add(Count, b.place, quoted(s), m[1])
			c.Unit = strings.ToLower(m[2])
			for _, before := range by[c.Unit] {
				if within(words, before.words) || within(before.words, words) {
					d.add(Same, b.place, quoted(s), "").Of = []string{before.claim.ID, c.ID}
					break
				}
			}
			by[c.Unit] = append(by[c.Unit], total{words, c})
		}
	}
}

// units draws one large number that is told of two things.
func (d *drawer) units(blocks []block) {
	first := map[string]*Claim{}
	asked := map[string]bool{}
	for _, b := range blocks {
		if b.kind != paragraph && b.kind != note {
			continue
		}
		var found [][]string
		for _, s := range split(b.text) {
			if len(s) <= longest { // not the rows of a table
				found = append(found, largeCount.FindAllStringSubmatch(s, -1)...)
			}
		}
		for _, m := range found {
			number, unit := strings.ReplaceAll(m[1], ",", "."), m[2]
			if len(strings.Trim(number, ".0")) < 2 || moneyWords.MatchString(unit) {
				continue
			}
			before := first[number]
			if before != nil && (asked[number] || labelled(before.Unit, unit)) {
				continue
			}
			c := &Claim{Kind: Count, Where: b.place, What: quoted(b.text), Value: m[1], Unit: unit}
			if before == nil {
				first[number] = c
				continue
			}
			asked[number] = true
			x, y := d.add(Count, before.Where, before.What, before.Value), d.add(Count, c.Where, c.What, c.Value)
			x.Unit, y.Unit = before.Unit, unit
			d.add(Same, c.Where, c.What, "").Of = []string{x.ID, y.ID}
		}
	}
}

var moneyWords = regexp.MustCompile(`^(?:kroner|million|mio|euro|dollar|pound)`)

func within(some, all map[string]bool) bool {
	for w := range some {
		if !all[w] {
			return false
		}
	}
	return len(some) > 1
}
