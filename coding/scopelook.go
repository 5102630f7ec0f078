package coding

import (
	"slices"
	"strings"

	"stikprove/coding/language"
)

// looksBack reports whether the word of late effects at rest[0] looks back: no
// condition follows it but after a comma or "og".
func looksBack(l *language.Language, rest []item, words []language.Word, ps []phrase, next int) bool {
	if l.Of[words[rest[0].to-1].Key] {
		return false
	}
	if len(rest) == 1 {
		return true
	}
	if next == len(ps) {
		return words[ps[next-1].from].Before <= words[rest[0].from].Before && words[rest[0].from].Before < language.Comma
	}
	r := &rest[1]
	return words[r.from].Before >= language.Comma && words[r.from].Before != language.Colon || r.concept == nil && r.sense == language.And
}

// leads reports whether what rest[0] says is said of what follows:
// "færdigbehandlet for".
func leads(rest []item) bool {
	return len(rest) > 1 && rest[1].concept == nil && (rest[1].sense == language.In || rest[1].sense == language.After)
}

// doneWith reports whether words tell of a condition that was treated in a year
// they name.
func doneWith(l *language.Language, words []language.Word) bool {
	year := slices.ContainsFunc(words, func(w language.Word) bool {
		return len(w.Key) == 4 && number(w.Key) && (w.Key[:2] == "19" || w.Key[:2] == "20")
	})
	return year && slices.ContainsFunc(words, func(w language.Word) bool {
		return l.Done[w.Key]
	})
}

// adjective reports whether a word is one that a denial before it denies alone:
// "ikke insulinkrævende sukkersyge".
func adjective(l *language.Language, key string) bool {
	return slices.ContainsFunc(l.Qualifying, func(end string) bool {
		return strings.HasSuffix(key, end)
	})
}

// clause makes the phrases of the clause that ends at ps[last] past.
func (s *scope) clause(ps []phrase, last int, words []language.Word) {
	for k := last; k >= 0; k-- {
		ps[k].operator = max(ps[k].operator, Past)
		if words[ps[k].from].Before >= language.Comma {
			return
		}
	}
}
