package study

import (
	"stikprove/coding"
	"stikprove/survey"
)

// private takes the personal numbers out of a source as the study says. Where
// it says nothing they stop the run: nobody means to analyse them. identities
// are variables that units are found by, in this source and in others.
func (s *Study) private(d *survey.Dataset, identities ...string) *survey.Dataset {
	found := survey.CPRProblems(d)
	if len(found) == 0 {
		return d
	}
	if s.config.Privacy.CPR != maskCPR {
		s.problems = append(s.problems, found...)
	}
	// What is refused is masked as well, so that what else is wrong is found by
	// the same names.
	return d.MaskedAs(s.pseudonyms, identities...)
}

// identities names the variables that the rows of a source are found by.
func (s *Study) identities(name string) []string {
	ids := append(s.linkedBy(name), s.config.Sources[name].ID)
	if f := s.config.Frame; f != nil && f.For == name {
		ids = append(ids, f.ID)
	}
	return ids
}

// privateDecisions does so with what coders wrote beside their codes.
func (s *Study) privateDecisions(decisions []coding.Decision) {
	for i := range decisions {
		d := &decisions[i]
		for _, word := range []struct {
			column string
			text   *string
		}{{"id", &d.Unit}, {"coder", &d.Coder}, {"reason", &d.Reason}} {
			if len(survey.FindCPR(*word.text)) == 0 {
				continue
			}
			if s.config.Privacy.CPR != maskCPR {
				s.problems = append(s.problems, survey.Problem{File: d.File, Row: d.Line, Line: true, Variable: word.column, Message: "got a CPR number (withheld), want none"})
			}
			if word.column == "id" {
				*word.text = s.pseudonyms.Replace(*word.text)
			} else {
				*word.text = survey.MaskCPR(*word.text)
			}
		}
	}
}

// What a study does with personal numbers in its data.
const (
	refuseCPR = "refuse" // a problem per cell; the default
	maskCPR   = "mask"   // they are masked and counted, and the run goes on
)
