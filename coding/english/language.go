package english

import "stikprove/coding/language"

// Language is English. Its compounds have no linking letter, and a short word
// has a stem of its own from three letters only: "wage" and "wages" are one.
var Language = &language.Language{
	Code:  "en",
	Whole: 3,
	Endings: []string{
		"ings", "ing", "ies", "ied", "ers",
		"ed", "er", "es", "ly",
		"e", "s", "y",
	},
	Abbreviations: language.Set("eg ie incl poss prob prev approx esp vs hx dx fx re wrt cf"),
	Operators:     operators,
	Fillers:       fillers,
	Everyday:      everyday,
	Neither:       language.Set("neither nor"),
	Had:           language.Set("had"),
	Present:       "compl",
	Lasting:       language.Set("since many always lifelong life several long years"),
	With:          "in",
	Of:            language.Set("of after from to with"),
	Done:          language.Set("removed operated treated healed over settled closed"),
	Qualifying:    []string{"related", "dependent", "based", "specified", "controlled", "conditioned"},
}
