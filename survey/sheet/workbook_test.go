package sheet

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

// pack makes a zip of parts: names and contents in turn.
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		p, err := w.Create(parts[i])
		require.NoError(t, err)
		_, err = p.Write([]byte(parts[i+1]))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

const (
	rootRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookRelations = `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`
	book          = `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns:r="http://r"><sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>`
	styles        = `<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\-mm\-yyyy"/><numFmt numFmtId="165" formatCode="#,##0\ &quot;dage&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs><dxfs><dxf><numFmt numFmtId="165" formatCode="yyyy"/></dxf></dxfs></styleSheet>`
	sharedTexts   = `<sst><si><t>Ja</t></si><si><r><t>Ryg</t></r><r><rPr><b/></rPr><t xml:space="preserve"> og nakke</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t/></si><si><t>a_x000D_b &amp; _x005F_x000D_</t></si></sst>`
)

// openBytes opens a file of the given bytes.
func openBytes(file string, data []byte) (*Workbook, error) {
	return openContents(file, held(data), Options{})
}

// workbookOf makes a workbook of one sheet, Svar, with the given sheetData.
func workbookOf(t testing.TB, sheetData string) []byte {
	t.Helper()
	return pack(t, "_rels/.rels", rootRelations, "xl/_rels/workbook.xml.rels", bookRelations, "xl/workbook.xml", book,
		"xl/styles.xml", styles, "xl/sharedStrings.xml", sharedTexts,
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+sheetData+`</sheetData></worksheet>`)
}

// gridOf reads the sheet that workbookOf makes.
func gridOf(t testing.TB, data []byte) (*Grid, error) {
	t.Helper()
	w, err := openBytes("survey.xlsx", data)
	require.NoError(t, err)
	return w.Read("Svar")
}

func TestOpenRefuses(t *testing.T) {
	ole := string(oleSignature) + strings.Repeat("\x00", 600)
	for name, c := range map[string]struct{ data, want string }{
		"empty":         {"", "the file is empty"},
		"blank":         {"\xEF\xBB\xBF\r\n\r\n", "the file is empty"},
		"xls":           {ole + string(utf16le("Workbook")), "old .xls format; open it in Excel and save it as .xlsx"},
		"password":      {ole + string(utf16le("EncryptedPackage")), "put it in the environment variable STIKPROVE_PASSWORD, or remove it in Excel"},
		"html":          {"\r\n<HTML><body><table><tr><td>1</td></tr></table>", "this is a web page, whatever its name says"},
		"xml 2003":      {`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, "XML format of Excel 2003"},
		"pdf":           {"%PDF-1.7", "this is a PDF document"},
		"spss":          {"$FL2@(#) SPSS DATA FILE", "this is an SPSS file; export the data"},
		"cut short":     {"PK\x03\x04 and no more", "the workbook is damaged or cut short; copy or export it again"},
		"odt":           {string(pack(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<a/>")), "an OpenDocument file, but no spreadsheet"},
		"ods, password": {string(pack(t, "META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>", "content.xml", "\x01")), "protected by a password; open it in LibreOffice"},
		"xlsb":          {string(pack(t, "xl/workbook.bin", "")), "binary workbook (.xlsb)"},
		"docx":          {string(pack(t, "word/document.xml", "<a/>")), "this is a Word document"},
		"other zip":     {string(pack(t, "data.csv", "a;b")), "zip archive without a workbook"},
		"binary":        {"a;b\n\x00\x01\x02", "neither a workbook (.xlsx, .ods) nor text"},
		"no sheets":     {string(pack(t, "xl/workbook.xml", "<workbook/>", "xl/_rels/workbook.xml.rels", "<Relationships/>")), "the workbook has no worksheets"},
		"broken list":   {string(pack(t, "xl/workbook.xml", "<workbook><sheets>", "xl/_rels/workbook.xml.rels", "<Relationships/>")), "the list of sheets is damaged: the part breaks off inside <sheets>"},
		"document type": {string(pack(t, "xl/workbook.xml", `<!DOCTYPE a [<!ENTITY b "c">]><workbook/>`, "xl/_rels/workbook.xml.rels", "<Relationships/>")), "a document type"},
	} {
		t.Run(name, func(t *testing.T) {
			w, err := openBytes("survey.xlsx", []byte(c.data))
			require.Nil(t, w)
			var p survey.Problem
			require.ErrorAs(t, err, &p)
			assert.Contains(t, err.Error(), c.want)
			assert.Equal(t, "survey.xlsx", p.File)
			assert.NotContains(t, err.Error(), "\n")
		})
	}
}

func TestOpenPath(t *testing.T) {
	dir := t.TempDir()
	_, err := Open(filepath.Join(dir, "none.xlsx"))
	assert.EqualError(t, err, "none.xlsx: no such file")
	_, err = Open(dir)
	assert.ErrorContains(t, err, ": this is a folder")
	// A name proves nothing: text called .xlsx is read as text.
	path := filepath.Join(dir, "text.xlsx")
	require.NoError(t, os.WriteFile(path, []byte("a;b\n1;2\n"), 0o600))
	w, err := Open(path)
	require.NoError(t, err)
	assert.Equal(t, []string{""}, w.Sheets())
	_, err = w.Read("Svar")
	assert.EqualError(t, err, `text.xlsx: no sheet "Svar"; the file is delimited text and has no sheets`)
}

// A zip may claim little and unpack to much, or claim much: both are refused
// before memory is used.
func TestOpenBomb(t *testing.T) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	_, err := w.CreateRaw(&zip.FileHeader{Name: "xl/workbook.xml", Method: zip.Deflate, UncompressedSize64: 5 << 30})
	require.NoError(t, err)
	require.NoError(t, w.Close())
	_, err = openBytes("bomb.xlsx", out.Bytes())
	assert.EqualError(t, err, "bomb.xlsx: the workbook unpacks to more than 4096 MB, which is not read")
}

func TestSheetsHidden(t *testing.T) {
	data := pack(t, "xl/_rels/workbook.xml.rels",
		`<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/one.xml"/><Relationship Id="b" Type="x/worksheet" Target="\xl\Worksheets\Two.xml"/><Relationship Id="c" Type="x/chartsheet" Target="c.xml"/></Relationships>`,
		"xl/workbook.xml", `<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="_56F9" state="veryHidden" q:id="a"/><x:sheet name="Tom &amp; Æ" q:id="b"/><x:sheet name="Diagram" q:id="c"/></x:sheets></x:workbook>`,
		"xl/worksheets/one.xml", `<worksheet/>`,
		"xl/worksheets/two.xml", `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>her</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`)
	w, err := openBytes("a.xlsx", data)
	require.NoError(t, err)
	assert.Equal(t, []string{"Tom & Æ"}, w.Sheets())
	assert.True(t, w.Has("_56F9"))
	assert.False(t, w.Has("Diagram"))
	g, err := w.Read("Tom & Æ")
	require.NoError(t, err)
	assert.Equal(t, "her", g.Cell(1, 1).Text)
	assert.Equal(t, "Tom & Æ", g.Sheet())
	_, err = w.Read("Svar")
	assert.EqualError(t, err, `a.xlsx: no sheet "Svar"; the workbook has "Tom & Æ"`)
}
