package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// start returns a run of the program and where its talk goes.
func start(t *testing.T, args ...string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	cmd, talk := exec.Command("stikprove", args...), &bytes.Buffer{} // where testscript.Main put it
	cmd.Stderr = talk
	return cmd, talk
}

// exampleCopy is the worked example in a folder of its own.
func exampleCopy(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "studie æøå")
	require.NoError(t, os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "testdata", "par56-2015"))))
	return dir
}

// files returns what stands in a folder and below, with the hash of each file.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		if d.Name() != "manifest.json" { // which says when
			out[name] = fmt.Sprintf("%x", sha256.Sum256(content))
		}
		return err
	})
	require.NoError(t, err)
	return out
}

// A run that is cancelled or killed, at whatever moment, leaves the report that
// stood there or a whole new one, and cancelled nothing else. The study itself
// is as it was.
func TestBrokenOff(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no signals")
	}
	study := exampleCopy(t)
	before := files(t, study)
	out := filepath.Join(t.TempDir(), "out")
	cmd, talk := start(t, "report", study, "--out", out, "--language", "en")
	began := time.Now()
	require.NoError(t, cmd.Run(), talk)
	took := time.Since(began)
	english := files(t, out)
	cmd, talk = start(t, "report", study, "--out", out)
	require.NoError(t, cmd.Run(), talk)
	danish := files(t, out)
	require.NotEqual(t, english["report.html"], danish["report.html"])

	const times = 4
	for i := range times {
		for _, sig := range []os.Signal{os.Interrupt, os.Kill} {
			cmd, talk := start(t, "report", study, "--out", out, "--language", []string{"en", "da"}[i%2])
			require.NoError(t, cmd.Start())
			time.Sleep(took * time.Duration(i+1) / times)
			_ = cmd.Process.Signal(sig) // it may be done
			err := cmd.Wait()
			if sig == os.Interrupt && err != nil {
				require.Equal(t, exitBug, cmd.ProcessState.ExitCode(), talk)
				require.Equal(t, "stikprove: cancelled; a file is whole, or as it was\n", talk.String())
			}
			for name, sum := range files(t, out) {
				if strings.HasPrefix(name, ".~") {
					require.Equal(t, os.Kill, sig, name) // nobody can tidy up after that
					continue
				}
				if sum != english[name] {
					require.Equal(t, danish[name], sum, name)
				}
			}
			if sig == os.Kill {
				removeLeft(t, out)
			}
		}
	}
	assert.Equal(t, before, files(t, study))
}

func removeLeft(t *testing.T, dir string) {
	left, err := filepath.Glob(filepath.Join(dir, ".~*"))
	require.NoError(t, err)
	for _, path := range left {
		require.NoError(t, os.RemoveAll(path))
	}
}

// Two coders' sheets read in at the same moment both end in the decisions.
func TestTwoAtOnce(t *testing.T) {
	study := exampleCopy(t)
	sheets := t.TempDir()
	const coders = 4
	var cmds []*exec.Cmd
	var talks []*bytes.Buffer
	for i := range coders {
		sheet := filepath.Join(sheets, fmt.Sprintf("%d.xlsx", i))
		cmd, talk := start(t, "review", study, "--all", "--out", sheet)
		require.NoError(t, cmd.Run(), talk)
		decide(t, sheet, i)
		cmd, talk = start(t, "review", study, "--in", sheet, "--coder", fmt.Sprintf("K%d", i))
		cmds, talks = append(cmds, cmd), append(talks, talk)
	}
	for _, cmd := range cmds {
		require.NoError(t, cmd.Start())
	}
	for i, cmd := range cmds {
		require.NoError(t, cmd.Wait(), talks[i])
	}
	content, err := os.ReadFile(filepath.Join(study, "decisions.csv"))
	require.NoError(t, err)
	for i := range coders {
		assert.Contains(t, string(content), fmt.Sprintf(",K%d,", i))
	}
}

// decide accepts the suggestion of one row of a review sheet.
func decide(t *testing.T, sheet string, row int) {
	t.Helper()
	f, err := excelize.OpenFile(sheet)
	require.NoError(t, err)
	defer f.Close()
	require.NoError(t, f.SetCellValue("Gennemsyn", fmt.Sprintf("I%d", 20+row), "Ja"))
	require.NoError(t, f.Save())
}
