package study

import (
	"path/filepath"

	"stikprove/report"
	"stikprove/survey"
)

// FileTable says which table to make of a data file, and how its rows were
// drawn. The zero design is a simple random sample with equal weights.
type FileTable struct {
	Sheet         string // of a workbook; the first where empty
	Rows, Columns string // variables; Columns may be empty
	Percent       string // column, row or total; column where empty
	PSU           string // variable that names the cluster
	Strata        string // variable that names the stratum
	Weights       string // variable with the weight
	Census        bool   // every unit of the population is there; nothing was drawn
	Level         float64
	Minimum       int // smallest count that may be printed; 3 where 0
}

// TableOfFile makes one table of a data file with one heading row: a study of
// one source, without instrument.
func TableOfFile(path string, o FileTable, language string, progress Progress) (*report.Table, error) {
	const name = "rows"
	s := &Study{dir: filepath.Dir(path), file: filepath.Base(path)}
	s.inputs = &inputs{dir: s.dir}
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
	return OneTable(s, o.Rows, language, progress)
}
