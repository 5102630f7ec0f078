package audit

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestInventedReports holds what is found in the two invented reports, by the
// errors seeded in them; testdata/audit/README.md tells of each, and of those
// that are missed. Nothing else is found.
func TestInventedReports(t *testing.T) {
	for file, want := range map[string][]string{
		"nordby.md": {
			"note question Tabel 1", "note impossible Tabel 2", "sum impossible Tabel 2", "bands impossible Tabel 3", "bands question Tabel 4",
			"count impossible 33 % for 26 of 84", "share impossible 9 % of 84", "words unlikely en fjerdedel", "sum impossible 72 %",
			"table unlikely 43 %", "disclosure question 1-2", "retold unlikely 64 %", "base question 84 = 91 %", "style question 39%", "caption impossible Tabel 2",
		},
		"harbour.txt": {
			"sum impossible Table 1", "note question Table 2", "count impossible 21 %", "share impossible 19 %", "count impossible 12 of 65", "share impossible 4 %", "words unlikely a third", "table unlikely 12 %",
			"disclosure question 1-2", "retold unlikely 48 %", "style question 39pct", "caption impossible Table 3",
		},
	} {
		claims, err := ReadReport(filepath.Join("..", "..", "testdata", "audit", file), "en")
		require.NoError(t, err)
		r, err := Audit(claims, "en")
		require.NoError(t, err)
		require.Len(t, r.Findings, len(want), file)
		for i, f := range r.Findings {
			words := want[i]
			assert.Equal(t, words[:len(string(f.Rule))+1+len(string(f.Sure))], string(f.Rule)+" "+string(f.Sure), "%s: %s", file, f.Printed)
			assert.Contains(t, f.Place+" "+f.Printed, words[len(string(f.Rule))+len(string(f.Sure))+2:], file)
		}
	}
}

// word makes a Word document of paragraphs in XML.
func wordFile(t testing.TB, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	require.NoError(t, err)
	_, err = w.Write([]byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.Bytes()
}

func TestReadDOCX(t *testing.T) {
	p := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	cell := func(text string) string { return `<w:tc><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:tc>` }
	blocks, err := readDOCX(wordFile(t, p("Overskrift1", "Køn")+p("TOC1", "Tabel 1. Køn 3")+p("Caption", "Tabel 1. Køn. Pct.")+
		`<w:tbl><w:tr>`+cell("Køn")+cell("Pct.")+`</w:tr><w:tr>`+cell("Kvinder")+cell("61")+`</w:tr></w:tbl>`+
		`<w:p><w:del><w:r><w:delText>60 %</w:delText></w:r></w:del><w:r><w:t>Kvinder </w:t></w:r><w:r><w:t>61 %</w:t></w:r></w:p>`))
	require.NoError(t, err)
	require.Len(t, blocks, 4)
	assert.Equal(t, block{kind: heading, text: "Køn", place: "¶ 1"}, blocks[0])
	assert.Equal(t, caption, blocks[1].kind)
	assert.Equal(t, [][]string{{"Køn", "Pct."}, {"Kvinder", "61"}}, blocks[2].rows)
	assert.Equal(t, "Kvinder 61 %", blocks[3].text)
	_, err = readDOCX([]byte("no zip"))
	assert.ErrorContains(t, err, "no Word document")
	_, err = readDOCX(wordFile(t, "<w:p><"))
	assert.ErrorContains(t, err, "damaged")
}

func TestReadReportRefuses(t *testing.T) {
	empty := filepath.Join(t.TempDir(), "empty.md")
	require.NoError(t, os.WriteFile(empty, []byte("# Intet\n"), 0o644))
	for path, words := range map[string]string{empty: "no numbers found", "none.md": "no such file", "a.pdf": "want a report in Markdown"} {
		_, err := ReadReport(path, "en")
		assert.ErrorContains(t, err, words)
	}
}

// FuzzReport holds that no text breaks the readers, and that what is drawn from
// it can always be audited.
func FuzzReport(f *testing.F) {
	for _, file := range []string{"nordby.md", "harbour.txt"} {
		content, err := os.ReadFile(filepath.Join("..", "..", "testdata", "audit", file))
		require.NoError(f, err)
		f.Add(string(content))
	}
	f.Add("Tabel 1. = ; : 5 %\n\n| a = b; c | 3 % |\n|---|\n| x: y | 98 % |\nI alt 100\n12 x (0 %) og 0 ud af 0 (5 %)")
	f.Fuzz(func(t *testing.T, text string) {
		var inWord bytes.Buffer
		inWord.Write(wordFile(t, "<w:p><w:r><w:t>"+text+"</w:t></w:r></w:p><w:tbl><w:tr><w:tc>"+text+"</w:tc></w:tr></w:tbl>"))
		for _, read := range []func([]byte) ([]block, error){readMarkdown, readText, func([]byte) ([]block, error) { return readDOCX(inWord.Bytes()) }} {
			blocks, err := read([]byte(text))
			if err != nil {
				continue
			}
			claims := draw(blocks, "da")
			for _, c := range claims {
				c.Drawn = true
			}
			_, err = Audit(claims, "da")
			require.NoError(t, err)
		}
		if blocks, err := readDOCX([]byte(text)); err == nil {
			draw(blocks, "da")
		}
	})
}

// FuzzPrinted holds that no printed number breaks the reading of it, and that
// what it stands for is never upside down.
func FuzzPrinted(f *testing.F) {
	for _, s := range []string{"39 %", "ca. 21.000", "knap halvdelen", "1-2 %", "8 ud af 10", "godt 0", "over 20"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if p, ok := parsePrinted(s, false); ok && p.in.lo != nil && p.in.hi != nil {
			assert.LessOrEqual(t, p.in.lo.Cmp(p.in.hi), 0)
		}
		parseBand(s)
		parseTimes(s)
	})
}
