package audit

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"stikprove/survey"
)

const (
	countIn   = `\d{1,3}(?:[.,]\d{3})+|\d{1,6}`
	percentIn = `(?:\b(?:knap|godt|næsten|omkring|cirka|over|under|mindst|højst|mere end|mindre end|about|around|roughly|nearly|almost|some|below|above|at least|at most|just under|just over|more than|less than|ca\.?|lidt over|lidt under) )?\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|pct\.?|procent|per cent|percent)`
)

var (
	sentences   = regexp.MustCompile(`[.!?](?:\s+|$)`)
	anyPercent  = regexp.MustCompile(`(?i)` + percentIn)
	rangeBefore = regexp.MustCompile(`\d\s?(?:%|pct\.?)?\s?[–-]\s?$|(?:\bto|\btil|mellem \d+ og|between \d+ and)\s$`)
	countOf     = regexp.MustCompile(`(?i)\b(` + countIn + `)\s+(?:ud af|af|out of|of)\s+(?:de |the |i alt |in all )?(` + countIn + `)\b[^()%.]{0,40}?\((` + percentIn + `)\)`)
	ofCount     = regexp.MustCompile(`(?i)(` + percentIn + `)\s*\((` + countIn + `)\s+(?:ud af|af|out of|of)\s+(?:de |the )?(` + countIn + `)\b`)
	withShare   = regexp.MustCompile(`(?i)\b(` + countIn + `)\s+([\p{L}-]{4,})\s*\((` + percentIn + `)\)`)
	ofBase      = regexp.MustCompile(`(?i)(` + percentIn + `)\s+(?:af|of)\s+(?:(?:de|the|alle|all|i alt)\s+)?(` + countIn + `)\s+\p{L}`)
	inBrackets  = regexp.MustCompile(`(?i)\((` + percentIn + `)(?:\s(?:af|of)\s[^()]{1,60})?\)`)
	wordBefore  = regexp.MustCompile(`(?i)\b((?:knap |godt |ca\. |about |just under |just over |nearly |almost |mere end |more than )?(?:` + fractionWords() + `))\b(?:[^()%.,;]|\d\.){0,60}$`)
	together    = regexp.MustCompile(`(?i)\b(?:sammenlagt|tilsammen|i alt|altogether|together|in all|in total|combined)\b[^%.]{0,30}?(` + percentIn + `)`)
	majority    = regexp.MustCompile(`(?i)\b((?:langt )?(?:de fleste|hovedparten|flertallet)|the (?:great )?majority|most|(?:nearly|almost|næsten|stort set) (?:all|every|everybody|alle|samtlige))\b([^()%.,;]{0,30})\(` + percentIn + `\)\s*(\p{L}*)`)
	orWords     = regexp.MustCompile(`(?i)\b(?:eller|or|og|and)\b`)
	onlyFew     = regexp.MustCompile(`(?i)\b(?:1 eller 2|en eller to|et eller to|one or two|1 or 2|1-2)\s+(?:sager|personer|borgere|svar|cases|persons|people|patients|employees|ansatte|medarbejdere|respondents)\b`)
	mentions    = regexp.MustCompile(`(?i)\b(tabel|table)\s+(\d{1,3})\b`)
	// What is said of the largest, or of those who do not know, is of the question
	// that the section is about.
	ofSection = regexp.MustCompile(`\b(?:ved|don|største|mindste|flest|færrest|largest|smallest|most|fewest)\b`)
	word      = regexp.MustCompile(`[\p{L}]+|\d+`)
)

// fractionWords is every fraction word as a pattern, longest first.
func fractionWords() string {
	var all []string
	for w := range fractions {
		if f := fractions[w]; f[0] > 0 && f[0] < f[1] { // a majority may be of several shares
			all = append(all, regexp.QuoteMeta(w))
		}
	}
	slices.SortFunc(all, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return strings.Join(all, "|")
}

// lastWord is the last fraction word before a bracket, in the same clause.
func lastWord(before string) string {
	out := ""
	for {
		m := wordBefore.FindStringSubmatchIndex(before)
		if m == nil {
			return out
		}
		out = before[m[2]:m[3]]
		before = before[m[3]:] // there may be a later one
	}
}

// text draws what a paragraph says.
func (d *drawer) text(b block, at int) {
	before := ""
	for _, s := range split(b.text) {
		drawn := len(d.claims)
		d.sentence(s, b.place, at, b.text)
		d.response(s, before, b.place)
		if !d.kindsIn(s, b.place) {
			d.few(s, b.place)
		}
		d.part(s, b.place)
		d.ages(s, b.place)
		d.rank(s, b.place, at, b.text)
		d.times(s, b.place, d.claims[drawn:])
		before = s
	}
}

// split parts a text into sentences; an abbreviation's full stop, which a small
// letter or a number follows, does not end one.
func split(text string) []string {
	var out []string
	from := 0
	for _, m := range sentences.FindAllStringIndex(text, -1) {
		rest := []rune(text[m[1]:])
		if text[m[0]] == '.' && len(rest) > 0 && !begins(text[:m[0]], rest[0]) {
			continue
		}
		out = append(out, strings.TrimSpace(text[from:m[1]]))
		from = m[1]
	}
	if rest := strings.TrimSpace(text[from:]); rest != "" {
		out = append(out, rest)
	}
	return out
}

var abbreviated = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:ca|pct|nr|kap|kl|stk|mio|mia|jf|bl|afs|approx|no|nos|vol|fig|tab|pp?|s|anm|\d+)$`)

// begins reports whether a sentence can begin with r after before and a full
// stop.
func begins(before string, r rune) bool {
	if unicode.IsDigit(r) {
		return !abbreviated.MatchString(before)
	}
	return unicode.IsUpper(r) || unicode.ToLower(r) != r
}

func (d *drawer) sentence(s, where string, at int, whole string) {
	done := map[string]bool{}
	for _, m := range countOf.FindAllStringSubmatch(s, -1) {
		c := d.add(Percentage, where, quoted(s), m[3])
		c.Count, c.Base = m[1], m[2]
		done[m[3]] = true
	}
	for _, m := range ofCount.FindAllStringSubmatch(s, -1) {
		c := d.add(Percentage, where, quoted(s), m[1])
		c.Count, c.Base = m[2], m[3]
		done[m[1]] = true
	}
	for _, m := range withShare.FindAllStringSubmatch(s, -1) {
		if done[m[3]] {
			continue
		}
		c := d.add(Percentage, where, quoted(s), m[3])
		c.Count, c.Base, c.Unit = m[1], "", strings.ToLower(m[2])
		done[m[3]] = true
	}
	for _, m := range ofBase.FindAllStringSubmatch(s, -1) {
		if !done[m[1]] {
			d.add(Percentage, where, quoted(s), m[1]).Base = m[2]
			done[m[1]] = true
		}
	}
	if m := beforeShare.FindStringSubmatch(s); m != nil && !done[m[2]] && len(anyPercent.FindAllString(s, 2)) == 1 {
		d.add(Percentage, where, quoted(s), m[2]).Base = m[1]
		done[m[2]] = true
	}
	for _, m := range inBrackets.FindAllStringSubmatchIndex(s, -1) {
		words := lastWord(s[:m[0]])
		for _, w := range majority.FindAllStringSubmatchIndex(s, -1) {
			// Several shares together may be the majority.
			if words == "" && w[5] == m[0] && !orWords.MatchString(s[w[4]:w[5]]) && !orWords.MatchString(s[w[6]:w[7]]) {
				words = s[w[2]:w[3]]
			}
		}
		if words == "" {
			continue
		}
		p := d.add(Percentage, where, quoted(s), s[m[2]:m[3]])
		w := d.add(Words, where, quoted(s), strings.ToLower(words))
		w.Of = []string{p.ID}
		done[p.Value] = true
	}
	if d.union(s, where) {
		return
	}
	var shares []string
	for _, p := range mentionsIn(s) {
		shares = append(shares, p.value)
	}
	if m := together.FindStringSubmatch(s); m != nil && len(shares) > 2 && shares[len(shares)-1] == m[1] {
		c := d.add(Sum, where, quoted(s), m[1])
		for i, p := range shares[:len(shares)-1] {
			c.Of = append(c.Of, string(rune('a'+i%26))+" = "+p)
		}
		return
	}
	if len(shares) == 0 {
		d.toldInWords(s, where)
	}
	if len(shares) != 1 || len(anyPercent.FindAllString(s, 2)) > 1 {
		return
	}
	p := shares[0]
	var claim *Claim
	for _, c := range d.claims[max(0, len(d.claims)-20):] { // those just drawn of the sentence
		if c.Kind == Percentage && c.Where == where && c.What == survey.MaskCPR(quoted(s)) && c.Value == p {
			claim = c
		}
	}
	if claim == nil {
		claim = d.add(Percentage, where, quoted(s), p)
	}
	d.told = append(d.told, told{key: keyOf(s, p), value: p, claim: claim})
	if !d.summed(claim, s, at, whole) {
		d.held(claim, s, whole)
	}
}

// quoted is the beginning of a sentence, to find it by.
func quoted(s string) string {
	words := strings.Fields(s)
	if len(words) > 8 {
		words = append(words[:8:8], "…")
	}
	return strings.NewReplacer(";", ",", "=", "-").Replace(strings.Join(words, " "))
}

// bases gives shares with a count of one thing the base that is not printed.
func (d *drawer) bases() {
	by := map[string][]*Claim{}
	var units []string
	for _, c := range d.claims {
		if c.Kind != Percentage || c.Count == "" || c.Base != "" {
			continue
		}
		if by[c.Unit] == nil {
			units = append(units, c.Unit)
		}
		by[c.Unit] = append(by[c.Unit], c)
	}
	for _, u := range units {
		if len(by[u]) < 2 {
			continue
		}
		b := d.add(Base, by[u][0].Where, d.words.say("all %s?", "alle %s?", u), "")
		for _, c := range by[u] {
			c.Base = b.ID
		}
	}
}
