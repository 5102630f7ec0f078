package survey

import "strconv"

// Pseudonyms stand in place of personal numbers where something is identified
// by one: cpr-1, cpr-2 and so on, in the order they are met. One set of them
// serves all data of a run, so that what belonged together still does.
type Pseudonyms struct{ known map[string]string }

// NewPseudonyms returns none yet.
func NewPseudonyms() *Pseudonyms { return &Pseudonyms{known: map[string]string{}} }

// Replace returns text with pseudonyms in place of personal numbers, however
// they are written.
func (p *Pseudonyms) Replace(text string) string {
	return replaceCPR(text, identitySpans(text), func(number string) string {
		digits := onlyDigits(number)
		if len(digits) == 9 {
			digits = "0" + digits
		}
		if p.known[digits] == "" {
			p.known[digits] = "cpr-" + strconv.Itoa(len(p.known)+1)
		}
		return p.known[digits]
	})
}

// identitySpans returns the personal numbers in a text, or the text where it is
// one that has lost its first zero.
func identitySpans(text string) []Span {
	if spans := FindCPR(text); spans != nil || len(text) != 9 || onlyDigits(text) != text {
		return spans
	}
	if spans := FindCPR("0" + text); len(spans) > 0 && spans[0].Checked {
		return []Span{{From: 0, To: 9, Checked: true}}
	}
	return nil
}

// replaceCPR returns text with other words in place of its spans.
func replaceCPR(text string, spans []Span, words func(number string) string) string {
	out, from := "", 0
	for _, s := range spans {
		out += text[from:s.From] + words(text[s.From:s.To])
		from = s.To
	}
	return out + text[from:]
}

func onlyDigits(s string) string {
	var digits []byte
	for i := range len(s) {
		if isDigit(s[i]) {
			digits = append(digits, s[i])
		}
	}
	return string(digits)
}
