package language

import "strings"

// MinPart is the fewest letters a part of a compound has.
const MinPart = 3

// maxParts and maxLength keep the splitting of long words linear.
const (
	maxParts  = 5
	maxLength = 60
)

// Split takes a compound apart into parts of which head knows the last and
// modifier the others, and returns the keys of the parts, the head last, or
// nil. Between the parts a linking letter is passed over, as the s of
// "arbejdsvilkår" or the n of "øjenlidelse", and a modifier may lack the e it
// ends in. The longest head wins.
func (l *Language) Split(key string, head, modifier func(part string) bool) []string {
	if len(key) < 2*MinPart || len(key) > maxLength {
		return nil
	}
	for p := MinPart; p <= len(key)-MinPart; p++ {
		if !head(key[p:]) {
			continue
		}
		if mods := l.modifiers(key[:p], modifier, maxParts-1); mods != nil {
			return append(mods, key[p:])
		}
	}
	return nil
}

// modifiers covers the whole of s with modifiers, the longest last part first.
func (l *Language) modifiers(s string, known func(string) bool, left int) []string {
	if left == 0 || len(s) < MinPart {
		return nil
	}
	if m, ok := l.modifier(s, known); ok {
		return []string{m}
	}
	for p := MinPart; p <= len(s)-MinPart; p++ {
		m, ok := l.modifier(s[p:], known)
		if !ok {
			continue
		}
		if rest := l.modifiers(s[:p], known, left-1); rest != nil {
			return append(rest, m)
		}
	}
	return nil
}

// modifier finds the lexicon form that s is as the first part of a compound.
func (l *Language) modifier(s string, known func(string) bool) (string, bool) {
	if known(s) {
		return s, true
	}
	n := len(s)
	switch last := s[n-1]; {
	case strings.IndexByte(l.Links, last) >= 0 && n > MinPart && known(s[:n-1]):
		return s[:n-1], true
	case !vowel(last) && n >= MinPart && known(s+"e"):
		return s + "e", true
	}
	return "", false
}

// Known prefix and suffix of an unknown compound are found by the caller with
// these bounds in mind: Prefixes calls try with every beginning of key and what
// is left when a linking letter is passed over, longest beginning first.
func (l *Language) Prefixes(key string, try func(prefix, rest string) bool) bool {
	for p := len(key) - MinPart; p >= MinPart; p-- {
		if try(key[:p], key[p:]) {
			return true
		}
		if (key[p] == 's' || key[p] == 'e') && strings.IndexByte(l.Links, key[p]) >= 0 && len(key)-p-1 >= MinPart && try(key[:p], key[p+1:]) {
			return true
		}
	}
	return false
}
