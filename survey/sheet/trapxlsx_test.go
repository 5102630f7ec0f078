package sheet

import (
	"fmt"
	"strings"
	"testing"
)

// xlsxTraps are workbooks that readers lose cells of.
func xlsxTraps(t testing.TB) []trap {
	const head = `<?xml version="1.0" encoding="UTF-8"?>`
	const tail = `</sheetData></worksheet>`
	with := func(parts ...string) []byte {
		return packStored(t, append([]string{"_rels/.rels", rootRelations, "xl/_rels/workbook.xml.rels", bookRelations}, parts...)...)
	}
	sheetOf := func(worksheet string) []byte {
		return with("xl/workbook.xml", book, "xl/styles.xml", styles, "xl/sharedStrings.xml", sharedTexts, sheet1, worksheet)
	}
	rows := func(xml string) []byte { return sheetOf(head + `<worksheet><sheetData>` + xml + tail) }
	return []trap{
		{[]int{4}, "blank-rows.xlsx", rows(`<row><c t="s"><v>0</v></c></row><row><c s="1"/><c t="s"><v>3</v></c></row><row><c><v>7</v></c></row>` + strings.Repeat(`<row><c s="1"/><c s="2"/></row>`, 59) + `<row><c t="inlineStr"><is><t> </t></is></c></row>`),
			"xlsx\n[Svar]\n1|Ja\n2|\n3|#7\n"},
		{[]int{4}, "wrong-dimension.xlsx", sheetOf(`<worksheet><dimension ref="A1"/><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>` + tail),
			"xlsx\n[Svar]\n1|#1|#2\n2|#3|\n"},
		{[]int{6}, "headers.xlsx", sheetOf(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> [Ryg]</t></is></c><c r="B1" t="inlineStr"><is><t>Andre` + "\n" + `tiltag</t></is></c></row><row r="2"><c r="B2"><v>1</v></c><c r="C2"><v>0</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="B1:C1"/></mergeCells></worksheet>`),
			"xlsx\n[Svar] merged {1 2 1 3}\n1| [Ryg]|Andre⏎tiltag|\n2||#1|#0\n"},
		{[]int{6}, "merged-headings.xlsx", sheetOf(`<worksheet><sheetData>` +
			texts(1, "Jobcenter", "Ansatte", "", "Sager", "") + `<row r="2"><c r="B2" t="inlineStr"><is><t>Mænd</t></is></c><c r="C2" t="inlineStr"><is><t>Kvinder</t></is></c><c r="D2"><v>2014</v></c><c r="E2"><v>2015</v></c></row>` +
			`<row r="3"><c r="A3" t="inlineStr"><is><t>Aarhus</t></is></c><c r="B3"><v>1</v></c><c r="C3"><v>2</v></c><c r="D3"><v>3</v></c><c r="E3"><v>4</v></c></row>` +
			`<row r="4"><c r="A4" t="inlineStr"><is><t>Odense</t></is></c><c r="B4"><v>5</v></c><c r="C4" s="1"/><c r="D4"><v>7</v></c><c r="E4"><v>8</v></c></row>` +
			`</sheetData><mergeCells count="4"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/><mergeCell ref="B4:C4"/></mergeCells></worksheet>`),
			"xlsx\n[Svar] merged {1 1 2 1} merged {1 2 1 3} merged {1 4 1 5} merged {4 2 4 3}\n1|Jobcenter|Ansatte||Sager|\n2||Mænd|Kvinder|#2014|#2015\n3|Aarhus|#1|#2|#3|#4\n4|Odense|#5||#7|#8\n"},
		{[]int{19}, "hidden-rows.xlsx", sheetOf(`<worksheet><sheetPr filterMode="1"/><sheetData>` + texts(1, "center", "svar") + texts(2, "Aarhus", "Ja") +
			strings.Replace(texts(3, "Odense", "Nej"), "<row ", `<row hidden="1" `, 1) + texts(4, "Vejle", "Ja") + `</sheetData><autoFilter ref="A1:B4"/></worksheet>`),
			"xlsx\n[Svar]\n1|center|svar\n2|Aarhus|Ja\n3 hidden|Odense|Nej\n4|Vejle|Ja\n"},
		{[]int{11}, "ids.xlsx", rows(`<row><c t="inlineStr"><is><t>007</t></is></c><c><v>12345678901234567</v></c><c t="str"><v>12345678901234567890</v></c><c t="str"><v>806-1</v></c><c><v>3.29E+09</v></c></row>`),
			"xlsx\n[Svar]\n1|007|#12345678901234567|12345678901234567890|806-1|#3.29E+09\n"},
		{[]int{12}, "numbers-as-text.xlsx", rows(`<row><c t="str"><v>1,54</v></c><c t="str"><v>ca. 30 %</v></c><c t="str"><v>&gt;10</v></c><c><v>0.30000000000000004</v></c></row>`),
			"xlsx\n[Svar]\n1|1,54|ca. 30 %|>10|#0.30000000000000004\n"},
		{[]int{13}, "dates.xlsx", with("xl/workbook.xml", book, "xl/styles.xml", dateStyles, sheet1, `<worksheet><sheetData><row><c s="1"><v>42064</v></c><c s="2"><v>42064</v></c><c s="3"><v>42064.604166666664</v></c><c s="4"><v>0.75</v></c><c s="5"><v>1.5</v></c></row><row><c s="1"><v>59</v></c><c s="1"><v>60</v></c><c s="1"><v>61</v></c><c t="d"><v>2015-03-01</v></c><c t="inlineStr"><is><t>28/04/2025 21.15.26</t></is></c></row>`+tail),
			"xlsx\n[Svar]\n1|@2015-03-01|@2015-03-01|@2015-03-01T14:30:00|@18:00:00|#1.5\n2|@1900-02-28|@1900-02-29|@1900-03-01|@2015-03-01|28/04/2025 21.15.26\n"},
		{[]int{13}, "dates-1904.xlsx", with("xl/workbook.xml", strings.Replace(book, "<sheets>", `<workbookPr date1904="true"/><sheets>`, 1), "xl/styles.xml", dateStyles, sheet1, `<worksheet><sheetData><row><c s="1"><v>40602</v></c></row>`+tail),
			"xlsx\n[Svar]\n1|@2015-03-01\n"},
		{[]int{15}, "odd-blanks.xlsx", rows("<row><c t=\"str\"><v>Ved\u00a0ikke</v></c><c t=\"str\"><v>\ufeffJa</v></c><c t=\"str\"><v>Ã¸re</v></c><c t=\"str\"><v>a  b’s</v></c></row>"),
			"xlsx\n[Svar]\n1|Ved⍽ikke|\ufeffJa|Ã¸re|a  b’s\n"},
		{[]int{16}, "formulas.xlsx", rows(`<row><c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c t="str"><f>B9</f><v></v></c><c t="str"><f t="shared" si="0" ref="D1:D2">A1</f><v>Ja</v></c></row><row><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="e"><v>#N/A</v></c><c t="str"><v>#REF!</v></c><c t="b"><f t="array" ref="D2">A1=2</f><v>1</v></c></row>`),
			"xlsx\n[Svar]\n1|=#2|=?|=|=Ja\n2|=!!#DIV/0!|!!#N/A|#REF!|=!TRUE\n"},
		{[]int{19}, "hidden.xlsx", packStored(t, "xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="Svar" r:id="rId1"/><sheet name="Lister" state="hidden" r:id="rId2"/><sheet name="_56F9" state="veryHidden" r:id="rId3"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="x/worksheet" Target="worksheets/sheet3.xml"/></Relationships>`,
			sheet1, `<worksheet><sheetPr filterMode="1"/><sheetData><row><c><v>1</v></c></row><row hidden="1"><c><v>2</v></c></row><row hidden="true"><c><v>3</v></c></row><row hidden="0"><c><v>4</v></c></row></sheetData><autoFilter ref="A1:A4"/></worksheet>`,
			"xl/worksheets/sheet2.xml", `<worksheet><sheetData><row><c><v>5</v></c></row>`+tail, "xl/worksheets/sheet3.xml", `<worksheet/>`),
			"xlsx\n[Svar]\n1|#1\n2 hidden|#2\n3 hidden|#3\n4|#4\n[Lister] hidden\n1|#5\n[_56F9] hidden\n"},
		{[]int{19}, "chart-and-macro-sheets.xlsx", packStored(t, "xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="Diagram" r:id="rId2"/><sheet name="Makro" r:id="rId3"/><sheet name="Dialog" r:id="rId4"/><sheet name="Svar" r:id="rId1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId3" Type="x/xlMacrosheet" Target="macrosheets/sheet1.xml"/><Relationship Id="rId4" Type="x/dialogsheet" Target="dialogsheets/sheet1.xml"/></Relationships>`,
			sheet1, tiny, "xl/chartsheets/sheet1.xml", `<chartsheet/>`, "xl/macrosheets/sheet1.xml", `<macrosheet/>`, "xl/dialogsheets/sheet1.xml", `<dialogsheet/>`),
			"xlsx\n[Svar]\n1|#1\n"},
		// Files that lose rows or cells in other readers without a word.
		{[]int{16}, "bad-character.xlsx", rows("<row r=\"1\"><c><v>1</v></c></row><row r=\"2\"><c t=\"str\"><v>a\x0b</v></c></row><row r=\"3\"><c><v>3</v></c></row>"),
			"bad-character.xlsx: 'Svar'!2:2: the sheet is damaged here: a character XML does not allow; copy or export the workbook again"},
		{[]int{16}, "broken-off.xlsx", sheetOf(`<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2`),
			"broken-off.xlsx: 'Svar'!2:2: the sheet is damaged here: the part breaks off inside <v>; copy or export the workbook again"},
		{[]int{16}, "shared-string-index.xlsx", rows(`<row><c t="s"><v>5</v></c><c t="s"><v>-1</v></c><c t="s"><v>abc</v></c></row>`),
			"shared-string-index.xlsx: 'Svar'!A1: the cell refers to a text that the workbook does not have\nshared-string-index.xlsx: 'Svar'!B1: the cell refers to a text that the workbook does not have\nshared-string-index.xlsx: 'Svar'!C1: the cell refers to a text that the workbook does not have"},
		{[]int{16}, "missing-sheet-part.xlsx", with("xl/workbook.xml", book), "missing-sheet-part.xlsx: 'Svar': the sheet is damaged here: the part is missing; copy or export the workbook again"},
		{[]int{18}, "empty-style.xlsx", rows(`<row><c s=""><v>7</v></c><c s="x"><v>8</v></c><c s="" t="s"><v>0</v></c><c s="-1"><v>9</v></c></row>`), "xlsx\n[Svar]\n1|#7|#8|Ja|#9\n"},
		{[]int{18}, "out-of-order.xlsx", rows(`<row r="3"><c r="C3"><v>33</v></c><c r="A3"><v>31</v></c></row><row r="1"><c r="B1"><v>12</v></c></row><row r="3" hidden="1"><c r="B3"><v>32</v></c></row>`), "xlsx\n[Svar]\n1||#12|\n2|||\n3 hidden|#31|#32|#33\n"},
		{[]int{18}, "no-addresses.xlsx", rows(`<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>`), "xlsx\n[Svar]\n1|#1|#2\n2||#3\n"},
		{[]int{18}, "rich-text.xlsx", rows(`<row><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><t><![CDATA[<a> & b]]></t></is></c><c t="s"><v>4</v></c></row>`), "xlsx\n[Svar]\n1|Ryg og nakke|東京|<a> & b|a\rb & _x000D_\n"},
		{[]int{18}, "booleans.xlsx", rows(`<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><v>true</v></c><c><v>1</v></c></row>`), "xlsx\n[Svar]\n1|!TRUE|!FALSE|!TRUE|#1\n"},
		{[]int{18}, "no-styles-no-strings.xlsx", with("xl/workbook.xml", book, sheet1, `<worksheet><sheetData><row><c s="3"><v>7</v></c><c t="inlineStr"><is><t>Ja</t></is></c></row>`+tail), "xlsx\n[Svar]\n1|#7|Ja\n"},
		{[]int{18}, "utf-16-part.xlsx", with("xl/workbook.xml", book, sheet1, "\xFF\xFE"+string(utf16le(`<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="inlineStr"><is><t>Ærø</t></is></c></row>`+tail))), "xlsx\n[Svar]\n1|Ærø\n"},
		{[]int{15}, "half-a-character.xlsx", with("xl/workbook.xml", book, sheet1, "\xFF\xFE"+string(utf16le(`<worksheet><sheetData><row><c t="inlineStr"><is><t>Ærø 😀</t></is></c></row><row><c><v>1</v></c><c t="inlineStr"><is><t>Ry`))+"\x3D\xD8"+string(utf16le(`g</t></is></c></row>`+tail))), "half-a-character.xlsx: 'Svar'!2:2: the sheet is damaged here: half a character of UTF-16, whose other half is not there; copy or export the workbook again"},
		{[]int{18}, "strict-and-prefixes.xlsx", packStored(t,
			"_rels/.rels", `<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships"><p:Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="book/main.xml"/></p:Relationships>`,
			"book/_rels/main.xml.rels", `<Relationships><Relationship Id="b" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/Sheets/ONE.xml"/></Relationships>`,
			"book/main.xml", `<s:workbook xmlns:s="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships" conformance="strict"><s:sheets><s:sheet name="Svar" sheetId="1" q:id="b"/></s:sheets></s:workbook>`,
			"sheets/one.xml", `<s:worksheet xmlns:s="http://purl.oclc.org/ooxml/spreadsheetml/main"><s:sheetData><s:row><s:c t="d"><s:v>2015-03-01T00:00:00</s:v></s:c><s:c t="inlineStr"><s:is><s:t>Ja</s:t></s:is></s:c></s:row></s:sheetData></s:worksheet>`),
			"xlsx\n[Svar]\n1|@2015-03-01|Ja\n"},
	}
}

// texts returns a row of texts from column A; "" leaves a cell out.
func texts(row int, words ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, row)
	for i, s := range words {
		if s != "" {
			fmt.Fprintf(&b, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+i, row, s)
		}
	}
	return b.String() + `</row>`
}

// dateStyles are styles that show dates: built in, as a Danish Excel spells
// them, with a time, a time alone, and elapsed hours.
const dateStyles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="åååå"/><numFmt numFmtId="165" formatCode="[$-406]dd/mm/yyyy\ hh:mm;@"/><numFmt numFmtId="166" formatCode="tt:mm"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>`
