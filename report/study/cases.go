package study

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"stikprove/survey"
)

// isCases reports whether a source's rows are cases of another's respondents.
func (from source) isCases() bool {
	return from.From != "" || from.To != "" || from.Link != "" || from.Parent != "" || from.Index != ""
}

// parent and index return the variables that link cases to respondents.
func (from source) parent() string { return cmp.Or(from.Parent, from.Link) }
func (from source) index() string  { return cmp.Or(from.Index, from.Link) }

// complete reports whether enough is said to read the cases. What is missing
// is told when study.yaml is checked.
func (from source) complete() bool {
	blocks := from.From != "" && from.Roster != "" && from.To == "" && from.Folder == ""
	apart := from.From == "" && from.To != "" && from.parent() != "" && from.index() != "" && (from.File == "") != (from.Folder == "")
	return blocks || apart
}

// The words of study.yaml for what happens to who or what is given twice.
var (
	repeatRules = map[string]survey.Repeats{
		"": survey.RefuseRepeats, "refuse": survey.RefuseRepeats, "first": survey.FirstRepeat, "last_complete": survey.LastComplete,
		"keep": survey.KeepRepeats,
	}
	duplicateRules = map[string]survey.Duplicates{
		"": survey.RefuseDuplicates, "refuse": survey.RefuseDuplicates, "keep": survey.KeepDuplicates, "first": survey.FirstDuplicate,
	}
)

// checkLinked reports what is missing where cases stand by themselves.
func (s *Study) checkLinked(path string, from source) {
	say := func(words string) { s.add(from.place, path, "%s", words) }
	switch {
	case from.From != "":
		say("has both from and " + map[bool]string{true: "folder", false: "to"}[from.To == ""] + "; from is for blocks in the respondents' own sheet")
	case from.To == "":
		say("want to, the source that the cases' respondents are in")
	case (from.File == "") == (from.Folder == ""):
		say("want either file or folder, where the cases stand")
	case from.Link != "" && (from.Parent != "" || from.Index != ""):
		say("has both link and parent or index, want one of them")
	case from.Link == "" && from.Parent == "" && from.Index == "":
		say("want link, the variable that identifies the respondent here and in " + from.To + ", or parent and index")
	case from.parent() == "":
		say("want parent, the variable here that index names in " + from.To)
	case from.index() == "":
		say("want index, the variable in " + from.To + " that parent names")
	}
	if from.To == "" {
		return
	}
	s.known(from.place, path+".to", from.To)
	if s.config.Sources[from.To].isCases() {
		s.add(from.place, path+".to", "%q holds cases itself", from.To)
	}
}

// checkChoices reports words that are none of those a key can have.
func (s *Study) checkChoices(path string, from source) {
	folder := from.isCases() && from.Folder != ""
	switch _, known := repeatRules[from.Repeats]; {
	case from.isCases() && !folder:
	case folder && !known:
		s.add(from.place, path+".repeats", "got %s, want last_complete, first, keep or refuse", survey.Quote(from.Repeats))
	case !known, from.Repeats == "keep" && !folder:
		s.add(from.place, path+".repeats", "got %s, want last_complete, first or refuse", survey.Quote(from.Repeats))
	}
	switch {
	case from.Respondent != "" && from.Folder == "":
		s.add(from.place, path, "has respondent, which is for the files of a folder")
	case from.Respondent != "" && from.Respondent != fileName && !cellAddress.MatchString(from.Respondent):
		s.add(from.place, path+".respondent", "got %s, want file name, or a cell such as B2 or Forside!B2", survey.Quote(from.Respondent))
	}
	if _, ok := duplicateRules[from.Duplicates]; !ok {
		s.add(from.place, path+".duplicates", "got %s, want keep, first or refuse", survey.Quote(from.Duplicates))
	}
	switch {
	case from.isCases() && !folder && from.Repeats != "":
		s.add(from.place, path+".repeats", "is for respondents, and for cases in a folder; of cases given twice say duplicates")
	case !from.isCases() && from.Duplicates != "":
		s.add(from.place, path+".duplicates", "is for cases; of respondents who answered twice say repeats")
	}
}

// readCases makes a source of cases, however they came.
func (s *Study) readCases(data *Data, name string, from source) error {
	if !from.complete() {
		return nil
	}
	respondents := data.Datasets[from.From]
	if from.From == "" {
		respondents = data.Datasets[from.To]
	}
	var cases *survey.Dataset
	var err error
	if from.From == "" {
		cases, err = s.linked(data, name, from, respondents)
	} else if respondents != nil { // where they could not be read there is nothing to say
		cases, err = respondents.Reshape(from.Roster)
	}
	if cases != nil && err == nil {
		cases, err = s.settleCases(data, name, from, cases.Named(name))
	}
	if cases != nil && err == nil {
		data.Datasets[name] = cases
		data.Notes = append(data.Notes, cases.Notes()...)
	}
	if err == nil || isProblem(err) {
		return s.keep(s.file, err)
	}
	s.add(from.place, "sources."+name, "%v", err)
	return nil
}

// settleCases treats cases given twice as the study says and counts the others.
func (s *Study) settleCases(data *Data, name string, from source, cases *survey.Dataset) (*survey.Dataset, error) {
	once, err := cases.Once(duplicateRules[from.Duplicates])
	if err := s.keep(s.file, err); err != nil {
		return nil, err
	}
	if once == nil {
		once = cases
	}
	draw, most := s.config.Designs[name].Draw, 0
	if data.Instrument != nil {
		most = rosterCount(data.Instrument, s.questions(data, from))
	}
	if draw > 0 && draw <= most {
		most = 0 // more than were drawn is said when the design is bound
	}
	counted, err := once.CountCases(cmp.Or(draw, most), most)
	return counted, s.keep(s.file, err)
}

// rosterCount returns how many cases a roster has room for, or 0.
func rosterCount(in *survey.Instrument, roster string) int {
	for _, r := range in.Rosters {
		if r.Name == roster {
			return r.Count
		}
	}
	return 0
}

// questions names the instrument's roster that cases answer, or "" where they
// are read as they are.
func (s *Study) questions(data *Data, from source) string {
	in := data.Instrument
	switch {
	case in == nil:
		return ""
	case from.Roster == "" && len(in.Rosters) == 1:
		return in.Rosters[0].Name
	}
	if slices.ContainsFunc(in.Rosters, func(r survey.Roster) bool { return r.Name == from.Roster }) {
		return from.Roster
	}
	return ""
}

// linked reads cases that stand by themselves and joins them to their
// respondents; nil where either could not be read.
func (s *Study) linked(data *Data, name string, from source, respondents *survey.Dataset) (*survey.Dataset, error) {
	var in *survey.Instrument
	if roster := s.questions(data, from); roster != "" {
		in = data.Instrument
	} else if data.Instrument != nil && len(data.Instrument.Rosters) > 0 {
		var known []string
		for _, r := range data.Instrument.Rosters {
			known = append(known, r.Name)
		}
		return nil, fmt.Errorf("want the roster of the instrument that the cases answer; got %s%s", survey.Quote(from.Roster), survey.Instead(from.Roster, known))
	}
	cases, later, err := s.caseRows(data, name, from, in, respondents)
	if cases == nil || err != nil || respondents == nil {
		return nil, err
	}
	link := survey.Link{Roster: cmp.Or(from.Roster, "case"), Parent: from.parent(), Index: from.index(), Key: from.ID}
	if respondents.Rows() == 0 {
		cases = cases.Picked(nil) // the respondents could not be read; nobody is missing
	}
	joined, err := respondents.Joined(cases, link)
	if joined != nil {
		return s.routed(data, joined, later)
	}
	if !isProblem(err) {
		return nil, err
	}
	if err := s.keep(s.file, err); err != nil {
		return nil, err
	}
	// Without rows the variables are there, for what names them.
	joined, err = respondents.Picked(nil).Joined(cases.Picked(nil), link)
	if isProblem(err) {
		return nil, nil // the same again
	}
	return joined, err
}

// routed holds the rules that ask about the respondent's answers against cases
// that came in sheets of their own. Answers that could not be read are not held
// against anybody.
func (s *Study) routed(data *Data, cases *survey.Dataset, later []survey.Question) (*survey.Dataset, error) {
	if len(later) == 0 {
		return cases, nil
	}
	known := newBlame(s.problems)
	routed, err := cases.Routed(later, data.Instrument.Language, func(cell survey.Problem) bool {
		return known.cells[cellOnly(cell)] || known.variables[cell.Variable]
	})
	return routed, s.keep(s.file, err)
}

func isProblem(err error) bool {
	var many survey.Problems
	var one survey.Problem
	return errors.As(err, &many) || errors.As(err, &one)
}
