package form

import "stikprove/survey"

// line is a question or an aside, written as a question, in its place.
type line struct {
	aside    bool
	question survey.Question
}

// lines returns what a questionnaire asks and shows, from the top.
func lines(in *survey.Instrument) []line {
	var all []line
	asides := in.Asides
	for i := range len(in.Questions) + 1 {
		for ; len(asides) > 0 && (asides[0].Before <= i || i == len(in.Questions)); asides = asides[1:] {
			a := asides[0]
			q := labelled(a.Name, a.Label)
			q.Hint, q.Section, q.Roster, q.Relevant, q.Computed = a.Hint, a.Section, a.Roster, a.Relevant, a.Computed
			all = append(all, line{true, q})
		}
		if i < len(in.Questions) {
			all = append(all, line{false, in.Questions[i]})
		}
	}
	return all
}

// labelled returns a question that has a name and words only.
func labelled(name string, label survey.Text) survey.Question {
	return survey.Question{Variable: survey.Variable{Name: name, Label: label}}
}
