package docx

import (
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A file as it is written passes, and each thing that is taken out of it is
// missed.
func TestWordFileIsAccessible(t *testing.T) {
	content := written(t, arranged(t, "da", 80), Options{})
	assert.Empty(t, Inaccessible(content))
	sound := partsOf(t, content)
	for name, c := range map[string]struct{ part, old, new, want string }{
		"title":     {corePart, "<dc:title>", "<dc:title/><dc:titel>", "the file has no title"},
		"language":  {corePart, "<dc:language>", "<dc:language/><dc:tongue>", "the file has no language"},
		"proofing":  {"word/styles.xml", "<w:lang ", "<w:tongue ", "no language is set for the text"},
		"heads":     {"word/document.xml", "<w:tblHeader/>", "", "has no header row"},
		"look":      {"word/document.xml", `w:firstColumn="1"`, `w:firstColumn="0"`, "does not say that its first row and column are headers"},
		"alt":       {"word/document.xml", ` descr="`, ` desc="`, "has no alternative text"},
		"file name": {"word/document.xml", ` descr="`, ` descr="figur1.png" was="`, "has the name of a file as its alternative text: figur1.png"},
		"heading":   {"word/document.xml", `<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="Heading3"/>`, "a heading of level 3 after one of level 0"},
		"contrast":  {"word/styles.xml", `w:val="52606D"`, `w:val="B8C0C8"`, "lettering #b8c0c8 is too pale on white"},
	} {
		t.Run(name, func(t *testing.T) {
			parts := maps.Clone(sound)
			require.Contains(t, parts[c.part], c.old)
			parts[c.part] = strings.ReplaceAll(parts[c.part], c.old, c.new)
			for tag, other := range map[string]string{"</dc:title>": "</dc:titel>", "</dc:language>": "</dc:tongue>"} {
				if strings.Contains(c.new, strings.Replace(other, "/", "", 1)) {
					parts[c.part] = strings.ReplaceAll(parts[c.part], tag, other)
				}
			}
			assert.Contains(t, strings.Join(Inaccessible(packed(t, parts)), "\n"), c.want)
		})
	}
	assert.Len(t, Inaccessible([]byte("no zip")), 1)
}
