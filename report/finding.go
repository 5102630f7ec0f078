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
	outline, err := a.readTitle(words, spec.At)
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

// readTitle reads the title of a figure or a table, described at a place, for what
// an editor is to look at in it.
func (a *arranger) readTitle(words string, where survey.Problem) (*Outline, error) {
	outline, err := ParseOutline("", []byte(words))
	if err != nil {
		return nil, err
	}
	for _, p := range outline.passages {
		at := position{where.File, where.Row, where.Column}
		a.titles = append(a.titles, passage{p.running, func(int) position { return at }, true})
	}
	return outline, nil
}

// isReference reports whether a part of a text leads to a numbered part of the
// report; figures are drawn before anything has a number.
func isReference(in Inline) bool {
	l, ok := in.(lookup)
	return ok && l.verb == "see"
}
