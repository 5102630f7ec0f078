package sheet

import (
	"bytes"
	"errors"
	"unicode/utf16"
)

// fileKind is what a file is by its first bytes.
type fileKind uint8

const (
	kindText      fileKind = iota // delimited text, as far as the first bytes tell
	kindZip                       // a zip archive; an .xlsx is one
	kindEncrypted                 // an .xlsx with a password
)

// Signatures of files that are not read, from the vendors' format descriptions.
var (
	zipSignature      = []byte("PK\x03\x04")
	emptyZipSignature = []byte("PK\x05\x06")
	oleSignature      = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
)

// otherFiles are files people send in place of a workbook, by how they begin.
var otherFiles = []struct{ begins, message string }{
	{"%PDF", "this is a PDF document, want a workbook (.xlsx) or delimited text"},
	{"$FL2", "this is an SPSS file; export the data as .xlsx or .csv"},
	{"$FL3", "this is an SPSS file; export the data as .xlsx or .csv"},
	{"<stata_dta>", "this is a Stata file; export the data as .xlsx or .csv"},
	{"{\\rtf", "this is a rich text document, want a workbook (.xlsx) or delimited text"},
	{"\x1f\x8b", "this file is compressed with gzip; unpack it first"},
	{"7z\xBC\xAF", "this file is compressed with 7-Zip; unpack it first"},
	{"Rar!", "this file is compressed with RAR; unpack it first"},
	{"\x89PNG", "this is a picture, want a workbook (.xlsx) or delimited text"},
	{"\xFF\xD8\xFF", "this is a picture, want a workbook (.xlsx) or delimited text"},
}

// recognise tells what a file is. The error is a sentence with the way out.
func recognise(c contents) (fileKind, error) {
	data, err := c.head(4096)
	switch {
	case err != nil:
		return 0, err
	case len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte(bom)))) == 0 && int64(len(data)) == c.size:
		return 0, errors.New("the file is empty")
	case bytes.HasPrefix(data, zipSignature):
		return kindZip, nil
	case bytes.HasPrefix(data, emptyZipSignature):
		return 0, errors.New("this is an empty zip archive; copy or export the workbook again")
	case bytes.HasPrefix(data, oleSignature):
		if data, err = c.whole(); err != nil {
			return 0, err
		}
		if bytes.Contains(data, utf16le("EncryptedPackage")) {
			return kindEncrypted, nil
		}
		return 0, errors.New(oleMessage(data))
	}
	for _, f := range otherFiles {
		if bytes.HasPrefix(data, []byte(f.begins)) {
			return 0, errors.New(f.message)
		}
	}
	if m := markupMessage(data); m != "" {
		return 0, errors.New(m)
	}
	return kindText, nil
}

// oleMessage says what a compound file is. Its directory names the streams in
// UTF-16, and may stand anywhere in the file.
func oleMessage(data []byte) string {
	switch {
	case bytes.Contains(data, utf16le("Workbook")), bytes.Contains(data, utf16le("Book")):
		return "this is a workbook in the old .xls format; open it in Excel and save it as .xlsx"
	case bytes.Contains(data, utf16le("WordDocument")):
		return "this is a Word document, want a workbook (.xlsx) or delimited text"
	}
	return "this is an old Office file, want a workbook (.xlsx) or delimited text"
}

// markupMessage says which markup a file holds, or nothing where it holds none.
// Survey platforms call web pages and XML .xls, and Excel opens them.
func markupMessage(data []byte) string {
	head := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte(bom))))
	switch {
	case !bytes.HasPrefix(head, []byte("<")):
		return ""
	case bytes.Contains(head, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
		return "this is a workbook in the XML format of Excel 2003; open it in Excel and save it as .xlsx"
	case bytes.Contains(head, []byte("<html")), bytes.Contains(head, []byte("<!doctype html")),
		bytes.Contains(head, []byte("<table")), bytes.HasPrefix(head, []byte("<meta")):
		return "this is a web page, whatever its name says; open it in Excel and save it as .xlsx"
	case bytes.HasPrefix(head, []byte("<?xml")):
		return "this is an XML file, want a workbook (.xlsx) or delimited text"
	}
	return ""
}

// utf16le returns s in UTF-16, low byte first.
func utf16le(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}
