package survey

import (
	"strconv"
	"strings"
)

// Clip returns s as a message may repeat it: in one line, and no more than 40
// characters of it. Personal numbers are masked before it is clipped, so that
// no part of one is left over.
func Clip(s string) string {
	const most = 40
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
	s = MaskCPR(s)
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// Quote returns s in quotation marks, clipped.
func Quote(s string) string { return strconv.Quote(Clip(s)) }

// QuoteAll returns the names as a message lists them: quoted, with commas.
func QuoteAll(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = Quote(name)
	}
	return strings.Join(quoted, ", ")
}
