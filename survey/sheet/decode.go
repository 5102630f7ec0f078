package sheet

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// bom is the mark some programs put before UTF-8.
const bom = "\uFEFF"

// declaration finds the encoding an XML part declares.
var declaration = regexp.MustCompile(`^<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']`)

// decodePart returns an XML part in UTF-8 without a byte order mark. Office
// writes UTF-8; other programs have been seen to write UTF-16 and Latin 1.
func decodePart(in io.Reader) (io.Reader, error) {
	r := bufio.NewReader(in)
	head, _ := r.Peek(200) // a fault shows again when the part is read
	if e := utf16Encoding(head); e != nil {
		return e.NewDecoder().Reader(&halves{in: r, big: utf16Name(head) == encodingBig}), nil
	}
	if bytes.HasPrefix(head, []byte(bom)) {
		_, _ = r.Discard(len(bom))
		head = head[len(bom):]
	}
	found := declaration.FindSubmatch(head)
	if found == nil {
		return r, nil
	}
	switch name := strings.ToLower(string(found[1])); name {
	case "utf-8", "utf8", "us-ascii", "ascii":
		return r, nil
	case "iso-8859-1", "latin1", "windows-1252":
		return charmap.Windows1252.NewDecoder().Reader(r), nil
	default:
		return nil, fmt.Errorf("the part is in the encoding %.40q, which is not read", name)
	}
}

// utf16Encoding returns the UTF-16 that data is in, or nil.
func utf16Encoding(data []byte) encoding.Encoding {
	switch utf16Name(data) {
	case encodingLittle:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case encodingBig:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	return nil
}

// utf16Name returns the name of the UTF-16 that data is in, or "". It is known
// by its byte order mark, or by every other byte of its first characters being
// nought.
func utf16Name(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), len(data) >= 4 && data[0] != 0 && data[1] == 0 && data[2] != 0 && data[3] == 0:
		return encodingLittle
	case bytes.HasPrefix(data, []byte("\xFE\xFF")), len(data) >= 4 && data[0] == 0 && data[1] != 0 && data[2] == 0 && data[3] != 0:
		return encodingBig
	}
	return ""
}
