package render

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"stikprove/report"
)

// Every number in the text leads to the cell it was looked up in.
func TestNumbersInTheTextLeadToTheirCells(t *testing.T) {
	file := sampleWorkbook(t)
	f, err := excelize.OpenReader(bytes.NewReader(file))
	require.NoError(t, err)
	defer f.Close()
	for row, want := range []struct{ printed, to string }{
		{"195", "'1 firm-size'!B10"}, {"41 %", "'1 firm-size'!C6"}, {"19 %", "'1 firm-size'!C9"}, {"34 %", "'2 condition-by-industry'!D7"},
	} {
		printed, err := f.GetCellValue("Tal i teksten", at(1, 5+row))
		require.NoError(t, err)
		_, to, err := f.GetCellHyperLink("Tal i teksten", at(1, 5+row))
		require.NoError(t, err)
		assert.Equal(t, want.printed, printed)
		assert.Equal(t, want.to, to)
	}
	first, err := f.GetCellValue("1 firm-size", "B10")
	require.NoError(t, err)
	assert.Equal(t, "195", first)
	d := sampleDocument()
	d.Blocks = []report.Block{d.Tables[0]}
	d.Notes = nil
	var b bytes.Buffer
	require.NoError(t, Workbook(&b, d))
	without, err := excelize.OpenReader(&b)
	require.NoError(t, err)
	assert.NotContains(t, without.GetSheetList(), "Tal i teksten", "no text, no sheet of its numbers")
}
