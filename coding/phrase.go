package coding

import (
	"stikprove/coding/language"
)

// link says how a phrase hangs on the one before it.
type link uint8

const (
	apart    link = iota // a new sentence, "but", or words between
	adjacent             // nothing between
	copula               // "the back is worn"
	place                // a preposition of place
	with
	cause
	after
	together // and, comma, slash, plus
	aside    // a bracket or colon: in other words
)

// phrase is one condition with the places it is in, or places alone.
type phrase struct {
	item      int // of the head, or of the first place
	from, to  int // words, to exclusive
	concept   *Concept
	sites     []*Concept
	link      link
	slash     bool // the link is a slash
	bracket   bool // the link is a bracket or colon: in other words
	comma     bool // the link is a comma and no "og"
	including bool // a word that says "with" stands before it
	placed    bool // places came after the head, so a list of them may go on
	how       how
	treated   bool
	operator  Operator
	focus     bool
	haft      bool // past by a word that also means "have"
	aftermath bool // late effects that leave the condition's category: those of a treatment
	absorbed  bool // part of another phrase, see part.go
	into      int  // the phrase it is part of, where absorbed
}

// bare reports whether p names places only.
func (p *phrase) bare() bool { return p.concept != nil && p.concept.Type == Site }

// weak reports whether the category comes from the place or from a disorder
// the phrase belongs to.
func (p *phrase) weak() bool { return p.concept.Type != Disorder }

// between is what was read since the last phrase.
type between struct {
	brk       language.Break
	senses    [language.Workplace + 1]bool
	unread    bool
	suspended bool
	something bool // any word at all
}

func (b *between) link() link {
	switch {
	case b.senses[language.Cause]:
		return cause
	case b.senses[language.After] && !b.senses[language.Sequela]:
		return after
	case b.senses[language.But] || b.brk == language.Sentence:
		return apart
	case b.senses[language.With] && b.brk == language.Comma && !b.senses[language.And] && !b.suspended:
		return with // "prolaps, som giver smerter"
	case b.senses[language.And] || b.brk == language.Comma || b.brk == language.Slash || b.brk == language.Plus || b.suspended:
		return together
	case b.senses[language.With]:
		return with
	case b.brk >= language.Dash && b.brk <= language.Colon:
		return aside
	case b.senses[language.In]:
		return place
	case b.unread:
		return apart
	case b.senses[language.Copula]:
		return copula
	}
	return adjacent
}

// phrases puts heads and places together: "smerter i nakke og skulder" is one
// phrase with two places, "nakke-, skulder- og rygsmerter" one with three.
func phrases(items []item, words []language.Word) []phrase {
	var ps []phrase
	var b between
	b.brk = language.Sentence
	for i := range items {
		it := &items[i]
		b.brk = max(b.brk, words[it.from].Before)
		if words[it.from].Before >= language.Comma {
			b.senses[language.After] = false // "efter mange år, nu ...": what it came after is not a condition
		}
		if it.concept == nil || it.concept.Type == Ignore {
			b.senses[it.sense] = b.senses[it.sense] || it.concept == nil && !it.unread
			b.unread = b.unread || it.unread
			b.something = true
			if it.concept == nil && it.sense == language.Filler && words[it.to-1].Suspended {
				b.suspended = true
			}
			continue
		}
		l := b.link()
		if len(ps) == 0 {
			l = apart
		}
		if !attach(&ps, it, l, &b) {
			p := phrase{item: i, from: it.from, to: it.to, concept: it.concept, sites: it.sites, link: l, slash: b.brk == language.Slash, bracket: b.brk == language.Bracket || b.brk == language.Colon, comma: b.brk == language.Comma && !b.senses[language.And], including: b.senses[language.With], how: it.how, treated: it.treated}
			ps = append(ps, p)
		}
		b = between{suspended: words[it.to-1].Suspended}
	}
	return ps
}

// attach adds a read item to the phrase before it where they are one, and
// reports whether it did.
func attach(ps *[]phrase, it *item, l link, b *between) bool {
	if len(*ps) == 0 {
		return false
	}
	p := &(*ps)[len(*ps)-1]
	if it.concept.Type == Site {
		return attachSite(p, it, l, b)
	}
	if !p.bare() || !joinsHead(p, it, l, b) {
		return false
	}
	// Earlier bare places of the same list belong to the head too.
	first := len(*ps) - 1
	for first > 0 && (*ps)[first-1].bare() && (*ps)[first].link == together && it.concept.Type != Disorder {
		first--
	}
	head := phrase{item: p.item, from: (*ps)[first].from, to: it.to, concept: it.concept, link: (*ps)[first].link, slash: (*ps)[first].slash, how: max(p.how, it.how), treated: it.treated}
	for k := first; k < len(*ps); k++ {
		head.sites = append(head.sites, (*ps)[k].sites...)
	}
	head.sites = append(head.sites, it.sites...)
	*ps = append((*ps)[:first], head)
	return true
}

// attachSite adds a place to the phrase before it.
func attachSite(p *phrase, it *item, l link, b *between) bool {
	ok := false
	switch l {
	case place:
		ok = true
	case adjacent, copula:
		// "Fractura cruris", "slidgigt knæ"; not "stress nakke".
		ok = p.weak() || l == adjacent && (p.concept.Category == it.concept.Category || p.concept.At[it.concept.Region] != "")
	case with:
		// "Problemer med knæ"; "slidgigt med hofte" is two.
		ok = p.weak() && !p.bare() && len(p.sites) == 0
	case together:
		switch {
		case p.bare():
			ok = true
		case b.senses[language.In] && !p.placed:
			ok = false
		case p.placed && p.concept.Type != Disorder:
			ok = true
		case !p.weak() && b.brk == language.Slash && p.concept.Region != "":
			// "Brækket håndled/skulder": the term holds the first of the places.
			ok = p.concept.Category == it.concept.Category
		case p.placed:
			// One named diagnosis in several joints (convention 6).
			ok = p.concept.Category == it.concept.Category
		}
	case cause, after, apart, aside:
	}
	if !ok {
		return false
	}
	p.sites = append(p.sites[:len(p.sites):len(p.sites)], it.sites...)
	p.placed = p.placed || !p.bare()
	p.to = it.to
	p.how = max(p.how, it.how)
	return true
}

// joinsHead reports whether the places of p belong to the head that follows.
func joinsHead(p *phrase, it *item, l link, b *between) bool {
	disorder := it.concept.Type == Disorder
	switch l {
	case adjacent, copula:
		return !disorder || it.concept.Category == p.concept.Category
	case together:
		// Ellipsis: "nakke- og rygsmerter", "hofte/knæslidgigt".
		if len(it.sites) == 0 {
			return b.suspended
		}
		return !disorder || b.suspended || b.brk == language.Slash
	}
	return false
}

// objects folds what a condition is about into it: the cancer of "angst for at
// få kræft" is feared, not had.
func objects(ps []phrase, words []language.Word) {
	for i := 1; i < len(ps); i++ {
		p, q := &ps[i-1], &ps[i]
		if p.concept.Takes == "" || p.operator == Negated || q.operator == Negated {
			continue
		}
		for w := p.to - 1; w < q.from; w++ {
			if w > p.from && words[w].Before >= language.Comma {
				break
			}
			if words[w].Key == p.concept.Takes {
				q.absorb(i - 1)
				break
			}
		}
	}
}
