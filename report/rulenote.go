package report

import (
	"fmt"

	"stikprove/survey"
)

// RuleNote is what readers are to know of the cases an edit rule found.
type RuleNote struct {
	Text   survey.Text // a sentence
	Unit   survey.Text // what the rows are, in the plural
	N, Of  int         // rows found, and rows the rule was held against
	Hidden bool        // N must not be told
}

// ruleNote returns the paragraph of a rule that found n rows.
func (l Language) ruleNote(r RuleNote) string {
	of := l.Units(r.Of, r.Unit)
	words := ""
	switch {
	case !r.Hidden:
		words = fmt.Sprintf(l.methodRule, l.Number(r.N), of)
	case 2*r.N < r.Of:
		words = fmt.Sprintf(l.methodRuleFew, of)
	default:
		words = fmt.Sprintf(l.methodRuleMost, of)
	}
	return sentence(l.label(r.Text)) + " " + words
}
