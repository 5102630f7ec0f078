package platform

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey/sheet"
)

// Of a file with few rows, names are those of the dataset.
func TestNames(t *testing.T) {
	dir := filepath.Join("..", "..", "testdata", "workbook")
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	compared := 0
	for _, e := range entries {
		w, err := sheet.Open(filepath.Join(dir, e.Name()))
		if err != nil {
			continue // one that nobody can read
		}
		l, err := Recognise(w, "")
		if err != nil {
			continue
		}
		d, err := Read(w, l, nil, "rows")
		if err != nil {
			continue
		}
		names, err := Names(w, "")
		require.NoError(t, err, e.Name())
		assert.Equal(t, d.Names(), names, e.Name())
		compared++
	}
	assert.Greater(t, compared, 20)
}
