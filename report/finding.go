package report

import (
	"slices"
	"strings"

	"stikprove/survey"
)

// finding returns a figure's title with the numbers looked up: a finding is
// text, and its numbers are as little typed as those of the report's.
func (a *arranger) finding(spec FigureSpec) []Inline {
	words := a.label(spec.Title)
	outline, err := ParseOutline("", []byte(words))
	if err == nil {
		for _, p := range outline.passages {
			at := position{spec.At.File, spec.At.Row, spec.At.Column}
			a.titles = append(a.titles, passage{p.running, func(int) position { return at }, true})
		}
	}
	if !strings.Contains(words, "{{") {
		return []Inline{Words{words}}
	}
	var faults survey.Problems
	faults.Add("", err)
	var text []Inline
	if err == nil {
		paragraph, ok := outline.blocks[0].(Paragraph)
		if !ok || len(outline.blocks) > 1 || slices.ContainsFunc(paragraph.Text, isReference) {
			faults = append(faults, survey.Problem{Message: "want one sentence, with look-ups of numbers only"})
		} else {
			before := len(a.problems)
			text = a.inlines(paragraph.Text)
			faults = append(faults, a.problems[before:]...)
			a.problems = a.problems[:before]
		}
	}
	for _, f := range faults {
		a.problems = append(a.problems, survey.Problem{Variable: "figure " + spec.ID + ": title", Message: f.Message})
	}
	return text
}

// isReference reports whether a part of a text leads to a numbered part of the
// report; figures are drawn before anything has a number.
func isReference(in Inline) bool {
	l, ok := in.(lookup)
	return ok && l.verb == "see"
}
