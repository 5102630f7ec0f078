package study

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"stikprove/survey"
)

// respondents reads a file, or a folder of files, of which a row is a
// respondent, each of them once: see repeats in study.yaml. Beside the problems
// of cells it returns the rows that could be read.
func (s *Study) respondents(name string, from source, instrument *survey.Instrument) (*survey.Dataset, error) {
	rule := repeatRules[from.Repeats]
	asked, id := instrument, from.ID
	if instrument != nil {
		id = cmp.Or(id, identityOf(instrument))
		if rule != survey.RefuseRepeats {
			asked = instrument.Repeatable()
		}
	}
	switch {
	case id == "" && from.Respondent != "":
		return nil, s.wants(name, "respondent wants an id, the variable that says who the respondent is")
	case id == "" && from.Folder != "":
		return nil, s.wants(name, "a folder of respondents wants an id, the variable that identifies the respondent")
	case id == "" && rule != survey.RefuseRepeats:
		return nil, s.wants(name, "repeats wants an id, the variable that identifies the respondent")
	}
	d, cells := s.answers(name, from, asked, id)
	if d == nil || id == "" {
		return d, cells
	}
	if instrument != nil && rule == survey.RefuseRepeats && from.Folder == "" && id == identityOf(instrument) {
		return d, cells // refused already
	}
	once, err := d.Unrepeated(id, rule)
	if once == nil {
		var all survey.Problems
		all.Add(from.File, cells)
		all.Add(from.File, err)
		return d, all.Err()
	}
	return once, cells
}

// wants says what a source of study.yaml lacks.
func (s *Study) wants(name, words string) survey.Problem {
	return survey.Problem{File: s.file, Variable: "sources." + name, Message: words}
}

// answers reads the file, or the files, of a source whose rows are
// respondents, as they stand.
func (s *Study) answers(name string, from source, instrument *survey.Instrument, id string) (*survey.Dataset, error) {
	files, err := s.files(from)
	if err != nil {
		return nil, err
	}
	mapping, err := s.mapping(from)
	if err != nil {
		return nil, err
	}
	var problems survey.Problems
	parts := make([]*survey.Dataset, len(files))
	said := map[string]bool{}
	for i, file := range files {
		s.inputs.record(file)
		from.File = file
		o, err := s.opened(from, mapping)
		var d *survey.Dataset
		if err == nil {
			if instrument == nil && o.layout != nil {
				s.guessed(file, o.layout, said)
			}
			d, err = s.answersOf(name, from, o, instrument, id)
		}
		if err != nil && !isProblem(err) {
			return nil, err
		}
		problems.Add(file, err)
		parts[i] = d
	}
	d, err := s.whole(name, from, files, parts)
	problems.Add(from.File, err)
	return d, problems.Err()
}

// answersOf reads one of a source's files. Where it is named for its
// respondent the variable id says so.
func (s *Study) answersOf(name string, from source, o *opened, instrument *survey.Instrument, id string) (*survey.Dataset, error) {
	v := survey.Variable{Name: id, Label: survey.Words(id), Role: survey.RoleID}
	if q := questionOf(instrument, id); q != nil && from.Respondent != "" {
		v.Label, v.Role = q.Label, q.Role
		instrument = instrument.Without(id)
	}
	d, cells := o.read(instrument, name, s.linkedBy(name))
	if d != nil && instrument != nil {
		var err error
		if d, err = d.WithIdentities(); err != nil {
			return nil, err
		}
	}
	if d == nil || from.Respondent == "" {
		return d, cells
	}
	var all survey.Problems
	all.Add(from.File, cells)
	who, at, err := from.named(from.File, o)
	if err == nil && survey.Same(who) == "" {
		at.Variable, at.Message = id, "got nothing, want the respondent that the file is of"
		err = at
	}
	if err == nil && d.Column(id) != nil {
		err = from.saidTwice(id)
	}
	if err != nil {
		all.Add(from.File, err)
		return nil, all.Err()
	}
	d, err = d.WithFirst(survey.NewText(v, slices.Repeat([]string{strings.TrimSpace(who)}, d.Rows()), nil))
	all.Add(from.File, err)
	return d, all.Err()
}

// questionOf returns a question, or nil where there is no instrument.
func questionOf(in *survey.Instrument, name string) *survey.Question {
	if in == nil {
		return nil
	}
	return in.Question(name)
}

// identityOf names the first question that identifies the respondent, or "".
func identityOf(in *survey.Instrument) string {
	for _, q := range in.Questions {
		if q.Role == survey.RoleID && q.Roster == "" {
			return q.Name
		}
	}
	return ""
}

// withoutLinked returns the instrument that a source's own sheet answers: the
// rosters that came by themselves are not there, and the columns they are
// linked by are.
func (s *Study) withoutLinked(name string, in *survey.Instrument) *survey.Instrument {
	for _, other := range slices.Sorted(maps.Keys(s.config.Sources)) {
		from := s.config.Sources[other]
		if from.To == name {
			in = in.WithoutRoster(s.questions(&Data{Instrument: in}, from), from.index())
		}
	}
	return in
}
