package report

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A passage is the words of one paragraph, heading or footnote as they follow
// each other, with the look-ups in it and where in the file each word stands.
// [lookedUp] stands in the words for a number that is looked up.
type passage struct {
	*running
	position func(offset int) position
	title    bool // of a table or figure, which always stands beside numbers
}

// at returns where the word at a byte of the passage stands in the file.
func (p passage) at(i int) position { return p.position(p.offset(i)) }

// looked is a look-up and where in the words of its passage it stands.
type looked struct {
	lookup
	index int
}

// span is a stretch of a passage's words, in bytes.
type span struct{ from, to int }

// sentences parts a passage. A full stop after an abbreviation or an ordinal
// number ends none. The blanks after a sentence belong to it.
func (p passage) sentences(l Language) []span {
	words := p.words.String()
	var out []span
	from := 0
	for i := 0; i < len(words); i++ {
		if !strings.ContainsRune(".!?", rune(words[i])) {
			continue
		}
		end := i + 1
		for end < len(words) {
			r, size := utf8.DecodeRuneInString(words[end:])
			if !unicode.IsSpace(r) && !strings.ContainsRune(")\"”«»", r) {
				break
			}
			end += size
		}
		next, _ := utf8.DecodeRuneInString(words[end:])
		if end == i+1 || unicode.IsLower(next) || !l.opensAfter(words[:i+1]+" ", false) {
			continue
		}
		out = append(out, span{from, end})
		from, i = end, end-1
	}
	if from < len(words) {
		out = append(out, span{from, len(words)})
	}
	return out
}

// in returns the look-ups within a stretch, in order. One at its very end is in
// it, so that a remark after the full stop counts.
func (p passage) in(s span) []looked {
	var out []looked
	for _, l := range p.looked {
		if l.index >= s.from && l.index < s.to || l.verb == "fine" && l.index == s.to {
			out = append(out, l)
		}
	}
	return out
}

// token is a word, a number or a looked-up number.
type token struct {
	text string // in small letters
	span
}

var (
	tokenForm = regexp.MustCompile(`[\p{L}\d]+(?:[.,]\d+)*|` + lookedUp)
	quoted    = regexp.MustCompile(`»[^«]*«|“[^”]*”|„[^“]*“|"[^"]*"`)
)

// tokens returns the words in a stretch of a passage, without those in quotation
// marks: a label or an answer is not the author's verdict.
func (p passage) tokens(s span) []token {
	words := p.words.String()[s.from:s.to]
	words = quoted.ReplaceAllStringFunc(words, func(q string) string { return strings.Repeat(" ", len(q)) })
	var out []token
	for _, m := range tokenForm.FindAllStringIndex(words, -1) {
		out = append(out, token{strings.ToLower(words[m[0]:m[1]]), span{s.from + m[0], s.from + m[1]}})
	}
	return out
}

// line is tokens as one string with a blank before and after each, in which
// phrases are looked for, and where in it each token begins.
type line struct {
	text   string
	starts []int
}

func newLine(tokens []token) line {
	var l line
	var b strings.Builder
	b.WriteByte(' ')
	for _, t := range tokens {
		l.starts = append(l.starts, b.Len())
		b.WriteString(t.text)
		b.WriteByte(' ')
	}
	l.text = b.String()
	return l
}

// token returns the index of the token at a byte of the line.
func (l line) token(at int) int {
	i, found := slices.BinarySearch(l.starts, at)
	if !found {
		i--
	}
	return i
}

// find returns every match of a pattern that begins and ends with a blank, as
// the first and last token of it. Matches may share a blank.
func (l line) find(pattern *regexp.Regexp) []span {
	var out []span
	for from := 0; from < len(l.text); {
		m := pattern.FindStringIndex(l.text[from:])
		if m == nil || m[1]-m[0] < 3 {
			break
		}
		out = append(out, span{l.token(from + m[0] + 1), l.token(from + m[1] - 2)})
		from += m[1] - 1
	}
	return out
}
