package audit

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// breakdown checks that kinds reach the total they break down: some counted,
// the rest so many kinds with a few units each.
func (a *auditor) breakdown(c *Claim) {
	total, ok := parsePrinted(c.Value, false)
	if !ok || !total.point.IsInt() || total.loose || !total.point.Num().IsInt64() {
		return
	}
	want := total.point.Num().Int64()
	var named, bare int64
	for _, it := range c.items() {
		p, ok := parsePrinted(it.value, false)
		switch {
		case it.value == "":
			bare++
		case ok && p.point.IsInt() && p.point.Num().IsInt64():
			named += p.point.Num().Int64()
		}
	}
	lo, hi, few := a.each(c)
	if !few && bare > 0 {
		return // how many the rest have is not printed
	}
	parts, most := bare, bare
	if p, ok := parsePrinted(c.Parts, false); ok {
		if l, h, ok := rangeOf(p); ok {
			parts, most = l, h
		}
	}
	a.checked(RuleBreakdown)
	if most > 100_000 || hi > 100_000 {
		return
	}
	rest := want - named
	var cannot, can, edge []string
	for k := parts; k <= most; k++ {
		switch {
		case rest < k*lo || rest > k*hi:
			cannot = append(cannot, a.say("%d kinds give %s", "%d slags giver %s", k, a.countRange(named+k*lo, named+k*hi)))
		case lo < hi && k > 0 && (rest == k*lo || rest == k*hi):
			edge = append(edge, a.say("%d only if each has %d", "%d kun hvis hver har %d", k, rest/k))
		default:
			can = append(can, strconv.FormatInt(k, 10))
		}
		if len(cannot) > 20 {
			break
		}
	}
	if len(cannot)+len(edge) > 0 {
		sure := Impossible
		switch {
		case len(can) > 0:
			sure = ""
		case len(cannot) > 0 && len(edge) > 0:
			sure = Unlikely
		case len(edge) > 0:
			sure = Question
		}
		if sure != "" {
			a.find(c, RuleBreakdown, sure, a.say("%d in all, %d of named kinds, the rest %s each", "%d i alt, %d af nævnte slags, resten %s hver", want, named, orCount(c.Each, lo)),
				list(append(cannot, edge...)))
		}
	}
	if bare > 0 {
		a.named(c, parts, most, hi)
	}
}

// rangeOf is the whole numbers that a number or a range is, as printed.
func rangeOf(p printed) (lo, hi int64, ok bool) { return p.in.wholes() }

func orCount(words string, n int64) string {
	if words != "" {
		return words
	}
	return strconv.FormatInt(n, 10)
}

// each is how many units a kind has that is not counted.
func (a *auditor) each(c *Claim) (lo, hi int64, ok bool) {
	p, ok := parsePrinted(c.Each, false)
	if !ok {
		return 0, 0, false
	}
	lo, hi, ok = rangeOf(p)
	return lo, hi, ok
}

// named asks about kinds that are published by name with one or two units. Who
// they are is not repeated.
func (a *auditor) named(c *Claim, parts, most, each int64) {
	if most == 0 || organisations(c.Unit) {
		return
	}
	a.checked(RuleDisclosure)
	if each <= smallest {
		a.find(c, RuleDisclosure, Question, a.say("%s kinds are named that have %s each", "%s slags er nævnt, som har %s hver", a.countRange(parts, most), c.Each),
			a.say("kinds of one or two joined without their names", "slags med en eller to lagt sammen uden navne"))
	}
}

// smallest is the largest count that a reader may work back to a person.
const smallest = 2

// small asks about a count of people of one or two.
func (a *auditor) small(c *Claim) {
	p, ok := parsePrinted(c.Value, false)
	if !ok || organisations(c.Unit) {
		return
	}
	a.checked(RuleDisclosure)
	if _, hi, ok := p.in.wholes(); !ok || p.point.Sign() <= 0 || hi > smallest {
		return
	}
	a.find(c, RuleDisclosure, Question, strings.TrimSpace(p.text+" "+c.Unit), a.say("hidden, or joined with others", "skjult, eller lagt sammen med andre"))
}

// organisations reports whether a unit is no person's: offices, municipalities
// and firms may be counted one by one.
func organisations(unit string) bool {
	u := strings.ToLower(unit)
	return slices.ContainsFunc([]string{"jobcent", "kommune", "municipal", "virksomhed", "firm", "compan", "school", "skole", "office", "interview", "brancher", "industries", "arbejdsplads", "workplace"},
		func(s string) bool { return strings.Contains(u, s) })
}

var parted = regexp.MustCompile(`(?i)\s+(?:og|and|samt|with|med)\s+|[,/;]`)

// labels asks where one thing is counted in two breakdowns: by itself, or as
// one of several in a label. What is never a label by itself is a part of
// something, such as the neck of neck and shoulder.
func (a *auditor) labels() {
	where := map[string]map[string]*Claim{}
	alone := map[string]bool{} // labels that name one thing
	var broken int
	for _, c := range a.claims {
		if c.Kind != Breakdown {
			continue
		}
		broken++
		for _, it := range c.items() {
			alone[strings.ToLower(it.label)] = true
			for _, part := range parted.Split(it.label, -1) {
				part = strings.ToLower(strings.TrimSpace(part))
				if part == "" {
					continue
				}
				if where[part] == nil {
					where[part] = map[string]*Claim{}
				}
				where[part][c.ID] = c
			}
		}
	}
	if broken < 2 {
		return
	}
	a.checked(RuleLabel)
	together := map[string][]string{} // which breakdowns share, and what
	for _, label := range slices.Sorted(maps.Keys(where)) {
		in := where[label]
		if len(in) < 2 || !alone[label] {
			continue
		}
		ids := strings.Join(slices.Sorted(maps.Keys(in)), "\n")
		together[ids] = append(together[ids], label)
	}
	for _, key := range slices.Sorted(maps.Keys(together)) {
		ids := strings.Split(key, "\n")
		var places []string
		for _, id := range ids {
			places = append(places, a.by[id].place())
		}
		a.find(a.by[ids[0]], RuleLabel, Question, a.say("in several categories: %s (%s)", "i flere kategorier: %s (%s)", list(together[key]), strings.Join(places, "; ")),
			a.say("each kind in one category, or a rule that tells which", "hver slags i én kategori, eller en regel for hvilken"))
	}
}
