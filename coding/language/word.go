package language

import (
	"sync"
	"unicode/utf8"
)

// Break says what stands between a word and the one before it, weakest first.
type Break uint8

// The breaks.
const (
	Space    Break = iota // nothing but space
	Hyphen                // a hyphen with no space around it
	Slash                 // a slash
	Plus                  // plus or ampersand
	Comma                 // a comma
	Dash                  // a dash between spaces
	Bracket               // a bracket
	Colon                 // a colon
	Sentence              // full stop, semicolon, line break, bullet
)

// Word is one word of a text.
type Word struct {
	Start, End int    // bytes in the text
	Key        string // folded, see Key
	Strict     string // folded, ae, oe and aa kept: words of one or two letters are compared so, since "tå" is not "ta"
	Before     Break  // what stands before it
	Suspended  bool   // a hyphen and a gap follow: "nakke- og ..."
	Caps       bool   // two or more characters, all letters capitals
	Wild       bool   // holds a letter lost in transmission
	Asked      bool   // a question mark follows
}

// buffers spares Read the making of a slice for every term and text.
var buffers = sync.Pool{New: func() any { return new([]letter) }}

// Read cuts text into words. Letters and digits make words; a question mark or
// replacement character between letters is a lost letter; letters with full
// stops between them ("d.m.") are one word; a hyphen at a line break joins.
func (l *Language) Read(text string) []Word {
	buffer := buffers.Get().(*[]letter)
	ls := letters(text, (*buffer)[:0])
	defer func() {
		if cap(ls) < 1<<14 {
			*buffer = ls
			buffers.Put(buffer)
		}
	}()
	words := make([]Word, 0, len(ls)/5+1)
	before := Sentence
	for i := 0; i < len(ls); {
		if !inWord(ls, i) {
			before = max(before, l.breakAt(ls, i, &words))
			i++
			continue
		}
		j, strict, wild := scan(ls, i)
		w := Word{Start: ls[i].start, End: ls[j-1].end, Before: before, Wild: wild, Strict: strict, Key: l.Shorten(strict)}
		w.Caps = allCaps(ls[i:j])
		words = append(words, w)
		before = Space
		i = j
	}
	return words
}

// scan reads the word that begins at i and returns where it ends.
func scan(ls []letter, i int) (end int, strict string, wild bool) {
	var buffer [48]byte
	b := buffer[:0]
	for i < len(ls) {
		switch {
		case isLetter(ls[i].r) || isDigit(ls[i].r):
			b = utf8.AppendRune(b, ls[i].r)
			i++
		case inWord(ls, i):
			// Two lost bytes are one lost letter.
			if len(b) == 0 || b[len(b)-1] != Wild {
				b = append(b, Wild)
			}
			wild = true
			i++
		case lineJoin(ls, i) > 0:
			i += lineJoin(ls, i)
		case dotted(ls, i, len(b)):
			i++
		default:
			return i, string(b), wild
		}
	}
	return i, string(b), wild
}

// inWord reports whether ls[i] belongs to a word. A sign of loss does between
// letters or before one at the beginning of a word.
func inWord(ls []letter, i int) bool {
	r := ls[i].r
	if isLetter(r) || isDigit(r) {
		return true
	}
	if r != Wild && r != 0xFFFD {
		return false
	}
	j := i
	for j < len(ls) && (ls[j].r == Wild || ls[j].r == 0xFFFD) {
		j++
	}
	if j == len(ls) || !isLetter(ls[j].r) || j-i > 4 {
		// At a word's end only the replacement character is a lost letter: a
		// question mark there asks.
		return r == 0xFFFD && i > 0 && isLetter(ls[i-1].r)
	}
	return r == 0xFFFD || i == 0 || isLetter(ls[i-1].r) || ls[i-1].r == Wild || ls[i-1].r == ' '
}

// lineJoin returns how many characters a hyphen and line break inside a word
// take, or 0.
func lineJoin(ls []letter, i int) int {
	if ls[i].r != '-' {
		return 0
	}
	j := i + 1
	for j < len(ls) && (ls[j].r == '\r' || ls[j].r == '\n') {
		j++
	}
	if j > i+1 && j < len(ls) && isLetter(ls[j].r) {
		return j - i
	}
	return 0
}

// dotted reports whether the full stop at i stands inside an abbreviation of
// single letters; n is the length of the word so far.
func dotted(ls []letter, i, n int) bool {
	if ls[i].r != '.' || i == 0 || i+1 >= len(ls) || n == 0 {
		return false
	}
	single := i < 2 || !isLetter(ls[i-2].r) && !isDigit(ls[i-2].r)
	next := isLetter(ls[i+1].r) && (i+2 >= len(ls) || !isLetter(ls[i+2].r))
	return single && isLetter(ls[i-1].r) && next
}

// breakAt says what the character at i breaks, and marks the word before it.
func (l *Language) breakAt(ls []letter, i int, words *[]Word) Break {
	last := len(*words) - 1
	glued := last >= 0 && i > 0 && ls[i-1].end == (*words)[last].End
	switch ls[i].r {
	case '-', '\u2010', '\u2011':
		next := i+1 < len(ls) && inWord(ls, i+1)
		if glued && !next {
			(*words)[last].Suspended = true
			return Space
		}
		if glued && next {
			return Hyphen
		}
		return Dash
	case '/', '\\', '|':
		return Slash
	case '+', '&':
		return Plus
	case ',':
		return Comma
	case '\u2013', '\u2014', '=', '>':
		return Dash
	case '(', ')', '[', ']':
		return Bracket
	case ':':
		return Colon
	case ';', '\n', '\u2022', '!', '*':
		return Sentence
	case '?':
		if last >= 0 {
			(*words)[last].Asked = true
		}
		return Comma
	case '.':
		return l.stop(ls, i, *words)
	}
	return Space
}

// stop tells a full stop that ends a sentence from one that ends an
// abbreviation: after four letters or fewer, before a small letter, it ends
// nothing, nor after an abbreviation that always stands before something.
func (l *Language) stop(ls []letter, i int, words []Word) Break {
	if last := len(words) - 1; last >= 0 && words[last].End == ls[i].start && l.Abbreviations[words[last].Key] {
		return Space
	}
	n := 0
	for k := i - 1; k >= 0 && isLetter(ls[k].r); k-- {
		n++
	}
	j := i + 1
	for j < len(ls) && ls[j].r == ' ' {
		j++
	}
	if n <= 4 && j < len(ls) && (isLetter(ls[j].r) && !ls[j].upper || isDigit(ls[j].r)) {
		return Space
	}
	return Sentence
}

func allCaps(ls []letter) bool {
	n := 0
	for _, c := range ls {
		if isLetter(c.r) {
			if !c.upper {
				return false
			}
			n++
		}
	}
	return n > 0 && len(ls) >= 2
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
