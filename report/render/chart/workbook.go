package chart

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strconv"
	"time"
)

// sheetName is the only sheet's.
const sheetName = "Data"

// at returns the address of a cell of the workbook: column 0 holds the
// categories and row 0 the series' names.
func (d *Drawn) at(column, row int) string {
	return sheetName + "!$" + columnName(column) + "$" + strconv.Itoa(row+1)
}

// span returns the address of a column under its name.
func (d *Drawn) span(column int) string {
	return d.at(column, 1) + ":$" + columnName(column) + "$" + strconv.Itoa(len(d.Categories)+1)
}

// beside returns the column of the lengths below the numbers of series i, which
// is followed by that of those above. They stand behind all series.
func (d *Drawn) beside(i int) int { return 1 + len(d.Series) + 2*i }

// columnName returns a column's letters, counted from 0.
func columnName(n int) string {
	s := ""
	for n++; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}

// Workbook returns the workbook with the chart's data: the printed percentages,
// and how far their intervals reach. A hidden cell is empty. Words are stored
// as words, whatever sign they begin with.
func (d *Drawn) Workbook() ([]byte, error) {
	sheet := &markup{}
	sheet.put(head, `<worksheet xmlns="`, bookSpace, `"><cols><col min="1" max="1" width="44" customWidth="1"/></cols><sheetData>`)
	for row := range len(d.Categories) + 1 {
		n := strconv.Itoa(row + 1)
		sheet.put(`<row r="`, n, `">`)
		text := func(column int, words string) {
			if words != "" {
				sheet.put(`<c r="`, columnName(column), n, `" t="inlineStr"><is><t xml:space="preserve">`, escape(words), "</t></is></c>")
			}
		}
		percent := func(column, value int) {
			sheet.put(`<c r="`, columnName(column), n, `" s="1"><v>`, share(value), "</v></c>")
		}
		if row > 0 {
			text(0, d.Categories[row-1])
		}
		for i, s := range d.Series {
			switch {
			case row == 0:
				text(i+1, s.Name)
			case s.Points[row-1].Shown:
				percent(i+1, s.Points[row-1].Percent)
			}
		}
		for i, s := range d.Series {
			switch {
			case !d.ranged(i):
			case row == 0:
				text(d.beside(i), s.Name+" −")
				text(d.beside(i)+1, s.Name+" +")
			case s.Points[row-1].Interval:
				p := s.Points[row-1]
				percent(d.beside(i), p.Percent-p.Low)
				percent(d.beside(i)+1, p.High-p.Percent)
			}
		}
		sheet.put("</row>")
	}
	sheet.put("</sheetData></worksheet>")
	return pack([]part{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + bookType + `sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + bookType + `worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="` + bookType + `styles+xml"/></Types>`},
		{"_rels/.rels", relations("officeDocument", "xl/workbook.xml")},
		{"xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml")},
		{"xl/styles.xml", `<styleSheet xmlns="` + bookSpace + `"><numFmts count="1"><numFmt numFmtId="164" formatCode="` + escape(d.Language.Percent) + `"/></numFmts>` +
			`<fonts count="1"><font><sz val="10"/><name val="` + face + `"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
			`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
			`<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`},
		{"xl/workbook.xml", `<workbook xmlns="` + bookSpace + `" xmlns:r="` + relationSpace + `"><sheets><sheet name="` + sheetName + `" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/worksheets/sheet1.xml", sheet.String()[len(head):]},
	})
}

// ranged reports whether series i has an interval.
func (d *Drawn) ranged(i int) bool {
	for _, p := range d.Series[i].Points {
		if p.Interval {
			return true
		}
	}
	return false
}

const (
	bookSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	bookType  = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// relations returns relations of kinds and what they lead to, by turns.
func relations(kindTarget ...string) string {
	s := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	for i := 0; i+1 < len(kindTarget); i += 2 {
		s += `<Relationship Id="rId` + strconv.Itoa(i/2+1) + `" Type="` + relationSpace + "/" + kindTarget[i] + `" Target="` + kindTarget[i+1] + `"/>`
	}
	return s + "</Relationships>"
}

type part struct{ name, content string }

// pack writes parts in their order and with one time.
func pack(parts []part) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = w.Write([]byte(head + p.content))
		}
		if err != nil {
			return nil, fmt.Errorf("write a chart's workbook: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("write a chart's workbook: %w", err)
	}
	return b.Bytes(), nil
}
