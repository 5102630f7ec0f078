package coding

import (
	"slices"

	"stikprove/coding/language"
)

// how says how surely a word was read as its term, best first.
type how uint8

const (
	exactly how = iota
	inflected
	compounded // every part known
	joined     // two words that are one term
	broken     // with a lost letter
	mistyped   // one typing error
	headed     // the head of a compound known, the rest not
	misspelt   // two typing errors
	begun      // the beginning of a compound known, the head not
	guessed    // equally near to terms of two categories
)

// item is one word, or the words of one term, read.
type item struct {
	from, to int      // words, to exclusive
	concept  *Concept // nil where no condition or place is named
	sites    []*Concept
	sense    language.Sense   // of a word of the language
	senses   []language.Sense // operators inside a compound: "kræftfri"
	treated  bool             // a treatment inside a compound: "brystkræftoperation"
	how      how
	unread   bool // neither term nor word of the language
	everyday bool // a word of daily life, that tells something
	vain     bool // a denial that denies something else than a condition
}

// items reads the words of a description.
func (c *Coder) items(words []language.Word) []item {
	items := make([]item, 0, len(words))
	for i := 0; i < len(words); {
		it := c.item(words, i)
		items = append(items, it)
		i = it.to
	}
	return items
}

func (c *Coder) item(words []language.Word, i int) item {
	w := words[i]
	if e, n, h := c.lexicon.phrase(words, i); n > 0 {
		return fromEntry(e, i, i+n, h)
	}
	if k, n := c.code(words, i); n > 0 {
		return fromEntry(entry{concept: k}, i, i+n, exactly)
	}
	if it, ok := c.join(words, i); ok {
		return it
	}
	it := c.word(w)
	if it.unread && w.Asked && len(w.Key) > 1 {
		// Perhaps the question mark is the last letter, lost: "kn?".
		w.Key, w.Strict, w.Wild = w.Key+string(language.Wild), w.Strict+string(language.Wild), true
		if b := c.word(w); !b.unread {
			it = b
		}
	}
	if len(words) > talkative && it.how >= mistyped && it.concept != nil && it.how != headed && (it.concept.Type != Disorder || len(w.Key) < proseTypo) {
		// Running prose has words that look like mistyped conditions: "handler".
		it = item{unread: true}
	}
	it.from, it.to = i, i+1
	return it
}

// talkative is the number of words from which a description is prose rather
// than a list of conditions.
const talkative = 7

// proseTypo is the fewest letters of a word of prose that is read as a mistyped
// condition.
const proseTypo = 8

// join reads two or three words as the one term they were torn from: "slid
// gigt", "person ligheds forstyrrelse".
func (c *Coder) join(words []language.Word, i int) (item, bool) {
	if i+2 < len(words) && words[i+1].Before == language.Space && words[i+2].Before == language.Space {
		strict := words[i].Strict + words[i+1].Strict + words[i+2].Strict
		if key := c.language.Shorten(strict); len(key) >= 12 {
			e, ok := c.lexicon.exact(key, strict, false)
			if !ok {
				e, ok = c.lexicon.inflected(key)
			}
			if ok && e.concept != nil {
				return fromEntry(e, i, i+3, joined), true
			}
		}
	}
	if i+1 >= len(words) || words[i+1].Before > language.Hyphen || words[i].Suspended {
		return item{}, false
	}
	a, b := words[i], words[i+1]
	if len(a.Key)+len(b.Key) < 6 || len(a.Key) < 2 && a.Before != language.Hyphen && b.Before != language.Hyphen || len(b.Key) < 3 {
		return item{}, false
	}
	key := c.language.Shorten(a.Strict + b.Strict)
	e, ok := c.lexicon.exact(key, a.Strict+b.Strict, false)
	if !ok {
		if e, ok = c.lexicon.inflected(key); ok && len(c.lexicon.forms[b.Key]) > 0 {
			ok = e.concept != nil && c.known(key) && !(c.plain(a.Key) && c.plain(b.Key)) // not "må ligge"
		}
	}
	if !ok || e.concept == nil {
		return item{}, false
	}
	return fromEntry(e, i, i+2, joined), true
}

// plain reports whether key is a word of the language and of no term.
func (c *Coder) plain(key string) bool {
	list := c.lexicon.forms[key]
	return len(list) > 0 && !slices.ContainsFunc(list, func(e *entry) bool { return e.concept != nil })
}

// known reports whether key is a form of a term, short of typing errors.
func (c *Coder) known(key string) bool {
	_, ok := c.lexicon.inflected(key)
	return ok
}

func fromEntry(e entry, from, to int, h how) item {
	it := item{from: from, to: to, how: h, sense: e.sense, concept: e.concept, everyday: e.everyday}
	if e.concept != nil && e.concept.Type == Site {
		it.sites = []*Concept{e.concept}
	}
	return it
}

// word reads one word: as a term, an inflected term, a compound, or with typing
// errors. Readings are remembered, as the same words come again.
func (c *Coder) word(w language.Word) item {
	memo := w.Strict
	if w.Caps {
		memo += "!"
	}
	if it, ok := c.memory.get(memo); ok {
		return it
	}
	it := c.read(w)
	c.memory.put(memo, it)
	return it
}

func (c *Coder) read(w language.Word) item {
	if w.Wild {
		return c.readBroken(w)
	}
	if e, ok := c.lexicon.exact(w.Key, w.Strict, w.Caps); ok {
		if f, ok := c.lexicon.inflected(w.Key); e.everyday && ok && f.concept != nil {
			return fromEntry(f, 0, 0, inflected) // a form of a term goes before a word of daily life
		}
		return fromEntry(e, 0, 0, exactly)
	}
	if number(w.Key) || len(w.Key) == 1 {
		return item{sense: language.Filler}
	}
	if it, ok := c.compound(w.Key, false); ok && it.how == compounded {
		if e, ok := c.lexicon.inflected(w.Key); !ok || e.concept == nil {
			return it
		}
	}
	if e, ok := c.lexicon.inflected(w.Key); ok {
		return fromEntry(e, 0, 0, inflected)
	}
	if e, d, rival := c.typo(w.Key); d > 0 {
		h := [...]how{exactly, mistyped, misspelt}[d]
		if rival {
			h = guessed
		}
		return fromEntry(e, 0, 0, h)
	}
	if it, ok := c.compound(w.Key, true); ok {
		return it
	}
	return item{unread: true}
}

// typo finds a mistyped term, also where it is inflected besides.
func (c *Coder) typo(key string) (entry, int, bool) {
	if e, d, rival := c.lexicon.typo(key); d > 0 {
		return e, d, rival
	}
	var found entry
	var distance int
	var rival bool
	c.language.Bases(key, func(base string) bool {
		if len(base) < 7 {
			return false
		}
		e, d, r := c.lexicon.typo(base)
		if e.concept == nil || d > 1 {
			return false
		}
		found, distance, rival = e, d, r
		return true
	})
	return found, distance, rival
}

func number(key string) bool {
	for i := 0; i < len(key); i++ {
		if key[i] < '0' || key[i] > '9' {
			return false
		}
	}
	return true
}
