package study

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stikprove/report"
	"stikprove/survey"
)

// Table makes one table of the study, as the report prints it; of a table with
// layers the first. An empty language is the study's own.
func (s *Study) Table(id, language string, progress Progress) (*report.Table, error) {
	tables, err := s.Layers(id, language, progress)
	if err != nil {
		return nil, err
	}
	return tables[0], nil
}

// Layers makes one table of the study, or all layers of one that has them. The
// other tables are made too, as what they print may be why a cell of it is hidden.
func (s *Study) Layers(id, language string, progress Progress) ([]*report.Table, error) {
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
		s.config.Register, s.only = nil, s.config.Tables[at].ID
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
	Rows, Columns string // variables; Columns may be empty. Several with commas give a table each
	Percent       string // column, row or total; column where empty
	Mean          string // in place of Rows: a number
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
	rows := split(o.Rows)
	if len(rows) == 0 {
		rows = []string{""}
	}
	columns := split(o.Columns)
	if len(columns) == 0 {
		columns = []string{""}
	}
	for _, row := range rows {
		for _, column := range columns {
			id := cmp.Or(row, o.Mean)
			t := table{ID: id, Sample: rowsName, Rows: row, Columns: column, Percent: o.Percent, Mean: o.Mean, Layers: o.Layers, Base: o.Base,
				Test: o.Test, Seed: o.Seed, Letters: o.Letters, Top: o.Top, Bottom: o.Bottom, WholePercent: o.Whole, DropDontKnow: o.DropDontKnow}
			if column != "" {
				t.Title = survey.Words(id + " × " + column)
				if len(rows)*len(columns) > 1 {
					t.ID = id + "-by-" + column
				}
			} else if o.Layers != "" {
				t.Title = survey.Words(id)
			}
			s.config.Tables = append(s.config.Tables, t)
		}
	}
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
