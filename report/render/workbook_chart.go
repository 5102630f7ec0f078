package render

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"stikprove/report"
	"stikprove/report/figure"
	"stikprove/sample/crosstab"
)

// seriesColours tell neighbours apart in colour blindness and on a copying
// machine. A stack of more parts than there are colours is not drawn.
var seriesColours = []string{"14507F", "C97A1E", "2F9E8F", "7A4B2A", "8FB8DE", "F2CF9F"}

const (
	barColour       = "1D5A93"
	benchmarkColour = "9DBFE0"
	otherColour     = "8A929A" // answers without substance
	chartWidth      = 480.0    // points
	pixel           = 0.75     // of a screen, in points
)

// selection is what a chart shows of a table: the shares where some of its rows
// and some of the sheet's columns meet. The rows are the categories and the
// columns the series or, across, the other way round.
type selection struct {
	kind          figure.Kind // bar, grouped, stacked or line
	rows, columns []int
	across        bool
}

// chart draws the table's shares beside it: as its figure in the report is
// drawn, or else stacked to 100 % where the parts of several groups make up a
// whole, otherwise bars of one column. A table without shares, or of several
// row or column variables, has none.
func (s *tableSheet) chart() {
	if len(s.table.Of.RowSections) > 1 || len(s.table.Of.ColumnSections) > 1 {
		return // of which of its variables?
	}
	p := s.asFigure()
	if p == nil {
		p = s.stack()
	}
	if p == nil {
		p = s.bars("")
	}
	if p == nil {
		return
	}
	yes, no := true, false
	title, alt := s.words()
	d := s.draw(p, title)
	// What excelize writes of a chart is where it stands. It has no intervals
	// and says little of how a chart looks: what is drawn is of ours.
	s.do(func() error {
		return s.book.AddChart(s.name, at(len(s.width)+1, s.firstHead()), &excelize.Chart{Type: excelize.Bar, Series: []excelize.ChartSeries{{}},
			Dimension: excelize.ChartDimension{Width: uint(d.Width / pixel), Height: uint(math.Ceil(d.Height / pixel))},
			Format:    excelize.GraphicOptions{AltText: alt, Name: s.book.say.TableLabel(s.table.Number), PrintObject: &yes, Locked: &no}})
	})
	s.book.charts++
	s.book.Pkg.Store(fmt.Sprintf("xl/charts/chart%d.xml", s.book.charts), d.XML(""))
}

// firstHead returns the first row of the headings.
func (s *tableSheet) firstHead() int {
	if len(s.table.Spans) > 0 {
		return s.heads - 1
	}
	return s.heads
}

// figure returns the report's figure of the table, or nil.
func (s *tableSheet) figure() *report.Figure {
	for _, f := range s.book.doc.Figures {
		if f.Table == s.table && f.Figure != nil {
			return f
		}
	}
	return nil
}

// words returns the chart's title and alternative text: those of the report's
// figure of the table, if it has one.
func (s *tableSheet) words() (title, alt string) {
	if f := s.figure(); f != nil {
		return f.Figure.Title, f.Figure.Alt
	}
	return s.table.Caption, strings.TrimSpace(s.table.Caption + ". " + s.table.Summary)
}

// drawn returns the report's rows that a chart shows: the parts, not what sums
// or overlaps them, and none that is hidden in every column of cs.
func (s *tableSheet) drawn(cs []int) []int {
	var list []int
	for i, line := range s.table.Rows {
		switch line.Kind {
		case crosstab.Category, crosstab.Answer, crosstab.Item:
		default:
			continue
		}
		for _, k := range cs {
			if _, share := s.value(line, s.columns[k]); share {
				list = append(list, i)
				break
			}
		}
	}
	return list
}

// shares returns the columns of shares of the given kind.
func (s *tableSheet) shares(kind crosstab.ColumnKind) []int {
	var list []int
	for k, c := range s.columns {
		if (c.of.Measure == report.MeasureShare || c.of.Measure == report.MeasureReference) && s.table.Of.Columns[c.of.Column].Kind == kind {
			list = append(list, k)
		}
	}
	return list
}

// bars draws the column called id or, where none is named, that of everybody
// or the only one, and a benchmark beside.
func (s *tableSheet) bars(id string) *selection {
	own := s.named([]string{id})
	if id == "" {
		own = s.shares(crosstab.All)
		if len(own) == 0 {
			own = s.shares(crosstab.Group)
		}
	}
	if len(own) != 1 {
		return nil
	}
	rows := s.drawn(own)
	if len(rows) == 0 {
		return nil
	}
	if benchmark := s.shares(crosstab.Reference); len(benchmark) == 1 && benchmark[0] != own[0] && s.allShown(rows, benchmark) {
		own = append(slices.Clone(own), benchmark[0])
	}
	return &selection{kind: figure.Bar, rows: rows, columns: own}
}

// stack draws a bar per group, or per row where shares run by row, divided
// into its parts. Parts that do not make up a whole are not stacked.
func (s *tableSheet) stack() *selection {
	of := s.table.Of
	columns := slices.DeleteFunc(s.shares(crosstab.Group), func(k int) bool { return len(s.drawn([]int{k})) == 0 })
	rows := s.drawn(columns)
	if len(columns) < 2 || len(rows) == 0 {
		return nil
	}
	byRow := of.Percent == crosstab.OfRow
	if of.Several && !byRow {
		return nil
	}
	parts := len(rows)
	if byRow {
		parts = len(columns)
	}
	if parts < 2 || parts > len(seriesColours)+1 || of.Percent == crosstab.OfTotal {
		return nil
	}
	return &selection{kind: figure.Stacked, rows: rows, columns: columns, across: !byRow}
}

func (s *tableSheet) allShown(rows, columns []int) bool {
	for _, i := range rows {
		for _, k := range columns {
			if _, share := s.value(s.table.Rows[i], s.columns[k]); !share {
				return false
			}
		}
	}
	return true
}
