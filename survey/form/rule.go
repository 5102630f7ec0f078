package form

import (
	"strings"

	"stikprove/survey"
)

// reference is a rule that asks about other questions, to be checked when all
// questions are known.
type reference struct {
	row, column int
	heading     string
	name        string // the question the rule stands at
	roster      string // and the roster it is in
	rule        *survey.Rule
}

// rule parses the rule under heading in row. It returns nil where there is
// none or where it is wrong. What cannot be checked is kept as text, with a
// warning.
func (w *walk) rule(row int, heading, name string) *survey.Rule {
	written := w.t.text(row, heading)
	if written == "" {
		return nil
	}
	rule, err := survey.ParsePart(source(written), w.nobody)
	switch {
	case rule == nil:
		w.problem(w.t, row, w.t.column(heading), name, "%s: %v", heading, err)
		return nil
	case err != nil:
		what := "the " + heading
		if rule.InPart() {
			what = "a part of the " + heading
		}
		w.warn(w.t, row, w.t.column(heading), name, "%s is not checked: %v", what, err)
	}
	w.asked = append(w.asked, reference{row, w.t.column(heading), heading, name, w.inside(), rule})
	return rule
}

// nobody reports whether name is something of the form's that a respondent does
// not answer.
func (w *walk) nobody(name string) bool { return w.passed[name] }

// relevant returns the routing of a question: its own and that of the groups
// it stands in.
func (w *walk) relevant(row int, name string) *survey.Rule {
	own := w.rule(row, "relevant", name)
	var parts []string
	for _, g := range w.open {
		if g.relevant != "" {
			parts = append(parts, "("+g.relevant+")")
		}
	}
	if len(parts) == 0 {
		return own
	}
	if own != nil {
		parts = append(parts, "("+own.Source+")")
	}
	// What is not supported was said where it stands.
	rule, err := survey.ParsePart(strings.Join(parts, " and "), w.nobody)
	if rule == nil { // parentheses around it make a rule nested too deep
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
			case q == nil:
				w.problem(w.t, a.row, a.column, a.name, "no question %s", survey.Quote(name))
			case name == a.name && a.heading == "relevant":
				w.problem(w.t, a.row, a.column, a.name, "asks about the question itself, which is not answered before it is asked")
			case q.Roster != "" && q.Roster != a.roster:
				w.problem(w.t, a.row, a.column, a.name, "asks about %s, which is repeated in %s", name, q.Roster)
			}
		}
		w.checkOptions(a)
	}
}

// checkOptions reports options that a rule names and the question does not
// have: such a rule would find fault with every answer.
func (w *walk) checkOptions(a reference) {
	a.rule.EachOption(func(question, option string) {
		if question == "." {
			question = a.name
		}
		q := w.in.Question(question)
		if q == nil || option == "" || len(q.Options) == 0 || q.Option(option) >= 0 {
			return
		}
		var known []string
		for _, o := range q.Options {
			known = append(known, o.Name)
		}
		w.problem(w.t, a.row, a.column, a.name, "%s has no option %s%s", question, survey.Quote(option), survey.Instead(option, known))
	})
}
