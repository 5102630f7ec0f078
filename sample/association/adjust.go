package association

import "slices"

// Adjustment says how p values of several tests at once are raised.
type Adjustment string

// The adjustments.
const (
	Holm       Adjustment = "holm"
	Bonferroni Adjustment = "bonferroni"
	Unadjusted Adjustment = "none"
)

// Adjust returns the p values raised so that the chance of any wrong rejection
// is at most that of one test, in their order. NaN is no test and stays.
//
// Source: Holm (1979), Scandinavian Journal of Statistics 6, 65–70. Same as
// p.adjust in R.
func Adjust(p []float64, how Adjustment) []float64 {
	out := slices.Clone(p)
	var order []int
	for i, v := range p {
		if v == v {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case p[a] < p[b]:
			return -1
		case p[a] > p[b]:
			return 1
		}
		return 0
	})
	highest := 0.0
	for k, i := range order {
		times := float64(len(order))
		switch how {
		case Unadjusted:
			times = 1
		case Holm:
			times -= float64(k)
		}
		v := min(1, p[i]*times)
		if how == Holm {
			highest = max(highest, v)
			v = highest
		}
		out[i] = v
	}
	return out
}
