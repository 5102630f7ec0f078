package estimate

import (
	"fmt"

	"gonum.org/v1/gonum/mat"

	"stikprove/sample"
)

// Covariance returns the covariance matrix of the totals Σ_row z[k][row] under
// the design of s: stages, finite populations and the rule for lonely PSUs.
// z[k] holds the weighted influence values of statistic k, in its unit: weight
// times what a unit of the row's kind adds to the statistic; 0 outside its
// domain. They are as long as s has rows.
//
// Everything is NaN in a census, in an empty sample, and where a stratum in the
// domain has one unit and the design names no rule for it. It is nil where z is
// empty. With replicate weights see [Replicated].
//
// It panics if a z is not as long as s has rows. Same as svyrecvar in R survey.
func Covariance(s *sample.Sample, z [][]float64) *mat.SymDense {
	if len(z) == 0 {
		return nil
	}
	checkRows(s, z...)
	return mat.NewSymDense(len(z), covariance(s, columns(z), true))
}

// Variance returns the variance of the total of z, as [Covariance] does.
func Variance(s *sample.Sample, z []float64) float64 {
	checkRows(s, z)
	return covariance(s, columns([][]float64{z}), false)[0]
}

// columns is influence values that stand in columns.
func columns(z [][]float64) influenceValues {
	return influenceValues{k: len(z), add: func(rows []int32, totals []float64) {
		for k, column := range z {
			sum := 0.0
			for _, row := range rows {
				sum += column[row]
			}
			totals[k] += sum
		}
	}}
}

func checkRows(s *sample.Sample, z ...[]float64) {
	for _, column := range z {
		if len(column) != s.Rows() {
			panic(fmt.Sprintf("estimate: %d values for %d rows", len(column), s.Rows()))
		}
	}
}
