package render

import (
	"strings"

	"stikprove/report"
	"stikprove/report/figure"
	"stikprove/report/render/chart"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// sides returns the rows or columns that are the series, and those that are the
// categories.
func (p *selection) sides() (series, categories []int) {
	if p.across {
		return p.rows, p.columns
	}
	return p.columns, p.rows
}

// draw lays out a chart over the cells of the sheet.
func (s *tableSheet) draw(p *selection, title string) *chart.Drawn {
	c := &report.Chart{Kind: p.kind, Title: title, Whole: s.allShown(p.rows, p.columns)}
	var on chart.Sheet
	series, categories := p.sides()
	for _, n := range categories {
		c.Categories = append(c.Categories, s.label(n, !p.across))
	}
	if on.Categories = s.cells(p.rows, []int{-1}); p.across {
		on.Categories = s.headsOf(p.columns)
	}
	ranged, colours, own := false, palette{}, s.ownColours(p)
	for n, x := range series {
		one := report.ChartSeries{Name: s.label(x, p.across)}
		var arms []interval
		reach := false
		held := chart.SheetSeries{Name: s.headsOf([]int{x}), Values: s.cells(p.rows, []int{x})}
		if p.across {
			held.Name, held.Values = s.cells([]int{x}, []int{-1}), s.cells([]int{x}, p.columns)
		}
		for _, y := range categories {
			i, k := y, x
			if p.across {
				i, k = x, y
			}
			point, share := s.point(i, k)
			if p.kind == figure.Stacked || p.kind == figure.Line && len(series) > 1 {
				point.Interval = false
			}
			if p.kind == figure.Bar && s.meaning(y, !p.across) != survey.Substantive && n == 0 {
				point.Colour = otherColour
			}
			reach = reach || point.Interval
			one.Points, held.Shares = append(one.Points, point), append(held.Shares, share)
			arms = append(arms, interval{table: s.table, series: one.Name, category: s.label(y, !p.across), drawn: point.Interval, below: share.Below, above: share.Above})
		}
		if reach {
			ranged = true
			held.Below, held.Above = s.book.arms(arms)
		}
		switch {
		case own != nil:
			one.Colour, one.Letters, one.Rim, one.Hatched = own[n].Colour, own[n].Letters, own[n].Rim, own[n].Hatched
		case p.kind == figure.Bar:
			one.Colour = []string{barColour, benchmarkColour}[min(n, 1)]
		default:
			colours.paint(&one, p.kind, s.meaning(x, p.across))
		}
		c.Series, on.Series = append(c.Series, one), append(on.Series, held)
	}
	c.Subtitle = s.subtitle(ranged)
	lang := map[string]string{"da": "da-DK", "en": "en-GB"}[s.book.doc.Language]
	return chart.OnSheet(c, chart.LanguageOf(s.book.doc.Language, lang), chartWidth, on)
}

// ownColours returns the series of the table's figure, for their colours, where
// it is drawn of the same.
func (s *tableSheet) ownColours(p *selection) []report.ChartSeries {
	f := s.figure()
	if f == nil || f.Figure.Spec.Kind != p.kind {
		return nil
	}
	series, _ := p.sides()
	if c := f.Chart(s.book.doc.Language); c != nil && len(c.Series) == len(series) {
		return c.Series
	}
	return nil
}

// subtitle returns what is measured, of whom and, where intervals are drawn, at
// which level.
func (s *tableSheet) subtitle(ranged bool) string {
	text := strings.Join([]string{s.book.say.Share, s.book.say.BaseOf(s.table.Of.Base)}, ", ")
	if ranged {
		text += ", " + s.book.say.Level(s.table.Of.Level)
	}
	return text
}

// label returns what a row or a column of the sheet is called.
func (s *tableSheet) label(n int, row bool) string {
	if row {
		return s.table.Rows[n].Label
	}
	return s.columns[n].text
}

func (s *tableSheet) meaning(n int, row bool) survey.Meaning {
	if row {
		return s.table.Of.Rows[s.table.Rows[n].Row].Meaning
	}
	return s.table.Of.Columns[s.columns[n].of.Column].Meaning
}

// point returns a cell as it is printed, and what it holds. A benchmark is
// known for certain and has no interval.
func (s *tableSheet) point(i, k int) (report.ChartPoint, chart.Share) {
	line, column := s.table.Rows[i], s.columns[k]
	x, ok := s.value(line, column)
	if !ok {
		return report.ChartPoint{}, chart.Share{}
	}
	cell := s.table.Of.Cells[line.Row][column.of.Column]
	p := s.book.say.ChartPoint(cell)
	if s.table.Of.Level == 0 || s.table.Of.Columns[column.of.Column].Kind == crosstab.Reference {
		p.Interval = false
	}
	share := chart.Share{P: x.(float64)}
	if p.Interval {
		share.Below, share.Above = max(0, share.P-cell.Low), max(0, cell.High-share.P)
	}
	return p, share
}

// palette gives out the colours of series.
type palette struct{ used int }

// paint colours a series. A number inside a segment is 4.5:1 from its colour.
func (p *palette) paint(one *report.ChartSeries, kind figure.Kind, meaning survey.Meaning) {
	one.Letters = bookInk
	if meaning != survey.Substantive || p.used == len(seriesColours) {
		one.Colour, one.Hatched = bookMuted, kind != figure.Line
		return
	}
	one.Colour = seriesColours[p.used]
	p.used++
	if kind == figure.Stacked {
		if one.Letters = "000000"; one.Colour == "14507F" || one.Colour == "7A4B2A" {
			one.Letters = "FFFFFF"
		}
	}
}
