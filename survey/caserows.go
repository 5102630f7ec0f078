package survey

import (
	"fmt"
	"slices"
)

// caseRows says of a dataset whose rows are cases what a case is made of.
type caseRows struct {
	roster      string
	respondents []int    // per case the respondent's row in their dataset, from 0
	own         []string // the case's own questions; the others are its respondent's
	key         string   // the variable that tells a respondent's cases apart, or empty
}

// Respondents returns, for each case, the row of its respondent in the dataset
// of the respondents, from 0, or nil where d's rows are no cases. The slice is
// not to be changed.
func (d *Dataset) Respondents() []int {
	if d.cases == nil {
		return nil
	}
	return d.cases.respondents
}

// CountCases notes which cases are half-filled, having fewer than half of the
// questions they were asked answered, and which respondents have fewer cases
// than draw, the number that was to be drawn from each; 0 where that is not
// known. Respondents without a case are counted elsewhere.
//
// The error has a problem for each respondent with more cases than most, the
// number there is room for; 0 where there is no such number. It panics where
// d's rows are no cases.
func (d *Dataset) CountCases(draw, most int) (*Dataset, error) {
	var half, few []Problem
	counts := map[int]int{}
	for i, respondent := range d.cases.respondents {
		counts[respondent]++
		if d.halfFilled(i) {
			half = append(half, d.caseCell(i))
		}
	}
	var problems Problems
	seen := map[int]int{}
	for i, respondent := range d.cases.respondents {
		n := counts[respondent]
		if seen[respondent]++; seen[respondent] == 1 && n < draw {
			few = append(few, d.caseCell(i))
		}
		if most > 0 && seen[respondent] == most+1 {
			p := d.caseCell(i)
			p.Message = fmt.Sprintf("the respondent has %d cases, want at most %d", n, most)
			problems = append(problems, p)
		}
	}
	var notes []Problem
	if len(half) > 0 {
		notes = append(notes, d.caseNote("cases with fewer than half of their questions answered are kept: %d (%s)", len(half), Addresses(half, 5)))
	}
	if len(few) > 0 {
		notes = append(notes, d.caseNote("respondents with fewer than the %d cases to be drawn: %d of %d (%s)", draw, len(few), len(counts), Addresses(few, 5)))
	}
	return d.Noted(notes...), problems.Err()
}

// halfFilled reports whether fewer than half of the questions that the case in
// row was asked are answered.
func (d *Dataset) halfFilled(row int) bool {
	asked, answered := 0, 0
	for _, name := range d.cases.own {
		c := d.Column(name)
		switch c.Missing(row) {
		case Present:
			asked, answered = asked+1, answered+1
		case NotAnswered:
			asked++
		}
	}
	return 2*answered < asked
}

// caseCell returns where the case in row begins.
func (d *Dataset) caseCell(row int) Problem {
	p := d.Cell(row, d.cases.own[0])
	p.Variable = d.cases.roster
	return p
}

// caseNote words what was noticed of the cases as a whole.
func (d *Dataset) caseNote(format string, args ...any) Problem {
	return Problem{File: d.origin.File, Variable: d.cases.roster, Message: fmt.Sprintf(format, args...)}
}

// emptyBlocks notes the blocks of a roster that are no cases, of respondents
// who came back.
func (d *Dataset) emptyBlocks(roster string, blocks []*Dataset) []Problem {
	empty, without := 0, 0
	for row := range d.rows {
		if !slices.ContainsFunc(d.columns, func(c *Column) bool { return c.Role == RoleAnswer && !c.Blank(row) && c.Name != CompletionVariable }) {
			continue
		}
		blank := 0
		for _, b := range blocks {
			if b.Blank(row) {
				blank++
			}
		}
		empty += blank
		if blank == len(blocks) {
			without++
		}
	}
	if empty == 0 {
		return nil
	}
	return []Problem{{File: d.origin.File, Sheet: d.origin.Sheet, Variable: roster,
		Message: fmt.Sprintf("empty blocks are no cases: %d; respondents without any case: %d", empty, without)}}
}
