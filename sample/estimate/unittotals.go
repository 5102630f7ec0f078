package estimate

import (
	"gonum.org/v1/gonum/mat"

	"stikprove/sample"
)

// UnitTotals gives the weighted influence values of K statistics unit by unit, so
// that no statistic needs a column as long as the sample.
type UnitTotals struct {
	K int
	// Add adds to the K totals the values of rows, which are of one unit of the
	// design, or one of them. It gives the same for the same rows each time, and
	// for several what it gives for each, summed.
	Add func(rows []int32, totals []float64)
}

// Covariance returns the K×K matrix that [Covariance] returns for the same
// values in columns. It is nil where K is 0.
func (t UnitTotals) Covariance(s *sample.Sample) *mat.SymDense {
	if t.K == 0 {
		return nil
	}
	return mat.NewSymDense(t.K, covariance(s, influenceValues{k: t.K, add: t.Add}, true))
}

// Variances returns the diagonal of that matrix.
func (t UnitTotals) Variances(s *sample.Sample) []float64 {
	return covariance(s, influenceValues{k: t.K, add: t.Add}, false)
}

// DF returns the degrees of freedom of s: the PSUs with weight minus the strata
// with weight; 0 in a census.
func DF(s *sample.Sample) int {
	if s.Design.Census {
		return 0
	}
	base := count(s, Sets{1, func(_ int, into []int32) []int32 { return append(into, 0) }})[0]
	return base.PSUs - base.Strata
}
