package platform_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// A sheet as wide as Excel has, with cells in its first and last columns only,
// is two columns: nothing is made of those where nothing stands.
func TestColumnsWhereNothingStands(t *testing.T) {
	rows := make([][]any, 3)
	for i := range rows {
		rows[i] = make([]any, sheet.MaxColumns)
		rows[i][0], rows[i][sheet.MaxColumns-1] = i, i
	}
	rows[0][0], rows[0][sheet.MaxColumns-1] = "first", "last"
	w := open(t, xlsx(t, rows...))
	l, err := platform.Recognise(w, "")
	require.NoError(t, err)
	assert.Len(t, l.Mapping().Variables, 2)
	for _, guess := range l.Guesses() {
		assert.NotContains(t, guess, "has values and no heading")
	}
	d, err := platform.Read(w, l, nil, "rows")
	require.NoError(t, err)
	assert.Equal(t, []string{"first", "last"}, d.Names())
	assert.Equal(t, "svar.xlsx: 'Svar'!XFD3: last", d.Cell(1, "last").String())
}

// A small file may not ask for a large dataset: a cell in each row and each
// column, of which there are thousands.
func TestCellsStrewnAbout(t *testing.T) {
	var text strings.Builder
	text.WriteString("sep=;\n")
	for i := range 8000 {
		text.WriteString(strings.Repeat(";", i) + "1\n")
	}
	path := filepath.Join(t.TempDir(), "strewn.csv")
	require.NoError(t, os.WriteFile(path, []byte(text.String()), 0o600))
	_, err := platform.Recognise(open(t, path), "")
	assert.ErrorContains(t, err, "columns, as in no real sheet, and are not read")
}
