package form

import (
	"errors"

	"stikprove/survey"
)

// reference is a rule that asks about other questions, to be checked when all
// questions are known.
type reference struct {
	row, column int
	name        string // the question the rule stands at
	roster      string // and the roster it is in
	rule        *survey.Rule
}

// rule parses the rule under heading in row. It returns nil where there is
// none, where it is wrong, and, with a warning, where it cannot be checked.
func (w *walk) rule(row int, heading, name string) *survey.Rule {
	source := w.t.text(row, heading)
	if source == "" {
		return nil
	}
	rule, err := survey.ParseRule(source)
	switch {
	case errors.Is(err, survey.ErrUnsupported):
		w.warn(w.t, row, w.t.column(heading), name, "the %s is not checked: %v", heading, err)
		return nil
	case err != nil:
		w.problem(w.t, row, w.t.column(heading), name, "%s: %v", heading, err)
		return nil
	}
	for _, question := range rule.Questions() {
		if w.passed[question] {
			w.warn(w.t, row, w.t.column(heading), name, "the %s is not checked: %s is not answered by the respondent", heading, question)
			return nil
		}
	}
	w.asked = append(w.asked, reference{row, w.t.column(heading), name, w.inside(), rule})
	return rule
}

// source returns the source of a rule that can be checked, or "".
func (w *walk) source(row int, heading, name string) string {
	if rule := w.rule(row, heading, name); rule != nil {
		return rule.Source
	}
	return ""
}

// relevant returns the routing of a question: its own and that of the groups
// it stands in.
func (w *walk) relevant(row int, name string) *survey.Rule {
	own := w.rule(row, "relevant", name)
	joined, parts := "", 0
	for _, g := range w.open {
		if g.relevant != "" {
			joined += "(" + g.relevant + ") and "
			parts++
		}
	}
	switch {
	case parts == 0:
		return own
	case own != nil:
		joined += "(" + own.Source + ")"
	default:
		joined = joined[:len(joined)-len(" and ")]
	}
	rule, err := survey.ParseRule(joined)
	if err != nil { // parentheses around it make a rule nested too deep
		w.problem(w.t, row, max(w.t.column("relevant"), 1), name, "relevant, with the groups': %v", err)
	}
	return rule
}

// checkReferences reports rules about questions that do not exist or that have
// another number of answers than the question the rule stands at.
func (w *walk) checkReferences() {
	for _, a := range w.asked {
		for _, name := range a.rule.Questions() {
			q := w.in.Question(name)
			switch {
			case q == nil && w.names[name] > 0 && !w.groups[name]:
				// It has a problem of its own.
			case q == nil && w.passed[name]:
				w.warn(w.t, a.row, a.column, a.name, "%s is not answered by the respondent and counts as blank", name)
			case q == nil:
				w.problem(w.t, a.row, a.column, a.name, "no question %s", survey.Quote(name))
			case q.Roster != "" && q.Roster != a.roster:
				w.problem(w.t, a.row, a.column, a.name, "asks about %s, which is repeated in %s", name, q.Roster)
			}
		}
	}
}
