package study

import (
	"math"
	"slices"

	"stikprove/coding"
	"stikprove/report"
	"stikprove/sample/disclosure"
)

// printed returns a count of units of a source as the report prints it: rounded
// where the study rounds its counts and the source is not open.
func (s *Study) printed(source string, n int) int {
	if slices.Contains(s.config.Disclosure.Open, source) {
		return n
	}
	return disclosure.RoundCount(n, s.config.Disclosure.Round)
}

// printedCoded is what the report tells of a coding. Of counts that are rounded
// an exact interval of the agreement would tell more.
func (s *Study) printedCoded(k Coded) report.Coded {
	printed := func(n int) int { return s.printed(k.Source, n) }
	c := report.Coded{
		Scheme: k.Scheme.Name, Version: k.Scheme.Version,
		Rules: printed(k.Summary.By[coding.ByRules]), Memory: printed(k.Summary.By[coding.ByMemory]), Learned: printed(k.Summary.By[coding.ByLearning]),
		Decided: printed(k.Summary.By[coding.ByDecision]), Uncoded: printed(k.Summary.Uncoded), NotCoded: printed(k.Summary.NotCoded), Agreed: k.Agreed,
	}
	if a := k.Agreed; a != nil && printed(1) != 1 {
		rounded := *a
		rounded.Units, rounded.Same = printed(a.Units), printed(a.Same)
		rounded.Low, rounded.High = math.NaN(), math.NaN()
		c.Agreed = &rounded
	}
	return c
}

// notTold stands for degrees of freedom that would tell an exact count.
const notTold = -1

// rounded rounds the counts of e to whole multiples of base, and removes what
// they could be solved from.
func (e *Estimates) rounded(base int) {
	for i := range e.Rows {
		v := &e.Rows[i]
		v.N = disclosure.RoundCount(v.N, base)
		v.Deff, v.DeffReplace, v.Effective, v.DF = math.NaN(), math.NaN(), math.NaN(), notTold
	}
}
