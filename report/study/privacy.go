package study

import "stikprove/survey"

// private takes the personal numbers out of a source as the study says. Where
// it says nothing they stop the run: nobody means to analyse them. identities
// are variables that units are found by, in this source and in others.
func (s *Study) private(d *survey.Dataset, identities ...string) *survey.Dataset {
	found := survey.CPRProblems(d)
	if len(found) == 0 {
		return d
	}
	if s.config.Privacy.CPR == maskCPR {
		return d.MaskedAs(s.pseudonyms, identities...)
	}
	s.problems = append(s.problems, found...)
	return d
}

// identities names the variables that the rows of a source are found by.
func (s *Study) identities(name string) []string {
	ids := append(s.linkedBy(name), s.config.Sources[name].ID)
	if f := s.config.Frame; f != nil && f.For == name {
		ids = append(ids, f.ID)
	}
	return ids
}

// alias returns what stands for somebody who is named outside the data.
func (s *Study) alias(who string) string {
	if s.config.Privacy.CPR == maskCPR {
		return s.pseudonyms.Replace(who)
	}
	return who
}

// What a study does with personal numbers in its data.
const (
	refuseCPR = "refuse" // a problem per cell; the default
	maskCPR   = "mask"   // they are masked and counted, and the run goes on
)
