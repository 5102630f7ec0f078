package render

import (
	"slices"

	"github.com/xuri/excelize/v2"

	"stikprove/report/figure"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// asFigure draws the table as its figure in the report is drawn, where a
// workbook has charts of that kind: groups side by side, lines, and a ranking
// as bars. A dumbbell is two bars a row. It returns nil for the other kinds,
// for a table without a figure, and where a hidden cell would be drawn as nought.
func (s *tableSheet) asFigure() (c *excelize.Chart, grey []int) {
	var spec figure.Spec
	for _, f := range s.book.doc.Figures {
		if f.Table == s.table && f.Figure != nil {
			spec = f.Figure.Spec
			break
		}
	}
	switch spec.Kind {
	case figure.Bar, figure.Dots, figure.Histogram:
		if spec.Row != "" {
			return s.across(spec.Row), nil
		}
		return s.bars(spec.Column)
	case figure.Grouped, figure.Dumbbell:
		return s.grouped(excelize.Bar, spec.Columns), nil
	case figure.Line:
		return s.line(spec), nil
	}
	return nil, nil
}

// named returns the columns of shares of the crosstab's columns called ids.
func (s *tableSheet) named(ids []string) []int {
	var list []int
	for _, id := range ids {
		for _, kind := range []crosstab.ColumnKind{crosstab.Group, crosstab.All, crosstab.Reference} {
			for _, k := range s.shares(kind) {
				if id != "" && s.table.Of.Columns[s.columns[k].of.Column].ID == id {
					list = append(list, k)
				}
			}
		}
	}
	return list
}

// grouped draws a series for each column called ids, of every group where none
// is named.
func (s *tableSheet) grouped(kind excelize.ChartType, ids []string) *excelize.Chart {
	columns := s.shares(crosstab.Group)
	if ids != nil {
		columns = s.named(ids)
	}
	rows := s.drawn(columns)
	if len(columns) < 2 || len(columns) > len(seriesColours) || len(rows) == 0 || !s.allShown(rows, columns) {
		return nil
	}
	c := s.series(kind)
	colours := palette{}
	for _, k := range columns {
		fill, _ := colours.next(s.table.Of.Columns[s.columns[k].of.Column].Meaning)
		c.Series = append(c.Series, s.one(kind, s.headOf(k), s.cells(rows, []int{-1}), s.cells(rows, []int{k}), fill))
	}
	c.Dimension = excelize.ChartDimension{Width: chartWidth, Height: uint(140 + 24*len(rows)*len(columns))}
	return c
}

// across draws a bar for each group of one row.
func (s *tableSheet) across(id string) *excelize.Chart {
	columns := s.shares(crosstab.Group)
	row := slices.IndexFunc(s.drawn(columns), func(i int) bool { return s.table.Of.Rows[s.table.Rows[i].Row].ID == id })
	if row < 0 {
		return nil
	}
	one := []int{s.drawn(columns)[row]}
	if !s.allShown(one, columns) {
		return nil
	}
	c := s.series(excelize.Bar)
	c.Legend.Position = "none"
	c.Series = []excelize.ChartSeries{s.one(excelize.Bar, s.cells(one, []int{-1}), s.headsOf(columns), s.cells(one, columns), barColour)}
	c.Dimension = excelize.ChartDimension{Width: chartWidth, Height: uint(110 + 34*len(columns))}
	return c
}

// line draws lines over the times in the columns, or else in the rows.
func (s *tableSheet) line(spec figure.Spec) *excelize.Chart {
	columns := s.shares(crosstab.Group)
	if spec.Columns != nil {
		columns = s.named(spec.Columns)
	}
	rows := s.drawn(columns)
	if len(columns) == 0 {
		columns = s.shares(crosstab.All)
		rows = s.drawn(columns)
	}
	if spec.Column != "" {
		columns = s.named([]string{spec.Column})
	}
	if len(rows) == 0 || len(columns) == 0 || !s.allShown(rows, columns) {
		return nil
	}
	c := s.series(excelize.Line)
	c.Dimension = excelize.ChartDimension{Width: chartWidth, Height: 340}
	colours := palette{}
	if figure.TimesAcross(s.table.Of, spec) {
		if len(rows) > len(seriesColours) {
			return nil
		}
		for _, i := range rows {
			fill, _ := colours.next(survey.Substantive)
			one := []int{i}
			c.Series = append(c.Series, s.one(excelize.Line, s.cells(one, []int{-1}), s.headsOf(columns), s.cells(one, columns), fill))
		}
		return c
	}
	if len(columns) > len(seriesColours) {
		return nil
	}
	for _, k := range columns {
		fill, _ := colours.next(survey.Substantive)
		c.Series = append(c.Series, s.one(excelize.Line, s.headOf(k), s.cells(rows, []int{-1}), s.cells(rows, []int{k}), fill))
	}
	return c
}

// series returns a chart of a kind without series.
func (s *tableSheet) series(kind excelize.ChartType) *excelize.Chart {
	gap, overlap := uint(45), 0
	c := &excelize.Chart{Type: kind}
	if kind == excelize.Bar {
		c.GapWidth, c.Overlap = &gap, &overlap
	}
	c.Legend.Position = "top"
	c.PlotArea.NumFmt.CustomNumFmt = s.book.extra.Percent
	return c
}

// one returns a series of a chart.
func (s *tableSheet) one(kind excelize.ChartType, name, categories, values, colour string) excelize.ChartSeries {
	series := excelize.ChartSeries{Name: name, Categories: categories, Values: values, Fill: solid(colour),
		DataLabel: excelize.ChartDataLabel{Font: labelFont(bookInk)}}
	if kind == excelize.Line {
		series.DataLabelPosition = excelize.ChartDataLabelsPositionAbove
		series.Line = excelize.LineOptions{Width: 2, Fill: solid(colour)}
		series.Marker = excelize.ChartMarker{Symbol: "circle", Size: 6, Fill: solid(colour)}
	} else {
		series.DataLabelPosition = excelize.ChartDataLabelsPositionOutsideEnd
	}
	return series
}
