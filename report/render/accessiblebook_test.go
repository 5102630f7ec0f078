package render

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A workbook as it is written passes, and each thing that is taken out of it is
// missed.
func TestBookIsAccessible(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, Workbook(&b, sampleDocument()))
	assert.Empty(t, InaccessibleBook(b.Bytes()))
	parts, err := bookParts(b.Bytes())
	require.NoError(t, err)
	for name, c := range map[string]struct{ part, old, with, want string }{
		"title":    {"docProps/core.xml", "dc:title", "dc:about", "the workbook has no title"},
		"language": {"docProps/core.xml", "dc:language", "dc:tongue", "the workbook has no language"},
		"name":     {"xl/workbook.xml", `<sheet name="1 `, `<sheet name="Ark1" was="`, `sheet "Ark1" is not called by what it holds`},
		"first":    {"xl/worksheets/sheet2.xml", `<c r="A1"`, `<c r="A0"`, "begins with an empty cell"},
		"headings": {"xl/worksheets/sheet2.xml", `state="frozen"`, `state="split"`, "has no row of headings that stays"},
		"chart":    {"xl/drawings/drawing1.xml", ` descr="`, ` descr="" was="`, "has no alternative text"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, string(parts[c.part]), c.old)
			var out bytes.Buffer
			z := zip.NewWriter(&out)
			for part, content := range parts {
				text := string(content)
				if part == c.part {
					text = strings.ReplaceAll(text, c.old, c.with)
				}
				w, err := z.Create(part)
				require.NoError(t, err)
				_, err = io.WriteString(w, text)
				require.NoError(t, err)
			}
			require.NoError(t, z.Close())
			assert.Contains(t, strings.Join(InaccessibleBook(out.Bytes()), "\n"), c.want)
		})
	}
	assert.Len(t, InaccessibleBook([]byte("no zip")), 1)
}
