package weight

import (
	"fmt"
	"math"

	"stikprove/sample"
)

// Adjustment makes weights of weights. It may be used by several goroutines at
// a time.
type Adjustment interface {
	// Name says what is done, such as "raking".
	Name() string
	// Adjust returns the weights made of base, one for each row. The error
	// says which category or total cannot be met.
	Adjust(base []float64) (Result, error)
}

// Result is adjusted weights and how they came to be.
type Result struct {
	Name       string
	Weight     []float64
	Iterations int     // 0 where there are none
	Misfit     float64 // largest deviation from a count or total, as a share of it
	Tolerance  float64 // the Misfit at which iteration stops; 0 where there is none
	Changed    int     // rows whose weight was cut, or carried over to others
	Scale      float64 // what weights were multiplied by before bounds were applied; 1 ordinarily

	project func() sample.Projection // nil where the variance stays as it is
}

// Apply returns s with its weights adjusted by each in turn, and what each did.
// Replicate weights follow. The error names the adjustment and says what cannot
// be met, or that weights are below 0, which a sample cannot have.
func Apply(s *sample.Sample, adjustments ...Adjustment) (*sample.Sample, []Result, error) {
	var results []Result
	for _, a := range adjustments {
		r, err := a.Adjust(s.Weight)
		if err == nil {
			err = positive(r.Weight)
		}
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", a.Name(), err)
		}
		s, err = s.Adjusted(func(base []float64) ([]float64, error) {
			again, err := a.Adjust(base)
			return again.Weight, err
		})
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", a.Name(), err)
		}
		if r.project != nil {
			s = s.Projected(r.project())
		}
		r.Name = a.Name()
		results = append(results, r)
	}
	return s, results, nil
}

// positive returns an error where a weight is below 0.
func positive(weight []float64) error {
	n, least := 0, 0.0
	for _, w := range weight {
		if w < 0 {
			n++
			least = min(least, w)
		}
	}
	if n > 0 {
		return fmt.Errorf("%s would have a weight below 0, the least %s; want bounds, or raking", counted(n), plain(least))
	}
	return nil
}

// check returns an error where a weight is not a number from 0, or all are 0.
// Adjusted weights of a former step may be below 0.
func check(base []float64) error {
	some := false
	for _, w := range base {
		if math.IsNaN(w) || math.IsInf(w, 0) {
			return fmt.Errorf("a weight is %v; want a number from 0", w)
		}
		some = some || w != 0
	}
	if !some {
		return errNoWeight
	}
	return nil
}

// Summary is how unequal weights are.
type Summary struct {
	Rows             int // with weight
	Sum, Least, Most float64
	Deff             float64 // Kish's design effect of weighting, n Σw² / (Σw)²
	Effective        float64 // Rows by Deff
	CV               float64 // standard deviation by mean: √(Deff − 1)
	LeastOf, MostOf  float64 // of adjusted weights by those before, over rows with weight before
	ratios           bool
}

// Summarise describes weights, and what they are by former ones where those are
// not nil. Source: Kish (1992), Journal of Official Statistics 8, 183–200.
func Summarise(weight, former []float64) Summary {
	s := Summary{Least: math.Inf(1), LeastOf: math.Inf(1), MostOf: math.Inf(-1)}
	squares := 0.0
	for i, w := range weight {
		if former != nil && former[i] != 0 && w != 0 {
			s.LeastOf, s.MostOf, s.ratios = min(s.LeastOf, w/former[i]), max(s.MostOf, w/former[i]), true
		}
		if w == 0 {
			continue
		}
		s.Rows++
		s.Sum += w
		squares += w * w
		s.Least, s.Most = min(s.Least, w), max(s.Most, w)
	}
	if s.Rows == 0 {
		s.Least = 0
	}
	if !s.ratios {
		s.LeastOf, s.MostOf = 1, 1
	}
	s.Deff = float64(s.Rows) * squares / (s.Sum * s.Sum)
	s.Effective = float64(s.Rows) / s.Deff
	s.CV = math.Sqrt(max(s.Deff-1, 0))
	return s
}
