package docx

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report"
)

func TestWrite(t *testing.T) {
	for _, language := range report.LanguageTags() {
		t.Run(language, func(t *testing.T) {
			d := arranged(t, language, 80)
			content := written(t, d, Options{})
			assert.Empty(t, Check(content))
			assert.Equal(t, content, written(t, arranged(t, language, 80), Options{}), "the same document gives the same bytes")
			for name, part := range partsOf(t, content) {
				for _, hidden := range []string{"8675309", "8.675.309", "8,675,309", "86.75", "86,75"} {
					assert.NotContains(t, part, hidden, name)
				}
			}
		})
	}
}

func TestWriteIsOfItsLanguage(t *testing.T) {
	for language, want := range map[string][]string{
		"da": {`w:val="da-DK"`, "SEQ Tabel ", "SEQ Figur ", "Tabeltekst", "Side\u00a0", "da-DK</dc:language>"},
		"en": {`w:val="en-GB"`, "SEQ Table ", "SEQ Figure ", "Table Text", "Page\u00a0", "en-GB</dc:language>"},
	} {
		var all strings.Builder
		content := written(t, arranged(t, language, 80), Options{})
		for _, part := range partsOf(t, content) {
			all.WriteString(part)
		}
		for _, s := range want {
			assert.Contains(t, all.String(), s)
		}
		assert.Equal(t, language, Language(content))
	}
}

// tree returns a part of a written document.
func tree(t *testing.T, content []byte, part string) *node {
	t.Helper()
	root, err := parseXML([]byte(partsOf(t, content)[part]))
	require.NoError(t, err)
	return root
}

// tagged returns what the controls of a file say, by tag; of several the last.
func tagged(t *testing.T, content []byte) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, part := range []string{"word/document.xml", "word/footnotes.xml"} {
		tree(t, content, part).walk(func(n *node) bool {
			if c := controlOf(n); n.is("sdt") && c.tag != "" {
				out[c.tag] = c.text()
			}
			return true
		})
	}
	return out
}

func TestNumbersAreTagged(t *testing.T) {
	got := tagged(t, written(t, arranged(t, "da", 80), Options{}))
	for tag, want := range map[string]string{
		"size/N":                     "195",
		"size/r1/pct":                "41\u00a0%",
		"size/r1/words":              "Godt fire ud af ti",
		"cross/r1/landbrug/n":        "et tal, der ikke kan vises",
		"cell:size/r1/n":             "80",
		"cell:size/r1/pct":           "41",
		"cell:cross/r1/all/pct":      "32",
		"cell:cross/r1/landbrug/pct": "•",
		hashedTag("text:", "size/source", "Stikprøve med 195\u00a0sager i 65\u00a0jobcentre."): "Stikprøve med 195\u00a0sager i 65\u00a0jobcentre.",
	} {
		assert.Equal(t, want, got[tag], tag)
	}
}

// Word counts headings itself; it must come to the document's numbers.
func TestHeadingsAreCountedAsTheDocumentDoes(t *testing.T) {
	d := arranged(t, "da", 80)
	root := tree(t, written(t, d, Options{}), "word/document.xml")
	var want, got []string
	for _, b := range d.Blocks {
		if h, ok := b.(report.Heading); ok {
			want = append(want, strings.TrimSpace(h.Number+" "+report.Plain(h.Text)))
		}
	}
	var counts [7]int
	for _, p := range root.child("body").children {
		rest, ok := strings.CutPrefix(p.child("pPr").val("pStyle"), "Heading")
		if !ok {
			continue
		}
		level, err := strconv.Atoi(rest)
		require.NoError(t, err)
		number := ""
		if p.child("pPr").child("numPr").val("numId") != "0" {
			counts[level]++
			clear(counts[level+1:])
			for i := 1; i <= level; i++ {
				number += "." + strconv.Itoa(counts[i])
			}
		}
		var words strings.Builder
		p.walk(func(n *node) bool {
			if n.is("t") {
				words.WriteString(n.text)
			}
			return true
		})
		got = append(got, strings.TrimSpace(strings.TrimPrefix(number, ".")+" "+words.String()))
	}
	assert.Equal(t, append(want, "Sådan er tallene lavet"), got)
}

// Page numbers stand in the contents where they are known.
func TestContentsWithPages(t *testing.T) {
	line := func(o Options) string {
		for _, p := range strings.Split(partsOf(t, written(t, arranged(t, "da", 80), o))["word/document.xml"], "<w:p>") {
			if strings.Contains(p, `<w:pStyle w:val="TOC2"/>`) {
				return p
			}
		}
		return ""
	}
	assert.Contains(t, line(Options{Pages: map[string]int{"_R_deeper": 7}}), `<w:t xml:space="preserve">7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink>`)
	assert.Contains(t, line(Options{}), `<w:t xml:space="preserve">Dybere</w:t></w:r></w:hyperlink>`)
}

func TestNotesMarkedTwiceAreOneNote(t *testing.T) {
	content := written(t, arranged(t, "da", 80), Options{})
	body, notes := partsOf(t, content)["word/document.xml"], partsOf(t, content)["word/footnotes.xml"]
	assert.Equal(t, 1, strings.Count(body, "<w:footnoteReference "))
	assert.Equal(t, 1, strings.Count(body, "NOTEREF "))
	assert.Equal(t, 3, strings.Count(notes, "<w:footnote "), "two separators and the note")
	assert.Contains(t, partsOf(t, content)["word/_rels/footnotes.xml.rels"], "https://example.dk")
}

func TestTablesAreKeptWithTheirNotes(t *testing.T) {
	root := tree(t, written(t, arranged(t, "da", 80), Options{}), "word/document.xml")
	tables := 0
	children := root.child("body").children
	for i, n := range children {
		if !n.is("tbl") {
			continue
		}
		tables++
		assert.Equal(t, "Caption", children[i-1].child("pPr").val("pStyle"))
		assert.Equal(t, "TableNote", children[i+1].child("pPr").val("pStyle"))
		assert.Equal(t, "TableSource", children[i+2].child("pPr").val("pStyle"))
		n.walk(func(m *node) bool {
			if m.is("p") {
				assert.NotNil(t, m.child("pPr").child("keepNext"))
			}
			return true
		})
	}
	assert.Equal(t, 2, tables)
}

func TestCheckFindsFaults(t *testing.T) {
	sound := partsOf(t, written(t, arranged(t, "da", 80), Options{}))
	for name, c := range map[string]struct{ part, old, new, want string }{
		"order":    {"word/document.xml", "<w:pPr><w:pStyle", "<w:pPr><w:keepNext/><w:pStyle", "pStyle stands after keepNext in pPr"},
		"style":    {"word/document.xml", `<w:pStyle w:val="Title"/>`, `<w:pStyle w:val="Titel"/>`, `no style "Titel"`},
		"bookmark": {"word/document.xml", `<w:bookmarkEnd w:id="101"/>`, "", "bookmark 101 does not end"},
		"field":    {"word/document.xml", `<w:fldChar w:fldCharType="end"/>`, "", "a field does not end"},
		"relation": {"word/_rels/document.xml.rels", `"styles.xml"`, `"style.xml"`, "rId1 leads to word/style.xml, which is not there"},
		"type":     {typesPart, `<Default Extension="png" ContentType="image/png"/>`, "", "word/media/stikprove-cross.png: no content type"},
		"head":     {"word/document.xml", `w:firstRow="1"`, `w:firstRow="0"`, "a table has no heads"},
		"alt":      {"word/document.xml", ` descr="`, ` desc="`, "has no alternative text"},
		"unknown":  {"word/document.xml", "<w:jc ", "<w:just ", "just stands in pPr"},
		"id":       {"word/document.xml", `<w:id w:val="56002"/>`, `<w:id w:val="56003"/>`, "control 56003 is used twice"},
		"target":   {"word/document.xml", `REF _R_tabel_size`, `REF _R_gone`, "no bookmark _R_gone to refer to"},
	} {
		t.Run(name, func(t *testing.T) {
			parts := map[string]string{}
			for k, v := range sound {
				parts[k] = v
			}
			require.Contains(t, parts[c.part], c.old)
			parts[c.part] = strings.Replace(parts[c.part], c.old, c.new, 1)
			assert.Contains(t, strings.Join(Check(packed(t, parts)), "\n"), c.want)
		})
	}
}
