package sample

import (
	"fmt"

	"stikprove/survey"
)

// Sample is a dataset bound to a design. It is immutable.
type Sample struct {
	Design  Design
	Data    *survey.Dataset
	Weight  []float64 // of each row, at least 0; 0 outside the domain
	PSU     []int32   // of each row, from 0; as many as rows where rows are drawn themselves
	Stratum []int32   // of each row, from 0
	PSUs    int       // number of PSUs in the whole sample, domain or not
	Strata  int       // number of strata in the whole sample

	strata []string // name of each stratum; empty where the design has none
	order  []int32  // rows by stratum and PSU; nil until asked for
}

// Domain returns s with the weight of every row that keep leaves out nought.
// PSUs and strata are kept, because those the domain leaves empty still count
// toward the variance. It panics if keep is not as long as s has rows.
func (s *Sample) Domain(keep []bool) *Sample {
	if len(keep) != len(s.Weight) {
		panic(fmt.Sprintf("sample: domain of %d rows, want %d", len(keep), len(s.Weight)))
	}
	d := *s
	d.Weight = make([]float64, len(s.Weight))
	for i, in := range keep {
		if in {
			d.Weight[i] = s.Weight[i]
		}
	}
	return &d
}

// Rows returns the number of rows, those outside the domain among them.
func (s *Sample) Rows() int { return len(s.Weight) }

// StratumName returns the name of stratum h as the data write it, or "" where
// the design has one stratum only.
func (s *Sample) StratumName(h int32) string {
	if int(h) >= len(s.strata) {
		return ""
	}
	return s.strata[h]
}

// ByPSU returns the rows ordered by stratum, then PSU, then row, so that the
// rows of a PSU stand together. The slice is not to be changed.
func (s *Sample) ByPSU() []int32 {
	if s.order != nil {
		return s.order
	}
	return sortByPSU(s.PSU, s.Stratum, s.PSUs, s.Strata)
}

// sortByPSU orders rows by PSU and then, keeping that order, by stratum.
func sortByPSU(psu, stratum []int32, psus, strata int) []int32 {
	rows := make([]int32, len(psu))
	for i := range rows {
		rows[i] = int32(i)
	}
	rows = countingSort(rows, psu, psus)
	if strata > 1 {
		rows = countingSort(rows, stratum, strata)
	}
	return rows
}

// countingSort orders rows by key, which is from 0 to keys-1, and keeps the
// order of equal keys.
func countingSort(rows, key []int32, keys int) []int32 {
	at := make([]int32, keys+1)
	for _, r := range rows {
		at[key[r]+1]++
	}
	for k := range keys {
		at[k+1] += at[k]
	}
	sorted := make([]int32, len(rows))
	for _, r := range rows {
		sorted[at[key[r]]] = r
		at[key[r]]++
	}
	return sorted
}
