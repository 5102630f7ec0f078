package audit

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestInventedReports holds what is found in the invented reports, by the errors
// seeded in them; testdata/audit/README.md tells of each, and of those that are
// missed. Nothing else is found.
func TestInventedReports(t *testing.T) {
	for file, want := range map[string][]string{
		"nordby.md": {
			"note question Tabel 1", "note impossible Tabel 2", "sum impossible Tabel 2", "bands impossible Tabel 3", "bands question Tabel 4", "ranking question 3 of 5 share 10 %",
			"count impossible 33 % for 26 of 84", "share impossible 9 % of 84", "words unlikely en fjerdedel", "sum unlikely 72 %",
			"table unlikely 43 %", "disclosure question 1-2", "few question tre gange", "breakdown unlikely 45 in all", "retold unlikely 64 %", "base question 84 = 91 %",
			"style question 39%", "caption impossible Tabel 2",
		},
		"harbour.txt": {
			"sum impossible Table 1", "note question Table 2", "count impossible 21 %", "share impossible 19 %", "count impossible 12 of 65", "share impossible 4 %", "words unlikely a third", "table unlikely 12 %",
			"disclosure question 1-2", "sum unlikely 60 % with at least one of 30 %, 10 %", "retold unlikely 48 %", "style question 39pct", "caption impossible Table 3",
		},
		"musikskoler.md": {
			"note question Tabel 2", "bands impossible Tabel 3", "bands question Tabel 4", "note impossible Tabel 4", "count impossible 83 % for 58 of 72", "words unlikely to tredjedele",
			"times unlikely 58 % and 41 %", "words question flertallet", "share impossible 6 % of 58", "sum question 412, of these 260, 142", "ranking unlikely \"næstflest\" of Vikar",
			"sum unlikely 39 % + 35 % + 36 %", "table unlikely 24 %", "ranking question of Violin (9)", "breakdown unlikely 63 in all", "sum unlikely 34 % with at least one of 20 %, 9 %",
			"ranking unlikely størst … derefter", "disclosure question 1 elev", "retold unlikely halvdelen", "base question 41 = 71 % and 33 = 55 %", "retold unlikely 421",
			"style question 39%", "caption impossible Tabel 4",
		},
		"ferries.docx": { // 102 without a note is of the share that is wrong
			"note question Table 1", "sum impossible 2,525 in all", "note question add to 102", "count impossible 42 % for 166 of 415", "note impossible Table 5", "bands impossible 60-120",
			"count impossible 67% for 415 of 640", "words unlikely a fifth", "times unlikely 52% and 18%", "words unlikely nearly all", "sum question 212, of these 120, 61, 21",
			"table unlikely 34%", "ranking question top three", "ranking unlikely second most common", "sum unlikely 28% with at least one of 9%, 12%", "sum unlikely 50%, of 28 % + 9 %",
			"share impossible 40% of 31", "disclosure question 1 crew member", "few question three times", "retold unlikely 71%", "base question 85% of", "unit question 21,000 crossings",
			"caption impossible Figure 1",
		},
		"skolemad.md": { // 101 without a note is of the share that is wrong
			"note question Tabel 1", "note question add to 101", "count impossible 32 % for 188 of 612", "count impossible 71 % for 612 of 900", "times unlikely 31 % and 22 %",
			"sum impossible 612 in all", "ranking unlikely 3-4 dage", "words unlikely seven in ten", "times unlikely 48 % and 16 %", "sum question 84, of these 45, 41",
			"disclosure question 2 pupils", "sum unlikely 60 % with at least one of 35 %, 20 %", "sum unlikely 66 %, of 34 % + 35 %",
		},
	} {
		claims, err := ReadReport(filepath.Join("..", "..", "testdata", "audit", file), "en")
		require.NoError(t, err)
		r, err := Audit(claims, "en")
		require.NoError(t, err)
		for i, f := range r.Findings {
			require.Less(t, i, len(want), "%s: %s: %s", file, f.Place, f.Printed)
			words := want[i]
			kind := string(f.Rule) + " " + string(f.Sure)
			require.True(t, strings.HasPrefix(words, kind+" "), "%s: want %s, got %s: %s", file, words, kind, f.Printed)
			assert.Contains(t, f.Place+" "+f.Printed, words[len(kind)+1:], file)
		}
		assert.Len(t, r.Findings, len(want), file)
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
	pdf := filepath.Join(t.TempDir(), "Rapport.PDF")
	require.NoError(t, os.WriteFile(pdf, []byte("%PDF-1.4"), 0o644))
	for path, words := range map[string]string{empty: "no numbers found", "none.md": "no such file", "none.pdf": "no such file", pdf: "save it as text (pdftotext -layout FILE.pdf)"} {
		_, err := ReadReport(path, "en")
		assert.ErrorContains(t, err, words)
	}
}

// FuzzReport holds that no text breaks the readers, and that what is drawn from
// it can always be audited.
func FuzzReport(f *testing.F) {
	for _, file := range []string{"nordby.md", "harbour.txt", "musikskoler.md"} {
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
