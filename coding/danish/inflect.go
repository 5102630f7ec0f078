package danish

// endings are the inflections of Danish nouns and adjectives, longest first.
var endings = []string{
	"ernes", "erne", "enes", "ende", "erede",
	"ene", "ens", "ers", "ets", "ede", "ere", "est", "ste",
	"en", "er", "et", "es", "te", "ne", "ns", "ts",
	"e", "s", "n", "r", "t",
}

// Bases calls try with the forms that key may be an inflection of, likeliest
// first, until try returns true, and reports whether it did. Key itself is not
// among them. A base keeps at least three letters.
//
// Danish doubles a consonant before a vowel ending ("ryggen") and drops the e
// of -el, -en and -er ("skuldre"): the single consonant and the full syllable
// are tried too.
func Bases(key string, try func(base string) bool) bool {
	for _, ending := range endings {
		n := len(key) - len(ending)
		if n < 3 || key[n:] != ending {
			continue
		}
		stem := key[:n]
		if try(stem) {
			return true
		}
		last := stem[n-1]
		if n >= 4 && last == stem[n-2] && !vowel(last) && try(stem[:n-1]) {
			return true
		}
		if ending[0] != 's' && !vowel(last) && try(stem+"e") {
			return true
		}
		if n >= 4 && (last == 'r' || last == 'l' || last == 'n') && !vowel(stem[n-2]) && try(stem[:n-1]+"e"+stem[n-1:]) {
			return true
		}
	}
	return false
}

// Stem returns key without its longest ending and without a doubled last
// consonant. Words that differ in inflection only have the same stem; a few
// others have too, so a stem is compared only where no form fits. Keys of
// four letters or fewer are their own stems.
func Stem(key string) string {
	if len(key) <= 4 {
		return key
	}
	for _, ending := range endings {
		n := len(key) - len(ending)
		if n < 3 || key[n:] != ending {
			continue
		}
		if n >= 4 && key[n-1] == key[n-2] && !vowel(key[n-1]) {
			n--
		}
		return key[:n]
	}
	return key
}

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}
