package sheet

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"stikprove/survey"
)

// benchColumns is the columns of the sheet that is measured: an id, eleven
// codes, four answers, three numbers with decimals and a date.
const benchColumns = 20

// benchRows returns how many rows are measured, 20,000 or as the environment
// says.
func benchRows() int {
	n, err := strconv.Atoi(os.Getenv("STIKPROVE_BENCH_ROWS"))
	if err != nil {
		return 20_000
	}
	return n
}

// benchWorkbook writes a workbook as Excel would, answers among the shared
// strings, and returns its path.
func benchWorkbook(b *testing.B, rows int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "big.xlsx")
	f, err := os.Create(path)
	require.NoError(b, err)
	z := zip.NewWriter(f)
	part := func(name string, write func(w *bufio.Writer)) {
		p, err := z.Create(name)
		require.NoError(b, err)
		w := bufio.NewWriterSize(p, 1<<20)
		write(w)
		require.NoError(b, w.Flush())
	}
	part("_rels/.rels", func(w *bufio.Writer) { w.WriteString(rootRelations) })
	part("[Content_Types].xml", func(w *bufio.Writer) {
		w.WriteString(`<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`)
	})
	const ns, rel = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	part("xl/_rels/workbook.xml.rels", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%[1]s/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="%[1]s/styles" Target="styles.xml"/><Relationship Id="rId3" Type="%[1]s/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, rel)
	})
	part("xl/workbook.xml", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>`, ns, rel)
	})
	part("xl/styles.xml", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<styleSheet xmlns="%s"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`, ns)
	})
	part("xl/sharedStrings.xml", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<sst xmlns="%s">`, ns)
		for i := range rows/4 + 100 {
			fmt.Fprintf(w, `<si><t>Svar eller lidelse nummer %d</t></si>`, i)
		}
		w.WriteString(`</sst>`)
	})
	part("xl/worksheets/sheet1.xml", func(w *bufio.Writer) { benchCells(w, ns, rows) })
	require.NoError(b, z.Close())
	require.NoError(b, f.Close())
	return path
}

// benchCells writes the cells of the sheet that is measured.
func benchCells(w *bufio.Writer, ns string, rows int) {
	random := rand.New(rand.NewPCG(56, 2015))
	fmt.Fprintf(w, `<worksheet xmlns="%s"><sheetData>`, ns)
	var line []byte
	for row := 1; row <= rows; row++ {
		line = fmt.Appendf(line[:0], `<row r="%d" spans="1:%d">`, row, benchColumns)
		for column := 1; column <= benchColumns; column++ {
			line = append(append(line, `<c r="`...), survey.ColumnName(column)...)
			line = strconv.AppendInt(line, int64(row), 10)
			switch {
			case column == 1:
				line = strconv.AppendInt(append(line, `"><v>`...), int64(1_000_000+row), 10)
			case column <= 12:
				line = strconv.AppendInt(append(line, `"><v>`...), random.Int64N(7), 10)
			case column <= 15:
				line = strconv.AppendInt(append(line, `" t="s"><v>`...), random.Int64N(100), 10)
			case column == 16:
				line = strconv.AppendInt(append(line, `" t="s"><v>`...), random.Int64N(int64(rows)/4+100), 10)
			case column <= 19:
				line = strconv.AppendFloat(append(line, `"><v>`...), float64(random.Int64N(100_000))/100, 'f', -1, 64)
			default:
				line = strconv.AppendInt(append(line, `" s="1"><v>`...), 42_000+random.Int64N(700), 10)
			}
			line = append(line, `</v></c>`...)
		}
		w.Write(append(line, `</row>`...))
	}
	w.WriteString(`</sheetData></worksheet>`)
}

// The same sheet: its parts only inflated, its cells read, and its cells read
// by excelize, which is left out above 100,000 rows.
func BenchmarkSheet(b *testing.B) {
	rows := benchRows()
	path := benchWorkbook(b, rows)
	b.Run("Inflate", func(b *testing.B) {
		for b.Loop() {
			benchInflate(b, path)
		}
	})
	b.Run("Each", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w, err := Open(path)
			require.NoError(b, err)
			var sums [benchColumns + 1]float64
			var letters, seen int
			require.NoError(b, w.Each("Svar", func(r Row) error {
				seen++
				for i := range r.Cells {
					c := &r.Cells[i]
					sums[c.Column] += c.Number
					letters += len(c.Text)
				}
				return nil
			}))
			require.NoError(b, w.Close())
			require.Equal(b, rows, seen)
		}
	})
	b.Run("ExcelizeRows", func(b *testing.B) {
		if rows > 100_000 {
			b.Skip("minutes")
		}
		for b.Loop() {
			benchExcelize(b, path, rows)
		}
	})
}

// benchInflate inflates the parts and throws the bytes away.
func benchInflate(b *testing.B, path string) {
	z, err := zip.OpenReader(path)
	require.NoError(b, err)
	defer z.Close()
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(b, err)
		_, err = io.Copy(io.Discard, r)
		require.NoError(b, err)
		r.Close()
	}
}

// benchExcelize reads the cells with excelize.
func benchExcelize(b *testing.B, path string, rows int) {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	require.NoError(b, err)
	defer f.Close()
	r, err := f.Rows("Svar")
	require.NoError(b, err)
	defer r.Close()
	letters, seen := 0, 0
	for r.Next() {
		cells, err := r.Columns()
		require.NoError(b, err)
		for _, c := range cells {
			letters += len(c)
		}
		seen++
	}
	require.NoError(b, r.Error())
	require.Equal(b, rows, seen)
}
