package disclosure

import (
	"slices"

	"stikprove/sample/crosstab"
)

// restingOn returns the quantities whose cells show shares of the number that
// table i prints in row r and column c.
func (l *ledger) restingOn(i, r, c int) []int {
	t, ids := l.tables[i], l.ids[i]
	k, total := ids[r][c], ids[len(t.Rows)]
	all := len(t.Columns) - 1
	for j, column := range t.Columns {
		if column.Kind == crosstab.All {
			all = j
		}
	}
	var resting []int
	collect := func(meant func(row, column int) bool) {
		for row := range ids {
			for column, j := range ids[row] {
				if j >= 0 && j != k && meant(row, column) {
					resting = append(resting, j)
				}
			}
		}
	}
	switch t.Percent {
	case crosstab.OfRow:
		if c == all {
			collect(func(row, _ int) bool { return row == r })
		}
	case crosstab.OfTotal:
		if k == total[all] {
			collect(func(int, int) bool { return true })
		}
	default:
		if k == total[c] {
			collect(func(_, column int) bool { return column == c })
		}
	}
	return slices.Compact(resting)
}
