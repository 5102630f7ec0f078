package sheet

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// blocksOf returns the fields of a file as Each would pass them.
func blocksOf(w *Workbook) (rows []Row, err error) {
	err = w.Blocks(func(b *Block) error {
		for i := range b.Rows() {
			row := Row{Number: b.First + i}
			for k := range b.Width(i) {
				if field := b.Field(i, k); len(field) > 0 {
					row.Cells = append(row.Cells, Placed{Column: k + 1, Cell: textCell(string(field))})
				}
			}
			if len(row.Cells) > 0 {
				rows = append(rows, row)
			}
		}
		return nil
	})
	return rows, err
}

// requireSameRows wants the rows of Blocks to be those of Each.
func requireSameRows(t *testing.T, w *Workbook) {
	t.Helper()
	var want []Row
	wantErr := w.Each("", func(r Row) error {
		want = append(want, Row{Number: r.Number, Cells: slices.Clone(r.Cells)})
		return nil
	})
	got, err := blocksOf(w)
	require.Equal(t, wantErr, err)
	require.Equal(t, want, got)
}

func TestBlocks(t *testing.T) {
	long := strings.Repeat("1;\"a;\"\"b\"\n\";2,5\r\n;;\r\n\n3;Æ;x\"y;\r", 40_000)
	for _, text := range []string{"a;b\n", long, long + "\"", "a;b", strings.Repeat("a\n", 20_000), "a;b\n" + strings.Repeat(";", MaxColumns)} {
		w, err := openBytes("a.csv", []byte(text))
		require.NoError(t, err)
		requireSameRows(t, w)
	}
}

// A caller that has enough stops the reading.
func TestBlocksStop(t *testing.T) {
	w, err := openBytes("a.csv", []byte(strings.Repeat("a;b\n", 200_000)))
	require.NoError(t, err)
	assert.ErrorIs(t, w.Blocks(func(*Block) error { return assert.AnError }), assert.AnError)
}
