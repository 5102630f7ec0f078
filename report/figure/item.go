package figure

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// item is one estimate of a figure with a line for each: a row of one column
// or, of means and of one row, a column.
type item struct {
	about
	words     string
	label     []string
	cell      crosstab.Cell
	value     float64 // share in [0, 1], or a mean; NaN where there is none or it is hidden
	low, high float64 // NaN for no interval
	order     int     // as rank
	gap       float64 // before it, in points
}

// newItem returns the item of a cell. A hidden cell has no number.
func newItem(t *crosstab.Table, row, column int, words string, order int, w Wording) item {
	c := t.Cells[row][column]
	i := item{words: words, cell: c, order: order, value: math.NaN(), low: math.NaN(), high: math.NaN()}
	i.about.cell = t.Rows[row].ID + "/" + t.Columns[column].ID
	if c.Suppressed != crosstab.Shown {
		return i
	}
	i.tip = words + ": " + w.Share(c)
	i.value = amount(t.Rows[row], c)
	if t.Level > 0 && c.High > c.Low && !math.IsNaN(i.value) {
		i.low, i.high = c.Low, c.High
	}
	return i
}

// amount returns what a figure draws of a shown cell: its share or mean.
func amount(r crosstab.Row, c crosstab.Cell) float64 {
	if r.Kind == crosstab.Mean {
		return c.Mean
	}
	return c.P
}

// shown returns the item's number as it is printed, or the sign that it is hidden.
func (i item) shown(w Wording) string {
	if i.cell.Suppressed != crosstab.Shown {
		return w.Hidden
	}
	return w.Share(i.cell)
}

// meanRow returns the row of means of t, or -1.
func meanRow(t *crosstab.Table) int {
	return slices.IndexFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Mean })
}

// itemsOf returns the items that dots are drawn of, in the table's order, and
// what they are held against, if anything: the whole base's share of the same
// column or row.
func itemsOf(t *crosstab.Table, s Spec, w Wording) (items []item, against *item, err error) {
	row := meanRow(t)
	if s.Row != "" {
		if row = rowIndex(t, s.Row); row < 0 {
			return nil, nil, fmt.Errorf("no row %q", s.Row)
		}
	}
	if row >= 0 {
		for j, c := range t.Columns {
			i := newItem(t, row, j, w.Column(c), columnRank(c), w)
			switch {
			case c.Kind == crosstab.Group:
				items = append(items, i)
			case c.Kind == crosstab.All && !math.IsNaN(i.value) && len(t.Columns) > 1:
				against = &i
			case c.Kind == crosstab.All && len(t.Columns) == 1:
				items = append(items, i)
			}
		}
		return items, against, nil
	}
	col, err := columnDrawn(t, s.Column)
	if err != nil {
		return nil, nil, err
	}
	for k, r := range t.Rows {
		if rank(r) >= 0 {
			items = append(items, newItem(t, k, col, w.Row(r), rank(r), w))
		}
		if r.Kind == crosstab.Total && t.Percent == crosstab.OfRow && len(t.Columns) > 1 {
			if i := newItem(t, k, col, w.Row(r), 0, w); !math.IsNaN(i.value) {
				against = &i
			}
		}
	}
	return items, against, nil
}

// columnRank orders columns as rank does rows.
func columnRank(c crosstab.Column) int {
	switch {
	case c.Meaning == survey.DontKnow:
		return 3
	case c.Meaning != survey.Substantive:
		return 2
	case c.Joined:
		return 1
	}
	return 0
}

// fall sorts items by falling value. Those that tie keep the table's order and
// what is hidden is last, also in the table's order.
func fall(items []item) {
	slices.SortStableFunc(items, func(a, b item) int {
		if d := cmp.Compare(a.order, b.order); d != 0 || a.order > 0 {
			return d
		}
		return cmp.Compare(sortable(b.value), sortable(a.value))
	})
}

func sortable(v float64) float64 {
	if math.IsNaN(v) {
		return math.Inf(-1)
	}
	return v
}

// setApart puts a gap before items that sum or overlap the others.
func setApart(items []item) {
	for k := 1; k < len(items); k++ {
		if items[k].order >= 4 && items[k-1].order < 4 {
			items[k].gap = groupGap
		}
	}
}

// fill returns the colour of an item's mark.
func (i item) fill(l *look) paint {
	if i.order >= 1 && i.order <= 3 {
		return grey
	}
	return l.main
}
