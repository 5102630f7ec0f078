package coding

import (
	"slices"
	"strings"

	"stikprove/coding/danish"
)

// looksBack reports whether the word of late effects at rest[0] looks back: no
// condition follows it but after a comma or "og".
func looksBack(rest []item, words []danish.Word, ps []phrase, next int) bool {
	switch words[rest[0].to-1].Key {
	case "af", "efter", "ved", "til", "fra", "e", "eft", "p":
		return false
	}
	if len(rest) == 1 {
		return true
	}
	if next == len(ps) {
		return words[ps[next-1].from].Before <= words[rest[0].from].Before && words[rest[0].from].Before < danish.Comma
	}
	r := &rest[1]
	return words[r.from].Before >= danish.Comma && words[r.from].Before != danish.Colon || r.concept == nil && r.sense == danish.And
}

// leads reports whether what rest[0] says is said of what follows:
// "færdigbehandlet for".
func leads(rest []item) bool {
	return len(rest) > 1 && rest[1].concept == nil && (rest[1].sense == danish.In || rest[1].sense == danish.After)
}

// doneWith reports whether words tell of a condition that was treated in a year
// they name.
func doneWith(words []danish.Word) bool {
	year := slices.ContainsFunc(words, func(w danish.Word) bool {
		return len(w.Key) == 4 && number(w.Key) && (w.Key[:2] == "19" || w.Key[:2] == "20")
	})
	return year && slices.ContainsFunc(words, func(w danish.Word) bool {
		switch w.Key {
		case "fjernet", "bortopereret", "opereret", "behandlet", "overstaet", "helet", "syg", "sygemeldt":
			return true
		}
		return false
	})
}

// adjective reports whether a word is one that a denial before it denies alone:
// "ikke insulinkrævende sukkersyge".
func adjective(key string) bool {
	return slices.ContainsFunc([]string{"kravende", "betinget", "betingede", "relateret", "relaterede", "afhangig", "behandlet", "reguleret", "specificeret", "udredt", "udredet"}, func(end string) bool {
		return strings.HasSuffix(key, end)
	})
}

// clause makes the phrases of the clause that ends at ps[last] past.
func (s *scope) clause(ps []phrase, last int, words []danish.Word) {
	for k := last; k >= 0; k-- {
		ps[k].operator = max(ps[k].operator, Past)
		if words[ps[k].from].Before >= danish.Comma {
			return
		}
	}
}
