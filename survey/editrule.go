package survey

import (
	"fmt"
	"slices"
)

// Severity says what a row at fault leads to.
type Severity uint8

// The severities.
const (
	SeverityError   Severity = iota // stops the run
	SeverityWarning                 // is said to whoever runs it
	SeverityNote                    // is told to whoever reads the report
)

// EditRule is a rule the answers of one unit are held against once they have
// been read, beside the routing and constraints of the questionnaire.
type EditRule struct {
	ID       string
	Rule     *Rule
	Must     bool // the rule must hold; otherwise a row is at fault where it does
	Severity Severity
	Text     Text // what is wrong, or to be known, for print
}

// Violation is the rows of a dataset that are at fault by one rule.
type Violation struct {
	*EditRule
	Held  int       // rows the rule was held against
	Rows  []int     // those at fault, from 0, in order
	Cells []Problem // where each of them is to be looked up
}

// Violations holds the rules against every row of d and returns, for each rule
// in order, which rows are at fault and the cell each is to be looked up in:
// that of the first variable the rule names that was read from a cell. Rules
// without a row are among them. The cells hold no values.
//
// No rule is held against a row in which none of its variables came back. One
// that must hold is not held against a row in which one of its variables is
// absent, as a questionnaire's constraint is not held against a
// blank. A rule of the other kind is: there an absent answer is "", which is
// the way to ask for one.
//
// The error names the first rule that [EditRule.Check] has a word against.
func (d *Dataset) Violations(rules []EditRule) ([]Violation, error) {
	found := make([]Violation, len(rules))
	for i := range rules {
		rule := &rules[i]
		if err := rule.Check(d); err != nil {
			return nil, fmt.Errorf("rule %s: %w", rule.ID, err)
		}
		found[i].EditRule = rule
		found[i].Held, found[i].Rows = rule.hold(d)
		name := rule.shown(d)
		for _, row := range found[i].Rows {
			found[i].Cells = append(found[i].Cells, d.Cell(row, name))
		}
	}
	return found, nil
}

// hold holds the rule against the rows of d and returns how many they were and
// which of them are at fault.
func (r *EditRule) hold(d *Dataset) (held int, rows []int) {
	columns := make(map[string]*Column, len(r.Rule.inOrder))
	for _, name := range r.Rule.inOrder {
		columns[name] = d.Column(name)
	}
	row := 0
	answer := func(name string) string { return columns[name].Answer(row) }
	for ; row < d.rows; row++ {
		if !r.applies(columns, row) {
			continue
		}
		held++
		if r.Rule.Holds(answer) != r.Must {
			rows = append(rows, row)
		}
	}
	return held, rows
}

// applies reports whether the rule is held against a row: see
// [Dataset.Violations].
func (r *EditRule) applies(columns map[string]*Column, row int) bool {
	returned := false
	for _, c := range columns {
		why := c.Missing(row)
		if r.Must && why != Present {
			return false
		}
		returned = returned || why != NotReturned
	}
	return returned
}

// shown returns the first variable the rule names that was read from cells, or
// the first of all.
func (r *EditRule) shown(d *Dataset) string {
	at := slices.IndexFunc(r.Rule.inOrder, func(name string) bool { return d.Column(name).blocks != nil })
	return r.Rule.inOrder[max(at, 0)]
}

// Check returns what keeps the rule from being held against d, or nil: it
// names no variable, one that d does not have, or an option that its variable
// does not have, which no answer could ever be.
func (r *EditRule) Check(d *Dataset) error {
	if r.Rule.self {
		return fmt.Errorf(`a rule stands at no question that "." could mean; name one as ${name}`)
	}
	if len(r.Rule.inOrder) == 0 {
		return fmt.Errorf("%s names no variable", Quote(r.Rule.Source))
	}
	for _, name := range r.Rule.inOrder {
		if d.Column(name) == nil {
			return fmt.Errorf("%s", d.NoVariable(name, d.unit))
		}
	}
	var wrong error
	r.Rule.eachOption(func(name, option string) {
		c := d.Column(name)
		if wrong != nil || option == "" || c.Kind != KindSingle && c.Kind != KindMultiple || c.Option(option) >= 0 {
			return
		}
		var known []string
		for _, o := range c.Options {
			known = append(known, o.Name)
		}
		wrong = fmt.Errorf("%s has no option %s%s", name, Quote(option), Instead(option, known))
	})
	return wrong
}
