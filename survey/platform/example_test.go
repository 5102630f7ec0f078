package platform_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/form"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// The worked example has the counts of the study: 92 jobcentres invited, 84
// with part one, 65 with three cases each (the study's method section).
func TestReadWorkedExample(t *testing.T) {
	folder := filepath.Join("..", "..", "testdata", "par56-2015")
	in, warnings, err := form.Read(filepath.Join(folder, "instrument.xlsx"))
	require.NoError(t, err)
	assert.Empty(t, warnings)
	w, err := sheet.Open(filepath.Join(folder, "data", "jobcentres.xlsx"))
	require.NoError(t, err)
	l, err := platform.Recognise(w, "")
	require.NoError(t, err)
	d, err := platform.Read(w, l, in, "jobcentres")
	require.NoError(t, err)

	assert.Equal(t, 92, d.Rows())
	returned := 0
	for i := range d.Rows() {
		if d.Column("has_consultants").Missing(i) != survey.NotReturned {
			returned++
		}
	}
	assert.Equal(t, 84, returned)

	cases, err := d.Reshape("case")
	require.NoError(t, err)
	assert.Equal(t, 195, cases.Rows())
	jobcentres := map[string]int{}
	for i := range cases.Rows() {
		jobcentres[cases.Column("jobcentre").Text(i)]++
	}
	assert.Len(t, jobcentres, 65)

	// Every case knows its own cell: the address holds the value.
	grid, err := w.Read(l.Sheet)
	require.NoError(t, err)
	for i := range cases.Rows() {
		p := cases.Cell(i, "condition_text")
		assert.Equal(t, cases.Column("condition_text").Text(i), grid.Cell(p.Row, p.Column).Text)
	}
}

func BenchmarkRead(b *testing.B) {
	folder := filepath.Join("..", "..", "testdata", "par56-2015")
	in, _, err := form.Read(filepath.Join(folder, "instrument.xlsx"))
	require.NoError(b, err)
	w, err := sheet.Open(filepath.Join(folder, "data", "jobcentres.xlsx"))
	require.NoError(b, err)
	l, err := platform.Recognise(w, "")
	require.NoError(b, err)
	for b.Loop() {
		_, err := platform.Read(w, l, in, "jobcentres")
		require.NoError(b, err)
	}
}
