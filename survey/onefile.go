package survey

import (
	"fmt"
	"slices"
)

// OneFile returns cases that came from several files with each respondent's
// from one of them. parent names the variable that says who the respondent is
// and key, which may be empty, the one that tells cases apart: a row with
// nothing else is no case. With LastComplete the last of the files with most
// cases of the respondent counts; files are in the order of the rows. What is
// left out, or kept, is noted.
//
// The error is [Problems]: with RefuseRepeats, the files of respondents who
// have cases in another.
func (d *Dataset) OneFile(parent, key string, rule Repeats) (*Dataset, error) {
	c := d.Column(parent)
	if d.origin.Place == nil || c == nil {
		return d, nil // that there is no such variable is said when cases are joined
	}
	several := d.inSeveralFiles(c, key)
	if len(several) == 0 {
		return d, nil
	}
	var problems Problems
	counts := map[string]int{} // of a respondent, the file
	for _, s := range several {
		if rule == RefuseRepeats {
			problems = append(problems, s.refused(d, c)...)
		}
		counts[s.who] = s.counting(rule)
	}
	if problems != nil {
		return nil, problems.Err()
	}
	var kept []int
	var left []Problem
	for row, place := range d.origin.Place {
		counting, decided := counts[Same(c.Answer(row))]
		if !decided || rule == KeepRepeats || counting == place {
			kept = append(kept, row)
			continue
		}
		if file := (Problem{File: d.origin.Places[place].File}); !slices.Contains(left, file) {
			left = append(left, file)
		}
	}
	note := Problem{Variable: parent, Message: fmt.Sprintf("respondents with cases in several files, all of which count: %d", len(several))}
	if rule != KeepRepeats {
		which := map[Repeats]string{FirstRepeat: "first", LastComplete: "last with most cases"}[rule]
		note.Message = fmt.Sprintf("respondents with cases in several files count by the %s: %d; left out: theirs in %s", which, len(several), Addresses(left, 10))
	}
	return d.Picked(kept).Noted(note), nil
}

// severalFiles is a respondent with rows in more than one file.
type severalFiles struct {
	who    string
	places []int // in order
	cases  []int // in each, how many
	rows   []int // in each, the first row
}

// inSeveralFiles returns the respondents with rows in more than one file.
func (d *Dataset) inSeveralFiles(parent *Column, key string) []*severalFiles {
	found := map[string]*severalFiles{}
	var order []*severalFiles
	for row, place := range d.origin.Place {
		who := Same(parent.Answer(row))
		if who == "" {
			continue
		}
		s := found[who]
		if s == nil {
			s = &severalFiles{who: who}
			found[who], order = s, append(order, s)
		}
		at := slices.Index(s.places, place)
		if at < 0 {
			at = len(s.places)
			s.places, s.cases, s.rows = append(s.places, place), append(s.cases, 0), append(s.rows, row)
		}
		if slices.ContainsFunc(d.columns, func(c *Column) bool { return c != parent && c.Name != key && !c.Blank(row) }) {
			s.cases[at]++
		}
	}
	return slices.DeleteFunc(order, func(s *severalFiles) bool { return len(s.places) == 1 })
}

// counting returns the file that counts.
func (s *severalFiles) counting(rule Repeats) int {
	best := 0
	for k, n := range s.cases {
		if rule == LastComplete && n >= s.cases[best] {
			best = k
		}
	}
	return s.places[best]
}

// refused blames every file but the first.
func (s *severalFiles) refused(d *Dataset, parent *Column) []Problem {
	var problems []Problem
	for k := 1; k < len(s.places); k++ {
		problems = append(problems, Problem{File: d.origin.Places[s.places[k]].File, Variable: parent.Name, Message: fmt.Sprintf(
			"%s has cases in %s already; say in study.yaml which file counts, with repeats: last_complete, first or keep",
			shownIdentity(parent, s.rows[k]), d.origin.Places[s.places[0]].File)})
	}
	return problems
}
