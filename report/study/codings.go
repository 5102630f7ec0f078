package study

import (
	"fmt"
	"path/filepath"
	"strconv"

	"stikprove/coding"
	"stikprove/report"
	"stikprove/survey"
	"stikprove/survey/sheet"
)

// CodedRow is how one description was coded.
type CodedRow struct {
	ID     string // of the case; of a file's row its number from 1, below the heading
	Text   string // the description: health data, for whoever asked for it only
	Coding coding.Coding
}

// CodeStudy codes a study's descriptions, decisions included, in the order of
// the rows. Variable names what is coded, as in the study's coding section; it
// may be empty where only one is.
func CodeStudy(s *Study, variable string, progress Progress) ([]CodedRow, error) {
	data, err := s.Read(progress)
	if err != nil {
		return nil, err
	}
	if variable == "" && len(data.Coded) == 1 {
		variable = data.Coded[0].Name
	}
	var known []string
	for _, c := range data.Coded {
		known = append(known, c.Name)
		if c.Name != variable {
			continue
		}
		d := data.Datasets[c.Source]
		text, id := d.Column(c.Variable), d.Column(s.caseID(c.Source))
		var rows []CodedRow
		for i, k := range c.Summary.Codings {
			if k != nil {
				rows = append(rows, CodedRow{ID: id.Text(i), Text: text.Text(i), Coding: *k})
			}
		}
		return rows, nil
	}
	return nil, survey.Problem{File: s.file, Message: fmt.Sprintf("codes no %q%s; it codes %q", variable, survey.DidYouMean(variable, known), known)}
}

// CodeFile codes the texts in one column of a workbook or delimited file,
// which has one heading row. An empty column name means the only column, or the
// one called "text".
func CodeFile(path, column, schemeName string) ([]CodedRow, error) {
	scheme, err := coding.Load(schemeName)
	if err != nil {
		return nil, err
	}
	workbook, err := sheet.Open(path)
	if err != nil {
		return nil, err
	}
	grid, err := workbook.Read(workbook.Sheets()[0])
	if err != nil {
		return nil, err
	}
	at, err := headed(grid, filepath.Base(path), column)
	if err != nil {
		return nil, err
	}
	coder := coding.NewCoder(scheme)
	rows := make([]CodedRow, 0, grid.Rows())
	for r := 2; r <= grid.Rows(); r++ {
		text := grid.Cell(r, at).Text
		rows = append(rows, CodedRow{ID: strconv.Itoa(r - 1), Text: text, Coding: coder.Code(text)})
	}
	return rows, nil
}

// headed returns the column under a heading.
func headed(g *sheet.Grid, file, column string) (int, error) {
	if column == "" && g.Columns() == 1 {
		return 1, nil
	}
	if column == "" {
		column = "text"
	}
	var headings []string
	for c := 1; c <= g.Columns(); c++ {
		heading := g.Cell(1, c).Text
		if heading == column {
			return c, nil
		}
		headings = append(headings, clip(heading))
	}
	return 0, survey.Problem{File: file, Sheet: g.Sheet(), Message: fmt.Sprintf("no column %q in the first row%s; it has %q",
		clip(column), survey.DidYouMean(column, headings), headings)}
}

// OneTable makes one table of a study, as it would be printed.
func OneTable(s *Study, id, language string, progress Progress) (*report.Table, error) {
	if language == "" {
		language = s.config.Language
	}
	var found bool
	var known []string
	for _, t := range s.config.Tables {
		known = append(known, t.ID)
		if t.ID == id {
			s.config.Tables, found = []table{t}, true
			break
		}
	}
	if !found {
		return nil, survey.Problem{File: s.file, Message: fmt.Sprintf("no table %q%s", clip(id), survey.DidYouMean(id, known))}
	}
	s.config.Figures, s.config.Report = nil, nil
	_, document, err := s.arrange(language, progress)
	if err != nil {
		return nil, err
	}
	return document.Tables[0], nil
}
