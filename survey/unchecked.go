package survey

import (
	"errors"
	"fmt"
	"slices"
)

// unchecked is a part of a rule that is kept as it is written and not checked:
// it counts as true.
type unchecked struct{}

func (unchecked) value(func(string) string) value { return truth(true) }

// Checked reports whether all of the rule is checked. Of a rule that
// [ParsePart] made, parts may be known by their text alone.
func (r *Rule) Checked() bool {
	switch n := r.root.(type) {
	case unchecked:
		return false
	case all:
		return !slices.Contains(n, node(unchecked{}))
	}
	return true
}

// InPart reports whether some of the rule is checked and some is not.
func (r *Rule) InPart() bool {
	parts, joined := r.root.(all)
	return joined && !r.Checked() && slices.ContainsFunc(parts, func(n node) bool { return n != node(unchecked{}) })
}

// ParsePart parses source as far as it is understood. Of parts joined by
// "and", those that [ParseRule] does not support, or that ask about a question
// for which unanswered is true, count as true; the rule keeps its whole source.
// unanswered may be nil.
//
// The error is ParseRule's. It wraps [ErrUnsupported] where there is a rule
// all the same, of which a part at least is not checked.
func ParsePart(source string, unanswered func(question string) bool) (*Rule, error) {
	rule, err := ParseRule(source)
	if err != nil && !errors.Is(err, ErrUnsupported) {
		return nil, err
	}
	if err == nil {
		if err = rule.unanswered(unanswered); err == nil {
			return rule, nil
		}
	}
	joined := &Rule{Source: source}
	var nodes all
	for _, part := range conjuncts(source) {
		parsed, wrong := ParseRule(part)
		if wrong == nil {
			wrong = parsed.unanswered(unanswered)
		}
		if wrong != nil {
			nodes = append(nodes, unchecked{})
			continue
		}
		nodes = append(nodes, parsed.root)
		joined.questions = append(joined.questions, parsed.questions...)
	}
	slices.Sort(joined.questions)
	joined.questions = slices.Compact(joined.questions)
	if joined.root = nodes; len(nodes) == 1 {
		joined.root = unchecked{}
	}
	return joined, err
}

// unanswered returns an error where the rule asks about a question that nobody
// answers.
func (r *Rule) unanswered(is func(question string) bool) error {
	for _, q := range r.questions {
		if is != nil && is(q) {
			return fmt.Errorf("%s is not answered by the respondent and %w", q, ErrUnsupported)
		}
	}
	return nil
}

// conjuncts returns the parts of source that stand between the words "and"
// outside all brackets; where "or" stands there, it is one part.
func conjuncts(source string) []string {
	p := &ruleParser{source: source}
	var parts []string
	depth, from := 0, 0
	for p.next(); p.token.kind != tokenEnd; p.next() {
		switch p.token.text {
		case "(", "[":
			depth++
		case ")", "]":
			depth--
		}
		if p.token.kind != tokenName || depth != 0 {
			continue
		}
		switch p.token.text {
		case "or":
			return []string{source}
		case "and":
			parts = append(parts, source[from:p.token.at])
			from = p.at
		}
	}
	return append(parts, source[from:])
}
