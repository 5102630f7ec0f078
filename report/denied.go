package report

import (
	"fmt"
	"math"

	"stikprove/sample/crosstab"
)

// denied returns why the numbers of a sentence do not carry that there is no
// difference, or nothing where they do: a test was made of them and found none,
// or it found the opposite of what is denied.
func (a *arranger) denied(v said, tokens []token, cells []compared) string {
	if len(cells) == 0 {
		return "the sentence looks up no number that can be compared"
	}
	want := map[way]int{above: 1, risen: 1, below: -1, fallen: -1}[v.way]
	if want != 0 {
		first, second, ok := a.pair(v, tokens, cells)
		if !ok {
			return "the sentence has one number only, of everybody"
		}
		return a.notFound(first, second, want)
	}
	for i, first := range cells {
		for _, second := range cells[i+1:] {
			if why := a.notFound(first, second, 0); why != "" {
				return why
			}
		}
		if second, ok := everybodyBeside(first); ok && len(cells) == 1 {
			return a.notFound(first, second, 0)
		}
	}
	if len(cells) == 1 {
		return "the sentence has one number only, of everybody"
	}
	return ""
}

// notFound returns why it may not be said that the first number is not above
// (want 1) or below (-1) the second, or that the two do not differ (0).
func (a *arranger) notFound(first, second compared, want int) string {
	sign, why := a.compare(first, second, false)
	switch {
	case why == "" && want != 0 && sign != want:
		return ""
	case why == "":
		return fmt.Sprintf("table %q finds one", first.table.ID)
	case !tested(first, second):
		return why
	}
	return ""
}

// tested reports whether something was held of two numbers that could have
// found a difference: a comparison of waves, letters, a test, or two intervals.
// In a census equal numbers are equal.
func tested(first, second compared) bool {
	t := first.table
	x, y := first.cell(), second.cell()
	if first.table != second.table || x.Suppressed != crosstab.Shown || y.Suppressed != crosstab.Shown {
		return false
	}
	if t.Comparison != nil && first.row == second.row || t.Base.Census && first.number() == second.number() {
		return true
	}
	if first.row != second.row {
		return first.column == second.column && t.Level > 0 && hasInterval(x) && hasInterval(y)
	}
	if first.count || second.count || t.ColumnSections != nil && !sameSection(t, first.column, second.column) {
		return false
	}
	if t.Columns[first.column].Letter != "" && t.Columns[second.column].Letter != "" {
		return true
	}
	for _, r := range t.Tests {
		if t.ColumnSections == nil && t.RowSections == nil && (r.Row == "" || r.Row == t.Rows[first.row].ID) && !math.IsNaN(r.P) {
			return true
		}
	}
	return false
}
