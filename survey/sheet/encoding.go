package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// The encodings of delimited text, as Options and Dialect name them.
const (
	encodingUTF8    = "utf-8"
	encodingLittle  = "utf-16le"
	encodingBig     = "utf-16be"
	encodingWindows = "windows-1252"
	encodingMac     = "macintosh"
)

// encodingOf returns the encoding of a text file, from all of it where the
// study names none. The error is a sentence.
func encodingOf(c contents, named string) (string, error) {
	head, err := c.head(4)
	if err != nil {
		return "", err
	}
	marked := bytes.HasPrefix(head, []byte(bom))
	if named != "" {
		name := strings.ToLower(strings.TrimSpace(named))
		switch name {
		case encodingLittle, encodingBig:
			return name, wholeUnits(c, name == encodingBig)
		case encodingWindows, encodingMac:
			return name, nil
		case encodingUTF8:
			e, err := gatherEvidence(c.reader())
			if err == nil && e.wrong > 0 {
				err = e.notUTF8()
			}
			return name, err
		}
		return "", fmt.Errorf("got the encoding %.40q, want %q, %q, %q, %q or %q", named, encodingUTF8, encodingLittle, encodingBig, encodingWindows, encodingMac)
	}
	if name := utf16Name(head); name != "" {
		return name, wholeUnits(c, name == encodingBig)
	}
	e, err := gatherEvidence(c.reader())
	if err != nil {
		return "", err
	}
	return e.encoding(marked)
}

// wholeUnits says where a file of UTF-16 breaks off in a character or holds
// half of one. Reading would put a mark in its place without a word.
func wholeUnits(c contents, big bool) error {
	if c.size%2 != 0 {
		return errors.New("the text is UTF-16 and breaks off inside a character; export it again")
	}
	in, buffer, line, high := c.reader(), make([]byte, 64<<10), 1, false
	for {
		n, err := io.ReadFull(in, buffer)
		for i := 0; i+1 < n; i += 2 {
			u := rune(buffer[i]) | rune(buffer[i+1])<<8
			if big {
				u = rune(buffer[i])<<8 | rune(buffer[i+1])
			}
			low := u >= 0xDC00 && u < 0xE000
			if low != high {
				return fmt.Errorf("the text is UTF-16 and has half a character in line %d; export it again", line)
			}
			high = u >= 0xD800 && u < 0xDC00
			if u == '\n' {
				line++
			}
		}
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			if high {
				return fmt.Errorf("the text is UTF-16 and has half a character in line %d; export it again", line)
			}
			return nil
		case err != nil:
			return unreadable(err)
		}
	}
}

// decoded returns the text of a file in UTF-8 without a byte order mark.
func decoded(c contents, name string) io.Reader {
	in := c.reader()
	if name == encodingUTF8 {
		head, _ := c.head(len(bom)) // a fault shows again when the text is read
		if string(head) == bom {
			in = io.NewSectionReader(c.ReaderAt, int64(len(bom)), c.size-int64(len(bom)))
		}
	}
	return decoder(in, name)
}

// decoder returns a text in UTF-8.
func decoder(in io.Reader, name string) io.Reader {
	var e encoding.Encoding
	switch name {
	case encodingLittle:
		e = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case encodingBig:
		e = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case encodingWindows:
		e = charmap.Windows1252
	case encodingMac:
		e = charmap.Macintosh
	default:
		return in
	}
	return e.NewDecoder().Reader(in)
}
