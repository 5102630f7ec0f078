package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a part of a text that may not be broken, unless it is wider than a
// line.
type piece struct {
	words string
	glued bool // no space before it
}

// wrap breaks words into lines no wider than width. It breaks at ordinary
// spaces and after a slash or a hyphen between letters. A word wider than the
// line is hyphenated where the line ends, since nothing may be cut.
func wrap(words string, s style, width float64) []string {
	var lines []string
	line := ""
	for _, p := range pieces(words) {
		joined := line + p.words
		if !p.glued && line != "" {
			joined = line + " " + p.words
		}
		if s.width(joined) <= width {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = p.words
		for s.width(line) > width {
			head, tail := hyphenate(line, s, width)
			if tail == "" {
				break
			}
			lines = append(lines, head)
			line = tail
		}
	}
	if line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// balance wraps words into as few lines as wrap and makes those as even as
// it can, which reads better in a narrow column.
func balance(words string, s style, width float64) []string {
	lines := wrap(words, s, width)
	if len(lines) < 2 {
		return lines
	}
	low, high := longest(words, s), width
	if low >= width {
		return lines
	}
	for high-low > 0.5 {
		mid := (low + high) / 2
		if try := wrap(words, s, mid); len(try) > len(lines) {
			low = mid
		} else {
			lines, high = try, mid
		}
	}
	return lines
}

// pieces splits words where a line may end.
func pieces(words string) []piece {
	words = strings.ToValidUTF8(words, "\ufffd")
	fields := strings.FieldsFunc(words, func(r rune) bool {
		// A no-break space stays inside its piece.
		return r == ' ' || r == '\t' || r == '\n' || r == '\r'
	})
	var all []piece
	for i, f := range fields {
		if i > 0 && strings.HasSuffix(fields[i-1], "§") {
			// A section sign belongs to its number.
			all[len(all)-1].words += "\u00a0" + f
			continue
		}
		glued := false
		for {
			cut := breakAfter(f)
			if cut < 0 {
				break
			}
			all = append(all, piece{f[:cut], glued})
			f, glued = f[cut:], true
		}
		all = append(all, piece{f, glued})
	}
	return all
}

// breakAfter returns where f may be broken behind a slash or hyphen that stands
// between two letters of words, or -1. Ranges such as 2-4 hold together.
func breakAfter(f string) int {
	letters := 0
	for i, r := range f {
		next, _ := utf8.DecodeRuneInString(f[i+utf8.RuneLen(r):])
		if (r == '/' || r == '-') && letters >= 3 && unicode.IsLetter(next) {
			return i + 1
		}
		if unicode.IsLetter(r) {
			letters++
		} else {
			letters = 0
		}
	}
	return -1
}

// hyphenate breaks a word so that its head and a hyphen fit in width. It
// leaves at least two letters before and three behind, and returns an empty
// tail where the word is too short for that.
//
// It breaks before a consonant that a vowel follows, which is right more often
// than not in the languages written with Latin letters, and anywhere in a word
// that has no such place.
func hyphenate(word string, s style, width float64) (head, tail string) {
	runes := []rune(word)
	if len(runes) < 6 {
		return word, ""
	}
	cut := 2
	for n := len(runes) - 3; n > 2; n-- {
		if s.width(hyphened(runes[:n])) > width {
			continue
		}
		cut = max(cut, n)
		if unicode.IsLetter(runes[n-1]) && unicode.IsLetter(runes[n]) && !vowel(runes[n]) && vowel(runes[n+1]) {
			cut = n
			break
		}
	}
	return hyphened(runes[:cut]), string(runes[cut:])
}

// hyphened returns the head of a broken word; one that ends in a hyphen
// already needs no other.
func hyphened(head []rune) string {
	if last := head[len(head)-1]; last == '-' || last == '/' {
		return string(head)
	}
	return string(head) + "-"
}

func vowel(r rune) bool {
	return strings.ContainsRune("aeiouyæøåäöüáéíóúàèù", unicode.ToLower(r))
}

// longest returns the width of the widest part of words that a line should
// not break.
func longest(words string, s style) float64 {
	w := 0.0
	for _, p := range pieces(words) {
		w = max(w, s.width(p.words))
	}
	return w
}
