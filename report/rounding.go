package report

import (
	"slices"

	"stikprove/sample/crosstab"
)

// unrounded reports whether shares that partition a whole do not sum to 100 as
// they are printed. Wholes with a hidden share are left out: the note would
// say something of it.
func (y *layout) unrounded() bool {
	if y.of.Several && !y.battery || y.sum {
		return false
	}
	switch {
	case y.byRow:
		for i := range y.of.Rows {
			if y.off(func(add func(crosstab.Cell)) {
				for _, j := range y.estimates {
					if y.of.Columns[j].Kind == crosstab.Group {
						add(y.of.Cells[i][j])
					}
				}
			}) {
				return true
			}
		}
		return false
	case y.of.Percent == crosstab.OfTotal && !y.single:
		return y.off(func(add func(crosstab.Cell)) {
			for _, j := range y.estimates {
				if y.of.Columns[j].Kind == crosstab.Group {
					y.categories(j, add)
				}
			}
		})
	}
	return slices.ContainsFunc(y.estimates, func(j int) bool {
		return y.off(func(add func(crosstab.Cell)) { y.categories(j, add) })
	})
}

// categories gives every share of a column that is part of the whole.
func (y *layout) categories(column int, add func(crosstab.Cell)) {
	for i, r := range y.of.Rows {
		if r.Kind == crosstab.Category {
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
