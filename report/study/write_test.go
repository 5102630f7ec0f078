package study

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var twoFiles = []output{newOutput("report.html", []byte("new")), newOutput("figures/a.svg", []byte("drawn"))}

// tree returns every file below dir and its content; folders end in a slash.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil || d.IsDir() {
			found[filepath.ToSlash(name)+"/"] = ""
			return err
		}
		content, err := os.ReadFile(path)
		found[filepath.ToSlash(name)] = string(content)
		return err
	}))
	return found
}

func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there")
	require.NoError(t, write(dir, twoFiles))
	assert.Equal(t, map[string]string{"report.html": "new", "figures/": "", "figures/a.svg": "drawn"}, tree(t, dir))
}

func TestWriteReplaces(t *testing.T) {
	dir := folder(t, map[string]string{"report.html": "old", "figures/b.svg": "kept", "notes.txt": "kept"})
	require.NoError(t, write(dir, twoFiles))
	assert.Equal(t, map[string]string{
		"report.html": "new", "figures/": "", "figures/a.svg": "drawn", "figures/b.svg": "kept", "notes.txt": "kept",
	}, tree(t, dir))
}

// Where one file cannot be written none is, and the folder is as it was.
func TestWriteNothing(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		out   string
		want  string
	}{
		{"a file in the place of the folder", map[string]string{"out": "x"}, "out", "making the output folder: "},
		{"a file above the folder", map[string]string{"out": "x"}, "out/deeper", "making the output folder: "},
		{"a file in the place of figures", map[string]string{"out/figures": "x", "out/report.html": "old"}, "out", "making the output folder: "},
		{"a folder in the place of a file", map[string]string{"out/report.html/x": ""}, "out", "a folder stands in the place of the file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, c.files)
			before := tree(t, dir)
			assert.ErrorContains(t, write(filepath.Join(dir, filepath.FromSlash(c.out)), twoFiles), c.want)
			assert.Equal(t, before, tree(t, dir))
		})
	}
}

// A workbook that is open in Excel on Windows cannot be replaced. Here a folder
// in its place cannot; what had been replaced is put back.
func TestMovePutsBack(t *testing.T) {
	dir := folder(t, map[string]string{"report.docx": "old", "tables.xlsx/x": "", "report.html": "old", "new/0": "word", "new/1": "page", "new/2": "book", "new/3": "drawn"})
	outputs := []output{newOutput("report.docx", nil), newOutput("report.html", nil), newOutput("tables.xlsx", nil), newOutput("figure.svg", nil)}
	var written []string
	for _, n := range []string{"0", "1", "2", "3"} {
		written = append(written, filepath.Join(dir, "new", n))
	}
	assert.ErrorContains(t, move(dir, outputs, written), "writing tables.xlsx: ")
	for file, want := range map[string]string{"report.docx": "old", "report.html": "old", "tables.xlsx/x": ""} {
		assert.Equal(t, want, tree(t, dir)[file], file)
	}
	assert.NotContains(t, tree(t, dir), "figure.svg")
}
