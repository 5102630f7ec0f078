package sample

import "stikprove/survey"

// Sample is a dataset bound to a design. It is immutable.
type Sample struct {
	Design  Design
	Data    *survey.Dataset
	Weight  []float64 // of each row, at least 0; 0 outside the domain
	PSU     []int32   // of each row, from 0; as many as rows where rows are drawn themselves
	Stratum []int32   // of each row, from 0
	PSUs    int       // number of PSUs in the whole sample, domain or not
	Strata  int       // number of strata in the whole sample
}
