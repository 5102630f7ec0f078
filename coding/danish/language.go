package danish

import "stikprove/coding/language"

// Language is Danish.
var Language = &language.Language{
	Code:   "da",
	Nordic: true,
	Whole:  4,
	Endings: []string{
		"ernes", "erne", "enes", "ende", "erede",
		"ene", "ens", "ers", "ets", "ede", "ere", "est", "ste",
		"en", "er", "et", "es", "te", "ne", "ns", "ts",
		"e", "s", "n", "r", "t",
	},
	Syllabic:      "rln",
	Links:         "sen",
	Lost:          "ao",
	Abbreviations: language.Set("tidl obs evt mb morb hhv ifm pga vedr div bl inkl samt kron recid sek seq susp mist form formentl mul ang sv udr beh aktuelt akt e eft m u v f ve ho hoj pr ca fx dx sin dex sup inf lat med opr mv st st.p"),
	Operators:     operators,
	Fillers:       fillers,
	Everyday:      everyday + trades,
	Neither:       language.Set("hverken"),
	Had:           language.Set("haft"),
	Present:       "kompl",
	Lasting:       language.Set("siden mange gennem altid livet igennem flere langvarig lange"),
	Ago:           [2]string{"for", "siden"},
	With:          "hos",
	Of:            language.Set("af efter ved til fra e eft p"),
	Done:          language.Set("fjernet bortopereret opereret behandlet overstaet helet syg sygemeldt"),
	Qualifying:    []string{"kravende", "betinget", "betingede", "relateret", "relaterede", "afhangig", "behandlet", "reguleret", "specificeret", "udredt", "udredet"},
}
