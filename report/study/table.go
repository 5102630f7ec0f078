package study

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stikprove/report"
	"stikprove/survey"
)

// Layers makes one table of the study as the report prints it, or all layers of
// one that has them. The other tables are made too, as what they print may be why
// a cell of it is hidden. An empty language is the study's own.
func (s *Study) Layers(id, language string, progress Progress) ([]*report.Table, error) {
	spells := slices.Contains(s.config.Register.tableIDs(), id)
	at := slices.IndexFunc(s.config.Tables, func(t table) bool { return t.ID == id })
	if at < 0 && !spells {
		return nil, survey.Problem{File: s.file, Message: fmt.Sprintf("no table %s%s", survey.Quote(id), survey.DidYouMean(id, s.TableIDs()))}
	}
	s = s.afresh()
	if at >= 0 && s.config.Tables[at].Compare != "" {
		return s.comparison(id, language, progress)
	}
	if spells {
		r := *s.config.Register
		r.Tables = []string{id}
		s.config.Register, s.config.Tables = &r, nil
	} else {
		s.hushRegister()
		s.only = s.config.Tables[at].ID
	}
	s.config.Figures, s.config.Report = nil, nil
	_, document, err := s.arrange(language, progress)
	if err != nil {
		return nil, err
	}
	return document.Tables, nil
}

// FileTable says which table to make of a data file, and how its rows were
// drawn.
type FileTable struct {
	FileDesign
	FileDisclosure
	Rows, Columns string // variables, several with commas between; Columns may be empty
	Percent       string // column, row or total; column where empty
	Mean          string // in place of Rows: a number, whose mean is given
	Sum           string // in place of Rows: a number, whose total is given
	Layers        string // variable
	Base          string // respondents or answers
	Test, Letters string // see study.yaml
	Top, Bottom   int
	Whole         bool
	DropDontKnow  bool
}

// TabulateFile makes the tables of a data file with one heading row: a study of
// one source, without instrument. An empty language is Danish.
func TabulateFile(path string, o FileTable, language string, progress Progress) ([]*report.Table, error) {
	s := newFileStudy(path, o.FileDesign, language)
	s.askFor(o)
	s.check()
	s = s.afresh()
	_, document, err := s.arrange(language, progress)
	if err != nil {
		return nil, err
	}
	return document.Tables, nil
}

// askFor adds the tables that are asked for of a data file.
func (s *Study) askFor(o FileTable) {
	s.config.Disclosure = o.FileDisclosure.rule(o.Minimum)
	rows, columns := split(o.Rows), split(o.Columns)
	t := table{Sample: rowsName, Rows: rows, Columns: columns, Percent: o.Percent, Mean: o.Mean, Sum: o.Sum, Layers: o.Layers, Base: o.Base,
		Test: o.Test, Seed: o.Seed, Letters: o.Letters, Top: o.Top, Bottom: o.Bottom, WholePercent: o.Whole, DropDontKnow: o.DropDontKnow}
	t.ID = cmp.Or(strings.Join(rows, "-"), o.Mean, o.Sum)
	name := cmp.Or(strings.Join(rows, ", "), o.Mean, o.Sum)
	switch {
	case len(columns) > 0:
		t.Title = survey.Words(name + " × " + strings.Join(columns, ", "))
	case o.Layers != "" || len(rows) > 1:
		t.Title = survey.Words(name)
	}
	s.config.Tables = []table{t}
}

// split returns the names between commas.
func split(written string) []string {
	var names []string
	for name := range strings.SplitSeq(written, ",") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}
