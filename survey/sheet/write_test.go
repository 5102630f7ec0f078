package sheet

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWriteIsReadBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "back.xlsx")
	day := time.Date(2015, 3, 1, 0, 0, 0, 0, time.UTC)
	require.NoError(t, Write(path, Properties{Title: "Æble"},
		Sheet{Name: "Svar", Rows: [][]any{
			{"007", "=1+1", " blank ", "to\nlinjer", "_x000D_", "a & <b>", "\r"},
			{7, 1.5, -1e-20, true, false, nil, ""},
			{},
			{day, day.Add(14*time.Hour + 30*time.Minute), Formula("=A2+1"), "1-2", time.Date(1899, 1, 1, 0, 0, 0, 0, time.UTC)},
			{" ", "\u00a0"},
		}},
		Sheet{Name: "Tom & co"},
	))
	w, err := Open(path)
	require.NoError(t, err)
	assert.Equal(t, "back.xlsx", w.File())
	assert.Equal(t, []string{"Svar", "Tom & co"}, w.Sheets())
	g, err := w.Read("Svar")
	require.NoError(t, err)
	assert.Equal(t, 4, g.Rows(), "a last row of spaces is not counted")
	assert.Equal(t, 6, g.Columns(), "a last column of blanks is not counted")
	for i, want := range []string{"007", "=1+1", " blank ", "to\nlinjer", "_x000D_", "a & <b>", "\r"} {
		assert.Equal(t, Cell{Type: Text, Text: want}, g.Cell(1, i+1))
	}
	assert.Equal(t, Cell{Type: Number, Text: "7", Number: 7}, g.Cell(2, 1))
	assert.Equal(t, Cell{Type: Number, Text: "1.5", Number: 1.5}, g.Cell(2, 2))
	assert.Equal(t, -1e-20, g.Cell(2, 3).Number)
	assert.Equal(t, Cell{Type: Bool, Text: "TRUE", Number: 1}, g.Cell(2, 4))
	assert.Equal(t, Cell{Type: Bool, Text: "FALSE"}, g.Cell(2, 5))
	assert.Equal(t, Cell{}, g.Cell(2, 6))
	assert.Equal(t, Cell{}, g.Cell(2, 7))
	// 16495 days lie between 1970-01-01 and 2015-03-01.
	assert.Equal(t, Cell{Type: Date, Text: "2015-03-01", Number: 16495}, g.Cell(4, 1))
	assert.Equal(t, "2015-03-01T14:30:00", g.Cell(4, 2).Text)
	assert.InDelta(t, 16495+14.5/24, g.Cell(4, 2).Number, 1e-9)
	assert.Equal(t, Cell{Formula: true, Uncached: true}, g.Cell(4, 3))
	assert.Equal(t, Cell{Type: Text, Text: "1-2"}, g.Cell(4, 4))
	assert.Equal(t, Cell{Type: Text, Text: "1899-01-01"}, g.Cell(4, 5))
	for _, outside := range [][2]int{{0, 1}, {1, 0}, {-1, -1}, {6, 1}, {1, 20000}, {1 << 30, 1}} {
		assert.Equal(t, Cell{}, g.Cell(outside[0], outside[1]))
	}
	empty, err := w.Read("tom & CO")
	require.NoError(t, err)
	assert.Equal(t, 0, empty.Rows())
	assert.Equal(t, 0, empty.Columns())
}

func TestWriteIsDeterministic(t *testing.T) {
	sheets := []Sheet{{Name: "A", Rows: [][]any{{1}}}, {Name: "B"}, {Name: "C"}, {Name: "D", Rows: [][]any{{"x"}}}}
	first, err := workbookBytes("a.xlsx", Properties{}, sheets)
	require.NoError(t, err)
	for range 5 {
		again, err := workbookBytes("a.xlsx", Properties{}, sheets)
		require.NoError(t, err)
		require.Equal(t, first, again)
	}
}

func TestWriteRefuses(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "no.xlsx")
	long := make([]byte, 40_000)
	for i := range long {
		long[i] = 'x'
	}
	for name, c := range map[string]struct {
		sheets []Sheet
		want   string
	}{
		"no sheet":  {nil, "no.xlsx: a workbook needs a sheet"},
		"long text": {[]Sheet{{Name: "A", Rows: [][]any{nil, {nil, string(long)}}}}, "no.xlsx: 'A'!B2: got text of 40000 characters, want at most 32767 (text withheld)"},
		"same name": {[]Sheet{{Name: "A"}, {Name: "a"}}, "no.xlsx: 'a': two sheets have this name"},
		"bad name":  {[]Sheet{{Name: "A:B"}}, "no.xlsx: 'A:B': "},
	} {
		t.Run(name, func(t *testing.T) {
			err := Write(path, Properties{}, c.sheets...)
			assert.ErrorContains(t, err, c.want)
		})
	}
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, left)
}
