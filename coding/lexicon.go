package coding

import (
	"math/bits"
	"slices"
	"strings"
	"sync"

	"stikprove/coding/language"
)

// entry is what a term or an operator word stands for.
type entry struct {
	concept  *Concept // nil for an operator of the language
	sense    language.Sense
	strict   string // spelling that keeps ae, oe and aa
	caps     bool   // met in capitals only
	tail     []string
	everyday bool // of the words of daily life
}

// lexicon finds terms by their words. Forms are folded keys.
type lexicon struct {
	language *language.Language
	forms    map[string][]*entry // terms of one word
	stems    map[string][]*entry // the same by stem
	phrases  map[string][]*entry // terms of more words, by the stem of the first; longest first
	typos    map[typoKey][]typoForm
	entries  []entry                // what the maps point to
	tails    func() map[string]bool // stems of the further words of phrases
}

// typoKey buckets forms for the search for mistyped words: those that begin
// with the same letter and are of one length.
type typoKey struct {
	first  byte
	length int
}

// typoForm is a form and the set of its letters, by which most are ruled out.
type typoForm struct {
	form    string
	letters uint32
}

// letterSet returns the letters of a key as bits; a digit or lost letter is
// none.
func letterSet(key string) uint32 {
	var set uint32
	for i := 0; i < len(key); i++ {
		if c := key[i] - 'a'; c < 26 {
			set |= 1 << c
		}
	}
	return set
}

func newLexicon(s *Scheme) *lexicon {
	n := 0
	for i := range s.Concepts {
		n += len(s.Concepts[i].Terms)
	}
	l := &lexicon{
		language: s.language(),
		forms:    make(map[string][]*entry, n),
		stems:    make(map[string][]*entry, n),
		phrases:  make(map[string][]*entry, n/3),
		typos:    make(map[typoKey][]typoForm, 400),
		entries:  make([]entry, 0, n+4500),
	}
	// Seldom needed, so made when it is.
	l.tails = sync.OnceValue(func() map[string]bool {
		tails := make(map[string]bool)
		for _, e := range l.entries {
			for _, t := range e.tail {
				tails[t] = true
			}
		}
		return tails
	})
	for i := range s.Concepts {
		c := &s.Concepts[i]
		for _, t := range c.Terms {
			l.add(t, entry{concept: c, caps: capitals(t)})
		}
	}
	for _, w := range s.Words { // before the language's own, which they overrule
		for _, p := range w.Phrases {
			l.add(p, entry{sense: w.Sense, everyday: w.Everyday})
		}
	}
	for _, o := range l.language.Operators {
		for _, p := range strings.Split(o.Phrases, ",") {
			l.add(p, entry{sense: o.Sense})
		}
	}
	for _, w := range strings.Fields(l.language.Fillers) {
		l.add(w, entry{sense: language.Filler})
	}
	for _, w := range strings.Fields(l.language.Everyday) {
		l.add(w, entry{sense: language.Filler, everyday: true})
	}
	for _, list := range l.phrases {
		slices.SortStableFunc(list, func(a, b *entry) int { return len(b.tail) - len(a.tail) })
	}
	return l
}

func (l *lexicon) add(term string, as entry) {
	words := l.language.Read(term)
	if len(words) == 0 {
		return
	}
	as.strict = words[0].Strict
	l.entries = append(l.entries, as)
	e := &l.entries[len(l.entries)-1]
	if len(words) > 1 {
		for _, w := range words[1:] {
			e.tail = append(e.tail, l.language.Stem(w.Key))
		}
		stem := l.language.Stem(words[0].Key)
		l.phrases[stem] = append(l.phrases[stem], e)
		return
	}
	key := words[0].Key
	if e.concept == nil && slices.ContainsFunc(l.forms[key], func(o *entry) bool { return o.strict == e.strict && !o.caps }) {
		return // a term of the scheme goes before a word of the language
	}
	if len(l.forms[key]) == 0 && !e.caps && (e.concept != nil && len(key) >= 5 || e.sense != language.Filler && len(key) >= 7) {
		k := typoKey{key[0], len(key)}
		l.typos[k] = append(l.typos[k], typoForm{key, letterSet(key)})
	}
	l.forms[key] = append(l.forms[key], e)
	if len(key) > 4 && e.concept != nil && !e.caps {
		stem := l.language.Stem(key)
		l.stems[stem] = append(l.stems[stem], e)
	}
}

// exact finds a word as a term is written. Of several terms with one key, that
// with the word's own spelling goes first.
func (l *lexicon) exact(key, strict string, caps bool) (entry, bool) {
	var found *entry
	for _, e := range l.forms[key] {
		switch {
		case e.caps && !caps:
		case len(key) <= 2 && e.strict != strict:
		case e.strict == strict && (e.caps == caps || found == nil || found.strict != strict):
			found = e
		case found == nil:
			found = e
		}
	}
	if found == nil {
		return entry{}, false
	}
	return *found, true
}

// inflected finds the term that key is an inflection of.
func (l *lexicon) inflected(key string) (entry, bool) {
	var found entry
	ok := l.language.Bases(key, func(base string) bool {
		for _, e := range l.forms[base] {
			if !e.caps && (e.concept != nil || len(base) > 4) && len(base) >= minInflected {
				found = *e
				return true
			}
		}
		return false
	})
	if ok {
		return found, true
	}
	if len(key) > 4 {
		if list := l.stems[l.language.Stem(key)]; len(list) > 0 {
			return *list[0], true
		}
	}
	return entry{}, false
}

// minInflected is the fewest letters of a term that is met inflected.
const minInflected = 3

// phrase finds the longest term of several words that begins at words[i], and
// how many words it takes. No break but a space or hyphen may stand within.
func (l *lexicon) phrase(words []language.Word, i int) (entry, int, how) {
	var found *entry
	certain := mistyped + 1
	for _, e := range l.phrases[l.language.Stem(words[i].Key)] {
		if found != nil && len(e.tail) < len(found.tail) {
			break
		}
		if e.caps && !words[i].Caps {
			continue
		}
		h, ok := e.follow(l.language, words[i+1:])
		if ok && (h < certain || h == certain && e.strict == words[i].Strict) {
			found, certain = e, h // of equally long ones, that spelt as the text: "følger af", "følge af"
		}
	}
	if found == nil {
		return entry{}, 0, exactly
	}
	return *found, 1 + len(found.tail), certain
}

// follow reports whether words go on as the term does. One typing error may
// stand in a long word of a condition: "karpal tunel syndrom".
func (e *entry) follow(l *language.Language, words []language.Word) (how, bool) {
	if len(words) < len(e.tail) {
		return exactly, false
	}
	h := exactly
	for k, t := range e.tail {
		if words[k].Before > language.Slash {
			return h, false
		}
		stem := l.Stem(words[k].Key)
		switch {
		case stem == t:
		case h == exactly && e.concept != nil && len(t) >= 5 && stem[0] == t[0] && language.Distance(stem, t, 1) <= 1:
			h = mistyped
		default:
			return h, false
		}
	}
	return h, true
}

// category returns the category of a term, and none for words of the language.
func (e *entry) category() string {
	if e.concept == nil {
		return ""
	}
	return e.concept.Category
}

// typo finds the term that key is nearest to as a typing error, and the
// distance. The first letter is held to be right unless the first two are
// swapped or it is lost. Of equally near terms the first by length and scheme
// order is taken; rival says that another of them has another category.
func (l *lexicon) typo(key string) (e entry, distance int, rival bool) {
	limit := language.Tolerance(len(key))
	if limit == 0 || strings.ContainsAny(key, "0123456789") {
		return entry{}, 0, false
	}
	best := limit + 1
	set := letterSet(key)
	wild := strings.Count(key, string(language.Wild))
	search := func(first byte) {
		for n := len(key) - limit; n <= len(key)+limit; n++ {
			for _, t := range l.typos[typoKey{first, n}] {
				if bits.OnesCount32(set&^t.letters) > limit || bits.OnesCount32(t.letters&^set) > limit+wild {
					continue
				}
				form := t.form
				d := language.Distance(key, form, min(limit, language.Tolerance(min(len(form), len(key)))))
				switch {
				case d > limit || d > language.Tolerance(len(form)):
				case d < best:
					best, e, rival = d, *l.forms[form][0], false
				case d == best && l.forms[form][0].category() != e.category():
					rival = true
				}
			}
		}
	}
	if key[0] == language.Wild {
		for c := byte('a'); c <= 'z'; c++ {
			search(c)
		}
	} else {
		search(key[0])
		if best > 1 && key[1] != key[0] {
			search(key[1])
		}
	}
	if best > limit {
		return entry{}, 0, false
	}
	return e, best, rival
}
