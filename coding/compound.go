package coding

import (
	"stikprove/coding/language"
)

// compound reads a word as a compound: the head says what is wrong, what
// precedes it says where (method 3). With loose set, one part may be mistyped,
// or the head alone be known.
func (c *Coder) compound(key string, loose bool) (item, bool) {
	l := c.lexicon
	if !loose {
		parts := c.language.Split(key, c.isHead, c.isPart)
		if parts == nil {
			return item{}, false
		}
		return c.compose(parts, compounded)
	}
	if len(key) < 8 {
		return item{}, false
	}
	var it item
	found := c.language.Prefixes(key, func(prefix, rest string) bool {
		var head, mod entry
		h := mistyped
		switch {
		case c.isPart(prefix) && len(rest) >= 5:
			e, d, _ := l.typo(rest)
			if e.concept == nil || d > 1 {
				return false
			}
			mod, _ = l.find(prefix)
			head = e
		case c.isHead(rest) && len(prefix) >= 5:
			e, d, _ := l.typo(prefix)
			if e.concept == nil || d > 1 {
				return false
			}
			mod = e
			head, _ = l.find(rest)
		default:
			return false
		}
		it = combine(head, []entry{mod}, h)
		return true
	})
	if found {
		return it, true
	}
	return c.headed(key)
}

// headed reads a compound of which only the head is known. A place is no head
// to rest on, and a short or general one is met by chance.
func (c *Coder) headed(key string) (item, bool) {
	for p := language.MinPart; p <= len(key)-4; p++ {
		e, ok := c.lexicon.head(key[p:])
		if !ok {
			continue
		}
		switch e.concept.Type {
		case Ignore:
			return item{concept: e.concept, how: headed}, true
		case Disorder, Symptom, Treatment:
			if len(key)-p >= 5 || e.concept.Type == Disorder {
				return item{concept: e.concept, how: headed}, true
			}
		case Generic:
			return item{concept: e.concept, how: headed, unread: true}, true
		}
	}
	return item{}, false
}

// head finds the head of a compound whose other parts are unknown. Stems are not
// compared: "-systemet" is no voice ("stemme").
func (l *lexicon) head(part string) (entry, bool) {
	var found entry
	form := func(s string) bool {
		for _, e := range l.forms[s] {
			if e.concept != nil && !e.caps {
				found = *e
				return true
			}
		}
		return false
	}
	ok := form(part) || l.language.Bases(part, func(base string) bool { return len(base) > 4 && form(base) })
	return found, ok
}

// find finds a part of a compound, inflected or not.
func (l *lexicon) find(part string) (entry, bool) {
	for _, e := range l.forms[part] {
		if !e.caps && (e.concept != nil || compoundable(e.sense)) {
			return *e, true
		}
	}
	if e, ok := l.inflected(part); ok && e.concept != nil {
		return e, true
	}
	return entry{}, false
}

// compoundable reports whether words of a sense are heads of compounds:
// "kræftfri", "kræftmistanke", "kemobivirkninger".
func compoundable(s language.Sense) bool {
	switch s {
	case language.Past, language.Suspicion, language.Sequela:
		return true
	}
	return false
}

func (c *Coder) isHead(part string) bool {
	_, ok := c.lexicon.find(part)
	return ok
}

func (c *Coder) isPart(part string) bool {
	e, ok := c.lexicon.find(part)
	return ok && e.concept != nil
}

// compose reads the parts of a compound, head last.
func (c *Coder) compose(parts []string, h how) (item, bool) {
	entries := make([]entry, 0, len(parts))
	for _, p := range parts {
		e, ok := c.lexicon.find(p)
		if !ok {
			return item{}, false
		}
		entries = append(entries, e)
	}
	last := len(entries) - 1
	return combine(entries[last], entries[:last], h), true
}

// combine gives the meaning of a head and what stands before it. A disorder
// before a symptom, a treatment or a general word is what is meant: the
// operation of "kræftoperation" is one for cancer.
func combine(head entry, mods []entry, h how) item {
	it := item{concept: head.concept, how: h, sense: head.sense}
	if head.concept == nil {
		it.senses = []language.Sense{head.sense}
	}
	if head.concept != nil && head.concept.Type == Ignore {
		return it
	}
	for _, m := range mods {
		if m.concept == nil {
			continue
		}
		switch m.concept.Type {
		case Ignore:
		case Site:
			it.sites = append(it.sites, m.concept)
		default:
			it.lead(m.concept)
		}
	}
	if head.concept != nil && head.concept.Type == Site {
		it.sites = append(it.sites, head.concept)
	}
	if it.concept == nil && len(it.sites) > 0 {
		it.concept = it.sites[0]
	}
	return it
}

// weight says how much a type tells about what is wrong.
var weight = map[Type]int{Disorder: 4, Symptom: 3, Treatment: 2, Generic: 1, Site: 0, Ignore: -1}

// lead lets the modifier m take the head's place where it tells more.
func (it *item) lead(m *Concept) {
	switch {
	case it.concept == nil || weight[m.Type] > weight[it.concept.Type]:
		if it.concept != nil && it.concept.Type == Treatment {
			it.treated = true
		}
		it.concept = m
	case m.Type == Treatment:
		it.treated = true
	}
}

// fallback reads compounds of which only the beginning is known, where nothing
// else in the text names a condition: "fodledsbrkage" is of the ankle.
func (c *Coder) fallback(items []item, words []language.Word) {
	for i := range items {
		if it := &items[i]; it.concept != nil && it.concept.Type != Generic {
			return
		}
	}
	for i := range items {
		if it := &items[i]; it.unread && it.concept == nil {
			if begins, ok := c.begun(words[it.from].Key); ok {
				begins.from, begins.to = it.from, it.to
				*it = begins
			}
		}
	}
}

// begun finds the longest term that a word begins with. What follows is at
// least three letters.
func (c *Coder) begun(key string) (item, bool) {
	for p := len(key) - language.MinPart; p >= leastBegun; p-- {
		for _, part := range [2]string{key[:p], key[:p] + "e"} {
			e, ok := c.lexicon.find(part)
			if !ok || e.concept == nil || e.concept.Type == Generic || e.concept.Type == Treatment {
				continue
			}
			if e.concept.Type == Ignore {
				return item{}, false
			}
			it := fromEntry(e, 0, 0, begun)
			it.unread = true
			return it, true
		}
	}
	return item{}, false
}

// leastBegun is the fewest letters of a term that an unknown compound is read by.
const leastBegun = 5
