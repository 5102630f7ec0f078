package audit

import (
	"regexp"
	"slices"
	"strings"
)

// told is a sentence with one percentage, by its words.
type told struct {
	key   string
	value string
	claim *Claim
}

// small words, that do not tell two facts apart.
var smallWords = map[string]bool{"og": true, "the": true, "der": true, "som": true, "and": true, "that": true, "har": true, "have": true, "has": true, "det": true, "den": true, "de": true,
	"er": true, "are": true, "is": true, "of": true, "af": true, "i": true, "in": true, "a": true, "en": true, "et": true, "at": true, "to": true, "for": true, "udgør": true, "make": true, "up": true,
	"pct": true, "procent": true, "per": true, "cent": true, "percent": true, "alt": true, "på": true, "on": true, "all": true, "about": true, "ca": true, "omkring": true}

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

var onlyWord = regexp.MustCompile(`(?i)\b((?:knap |godt |ca\. |about |just under |just over |nearly |almost |mere end |more than )?(?:` + fractionWords() + `))\b`)

// toldInWords keeps a sentence with one fraction word, to be held against the
// same sentence with a percentage.
func (d *drawer) toldInWords(s, where string) {
	if m := onlyWord.FindAllString(s, 2); len(m) == 1 {
		d.told = append(d.told, told{key: keyOf(s, m[0]), value: m[0],
			claim: &Claim{Kind: Words, Where: where, What: quoted(s), Value: strings.ToLower(m[0])}})
	}
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
		for _, of := range []*told{before, t} {
			if of.claim.ID == "" {
				c := of.claim
				of.claim = d.add(c.Kind, c.Where, c.What, c.Value)
			}
		}
		d.add(Same, t.claim.Where, t.claim.What, "").Of = []string{before.claim.ID, t.claim.ID}
	}
}

// held holds a sentence against the row of a table that it tells of: one table
// that the paragraph names, and one label in the sentence.
func (d *drawer) held(claim *Claim, s, whole string) {
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
