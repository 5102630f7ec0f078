package study

import (
	"fmt"
	"slices"

	"stikprove/report"
	"stikprove/survey"
)

// Table makes one table of the study, as the report prints it: the others are
// made too, as what they print may be why a cell of it is hidden. An empty
// language is the study's own.
func (s *Study) Table(id, language string, progress Progress) (*report.Table, error) {
	at := slices.IndexFunc(s.config.Tables, func(t table) bool { return t.ID == id })
	if at < 0 {
		return nil, survey.Problem{File: s.file, Message: fmt.Sprintf("no table %s%s", survey.Quote(id), survey.DidYouMean(id, s.TableIDs()))}
	}
	s = s.afresh()
	s.only = s.config.Tables[at].ID
	s.config.Figures, s.config.Report = nil, nil
	_, document, err := s.arrange(language, progress)
	if err != nil {
		return nil, err
	}
	return document.Tables[0], nil
}

// FileTable says which table to make of a data file, and how its rows were
// drawn. The zero design is a simple random sample with equal weights.
type FileTable struct {
	Sheet         string  // of a workbook; the first where empty
	Rows, Columns string  // variables; Columns may be empty
	Percent       string  // column, row or total; column where empty
	PSU           string  // variable that names the cluster
	Strata        string  // variable that names the stratum
	Weights       string  // variable with the weight
	Census        bool    // every unit of the population is there; nothing was drawn
	Level         float64 // of the intervals, in (0, 1); 0.95 where 0
	Minimum       int     // smallest count that may be printed; 3 where 0
}

// TabulateFile makes one table of a data file with one heading row: a study of
// one source, without instrument. An empty language is Danish.
func TabulateFile(path string, o FileTable, language string, progress Progress) (*report.Table, error) {
	const name = "rows"
	s := newStudy(path)
	s.config = config{
		Study: survey.Words(s.file), Language: language, Level: o.Level,
		Sources:    map[string]source{name: {File: s.file, Sheet: o.Sheet}},
		Disclosure: disclosureRule{Minimum: o.Minimum},
		Designs: map[string]design{name: {
			Census: o.Census, PSU: o.PSU, Strata: o.Strata, Weights: o.Weights,
			Label: survey.Text{"da": "rækker", "en": "rows"}, PSULabel: survey.Text{"da": "klynger", "en": "clusters"},
		}},
		Tables: []table{{ID: o.Rows, Sample: name, Rows: o.Rows, Columns: o.Columns, Percent: o.Percent}},
	}
	if o.Columns != "" {
		s.config.Tables[0].Title = survey.Words(o.Rows + " × " + o.Columns)
	}
	s.check()
	return s.Table(o.Rows, language, progress)
}
