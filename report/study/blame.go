package study

import (
	"slices"

	"stikprove/survey"
)

// blame is what reading the sources has reported: what follows from it is not
// reported again.
type blame struct {
	known     int                     // problems found until then
	cells     map[survey.Problem]bool // addresses alone
	rows      map[survey.Problem]bool
	variables map[string]bool // whose columns are not there
}

// newBlame returns what problems blame.
func newBlame(problems survey.Problems) *blame {
	b := &blame{known: len(problems), cells: map[survey.Problem]bool{}, rows: map[survey.Problem]bool{}, variables: map[string]bool{}}
	for _, p := range problems {
		switch {
		case p.Line || p.Row == 0:
		case p.Column == 0:
			b.variables[p.Variable] = true
		default:
			b.cells[cellOnly(p)], b.rows[rowOnly(p)] = true, true
		}
	}
	return b
}

func cellOnly(p survey.Problem) survey.Problem {
	return survey.Problem{File: p.File, Sheet: p.Sheet, Row: p.Row, Column: p.Column}
}

func rowOnly(p survey.Problem) survey.Problem {
	return survey.Problem{File: p.File, Sheet: p.Sheet, Row: p.Row}
}

// excuses reports whether an edit rule cannot be held against a row: an answer
// it asks for may be among those that could not be read.
func (b *blame) excuses(rule survey.EditRule, p survey.Problem) bool {
	return b.rows[rowOnly(p)] || slices.ContainsFunc(rule.Rule.Questions(), func(name string) bool { return b.variables[name] })
}

// original returns problems without those that were found after reading in a
// cell, or for a variable, that had one already.
func (b *blame) original(problems survey.Problems) survey.Problems {
	kept := slices.Clone(problems[:b.known])
	for _, p := range problems[b.known:] {
		if p.Line || p.Row == 0 || !b.cells[cellOnly(p)] && !b.variables[p.Variable] {
			kept = append(kept, p)
		}
	}
	return kept
}
