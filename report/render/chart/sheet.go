package chart

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"stikprove/report"
)

// Sheet says where the data of a chart stand on the sheet that it is drawn on,
// as references such as "'1 size'!$B$6:$B$9".
type Sheet struct {
	Categories string
	Series     []SheetSeries // one for each of the chart's
}

// SheetSeries is where a series stands, and what its cells hold. Below and Above
// are where the lengths of its intervals stand, if it has any.
type SheetSeries struct {
	Name, Values, Below, Above string
	Shares                     []Share // one for each category
}

// Share is what cells of a sheet hold, which their formats round: a share and
// how far its interval reaches below and above it, in [0, 1].
type Share struct{ P, Below, Above float64 }

// OnSheet lays out a chart, so many points wide, that is drawn on a sheet of a
// workbook from cells there. Nothing stands around it, so that its title and
// subtitle are within.
func OnSheet(c *report.Chart, l Language, width float64, s Sheet) *Drawn {
	d := &Drawn{Chart: c, Language: l, Width: width, sheet: &s}
	d.plot = d.lay()
	return d
}

// Sizes of what stands over a chart on a sheet, in points.
const (
	titleSize, titleLetter, titleRow = 11, 6.4, 14.0
	underRow                         = 12.0
)

// heading returns the lines of the title and of the subtitle. They are broken
// here, for programs do not say where they would.
func (d *Drawn) heading() (title, under []string) {
	if d.sheet == nil {
		return nil, nil
	}
	return broken(d.Title, (d.Width-20)/titleLetter), broken(d.Subtitle, (d.Width-20)/letter)
}

// headed returns how much room the heading takes.
func (d *Drawn) headed() float64 {
	title, under := d.heading()
	if len(title)+len(under) == 0 {
		return 0
	}
	return 8 + titleRow*float64(len(title)) + underRow*float64(len(under))
}

// title writes the heading.
func (d *Drawn) title(m *markup) {
	title, under := d.heading()
	if len(title)+len(under) == 0 {
		m.val("autoTitleDeleted", "1")
		return
	}
	m.put("<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>")
	lines := func(list []string, size int, bold, colour string) {
		for _, s := range list {
			m.put(`<a:p><a:pPr algn="l"><a:defRPr/></a:pPr><a:r><a:rPr lang="`, d.Language.Tag, `" sz="`, strconv.Itoa(size*100), `" b="`, bold, `">`,
				solid(colour), `<a:latin typeface="`, face, `"/><a:cs typeface="`, face, `"/></a:rPr><a:t>`, escape(s), "</a:t></a:r></a:p>")
		}
	}
	lines(title, titleSize, "1", ink)
	lines(under, 9, "0", muted)
	m.put("</c:rich></c:tx><c:layout><c:manualLayout>")
	m.val("xMode", "edge")
	m.val("yMode", "edge")
	m.val("x", "0.01")
	m.val("y", number(4/d.Height))
	m.put("</c:manualLayout></c:layout>")
	m.val("overlay", "0")
	m.put("</c:title>")
	m.val("autoTitleDeleted", "0")
}

// broken returns text in lines of so many letters.
func broken(text string, room float64) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && float64(utf8.RuneCountInString(line+" "+word)) > room {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// Where the chart's words and numbers stand, on the sheet it is drawn on or in
// the workbook of its own.

func (d *Drawn) categoriesAt() string {
	if d.sheet != nil {
		return d.sheet.Categories
	}
	return d.span(0)
}

func (d *Drawn) nameAt(i int) string {
	if d.sheet != nil {
		return d.sheet.Series[i].Name
	}
	return d.at(i+1, 0)
}

func (d *Drawn) valuesAt(i int) string {
	if d.sheet != nil {
		return d.sheet.Series[i].Values
	}
	return d.span(i + 1)
}

// armsAt returns where the lengths of a series' intervals stand, below the
// numbers and above.
func (d *Drawn) armsAt(i int) (below, above string) {
	if d.sheet != nil {
		return d.sheet.Series[i].Below, d.sheet.Series[i].Above
	}
	return d.span(d.beside(i)), d.span(d.beside(i) + 1)
}

// shares returns a series' numbers, "" for one that is not shown.
func (d *Drawn) shares(i int) []string {
	var out []string
	for k, p := range d.Series[i].Points {
		switch {
		case !p.Shown:
			out = append(out, "")
		case d.sheet != nil:
			out = append(out, exact(d.sheet.Series[i].Shares[k].P))
		default:
			out = append(out, share(p.Percent))
		}
	}
	return out
}

// arms returns the lengths of a series' intervals, "" where there is none.
func (d *Drawn) arms(i int) (below, above []string) {
	for k, p := range d.Series[i].Points {
		switch {
		case !p.Interval:
			below, above = append(below, ""), append(above, "")
		case d.sheet != nil:
			s := d.sheet.Series[i].Shares[k]
			below, above = append(below, exact(s.Below)), append(above, exact(s.Above))
		default:
			below, above = append(below, share(p.Percent-p.Low)), append(above, share(p.High-p.Percent))
		}
	}
	return below, above
}

func exact(x float64) string { return strconv.FormatFloat(x, 'g', 15, 64) }
