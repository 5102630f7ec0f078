package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// repeatPart is a part written as a head, a body again and again, and a tail,
// without being held.
type repeatPart struct {
	name, head string
	body       func(i int) string
	times      int
	tail       string
}

// same returns a body that is always s.
func same(s string) func(int) string { return func(int) string { return s } }

// hostile makes a workbook of the usual parts and one that is repeated.
func hostile(t testing.TB, p repeatPart, others ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for i := 0; i < len(others); i += 2 {
		w, err := z.Create(others[i])
		require.NoError(t, err)
		_, err = io.WriteString(w, others[i+1])
		require.NoError(t, err)
	}
	w, err := z.Create(p.name)
	require.NoError(t, err)
	_, err = io.WriteString(w, p.head)
	require.NoError(t, err)
	var block strings.Builder
	for i := range p.times {
		block.WriteString(p.body(i))
		if block.Len() > 1<<16 || i == p.times-1 {
			_, err = io.WriteString(w, block.String())
			require.NoError(t, err)
			block.Reset()
		}
	}
	_, err = io.WriteString(w, p.tail)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return out.Bytes()
}

// xlsxParts are the parts of a workbook without its sheet, texts and styles.
var xlsxParts = []string{"_rels/.rels", rootRelations, "xl/_rels/workbook.xml.rels", bookRelations, "xl/workbook.xml", book}

// tiny is a sheet of one cell.
const tiny = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`

// readHostile opens a file and reads all of it, counting cells.
func readHostile(data []byte) (cells int, err error) {
	w, err := openBytes("hostile.xlsx", data)
	if err != nil {
		return 0, err
	}
	for _, name := range w.Sheets() {
		if err := w.Each(name, func(r Row) error { cells += len(r.Cells); return nil }); err != nil {
			return cells, err
		}
	}
	return cells, nil
}

// sheet1 is the part of the sheet.
const sheet1 = "xl/worksheets/sheet1.xml"

// Each of these ends in an error or a result in under a second and 300 MB.
func TestHostileRefused(t *testing.T) {
	styled := append(xlsxParts, sheet1, tiny)
	for name, c := range map[string]struct {
		part   repeatPart
		others []string
		want   string
	}{
		"bomb in a sheet":            {repeatPart{sheet1, `<worksheet>`, same(strings.Repeat(" ", 1<<16)), 1200, `</worksheet>`}, xlsxParts, "times its size, as no real one does"},
		"bomb in a text":             {repeatPart{"xl/sharedStrings.xml", `<sst><si><t>`, same(strings.Repeat("x", 1<<16)), 500, `</t></si></sst>`}, styled, "the workbook's texts are damaged: a tag or text of more than 8388608 bytes"},
		"deep elements":              {repeatPart{sheet1, `<worksheet>`, same(`<a>`), 100_000, ``}, xlsxParts, "nested more than 1,000 deep"},
		"too many merged ranges":     {repeatPart{sheet1, `<worksheet><sheetData/><mergeCells>`, func(i int) string { return fmt.Sprintf(`<mergeCell ref="A%d:B%[1]d"/>`, i+1) }, 150_000, `</mergeCells></worksheet>`}, xlsxParts, "'Svar': the sheet is damaged here: it has more than 100,000 merged ranges"},
		"too many styles":            {repeatPart{"xl/styles.xml", `<styleSheet><cellXfs>`, same(`<xf numFmtId="14"/>`), 150_000, `</cellXfs></styleSheet>`}, styled, "it has more styles than Excel takes"},
		"too many formats":           {repeatPart{"xl/styles.xml", `<styleSheet><numFmts>`, func(i int) string { return fmt.Sprintf(`<numFmt numFmtId="%d" formatCode="0"/>`, i) }, 150_000, `</numFmts></styleSheet>`}, styled, "it has more styles than Excel takes"},
		"tag without an end":         {repeatPart{sheet1, `<worksheet><sheetData><row `, same(`a="b" `), 1_500_000, ``}, xlsxParts, "a tag or text of more than 8388608 bytes"},
		"100,000 bad cells":          {repeatPart{sheet1, `<worksheet><sheetData>`, same(`<row><c t="s"><v>9</v></c></row>`), 100_000, `</sheetData></worksheet>`}, xlsxParts, "further cells that cannot be read are not listed"},
		"row of 100,000 cells":       {repeatPart{sheet1, `<worksheet><sheetData><row>`, same(`<c><v>1</v></c>`), 100_000, `</row></sheetData></worksheet>`}, xlsxParts, "a row has more cells than a sheet has columns"},
		"one cell 100,000 times":     {repeatPart{sheet1, `<worksheet><sheetData><row>`, same(`<c r="A1"><v>1</v></c>`), 100_000, `</row></sheetData></worksheet>`}, xlsxParts, "two cells of the file have this address"},
		"too many sheets":            {repeatPart{"xl/workbook.xml", `<workbook xmlns:r="r"><sheets>`, func(i int) string { return fmt.Sprintf(`<sheet name="%d" state="hidden" r:id="rId1"/>`, i) }, 20_000, `</sheets></workbook>`}, []string{"xl/_rels/workbook.xml.rels", bookRelations, sheet1, tiny}, "the list of sheets is damaged: it has more than 10000 sheets"},
		"too many attributes":        {repeatPart{sheet1, `<worksheet><sheetData><row `, same(`a="b" `), 100_000, `><c><v>1</v></c></row></sheetData></worksheet>`}, xlsxParts, "a tag with more than 1000 attributes"},
		"ods, cells repeated":        {repeatPart{"content.xml", odsContentOf(`<table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000" office:value-type="float" office:value="1"/></table:table-row>`), same(""), 0, ""}, nil, "it has more than 16384 columns"},
		"ods, rows repeated":         {repeatPart{"content.xml", odsContentOf(`<table:table-row table:number-rows-repeated="1000000000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`), same(""), 0, ""}, nil, "it has more than 1048576 rows"},
		"ods, wide rows repeated":    {repeatPart{"content.xml", odsContentOf(`<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>`), same(""), 0, ""}, nil, "repeated more than 4,000,000 times"},
		"ods, blanks repeated":       {repeatPart{"content.xml", odsContentOf(`<table:table-row><table:table-cell office:value-type="string"><text:p>` + strings.Repeat(`<text:s text:c="1000000000"/>`, 1000) + `</text:p></table:table-cell></table:table-row>`), same(""), 0, ""}, nil, "a text of more than 8388608 bytes"},
		"ods, too many tables":       {repeatPart{"content.xml", `<a><spreadsheet>`, same(`<table name="a"/>`), 20_000, `</spreadsheet></a>`}, nil, "it has more than 10000 sheets"},
		"ods, too many merged cells": {repeatPart{"content.xml", `<a><spreadsheet><table name="a">`, same(`<table-row><table-cell number-columns-spanned="2"/></table-row>`), 150_000, `</table></spreadsheet></a>`}, nil, "it has more than 100,000 merged ranges"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readHostile(hostile(t, c.part, c.others...))
			assert.ErrorContains(t, err, c.want)
		})
	}
}

// These are odd and can be read.
func TestHostileRead(t *testing.T) {
	styled := append(xlsxParts, sheet1, tiny)
	for name, c := range map[string]struct {
		part   repeatPart
		others []string
		cells  int
	}{
		"A and XFD filled in 5,000 rows": {repeatPart{sheet1, `<worksheet><sheetData>`, func(i int) string {
			return fmt.Sprintf(`<row><c r="A%d"><v>1</v></c><c r="XFD%[1]d"><v>1</v></c></row>`, i+1)
		}, 5000, `</sheetData></worksheet>`}, xlsxParts, 10_000},
		"a cell in row 1,048,576":        {repeatPart{sheet1, `<worksheet><sheetData><row r="1048576"><c><v>1</v></c></row></sheetData></worksheet>`, same(""), 0, ""}, xlsxParts, 1},
		"a format of 200,000 characters": {repeatPart{"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="`, same(`[$]0;`), 40_000, `"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`}, styled, 1},
		"a format of brackets":           {repeatPart{"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="`, same(`[[`), 100_000, `"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`}, styled, 1},
		"200,000 texts of one character": {repeatPart{"xl/sharedStrings.xml", `<sst>`, same(`<si><t>x</t></si>`), 200_000, `</sst>`}, styled, 1},
		"200,000 texts of none":          {repeatPart{"xl/sharedStrings.xml", `<sst>`, same(`<si/>`), 200_000, `</sst>`}, styled, 1},
		"a text in 200,000 runs":         {repeatPart{"xl/sharedStrings.xml", `<sst><si>`, same(`<r><t>x</t></r>`), 200_000, `</si></sst>`}, styled, 1},
		"200,000 empty rows":             {repeatPart{sheet1, `<worksheet><sheetData>`, same(`<row/>`), 200_000, `</sheetData></worksheet>`}, xlsxParts, 0},
	} {
		t.Run(name, func(t *testing.T) {
			cells, err := readHostile(hostile(t, c.part, c.others...))
			require.NoError(t, err)
			assert.Equal(t, c.cells, cells)
		})
	}
}

// A zip may claim less than it unpacks to: what it claims is all that is read.
func TestHostileClaim(t *testing.T) {
	data := hostile(t, repeatPart{sheet1, `<worksheet><sheetData>`, same(`<row><c><v>1</v></c></row>`), 100_000, `</sheetData></worksheet>`}, xlsxParts...)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		raw, err := f.OpenRaw()
		require.NoError(t, err)
		header := f.FileHeader
		if f.Name == sheet1 {
			header.UncompressedSize64 = 1000
		}
		p, err := w.CreateRaw(&header)
		require.NoError(t, err)
		_, err = io.Copy(p, raw)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	_, err = readHostile(out.Bytes())
	assert.ErrorContains(t, err, "the sheet is damaged here: it is packed in a way that is not read")
}

// A zip of more parts than a workbook has is not listed.
func TestHostileParts(t *testing.T) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range 200_000 {
		_, err := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprint(i)})
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	_, err := readHostile(out.Bytes())
	assert.ErrorContains(t, err, "has more parts than any workbook has")
}

// Text in which a quote is never closed, and a row without end.
func TestHostileText(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"quote":  {"a;b\n\"" + strings.Repeat("x;y\n", 9<<20), `A2: a row of more than 32 MB; a quote " may open here`},
		"fields": {"a;b\n" + strings.Repeat(";", 1<<20), "XFD2: more than 16384 fields in a row"},
	} {
		t.Run(name, func(t *testing.T) {
			w, err := openBytes("a.csv", []byte(c.text))
			require.NoError(t, err)
			_, err = w.Read("")
			assert.ErrorContains(t, err, c.want)
		})
	}
}
