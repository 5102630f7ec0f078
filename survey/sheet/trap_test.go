package sheet

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// trapDir holds one small file per trap.
const trapDir = "../../testdata/workbook"

var update = flag.Bool("update", false, "write the files of testdata/workbook again")

// trap is a file that readers have stumbled on. Points are what must be kept of
// it, by the numbers that name their tests.
type trap struct {
	points []int
	file   string
	// data is what the file holds; nil where another program made it, which
	// the README beside the files says.
	data []byte
	want string // as shown, or the end of the error
}

// Each file is as its source here says, and reads as it should. A subtest is
// named for the points it covers.
func TestTraps(t *testing.T) {
	seen := make(map[string]bool)
	for _, c := range append(append(xlsxTraps(t), textTraps()...), otherTraps(t)...) {
		for _, point := range c.points {
			t.Run(fmt.Sprintf("point %d/%s", point, c.file), func(t *testing.T) {
				path := filepath.Join(trapDir, c.file)
				if *update && c.data != nil {
					require.NoError(t, os.WriteFile(path, c.data, 0o644))
				}
				data, err := os.ReadFile(path)
				require.NoError(t, err)
				if c.data != nil {
					require.True(t, bytes.Equal(c.data, data), "the file is not what its source says; run with -update")
				}
				assert.Equal(t, c.want, shown(path))
			})
		}
		require.False(t, seen[c.file], c.file)
		seen[c.file] = true
	}
	entries, err := os.ReadDir(trapDir)
	require.NoError(t, err)
	for _, e := range entries {
		assert.True(t, seen[e.Name()] || e.Name() == "README.md", "%s is of no test", e.Name())
	}
}

// shown opens a file and returns what it holds as text: a line for the kind of
// file and how text is written, one for every sheet, and one for every row with
// cells. Cells stand between bars: text as it is, a number after #, a date
// after @, TRUE or FALSE after !, an error after !!; a formula has = before it
// and ? for a value that was never stored. An error takes the place of all.
func shown(path string) string {
	w, err := Open(path)
	if err != nil {
		return err.Error()
	}
	defer w.Close()
	var b strings.Builder
	b.WriteString(w.Kind())
	if d := w.Dialect(); d.Encoding != "" {
		fmt.Fprintf(&b, " %s %q", d.Encoding, d.Separator)
		if len(d.DecimalComma) > 0 {
			fmt.Fprintf(&b, " decimal comma in %d", d.DecimalComma)
		}
	}
	b.WriteString("\n")
	for i, name := range append(w.Sheets(), w.HiddenSheets()...) {
		g, err := w.Read(name)
		if err != nil {
			return err.Error()
		}
		if name != "" {
			fmt.Fprintf(&b, "[%s]", name)
			if i >= len(w.Sheets()) {
				b.WriteString(" hidden")
			}
			for _, m := range g.Merged() {
				fmt.Fprintf(&b, " merged %d", m)
			}
			b.WriteString("\n")
		}
		for row := 1; row <= g.Rows(); row++ {
			fmt.Fprintf(&b, "%d", row)
			if g.Hidden(row) {
				b.WriteString(" hidden")
			}
			for column := 1; column <= g.Columns(); column++ {
				b.WriteString("|" + shownCell(g.Cell(row, column)))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// shownCell returns a cell as text.
func shownCell(c Cell) string {
	mark := ""
	if c.Formula {
		mark = "="
	}
	if c.Uncached {
		mark += "?"
	}
	switch c.Type {
	case Number:
		mark += "#"
	case Date:
		mark += "@"
	case Bool:
		mark += "!"
	case Error:
		mark += "!!"
	}
	return mark + strings.NewReplacer("\n", "⏎", "\u00a0", "⍽", "\u202f", "⍽").Replace(c.Text)
}

// packStored is pack without compression, whose bytes may differ between
// versions of Go.
func packStored(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		p, err := w.CreateHeader(&zip.FileHeader{Name: parts[i], Method: zip.Store})
		require.NoError(t, err)
		_, err = p.Write([]byte(parts[i+1]))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}
