package crosstab

import (
	"math"
	"slices"

	"stikprove/sample/association"
)

// Guarded returns t without what its tests and letters tell about hidden
// counts. Where a cell is hidden, or counts are rounded, a test keeps its method and a bound of its p, see
// [association.Withheld]; statistics, degrees of freedom and effects, from which
// counts could be solved, are gone, and so are letters of hidden cells. A table
// with nothing hidden is returned as it is.
func Guarded(t *Table) *Table {
	if t == nil {
		return nil
	}
	hidden := func(r, c int) bool { return t.Cells[r][c].Suppressed != Shown }
	any := slices.ContainsFunc(t.Notes, func(n Note) bool { return n.Kind == NoteRounded })
	for r := range t.Cells {
		for c := range t.Cells[r] {
			any = any || hidden(r, c)
		}
	}
	// Rows that were joined after the test are hidden in it.
	categories, groups := 0, 0
	for _, r := range t.Rows {
		if r.Kind == Category {
			categories++
		}
	}
	for _, c := range t.Columns {
		if c.Kind == Group {
			groups++
		}
	}
	for _, r := range t.Tests {
		any = any || r.Row == "" && groups > 0 && r.Cells > categories*groups
	}
	if !any {
		return t
	}
	d := *t
	d.Pairs = nil
	d.Tests = slices.Clone(t.Tests)
	for i, r := range d.Tests {
		d.Tests[i] = Test{Row: r.Row, Tests: r.Tests, Choice: r.Choice, Census: r.Census, Linearised: r.Linearised, Rounded: true,
			KnownSum: r.KnownSum, Result: association.Withheld(r.Result)}
	}
	d.Cells = make([][]Cell, len(t.Cells))
	for r := range t.Cells {
		d.Cells[r] = slices.Clone(t.Cells[r])
		for c := range d.Cells[r] {
			cell := &d.Cells[r][c]
			cell.Letters = slices.DeleteFunc(slices.Clone(cell.Letters), func(letter string) bool {
				at := slices.IndexFunc(t.Columns, func(column Column) bool { return column.Letter == letter })
				return cell.Suppressed != Shown || at < 0 || hidden(r, at)
			})
			if len(cell.Letters) == 0 {
				cell.Letters = nil
			}
		}
	}
	return &d
}

// Whole returns t with Percent of every shown cell that is part of a whole with
// nothing hidden: the share in whole per cent, such that the parts of the whole
// add to 100. Shares are rounded down, and those with the largest remainders up,
// the earlier of equals. A note says how many differ from what rounding each by
// itself gives.
//
// Source: Hamilton's method; Balinski and Young (1982), Fair Representation.
func Whole(t *Table) *Table {
	if t.Several {
		return t
	}
	d := *t
	d.Cells = make([][]Cell, len(t.Cells))
	for r := range t.Cells {
		d.Cells[r] = slices.Clone(t.Cells[r])
	}
	changed := 0
	for _, cells := range d.wholes() {
		changed += apportion(cells)
	}
	d.Notes = slices.Clone(t.Notes)
	d.Notes = append(d.Notes, Note{Kind: NoteWhole, N: changed})
	return &d
}

// wholes returns the cells of each whole that shares partition.
func (t *Table) wholes() [][]*Cell {
	var wholes [][]*Cell
	var groups, all []int
	for c, column := range t.Columns {
		switch column.Kind {
		case Group:
			groups = append(groups, c)
		case All:
			all = append(all, c)
		}
	}
	in := func(columns []int) []*Cell {
		var cells []*Cell
		for r, row := range t.Rows {
			if row.Kind == Category {
				for _, c := range columns {
					cells = append(cells, &t.Cells[r][c])
				}
			}
		}
		return cells
	}
	switch {
	case t.Percent == OfRow && len(groups) > 0:
		for r := range t.Rows {
			var cells []*Cell
			for _, c := range groups {
				cells = append(cells, &t.Cells[r][c])
			}
			wholes = append(wholes, cells)
		}
	case t.Percent == OfTotal && len(groups) > 0:
		wholes = append(wholes, in(groups))
	default:
		for _, c := range append(groups, all...) {
			wholes = append(wholes, in([]int{c}))
		}
	}
	return wholes
}

// apportion gives the cells of one whole their percentages, and returns how many
// differ from rounding half up. Cells of a whole with something hidden or
// missing, or that do not sum to 1, get none.
func apportion(cells []*Cell) int {
	sum := 0.0
	for _, c := range cells {
		if c.Suppressed != Shown || math.IsNaN(c.P) {
			return 0
		}
		sum += c.P
	}
	if len(cells) == 0 || math.Abs(sum-1) > 1e-9 {
		return 0
	}
	remainder := make([]float64, len(cells))
	order := make([]int, len(cells))
	left := 100
	for i, c := range cells {
		// A share such as 0.29 is 28.999… hundredths.
		down := math.Floor(c.P*100 + 1e-9)
		remainder[i] = c.P*100 - down
		order[i] = i
		c.Percent = Percentage{Set: true, Value: int(down)}
		left -= int(down)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case remainder[a] > remainder[b]+1e-9:
			return -1
		case remainder[b] > remainder[a]+1e-9:
			return 1
		}
		return 0
	})
	for _, i := range order[:min(max(left, 0), len(order))] {
		cells[i].Percent.Value++
	}
	changed := 0
	for _, c := range cells {
		if c.Percent.Value != int(math.Floor(c.P*100+0.5+1e-9)) {
			changed++
		}
	}
	return changed
}
