package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// letter is one character of the mended text and the bytes it came from.
type letter struct {
	start, end int  // bytes in the original text
	r          rune // lower case, spelled with a-z where it is a letter
	upper      bool
}

// letters appends the characters of s to out, mended one by one: encodings
// read wrongly, decomposed accents, soft hyphens and character entities. Every
// letter outside a-z is spelled with a-z, so one character may give two letters
// of the same bytes.
func letters(s string, out []letter) []letter {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf && c != '&' {
			low := rune(c)
			upper := 'A' <= c && c <= 'Z'
			if upper {
				low += 'a' - 'A'
			}
			out = append(out, letter{i, i + 1, low, upper})
			i++
			continue
		}
		r, size := mend(s[i:], len(out) > 0 && isLetter(out[len(out)-1].r))
		end := i + size
		switch {
		case r == 0x00AD || r == 0x200B || r == 0x200C || r == 0x200D || r == 0x2060 || r == 0xFEFF:
			// Soft hyphens and characters of no width join what they stand in.
		case unicode.Is(unicode.Mn, r):
			out = accent(out, r, end)
		default:
			upper := unicode.IsUpper(r)
			low := unicode.ToLower(r)
			if sp := spell(low); sp != "" {
				for _, c := range sp {
					out = append(out, letter{i, end, c, upper})
				}
			} else {
				out = append(out, letter{i, end, low, upper})
			}
		}
		i = end
	}
	return out
}

// spell gives the strict spelling of a letter outside a-z, or "".
func spell(low rune) string {
	switch low {
	case 'æ':
		return "ae"
	case 'ø':
		return "oe"
	case 'å':
		return "aa"
	}
	return spelled[low]
}

// accent applies a combining mark to the letter before it: a ring makes å, two
// dots over a or o are read as æ and ø, others are dropped.
func accent(out []letter, mark rune, end int) []letter {
	if len(out) == 0 {
		return out
	}
	last := &out[len(out)-1]
	last.end = end
	switch {
	case mark == 0x030A && last.r == 'a':
		return append(out, *last)
	case mark == 0x0308 && (last.r == 'a' || last.r == 'o'):
		e := *last
		e.r = 'e'
		return append(out, e)
	}
	return out
}

// mend returns the first character of s as it was meant and how many bytes it
// takes. inWord says that a letter stands before it: some signs are broken
// letters only there.
func mend(s string, inWord bool) (rune, int) {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size <= 1 {
		// A byte that is not UTF-8: the text is Latin-1, whose bytes are code
		// points.
		if s[0] >= 0xC0 {
			return rune(s[0]), 1
		}
		return utf8.RuneError, 1
	}
	switch r {
	case 'Ã', 'ã':
		// UTF-8 read as Latin-1 or Windows-1252, once or twice over.
		if m, n := misread(s[size:]); n > 0 {
			return m, size + n
		}
	case '&':
		for _, e := range entities {
			if strings.HasPrefix(s, e.name) {
				return e.r, len(e.name)
			}
		}
	}
	if m, ok := codepages[r]; ok && (inWord || r == '\u203A') && startsWithLetter(s[size:]) {
		return m, size
	}
	return r, size
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isLetter(unicode.ToLower(r))
}

// misread decodes what follows the letter Ã: the second half of a letter of two
// bytes. It returns 0 bytes where there is none.
func misread(s string) (rune, int) {
	for _, prefix := range []string{"ƒÂ", "\u0083Â"} { // encoded twice
		if strings.HasPrefix(s, prefix) {
			if m, n := misread(s[len(prefix):]); n > 0 {
				return m, len(prefix) + n
			}
		}
	}
	r, size := utf8.DecodeRuneInString(s)
	if m, ok := secondHalf[r]; ok {
		return m, size
	}
	return 0, 0
}

// secondHalf maps the second byte of æ, ø, å and a few more in UTF-8, as
// Latin-1 and Windows-1252 show it, to the letter.
var secondHalf = map[rune]rune{
	0xA6: 'æ', 0xB8: 'ø', 0xA5: 'å', 0xA9: 'é', 0xB6: 'ö', 0xA4: 'ä', 0xBC: 'ü', 0xA8: 'è',
	'†': 'Æ', 0x86: 'Æ', '˜': 'Ø', 0x98: 'Ø', '…': 'Å', 0x85: 'Å',
}

// codepages maps signs that are Danish letters of an older code page (DOS 865,
// Macintosh) shown in Windows-1252. Inside a word nothing else can be meant.
var codepages = map[rune]rune{
	'\u2018': 'æ', '\u203A': 'ø', '\u2020': 'å', '¾': 'æ', '¿': 'ø', 'Œ': 'å', '\u0091': 'æ', '\u009B': 'ø', '\u0086': 'å',
}

var entities = []struct {
	name string
	r    rune
}{
	{"&aelig;", 'æ'}, {"&oslash;", 'ø'}, {"&aring;", 'å'}, {"&AElig;", 'Æ'}, {"&Oslash;", 'Ø'}, {"&Aring;", 'Å'},
	{"&#230;", 'æ'}, {"&#248;", 'ø'}, {"&#229;", 'å'}, {"&amp;", '&'}, {"&nbsp;", ' '}, {"&eacute;", 'é'},
}

func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r > 127 && unicode.IsLetter(r)
}
