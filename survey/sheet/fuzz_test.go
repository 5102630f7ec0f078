package sheet

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

// Whatever the bytes: no panic, problems of one line, and a grid whose extent
// is that of its cells. The seeds are a workbook in every form of cell, its
// sheet part alone, and text.
func FuzzOpen(f *testing.F) {
	cells := `<row r="1"><c r="B1" t="s"><v>1</v></c><c s="2"><v>42064.5</v></c><c t="inlineStr"><is><t>a &amp; b</t></is></c><c t="e"><v>#N/A</v></c></row><row><c t="b"><f>A1</f><v>1</v></c><c><f>A1</f></c></row>`
	f.Add(workbookOf(f, cells))
	f.Add([]byte(`<worksheet><sheetData>` + cells + `</sheetData></worksheet>`))
	written, err := workbookBytes("a.xlsx", Properties{}, []Sheet{{Name: "Svar", Rows: [][]any{{"a", 1, true}}}})
	require.NoError(f, err)
	f.Add(written)
	for _, text := range []string{"a;b\n\"1\n2\";3\n", "sep=,\na,b\n", "\xFF\xFEa\x00;\x00b\x00", "\xC6;\"", string(oleSignature), "<html>"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		check(t, data)
		// The checksums of a zip keep mutations out of the XML, so the same
		// bytes are tried as a sheet part too.
		check(t, pack(t, "xl/_rels/workbook.xml.rels", bookRelations, "xl/workbook.xml", book,
			"xl/styles.xml", styles, "xl/sharedStrings.xml", sharedTexts, "xl/worksheets/sheet1.xml", string(data)))
	})
}

// check opens data and reads all of it.
func check(t *testing.T, data []byte) {
	w, err := openBytes("fuzz", data)
	if err != nil {
		assert.ErrorAs(t, err, new(survey.Problem))
		assert.NotContains(t, err.Error(), "\n")
		return
	}
	for _, name := range w.Sheets() {
		g, err := w.Read(name)
		if err != nil {
			assert.Nil(t, g)
			continue
		}
		rows, columns := 0, 0
		for _, r := range g.filled {
			require.Equal(t, len(r.columns), len(r.cells))
			for i, c := range r.columns {
				require.Equal(t, r.cells[i], g.Cell(r.number, int(c)+1))
				if !r.cells[i].blank() {
					rows, columns = max(rows, r.number), max(columns, int(c)+1)
				}
			}
		}
		assert.Equal(t, []int{rows, columns}, []int{g.Rows(), g.Columns()})
	}
}

// A workbook of the size of a survey: 92 respondents and 90 columns.
func BenchmarkRead(b *testing.B) {
	var xml, texts strings.Builder
	for row := 1; row <= 93; row++ {
		fmt.Fprintf(&xml, `<row r="%d">`, row)
		for column := 1; column <= 90; column++ {
			if column%3 == 0 {
				fmt.Fprintf(&xml, `<c r="%s" s="1" t="s"><v>%d</v></c>`, survey.CellName(row, column), row*column%200)
			} else {
				fmt.Fprintf(&xml, `<c r="%s"><v>%d</v></c>`, survey.CellName(row, column), row%4)
			}
		}
		xml.WriteString(`</row>`)
	}
	for i := range 200 {
		fmt.Fprintf(&texts, `<si><t>Svarmulighed nummer %d</t></si>`, i)
	}
	data := pack(b, "xl/_rels/workbook.xml.rels", bookRelations, "xl/workbook.xml", book, "xl/styles.xml", styles,
		"xl/sharedStrings.xml", `<sst>`+texts.String()+`</sst>`, "xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+xml.String()+`</sheetData></worksheet>`)
	b.ReportAllocs()
	for b.Loop() {
		g, err := gridOf(b, data)
		if err != nil || g.Rows() != 93 || g.Columns() != 90 {
			b.Fatal(err, g)
		}
	}
}
