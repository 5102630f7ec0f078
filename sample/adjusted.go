package sample

// Adjustments returns how many times the weights of s were adjusted, see
// [Sample.Adjusted], and whether linearised variances take account of all of
// them, see [Sample.Projected]. Replicate weights follow every adjustment.
func (s *Sample) Adjustments() (times int, accounted bool) {
	return s.adjustments, len(s.projections) >= s.adjustments
}
