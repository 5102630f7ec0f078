package sheet

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Whoever reads a large sheet is told every ten thousand rows, and where the
// sheet says its size, how much of it that is.
func TestProgress(t *testing.T) {
	big := string(hostile(t, repeatPart{sheet1, `<worksheet><sheetData>`, same(`<row><c><v>1</v></c></row>`), 200_000, `</sheetData></worksheet>`}, xlsxParts...))
	for name, c := range map[string]struct {
		data, sheet string
		calls       int
		last        float64
	}{
		"big.csv":  {"a\n" + strings.Repeat("1\n", 25_000), "", 2, 0},
		"big.xlsx": {big, "Svar", 20, 1},
	} {
		t.Run(name, func(t *testing.T) {
			var told []Progress
			w, err := openContents(name, held([]byte(c.data)), Options{Progress: func(p Progress) { told = append(told, p) }})
			require.NoError(t, err)
			require.NoError(t, w.Each(c.sheet, func(Row) error { return nil }))
			require.Len(t, told, c.calls)
			for i, p := range told {
				assert.Equal(t, fmt.Sprintf("%s %s %d", name, c.sheet, 10_000*(i+1)), fmt.Sprintf("%s %s %d", p.File, p.Sheet, p.Rows))
			}
			assert.InDelta(t, c.last, told[len(told)-1].Fraction, 0.01)
		})
	}
}
