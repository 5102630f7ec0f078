package platform

import (
	"math"
	"strconv"
	"strings"

	"stikprove/survey/sheet"
)

// Numbers that a text writes are kept as numbers, with how many decimals they
// have and which mark stands before them, so that the text can be written
// again: storedWritten and the decimals, or storedComma and the decimals.
const mostDigits = 15 // that a number keeps

// writtenDigits returns the number in a text and how it is kept, or false for a
// text that would not be written again letter by letter: 007, +5 and .5.
//
// Up to 15 digits are an exact whole number over an exact power of ten, and
// IEEE 754 rounds the quotient as it rounds the decimal itself.
func writtenDigits[T string | []byte](s T) (number float64, as stored, ok bool) {
	i, end := 0, len(s)
	if end > 0 && s[0] == '-' {
		i = 1
	}
	if end-i > mostDigits+1 || end == i || s[i] == '0' && end > i+1 && isDigit(s[i+1]) {
		return 0, 0, false
	}
	whole, first := uint64(0), i
	for ; i < end && isDigit(s[i]); i++ {
		whole = whole*10 + uint64(s[i]-'0')
	}
	if i == first {
		return 0, 0, false
	}
	as, decimals := storedWritten, 0
	if i < end {
		switch s[i] {
		case '.':
		case ',':
			as = storedComma
		default:
			return 0, 0, false
		}
		decimals = end - i - 1
		for i++; i < end && isDigit(s[i]); i++ {
			whole = whole*10 + uint64(s[i]-'0')
		}
		if i < end || decimals == 0 {
			return 0, 0, false
		}
	} else if end > mostDigits {
		return 0, 0, false
	}
	number = float64(whole) / tens[decimals]
	if first == 1 {
		number = -number
	}
	return number, as + stored(decimals), true
}

// tens are the powers of ten that numbers are divided by.
var tens = [mostDigits + 1]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// isWritten reports whether a number was written as a text.
func (k stored) isWritten() bool { return k >= storedWritten }

// comma reports whether a decimal comma stands in the text.
func (k stored) comma() bool { return k >= storedComma }

// decimals returns how many digits stand behind the mark.
func (k stored) decimals() int {
	if k.comma() {
		return int(k - storedComma)
	}
	return int(k - storedWritten)
}

// text returns the text that a number was written as.
func (k stored) text(number float64) string {
	s := strconv.FormatFloat(number, 'f', k.decimals(), 64)
	if k.comma() {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// written is number and text for a number that a text writes: it says the same
// and needs no text.
func (e *evidence) written(x float64, as stored) {
	e.number(x, 1)
	switch decimals, size := as.decimals(), math.Abs(x); {
	case decimals == 0 && x >= 1e11:
		e.codes++
	case as.comma() && decimals == 3 && size >= 1 && size < 1000:
		e.unsure++
	case as.comma():
		e.commas++
	case decimals > 0:
		e.points++
		if decimals == 3 && size >= 1 && size < 1000 {
			e.triples++
		}
	}
}

// weighNumbers gathers the evidence of the numbers of a column of them, and
// passes every other cell to other.
func (s *store) weighNumbers(e *evidence, other func(c sheet.Cell, n int) bool) {
	for i, kind := range s.kinds {
		switch {
		case kind == storedBlank:
		case kind.isWritten():
			e.filled++
			e.distinct++
			e.written(s.numbers[i], kind)
		default:
			other(s.cell(i), 1)
		}
	}
}
