package sheet

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

// seedCells are cells in every form.
const seedCells = `<row r="1" hidden="1"><c r="B1" t="s"><v>1</v></c><c s="2"><v>42064.5</v></c><c t="inlineStr"><is><t>a &amp; b</t></is></c><c t="inlineStr"><is><t>ab</t></is></c><c t="e"><v>#N/A</v></c></row><row><c t="b"><f>A1</f><v>1</v></c><c><f>A1</f></c><c r="A2" s="x"><v>1.50</v></c></row>`

// addTraps adds the workbooks of testdata/workbook with one of the endings as
// seeds.
func addTraps(f *testing.F, endings ...string) {
	f.Helper()
	for _, ending := range endings {
		paths, err := filepath.Glob(filepath.Join(trapDir, "*"+ending))
		require.NoError(f, err)
		for _, path := range paths {
			data, err := os.ReadFile(path)
			require.NoError(f, err)
			f.Add(data)
		}
	}
}

// Whatever the bytes: no panic, problems of one line, and rows and cells in
// order. The checksums of a zip keep mutations out of the XML, so the same
// bytes are tried as a sheet, as the texts and as the styles too.
func FuzzOpen(f *testing.F) {
	addTraps(f, ".xlsx", ".xls")
	f.Add(workbookOf(f, seedCells))
	f.Add([]byte(`<worksheet><sheetData>` + seedCells + `</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`))
	f.Add([]byte(sharedTexts))
	f.Add([]byte(styles))
	written, err := workbookBytes("a.xlsx", Properties{}, []Sheet{{Name: "Svar", Rows: [][]any{{"a", 1, true}}}})
	require.NoError(f, err)
	f.Add(written)
	f.Fuzz(func(t *testing.T, data []byte) {
		check(t, data)
		for _, part := range []string{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"} {
			parts := map[string]string{
				"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` + seedCells + `</sheetData></worksheet>`,
				"xl/sharedStrings.xml":     sharedTexts, "xl/styles.xml": styles,
			}
			parts[part] = string(data)
			check(t, packStored(t, "xl/_rels/workbook.xml.rels", bookRelations, "xl/workbook.xml", book,
				"xl/styles.xml", parts["xl/styles.xml"], "xl/sharedStrings.xml", parts["xl/sharedStrings.xml"],
				"xl/worksheets/sheet1.xml", parts["xl/worksheets/sheet1.xml"]))
		}
		quick, quickErr := sheetText(data, false)
		slow, slowErr := sheetText(data, true)
		require.Equal(t, slow, quick)
		require.Equal(t, slowErr, quickErr)
	})
}

// sheetText reads a sheet part with and without the shorter road.
func sheetText(data []byte, slow bool) (string, string) {
	var b strings.Builder
	r := sheetReader{slow: slow, formats: []display{asNumber, asDate, asTime}, shared: []string{"Ja", "Nej"}}
	r.gather = gatherer{hold: true, clash: func(row, column int) { r.report(row, column, "clash") }, emit: func(row Row) error {
		fmt.Fprintf(&b, "%+v\n", row)
		return nil
	}}
	m, err := newMarkup(bytes.NewReader(data))
	if err == nil {
		err = r.read(m)
	}
	if err == nil {
		err = r.gather.finish()
	}
	return b.String(), fmt.Sprint(err, r.problems)
}

// check opens data and reads all of it.
func check(t *testing.T, data []byte) {
	w, err := openBytes("fuzz", data)
	if err != nil {
		require.ErrorAs(t, err, new(survey.Problem))
		require.NotContains(t, err.Error(), "\n")
		return
	}
	w.Dialect()
	if w.Kind() == "delimited text" {
		requireSameRows(t, w)
	}
	for _, name := range append(w.Sheets(), w.HiddenSheets()...) {
		last := 0
		err := w.Each(name, func(r Row) error {
			if r.Number <= last || len(r.Cells) == 0 {
				t.Fatal("rows do not rise", last, r.Number)
			}
			last = r.Number
			before := 0
			for _, c := range r.Cells {
				if c.Column <= before || c.Column > MaxColumns || (c.Type == Number) != (len(c.Raw) > 0) || c.Type == Number && c.Text != "" {
					t.Fatal("cells do not rise", before, c)
				}
				before = c.Column
			}
			return nil
		})
		g, readErr := w.Read(name)
		require.Equal(t, err, readErr)
		if err != nil {
			require.Nil(t, g)
			require.NotEmpty(t, err.Error())
			continue
		}
		rows, columns := 0, 0
		for _, r := range g.filled {
			for i, c := range r.columns {
				if r.cells[i] != g.Cell(r.number, int(c)+1) {
					t.Fatal("a cell is not where it is", r.number, c)
				}
				if !r.cells[i].Blank() {
					rows, columns = max(rows, r.number), max(columns, int(c)+1)
				}
			}
		}
		require.Equal(t, []int{rows, columns}, []int{g.Rows(), g.Columns()})
	}
}

// Text in any encoding: no panic, and with the encoding and the separator named
// the same text gives the same rows.
func FuzzDelimited(f *testing.F) {
	addTraps(f, ".csv", ".txt")
	for _, text := range []string{"a;b\n\"1\n2\";3\n", "sep=,\na,b\n", "\xFF\xFEa\x00;\x00b\x00", "\xC6;\"", "a\t\"b\"\"c\"d\r\n1,5\t2\r\n", "note\n\na;b;c\n1;2;3"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		check(t, data)
		w, err := openBytes("fuzz.csv", data)
		if err != nil || w.Kind() != "delimited text" {
			return
		}
		d := w.Dialect()
		if d.Separator == 0 || d.Separator == '"' {
			return
		}
		again, err := openContents("fuzz.csv", held(data), Options{Encoding: d.Encoding, Separator: d.Separator})
		require.NoError(t, err)
		first, firstErr := w.Read("")
		second, secondErr := again.Read("")
		require.Equal(t, first, second)
		require.Equal(t, firstErr, secondErr)
	})
}

// An .ods, and any bytes as its content.
func FuzzODS(f *testing.F) {
	addTraps(f, ".ods")
	f.Add([]byte(odsContentOf(seedTable)))
	f.Fuzz(func(t *testing.T, data []byte) {
		check(t, data)
		check(t, packStored(t, "content.xml", string(data)))
	})
}

// Whatever the number format, it shows a number in some way.
func FuzzNumberFormat(f *testing.F) {
	for _, code := range []string{"General", "dd-mm-åååå", "[$-406]d. mmmm yyyy;@", "[h]:mm", `#,##0\ "kr."`, "[", `"`, `\`, "0.00E+00", "tt:mm", "[$-F800]dddd\\,\\ mmmm"} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		require.LessOrEqual(t, displayOf(code), asTime)
		require.Equal(t, displayOf(code), displayOf(code+";@"), "the first section decides")
	})
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
