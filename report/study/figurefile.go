package study

import (
	"cmp"
	"fmt"

	"stikprove/report/figure"
	"stikprove/survey"
)

// FileFigure says which figure to draw of a data file: of a table with one
// variable in its rows, and one or none in its columns.
type FileFigure struct {
	FileTable
	Kind          string // see [figure.Kinds]; the one that suits the table where empty
	Column, Row   string // see study.yaml
	Drawn         []string
	Title         string // the table's where empty
	Ends          int
	Width, Height float64 // in centimetres
}

// FigureOfFile draws a figure of a data file with one heading row. A number in the
// rows is put in bands of equal width where it has many values or the figure is
// a histogram. An empty language is Danish.
func FigureOfFile(path string, o FileFigure, language string, progress Progress) (*figure.Figure, error) {
	s := newFileStudy(path, o.FileDesign, language)
	s.askFor(o.FileTable)
	if n := len(s.config.Tables); n != 1 {
		return nil, survey.Problem{File: s.file, Message: fmt.Sprintf("%d tables are asked for, and a figure is of one", n)}
	}
	t := &s.config.Tables[0]
	if len(t.Title) == 0 {
		t.Title = survey.Words(cmp.Or(o.Rows, o.Mean))
	}
	f := figureSpec{ID: t.ID, Table: t.ID, Kind: o.Kind, Width: o.Width, Height: o.Height, Column: o.Column, Columns: o.Drawn, Row: o.Row, Ends: o.Ends}
	if o.Title != "" {
		f.Title = survey.Words(o.Title)
	}
	s.config.Figures = []figureSpec{f}
	if o.Rows != "" {
		s.numbers = &equalBands{variable: o.Rows, always: figure.Kind(o.Kind) == figure.Histogram}
	}
	s.check()
	s = s.afresh()
	return s.drawn(language, progress)
}
