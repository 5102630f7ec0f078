package docx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Labels come from questionnaires and from what respondents wrote.
func TestLabelsAreWords(t *testing.T) {
	table := single("odd", 80, strings.Repeat("meget lang ", 46), strings.Repeat("x", 500), "=1+1", "+45", "-5", "@SUM(A1)",
		`<script>alert("1")</script>`, "{ DDEAUTO c:\\cmd }", "]]>&amp;", "to\nlinjer\tog\x00\x1f\ufffe", "😀 \U0010ffff", "")
	d := arrangedOf(t, "da", nil, single("size", 80, "a", "b"), crossed("cross", "a", "b", "c"), table)
	content := written(t, d, Options{})
	assert.Empty(t, Check(content))
	body := partsOf(t, content)["word/document.xml"]
	assert.NotContains(t, body, "<script")
	assert.Contains(t, body, "&lt;script&gt;")
	for _, code := range strings.Split(body, `<w:instrText xml:space="preserve">`)[1:] {
		assert.Contains(t, []string{"TOC", "SEQ", "REF", "NOTEREF"}, strings.Fields(code)[0])
	}
}

func TestLongTableGoesOn(t *testing.T) {
	var labels []string
	for i := range 60 {
		labels = append(labels, fmt.Sprintf("Række %d", i))
	}
	content := written(t, arranged(t, "da", 80, single("long", 80, labels...)), Options{})
	assert.Empty(t, Check(content))
	var last *node
	tree(t, content, "word/document.xml").walk(func(n *node) bool {
		if n.is("tbl") {
			last = n
		}
		return true
	})
	kept, heads := 0, 0
	for _, row := range last.children {
		if row.child("trPr").child("tblHeader") != nil {
			heads++
		}
		if row.is("tr") && row.child("tc").child("p").child("pPr").child("keepNext") != nil {
			kept++
		}
	}
	assert.Equal(t, 1, heads, "repeated on each page")
	assert.Equal(t, 1+1+2, kept, "the head, the first row, and the last two; the table may break between others")
}

// A table without rows is no reason to stop.
func TestEmptyTable(t *testing.T) {
	empty := &crosstab.Table{ID: "empty", Title: survey.Words("Tom"), Columns: []crosstab.Column{{ID: "all", Kind: crosstab.All}}}
	assert.Empty(t, Check(written(t, arranged(t, "da", 80, empty), Options{})))
	bare := &report.Document{Language: "da", Blocks: []report.Block{&report.Table{ID: "x", Anchor: "x"}, report.List{Items: [][]report.Block{nil}}}}
	assert.Empty(t, Check(written(t, bare, Options{})))
	assert.Empty(t, Check(written(t, &report.Document{Language: "en"}, Options{})))
}

// A figure of a table whose every cell is hidden is drawn, and tells nothing.
func TestFigureOfHiddenTable(t *testing.T) {
	table := single("size", 80, "a", "b")
	for i := range table.Cells {
		table.Cells[i][0] = suppressed()
	}
	content := written(t, arrangedOf(t, "da", nil, table, crossed("cross", "a", "b")), Options{})
	assert.Empty(t, Check(content))
	for name, part := range partsOf(t, content) {
		assert.NotContains(t, part, "8675309", name)
		assert.NotContains(t, part, "86.75", name)
	}
}

// A table too wide for the page is given one that lies on its side.
func TestWideTable(t *testing.T) {
	var columns []string
	for i := range 14 {
		columns = append(columns, fmt.Sprintf("Offentlig forvaltning %d", i))
	}
	content := written(t, arranged(t, "da", 80, crossed("wide", columns...)), Options{})
	assert.Empty(t, Check(content))
	body := partsOf(t, content)["word/document.xml"]
	assert.Equal(t, 1, strings.Count(body, `w:orient="landscape"`))
	assert.Equal(t, 3, strings.Count(body, "<w:sectPr>"), "before it, its own, and the last")
	assert.Equal(t, 1, strings.Count(body, "<w:titlePg/>"), "only the first section has a cover")
}

func TestUnknownLanguage(t *testing.T) {
	require.ErrorContains(t, Write(nil, &report.Document{Language: "de"}, Options{}), `no words in language "de"`)
}

func TestTagsFit(t *testing.T) {
	long := strings.Repeat("å😀", 60)
	for _, tag := range []string{fitTag(long), hashedTag("text:", long, "x"), hashedTag("figure:", long, "x"), fitTitle(long)} {
		assert.LessOrEqual(t, len(utf16(tag)), mostTag)
	}
	assert.NotEqual(t, fitTag(long+"a"), fitTag(long+"b"))
	name, sum := cutHash(hashedTag("text:", "size/notes", "Anm."))
	assert.Equal(t, []string{"text:size/notes", hash("Anm.")}, []string{name, sum})
}
