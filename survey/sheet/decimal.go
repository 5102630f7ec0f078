package sheet

import "strconv"

// tens are the powers of ten that a float64 holds exactly.
var tens = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// decimal reads a stored number: digits, point and exponent, nothing else that
// Go would take for one.
//
// Up to 15 digits are an exact whole number divided by an exact power of ten,
// and IEEE 754 rounds the quotient as it rounds the decimal itself; the rest
// is strconv's.
func decimal(v []byte) (float64, bool) {
	whole, digits, scale, negative := uint64(0), 0, -1, false
	for i, c := range v {
		switch {
		case c >= '0' && c <= '9':
			whole = whole*10 + uint64(c-'0')
			digits++
			if scale >= 0 {
				scale++
			}
		case c == '.' && scale < 0:
			scale = 0
		case c == '-' && i == 0:
			negative = true
		case c == '-' || c == '+' || c == 'e' || c == 'E' || c == '.':
			digits = len(tens)
		default:
			return 0, false
		}
		if digits >= len(tens) {
			return slowDecimal(v)
		}
	}
	if digits == 0 {
		return 0, false
	}
	n := float64(whole)
	if scale > 0 {
		n /= tens[scale]
	}
	if negative {
		n = -n
	}
	return n, true
}

// slowDecimal is decimal for every form of number.
func slowDecimal(v []byte) (float64, bool) {
	for _, c := range v {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return 0, false
		}
	}
	n, err := strconv.ParseFloat(string(v), 64)
	return n, err == nil
}

// index reads a number of digits alone, small enough for a place in a list.
func index(v []byte) (int, bool) {
	n := 0
	for _, c := range v {
		if c < '0' || c > '9' || n > 1<<30 {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, len(v) > 0
}
