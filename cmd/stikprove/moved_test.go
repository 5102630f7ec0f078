package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

// A study that was moved between systems gives the same report: its text files
// have a byte order mark and the line ends of Windows, study.yaml has
// backslashes, names have spaces, letters such as å are written as a Mac does,
// and the folder lies deep.
func TestMovedStudy(t *testing.T) {
	example := exampleCopy(t)
	name := "besvarelser på skrift.xlsx"
	move := func(to string) {
		require.NoError(t, os.Rename(filepath.Join(example, "data", "jobcentres.xlsx"), filepath.Join(example, "data", to)))
	}
	move(name)
	rename(t, filepath.Join(example, "study.yaml"), "data/jobcentres.xlsx", "data/"+name)
	reported := func(study, out string) map[string]string {
		var stdout, stderr bytes.Buffer
		require.Equal(t, exitDone, run([]string{"report", study, "--out", out}, &stdout, &stderr), stderr.String())
		return files(t, out)
	}
	want := reported(example, filepath.Join(t.TempDir(), "out"))

	deep := filepath.Join(t.TempDir(), "Fælles drev (Æ, Ø & Å)", strings.Repeat("en lang mappe ", 12), strings.Repeat("og en til ", 14))
	moved := filepath.Join(deep, norm.NFD.String("§ 56 på ny"))
	require.NoError(t, os.CopyFS(moved, os.DirFS(example)))
	require.NoError(t, os.Rename(filepath.Join(moved, "data", name), filepath.Join(moved, "data", norm.NFD.String(name))))
	rename(t, filepath.Join(moved, "study.yaml"), "data/", `data\`)
	rename(t, filepath.Join(moved, "study.yaml"), "appendices/", `appendices\`)
	for _, file := range []string{"study.yaml", "rules.yaml", "report.md", "report.en.md", "decisions.csv", "data/spells.csv", "data/spells-begun.csv"} {
		path := filepath.Join(moved, filepath.FromSlash(file))
		content := strings.TrimPrefix(strings.ReplaceAll(readFile(t, path), "\r\n", "\n"), "\ufeff")
		require.NoError(t, os.WriteFile(path, []byte("\ufeff"+strings.ReplaceAll(content, "\n", "\r\n")), 0o644))
	}
	assert.Equal(t, want, reported(moved, filepath.Join(deep, "ud æøå")))
}

// rename writes another thing wherever a file has one.
func rename(t *testing.T, path, before, after string) {
	t.Helper()
	content := readFile(t, path)
	require.Contains(t, content, before)
	require.NoError(t, os.WriteFile(path, []byte(strings.ReplaceAll(content, before, after)), 0o644))
}

// Where a name differs in case from the file's, Windows and macOS find it. Where
// the system does not, one line names the file that is there; so it does of a
// name that an archive has spoilt.
func TestMovedNames(t *testing.T) {
	if _, err := os.Stat(strings.ToUpper(t.TempDir())); err == nil || runtime.GOOS == "windows" {
		t.Skip("the system finds names in any case")
	}
	for _, c := range []struct{ there, named, want string }{
		{"Spørgeskema.xlsx", "spørgeskema.xlsx", `spørgeskema.xlsx: no such file; did you mean "Spørgeskema.xlsx"?`},
		{"sp├©rgeskema.xlsx", "spørgeskema.xlsx", `spørgeskema.xlsx: no such file; did you mean "sp├©rgeskema.xlsx"?`},
		{"Data/cases.csv", "data/cases.csv", `cases.csv: no such file; there is no folder "data"; did you mean "Data"?`},
		{"other/cases.csv", "data/cases.csv", `cases.csv: no such file; there is no folder "data"`},
		{"frame.csv", "cases.csv", `cases.csv: no such file`},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, filepath.FromSlash(c.there))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte("a,b\n1,2\n"), 0o644))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "study.yaml"), []byte("study: x\nsources: {rows: {file: "+c.named+"}}\ndesigns: {rows: {census: true}}\n"), 0o644))
		var stdout, stderr bytes.Buffer
		assert.Equal(t, exitProblems, run([]string{"check", dir}, &stdout, &stderr))
		assert.Equal(t, c.want+"\n", stderr.String())
	}
}
