package study

import (
	"strings"

	"stikprove/survey"
)

// parseWhere parses a condition in which the names of ds's variables may stand
// without ${ and }.
func parseWhere(written string, ds *survey.Dataset) (*survey.Rule, error) {
	if rule, err := survey.ParseRule(written); err == nil {
		return rule, nil
	}
	rule, err := survey.ParseRule(braced(written, ds))
	if err != nil {
		_, err = survey.ParseRule(written)
	}
	return rule, err
}

// braced puts ${ and } around the names of ds's variables outside quotes.
func braced(written string, ds *survey.Dataset) string {
	var b strings.Builder
	var quote rune
	word := ""
	flush := func() {
		if ds.Column(word) != nil {
			word = "${" + word + "}"
		}
		b.WriteString(word)
		word = ""
	}
	open := false
	for _, r := range written {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
			b.WriteRune(r)
		case r == '{' || r == '}':
			if open && r == '}' {
				b.WriteString(word)
				word = ""
			} else {
				flush()
			}
			open = r == '{'
			b.WriteRune(r)
		case strings.ContainsRune(" \t\n=!<>()+-,$", r) || r == '\'' || r == '"':
			flush()
			if r == '\'' || r == '"' {
				quote = r
			}
			b.WriteRune(r)
		default:
			word += string(r)
		}
	}
	flush()
	return b.String()
}
