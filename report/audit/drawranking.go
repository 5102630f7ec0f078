package audit

import (
	"regexp"
	"strings"
)

const (
	mostWords  = `flest|hyppigste?|oftest|størst|største|højest|højeste|mest (?:brugte|anvendte|almindelige|udbredte|spillede|valgte|nævnte|populære)|most (?:common|frequent|often|popular|used|cited|chosen|important|widespread)|largest|biggest|highest|commonest`
	leastWords = `færrest|mindste|lavest|laveste|sjældnest|least (?:common|frequent|often|popular|used|cited|chosen|important)|smallest|lowest|fewest|rarest`
)

var (
	superlative = regexp.MustCompile(`(?i)\b(næst|second |third |tredje ?)?(?:(` + mostWords + `)|(` + leastWords + `))(?:\b|$)`)
	aLeast      = regexp.MustCompile(`(?i)(?:` + leastWords + `|bottom|nedre)`)
	sequence    = regexp.MustCompile(`(?i)\b(?:derefter|dernæst|efterfulgt|fulgt af|followed by|then|næst\p{L}+|second (?:most|largest|highest))\b`)
	ofFirst     = regexp.MustCompile(`(?i)\b(?:the )?(?:top (two|three|four|five|to|tre|fire|fem|[2-9])\b|(two|three|four|five|\bde to|tre|fire|fem)(?: \p{L}+)? (?:` + mostWords + `|` + leastWords + `)(?:\b|$))`)
	ofSeveral   = regexp.MustCompile(`(?i)(?:^|\s)(?:de|the)\s+(?:` + mostWords + `|` + leastWords + `)\s+\p{L}+\s+(?:er|are|var|were)\s+`)
	noRank      = regexp.MustCompile(`(?i)stigning|fald\b|forskel|vækst|ændring|increase|decrease|growth|difference|\bdrop\b|\bchange`)
	otherRow    = regexp.MustCompile(`(?i)^(?:andet|andre|anden|øvrige?|ved ikke|uoplyst|intet svar|other|others|don.t know|unknown|no answer|ingen|intet|none|no |nothing|mindst|nogen|at least|any|i alt|total|alle|all)\b`)
	rankTitle   = regexp.MustCompile(`(?i)\btop\b|\bnedre\b|\bbottom\b|med (?:de )?(?:højeste?|laveste?|største|mindste|flest|færrest)\b|with the (?:highest|lowest|largest|smallest|most|fewest)\b`)
)

var fewWords = map[string]int{"two": 2, "to": 2, "three": 3, "tre": 3, "four": 4, "fire": 4, "five": 5, "fem": 5, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8, "9": 9}

// longest is the length of a sentence, in bytes, in which numbers are taken to
// belong together.
const longest = 300

// rank draws what a sentence says is largest or smallest: shares told in order,
// and names that a table near it has numbers of.
func (d *drawer) rank(s, where string, at int, whole string) {
	first := superlative.FindString(s)
	if noRank.MatchString(s) || len(s) > longest {
		return
	}
	if shares := mentionsIn(s); first != "" && len(shares) > 1 && sequence.MatchString(s) && !strings.Contains(strings.ToLower(s), "enten") {
		c := d.add(Ranking, where, quoted(s), strings.ToLower(first+" … "+sequence.FindString(s)))
		for _, p := range shares {
			c.Of = append(c.Of, entry(p.label, p.value))
		}
	}
	d.lead(s, where)
	if m := ofFirst.FindStringSubmatchIndex(s); m != nil {
		k := fewWords[strings.TrimPrefix(strings.ToLower(s[max(m[2], m[4]):max(m[3], m[5])]), "de ")]
		d.placed(s, s[m[1]:], strings.ToLower(s[m[0]:m[1]]), k, where, at, whole)
		return
	}
	if m := ofSeveral.FindStringIndex(s); m != nil {
		if k := len(inList.Split(s[m[1]:], -1)); k > 1 {
			d.placed(s, s[m[1]:], strings.ToLower(strings.TrimSpace(s[m[0]:m[1]])), k, where, at, whole)
			return
		}
	}
	for _, clause := range clausesOf(s) {
		m := superlative.FindAllString(clause, 2)
		if len(m) == 1 {
			d.placed(s, clause, strings.ToLower(m[0]), 1, where, at, whole)
		}
	}
}

var (
	followedBy = regexp.MustCompile(`(?i)(` + percentIn + `)[^\p{L}\d]*(?:efterfulgt|fulgt|followed)\s+(?:af|by)\s+([^.;:%()]+)`)
	inList     = regexp.MustCompile(`,\s|\s(?:og|and|samt)\s`)
	properName = regexp.MustCompile(`\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)*`)
)

// lead draws a name with a share and the names that follow it, and holds it
// against the first ranking with the same name at its head.
func (d *drawer) lead(s, where string) {
	m := followedBy.FindStringSubmatchIndex(s)
	if m == nil {
		return
	}
	heads := properName.FindAllString(s[:m[0]], -1)
	var names []string
	for _, n := range inList.Split(strings.Trim(s[m[4]:m[5]], " ,"), -1) {
		if n = strings.TrimSpace(n); n == "" {
			continue
		}
		if properName.FindString(n) != n {
			return
		}
		names = append(names, n)
	}
	if len(heads) == 0 || len(names) < 2 {
		return
	}
	head := heads[len(heads)-1]
	c := d.add(Ranking, where, quoted(s), "")
	c.Of = append([]string{entry(head, s[m[2]:m[3]])}, names...)
	before, ok := d.leads[strings.ToLower(head)]
	if !ok {
		d.leads[strings.ToLower(head)] = c
		return
	}
	d.add(Same, where, quoted(s), "").Of = []string{before.ID, c.ID}
}

func clausesOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == ':' })
}

// placed draws the names in words that one table near it has, k of them.
func (d *drawer) placed(s, words, value string, k int, where string, at int, whole string) {
	t, rows := d.nearTable(at, whole, func(rows []item) bool { return len(labelsIn(rows, words)) == k })
	if t == nil {
		return
	}
	names := labelsIn(rows, words)
	c := d.add(Placed, where, quoted(s), value)
	for _, n := range names {
		c.Of = append(c.Of, n.label)
	}
	for _, r := range rows {
		if !otherRow.MatchString(r.label) {
			c.Of = append(c.Of, entry(r.label, r.value))
		}
	}
}

// labelsIn are the rows whose labels stand in words, in the order of the words
// as far as their first letters go.
func labelsIn(rows []item, words string) []item {
	var out []item
	for _, r := range rows {
		if !otherRow.MatchString(r.label) && labelled(r.label, words) {
			out = append(out, r)
		}
	}
	return out
}

// labelled reports whether a label stands in words, as it is or with another
// ending of three letters at most.
func labelled(label, words string) bool {
	label, words = strings.ToLower(strings.TrimSpace(label)), strings.ToLower(words)
	if len([]rune(label)) < 4 {
		return false
	}
	if standsIn(label, words) {
		return true
	}
	if strings.ContainsAny(label, " /,") {
		return false
	}
	for _, w := range word.FindAllString(words, -1) {
		short, long := label, w
		if len(short) > len(long) {
			short, long = long, short
		}
		if len([]rune(short)) >= 4 && len(long)-len(short) <= 3 && strings.HasPrefix(long, short) {
			return true
		}
	}
	return false
}

// farthest is how many blocks a table may be from a sentence that does not name
// it.
const farthest = 6

// nearTable finds the table that a paragraph names, or the nearest, whose one
// column of numbers has what is wanted.
func (d *drawer) nearTable(at int, whole string, wanted func([]item) bool) (*drawnTable, []item) {
	var best *drawnTable
	var rows []item
	named := mentions.FindAllStringSubmatch(whole, -1)
	for i := range d.tables {
		t := &d.tables[i]
		told := false
		for _, m := range named {
			told = told || strings.HasSuffix(t.name, " "+m[2])
		}
		away := max(t.at-at, at-t.at)
		if !told && (len(named) > 0 || away > farthest || best != nil && away >= max(best.at-at, at-best.at)) {
			continue
		}
		for _, b := range parts(t.rows) {
			columns := columnsOf(*t, b)
			if len(columns) == 0 || !wanted(columns[0].rows) {
				continue
			}
			best, rows = t, columns[0].rows
			for _, c := range columns {
				if c.shares {
					rows = c.rows
					break
				}
			}
			break
		}
	}
	return best, rows
}

// ranked draws the rankings that a table is, by its title: the highest, top 10.
func (d *drawer) ranked(t drawnTable) {
	m := rankTitle.FindString(t.title)
	if m == "" {
		return
	}
	for _, b := range parts(t.rows) {
		columns := columnsOf(t, b)
		if len(columns) != 1 || len(columns[0].rows) < 3 || !monotone(columns[0].rows) {
			continue
		}
		c := d.add(Ranking, t.name, t.title, m)
		for _, r := range columns[0].rows {
			if !totalRow.MatchString(r.label) {
				c.Of = append(c.Of, entry(r.label, r.value))
			}
		}
	}
}

func monotone(rows []item) bool {
	rising, falling := true, true
	for i := 1; i < len(rows); i++ {
		p, ok := parsePrinted(rows[i-1].value, true)
		q, read := parsePrinted(rows[i].value, true)
		if !ok || !read {
			return false
		}
		order := q.point.Cmp(p.point)
		rising, falling = rising && order >= 0, falling && order <= 0
	}
	return rising || falling
}
