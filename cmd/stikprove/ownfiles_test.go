package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An output that would be written over what is read, by whatever path, is
// refused, and nothing is lost.
func TestKeepInputs(t *testing.T) {
	study := exampleCopy(t)
	before := files(t, study)
	dir := t.TempDir()
	people, linked := filepath.Join(dir, "people.csv"), filepath.Join(dir, "linked.csv")
	require.NoError(t, os.WriteFile(people, []byte("w,sex\n1,f\n2,m\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "margins.csv"), []byte("variable,category,count\nsex,f,3\nsex,m,3\n"), 0o644))
	require.NoError(t, os.Symlink(people, linked))
	kept := files(t, dir)
	instrument := filepath.Join(study, "instrument.xlsx")
	for _, args := range [][]string{
		{"read", people, "--to", people},
		{"read", people, "--to", linked},
		{"read", people, "--mapping", filepath.Join(dir, ".", "people.csv")},
		{"read", filepath.Join(study, "data", "jobcentres.xlsx"), "--instrument", instrument, "--to", instrument},
		{"weigh", linked, "--margins", filepath.Join(dir, "margins.csv"), "--to", people},
		{"weigh", people, "--rake", "sex=" + filepath.Join(dir, "margins.csv"), "--to", filepath.Join(dir, "margins.csv")},
		{"review", study, "--out", instrument},
		{"review", study, "--out", filepath.Join(study, "decisions.csv")},
		{"draw", study, "--n", "3", "--seed", "1", "--out", filepath.Join(study, "data", "frame.xlsx"), "--replace"},
		{"register", filepath.Join(study, "data", "spells.csv"), "--persons", filepath.Join(study, "data", "spells.csv")},
	} {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, exitUsage, run(args, &stdout, &stderr), "%v", args)
		assert.Regexp(t, `^stikprove: --(out|to|mapping|persons) \S.* would be written over a file that is read; want another name\n$`, stderr.String(), "%v", args)
		assert.Empty(t, stdout.String())
	}
	assert.Equal(t, before, files(t, study))
	assert.Equal(t, kept, files(t, dir))
}

// A report may be written into the study's own folder, but not over what the
// study reads, nor among answers that the next run would take it for.
func TestReportIntoStudy(t *testing.T) {
	study := exampleCopy(t)
	before := files(t, study)
	report := func(out string) (int, string) {
		var stdout, stderr bytes.Buffer
		return run([]string{"report", study, "--out", out}, &stdout, &stderr), stderr.String()
	}
	for _, out := range []string{study, filepath.Join(study, "out"), study} { // and again, where the first stands
		code, talk := report(out)
		require.Equal(t, exitDone, code, talk)
	}
	after := files(t, study)
	for name, sum := range before {
		assert.Equal(t, sum, after[name], name)
	}

	rename(t, filepath.Join(study, "study.yaml"), "data/frame.xlsx", "tables.xlsx")
	require.NoError(t, os.WriteFile(filepath.Join(study, "tables.xlsx"), []byte(readFile(t, filepath.Join(study, "data", "frame.xlsx"))), 0o644))
	before = files(t, study)
	code, talk := report(study)
	assert.Equal(t, exitProblems, code)
	assert.Equal(t, "tables.xlsx: the study reads this file, and would be written over; want another --out\n", talk)
	assert.Equal(t, before, files(t, study))

	link := filepath.Join(t.TempDir(), "out")
	elsewhere := t.TempDir()
	require.NoError(t, os.Symlink(elsewhere, link))
	code, talk = report(link)
	require.Equal(t, exitDone, code, talk)
	assert.FileExists(t, filepath.Join(elsewhere, "report.html"))
}
