package disclosure

import (
	"math"

	"stikprove/sample/crosstab"
)

// solved returns the relations among hidden counts that follow from the sums
// together (Gauss–Jordan): a count that is determined stands alone in one.
// Rows whose coefficients are no small fractions are left out.
func (m *model) solved(relations []relation) []relation {
	column := make([]int, len(m.n)) // of each hidden count, from 1
	var counts []int
	for k, h := range m.hidden {
		if h != crosstab.Shown {
			counts = append(counts, k)
			column[k] = len(counts)
		}
	}
	var rows [][]float64
	for _, r := range relations {
		if r.most {
			continue
		}
		row := make([]float64, len(counts)+1)
		some := false
		for _, t := range r.terms {
			if column[t.count] > 0 {
				row[column[t.count]-1] += float64(t.times)
				some = true
			} else {
				row[len(counts)] -= float64(t.times * m.n[t.count])
			}
		}
		if some {
			rows = append(rows, row)
		}
	}
	reduce(rows, len(counts))
	var found []relation
	for _, row := range rows {
		if r, ok := whole(row, counts); ok {
			found = append(found, r)
		}
	}
	return found
}

// tiny is below every coefficient that is not 0 but for rounding.
const tiny = 1e-9

// reduce brings rows to reduced echelon form over the first columns.
func reduce(rows [][]float64, columns int) {
	top := 0
	for c := 0; c < columns && top < len(rows); c++ {
		pivot := top
		for r := top; r < len(rows); r++ {
			if math.Abs(rows[r][c]) > math.Abs(rows[pivot][c]) {
				pivot = r
			}
		}
		if math.Abs(rows[pivot][c]) < tiny {
			continue
		}
		rows[top], rows[pivot] = rows[pivot], rows[top]
		scale := rows[top][c]
		for j := range rows[top] {
			rows[top][j] /= scale
		}
		for r := range rows {
			by := rows[r][c]
			if r == top || math.Abs(by) < tiny {
				continue
			}
			for j := range rows[r] {
				rows[r][j] -= by * rows[top][j]
			}
		}
		top++
	}
}

// whole returns row as a relation of whole numbers.
func whole(row []float64, counts []int) (relation, bool) {
	for times := 1.0; times <= 12; times++ {
		r, ok := relation{}, true
		for j, v := range row {
			n := math.Round(v * times)
			ok = ok && math.Abs(v*times-n) < 1e-6
			switch {
			case j == len(counts):
				r.constant = int(n)
			case n != 0:
				r.terms = append(r.terms, term{counts[j], int(n)})
			}
		}
		if ok {
			return r, len(r.terms) > 0
		}
	}
	return relation{}, false
}
