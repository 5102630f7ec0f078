package render

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

func sampleWorkbook(t testing.TB) []byte {
	t.Helper()
	var buf bytes.Buffer
	require.NoError(t, Workbook(&buf, sampleDocument()))
	return buf.Bytes()
}

// dump returns a workbook's cells as text: reference, value as stored and
// number format, and what its charts draw.
func dump(t *testing.T, file []byte) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	defer f.Close()
	var out bytes.Buffer
	for _, name := range f.GetSheetList() {
		fmt.Fprintf(&out, "# %s\n", name)
		rows, err := f.GetRows(name)
		require.NoError(t, err)
		for y, row := range rows {
			for x, value := range row {
				if value == "" {
					continue
				}
				cell := at(x+1, y+1)
				fmt.Fprintf(&out, "%s\t%s", cell, value)
				id, err := f.GetCellStyle(name, cell)
				require.NoError(t, err)
				if style, err := f.GetStyle(id); err == nil && style.CustomNumFmt != nil {
					fmt.Fprintf(&out, "\t%s", *style.CustomNumFmt)
				}
				fmt.Fprintln(&out)
			}
		}
	}
	parts := parcels(t, file)
	for i := 1; ; i++ {
		part, ok := parts[fmt.Sprintf("xl/charts/chart%d.xml", i)]
		if !ok {
			break
		}
		fmt.Fprintf(&out, "# chart %d\n", i)
		for _, ref := range strings.Split(part, "<c:f>")[1:] {
			fmt.Fprintln(&out, ref[:strings.Index(ref, "</c:f>")])
		}
	}
	return out.Bytes()
}

// parcels returns the parts of a zip file.
func parcels(t *testing.T, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	require.NoError(t, err)
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		b, err := io.ReadAll(r)
		require.NoError(t, err)
		parts[f.Name] = string(b)
	}
	return parts
}

func TestWorkbook(t *testing.T) {
	golden(t, "tables.xlsx.txt", dump(t, sampleWorkbook(t)))
}

func TestWorkbookSameBytes(t *testing.T) {
	assert.True(t, bytes.Equal(sampleWorkbook(t), sampleWorkbook(t)))
}

func TestWorkbookHidesWhatIsHidden(t *testing.T) {
	for name, part := range parcels(t, sampleWorkbook(t)) {
		for _, secret := range []string{"8675309", "0.8675", "86.75"} {
			assert.NotContains(t, part, secret, name)
		}
	}
}

func TestWorkbookProperties(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(sampleWorkbook(t)))
	require.NoError(t, err)
	defer f.Close()
	p, err := f.GetDocProps()
	require.NoError(t, err)
	assert.Equal(t, "Undersøgelse af § 56-aftaler", p.Title)
	assert.Equal(t, sampleDocument().Notice, p.Description)
	assert.Equal(t, "da", p.Language)
}

func TestSheetName(t *testing.T) {
	table := firmSize(12)
	table.ID = "arbejdsgiverens/lønmodtagerens-svar-på-alt"
	assert.Equal(t, "12 arbejdsgiverens-lønmodtagere", sheetName(table))
}

func BenchmarkWorkbook(b *testing.B) {
	d := longDocument()
	for b.Loop() {
		var buf bytes.Buffer
		if err := Workbook(&buf, d); err != nil {
			b.Fatal(err)
		}
	}
}
