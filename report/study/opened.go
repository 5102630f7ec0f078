package study

import (
	"path"
	"slices"

	"stikprove/survey"
	"stikprove/survey/form"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// opened is a file of a source, and how its answers are laid out: as it was
// recognised, or as a mapping says.
type opened struct {
	workbook *sheet.Workbook
	layout   *platform.Layout  // nil where there is a mapping
	mapping  *platform.Mapping // nil where there is none
}

// opened opens a source's file as the study and its mapping say; m may be nil.
func (s *Study) opened(from source, m *platform.Mapping) (*opened, error) {
	workbook, err := s.workbook(from, m)
	if err != nil {
		return nil, err
	}
	if m != nil {
		return &opened{workbook: workbook, mapping: m}, nil
	}
	if p := (survey.Problem{File: path.Base(from.File)}); !slices.Contains(s.outdated, p) && form.Outdated(workbook, s.fielding) {
		s.outdated = append(s.outdated, p)
	}
	layout, err := platform.Recognise(workbook, from.Sheet)
	return &opened{workbook: workbook, layout: layout}, err
}

// read returns the answers, with the columns that cases are linked by.
func (o *opened) read(in *survey.Instrument, unit string, linked []string) (*survey.Dataset, error) {
	if o.mapping == nil {
		return readLinked(o.workbook, o.layout, in, unit, linked)
	}
	m := *o.mapping
	for _, column := range linked {
		claim(&m, column)
	}
	return platform.ReadMapped(o.workbook, m, in, unit)
}

// sheet names the sheet with the answers.
func (o *opened) sheet() string {
	if o.mapping != nil {
		return o.mapping.Sheet
	}
	return o.layout.Sheet
}

// headings returns what stands in the row of headings, or what the mapping has
// stand there.
func (o *opened) headings() ([]string, error) {
	var headings []string
	if m := o.mapping; m != nil {
		headings = append(headings, m.ID)
		for _, v := range m.Variables {
			headings = append(headings, v.Columns...)
		}
		return append(headings, m.Ignored...), nil
	}
	if form.IsFillIn(o.workbook) {
		return o.layout.Columns(), nil
	}
	grid, err := o.workbook.Read(o.layout.Sheet)
	if err != nil {
		return nil, err
	}
	if o.layout.Heading <= grid.Rows() {
		for column := 1; column <= grid.Columns(); column++ {
			headings = append(headings, grid.Cell(o.layout.Heading, column).Text)
		}
	}
	return headings, nil
}
