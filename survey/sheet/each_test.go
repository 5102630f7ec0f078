package sheet

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

// manyRows makes a sheet that is read ahead and too large to be held. Rows run
// from 1; one of them may be put elsewhere.
func manyRows(t testing.TB, n int, misplaced int) []byte {
	t.Helper()
	return hostile(t, repeatPart{sheet1, `<worksheet><sheetData>`, func(i int) string {
		row := i + 1
		if i == misplaced {
			row = 1
		}
		return fmt.Sprintf(`<row r="%d"><c r="A%[1]d"><v>%[1]d</v></c><c r="B%[1]d" t="inlineStr"><is><t>Rygsmerter</t></is></c><c r="C%[1]d" t="inlineStr"><is><t>på</t></is></c></row>`, row)
	}, n, `</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`}, xlsxParts...)
}

// A sheet of many blocks is passed whole and in order, a number as bytes, and
// a repeated text as the same string.
func TestEachMany(t *testing.T) {
	const n = 60_000
	w, err := openBytes("a.xlsx", manyRows(t, n, -1))
	require.NoError(t, err)
	next := 1
	require.NoError(t, w.Each("Svar", func(r Row) error {
		if r.Number != next || len(r.Cells) != 3 || r.Cells[0].Number != float64(next) || string(r.Cells[0].Raw) != fmt.Sprint(next) ||
			r.Cells[0].Text != "" || r.Cells[1].Text != "Rygsmerter" || r.Cells[2].Text != "på" || r.Cells[2].Column != 3 {
			t.Fatal(next, r)
		}
		next++
		return nil
	}))
	assert.Equal(t, n+1, next)
	merged, err := w.Merged("Svar")
	require.NoError(t, err)
	assert.Equal(t, []Range{{1, 1, 1, 2}}, merged)
	allocations := testing.AllocsPerRun(1, func() { err = w.Each("Svar", func(Row) error { return nil }) })
	require.NoError(t, err)
	assert.Less(t, allocations, float64(n)/10, "no cell and no row is allocated")
}

// Rows of a large sheet are passed as they are read, so that they must rise.
func TestEachDisorder(t *testing.T) {
	w, err := openBytes("a.xlsx", manyRows(t, 60_000, 30_000))
	require.NoError(t, err)
	err = w.Each("Svar", func(Row) error { return nil })
	assert.EqualError(t, err, "a.xlsx: 'Svar'!1:1: row 1 stands behind row 30000 in the file, which is not read in a sheet of this size; open the workbook in Excel and save it")
}

// The caller's error ends reading, and nothing goes on in the background.
func TestEachStops(t *testing.T) {
	enough := errors.New("enough")
	before := runtime.NumGoroutine()
	for name, data := range map[string][]byte{
		"a.xlsx": manyRows(t, 60_000, -1),
		"b.xlsx": workbookOf(t, `<row><c><v>1</v></c></row><row><c><v>2</v></c></row>`),
		"c.ods":  odsOf(t, seedTable),
		"d.csv":  []byte("a;b\n1;2\n"),
	} {
		w, err := openBytes(name, data)
		require.NoError(t, err)
		calls := 0
		err = w.Each(w.Sheets()[0], func(Row) error { calls++; return enough })
		assert.Equal(t, enough, err, name)
		assert.Equal(t, 1, calls, name)
		err = w.Each("Regneark", func(Row) error { return nil })
		assert.ErrorAs(t, err, new(survey.Problem), name)
		_, err = w.Merged("Regneark")
		assert.ErrorAs(t, err, new(survey.Problem), name)
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			break
		}
		time.Sleep(time.Millisecond)
	}
	assert.LessOrEqual(t, runtime.NumGoroutine(), before)
}

// A large file is not held in memory, and damage far into it is said where it
// is.
func TestEachDamage(t *testing.T) {
	data := packStored(t, append(append([]string{}, xlsxParts...), sheet1,
		`<worksheet><sheetData>`+strings.Repeat(`<row><c t="inlineStr"><is><t>Rygsmerter på vej</t></is></c></row>`, 200_000)+`</sheetData></worksheet>`)...)
	require.Greater(t, len(data), maxHeld)
	path := filepath.Join(t.TempDir(), "large.xlsx")
	require.NoError(t, os.WriteFile(path, data, 0o600))
	w, err := Open(path)
	require.NoError(t, err)
	require.NotNil(t, w.contents.file)
	rows := 0
	require.NoError(t, w.Each("Svar", func(Row) error { rows++; return nil }))
	assert.Equal(t, 200_000, rows)
	require.NoError(t, w.Close())

	data[len(data)/2] ^= 0x80 // a byte of XML that is no UTF-8 any more, or another text
	require.NoError(t, os.WriteFile(path, data, 0o600))
	w, err = Open(path)
	require.NoError(t, err)
	defer w.Close()
	err = w.Each("Svar", func(Row) error { return nil })
	assert.ErrorContains(t, err, "large.xlsx: 'Svar'")
	assert.ErrorContains(t, err, "the sheet is damaged here")
}
