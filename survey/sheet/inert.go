package sheet

import (
	"strconv"
	"strings"
)

// Inert puts an apostrophe before a text that Excel would take for a formula
// where it opens a delimited file, and before one that has the apostrophe
// already, so that [Ert] takes it back. Numbers may begin with a sign.
func Inert(s string) string {
	if !runs(s) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil || s == "-" {
		return s
	}
	return "'" + s
}

// Ert takes back the apostrophe of [Inert].
func Ert(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && runs(rest) {
		return rest
	}
	return s
}

// runs reports whether Excel would run s as a formula, were it not for
// apostrophes.
func runs(s string) bool {
	s = strings.TrimLeft(s, "'")
	return s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0]))
}
