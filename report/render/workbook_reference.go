package render

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// cells returns the reference to the cells of rows and columns, in order; -1
// is the labels' column. Neighbours are taken together.
func (s *tableSheet) cells(rows, columns []int) string {
	var list []cellSpan
	for _, i := range rows {
		for _, k := range columns {
			list = joined(list, k+2, s.rows[i])
		}
	}
	return s.reference(list)
}

// headsOf returns the reference to the headings of columns.
func (s *tableSheet) headsOf(columns []int) string {
	var list []cellSpan
	for _, k := range columns {
		list = joined(list, k+2, s.heads)
	}
	return s.reference(list)
}

// cellSpan is a run of cells in one row or column.
type cellSpan struct{ x1, y1, x2, y2 int }

// joined adds a cell to list, to the last run if it goes on from it.
func joined(list []cellSpan, x, y int) []cellSpan {
	if n := len(list); n > 0 {
		last := &list[n-1]
		down := x == last.x1 && x == last.x2 && y == last.y2+1
		right := y == last.y1 && y == last.y2 && x == last.x2+1
		if down || right {
			last.x2, last.y2 = x, y
			return list
		}
	}
	return append(list, cellSpan{x, y, x, y})
}

func (s *tableSheet) reference(list []cellSpan) string {
	var parts []string
	for _, r := range list {
		from, _ := excelize.CoordinatesToCellName(r.x1, r.y1, true)
		to, _ := excelize.CoordinatesToCellName(r.x2, r.y2, true)
		ref := "'" + s.name + "'!" + from
		if from != to {
			ref += ":" + to
		}
		parts = append(parts, ref)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return "(" + strings.Join(parts, ",") + ")"
}
