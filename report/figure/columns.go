package figure

import (
	"fmt"
	"slices"

	"stikprove/sample/crosstab"
)

// columnsDrawn returns the indices of the columns called ids, in their order,
// or of every group where none are named.
func columnsDrawn(t *crosstab.Table, ids []string) ([]int, error) {
	var columns []int
	for _, id := range ids {
		i := slices.IndexFunc(t.Columns, func(c crosstab.Column) bool { return c.ID == id })
		switch {
		case i < 0:
			return nil, fmt.Errorf("no column %q", id)
		case slices.Contains(columns, i):
			return nil, fmt.Errorf("column %q is named twice", id)
		}
		columns = append(columns, i)
	}
	if ids != nil {
		return columns, nil
	}
	for j, c := range t.Columns {
		if c.Kind == crosstab.Group {
			columns = append(columns, j)
		}
	}
	return columns, nil
}

// rowsDrawn returns the indices of the rows with shares or means, answers
// without substance and rows that sum or overlap others last.
func rowsDrawn(t *crosstab.Table) []int {
	var rows []int
	for i, r := range t.Rows {
		if rank(r) >= 0 || r.Kind == crosstab.Mean {
			rows = append(rows, i)
		}
	}
	slices.SortStableFunc(rows, func(a, b int) int { return max(rank(t.Rows[a]), 0) - max(rank(t.Rows[b]), 0) })
	return rows
}

// mostSeries is how many series a figure tells apart: each of their colours is
// seen on white, which fewer of the palette are than can be told apart when
// they fill neighbours in a stack.
const mostSeries = 4

// seriesColours gives each column a colour or, of answers without substance, a
// hatching.
func seriesColours(t *crosstab.Table, columns []int, l *look) ([]entry, error) {
	var out []entry
	used, aside := 0, 0
	for _, j := range columns {
		switch {
		case columnRank(t.Columns[j]) >= 2:
			aside++
			out = append(out, entry{fill: white, hatch: hatching(min(aside, int(falling)))})
		case used == mostSeries:
			return nil, fmt.Errorf("more than %d columns with answers side by side cannot be told apart; name some in columns, or draw it as a heat map", mostSeries)
		default:
			out = append(out, entry{fill: l.series[used]})
			used++
		}
	}
	if aside > int(falling) {
		return nil, fmt.Errorf("%d columns are no substantive answer and would look alike; name the others in columns, or draw it as a heat map", aside)
	}
	return out, nil
}
