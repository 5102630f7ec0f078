package study

import (
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// readLinked reads a file with the columns that cases are linked by. Without
// an instrument a platform's own columns, such as _index, are left out or have
// another name; those are read as text under the name the study gives them.
func readLinked(w *sheet.Workbook, l *platform.Layout, in *survey.Instrument, unit string, columns []string) (*survey.Dataset, error) {
	if in != nil {
		return platform.Read(w, l, in, unit)
	}
	m, changed := l.Mapping(), false
	for _, name := range columns {
		changed = claim(&m, name) || changed
	}
	if !changed {
		return platform.Read(w, l, nil, unit)
	}
	return platform.ReadMapped(w, m, nil, unit)
}

// claim makes the column headed by name a variable of that name, and reports
// whether the mapping had to be changed.
func claim(m *platform.Mapping, name string) bool {
	same := func(heading string) bool { return strings.EqualFold(survey.Same(heading), survey.Same(name)) }
	if name == "" || slices.ContainsFunc(m.Variables, func(v platform.MappedVariable) bool { return v.Name == name }) {
		return false
	}
	variables := slices.Clone(m.Variables)
	for i, v := range variables {
		if len(v.Columns) == 1 && same(v.Columns[0]) {
			variables[i].Name = name
			m.Variables = variables
			return true
		}
	}
	at := slices.IndexFunc(m.Ignored, same)
	heading := m.ID
	if at >= 0 {
		heading = m.Ignored[at]
		m.Ignored = slices.Delete(slices.Clone(m.Ignored), at, at+1)
	} else if !same(m.ID) {
		return false
	}
	m.Variables = append(variables, platform.MappedVariable{Name: name, Label: name, Kind: survey.KindText.String(), Role: "answer", Columns: []string{heading}})
	return true
}

// linkedBy names the variables of a source that cases elsewhere are linked by.
func (s *Study) linkedBy(name string) []string {
	var by []string
	for _, other := range s.sources() {
		if from := s.config.Sources[other]; from.To == name {
			by = append(by, from.index())
		}
	}
	return by
}
