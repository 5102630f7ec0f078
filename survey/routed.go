package survey

import "fmt"

// Routed holds the rules of questions that ask about the respondent's answers
// as well as the case's own against cases that stood in sheets by themselves,
// once they carry their respondents' answers: see [Instrument.RosterAlone]. A
// blank that the routing rules out was not asked. Messages are in language, as
// far as the questionnaire has words. Rules about what no case carries are
// noted.
//
// Nothing is said of a case whose respondent did not return what is asked
// about, nor where blamed reports that an answer asked about has a problem
// already; it may be nil.
//
// The error is [Problems], beside the dataset: an answer that should not be
// there, one that breaks its constraint.
func (d *Dataset) Routed(questions []Question, language string, blamed func(cell Problem) bool) (*Dataset, error) {
	var problems Problems
	n := *d
	n.columns = append([]*Column(nil), d.columns...)
	var notes []Problem
	for _, q := range questions {
		at, ok := d.byName[q.Name]
		if !ok {
			continue
		}
		notes = append(notes, d.notHeld(q)...)
		settled := *d.columns[at]
		settled.missing = make([]Missing, d.rows)
		for row := range d.rows {
			missing, wrong := d.route(q, row, language, blamed)
			settled.missing[row] = missing
			if wrong != "" {
				p := d.Cell(row, q.Name)
				p.Message = wrong
				problems = append(problems, p)
			}
		}
		n.columns[at] = &settled
	}
	return n.Noted(notes...), problems.Err()
}

// notHeld notes the rules of q that ask about what d does not have.
func (d *Dataset) notHeld(q Question) []Problem {
	var notes []Problem
	for _, rule := range []*Rule{q.Relevant, q.Constraint} {
		if rule == nil {
			continue
		}
		for _, name := range rule.inOrder {
			if d.Column(name) == nil {
				notes = append(notes, Problem{File: d.origin.File, Variable: q.Name, Message: fmt.Sprintf("%s is not checked: no case carries %s", rule.Source, name)})
				break
			}
		}
	}
	return notes
}

// route returns why row has no answer to q, or Present, and what is wrong with
// the answer that it has.
func (d *Dataset) route(q Question, row int, language string, blamed func(cell Problem) bool) (Missing, string) {
	c := d.Column(q.Name)
	missing := c.Missing(row)
	if q.Relevant != nil && d.known(q.Relevant, row, blamed) && !q.Relevant.Holds(d.asked(q, row)) {
		if missing == Present && !(c.Kind == KindMultiple && c.bits[row] == 0) {
			return missing, c.had(row, language) + ", want nothing: asked only where " + q.Relevant.Source
		}
		return NotAsked, ""
	}
	if q.Constraint == nil || missing != Present || !d.known(q.Constraint, row, blamed) || q.Constraint.Holds(d.asked(q, row)) {
		return missing, ""
	}
	if words := q.ConstraintMessage.In(language); words != "" {
		return missing, c.had(row, language) + ": " + words
	}
	return missing, c.had(row, language) + ", want " + q.Constraint.Source
}

// asked gives the answers of row as a rule at q asks for them.
func (d *Dataset) asked(q Question, row int) func(name string) string {
	return func(name string) string {
		if name == "." {
			name = q.Name
		}
		if c := d.Column(name); c != nil {
			return c.Answer(row)
		}
		return ""
	}
}

// known reports whether everything the rule asks about is there to be asked.
func (d *Dataset) known(rule *Rule, row int, blamed func(cell Problem) bool) bool {
	for _, name := range rule.Questions() {
		c := d.Column(name)
		if c == nil || c.Missing(row) == NotReturned || blamed != nil && blamed(d.Cell(row, name)) {
			return false
		}
	}
	return true
}

// had words the answer of row, and withholds what may tell who somebody is.
func (c *Column) had(row int, language string) string {
	switch {
	case c.Kind == KindText && c.Role != RoleID || c.Sensitive():
		return "got text (withheld)"
	case c.Kind == KindSingle:
		return "got " + Quote(c.Options[c.index[row]].Label.In(language))
	case c.Kind == KindText || c.Kind == KindMultiple:
		return "got " + Quote(c.Answer(row))
	}
	return "got " + c.Answer(row)
}
