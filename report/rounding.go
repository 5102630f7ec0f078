package report

import (
	"slices"

	"stikprove/sample/crosstab"
)

// unrounded reports whether shares that partition a whole do not sum to 100 as
// they are printed. Wholes with a hidden share are left out: the note would
// say something of it.
func (y *layout) unrounded() bool {
	if y.of.Several && !y.battery && !isBanner(y.of) || y.sum {
		return false
	}
	rows, columns := y.of.RowSections, y.of.ColumnSections
	if len(rows) == 0 {
		rows = []crosstab.Section{{To: len(y.of.Rows)}}
	}
	if len(columns) == 0 {
		columns = []crosstab.Section{{To: len(y.of.Columns)}}
	}
	return slices.ContainsFunc(rows, func(r crosstab.Section) bool {
		return slices.ContainsFunc(columns, func(c crosstab.Section) bool { return y.unroundedIn(r, c) })
	})
}

// unroundedIn is unrounded of the rows of one variable and the columns of one;
// everybody is in it where the columns' shares are each of their own whole.
func (y *layout) unroundedIn(rows, columns crosstab.Section) bool {
	var groups []int
	for _, j := range y.estimates {
		if y.of.Columns[j].Kind == crosstab.Group && j >= columns.From && j < columns.To {
			groups = append(groups, j)
		}
	}
	if isBanner(y.of) && slices.ContainsFunc(y.of.Rows[rows.From:rows.To], func(r crosstab.Row) bool { return r.Kind == crosstab.Answer }) {
		return false // several answers do not sum to 100
	}
	switch {
	case y.byRow:
		for i := rows.From; i < rows.To; i++ {
			if y.off(func(add func(crosstab.Cell)) {
				for _, j := range groups {
					add(y.of.Cells[i][j])
				}
			}) {
				return true
			}
		}
		return false
	case y.of.Percent == crosstab.OfTotal && !y.single:
		return y.off(func(add func(crosstab.Cell)) {
			for _, j := range groups {
				y.categories(rows, j, add)
			}
		})
	}
	return slices.ContainsFunc(y.estimates, func(j int) bool {
		return y.off(func(add func(crosstab.Cell)) { y.categories(rows, j, add) })
	})
}

// categories gives every share of a column that is part of the whole.
func (y *layout) categories(rows crosstab.Section, column int, add func(crosstab.Cell)) {
	for i := rows.From; i < rows.To; i++ {
		if y.of.Rows[i].Kind == crosstab.Category {
			add(y.of.Cells[i][column])
		}
	}
}

// off reports whether the shares that each gives do not sum to 100.
func (y *layout) off(each func(add func(crosstab.Cell))) bool {
	sum, parts, whole := 0, 0, true
	each(func(c crosstab.Cell) {
		p, ok := percentOf(c)
		whole = whole && ok
		sum += p
		parts++
	})
	return whole && parts > 0 && sum != 100
}
