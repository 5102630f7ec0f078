package coding

import (
	"slices"
	"strings"

	"stikprove/coding/language"
)

// doubt is a reason why a reading may be wrong: what is left of the score, and
// why, in words.
type doubt struct {
	keep   float64 // in [0, 1]
	da, en string  // empty where the reason is told elsewhere
}

// doubts lists what makes the reading of a description with a category
// uncertain, besides how its words were read.
func (c *Coder) doubts(v *verdict) []doubt {
	var ds []doubt
	add := func(yes bool, keep float64, da, en string) {
		if yes {
			ds = append(ds, doubt{keep, da, en})
		}
	}
	d := v.parts[v.decider]
	told := d.operator == Past && v.past()
	add(d.operator == Past && !told, 0.65, "kun noget tidligere er nævnt", "only something past is named")
	add(told, 0.85, "kun noget tidligere er nævnt", "only something past is named")
	add(d.operator == Suspected, 0.94, "", "")
	late := slices.Contains(c.scheme.Sequela.Keep, d.category)
	add(d.operator == Late && !late, 0.9, "", "")
	add(d.operator == Late && late, 0.84, "følger, der bliver i årsagens kategori", "late effects that stay in the category of their cause")
	add(d.concept.Ambiguous && (d.concept.Type == Disorder || !d.sited), 0.74, "", "")
	add(d.concept.Contested, 0.6, "", "")
	placeless := !d.sited && len(d.regions) == 0 && d.operator != Late
	add(placeless && (d.concept.Type == Symptom || d.concept.Type == Treatment), 0.85, "", "")
	add(v.coding.RunnerUp != "", 0.94, "", "")
	add(v.exception != nil, 0.9, "", "")
	add(v.long, 0.5, "teksten er lang og ikke læst til ende", "the text is long and was not read to its end")
	prose := len(v.words) >= wordy
	add(prose && v.coding.RunnerUp != "", 0.82, "lang tekst, der nævner flere ting", "a long text that names several things")
	add(prose && d.how >= mistyped, 0.82, "", "")
	add(d.sited && d.concept.Type == Site && v.coding.unread > 0, 0.82, "kun en legemsdel er forstået", "only a part of the body was understood")
	return append(append(ds, c.unreadDoubts(v)...), operatorDoubts(v)...)
}

// past reports whether a short description says plainly that what it names is
// past: "tidligere depression". "Haft" may also be said of what goes on.
func (v *verdict) past() bool {
	haft := slices.ContainsFunc(v.ps, func(p phrase) bool { return p.operator == Past && p.haft })
	return !haft && len(v.words) <= 6
}

// wordy is the number of words from which a description is told rather than
// named.
const wordy = 12

// unreadDoubts looks at the words that were not understood: how many, whether
// they are listed beside what was, and whether they look like terms of the subject.
func (c *Coder) unreadDoubts(v *verdict) []doubt {
	read, unread := c.coverage(v)
	if unread == 0 {
		return nil
	}
	ds := []doubt{{keep: 1 - 0.35*float64(unread)/float64(read+unread)}}
	listed, term := false, false
	for i := range v.items {
		it := &v.items[i]
		if !it.unread {
			continue
		}
		listed = listed || v.listed(i)
		term = term || c.termLike(v.words[it.from])
	}
	if term {
		ds = append(ds, doubt{0.72, "et ord, der ligner et fagord, er ikke forstået", "a word that looks like a term was not understood"})
	}
	if listed {
		ds = append(ds, doubt{0.82, "et ord på linje med det nævnte er ikke forstået", "a word listed beside what is named was not understood"})
	}
	return ds
}

// listed reports whether the unread item stands in a list with a condition:
// "fibro og xx", "xx, astma".
func (v *verdict) listed(i int) bool {
	joins := func(k int) bool { // what stands between items k-1 and k joins
		b := v.words[v.items[k].from].Before
		return b == language.Comma || b == language.Slash || b == language.Plus
	}
	named := func(k int) bool { return k >= 0 && k < len(v.items) && v.items[k].concept != nil }
	and := func(k int) bool {
		return k >= 0 && k < len(v.items) && v.items[k].sense == language.And && v.items[k].concept == nil
	}
	return joins(i) && named(i-1) || and(i-1) && named(i-2) ||
		i+1 < len(v.items) && joins(i+1) && named(i+1) || and(i+1) && named(i+2)
}

// termLike reports whether a word that is not known looks like a term of the
// subject by its end, or like an abbreviation of one.
func (c *Coder) termLike(w language.Word) bool {
	if w.Caps && len(w.Key) <= 5 {
		return true
	}
	return len(w.Key) >= 6 && slices.ContainsFunc(c.doubtful, func(end string) bool { return strings.HasSuffix(w.Key, end) })
}

// operatorDoubts looks at the words that deny, date or move a condition: what
// they did, and whether they found anything to do it to.
func operatorDoubts(v *verdict) []doubt {
	var ds []doubt
	var met [language.Workplace + 1]bool
	for i := range v.items {
		if v.items[i].concept == nil && !v.items[i].vain {
			met[v.items[i].sense] = true
		}
	}
	var done [Elsewhere + 1]bool
	for i := range v.ps {
		done[v.ps[i].operator] = true
	}
	if met[language.Negation] && !done[Negated] || met[language.Denied] && !done[Negated] {
		ds = append(ds, doubt{0.78, "det er uklart, hvad der benægtes", "it is not clear what is denied"})
	}
	if (met[language.History] || met[language.Past]) && !done[Past] {
		ds = append(ds, doubt{0.85, "det er uklart, hvad der er fortid", "it is not clear what is past"})
	}
	if met[language.Sequela] && !done[Late] {
		ds = append(ds, doubt{0.85, "det er uklart, hvad der er følger", "it is not clear what the late effects are"})
	}
	for i := range v.ps {
		p := &v.ps[i]
		if p.bare() && p.operator != Negated {
			continue
		}
		switch p.operator {
		case Negated, Past:
			ds = append(ds, doubt{keep: 0.94})
		case Elsewhere:
			ds = append(ds, doubt{keep: 0.88})
		case Plain, Treated, Suspected, Late:
		}
	}
	return ds
}
