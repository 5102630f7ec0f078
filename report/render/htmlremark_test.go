package render

import (
	"bytes"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report"
	"stikprove/survey"
)

// pageOf returns the page of a document.
func pageOf(t *testing.T, d *report.Document) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, HTML(&b, d))
	return b.String()
}

// What is to be looked at stands by the paragraph it is about, escaped, and
// what is about none stands first; a report without any has neither.
func TestRemarksStandByTheirParagraph(t *testing.T) {
	assert.NotRegexp(t, `<aside|class="frame reviewed"`, pageOf(t, sampleDocument()))
	d := sampleDocument()
	d.Blocks = []report.Block{
		report.Paragraph{Text: []report.Inline{report.Words{Text: "Et."}}, File: "report.md", Line: 3},
		report.List{Items: [][]report.Block{{report.Paragraph{Text: []report.Inline{report.Words{Text: "To."}}, File: "report.md", Line: 7}}}},
	}
	d.Warnings = []string{"Tre sager mangler en dato."}
	d.Findings = survey.Problems{
		{File: "report.md", Row: 4, Column: 2, Line: true, Message: `got "steget" <b>`},
		{File: "report.md", Row: 9, Line: true, Message: "typed"},
		{File: "report.md", Row: 1, Line: true, Message: "first"},
	}
	page := pageOf(t, d)
	assert.Regexp(t, `<p>Et.</p>\n<aside class="remark"><p><b>Fund fra kontrollen</b></p><p lang="en">got &#34;steget&#34; &lt;b&gt;</p></aside>`, page)
	assert.Regexp(t, `<li>To.<aside class="remark">.*typed</p></aside>`, page)
	review := regexp.MustCompile(`(?s)<aside class="review".*?</aside>`).FindString(page)
	assert.Contains(t, review, "<li>Tre sager mangler en dato.</li>")
	assert.Contains(t, review, `<li lang="en">report.md:1: first</li>`)
	assert.Contains(t, review, "2 steder i teksten er der en bemærkning i marginen.")
	assert.Empty(t, Inaccessible([]byte(page)))
}

// A number says what it is of to whoever points at it or comes to it by
// keyboard; a hidden one has nothing to say.
func TestNumbersSayWhatTheyAre(t *testing.T) {
	d := sampleDocument()
	number := report.Value{Text: "41 %", Key: "x/y/pct", Anchor: "t1-0", Definition: "Størrelse: Under 50 <", Hint: "80 af 195 sager; tabel 1"}
	hidden := report.Value{Text: "vises ikke", Key: "x/z/pct", Anchor: "t2-2-0", Definition: "Art: Psykisk"}
	loose := report.Value{Text: "92", Key: "x/eligible", Hint: "92 jobcentre"}
	d.Blocks = append([]report.Block{report.Paragraph{Text: []report.Inline{number, hidden, loose}}}, d.Blocks...)
	page := pageOf(t, d)
	assert.Contains(t, page, `<p><span class="number"><a class="value" href="#t1-0" aria-describedby="hint-1">41 %</a>`+
		`<span class="hint" role="tooltip" id="hint-1"><b>Størrelse: Under 50 &lt;</b> 80 af 195 sager; tabel 1</span></span>`+
		`<a class="value" href="#t2-2-0">vises ikke</a>`+
		`<span class="number"><span class="value" tabindex="0" aria-describedby="hint-2">92</span><span class="hint" role="tooltip" id="hint-2">92 jobcentre</span></span></p>`)
}
