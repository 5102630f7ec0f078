package survey

import (
	"fmt"
	"strings"
)

// NoVariable words the mistake of naming a variable that d does not have.
// where says where it was looked for:
//
//	no variable "branche" in sample cases; did you mean "industry"?
//
// A variable is near by its name or by its label in any language.
func (d *Dataset) NoVariable(name, where string) string {
	near := Nearest(name, d.Names())
	if near == "" {
		near = d.byLabel(name)
	}
	words := fmt.Sprintf("no variable %s in %s", Quote(name), where)
	if near != "" {
		words += fmt.Sprintf("; did you mean %q?", near)
	}
	return words
}

// byLabel returns the variable that one of its labels calls word, or, where
// there is exactly one, the variable whose label has it as a word.
func (d *Dataset) byLabel(word string) string {
	var within []string
	for _, c := range d.columns {
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
