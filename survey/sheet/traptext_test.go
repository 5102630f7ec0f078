package sheet

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// answers is a text that shows by its letters how it is encoded.
const answers = "id;lidelse\r\n007;Rygsmerter på Ærø\r\n008;Brækket hånd, øm tå\r\n"

// answersShown is what is read of it.
const answersShown = "1|id|lidelse\n2|007|Rygsmerter på Ærø\n3|008|Brækket hånd, øm tå\n"

// textTraps are files of delimited text.
func textTraps() []trap {
	in := func(e encoding.Encoding, text string) []byte {
		b, err := e.NewEncoder().Bytes([]byte(text))
		if err != nil {
			panic(err)
		}
		return b
	}
	return []trap{
		{[]int{17}, "utf-8.csv", []byte(answers), "delimited text utf-8 ';'\n" + answersShown},
		{[]int{17}, "utf-8-bom.csv", []byte(bom + answers), "delimited text utf-8 ';'\n" + answersShown},
		{[]int{17}, "utf-16le-bom.txt", in(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), answers), "delimited text utf-16le ';'\n" + answersShown},
		{[]int{17}, "utf-16be-bom.txt", in(unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM), answers), "delimited text utf-16be ';'\n" + answersShown},
		{[]int{17}, "utf-16le.txt", in(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), answers), "delimited text utf-16le ';'\n" + answersShown},
		{[]int{15, 17}, "half-a-character.txt", append(in(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), answers), "\x3D\xD8x\x00"...), "half-a-character.txt: the text is UTF-16 and has half a character in line 4; export it again"},
		{[]int{17}, "structure-without-last.csv", []byte("questionName;variableName;questionText;choiceValue;choiceText\ns_1;s_1;\"Land, by\";;\ns_2;s_2_1;\"Mål\";1;\"A, B\";\ns_2;s_2_2;\"Mål\";2;\"C\";\ns_2;s_2_3;\"Mål\";3;\"D, E\";\n"),
			"delimited text utf-8 ';'\n1|questionName|variableName|questionText|choiceValue|choiceText\n2|s_1|s_1|Land, by||\n3|s_2|s_2_1|Mål|1|A, B\n4|s_2|s_2_2|Mål|2|C\n5|s_2|s_2_3|Mål|3|D, E\n"},
		{[]int{17}, "windows-1252.csv", in(charmap.Windows1252, answers), "delimited text windows-1252 ';'\n" + answersShown},
		{[]int{17}, "windows-1252-trademark.csv", in(charmap.Windows1252, "id;medicin\r\n1;Lyrica® – fast\r\n2;Panodil®\r\n"), "delimited text windows-1252 ';'\n1|id|medicin\n2|1|Lyrica® – fast\n3|2|Panodil®\n"},
		{[]int{17}, "mac-roman.csv", in(charmap.Macintosh, answers), "delimited text macintosh ';'\n" + answersShown},
		{[]int{15, 17}, "mac-roman-blank.csv", in(charmap.Macintosh, "id,text\rA,Don’t know\u00a0\rB,no\u00a0\r"), "delimited text macintosh ','\n1|id|text\n2|A|Don’t know⍽\n3|B|no⍽\n"},
		{[]int{17}, "mac-roman-one-letter.csv", in(charmap.Macintosh, "id;by\r1;æ\r"), "delimited text macintosh ';'\n1|id|by\n2|1|æ\n"},
		{[]int{17}, "not-quite-utf-8.csv", []byte("id;lidelse\n1;Ærø\n2;på\n3;blå\n4;tåspids, ømhed, hårdhed, rød, grøn\n5;br\xF8d\n"), "not-quite-utf-8.csv: the text is UTF-8 but for bytes such as one in line 6; export it again, or name its encoding in the study"},
		{[]int{17}, "sep-line.csv", []byte("sep=|\r\na|b;c\r\n1|2\r\n"), "delimited text utf-8 '|'\n1|a|b;c\n2|1|2\n"},
		{[]int{17}, "tab.txt", []byte("a\tb\n1;2\t3,4\n"), "delimited text utf-8 '\\t' decimal comma in [2]\n1|a|b\n2|1;2|3,4\n"},
		{[]int{6, 17}, "quoted-lines.csv", []byte("id;\"Andre\ntiltag\"\n1;\"x;\"\"y\"\"\nz\"\n2;Jensen \"Jens\"\n"), "delimited text utf-8 ';'\n1|id|Andre⏎tiltag\n2|1|x;\"y\"⏎z\n3|2|Jensen \"Jens\"\n"},
		{[]int{17}, "ragged.csv", []byte("a;b;c\n1\n1;2;3;4\n1;2;3\n"), "delimited text utf-8 ';'\n1|a|b|c|\n2|1|||\n3|1|2|3|4\n4|1|2|3|\n"},
		{[]int{5, 17}, "notes-above.csv", []byte("Udtræk, 2015, alle svar\nLavet af Jensen, Aarhus\n\nid;lidelse;branche\n1;Ryg, nakke;2\n2;Stress;3\n"), "delimited text utf-8 ';'\n1|Udtræk, 2015, alle svar||\n2|Lavet af Jensen, Aarhus||\n3|||\n4|id|lidelse|branche\n5|1|Ryg, nakke|2\n6|2|Stress|3\n"},
		{[]int{17}, "never-closed.csv", []byte("a;b\n1;2\n3;\"never\n"), `never-closed.csv: B3: a quote " opens here and is never closed`},
		{[]int{4}, "rows-of-commas.csv", []byte("a,b,c\n1,2,3\n,,\n,,\n\n"), "delimited text utf-8 ','\n1|a|b|c\n2|1|2|3\n"},
		{[]int{11}, "ids.csv", []byte("id;nr\n007;12345678901234567890\n0099;3,29E+09\n"), "delimited text utf-8 ';'\n1|id|nr\n2|007|12345678901234567890\n3|0099|3,29E+09\n"},
		{[]int{12}, "decimal-comma.csv", []byte("id,dage,vægt,andel,kode\n1,\"1,5\",1.5,ca. 30 %,\"1,234\"\n2,Ved ikke,2.5,\"12,5\",\"2,000\"\n3,\"1.234,25\",3,1,3\n"), "delimited text utf-8 ',' decimal comma in [2 5]\n1|id|dage|vægt|andel|kode\n2|1|1,5|1.5|ca. 30 %|1,234\n3|2|Ved ikke|2.5|12,5|2,000\n4|3|1.234,25|3|1|3\n"},
		{[]int{12}, "thousands.csv", []byte("id,loen\n1,\"1,234\"\n2,\"12,000\"\n"), "delimited text utf-8 ','\n1|id|loen\n2|1|1,234\n3|2|12,000\n"},
		{[]int{13}, "dates.csv", []byte("dato;andet\n28/04/2025 21.15.26;marts 2015\n9/11/2019;2015\n"), "delimited text utf-8 ';'\n1|dato|andet\n2|28/04/2025 21.15.26|marts 2015\n3|9/11/2019|2015\n"},
		{[]int{17, 18}, "text-called.xlsx", []byte(answers), "delimited text utf-8 ';'\n" + answersShown},
	}
}

// The password of a protected workbook opens it, and a wrong one says so.
func TestPassword(t *testing.T) {
	path := filepath.Join(trapDir, "protected.xlsx")
	w, err := OpenWith(path, Options{Password: "stikprøve"})
	require.NoError(t, err)
	g, err := w.Read("Svar")
	require.NoError(t, err)
	assert.Equal(t, 7.0, g.Cell(1, 1).Number)
	_, err = OpenWith(path, Options{Password: "stikproeve"})
	assert.ErrorContains(t, err, "protected.xlsx: the password in STIKPROVE_PASSWORD does not open the workbook")
}

// What the study says goes before every guess.
func TestOptions(t *testing.T) {
	yes, no := true, false
	for _, c := range []struct {
		file string
		o    Options
		want Dialect
	}{
		{"windows-1252.csv", Options{Encoding: "Macintosh"}, Dialect{Encoding: "macintosh", Separator: ';'}},
		{"utf-8.csv", Options{Separator: ','}, Dialect{Encoding: "utf-8", Separator: ','}},
		{"decimal-comma.csv", Options{DecimalComma: &no}, Dialect{Encoding: "utf-8", Separator: ','}},
		{"thousands.csv", Options{DecimalComma: &yes}, Dialect{Encoding: "utf-8", Separator: ',', DecimalComma: []int{2}}},
	} {
		w, err := OpenWith(filepath.Join(trapDir, c.file), c.o)
		require.NoError(t, err)
		assert.Equal(t, c.want, w.Dialect(), c.file)
	}
	for _, c := range []struct {
		o    Options
		want string
	}{
		{Options{Encoding: "utf8"}, `windows-1252.csv: got the encoding "utf8", want "utf-8"`},
		{Options{Encoding: "utf-8"}, "one in line 2; export it again"},
		{Options{Separator: 'æ'}, "got the separator 'æ', want a character such as ';'"},
	} {
		_, err := OpenWith(filepath.Join(trapDir, "windows-1252.csv"), c.o)
		assert.ErrorContains(t, err, c.want)
	}
}

// otherTraps are files that are no such workbook, and what other programs made.
func otherTraps(t testing.TB) []trap {
	return []trap{
		{[]int{18}, "empty.xlsx", []byte{}, "empty.xlsx: the file is empty"},
		{[]int{18}, "page-called.xls", []byte("\r\n<HTML><body><table><tr><td>1</td></tr></table>"), "page-called.xls: this is a web page, whatever its name says; open it in Excel and save it as .xlsx"},
		{[]int{18}, "spreadsheetml-2003.xls", []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`), "spreadsheetml-2003.xls: this is a workbook in the XML format of Excel 2003; open it in Excel and save it as .xlsx"},
		{[]int{18}, "document.pdf", []byte("%PDF-1.7\n"), "document.pdf: this is a PDF document, want a workbook (.xlsx) or delimited text"},
		{[]int{18}, "document-called.xlsx", packStored(t, "word/document.xml", "<a/>"), "document-called.xlsx: this is a Word document, want a workbook (.xlsx) or delimited text"},
		{[]int{18}, "archive-called.xlsx", packStored(t, "svar.csv", answers), "archive-called.xlsx: this is a zip archive without a workbook; unpack it and give the file inside"},
		{[]int{18}, "binary.xlsb", packStored(t, "xl/workbook.bin", ""), "binary.xlsb: this is a binary workbook (.xlsb); open it in Excel and save it as .xlsx"},
		{[]int{18}, "cut-short.xlsx", packStored(t, sheet1, tiny)[:100], "cut-short.xlsx: the workbook is damaged or cut short; copy or export it again"},
		{[]int{18}, "old.xls", nil, "old.xls: this is a workbook in the old .xls format; open it in Excel and save it as .xlsx"},
		{[]int{18}, "protected.xlsx", nil, "protected.xlsx: the workbook is protected by a password; put it in the environment variable STIKPROVE_PASSWORD, or remove it in Excel (File, Info, Protect Workbook) and save the workbook"},
		{[]int{18, 19}, "libreoffice.ods", nil, "ods\n[Svar] merged {1 1 1 2}\n1|Tiltag⏎i  alt||dato\n2 hidden|#1.5|!TRUE|@2015-03-01\n3|007|=#2.5|=!!#DIV/0!\n4|#7|#7|\n5|#7|#7|\n[Lister] hidden\n1|Ja\n"},
		{[]int{18, 19}, "libreoffice.xlsx", nil, "xlsx\n[Svar] merged {1 1 1 2}\n1|Tiltag⏎i  alt||dato\n2 hidden|#1.5|!TRUE|@2015-03-01\n3|007|=#2.5|=!!#DIV/0!\n4|#7|#7|\n5|#7|#7|\n[Lister] hidden\n1|Ja\n"},
	}
}

// A protected workbook may claim that a stream is of any length, and that the
// password takes any work: neither is believed.
func TestHostilePassword(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(trapDir, "protected.xlsx"))
	require.NoError(t, err)
	long := bytes.Clone(data)
	i := bytes.LastIndex(long, utf16le("EncryptedPackage"))
	copy(long[i+120:], "\xFF\xFF\xFF\x7F")
	_, err = openContents("a.xlsx", held(long), Options{Password: "x"})
	assert.EqualError(t, err, "a.xlsx: the protected workbook is damaged or cut short; copy or export it again")
	_, err = openContents("a.xlsx", held(append(bytes.Clone(data), `<p:encryptedKey spinCount="4000000000"`...)), Options{Password: "x"})
	assert.ErrorContains(t, err, "asks for more work on its password than any program does")
	for n := len(oleSignature); n < len(data)/2; n += 100 {
		_, err = openContents("a.xlsx", held(data[:n]), Options{Password: "stikprøve"})
		require.Error(t, err)
	}
}
