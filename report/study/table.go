package study

import (
	"fmt"
	"slices"

	"stikprove/report"
	"stikprove/survey"
)

// Table makes one table of the study, as the report prints it. An empty
// language is the study's own.
func (s *Study) Table(id, language string, progress Progress) (*report.Table, error) {
	spells := slices.Contains(s.config.Register.tableIDs(), id)
	at := slices.IndexFunc(s.config.Tables, func(t table) bool { return t.ID == id })
	if at < 0 && !spells {
		return nil, survey.Problem{File: s.file, Message: fmt.Sprintf("no table %s%s", survey.Quote(id), survey.DidYouMean(id, s.TableIDs()))}
	}
	s = s.afresh()
	if spells {
		r := *s.config.Register
		r.Tables = []string{id}
		s.config.Register, s.config.Tables = &r, nil
	} else {
		s.config.Register, s.config.Tables = nil, s.config.Tables[at:at+1]
	}
	s.config.Figures, s.config.Report = nil, nil
	_, document, err := s.arrange(language, progress)
	if err != nil {
		return nil, err
	}
	return document.Tables[0], nil
}

// FileTable says which table to make of a data file, and how its rows were
// drawn.
type FileTable struct {
	FileDesign
	Rows, Columns string // variables; Columns may be empty
	Percent       string // column, row or total; column where empty
}

// TabulateFile makes one table of a data file with one heading row: a study of
// one source, without instrument. An empty language is Danish.
func TabulateFile(path string, o FileTable, language string, progress Progress) (*report.Table, error) {
	s := newFileStudy(path, o.FileDesign, language)
	s.config.Tables = []table{{ID: o.Rows, Sample: rowsName, Rows: o.Rows, Columns: o.Columns, Percent: o.Percent}}
	if o.Columns != "" {
		s.config.Tables[0].Title = survey.Words(o.Rows + " × " + o.Columns)
	}
	s.check()
	return s.Table(o.Rows, language, progress)
}
