package chart

import (
	"math"
	"strconv"
	"unicode/utf8"

	"stikprove/report"
	"stikprove/report/figure"
)

// Spaces are the namespaces of the chart's XML.
const (
	Space         = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	drawingSpace  = "http://schemas.openxmlformats.org/drawingml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	head          = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// Language is how a chart is spelled.
type Language struct {
	Tag     string // such as "da-DK"
	Percent string // number format of a share
}

// LanguageOf returns how charts of a document in a language are spelled, whose
// tag with its country is tag.
func LanguageOf(language, tag string) Language {
	if language == "da" {
		return Language{tag, "0\u00a0%"}
	}
	return Language{tag, "0%"}
}

// Drawn is a chart on a page.
type Drawn struct {
	*report.Chart
	Language      Language
	Width, Height float64 // in points
	plot          plot
	sheet         *Sheet // that it is drawn on, or nil
}

// New lays a chart out on a page whose text is so many points wide.
func New(c *report.Chart, l Language, width float64) *Drawn {
	d := &Drawn{Chart: c, Language: l, Width: width}
	d.plot = d.lay()
	return d
}

// plot is where the axes stand, in points from the upper left.
type plot struct{ left, top, wide, high, most float64 }

// Sizes in points. A letter is what a letter of 9 points is wide on average.
const (
	letter   = 5.0
	keyRow   = 14.0
	keyBox   = 26.0 // of a colour in the key, with the room around it
	clear    = 3.0  // between the end of an interval and its number
	axisHigh = 22.0
	lineHigh = 175.0
	barRow   = 25.5
	stackRow = 30.0
	groupBar = 13.0
	groupGap = 10.0
)

// lay finds room for the labels and returns where the plot stands.
func (d *Drawn) lay() plot {
	p := plot{top: d.headed() + 6, most: d.most()}
	if d.keyed() {
		p.top += 4 + d.key()*keyRow
	}
	if d.Kind == figure.Line {
		p.left, p.high = 34, lineHigh
		p.wide = d.Width - p.left - 20
		d.Height = p.top + p.high + axisHigh
		return p
	}
	longest := 0
	for _, c := range d.Categories {
		longest = max(longest, utf8.RuneCountInString(c))
	}
	room := 0.38 * d.Width
	p.left = min(room, float64(longest)*letter+14)
	p.wide = d.Width - p.left - 16
	for _, c := range d.Categories {
		lines := int(float64(utf8.RuneCountInString(c))*letter/(p.left-14)) + 1
		p.high = max(p.high, float64(lines)*12+5)
	}
	row := barRow
	switch {
	case d.Kind == figure.Stacked:
		row = stackRow
	case len(d.Series) > 1:
		row = groupBar*float64(len(d.Series)) + groupGap
	}
	p.high = max(p.high, row) * float64(len(d.Categories))
	d.Height = p.top + p.high + axisHigh
	return p
}

// keyed reports whether a key tells the series apart.
func (d *Drawn) keyed() bool { return len(d.Series) > 1 }

// key returns how many rows the key takes: one or, where its names do not fit in
// that, as many as have room for the longest side by side.
func (d *Drawn) key() float64 {
	longest, total := 0.0, 0.0
	for _, s := range d.Series {
		wide := keyBox + letter*float64(utf8.RuneCountInString(s.Name))
		longest, total = max(longest, wide), total+wide
	}
	if total <= d.Width {
		return 1
	}
	across := max(1, math.Floor(d.Width/longest))
	return math.Ceil(float64(len(d.Series)) / across)
}

// most returns the end of the axis of shares, in [0.05, 1].
func (d *Drawn) most() float64 {
	if d.Kind == figure.Stacked {
		return 1
	}
	top := 4
	for _, s := range d.Series {
		for _, p := range s.Points {
			top = max(top, p.Percent, p.High)
		}
	}
	// Room for the number behind the longest bar.
	if d.Kind != figure.Line {
		top += max(2, top/8)
	}
	for _, end := range []int{5, 10, 20, 40, 50, 60, 80} {
		if top <= end {
			return float64(end) / 100
		}
	}
	return 1
}

// step returns what is between two lines of the axis.
func (d *Drawn) step() float64 {
	switch {
	case d.plot.most >= 1:
		return 0.25
	case d.plot.most == 0.5:
		return 0.1
	default:
		return d.plot.most / 4
	}
}

// XML returns the chart's part. Its data are on the sheet it is drawn on or, for
// a chart without, in the workbook that the relation called workbook leads to.
func (d *Drawn) XML(workbook string) []byte {
	m := &markup{}
	m.put(head, `<c:chartSpace xmlns:c="`, Space, `" xmlns:a="`, drawingSpace, `" xmlns:r="`, relationSpace, `">`)
	m.val("date1904", "0")
	m.val("lang", d.Language.Tag)
	m.val("roundedCorners", "0")
	m.put("<c:chart>")
	d.title(m)
	m.put("<c:plotArea>")
	p := d.plot
	m.place("inner", p.left/d.Width, p.top/d.Height, p.wide/d.Width, p.high/d.Height)
	if d.Kind == figure.Line {
		d.lines(m)
	} else {
		d.bars(m)
	}
	d.axes(m)
	m.put("<c:spPr><a:noFill/>", noLine, "</c:spPr></c:plotArea>")
	if d.keyed() {
		m.put("<c:legend>")
		m.val("legendPos", "t")
		m.place("", 0.01, (d.headed()+2)/d.Height, 0.98, (p.top-d.headed()-6)/d.Height)
		m.val("overlay", "0")
		m.letters(ink, 9, d.Language.Tag)
		m.put("</c:legend>")
	}
	m.val("plotVisOnly", "1")
	m.val("dispBlanksAs", "gap")
	m.put("</c:chart><c:spPr>", solid(white), noLine, "</c:spPr>")
	m.letters(ink, 9, d.Language.Tag)
	if d.sheet == nil {
		m.put(`<c:externalData r:id="`, workbook, `">`)
		m.val("autoUpdate", "0")
		m.put("</c:externalData>")
	}
	m.put("</c:chartSpace>")
	return m.Bytes()
}

// place writes where the axes (the target inner) or a key stand, in parts of the
// chart.
func (m *markup) place(target string, x, y, w, h float64) {
	m.put("<c:layout><c:manualLayout>")
	if target != "" {
		m.val("layoutTarget", target)
	}
	m.val("xMode", "edge")
	m.val("yMode", "edge")
	for _, v := range []struct {
		name string
		at   float64
	}{{"x", x}, {"y", y}, {"w", w}, {"h", h}} {
		m.val(v.name, number(v.at))
	}
	m.put("</c:manualLayout></c:layout>")
}

// Ids of the axes.
const (
	acrossID = "560001"
	alongID  = "560002"
)

// axes writes the axis of categories and that of shares.
func (d *Drawn) axes(m *markup) {
	upright := d.Kind == figure.Line
	side, foot, order := "l", "b", "maxMin" // the first category on top
	if upright {
		side, foot, order = "b", "l", "minMax"
	}
	m.put("<c:catAx>")
	m.val("axId", acrossID)
	m.put("<c:scaling>")
	m.val("orientation", order)
	m.put("</c:scaling>")
	m.val("delete", "0")
	m.val("axPos", side)
	m.put(`<c:numFmt formatCode="General" sourceLinked="0"/>`)
	m.val("majorTickMark", "none")
	m.val("minorTickMark", "none")
	m.val("tickLblPos", "low")
	m.put("<c:spPr>", line(muted, 0.8), "</c:spPr>")
	m.letters(ink, 9, d.Language.Tag)
	m.val("crossAx", alongID)
	m.val("crosses", "autoZero")
	m.val("auto", "0")
	m.val("lblAlgn", "ctr")
	m.val("lblOffset", "60")
	m.val("noMultiLvlLbl", "1")
	m.put("</c:catAx><c:valAx>")
	m.val("axId", alongID)
	m.put("<c:scaling>")
	m.val("orientation", "minMax")
	m.val("max", number(d.plot.most))
	m.val("min", "0")
	m.put("</c:scaling>")
	m.val("delete", "0")
	m.val("axPos", foot)
	m.put("<c:majorGridlines><c:spPr>", line(grid, 0.6), `</c:spPr></c:majorGridlines><c:numFmt formatCode="`, escape(d.Language.Percent), `" sourceLinked="0"/>`)
	m.val("majorTickMark", "none")
	m.val("minorTickMark", "none")
	m.val("tickLblPos", "nextTo")
	m.put("<c:spPr>", noLine, "</c:spPr>")
	m.letters(muted, 8, d.Language.Tag)
	m.val("crossAx", acrossID)
	if upright {
		m.val("crosses", "autoZero")
		m.val("crossBetween", "between")
	} else { // categories run from the top, and the shares stand at the foot
		m.val("crosses", "max")
		m.val("crossBetween", "between")
	}
	m.val("majorUnit", strconv.FormatFloat(d.step(), 'f', -1, 64))
	m.put("</c:valAx>")
}
