package draw

import (
	"cmp"
	"slices"

	"stikprove/survey"
)

// sort puts the units in the order asked for: numbers by size, texts by code
// points, absent values last, ties as in the file.
func (r *frameReader) sort() {
	if len(r.order) == 0 {
		return
	}
	at := make([]int, len(r.frame.units))
	for i := range at {
		at[i] = i
	}
	units := r.frame.units
	slices.SortStableFunc(at, func(a, b int) int {
		for _, c := range r.order {
			if by := compare(c, units[a].row, units[b].row); by != 0 {
				return by
			}
		}
		return 0
	})
	sorted, names, homes := make([]unit, len(at)), make([]string, len(at)), make([]string, len(at))
	for i, k := range at {
		sorted[i], names[i], homes[i] = units[k], r.names[k], r.homes[k]
	}
	r.frame.units, r.names, r.homes = sorted, names, homes
}

func compare(c *survey.Column, a, b int) int {
	absent := func(i int) int {
		if c.Missing(i) != survey.Present {
			return 1
		}
		return 0
	}
	if by := absent(a) - absent(b); by != 0 || absent(a) == 1 {
		return by
	}
	switch c.Kind {
	case survey.KindInteger, survey.KindDecimal, survey.KindDate:
		return cmp.Compare(c.Number(a), c.Number(b))
	}
	return cmp.Compare(text(c, a), text(c, b))
}
