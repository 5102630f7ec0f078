package language

import "strings"

// Wild is the letter of a key that stands for one letter lost in transmission.
const Wild = '?'

// Key folds s to the form that words are compared in: lower case, accents
// dropped, and in a language with those letters æ, ä, ae and a are all "a", ø, ö,
// oe and o are "o", å and aa are "a". Answers typed on a keyboard without the Danish letters thereby
// meet those typed with them. Spaces are kept.
func (l *Language) Key(s string) string {
	var b strings.Builder
	for _, c := range letters(s, nil) {
		b.WriteRune(c.r)
	}
	return l.Shorten(b.String())
}

// Shorten turns the strict form of a word, see [Word], into its key: in a
// language with those letters, ae and aa become a, oe becomes o.
func (l *Language) Shorten(strict string) string {
	if !l.Nordic || !strings.Contains(strict, "ae") && !strings.Contains(strict, "oe") && !strings.Contains(strict, "aa") {
		return strict
	}
	b := make([]byte, 0, len(strict))
	for i := 0; i < len(strict); i++ {
		c := strict[i]
		b = append(b, c)
		if i+1 < len(strict) && (c == 'a' && (strict[i+1] == 'e' || strict[i+1] == 'a') || c == 'o' && strict[i+1] == 'e') {
			i++
		}
	}
	return string(b)
}

// spelled gives the strict spelling of letters outside a-z but the Danish ones.
// Foreign letters that stand for Danish ones count as those.
var spelled = map[rune]string{
	'ä': "ae", 'ö': "oe",
	'á': "a", 'à': "a", 'â': "a", 'ã': "a", 'é': "e", 'è': "e", 'ê': "e", 'ë': "e",
	'í': "i", 'ì': "i", 'î': "i", 'ï': "i", 'ó': "o", 'ò': "o", 'ô': "o", 'õ': "o",
	'ú': "u", 'ù': "u", 'û': "u", 'ü': "u", 'ý': "y", 'ÿ': "y", 'ç': "c", 'ñ': "n",
	'œ': "oe", 'ß': "ss", 'ð': "d", 'þ': "th", 'š': "s", 'ž': "z", 'ł': "l",
	'\uFB01': "fi", '\uFB02': "fl", '\uFB00': "ff",
}
