package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestReportHoldsNoDescription searches everything a report consists of, the
// parts of its workbook and Word file and what the commands print among it, for
// the descriptions of the cases. Those of one to three words are left out: many
// are the ordinary names of conditions, which tables may hold.
func TestReportHoldsNoDescription(t *testing.T) {
	example := filepath.Join("..", "..", "testdata", "par56-2015")
	out := filepath.Join(t.TempDir(), "out")
	var printed bytes.Buffer
	for _, args := range [][]string{{"report", example, "--out", out}, {"check", example}, {"code", example}, {"code", example, "--format", "tsv"}} {
		require.Equal(t, exitDone, run(args, &printed, &printed), printed.String())
	}
	written := map[string]string{"what the commands print": printed.String()}
	require.NoError(t, filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		written[d.Name()] = string(content)
		return err
	}))
	for _, name := range []string{"tables.xlsx", "report.docx"} {
		file, err := zip.OpenReader(filepath.Join(out, name))
		require.NoError(t, err)
		defer file.Close()
		for _, part := range file.File {
			r, err := part.Open()
			require.NoError(t, err)
			content, err := io.ReadAll(r)
			require.NoError(t, err)
			written[name+": "+part.Name] = string(content)
		}
	}
	searched := 0
	for _, text := range descriptions(t, filepath.Join(example, "conditions.tsv")) {
		if len(strings.Fields(text)) < 4 {
			continue
		}
		searched++
		for name, content := range written {
			assert.NotContains(t, strings.ToLower(content), strings.ToLower(text), "%s", name)
		}
	}
	assert.Greater(t, searched, 15)
}

// descriptions returns the first column of a list of texts.
func descriptions(t *testing.T, path string) []string {
	t.Helper()
	source, err := os.ReadFile(path)
	require.NoError(t, err)
	r := csv.NewReader(bytes.NewReader(source))
	r.Comma = '\t'
	rows, err := r.ReadAll()
	require.NoError(t, err)
	var texts []string
	for _, row := range rows[1:] {
		texts = append(texts, row[0])
	}
	return texts
}
