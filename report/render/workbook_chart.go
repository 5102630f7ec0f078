package render

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"stikprove/report"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// seriesColours tell neighbours apart in colour blindness and on a copying
// machine. A stack of more parts than there are colours is not drawn.
var seriesColours = []string{"14507F", "C97A1E", "2F9E8F", "7A4B2A", "8FB8DE", "F2CF9F"}

const (
	barColour       = "1D5A93"
	benchmarkColour = "9DBFE0"
	otherColour     = "8A929A" // answers without substance
	chartWidth      = 640      // pixels
)

// chart draws the table's shares beside it: stacked to 100 % where the parts
// of several groups make up a whole, otherwise bars of one column. A table
// without shares, or of several row or column variables, has none.
func (s *tableSheet) chart() {
	if len(s.table.Of.RowSections) > 1 || len(s.table.Of.ColumnSections) > 1 {
		return // of which of its variables?
	}
	c, grey := s.asFigure()
	if c == nil {
		c = s.stack()
	}
	if c == nil {
		c, grey = s.bars("")
	}
	if c == nil {
		return
	}
	yes, no := true, false
	font := func(size float64, bold bool) excelize.Font {
		return excelize.Font{Family: bookFace, Size: size, Color: bookInk, Bold: bold}
	}
	title, alt := s.words()
	small, heading := font(9, false), font(11, true)
	c.Title = excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &heading}}}
	c.Format = excelize.GraphicOptions{AltText: alt, Name: s.book.say.TableLabel(s.table.Number), PrintObject: &yes, Locked: &no}
	c.Legend.Font = &small
	// The first row at the top, as in the table, and the scale below.
	c.XAxis.Font = font(9, false)
	if c.Type != excelize.Line {
		c.XAxis.ReverseOrder = true
		c.YAxis.TickLabelPosition = excelize.ChartTickLabelHigh
	}
	c.YAxis.Font, c.YAxis.MajorGridLines = excelize.Font{Family: bookFace, Size: 9, Color: bookMuted}, true
	c.YAxis.NumFmt.CustomNumFmt = s.book.extra.Percent
	zero := 0.0
	c.YAxis.Minimum = &zero
	c.PlotArea.ShowVal = true
	c.Border = excelize.LineOptions{Type: excelize.LineNone}
	c.VaryColors = &no
	s.do(func() error { return s.book.AddChart(s.name, at(len(s.width)+1, s.firstHead()), c) })
	s.book.charts++
	s.book.patchChart(s.book.charts, grey)
}

// firstHead returns the first row of the headings.
func (s *tableSheet) firstHead() int {
	if len(s.table.Spans) > 0 {
		return s.heads - 1
	}
	return s.heads
}

// words returns the chart's title and alternative text: those of the report's
// figure of the table, if it has one.
func (s *tableSheet) words() (title, alt string) {
	for _, f := range s.book.doc.Figures {
		if f.Table == s.table && f.Figure != nil {
			return f.Figure.Title, f.Figure.Alt
		}
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
// or the only one, and a benchmark beside. It returns the places of the bars
// that stand for no substantive answer.
func (s *tableSheet) bars(id string) (c *excelize.Chart, grey []int) {
	own := s.named([]string{id})
	if id == "" {
		own = s.shares(crosstab.All)
		if len(own) == 0 {
			own = s.shares(crosstab.Group)
		}
	}
	if len(own) != 1 {
		return nil, nil
	}
	own = own[:1]
	rows := s.drawn(own)
	if len(rows) == 0 {
		return nil, nil
	}
	for place, i := range rows {
		if s.table.Of.Rows[s.table.Rows[i].Row].Meaning != survey.Substantive {
			grey = append(grey, place)
		}
	}
	gap, overlap := uint(55), 0
	c = &excelize.Chart{Type: excelize.Bar, GapWidth: &gap, Overlap: &overlap}
	c.Legend.Position = "none"
	series := func(k int, colour string) {
		c.Series = append(c.Series, excelize.ChartSeries{
			Name: s.headOf(k), Categories: s.cells(rows, []int{-1}), Values: s.cells(rows, []int{k}),
			Fill: solid(colour), DataLabel: excelize.ChartDataLabel{Font: labelFont(bookInk)}, DataLabelPosition: excelize.ChartDataLabelsPositionOutsideEnd,
		})
	}
	series(own[0], barColour)
	if benchmark := s.shares(crosstab.Reference); len(benchmark) == 1 {
		series(benchmark[0], benchmarkColour)
		c.Legend.Position = "top"
	}
	c.PlotArea.NumFmt.CustomNumFmt = s.book.extra.Percent
	c.Dimension = excelize.ChartDimension{Width: chartWidth, Height: uint(110 + 34*len(rows)*len(c.Series))}
	return c, grey
}

// stack draws a bar per group, or per row where shares run by row, divided
// into its parts. Parts that do not make up a whole are not stacked.
func (s *tableSheet) stack() *excelize.Chart {
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
	gap := uint(45)
	full := 1.0
	// Where a part is hidden the others keep their size: a bar that is short
	// of 100 % shows that something is missing.
	c := &excelize.Chart{Type: excelize.BarStacked, GapWidth: &gap}
	if s.allShown(rows, columns) {
		c.Type = excelize.BarPercentStacked
	}
	c.YAxis.Maximum, c.YAxis.MajorUnit = &full, 0.25
	c.Legend.Position = "top"
	colours := palette{}
	add := func(name, categories, values string, meaning survey.Meaning) {
		fill, ink := colours.next(meaning)
		c.Series = append(c.Series, excelize.ChartSeries{Name: name, Categories: categories, Values: values, Fill: solid(fill),
			DataLabel: excelize.ChartDataLabel{Font: labelFont(ink)}, DataLabelPosition: excelize.ChartDataLabelsPositionCenter})
	}
	if byRow {
		for _, k := range columns {
			add(s.headOf(k), s.cells(rows, []int{-1}), s.cells(rows, []int{k}), of.Columns[s.columns[k].of.Column].Meaning)
		}
		c.Dimension.Height = uint(140 + 42*len(rows))
	} else {
		for _, i := range rows {
			one := []int{i}
			add(s.cells(one, []int{-1}), s.headsOf(columns), s.cells(one, columns), of.Rows[s.table.Rows[i].Row].Meaning)
		}
		c.Dimension.Height = uint(140 + 42*len(columns))
	}
	c.Dimension.Width = chartWidth
	// A label needs room: under 4 % there is none.
	c.PlotArea.NumFmt.CustomNumFmt = `[<0.04]"";` + s.book.extra.Percent
	return c
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

// palette gives out the colours of a stack.
type palette struct{ used int }

// next returns the colour of a part and that of the number inside it, which
// are 4.5:1 apart.
func (p *palette) next(meaning survey.Meaning) (fill, ink string) {
	if meaning != survey.Substantive || p.used == len(seriesColours) {
		return otherColour, "000000"
	}
	fill = seriesColours[p.used]
	p.used++
	if fill == "14507F" || fill == "7A4B2A" {
		return fill, "FFFFFF"
	}
	return fill, "000000"
}

func labelFont(colour string) excelize.Font {
	return excelize.Font{Family: bookFace, Size: 9, Color: colour}
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// cells returns the reference to the cells of rows and columns, in order; -1
// is the labels' column. Neighbours are taken together.
func (s *tableSheet) cells(rows, columns []int) string {
	var list []cellSpan
	for _, i := range rows {
		for _, k := range columns {
			list = joined(list, k+2, s.rows[i])
		}
	}
	return s.reference(list)
}

// headOf returns the reference to the heading of a column.
func (s *tableSheet) headOf(k int) string { return s.headsOf([]int{k}) }

func (s *tableSheet) headsOf(columns []int) string {
	var list []cellSpan
	for _, k := range columns {
		list = joined(list, k+2, s.heads)
	}
	return s.reference(list)
}

// cellSpan is a run of cells in one row or column.
type cellSpan struct{ x1, y1, x2, y2 int }

// joined adds a cell to list, to the last run if it goes on from it.
func joined(list []cellSpan, x, y int) []cellSpan {
	if n := len(list); n > 0 {
		last := &list[n-1]
		down := x == last.x1 && x == last.x2 && y == last.y2+1
		right := y == last.y1 && y == last.y2 && x == last.x2+1
		if down || right {
			last.x2, last.y2 = x, y
			return list
		}
	}
	return append(list, cellSpan{x, y, x, y})
}

func (s *tableSheet) reference(list []cellSpan) string {
	var parts []string
	for _, r := range list {
		from, _ := excelize.CoordinatesToCellName(r.x1, r.y1, true)
		to, _ := excelize.CoordinatesToCellName(r.x2, r.y2, true)
		ref := "'" + s.name + "'!" + from
		if from != to {
			ref += ":" + to
		}
		parts = append(parts, ref)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return "(" + strings.Join(parts, ",") + ")"
}
