package estimate

import "stikprove/sample"

// projected returns influence values with the projections of a sample whose
// weights were adjusted taken out. It needs the coefficients only, which a pass
// over the rows for each projection makes.
func projected(s *sample.Sample, z influenceValues) influenceValues {
	for _, p := range s.Projections() {
		z = residual(s, z, p)
	}
	return z
}

// residual takes one projection out of z.
func residual(s *sample.Sample, z influenceValues, p sample.Projection) influenceValues {
	row := z.row
	if row == nil {
		row = func(i int32, totals []float64) { z.add([]int32{i}, totals) }
	}
	sums := make([][]float64, z.k) // by statistic, then column
	for k := range sums {
		sums[k] = make([]float64, p.Columns)
	}
	value, size := make([]float64, z.k), make([]float64, z.k)
	for i := range s.Rows() {
		clear(value)
		row(int32(i), value)
		for k, v := range value {
			size[k] += v * v
		}
		for t := i * p.Terms; t < (i+1)*p.Terms; t++ {
			if p.Sum[t] == 0 {
				continue
			}
			for k, v := range value {
				if v != 0 {
					sums[k][p.Column[t]] += p.Sum[t] * v
				}
			}
		}
	}
	coefficients := make([][]float64, z.k)
	for k := range sums {
		coefficients[k] = p.Solve(sums[k])
	}
	subtract := func(i int32, totals []float64) {
		for t := int(i) * p.Terms; t < (int(i)+1)*p.Terms; t++ {
			if p.Fit[t] == 0 {
				continue
			}
			for k := range totals {
				totals[k] -= p.Fit[t] * coefficients[k][p.Column[t]]
			}
		}
	}
	return influenceValues{
		k: z.k,
		add: func(rows []int32, totals []float64) {
			z.add(rows, totals)
			for _, i := range rows {
				subtract(i, totals)
			}
		},
		row: func(i int32, totals []float64) {
			row(i, totals)
			subtract(i, totals)
		},
		touch: z.touch,
		size:  largest(z.size, size),
	}
}

// largest returns the larger of each pair; a may be nil.
func largest(a, b []float64) []float64 {
	for k := range a {
		b[k] = max(a[k], b[k])
	}
	return b
}
