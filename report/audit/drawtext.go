package audit

import (
	"regexp"
	"slices"
	"strings"

	"stikprove/survey"
)

const (
	countIn   = `\d{1,3}(?:[.,]\d{3})+|\d{1,6}`
	percentIn = `\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|pct\.?|procent|per cent|percent)`
)

var (
	sentences   = regexp.MustCompile(`[.!?:;](?:\s+|$)`)
	anyPercent  = regexp.MustCompile(`(?i)` + percentIn)
	rangeBefore = regexp.MustCompile(`\d\s?(?:%|pct\.?)?\s?[–-]\s?$|(?:\bto|\btil|mellem \d+ og|between \d+ and)\s$`)
	countOf     = regexp.MustCompile(`(?i)\b(` + countIn + `)\s+(?:ud af|af|out of|of)\s+(?:de |the |i alt |in all )?(` + countIn + `)\b[^()%.]{0,40}?\((` + percentIn + `)\)`)
	ofCount     = regexp.MustCompile(`(?i)(` + percentIn + `)\s*\((` + countIn + `)\s+(?:ud af|af|out of|of)\s+(?:de |the )?(` + countIn + `)\b`)
	withShare   = regexp.MustCompile(`(?i)\b(` + countIn + `)\s+([\p{L}-]{4,})\s*\((` + percentIn + `)\)`)
	ofBase      = regexp.MustCompile(`(?i)(` + percentIn + `)\s+(?:af|of)\s+(?:de|the)\s+(` + countIn + `)\s+\p{L}`)
	inBrackets  = regexp.MustCompile(`(?i)\((` + percentIn + `)\)`)
	wordBefore  = regexp.MustCompile(`(?i)\b((?:knap |godt |ca\. |about |just under |just over |nearly |almost |mere end |more than )?(?:` + fractionWords() + `))\b[^()%.,;]{0,60}$`)
	together    = regexp.MustCompile(`(?i)\b(?:sammenlagt|tilsammen|i alt|altogether|together|in all|in total|combined)\b[^%.]{0,30}?(` + percentIn + `)`)
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

// told is a sentence with one percentage, by its words.
type told struct {
	key   string
	value string
	claim *Claim
}

// text draws what a paragraph says.
func (d *drawer) text(b block, at int) {
	for _, s := range split(b.text) {
		d.sentence(s, b.place, at, b.text)
	}
}

// split parts a text into sentences; an abbreviation's full stop, which a small
// letter or a number follows, does not end one.
func split(text string) []string {
	var out []string
	from := 0
	for _, m := range sentences.FindAllStringIndex(text, -1) {
		rest := []rune(text[m[1]:])
		if text[m[0]] == '.' && len(rest) > 0 && (strings.ToLower(string(rest[0])) == string(rest[0])) {
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
	for _, m := range inBrackets.FindAllStringSubmatchIndex(s, -1) {
		words := lastWord(s[:m[0]])
		if words == "" {
			continue
		}
		p := d.add(Percentage, where, quoted(s), s[m[2]:m[3]])
		w := d.add(Words, where, quoted(s), strings.ToLower(words))
		w.Of = []string{p.ID}
		done[p.Value] = true
	}
	if m := onlyFew.FindString(s); m != "" {
		d.add(Count, where, d.words.say("a count of one or two", "et antal på en eller to"), "1-2")
	}
	shares := percentsIn(s)
	if m := together.FindStringSubmatch(s); m != nil && len(shares) > 2 && shares[len(shares)-1] == m[1] {
		c := d.add(Sum, where, quoted(s), m[1])
		for i, p := range shares[:len(shares)-1] {
			c.Of = append(c.Of, string(rune('a'+i%26))+" = "+p)
		}
		return
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
	d.held(claim, s, at, whole)
}

// quoted is the beginning of a sentence, to find it by.
func quoted(s string) string {
	words := strings.Fields(s)
	if len(words) > 8 {
		words = append(words[:8:8], "…")
	}
	return strings.NewReplacer(";", ",", "=", "-").Replace(strings.Join(words, " "))
}

// percentsIn are the percentages of a sentence, the ends of ranges left out.
func percentsIn(s string) []string {
	var out []string
	for _, m := range anyPercent.FindAllStringIndex(s, -1) {
		if rangeBefore.MatchString(s[:m[0]]) || m[0] > 0 && strings.ContainsRune("0123456789.,", rune(s[m[0]-1])) {
			continue
		}
		out = append(out, s[m[0]:m[1]])
	}
	return out
}

// small words, that do not tell two facts apart.
var smallWords = map[string]bool{"og": true, "the": true, "der": true, "som": true, "and": true, "that": true, "har": true, "have": true, "has": true, "det": true, "den": true, "de": true,
	"er": true, "are": true, "is": true, "of": true, "af": true, "i": true, "in": true, "a": true, "en": true, "et": true, "at": true, "to": true, "for": true, "udgør": true, "make": true, "up": true,
	"pct": true, "procent": true, "per": true, "cent": true, "percent": true, "about": true, "ca": true, "omkring": true}

// keyOf is the words of a sentence without its percentage, in order of the
// alphabet.
func keyOf(s, percent string) string {
	var words []string
	for _, w := range word.FindAllString(strings.ToLower(strings.Replace(s, percent, " ", 1)), -1) {
		if !smallWords[w] {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// twice draws the same sentence with one percentage, told again.
func (d *drawer) twice() {
	first := map[string]*told{}
	for i := range d.told {
		t := &d.told[i]
		if strings.Count(t.key, " ") < 1 || ofSection.MatchString(t.key) {
			continue
		}
		before := first[t.key]
		if before == nil {
			first[t.key] = t
			continue
		}
		d.add(Same, t.claim.Where, t.claim.What, "").Of = []string{before.claim.ID, t.claim.ID}
	}
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

// held holds a sentence against the row of a table that it tells of: one table
// that the paragraph names, and one label in the sentence.
func (d *drawer) held(claim *Claim, s string, at int, whole string) {
	lower := strings.ToLower(s)
	for _, m := range mentions.FindAllStringSubmatch(whole, -1) {
		for _, t := range d.tables {
			if !strings.HasSuffix(t.name, " "+m[2]) {
				continue
			}
			label, cells := t.rowIn(lower)
			if label == "" {
				continue
			}
			p, ok := parsePrinted(claim.Value, true)
			if !ok {
				continue
			}
			same := d.add(Same, claim.Where, claim.What, "")
			same.Of = []string{claim.ID, t.name + ", " + label + " = " + nearest(cells, p)}
			return
		}
	}
}

// rowIn finds the one row whose label stands in a sentence, and its
// percentages.
func (t drawnTable) rowIn(sentence string) (label string, cells []string) {
	for _, b := range parts(t.rows) {
		shares := map[int]bool{}
		for _, c := range columnsOf(t, b) {
			shares[c.number] = c.shares
		}
		for _, row := range b.rows {
			l := strings.ToLower(strings.TrimSpace(row[0]))
			if len([]rune(l)) < 4 || !standsIn(l, sentence) {
				continue
			}
			if label != "" {
				if len(row[0]) <= len(label) {
					continue
				}
				cells = nil
			}
			label = strings.NewReplacer(";", ",", "=", "-", ":", "").Replace(row[0])
			for k, cell := range row[1:] {
				head := ""
				for _, h := range b.head {
					if k+1 < len(h) {
						head += " " + h[k+1]
					}
				}
				isShare := shares[k+1] || strings.HasSuffix(cell, "%") || shareHead.MatchString(head) || shareHead.MatchString(t.title) && !countHead.MatchString(strings.TrimSpace(head))
				if isShare && !errorHead.MatchString(head) && bareCell.MatchString(cell) {
					cells = append(cells, strings.TrimSpace(strings.TrimSuffix(cell, "%"))+" %")
				}
			}
		}
	}
	if len(cells) == 0 {
		return "", nil
	}
	return label, cells
}

// standsIn reports whether a label stands in a text as whole words.
func standsIn(label, text string) bool {
	i := strings.Index(text, label)
	if i < 0 {
		return false
	}
	letter := regexp.MustCompile(`^\p{L}`)
	last := regexp.MustCompile(`\p{L}$`)
	return !last.MatchString(text[:i]) && !letter.MatchString(text[i+len(label):])
}

// nearest is the cell that the text may mean: one that says the same, or the
// first.
func nearest(cells []string, p printed) string {
	for _, cell := range cells {
		if q, ok := parsePrinted(cell, true); ok && q.in.meets(p.in) {
			return cell
		}
	}
	return cells[0]
}
