package sheet

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

// Each way a workbook can store a cell. A1 is read.
func TestCellTypes(t *testing.T) {
	for name, c := range map[string]struct {
		xml  string
		want Cell
	}{
		"shared":             {`<c r="A1" t="s"><v>0</v></c>`, Cell{Type: Text, Text: "Ja"}},
		"rich text joined":   {`<c r="A1" t="s"><v>1</v></c>`, Cell{Type: Text, Text: "Ryg og nakke"}},
		"phonetic skipped":   {`<c r="A1" t="s"><v>2</v></c>`, Cell{Type: Text, Text: "東京"}},
		"empty text":         {`<c r="A1" t="s"><v>3</v></c>`, Cell{}},
		"escapes":            {`<c r="A1" t="s"><v>4</v></c>`, Cell{Type: Text, Text: "a\rb & _x000D_"}},
		"inline":             {`<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c>`, Cell{Type: Text, Text: "a b"}},
		"cdata":              {`<c r="A1" t="inlineStr"><is><t><![CDATA[<a> & ]]>b</t></is></c>`, Cell{Type: Text, Text: "<a> & b"}},
		"line ends":          {"<c r=\"A1\" t=\"inlineStr\"><is><t>a\r\nb&#10;c</t></is></c>", Cell{Type: Text, Text: "a\nb\nc"}},
		"leading nought":     {`<c r="A1" t="str"><v>007</v></c>`, Cell{Type: Text, Text: "007"}},
		"number as stored":   {`<c r="A1"><v>0.30000000000000004</v></c>`, Cell{Type: Number, Text: "0.30000000000000004", Number: 0.30000000000000004}},
		"number of a style":  {`<c r="A1" s="3"><v>42064</v></c>`, Cell{Type: Number, Text: "42064", Number: 42064}},
		"style not in list":  {`<c r="A1" s="99"><v>7</v></c>`, Cell{Type: Number, Text: "7", Number: 7}},
		"empty style":        {`<c r="A1" s=""><v>7</v></c>`, Cell{Type: Number, Text: "7", Number: 7}},
		"style no number":    {`<c r="A1" s="x"><v>7</v></c>`, Cell{Type: Number, Text: "7", Number: 7}},
		"date, builtin":      {`<c r="A1" s="1"><v>42064</v></c>`, Cell{Type: Date, Text: "2015-03-01", Number: 16495}},
		"date, custom":       {`<c r="A1" s="2"><v>42064.5</v></c>`, Cell{Type: Date, Text: "2015-03-01T12:00:00", Number: 16495.5}},
		"time of day":        {`<c r="A1" s="4"><v>0.75</v></c>`, Cell{Type: Date, Text: "18:00:00", Number: 0.75}},
		"date before March":  {`<c r="A1" s="1"><v>1</v></c>`, Cell{Type: Date, Text: "1900-01-01", Number: -25567}},
		"day that never was": {`<c r="A1" s="1"><v>60</v></c>`, Cell{Type: Date, Text: "1900-02-29", Number: -25509}},
		"no date":            {`<c r="A1" s="1"><v>-1</v></c>`, Cell{Type: Number, Text: "-1", Number: -1}},
		"date as text":       {`<c r="A1" t="d"><v>2015-03-01</v></c>`, Cell{Type: Date, Text: "2015-03-01", Number: 16495}},
		"true":               {`<c r="A1" t="b"><v>1</v></c>`, Cell{Type: Bool, Text: "TRUE", Number: 1}},
		"false":              {`<c r="A1" t="b"><v>false</v></c>`, Cell{Type: Bool, Text: "FALSE"}},
		"error":              {`<c r="A1" t="e"><v>#N/A</v></c>`, Cell{Type: Error, Text: "#N/A"}},
		"formula":            {`<c r="A1"><f>B1+1</f><v>3</v></c>`, Cell{Type: Number, Text: "3", Number: 3, Formula: true}},
		"formula, no value":  {`<c r="A1"><f>B1+1</f></c>`, Cell{Formula: true, Uncached: true}},
		"formula, blank v":   {`<c r="A1"><f>B1+1</f><v/></c>`, Cell{Formula: true, Uncached: true}},
		"formula, no text":   {`<c r="A1" t="str"><f>B1</f><v></v></c>`, Cell{Formula: true}},
		"formula, shared":    {`<c r="A1" t="b"><f t="shared" si="0"/><v>1</v></c>`, Cell{Type: Bool, Text: "TRUE", Number: 1, Formula: true}},
		"formula, error":     {`<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`, Cell{Type: Error, Text: "#DIV/0!", Formula: true}},
		"styled, empty":      {`<c r="A1" s="1"/>`, Cell{}},
		"comment within":     {`<c r="A1"><!-- > --><v>1<!-- x -->2</v></c>`, Cell{Type: Number, Text: "12", Number: 12}},
		"quoted >":           {`<c r="A1" cm='>'><v>1</v></c>`, Cell{Type: Number, Text: "1", Number: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			g, err := gridOf(t, workbookOf(t, `<row r="1">`+c.xml+`</row>`))
			require.NoError(t, err)
			assert.Equal(t, c.want, g.Cell(1, 1))
		})
	}
}

func TestDates1904(t *testing.T) {
	data := pack(t, "xl/_rels/workbook.xml.rels", bookRelations, "xl/styles.xml", styles,
		"xl/workbook.xml", strings.Replace(book, "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1),
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData><row><c s="1"><v>40602</v></c><c s="1"><v>0</v></c></row></sheetData></worksheet>`)
	g, err := gridOf(t, data)
	require.NoError(t, err)
	assert.Equal(t, Cell{Type: Date, Text: "2015-03-01", Number: 16495}, g.Cell(1, 1))
	assert.Equal(t, "1904-01-01", g.Cell(1, 2).Text)
}

func TestNumberFormats(t *testing.T) {
	for code, want := range map[string]display{
		"General": asNumber, "0.00": asNumber, "0.00E+00": asNumber, "@": asNumber, `#,##0\ "kr."`: asNumber,
		`"Day" 0`: asNumber, `\d0`: asNumber, "[Red]0": asNumber, "[h]:mm": asNumber, "[$-406]0.0": asNumber, "": asNumber,
		"0.0_d": asNumber, "#,##0;[Red]-d": asNumber,
		"yyyy-mm-dd": asDate, "mmm-yy": asDate, "dd-mm-åååå": asDate, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy": asDate, "mmmm": asDate,
		"yyyy\\-mm\\-dd hh:mm:ss.000": asDate, "[$-406]d. mmmm yyyy;@": asDate, "m/d/yy h:mm": asDate,
		"h:mm": asTime, "hh:mm:ss": asTime, "mm:ss.0": asTime, "tt:mm": asTime, "åååå": asDate, "TT.MM.JJJJ": asDate, "Standard": asNumber, "Y[h0": asDate, "h:mm AM/PM": asTime, `"`: asNumber, `\`: asNumber, "[": asNumber,
	} {
		assert.Equal(t, want, displayOf(code), code)
	}
}

// Addresses that are missing, out of order or on other rows.
func TestCellAddresses(t *testing.T) {
	g, err := gridOf(t, workbookOf(t, `<row r="3"><c r="C3"><v>33</v></c><c r="A3"><v>31</v></c><c><v>32</v></c></row>`+
		`<row><c><v>41</v></c></row><row r="1"><c r="XFD1"><v>1</v></c></row><row r="3"><c r="D3"><v>34</v></c></row><row r="9"><c r="A9" t="s"><v>3</v></c></row>`))
	require.NoError(t, err)
	assert.Equal(t, 4, g.Rows())
	assert.Equal(t, 16384, g.Columns())
	for at, want := range map[[2]int]float64{{3, 1}: 31, {3, 2}: 32, {3, 3}: 33, {3, 4}: 34, {4, 1}: 41, {1, 16384}: 1, {2, 1}: 0, {3, 5}: 0} {
		assert.Equal(t, want, g.Cell(at[0], at[1]).Number, at)
	}
}

func TestReadProblems(t *testing.T) {
	for name, c := range map[string]struct{ xml, want string }{
		"bad character":    {"<row r=\"7\"><c t=\"str\"><v>a\x01</v></c></row>", "survey.xlsx: 'Svar'!7:7: the sheet is damaged here: a character XML does not allow; copy or export the workbook again"},
		"not UTF-8":        {"<row r=\"7\"><c t=\"str\"><v>\xF8</v></c></row>", "a character XML does not allow"},
		"crossed tags":     {`<row r="7"><c><v>1</c></v></row>`, "'Svar'!7:7: the sheet is damaged here: <v> is closed by </c>"},
		"bare ampersand":   {`<row r="7"><c t="str"><v>a & b</v></c></row>`, "& without a reference"},
		"unknown entity":   {`<row r="7"><c t="str"><v>&oslash;</v></c></row>`, "unknown reference"},
		"shared string":    {`<row><c t="s"><v>5</v></c></row>`, "survey.xlsx: 'Svar'!A1: the cell refers to a text that the workbook does not have"},
		"negative string":  {`<row><c t="s"><v>-1</v></c></row>`, "refers to a text"},
		"no string":        {`<row><c t="s"><v>abc</v></c></row>`, "refers to a text"},
		"no number":        {`<row><c><v>0x10</v></c></row>`, "stored as a number and holds none"},
		"infinite":         {`<row><c><v>1e999</v></c></row>`, "stored as a number and holds none"},
		"no boolean":       {`<row><c t="b"><v>2</v></c></row>`, "stored as TRUE or FALSE and holds neither"},
		"no date":          {`<row><c t="d"><v>i går</v></c></row>`, "stored as a date and holds none"},
		"unknown type":     {`<row><c t="z"><v>1</v></c></row>`, "a type that Excel does not have"},
		"twice":            {`<row><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>`, "'Svar'!B1: two cells of the file have this address"},
		"twice, two rows":  {`<row r="1"><c r="B1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>`, "'Svar'!B1: two cells"},
		"row 0":            {`<row r="0"/>`, "a row is numbered 0"},
		"row too far":      {`<row r="1048577"/>`, "a row is numbered 1048577"},
		"column too far":   {`<row><c r="XFE1"/></row>`, "a cell has the address"},
		"address":          {`<row><c r="1A"/></row>`, "a cell has the address"},
		"too many columns": {`<row r="2">` + strings.Repeat("<c/>", 16385) + `</row>`, "'Svar'!2:2: the sheet is damaged here: a row has more cells"},
	} {
		t.Run(name, func(t *testing.T) {
			g, err := gridOf(t, workbookOf(t, c.xml))
			assert.Nil(t, g)
			assert.ErrorContains(t, err, c.want)
			assert.ErrorAs(t, err, new(survey.Problem))
		})
	}
	_, err := gridOf(t, workbookOf(t, `<row><c t="s"><v>9</v></c><c t="s"><v>9</v></c></row>`))
	var ps survey.Problems
	require.ErrorAs(t, err, &ps)
	assert.Len(t, ps, 2, "every cell is reported")
}

// A part that breaks off gives a problem at every byte, never fewer rows.
func TestReadBrokenOff(t *testing.T) {
	whole := `<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData></worksheet>`
	for i := range len(whole) {
		data := pack(t, "xl/_rels/workbook.xml.rels", bookRelations, "xl/workbook.xml", book, "xl/worksheets/sheet1.xml", whole[:i])
		_, err := gridOf(t, data)
		require.ErrorContains(t, err, "survey.xlsx: 'Svar'", "after %d bytes", i)
	}
	data := workbookOf(t, `<row><c><v>1</v></c></row>`)
	for i := len(zipSignature); i < len(data); i++ {
		w, err := openBytes("survey.xlsx", data[:i])
		require.Error(t, err)
		require.Nil(t, w)
	}
}

func TestReadUTF16Part(t *testing.T) {
	text := `<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="inlineStr"><is><t>Ærø</t></is></c></row></sheetData></worksheet>`
	data := pack(t, "xl/_rels/workbook.xml.rels", bookRelations, "xl/workbook.xml", book, "xl/worksheets/sheet1.xml", "\xFF\xFE"+string(utf16le(text)))
	g, err := gridOf(t, data)
	require.NoError(t, err)
	assert.Equal(t, "Ærø", g.Cell(1, 1).Text)
}
