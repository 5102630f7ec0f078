package study

import (
	"strings"
	"unicode"
)

// Words that questionnaires in either language can hardly do without, and that
// the other does not have.
var (
	danishWords  = wordSet("og er det den af på til med for at som har hvor hvad hvilken hvilke hvordan hvornår jeg ikke du din dit dine eller en et ja nej kan vi de der mand kvinde køn alder ved ved_ikke enig uenig meget andet hvis")
	englishWords = wordSet("and is the of on to with for that as has have what which how when where i not you your or a an yes no can we they there male female gender age agree disagree very other if do does are any")
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// guessLanguage returns the language, da or en, that the export's questions and
// options are in, as far as their commonest words and letters tell; English
// where they tell nothing.
func (st *starter) guessLanguage() string {
	danish, english := 0, 0
	count := func(words string) {
		for _, w := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if danishWords[w] && !englishWords[w] || strings.ContainsAny(w, "æøå") {
				danish++
			}
			if englishWords[w] && !danishWords[w] {
				english++
			}
		}
	}
	for _, v := range st.mapping.Variables {
		if v.Role != "answer" {
			continue
		}
		count(v.Label)
		for _, o := range v.Options {
			count(o.Label)
		}
	}
	if danish > english {
		return "da"
	}
	return "en"
}

// otherInLanguage names the option that the reading of texts adds for what is
// none of the others in the study's language.
func (st *starter) otherInLanguage() {
	for _, v := range st.mapping.Variables {
		for i, o := range v.Options {
			if o.Name == "other" && o.Code == "other" && o.Label == "Other" {
				v.Options[i].Label = st.words.other
			}
		}
	}
}
