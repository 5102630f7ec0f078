package sheet

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

func fillIns() []FillIn {
	return []FillIn{
		{Sheet: Sheet{Name: "Guide", Rows: [][]any{{"Pick one."}}}, Plain: true, Columns: []FillColumn{{Width: 80, Wrap: true}}},
		{
			Sheet: Sheet{Name: "Svar & mere", Rows: [][]any{
				{"id", "text", "pick", "date", "rate", "check"},
				{"1-2", "=1+1", nil, time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC), 0.5, "x"},
				{"007", "a\nb", "Fysisk", nil, nil, "y"},
			}},
			Columns: []FillColumn{
				{Width: 9}, {Width: 40, Wrap: true}, {Kind: FillPick, From: RangeOf("Bob's", 2, 1, 2), Error: "Pick one."},
				{Kind: FillDate}, {Kind: FillRate}, {Hidden: true},
			},
		},
		{Sheet: Sheet{Name: "Bob's", Rows: [][]any{{"a", "Fysisk"}, {"b", "Psykisk"}}}, Hidden: true},
	}
}

func TestWriteFillIn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "fill.xlsx")
	require.NoError(t, WriteFillIn(path, Properties{Title: "x"}, fillIns()...))
	w, err := Open(path)
	require.NoError(t, err)
	assert.Equal(t, []string{"Guide", "Svar & mere"}, w.Sheets())
	g, err := w.Read("Svar & mere")
	require.NoError(t, err)
	assert.Equal(t, Cell{Type: Text, Text: "1-2"}, g.Cell(2, 1))
	assert.Equal(t, Cell{Type: Text, Text: "=1+1"}, g.Cell(2, 2), "text stays text")
	assert.Equal(t, "2026-01-31", g.Cell(2, 4).Text)
	assert.Equal(t, "a\nb", g.Cell(3, 2).Text)
	assert.True(t, w.Has("Bob's"), "a hidden sheet is read by its name")

	f, err := excelize.OpenFile(path)
	require.NoError(t, err)
	defer f.Close()
	validations, err := f.GetDataValidations("Svar & mere")
	require.NoError(t, err)
	require.Len(t, validations, 1)
	assert.Equal(t, "C2:C3", validations[0].Sqref)
	assert.Equal(t, "'Bob''s'!$B$1:$B$2", validations[0].Formula1)
	visible, err := f.GetColVisible("Svar & mere", "F")
	require.NoError(t, err)
	assert.False(t, visible)
	panes, err := f.GetPanes("Svar & mere")
	require.NoError(t, err)
	assert.True(t, panes.Freeze)
}

func TestWriteFillInIsDeterministic(t *testing.T) {
	dir := t.TempDir()
	var first []byte
	for range 3 {
		path := filepath.Join(dir, "fill.xlsx")
		require.NoError(t, WriteFillIn(path, Properties{}, fillIns()...))
		got, err := os.ReadFile(path)
		require.NoError(t, err)
		if first == nil {
			first = got
		}
		assert.Equal(t, first, got)
	}
	assert.ErrorContains(t, WriteFillIn(filepath.Join(dir, "none.xlsx"), Properties{}), "needs a sheet")
}
