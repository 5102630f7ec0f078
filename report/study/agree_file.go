package study

import (
	"encoding/json"
	"math"

	"stikprove/report"
	"stikprove/survey"
)

// agreed reads what agree --format json wrote, where a coding names it.
func (s *Study) agreed(c coder) *report.Agreed {
	if c.Agreement == "" {
		return nil
	}
	source, err := s.inputs.read(c.Agreement)
	if err != nil {
		s.problems.Add(c.Agreement, err)
		return nil
	}
	var f agreementFile
	if err := json.Unmarshal(source, &f); err != nil || f.Same == nil || f.Same.N == 0 {
		s.problems = append(s.problems, survey.Problem{File: c.Agreement, Message: "want what stikprove agree --format json wrote, of at least one unit"})
		return nil
	}
	a := &report.Agreed{Units: f.Same.N, Same: f.Same.K, Level: f.Level, Kappa: math.NaN(), Low: math.NaN(), High: math.NaN()}
	if k := f.Kappa; k != nil {
		a.Kappa = k.Value
		if k.Low != nil && k.High != nil {
			a.Low, a.High = *k.Low, *k.High
		}
	}
	return a
}
