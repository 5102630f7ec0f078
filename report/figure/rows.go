package figure

import (
	"math"
	"slices"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// rowPitch returns the height of a row with one line of label: generous in a
// short chart, close in a long one.
func rowPitch(n int) float64 {
	switch {
	case n <= 6:
		return 25.5
	case n <= 10:
		return 22
	}
	return 19
}

// lined returns the height of a row whose label has n lines.
func lined(n int) float64 { return float64(n)*labelLeading + 4.5 }

// rank orders rows for drawing; it is negative for rows that are no bar.
func rank(r crosstab.Row) int {
	switch r.Kind {
	case crosstab.Category, crosstab.Answer, crosstab.Item:
		switch {
		case r.Meaning == survey.DontKnow:
			return 3
		case r.Meaning != survey.Substantive:
			return 2
		case r.Joined:
			return 1
		}
		return 0
	case crosstab.Net:
		return 4
	case crosstab.OfWhich:
		return 5
	}
	return -1
}

// apart reports whether a row sums or overlaps others and is set off from them.
func apart(r crosstab.Row) bool { return rank(r) >= 4 }

// share returns a cell's share for sorting; one that does not exist or is
// hidden is last.
func share(c crosstab.Cell) float64 {
	if c.Suppressed != crosstab.Shown || math.IsNaN(c.P) {
		return -1
	}
	return c.P
}

func rowIndex(t *crosstab.Table, id string) int {
	return slices.IndexFunc(t.Rows, func(r crosstab.Row) bool { return r.ID == id })
}

// rowBase returns what the shares of row i are of where they run by row. A row
// that is hidden throughout does not tell.
func rowBase(t *crosstab.Table, i int) (int, bool) {
	for j, c := range t.Cells[i] {
		if c.Suppressed == crosstab.Shown && t.Columns[j].Kind == crosstab.Group {
			return c.Base, true
		}
	}
	return 0, false
}
