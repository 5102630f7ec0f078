package response

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"stikprove/sample"
	"stikprove/sample/estimate"
	"stikprove/sample/weight"
)

// Cells returns the classes that variables with categories make when crossed, in
// the order of the categories; those without rows are left out.
func Cells(variables []Variable, answered []bool) weight.Classes {
	rows := len(answered)
	key := make([]int, rows)
	var names []string
	for _, v := range variables {
		names = append(names, v.Name)
		for i, g := range v.Of {
			key[i] = key[i]*len(v.Categories) + int(g)
		}
	}
	c := weight.Classes{Variable: strings.Join(names, ","), Of: make([]int32, rows), Answered: answered}
	order := slices.Clone(key)
	slices.Sort(order)
	order = slices.Compact(order)
	for _, k := range order {
		var parts []string
		for at := len(variables) - 1; at >= 0; at-- {
			n := len(variables[at].Categories)
			parts = append(parts, variables[at].Categories[k%n])
			k /= n
		}
		slices.Reverse(parts)
		c.Names = append(c.Names, strings.Join(parts, ", "))
	}
	for i, k := range key {
		at, _ := slices.BinarySearch(order, k)
		c.Of[i] = int32(at)
	}
	return c
}

// PropensityClasses is what classes of the propensity are called.
const PropensityClasses = "propensity"

// ByPropensity returns k classes of like propensity, with as many rows each as
// equal propensities allow: the cuts are the values with j/k of the rows at or
// below them. Propensities are held to be equal where ten decimals are.
func (m *Model) ByPropensity(k int, answered []bool) weight.Classes {
	n := len(m.Propensity)
	rounded := make([]float64, n)
	for i, p := range m.Propensity {
		rounded[i] = math.Round(p*1e10) / 1e10
	}
	sorted := slices.Clone(rounded)
	slices.Sort(sorted)
	var cuts []float64
	for j := 1; j < k; j++ {
		at := (n*j + k - 1) / k // the smallest count that is at least n j/k
		if cut := sorted[at-1]; cut < sorted[n-1] && (len(cuts) == 0 || cut > cuts[len(cuts)-1]) {
			cuts = append(cuts, cut)
		}
	}
	c := weight.Classes{Variable: PropensityClasses, Of: make([]int32, n), Answered: answered}
	low := sorted[0]
	for j := range len(cuts) + 1 {
		high := sorted[n-1]
		if j < len(cuts) {
			high = cuts[j]
		}
		c.Names = append(c.Names, fmt.Sprintf("%.3f to %.3f", low, high))
		if j < len(cuts) {
			at, _ := slices.BinarySearch(sorted, cuts[j]+1e-11)
			low = sorted[min(at, n-1)]
		}
	}
	for i, p := range rounded {
		for _, cut := range cuts {
			if p > cut {
				c.Of[i]++
			}
		}
	}
	return c
}

// Change is an estimate before and after weighting.
type Change struct {
	Before, After estimate.Estimate
	Difference    float64 // after less before, in the unit of the mean
}

// Effect estimates the mean of y among those who answered, as they are and with
// their weights made up for the silent by classes. s is the sample that was
// asked; y is NaN of rows that did not answer, or not this. The error is that of
// the classes.
func Effect(s *sample.Sample, y []float64, c weight.Classes) (Change, error) {
	weighted, _, err := weight.Apply(s, c)
	if err != nil {
		return Change{}, err
	}
	among := make([]float64, len(y))
	for i := range y {
		among[i] = math.NaN()
		if c.Answered[i] {
			among[i] = y[i]
		}
	}
	e := Change{Before: estimate.Mean(s, among), After: estimate.Mean(weighted, among)}
	e.Difference = e.After.Value - e.Before.Value
	return e, nil
}
