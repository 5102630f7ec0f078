package chart

import (
	"strconv"

	"stikprove/report"
	"stikprove/report/figure"
)

// smallest is the least percentage that is printed inside a segment of a stack.
const smallest = figure.SmallestLabelled

// bars writes the bars: side by side, or one behind the other to 100 %.
func (d *Drawn) bars(m *markup) {
	grouping, overlap, gap := "clustered", "0", "66"
	if d.Kind == figure.Stacked {
		// Where a part is hidden the others keep their size.
		if grouping = "stacked"; d.Whole {
			grouping = "percentStacked"
		}
		overlap, gap = "100", "45"
	}
	m.put("<c:barChart>")
	m.val("barDir", "bar")
	m.val("grouping", grouping)
	m.val("varyColors", "0")
	for i := range d.Series {
		d.series(m, i)
	}
	m.val("gapWidth", gap)
	m.val("overlap", overlap)
	m.val("axId", acrossID)
	m.val("axId", alongID)
	m.put("</c:barChart>")
}

// lines writes lines with a mark at each moment.
func (d *Drawn) lines(m *markup) {
	m.put("<c:lineChart>")
	m.val("grouping", "standard")
	m.val("varyColors", "0")
	for i := range d.Series {
		d.series(m, i)
	}
	m.val("marker", "1")
	m.val("axId", acrossID)
	m.val("axId", alongID)
	m.put("</c:lineChart>")
}

// series writes one series.
func (d *Drawn) series(m *markup, i int) {
	s := d.Series[i]
	m.put("<c:ser>")
	m.val("idx", strconv.Itoa(i))
	m.val("order", strconv.Itoa(i))
	m.put("<c:tx>")
	d.words(m, d.nameAt(i), []string{s.Name})
	m.put("</c:tx>")
	if d.Kind == figure.Line {
		m.put("<c:spPr>", `<a:ln w="25400" cap="rnd">`, solid(s.Colour), "<a:round/></a:ln></c:spPr><c:marker>")
		m.val("symbol", "circle")
		m.val("size", "6")
		m.put("<c:spPr>", solid(s.Colour), noLine, "</c:spPr></c:marker>")
	} else {
		outline := rim(d.Kind)
		if s.Rim != "" {
			outline = line(s.Rim, 0.8)
		}
		m.put("<c:spPr>", fill(s), outline, "</c:spPr>")
		m.val("invertIfNegative", "0")
		for k, p := range s.Points {
			if p.Colour == "" {
				continue
			}
			m.put("<c:dPt>")
			m.val("idx", strconv.Itoa(k))
			m.val("invertIfNegative", "0")
			m.val("bubble3D", "0")
			m.put("<c:spPr>", solid(p.Colour), rim(d.Kind), "</c:spPr></c:dPt>")
		}
	}
	d.labels(m, s)
	d.intervals(m, i)
	m.put("<c:cat>")
	d.words(m, d.categoriesAt(), d.Categories)
	m.put("</c:cat><c:val>")
	d.numbers(m, d.valuesAt(i), d.shares(i))
	m.put("</c:val>")
	if d.Kind == figure.Line {
		m.val("smooth", "0")
	}
	m.put("</c:ser>")
}

// fill returns what a series is filled with.
func fill(s report.ChartSeries) string {
	if s.Hatched {
		return `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="` + s.Colour + `"/></a:fgClr><a:bgClr><a:srgbClr val="` + white + `"/></a:bgClr></a:pattFill>`
	}
	return solid(s.Colour)
}

// rim returns what parts neighbours in a stack.
func rim(k figure.Kind) string {
	if k == figure.Stacked {
		return line(white, 0.9)
	}
	return noLine
}

// labels writes the numbers at the bars. Where a bar has an interval its number
// stands behind that, moved there from the bar's end.
func (d *Drawn) labels(m *markup, s report.ChartSeries) {
	format, where, colour := escape(d.Language.Percent), "outEnd", ink
	switch d.Kind {
	case figure.Stacked: // a segment has no room outside, and a small one none inside
		format, where, colour = escape(`[<`+strconv.FormatFloat(smallest, 'f', -1, 64)+`]"";`+d.Language.Percent), "ctr", s.Letters
	case figure.Line:
		where, colour = "t", s.Letters
	}
	look := func() {
		m.put(`<c:numFmt formatCode="`, format, `" sourceLinked="0"/><c:spPr>`)
		if d.Kind == figure.Stacked && s.Hatched {
			m.put(solid(white))
		} else {
			m.put("<a:noFill/>")
		}
		m.put(noLine, "</c:spPr>")
		m.letters(colour, 9, d.Language.Tag)
		m.val("dLblPos", where)
		for _, show := range []string{"showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"} {
			m.val(show, map[bool]string{true: "1", false: "0"}[show == "showVal"])
		}
	}
	moved := false
	m.put("<c:dLbls>")
	for k, p := range s.Points {
		if !p.Interval || p.High <= p.Percent || d.Kind == figure.Stacked {
			continue
		}
		moved = true
		m.put("<c:dLbl>")
		m.val("idx", strconv.Itoa(k))
		m.put("<c:layout><c:manualLayout>")
		over := float64(p.High-p.Percent) / 100 / d.plot.most // of the axis
		if d.Kind == figure.Line {
			m.val("x", "0")
			m.val("y", number(-(over*d.plot.high+clear)/d.Height))
		} else {
			m.val("x", number((over*d.plot.wide+clear)/d.Width))
			m.val("y", "0")
		}
		m.put("</c:manualLayout></c:layout>")
		look()
		m.put("</c:dLbl>")
	}
	look()
	if moved { // else some programs draw a line from the number back to its bar
		m.put(noLeaders)
	}
	m.put("</c:dLbls>")
}

const noLeaders = `<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">` +
	`<c15:showLeaderLines val="0"/></c:ext></c:extLst>`

// intervals writes the whiskers of a series, if it has any.
func (d *Drawn) intervals(m *markup, i int) {
	if !d.ranged(i) {
		return
	}
	below, above := d.arms(i)
	belowAt, aboveAt := d.armsAt(i)
	m.put("<c:errBars>")
	if d.Kind == figure.Line { // bars have but one direction
		m.val("errDir", "y")
	}
	m.val("errBarType", "both")
	m.val("errValType", "cust")
	m.val("noEndCap", "0")
	m.put("<c:plus>")
	d.numbers(m, aboveAt, above)
	m.put("</c:plus><c:minus>")
	d.numbers(m, belowAt, below)
	m.put("</c:minus><c:spPr>", line(ink, 0.9), "</c:spPr></c:errBars>")
}

// words writes words and where they stand in the workbook.
func (d *Drawn) words(m *markup, at string, words []string) {
	m.put("<c:strRef><c:f>", escape(at), "</c:f><c:strCache>")
	m.val("ptCount", strconv.Itoa(len(words)))
	for k, s := range words {
		m.put(`<c:pt idx="`, strconv.Itoa(k), `"><c:v>`, escape(s), "</c:v></c:pt>")
	}
	m.put("</c:strCache></c:strRef>")
}

// numbers writes numbers and where they stand; "" is none.
func (d *Drawn) numbers(m *markup, at string, numbers []string) {
	m.put("<c:numRef><c:f>", escape(at), "</c:f><c:numCache><c:formatCode>", escape(d.Language.Percent), "</c:formatCode>")
	m.val("ptCount", strconv.Itoa(len(numbers)))
	for k, s := range numbers {
		if s != "" {
			m.put(`<c:pt idx="`, strconv.Itoa(k), `"><c:v>`, s, "</c:v></c:pt>")
		}
	}
	m.put("</c:numCache></c:numRef>")
}
