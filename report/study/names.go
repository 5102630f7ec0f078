package study

import (
	"maps"
	"slices"

	"stikprove/coding"
	"stikprove/survey"
	"stikprove/survey/form"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// VariableNames returns the names of the study's variables, each once: those
// of the questionnaire, of cases, of files beside it, what coding makes and
// what is derived. They are for people to choose among: no answers are read,
// nothing is checked, and what cannot be read is passed over.
func (s *Study) VariableNames() []string {
	s = s.afresh()
	var all []string
	var blanks []*survey.Dataset
	if s.config.Instrument != "" {
		if in, _, err := form.Read(s.inputs.path(s.config.Instrument)); err == nil && in != nil {
			blanks = blankDatasets(in)
		}
	}
	for _, d := range blanks {
		all = append(all, d.Names()...)
	}
	for _, name := range s.sources() {
		from := s.config.Sources[name]
		if from.File == "" || len(blanks) > 0 && s.fielded(name) {
			continue
		}
		if names, err := FileVariableNames(s.inputs.path(from.File), from.Sheet); err == nil {
			all = append(all, names...)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.config.Coding)) {
		all = append(all, s.codedNames(name, blanks)...)
	}
	for _, source := range slices.Sorted(maps.Keys(s.config.Variables)) {
		for _, v := range s.config.Variables[source] {
			all = append(all, v.Name)
		}
	}
	return distinct(all)
}

// FileVariableNames returns the names of the variables of a data file, as
// table, estimate and figure know them, in the order of its columns. sheetName
// is the sheet of a workbook, the first or the platform's own where empty. Only
// the first rows are read.
func FileVariableNames(path, sheetName string) ([]string, error) {
	w, err := sheet.OpenWith(path, sheet.Options{Beginning: true})
	if err != nil {
		return nil, err
	}
	return platform.Names(w, sheetName)
}

// blankDatasets returns datasets without rows of a questionnaire's respondents
// and of the cases of its rosters.
func blankDatasets(in *survey.Instrument) []*survey.Dataset {
	d, err := in.Blank("respondents")
	if err != nil {
		return nil
	}
	blanks := []*survey.Dataset{d}
	for _, roster := range in.Rosters {
		if cases, err := d.Reshape(roster.Name); err == nil {
			blanks = append(blanks, cases)
		}
	}
	return blanks
}

// codedNames returns what the coding of that name adds to the dataset that has
// its text.
func (s *Study) codedNames(name string, blanks []*survey.Dataset) []string {
	c := s.config.Coding[name]
	scheme, err := s.scheme(c.Scheme)
	if err != nil {
		return []string{name}
	}
	for _, d := range slices.Backward(blanks) {
		coded, _, err := coding.Apply(d, coding.Options{Variable: c.Variable, Prefix: name, Scheme: scheme, Flags: c.Flags})
		if err == nil {
			return slices.DeleteFunc(slices.Clone(coded.Names()), func(n string) bool { return d.Column(n) != nil })
		}
	}
	return []string{name}
}

// distinct returns names without those that stood before.
func distinct(names []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool {
		again := seen[n] || n == ""
		seen[n] = true
		return again
	})
}
