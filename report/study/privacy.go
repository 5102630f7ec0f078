package study

import "stikprove/survey"

// private takes the personal numbers out of a source as the study says. Where
// it says nothing they stop the run: nobody means to analyse them.
func (s *Study) private(d *survey.Dataset) *survey.Dataset {
	found := survey.CPRProblems(d)
	if len(found) == 0 {
		return d
	}
	if s.config.Privacy.CPR == maskCPR {
		return d.Masked()
	}
	s.problems = append(s.problems, found...)
	return d
}

// What a study does with personal numbers in its data.
const (
	refuseCPR = "refuse" // a problem per cell; the default
	maskCPR   = "mask"   // they are masked and counted, and the run goes on
)
