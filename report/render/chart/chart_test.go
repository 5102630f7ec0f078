package chart

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report"
	"stikprove/report/figure"
)

// The charts of these tests are made up; no number stands for anything.

func point(percent, low, high int) report.ChartPoint {
	return report.ChartPoint{Shown: true, Percent: percent, Interval: high > 0, Low: low, High: high}
}

func drawn(kind figure.Kind, whole bool, series ...report.ChartSeries) *Drawn {
	c := &report.Chart{Kind: kind, Categories: []string{"=1+1", "Nej & <nej>"}, Series: series, Whole: whole}
	return New(c, LanguageOf("da", "da-DK"), 453)
}

func one(name string, points ...report.ChartPoint) report.ChartSeries {
	return report.ChartSeries{Name: name, Colour: "14507f", Letters: "ffffff", Points: points}
}

// cells returns the sheet of a workbook.
func cells(t *testing.T, d *Drawn) string {
	t.Helper()
	book, err := d.Workbook()
	require.NoError(t, err)
	again, err := d.Workbook()
	require.NoError(t, err)
	assert.True(t, bytes.Equal(book, again), "the same chart gives the same bytes")
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	require.NoError(t, err)
	f, err := z.Open("xl/worksheets/sheet1.xml")
	require.NoError(t, err)
	b, err := io.ReadAll(f)
	require.NoError(t, err)
	return string(b)
}

func wellFormed(t *testing.T, part []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(part)); ; {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			require.NoError(t, err)
		}
	}
}

func TestBarsHaveIntervalsAndNumbersBehindThem(t *testing.T) {
	d := drawn(figure.Bar, true, one("Andel", point(41, 34, 48), point(59, 52, 66)))
	part := string(d.XML("rId1"))
	wellFormed(t, []byte(part))
	assert.Contains(t, part, `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus><c:numRef><c:f>Data!$D$2:$D$3</c:f>`)
	assert.Contains(t, part, `<c:pt idx="0"><c:v>0.41</c:v></c:pt>`)
	assert.Contains(t, part, `<c:pt idx="0"><c:v>0.07</c:v></c:pt>`)
	// 66 and the room for its number end the axis at 80 %; the plot is 453 points
	// less the labels' 69 and the margin's 16, and 7 points of the axis with the 3
	// of room are 0.0777 of the width: (0.07/0.8*368+3)/453.
	assert.Contains(t, part, `<c:x val="0.0777"/><c:y val="0"/>`)
	assert.Contains(t, part, `<c:dLblPos val="outEnd"/>`)
	assert.Contains(t, part, `<c:lang val="da-DK"/>`)
	assert.Contains(t, part, "formatCode=\"0\u00a0%\"")
	assert.NotContains(t, part, "<c:legend>")
}

func TestWorkbookHoldsWhatIsPrinted(t *testing.T) {
	hidden := report.ChartPoint{}
	sheet := cells(t, drawn(figure.Grouped, false, one("Ja", point(41, 34, 48), hidden), one("@SUM", point(3, 0, 0), point(7, 0, 0))))
	assert.NotContains(t, sheet, "<f>", "a label is never a formula")
	assert.Contains(t, sheet, `<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>`)
	assert.Contains(t, sheet, `<c r="B2" s="1"><v>0.41</v></c>`)
	assert.NotContains(t, sheet, `r="B3"`, "a hidden number is no number")
	assert.NotContains(t, sheet, `r="D3"`, "nor has it an interval")
	assert.Equal(t, 5, strings.Count(sheet, "<v>"), "three percentages and the two arms of one interval")
}

func TestStacksHaveNumbersInside(t *testing.T) {
	whole := string(drawn(figure.Stacked, true, one("Ja", point(41, 0, 0), point(3, 0, 0)), one("Nej", point(59, 0, 0), point(97, 0, 0))).XML("rId1"))
	wellFormed(t, []byte(whole))
	assert.Contains(t, whole, `<c:grouping val="percentStacked"/>`)
	assert.NotContains(t, whole, "outEnd")
	assert.Contains(t, whole, "formatCode=\"[&lt;0.04]&quot;&quot;;0\u00a0%\"")
	assert.Contains(t, whole, `<c:legendPos val="t"/>`)
	// A part that is hidden leaves a hole; the others are not stretched over it.
	short := string(drawn(figure.Stacked, false, one("Ja", point(41, 0, 0), report.ChartPoint{}), one("Nej", point(59, 0, 0), point(60, 0, 0))).XML("rId1"))
	assert.Contains(t, short, `<c:grouping val="stacked"/>`)
}

func TestLines(t *testing.T) {
	part := string(drawn(figure.Line, true, one("I alt", point(41, 34, 48), point(30, 20, 40))).XML("rId1"))
	wellFormed(t, []byte(part))
	assert.Contains(t, part, `<c:errBars><c:errDir val="y"/>`)
	assert.Contains(t, part, `<c:smooth val="0"/></c:ser><c:marker val="1"/>`)
	assert.Contains(t, part, `<c:dispBlanksAs val="gap"/>`)
}

// A chart on a sheet draws the cells there, and has its title within.
func TestOnSheet(t *testing.T) {
	c := &report.Chart{Kind: figure.Bar, Title: strings.Repeat("ord ", 30), Subtitle: "Procent & <N>", Categories: []string{"Ja", "Nej"}, Series: []report.ChartSeries{one("Andel", point(41, 34, 48), point(59, 0, 0))}}
	part := string(OnSheet(c, LanguageOf("en", "en-GB"), 480, Sheet{Categories: "'1 a&b'!$A$6:$A$7", Series: []SheetSeries{{
		Name: "'1 a&b'!$B$5", Values: "'1 a&b'!$B$6:$B$7", Below: "I!$D$5:$D$6", Above: "I!$E$5:$E$6", Shares: []Share{{P: 0.4125, Below: 0.07, Above: 0.0675}, {P: 0.5875}}}}}).XML(""))
	wellFormed(t, []byte(part))
	assert.NotContains(t, part, "externalData", "its data have no workbook of their own")
	assert.Contains(t, part, `<c:plus><c:numRef><c:f>I!$E$5:$E$6</c:f><c:numCache><c:formatCode>0%</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>0.0675</c:v></c:pt></c:numCache>`)
	assert.Contains(t, part, `<c:f>'1 a&amp;b'!$B$6:$B$7</c:f><c:numCache><c:formatCode>0%</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>0.4125</c:v></c:pt>`)
	assert.Contains(t, part, `<c:chart><c:title><c:tx><c:rich>`)
	assert.Contains(t, part, `</c:title><c:autoTitleDeleted val="0"/>`)
	// 30 words of three letters and a blank are 119; a line has room for
	// (480-20)/6.4 = 71.
	assert.Equal(t, 3, strings.Count(part, "<a:r>"), "two lines of title and the subtitle")
	assert.Contains(t, part, "<a:t>Procent &amp; &lt;N&gt;</a:t>")
	assert.Contains(t, part, `<c15:showLeaderLines val="0"/>`)
}

// Columns past Z have two letters.
func TestColumnName(t *testing.T) {
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		assert.Equal(t, want, columnName(n))
	}
}
