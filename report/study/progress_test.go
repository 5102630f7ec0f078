package study_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report/study"
)

// The rows of a large file are told as they are read, by read and by check.
func TestProgressByRows(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "spells.csv")
	require.NoError(t, os.WriteFile(data, []byte("a;b\n"+strings.Repeat("1;2\n", 25_000)), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "study.yaml"), []byte("study: Paragraf 56\nwave: 2015\nlanguage: da\nsources:\n  spells: {file: spells.csv}\n"), 0o600))
	want := []string{"spells.csv: 10,000 rows", "spells.csv: 20,000 rows"}

	var told []string
	tell := func(stage string) { told = append(told, stage) }
	_, err := study.ReadFile([]string{data}, study.FileOptions{Progress: tell})
	require.NoError(t, err)
	assert.Equal(t, want, told)

	told = nil
	s, err := study.Load(dir)
	require.NoError(t, err)
	_, err = s.Check("", tell)
	require.NoError(t, err)
	assert.Subset(t, told, want)
}
