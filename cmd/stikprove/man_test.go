package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// There is a page for every command, the same each time, with the lines of
// tables as --help has them.
func TestMan(t *testing.T) {
	first, second := filepath.Join(t.TempDir(), "a", "man"), t.TempDir()
	for _, dir := range []string{first, second} {
		var stdout, stderr bytes.Buffer
		require.Equal(t, exitDone, run([]string{"man", "--out", dir}, &stdout, &stderr), stderr.String())
	}
	pages := files(t, first)
	assert.Equal(t, pages, files(t, second))
	assert.Len(t, pages, len(commandsBelow(newRoot())))
	page := readFile(t, filepath.Join(first, "stikprove-code-scheme.1"))
	assert.Contains(t, page, `.TH "STIKPROVE-CODE-SCHEME" "1" "Nov 2026" "stikprove `)
	assert.Contains(t, page, "\n0  done\n1  a bug, or the system")
	assert.Contains(t, page, "stikprove code scheme --out scheme.xlsx")

	var stdout, stderr bytes.Buffer
	assert.Equal(t, exitUsage, run([]string{"man"}, &stdout, &stderr))
	file := filepath.Join(t.TempDir(), "man")
	require.NoError(t, os.WriteFile(file, nil, 0o644))
	stderr.Reset()
	assert.Equal(t, exitBug, run([]string{"man", "--out", file}, &stdout, &stderr))
	assert.Equal(t, "stikprove: writing man: not a directory\n", stderr.String())
}
