package study

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Files are taken as people count, whatever order the folder has them in.
func TestFilesOf(t *testing.T) {
	dir := t.TempDir()
	want := []string{"svar/2.xlsx", "svar/10.xlsx", "svar/Ribe.csv", "svar/Ribe.xlsx", "svar/Ribe (2).xlsx", "svar/Ribe (10).xlsx", "svar/Skive 007.xlsx", "svar/Skive 8.xlsx"}
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "svar", "older"), 0o755))
	for _, name := range append(slices.Clone(want), "svar/.DS_Store", "svar/~$Ribe.xlsx", "svar/Thumbs.db") {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), nil, 0o600))
	}
	files, err := newStudy(filepath.Join(dir, "study.yaml")).filesOf("svar")
	require.NoError(t, err)
	assert.Equal(t, want, files)
}
