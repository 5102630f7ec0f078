package sample

import "fmt"

// Projection is what adjusted weights take out of a linearised variance: the
// influence values z of a statistic, which are weights times what a row adds to
// it, become
//
//	z_i − Σ_t Fit_it c[Column_it],   c = Solve(s),   s[j] = Σ Sum_it z_i over Column_it = j
//
// where t are the terms of row i. With weights calibrated to totals of x it is
// the residual of the regression on x.
type Projection struct {
	Terms    int       // numbers of a row
	Columns  int       // length of s and of c
	Column   []int32   // of each term, by row: from 0 to Columns−1
	Fit, Sum []float64 // the same; 0 of rows that take no part
	Solve    func(sums []float64) []float64
}

// Projected returns s with p taken out of its linearised variances, after what
// was taken out before. It panics if p is not of as many rows.
func (s *Sample) Projected(p Projection) *Sample {
	want := len(s.Weight) * p.Terms
	if len(p.Column) != want || len(p.Fit) != want || len(p.Sum) != want {
		panic(fmt.Sprintf("sample: projection of %d terms, want %d", len(p.Column), want))
	}
	d := *s
	d.projections = append(d.projections[:len(d.projections):len(d.projections)], p)
	return &d
}

// Projections returns what is taken out of linearised variances, in order.
func (s *Sample) Projections() []Projection { return s.projections }
