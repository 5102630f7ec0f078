package sample

import "math"

// ResponseRate is answered of eligible, as an exact fraction.
type ResponseRate struct {
	Answered int // units that answered, at least 0
	Eligible int // units that could have, at least Answered
}

// Share returns the rate in [0, 1], or NaN where it does not exist: nobody
// eligible, or more answers than eligible units.
func (r ResponseRate) Share() float64 {
	if r.Eligible <= 0 || r.Answered < 0 || r.Answered > r.Eligible {
		return math.NaN()
	}
	return float64(r.Answered) / float64(r.Eligible)
}
