package study

import (
	"fmt"
	"strings"
	"unicode"

	"stikprove/survey"
)

// page is a text in the making that knows which line it is at.
type page struct {
	b     strings.Builder
	at    int
	looks []Look
}

// add adds a line.
func (p *page) add(format string, args ...any) {
	fmt.Fprintf(&p.b, format+"\n", args...)
	p.at++
}

// look says that the next line is to be looked at.
func (p *page) look(file, format string, args ...any) {
	p.looks = append(p.looks, Look{File: file, Line: p.at + 1, Words: fmt.Sprintf(format, args...)})
}

// comment adds lines of words as comments.
func (p *page) comment(indent, words string) {
	for line := range strings.SplitSeq(words, "\n") {
		p.add("%s# %s", indent, line)
	}
}

// yamlWords returns words as YAML has them anywhere, in quotation marks and on
// one line; personal numbers are masked.
func yamlWords(words string) string {
	words = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || !unicode.IsPrint(r) && r != ' ' {
			return -1
		}
		return r
	}, strings.Join(strings.Fields(strings.ToValidUTF8(words, "")), " "))
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(survey.MaskCPR(words)) + `"`
}
