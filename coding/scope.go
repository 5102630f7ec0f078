package coding

import (
	"slices"
	"strings"

	"stikprove/coding/language"
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
func (c *Coder) scopes(items []item, words []language.Word, ps []phrase) {
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
			if it.sense == language.Negation && c.pseudo(items, words, i) {
				it.vain = !c.language.Neither[words[it.from].Key]
				continue
			}
			s.apply(c, it, items[i:], words, ps, next)
			continue
		}
		if it.concept == nil || it.concept.Type == Ignore || next == len(ps) || it.from >= ps[next].to {
			continue
		}
		s.give(&ps[next], it)
		if it.to >= 1 && words[it.to-1].Asked && ps[next].operator == Plain {
			ps[next].operator = Suspected
		}
	}
}

// end closes scopes at a break.
func (s *scope) end(b language.Break) {
	switch b {
	case language.Sentence:
		*s = scope{}
	case language.Comma:
		*s = scope{focus: s.focus, negated: s.negated && s.hardly, hardly: s.hardly}
	case language.Dash, language.Bracket, language.Colon:
		s.negated = s.negated && s.hardly
	}
}

// apply opens or closes scopes at a word of the language.
func (s *scope) apply(c *Coder, it *item, rest []item, words []language.Word, ps []phrase, next int) {
	last := next - 1
	sense := it.sense
	if s.and && sense == language.Begins {
		*s = scope{}
	}
	if s.working && sense == language.Begins {
		s.elsewhere, s.working = false, false // "ansat i en vuggestue, har ..."
	}
	if sense != language.Filler {
		s.and = sense == language.And
	}
	switch sense {
	case language.But, language.Now:
		if sense == language.Now && last >= 0 && doneWith(c.language, words[ps[last].from:it.from]) {
			s.clause(ps, last, words) // "fjernet i 2020, nu ..."
		}
		*s = scope{focus: s.focus && sense == language.Now}
	case language.Cause:
		s.negated, s.elsewhere, s.late = false, false, false
	case language.Negation:
		s.negated = true
		s.hardly = c.language.Neither[words[it.from].Key]
	case language.History:
		s.history(c, it, rest, words, ps, last)
	case language.Suspicion:
		s.suspected = true
	case language.Sequela:
		s.sequela(c, it, rest, words, ps, next)
	case language.After:
		// With nothing before it in the clause to be the effect.
		if s.past {
			return // "raskmeldt efter"
		}
		if last < 0 || next < len(ps) && ps[next].link == after && startsClause(rest, words, ps[last]) {
			s.late, s.lateOf, s.told = true, nil, false
		}
	case language.Focus:
		s.focus = true
	case language.Person, language.Workplace:
		s.elsewhere, s.working = true, sense == language.Workplace
		if sense == language.Person && last >= 0 && belongs(c.language, ps[last], it, words) {
			ps[last].operator = Elsewhere
		}
	case language.Denied:
		if last < 0 {
			s.negated, s.hardly = true, true // "afkræftet: sclerose og borrelia"
		}
		s.back(ps, last, Negated)
	case language.Past:
		if last < 0 && leads(rest) {
			s.past, s.haft = true, false // "færdigbehandlet for brystkræft"
		}
		s.back(ps, last, Past)
	case language.Suspect:
		s.suspected = s.suspected || last < 0
		s.back(ps, last, Suspected)
	}
}

// history opens a scope of what is past, or closes what a word such as "tidligere"
// stands behind.
func (s *scope) history(c *Coder, it *item, rest []item, words []language.Word, ps []phrase, last int) {
	if last >= 0 && words[it.from].Before == language.Bracket && (len(rest) == 1 || words[rest[1].from].Before == language.Bracket) {
		s.back(ps, last, Past) // "depression (tidligere)"
		return
	}
	if last >= 0 && len(rest) > 1 && (words[rest[1].from].Before >= language.Comma || rest[1].concept == nil && rest[1].sense == language.Now) && !c.language.Had[words[it.to-1].Key] {
		s.back(ps, last, Past) // "depression i ungdommen, nu sclerose"
		return
	}
	s.haft = c.language.Had[words[it.to-1].Key]
	s.past = !s.haft || !lasting(c.language, words, it.from)
}

// sequela opens a scope of after-effects, or makes what such a word stands behind
// one.
func (s *scope) sequela(c *Coder, it *item, rest []item, words []language.Word, ps []phrase, next int) {
	last := next - 1
	if last >= 0 && looksBack(c.language, rest, words, ps, next) {
		// Complications are there now: "diabetes med komplikationer".
		if c.language.Present == "" || !strings.HasPrefix(words[it.from].Key, c.language.Present) {
			s.back(ps, last, Late)
		}
		return
	}
	if last >= 0 && (next == len(ps) || ps[next].including && ps[next].weak() && ps[next].concept.Type != Treatment || ps[next].link == apart) {
		s.back(ps, last, Late) // "brystkræft, senfølger"
		return
	}
	s.late, s.lateOf, s.told = true, nil, true
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
func (s *scope) give(p *phrase, it *item) {
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
		case language.Past:
			o = max(o, Past)
		case language.Suspicion:
			o = max(o, Suspected)
		case language.Sequela:
			o = max(o, Late)
		}
	}
	p.operator = max(p.operator, o)
	p.focus = p.focus || s.focus
}

// pseudo reports whether the negation at items[i] denies something else than a
// condition: "kan ikke løfte", "uden effekt".
func (c *Coder) pseudo(items []item, words []language.Word, i int) bool {
	for k := i + 1; k < len(items) && k <= i+3; k++ {
		it := &items[k]
		if adjective(c.language, words[it.to-1].Key) {
			return true
		}
		if it.concept != nil || it.unread {
			return false
		}
		switch it.sense {
		case language.Vain, language.Cannot:
			return true
		case language.Filler, language.In, language.Begins:
			continue
		}
		return false
	}
	return i > 0 && items[i-1].concept == nil && items[i-1].sense == language.Cannot
}

// lasting reports whether the sentence says that what one "har haft" goes on:
// "har haft migræne i mange år".
func lasting(l *language.Language, words []language.Word, haft int) bool {
	from, to := haft, haft+1
	for from > 0 && words[from].Before != language.Sentence {
		from--
	}
	for to < len(words) && words[to].Before != language.Sentence {
		to++
	}
	for i, w := range words[from:to] {
		if w.Key == l.Ago[1] && slices.ContainsFunc(words[from+max(0, i-4):from+i], func(w language.Word) bool { return w.Key == l.Ago[0] }) {
			continue // "for tre år siden"
		}
		if l.Lasting[w.Key] {
			return true
		}
	}
	return false
}

// startsClause reports whether the word at rest[0] begins what follows last
// anew, so that last cannot be its effect.
func startsClause(rest []item, words []language.Word, last phrase) bool {
	for w := last.to; w <= rest[0].from; w++ {
		if words[w].Before >= language.Comma {
			return true
		}
	}
	return false
}

// belongs reports whether a phrase is said of the person named next: "kræft hos
// ægtefælle", "dement mor".
func belongs(l *language.Language, p phrase, it *item, words []language.Word) bool {
	for w := p.to; w <= it.from; w++ {
		if words[w].Before > language.Space {
			return false
		}
	}
	gap := it.from - p.to
	return gap == 0 || words[p.to].Key == l.With && gap <= 2
}
