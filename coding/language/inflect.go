package language

import "strings"

// Bases calls try with the forms that key may be an inflection of, likeliest
// first, until try returns true, and reports whether it did. Key itself is not
// among them. A base keeps at least three letters.
//
// A consonant is doubled before a vowel ending ("ryggen", "shipping") and an e
// is dropped ("hiring"), in some languages that of the last syllable too
// ("skuldre"): the single consonant and the full word are tried as well.
func (l *Language) Bases(key string, try func(base string) bool) bool {
	for _, ending := range l.Endings {
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
		if n >= 4 && strings.IndexByte(l.Syllabic, last) >= 0 && !vowel(stem[n-2]) && try(stem[:n-1]+"e"+stem[n-1:]) {
			return true
		}
	}
	return false
}

// Stem returns key without its longest ending and without a doubled last
// consonant. Words that differ in inflection only have the same stem; a few
// others have too, so a stem is compared only where no form fits. Keys of
// l.Whole letters or fewer are their own stems.
func (l *Language) Stem(key string) string {
	if len(key) <= l.Whole {
		return key
	}
	for _, ending := range l.Endings {
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
