package figure

import (
	"math"

	"stikprove/sample/crosstab"
)

// Intervals reports whether a figure of t draws intervals, so that its subtitle
// must say at which level.
func Intervals(t *crosstab.Table, s Spec) bool {
	if t.Level == 0 {
		return false
	}
	has := func(c crosstab.Cell) bool {
		return c.Suppressed == crosstab.Shown && c.High > c.Low && !math.IsNaN(c.Low)
	}
	switch s.Kind {
	case Line:
		_, lines, err := linesOf(t, s, unworded)
		if err != nil || len(lines) != 1 {
			return false
		}
		for _, i := range lines[0].items {
			if has(i.cell) {
				return true
			}
		}
	case Dots:
		items, _, err := itemsOf(t, s, unworded)
		if err != nil {
			return false
		}
		for _, i := range items {
			if has(i.cell) {
				return true
			}
		}
	case Bar, Grouped, Histogram:
		for _, row := range t.Cells {
			for _, c := range row {
				if has(c) {
					return true
				}
			}
		}
	}
	return false
}

// unworded words a figure that is not drawn.
var unworded = Wording{
	Row: func(crosstab.Row) string { return "" }, Column: func(crosstab.Column) string { return "" },
	Share: func(crosstab.Cell) string { return "" }, look: usual,
}

// TimesAcross reports whether the moments of a line figure are the columns of t.
func TimesAcross(t *crosstab.Table, s Spec) bool {
	named := s.Columns
	if s.Column != "" {
		named = []string{s.Column}
	}
	columns, err := columnsDrawn(t, named)
	if err != nil {
		return false
	}
	_, across, err := momentsOf(t, columns, substantiveRows(t))
	return err == nil && across
}
