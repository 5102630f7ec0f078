package study

import (
	"maps"
	"slices"

	"stikprove/report"
	"stikprove/survey"
)

// returned says what came back of each sample and what is missing in it. A
// count under the disclosure minimum, or so near to all that the rest is under
// it, is not told.
func (s *Study) returned(data *Data) []report.Returned {
	var out []report.Returned
	for _, name := range slices.Sorted(maps.Keys(s.config.Designs)) {
		bound := data.Samples[name]
		if bound == nil {
			continue
		}
		design := bound.Design
		r := report.Returned{Unit: design.Label, PSUUnit: design.PSULabel, Census: design.Census, Eligible: design.Eligible}
		questions := s.questionsOf(data, name)
		if data.Instrument != nil && len(questions) == 0 {
			continue // a list, not answers
		}
		of := map[int32]int{}
		for row := range bound.Rows() {
			back := len(questions) == 0 || slices.ContainsFunc(questions, func(c *survey.Column) bool { return c.Missing(row) == survey.Present })
			if back && bound.InDomain(row) {
				r.Units++
				of[bound.PSU[row]]++
			}
		}
		if !design.Open && r.Units < s.config.Disclosure.Minimum {
			continue
		}
		if design.PSU != "" && len(of) > 0 {
			r.PSUs = len(of)
			if s.printed(name, 1) == 1 {
				sizes := slices.Sorted(maps.Values(of))
				r.Least, r.Most = sizes[0], sizes[len(sizes)-1]
			}
		}
		r.Units = s.printed(name, r.Units)
		r.Questions = len(questions)
		for _, c := range questions {
			if u := s.unanswered(name, c, design.Open); u.N > 0 || u.Hidden {
				r.Unanswered = append(r.Unanswered, u)
			}
		}
		out = append(out, r)
	}
	return out
}

// questionsOf returns the columns of the questions that were put to the units
// of a source: but for what identifies them, which is often filled in
// beforehand, and open ones that may be left blank, to which most people have
// nothing to say.
func (s *Study) questionsOf(data *Data, name string) []*survey.Column {
	if data.Instrument == nil || !s.fielded(name) && !s.config.Sources[name].isCases() {
		return nil
	}
	var out []*survey.Column
	identities := s.identities(name)
	for _, q := range data.Instrument.Questions {
		c := data.Datasets[name].Column(q.Name)
		if c != nil && !slices.Contains(identities, q.Name) && (q.Roster != "") == s.config.Sources[name].isCases() && (q.Kind != survey.KindText || q.Required) {
			out = append(out, c)
		}
	}
	return out
}

// unanswered counts the units that had a question and left it blank.
func (s *Study) unanswered(source string, c *survey.Column, open bool) report.Unanswered {
	u := report.Unanswered{Question: c.Label}
	for row := range c.Rows() {
		switch c.Missing(row) {
		case survey.NotAnswered:
			u.N++
			u.Of++
		case survey.Present:
			u.Of++
		}
	}
	least, rest := s.config.Disclosure.Minimum, u.Of-u.N
	u.Hidden = u.N > 0 && !open && (u.N < least || rest > 0 && rest < least)
	u.N, u.Of = s.printed(source, u.N), s.printed(source, u.Of)
	return u
}
