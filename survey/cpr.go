package survey

import (
	"strings"
	"time"
	"unicode/utf8"
)

// Span is a Danish personal number (CPR number) in a text.
type Span struct {
	From, To int // bytes of the text, To not included
	// Checked says that the check digit holds (modulus 11). Numbers given out
	// since 2007 may lack it, so that a number without counts as one too.
	Checked bool
}

// cprMask stands in place of a number.
const cprMask = "xxxxxx-xxxx"

// FindCPR returns the personal numbers in text, in order: six digits that are
// a day, month and year and four more, where the first of those fits the
// century. The parts may stand together or be parted by a hyphen, dash,
// underscore or blanks, and the date by points, slashes, hyphens or blanks. Digits within a
// longer run of digits or a decimal number are none.
//
// Source: CPR-kontoret, "Personnummeret i CPR", for the century and the
// weights of the check digit.
func FindCPR(text string) []Span {
	if !manyDigits(text) {
		return nil
	}
	var spans []Span
	end := 0 // of the last span
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) {
			continue
		}
		run := i + span(text[i:], isDigit)
		digits, to, ok := cprAt(text, i)
		if ok && plausible(digits) && !(to == run && withinDecimal(text, end, i, to)) {
			spans = append(spans, Span{From: i, To: to, Checked: checkDigit(digits)})
			i, end = to-1, to
			continue
		}
		i = run - 1
	}
	return spans
}

// manyDigits reports whether text has the ten digits of a personal number.
// Nearly no text has, and all of them are looked at.
func manyDigits(text string) bool {
	n := 0
	for i := range len(text) {
		if isDigit(text[i]) {
			n++
		}
	}
	return n >= 10
}

// cprAt reads ten digits in one of the ways personal numbers are written, at
// the beginning of a run of digits.
func cprAt(text string, at int) (digits [10]byte, to int, ok bool) {
	n, between := 0, ""
	take := func(count int) bool {
		for ; count > 0; count-- {
			if at >= len(text) || !isDigit(text[at]) {
				return false
			}
			digits[n], n, at = text[at]-'0', n+1, at+1
		}
		return true
	}
	for part := range 3 {
		if !take(2) {
			return digits, 0, false
		}
		if part == 2 {
			break
		}
		mark := dateMark(text[at:])
		if part == 1 && mark != between {
			return digits, 0, false
		}
		between, at = mark, at+len(mark)
	}
	at += serialMark(text[at:])
	if !take(4) || at < len(text) && isDigit(text[at]) {
		return digits, 0, false
	}
	return digits, at, true
}

// dateMark returns what parts day, month and year at the beginning of s, or "".
func dateMark(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(blanks+hyphens+"./", r) && size > 0 && r != utf8.RuneError {
		return s[:size]
	}
	return ""
}

const (
	blanks  = " \t\u00a0\u2009\u202f"
	hyphens = "-_\u00ad\u2010\u2011\u2012\u2013\u2014\u2212"
)

// serialMark returns the length of what parts the date from the last four
// digits: at most two blanks, a hyphen and two more.
func serialMark(s string) int {
	at := 0
	skip := func(set string, most int) {
		for ; most > 0; most-- {
			r, size := utf8.DecodeRuneInString(s[at:])
			if size == 0 || r == utf8.RuneError || !strings.ContainsRune(set, r) {
				return
			}
			at += size
		}
	}
	skip(blanks, 2)
	skip(hyphens, 1)
	skip(blanks, 2)
	return at
}

// withinDecimal reports whether the digits from from to to are a part of a
// number with a decimal mark. Nothing before end is looked at.
func withinDecimal(text string, end, from, to int) bool {
	mark := func(c byte) bool { return c == '.' || c == ',' }
	return from-2 >= end && mark(text[from-1]) && isDigit(text[from-2]) ||
		to+1 < len(text) && mark(text[to]) && isDigit(text[to+1])
}

// plausible reports whether digits are a day that has been, by the century
// that the seventh tells.
func plausible(digits [10]byte) bool {
	two := func(i int) int { return int(digits[i])*10 + int(digits[i+1]) }
	day, month, year := two(0), two(2), two(4)
	switch seventh := digits[6]; {
	case seventh <= 3, (seventh == 4 || seventh == 9) && year >= 37:
		year += 1900
	case seventh == 4, seventh == 9, year <= 57:
		year += 2000
	default:
		year += 1800
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return month >= 1 && day >= 1 && t.Day() == day && int(t.Month()) == month
}

// checkDigit reports whether the weighted sum of the digits is a multiple of
// eleven.
func checkDigit(digits [10]byte) bool {
	sum := 0
	for i, weight := range [10]int{4, 3, 2, 7, 6, 5, 4, 3, 2, 1} {
		sum += weight * int(digits[i])
	}
	return sum%11 == 0
}

// MaskCPR returns text with xxxxxx-xxxx in place of every personal number.
func MaskCPR(text string) string {
	return replaceCPR(text, FindCPR(text), func(string) string { return cprMask })
}
