package sample

import (
	"fmt"
	"strings"

	"stikprove/survey"
)

// Unknown words the mistake of naming a variable that ds does not have, with
// the nearest that it has:
//
//	no variable "branche" in sample cases; did you mean "industry"?
//
// A variable is near by its name or by its label in any language.
func Unknown(name string, ds *survey.Dataset, sample string) string {
	msg := fmt.Sprintf("no variable %q in sample %s", name, sample)
	names := make([]string, 0, len(ds.Columns()))
	for _, c := range ds.Columns() {
		names = append(names, c.Name)
	}
	near := survey.Nearest(name, names)
	if near == "" {
		near = byLabel(name, ds)
	}
	if near != "" {
		msg += fmt.Sprintf("; did you mean %q?", near)
	}
	return msg
}

// byLabel returns the variable that one of its labels calls word, or, where
// there is exactly one, the variable whose label has it as a word.
func byLabel(word string, ds *survey.Dataset) string {
	var within []string
	for _, c := range ds.Columns() {
		has := false
		for _, label := range c.Label {
			if strings.EqualFold(label, word) {
				return c.Name
			}
			for _, w := range strings.FieldsFunc(label, func(r rune) bool { return strings.ContainsRune(" ,.?!:;()/", r) }) {
				has = has || strings.EqualFold(w, word)
			}
		}
		if has {
			within = append(within, c.Name)
		}
	}
	if len(within) == 1 {
		return within[0]
	}
	return ""
}
