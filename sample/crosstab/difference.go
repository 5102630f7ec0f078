package crosstab

import "math"

// Difference returns how much larger a row's share is than the share that a
// Reference column has for it, from −1 to 1; NaN where either is not there or
// is hidden. The share is that of the first column that is no Reference.
//
// A known share has no sampling error, so that the interval of the difference
// is the share's own less the known share.
func (t *Table) Difference(row, reference int) float64 {
	for c, column := range t.Columns {
		if column.Kind == Reference {
			continue
		}
		own, known := t.Cells[row][c], t.Cells[row][reference]
		if own.Suppressed != Shown || known.Suppressed != Shown {
			break
		}
		return own.P - known.P
	}
	return math.NaN()
}
