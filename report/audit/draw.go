package audit

import (
	"fmt"
	"regexp"
	"strings"

	"stikprove/survey"
)

// drawer draws claims from the blocks of a report.
type drawer struct {
	words  *auditor // of the language that claims are described in
	claims []*Claim
	tables []drawnTable
	told   []told
	styles map[string]int
	order  []string // of the styles, as they are met
	titles map[string]string
	leads  map[string]*Claim // rankings in the text, by the name at their head
}

// drawnTable is a table under its caption and above its notes.
type drawnTable struct {
	block
	name  string // Table 3, or its place
	title string
	notes string
	at    int // number of its block
}

// draw finds what a report says in numbers. What cannot be told for sure is
// left to the reader; numbers without a base become claims to complete.
func draw(blocks []block, language string) []*Claim {
	d := &drawer{words: &auditor{danish: language == "da"}, styles: map[string]int{}, titles: map[string]string{}, leads: map[string]*Claim{}}
	d.captions(blocks)
	for i, b := range blocks {
		if b.kind == table {
			d.tables = append(d.tables, framed(blocks, i))
		}
	}
	for _, t := range d.tables {
		d.table(t)
		d.ranked(t)
	}
	listed := d.kinds(blocks)
	for i, b := range blocks {
		if b.kind == paragraph || b.kind == note {
			d.written(b.text)
		}
		if b.kind == paragraph && !listed[i] {
			d.text(b, i)
		}
	}
	d.twice()
	d.bases()
	d.everybody(blocks)
	d.totals(blocks)
	d.units(blocks)
	if len(d.order) > 0 {
		c := d.add(Styles, "", d.words.say("how percentages are written", "hvordan procent skrives"), "")
		for _, way := range d.order {
			c.Of = append(c.Of, fmt.Sprintf("%s = %d", way, d.styles[way]))
		}
	}
	return d.claims
}

// add adds a claim with an id of its own.
func (d *drawer) add(kind Kind, where, what, value string) *Claim {
	c := &Claim{ID: fmt.Sprintf("%s-%d", kind, len(d.claims)+1), Where: where, Kind: kind, What: survey.MaskCPR(strings.NewReplacer(";", ",", "=", "-").Replace(what)), Value: value}
	d.claims = append(d.claims, c)
	return c
}

// captions adds the numbers of tables and figures. A caption whose words stand
// twice, or that has none, is that of a list of tables.
func (d *drawer) captions(blocks []block) {
	for _, b := range blocks {
		if b.kind != caption {
			continue
		}
		name, title := captionOf(b.text)
		key := strings.ToLower(name)
		bare := strings.ToLower(strings.TrimRight(title, " .0123456789"))
		if before, ok := d.titles[key]; ok && (strings.HasPrefix(before, bare) || strings.HasPrefix(bare, before)) {
			continue
		}
		d.titles[key] = bare
		d.add(Caption, b.place, title, name)
	}
}

func captionOf(text string) (name, title string) {
	m := captionForm.FindStringSubmatch(text)
	if m == nil {
		return "", text
	}
	return strings.ToUpper(m[1][:1]) + strings.ToLower(m[1][1:]) + " " + m[2], strings.TrimSpace(m[3] + m[4])
}

// framed finds a table's caption before it, or right after it, and its notes.
func framed(blocks []block, at int) drawnTable {
	t := drawnTable{block: blocks[at], name: blocks[at].place, at: at}
	for i := at - 1; i >= 0 && i >= at-2; i-- {
		if blocks[i].kind == caption {
			t.name, t.title = captionOf(blocks[i].text)
			break
		}
		if blocks[i].kind == table || blocks[i].kind == heading {
			break
		}
	}
	for i := at + 1; i < len(blocks) && i <= at+4 && blocks[i].kind == note; i++ {
		t.notes += " " + blocks[i].text
	}
	return t
}

var percentWritten = regexp.MustCompile(`(?i)\d([ \x{00a0}\x{202f}]?)(%|pct\b\.?|procent\b|per cent\b|percent\b)`)

// written counts how percentages are written.
func (d *drawer) written(text string) {
	for _, m := range percentWritten.FindAllStringSubmatch(text, -1) {
		way := "39" + strings.Map(func(rune) rune { return ' ' }, m[1]) + strings.TrimSuffix(strings.ToLower(m[2]), ".")
		if d.styles[way] == 0 {
			d.order = append(d.order, way)
		}
		d.styles[way]++
	}
}

var (
	roundingNote = regexp.MustCompile(`(?i)\b(?:afrunding|afrundet|afrundes|rounding|rounded|round)\b`)
	severalWords = regexp.MustCompile(`(?i)flere svar|several answers|more than one answer|multiple (?:answers|responses)|mindst ét|mindst et\b|at least one`)
	weightWords  = regexp.MustCompile(`(?i)væg[tn]|veje[dt]|weight`)
)
