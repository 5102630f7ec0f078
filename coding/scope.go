package coding

import (
	"slices"
	"strings"

	"stikprove/coding/danish"
)

// Operator says how a description means a condition it mentions.
type Operator uint8

// The operators.
const (
	Plain     Operator = iota // the condition is there
	Treated                   // it is, and its treatment is named
	Suspected                 // suspected or under investigation (convention 10)
	Late                      // late effects of it (convention 8)
	Past                      // it was (convention 9)
	Negated                   // it is denied (convention 10)
	Elsewhere                 // somebody else's, or where one works
)

var operatorNames = [...]string{"plain", "treated", "suspected", "late", "past", "negated", "elsewhere"}

// String returns the operator's name.
func (o Operator) String() string { return operatorNames[o] }

// scope is what the operators read so far do to what follows.
type scope struct {
	negated, past, suspected, late, elsewhere, focus bool
	hardly                                           bool // negated by "neither", which goes on past commas
	working                                          bool // elsewhere is where one works
	told                                             bool // late is by a word that says late effects
	haft                                             bool
	lateOf                                           *Concept // the first thing the late effects are of
	and                                              bool     // "og" was read, and no verb yet
}

// scopes walks the items and gives every phrase its operator (method 4). A
// scope ends at a full stop, "but", a comma, or "og" with a new verb.
func (c *Coder) scopes(items []item, words []danish.Word, ps []phrase) {
	var s scope
	next := 0 // phrase to come
	for i := range items {
		it := &items[i]
		s.end(words[it.from].Before)
		for next < len(ps) && ps[next].to <= it.from {
			next++
		}
		if it.concept == nil && len(it.senses) == 0 {
			if it.unread {
				s.negated = s.negated && s.hardly
				continue
			}
			if it.sense == danish.Negation && pseudo(items, words, i) {
				it.vain = words[it.from].Key != "hverken"
				continue
			}
			s.apply(it, items[i:], words, ps, next)
			continue
		}
		if it.concept == nil || it.concept.Type == Ignore || next == len(ps) || it.from >= ps[next].to {
			continue
		}
		s.give(c, &ps[next], it)
		if it.to >= 1 && words[it.to-1].Asked && ps[next].operator == Plain {
			ps[next].operator = Suspected
		}
	}
}

// end closes scopes at a break.
func (s *scope) end(b danish.Break) {
	switch b {
	case danish.Sentence:
		*s = scope{}
	case danish.Comma:
		*s = scope{focus: s.focus, negated: s.negated && s.hardly, hardly: s.hardly}
	case danish.Dash, danish.Bracket, danish.Colon:
		s.negated = s.negated && s.hardly
	}
}

// apply opens or closes scopes at a word of the language.
func (s *scope) apply(it *item, rest []item, words []danish.Word, ps []phrase, next int) {
	last := next - 1
	sense := it.sense
	if s.and && sense == danish.Begins {
		*s = scope{}
	}
	if s.working && sense == danish.Begins {
		s.elsewhere, s.working = false, false // "ansat i en vuggestue, har ..."
	}
	if sense != danish.Filler {
		s.and = sense == danish.And
	}
	switch sense {
	case danish.But, danish.Now:
		if sense == danish.Now && last >= 0 && doneWith(words[ps[last].from:it.from]) {
			s.clause(ps, last, words) // "fjernet i 2020, nu ..."
		}
		*s = scope{focus: s.focus && sense == danish.Now}
	case danish.Cause:
		s.negated, s.elsewhere, s.late = false, false, false
	case danish.Negation:
		s.negated = true
		s.hardly = words[it.from].Key == "hverken"
	case danish.History:
		if last >= 0 && words[it.from].Before == danish.Bracket && (len(rest) == 1 || words[rest[1].from].Before == danish.Bracket) {
			s.back(ps, last, Past) // "depression (tidligere)"
			return
		}
		if last >= 0 && len(rest) > 1 && (words[rest[1].from].Before >= danish.Comma || rest[1].concept == nil && rest[1].sense == danish.Now) && words[it.to-1].Key != "haft" {
			s.back(ps, last, Past) // "depression i ungdommen, nu sclerose"
			return
		}
		s.haft = words[it.to-1].Key == "haft"
		s.past = !s.haft || !lasting(words, it.from)
	case danish.Suspicion:
		s.suspected = true
	case danish.Sequela:
		if last >= 0 && looksBack(rest, words, ps, next) {
			// Complications are there now: "diabetes med komplikationer".
			if !strings.HasPrefix(words[it.from].Key, "kompl") {
				s.back(ps, last, Late)
			}
			return
		}
		if last >= 0 && (next == len(ps) || ps[next].including && ps[next].weak() && ps[next].concept.Type != Treatment || ps[next].link == apart) {
			s.back(ps, last, Late) // "brystkræft, senfølger"
			return
		}
		s.late, s.lateOf, s.told = true, nil, true
	case danish.After:
		// With nothing before it in the clause to be the effect.
		if s.past {
			return // "raskmeldt efter"
		}
		if last < 0 || next < len(ps) && ps[next].link == after && startsClause(rest, words, ps[last]) {
			s.late, s.lateOf, s.told = true, nil, false
		}
	case danish.Focus:
		s.focus = true
	case danish.Person, danish.Workplace:
		s.elsewhere, s.working = true, sense == danish.Workplace
		if sense == danish.Person && last >= 0 && belongs(ps[last], it, words) {
			ps[last].operator = Elsewhere
		}
	case danish.Denied:
		if last < 0 {
			s.negated, s.hardly = true, true // "afkræftet: sclerose og borrelia"
		}
		s.back(ps, last, Negated)
	case danish.Past:
		if last < 0 && leads(rest) {
			s.past, s.haft = true, false // "færdigbehandlet for brystkræft"
		}
		s.back(ps, last, Past)
	case danish.Suspect:
		s.suspected = s.suspected || last < 0
		s.back(ps, last, Suspected)
	}
}

// back gives the last phrase, and those listed with it, an operator that
// follows it.
func (s *scope) back(ps []phrase, last int, o Operator) {
	for k := last; k >= 0; k-- {
		ps[k].operator = max(ps[k].operator, o)
		if ps[k].link != together || ps[k].slash || ps[k].comma && o == Negated {
			return
		}
	}
}

// give sets the operator of a phrase from the scopes open at its item.
func (s *scope) give(c *Coder, p *phrase, it *item) {
	if s.late && s.and && s.lateOf != nil && p.concept.Category != s.lateOf.Category && p.concept.Type != Treatment {
		s.late = false // "følger efter benbrud og diabetes": the second is its own
	}
	s.and = false
	o := Plain
	switch {
	case s.elsewhere:
		o = Elsewhere
	case s.negated:
		o = Negated
	case s.past && !s.late:
		o = Past
		p.haft = s.haft
	case s.late:
		o = Late
		p.aftermath = s.told && p.concept.Type == Treatment
		if s.lateOf == nil {
			s.lateOf = p.concept
		}
	case s.suspected:
		o = Suspected
	case it.treated || p.treated:
		o = Treated
	}
	for _, sense := range it.senses {
		switch sense {
		case danish.Past:
			o = max(o, Past)
		case danish.Suspicion:
			o = max(o, Suspected)
		case danish.Sequela:
			o = max(o, Late)
		}
	}
	p.operator = max(p.operator, o)
	p.focus = p.focus || s.focus
}

// pseudo reports whether the negation at items[i] denies something else than a
// condition: "kan ikke løfte", "uden effekt".
func pseudo(items []item, words []danish.Word, i int) bool {
	for k := i + 1; k < len(items) && k <= i+3; k++ {
		it := &items[k]
		if adjective(words[it.to-1].Key) {
			return true
		}
		if it.concept != nil || it.unread {
			return false
		}
		switch it.sense {
		case danish.Vain, danish.Cannot:
			return true
		case danish.Filler, danish.In, danish.Begins:
			continue
		}
		return false
	}
	return i > 0 && items[i-1].concept == nil && items[i-1].sense == danish.Cannot
}

// lasting reports whether the sentence says that what one "har haft" goes on:
// "har haft migræne i mange år".
func lasting(words []danish.Word, haft int) bool {
	from, to := haft, haft+1
	for from > 0 && words[from].Before != danish.Sentence {
		from--
	}
	for to < len(words) && words[to].Before != danish.Sentence {
		to++
	}
	for i, w := range words[from:to] {
		if w.Key == "siden" && slices.ContainsFunc(words[from+max(0, i-4):from+i], func(w danish.Word) bool { return w.Key == "for" }) {
			continue // "for tre år siden"
		}
		switch w.Key {
		case "siden", "mange", "gennem", "altid", "livet", "igennem", "flere", "langvarig", "lange":
			return true
		}
	}
	return false
}

// startsClause reports whether the word at rest[0] begins what follows last
// anew, so that last cannot be its effect.
func startsClause(rest []item, words []danish.Word, last phrase) bool {
	for w := last.to; w <= rest[0].from; w++ {
		if words[w].Before >= danish.Comma {
			return true
		}
	}
	return false
}

// belongs reports whether a phrase is said of the person named next: "kræft hos
// ægtefælle", "dement mor".
func belongs(p phrase, it *item, words []danish.Word) bool {
	for w := p.to; w <= it.from; w++ {
		if words[w].Before > danish.Space {
			return false
		}
	}
	gap := it.from - p.to
	return gap == 0 || words[p.to].Key == "hos" && gap <= 2
}
