package figure

import (
	"slices"

	"stikprove/sample/crosstab"
)

// What a table may have for a kind to be chosen for it.
const (
	leastBins   = 6  // bands of a histogram; fewer are read better as bars
	mostBars    = 20 // rows of a bar chart; more are a ranking
	mostGroups  = 8  // rows of grouped bars
	mostStacked = 6  // parts of a stack; more are a heat map
)

// Choose returns the kind of figure that suits a table where its author names
// none. The first that holds decides:
//
//  1. Means are dots.
//  2. A battery of items is stacked.
//  3. Where the columns, or else the rows, are three times or more, such as
//     years, shares are a line.
//  4. Two columns that are times are a dumbbell: two waves.
//  5. Of one column, a number in at least six bands is a histogram, more than
//     twenty rows are dots, anything else is bars.
//  6. Where shares run by row in two columns, and there are more rows than a
//     figure of grouped bars holds, they are dots of the first column.
//  7. Parts of a whole, at most six, are stacked.
//  8. At most four columns of at most eight rows are grouped bars.
//  9. Anything else is a heat map.
func Choose(t *crosstab.Table, s Spec) Kind {
	if meanRow(t) >= 0 {
		return Dots
	}
	if slices.ContainsFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Item }) {
		return Stacked
	}
	columns, _ := columnsDrawn(t, s.Columns)
	rows := substantiveRows(t)
	switch {
	case s.Column == "" && len(columnTimes(t, columns)) >= 3, len(rowTimes(t, rows)) >= 3:
		return Line
	case s.Column == "" && len(columnTimes(t, columns)) == 2:
		return Dumbbell
	case s.Column != "" || len(columns) < 2:
		switch {
		case s.Bounds != nil && len(rows) >= leastBins:
			return Histogram
		case len(rows) > mostBars:
			return Dots
		}
		return Bar
	}
	parts := len(rows)
	if t.Percent == crosstab.OfRow {
		parts = len(columns)
	}
	switch {
	case t.Percent == crosstab.OfRow && len(columns) == 2 && len(rows) > mostGroups:
		return Dots
	case !several(t) && t.Percent != crosstab.OfTotal && parts <= mostStacked:
		return Stacked
	case len(columns) <= mostSeries && len(rows) <= mostGroups:
		return Grouped
	}
	return Heat
}

// Settle returns s with the kind that suits t where it names none, and the
// column where dots rank the first of two that shares run over by row.
func Settle(t *crosstab.Table, s Spec) Spec {
	if s.Kind == "" {
		s.Kind = Choose(t, s)
	}
	if s.Kind != Dots || s.Column != "" || s.Row != "" || t.Percent != crosstab.OfRow || meanRow(t) >= 0 {
		return s
	}
	if columns, _ := columnsDrawn(t, nil); len(columns) == 2 {
		s.Column = t.Columns[columns[0]].ID
	}
	return s
}

// substantiveRows returns the rows that are answers of substance.
func substantiveRows(t *crosstab.Table) []int {
	var rows []int
	for i, r := range t.Rows {
		if rank(r) == 0 {
			rows = append(rows, i)
		}
	}
	return rows
}
