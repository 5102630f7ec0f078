package render

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"stikprove/report"
	"stikprove/sample/crosstab"
)

// A heading over several columns may be wider than they are by any number of
// letters; go-pretty has divided by nought for some.
func TestTextOfNarrowColumns(t *testing.T) {
	for columns := 1; columns <= 6; columns++ {
		for wide := range 40 {
			for first := 1; first <= 8; first++ {
				table := &report.Table{Of: &crosstab.Table{}, Stub: "s", Spans: []report.Span{{Text: strings.Repeat("o", wide+1), Columns: columns}, {Columns: 1}}}
				row := report.Line{Label: "r"}
				for k := range columns + 1 {
					head, cell := "h", fmt.Sprint(k)
					if k == 0 {
						head = strings.Repeat("h", first)
					}
					if k == 1 {
						cell = strings.Repeat("7", 1+first%3)
					}
					table.Heads = append(table.Heads, report.Head{Text: head})
					row.Cells = append(row.Cells, report.Printed{Text: cell})
				}
				table.Rows = []report.Line{row}
				require.NoError(t, Text(&bytes.Buffer{}, table, "da", 0), "%d columns under %d letters", columns, wide+1)
			}
		}
	}
}
