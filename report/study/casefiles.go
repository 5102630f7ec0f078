package study

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/platform"
)

// caseRows reads the rows of cases that stand by themselves, before they are
// joined, from one file or from all of a folder: those that could be read, so
// that they are checked further in the same run. Where there are none it returns
// the variables without rows, or nil where not even those are known. Beside them
// are the questions that are to be checked once the cases are joined.
func (s *Study) caseRows(data *Data, name string, from source, in *survey.Instrument, respondents *survey.Dataset) (*survey.Dataset, []survey.Question, error) {
	files, err := s.files(from)
	if err != nil {
		return nil, nil, err
	}
	mapping, err := s.mapping(from)
	if err != nil {
		return nil, nil, err
	}
	parts := make([]*survey.Dataset, len(files))
	said := map[string]bool{}
	var blank *survey.Dataset
	var later []survey.Question
	for i, file := range files {
		s.inputs.record(file)
		from.File = file
		f := caseFile{study: s, name: name, from: from, mapping: mapping, said: said, roster: s.questions(data, from), in: in, respondents: respondents}
		part, err := f.read()
		if later == nil {
			later = f.later
		}
		if err := s.keep(file, err); err != nil {
			return nil, nil, err
		}
		parts[i] = part
		if part == nil && f.sub != nil && blank == nil {
			if blank, err = f.blank(); err != nil {
				return nil, nil, err
			}
		}
	}
	stacked, err := s.whole(name, from, files, parts)
	if err != nil || stacked == nil {
		return blank, nil, s.keep(s.file, err)
	}
	stacked = s.private(stacked, from.parent(), from.ID)
	if from.Folder == "" {
		return stacked, later, nil
	}
	once, err := stacked.OneFile(from.parent(), from.ID, repeatRules[from.Repeats])
	if once == nil {
		return stacked, later, s.keep(s.file, err)
	}
	return once, later, nil
}

// caseFile is one file of cases while it is read.
type caseFile struct {
	study       *Study
	name        string
	from        source // with its File
	mapping     *platform.Mapping
	said        map[string]bool // guesses, of other files of the source
	roster      string
	in          *survey.Instrument // nil for a file that is read as it is
	respondents *survey.Dataset    // nil where they could not be read

	sub   *survey.Instrument // of the roster's questions
	later []survey.Question  // those whose rules ask about the respondent's answers
}

// read returns the file's rows, each with the respondent it belongs to; beside
// the problems of cells those that could be read.
func (f *caseFile) read() (*survey.Dataset, error) {
	o, err := f.study.opened(f.from, f.mapping)
	if err != nil {
		return nil, err
	}
	beside := []string{f.from.parent(), f.from.ID}
	if f.from.Respondent != "" {
		beside = beside[1:]
	}
	if f.in != nil {
		headings, err := o.headings()
		if err != nil {
			return nil, err
		}
		f.sub, f.later = f.in.RosterAlone(f.roster, headings, beside...)
	} else if o.layout != nil {
		f.study.guessed(f.from.File, o.layout, f.said)
	}
	d, cells := o.read(f.sub, f.name, beside)
	if d == nil || f.from.Respondent == "" {
		return d, cells
	}
	who, err := f.respondent(o)
	if err == nil {
		d, err = f.with(d, who)
	}
	if err != nil {
		var all survey.Problems
		all.Add(f.from.File, cells)
		all.Add(f.from.File, err)
		return nil, all.Err()
	}
	return d, cells
}

// with adds the variable that says who the respondent is.
func (f *caseFile) with(d *survey.Dataset, who string) (*survey.Dataset, error) {
	v := survey.Variable{Name: f.from.parent(), Label: survey.Words(f.from.parent())}
	n, err := d.With(survey.NewText(v, slices.Repeat([]string{who}, d.Rows()), nil))
	if err != nil {
		return nil, f.from.saidTwice(v.Name)
	}
	return n, nil
}

// saidTwice is the problem of a file with a column for what its name or a cell
// of it tells.
func (from source) saidTwice(name string) survey.Problem {
	return survey.Problem{File: path.Base(from.File), Message: fmt.Sprintf("has a column for %s, and the study says that %s tells it", name, from.Respondent)}
}

// blank returns the file's variables without rows.
func (f *caseFile) blank() (*survey.Dataset, error) {
	d, err := f.sub.Blank(f.name)
	if err != nil || f.from.Respondent == "" {
		return d, err
	}
	return f.with(d, "")
}

// respondent returns who the file is named for, or who stands in its cell. It
// is looked up here, so that the file is blamed once and not each row of it.
func (f *caseFile) respondent(o *opened) (string, error) {
	who, p, err := f.from.named(f.from.File, o)
	if err != nil {
		return "", err
	}
	who = f.study.pseudonyms.Replace(who)
	p.Variable = f.from.parent()
	index := (*survey.Column)(nil)
	if f.respondents != nil && f.respondents.Rows() > 0 {
		index = f.respondents.Column(f.from.index())
	}
	if index == nil {
		return who, nil // nobody to look among
	}
	var known []string
	for i := range index.Rows() {
		known = append(known, survey.Same(index.Answer(i)))
	}
	found := ""
	if f.from.Respondent == fileName {
		found = "the file name"
	}
	switch id := survey.Same(who); {
	case slices.Contains(known, id) && id != "":
		return who, nil
	case id == "":
		p.Message = "got nothing, want the respondent that the file is of"
	case index.Sensitive():
		p.Message = "got a respondent (withheld) who is not in " + f.from.To
	default:
		p.Message = "got " + strings.TrimSpace(found+" "+survey.Quote(id)) + ", want a respondent of " + f.from.To + survey.DidYouMean(id, known)
	}
	return "", p
}
