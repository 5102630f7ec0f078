package sheet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// evidence is what the bytes of a whole text file say about its encoding.
type evidence struct {
	size      int64
	multi     int // characters of several bytes that are UTF-8
	wrong     int // bytes that are not
	wrongLine int // the line of the first
	nothing   int // bytes that are no character in Windows-1252
	mac       int // bytes that are letters or marks in Mac Roman, where they stand
	windows   int // bytes that are letters in Windows-1252, where they stand
	controls  int // bytes that no text has
	feeds     int // line feeds
	returns   int // carriage returns; alone they end the lines of old Macintosh files
}

// gatherEvidence reads a text file to its end.
func gatherEvidence(in io.Reader) (evidence, error) {
	var e evidence
	buffer, kept, line, before := make([]byte, 64<<10), 0, 1, byte('\n')
	for {
		n, err := in.Read(buffer[kept:])
		b := buffer[:kept+n]
		e.size += int64(n)
		last := errors.Is(err, io.EOF)
		if err != nil && !last {
			return e, unreadable(err)
		}
		// A character and the one after it are looked at together.
		i := 0
		for i < len(b) && (last || i+utf8.UTFMax < len(b)) {
			if n := printable(b[i:]); n > 0 {
				i += n
				before = b[i-1]
				continue
			}
			c := b[i]
			if c < utf8.RuneSelf {
				if c == '\n' {
					line++
					e.feeds++
				} else if c == '\r' {
					e.returns++
				} else if c < ' ' && (c < '\t' || c > '\r') && c != 0x1A {
					e.controls++
				}
				before = c
				i++
				continue
			}
			r, size := utf8.DecodeRune(b[i:])
			if r != utf8.RuneError || size > 1 {
				e.multi++
			} else {
				after := byte('\n')
				if i+1 < len(b) {
					after = b[i+1]
				}
				if e.wrong++; e.wrong == 1 {
					e.wrongLine = line
				}
				e.weigh(before, c, after)
			}
			before = c
			i += size
		}
		kept = copy(buffer, b[i:])
		if last {
			return e, nil
		}
	}
}

// printable returns the length of the characters of ASCII that b begins with,
// in whole words of the processor. Nearly every text is little else.
func printable(b []byte) int {
	const high, blanks = 0x8080808080808080, 0x2020202020202020
	n := 0
	for ; n+8 <= len(b); n += 8 {
		// A borrow from the byte below can only tell of one that is a control.
		if w := binary.LittleEndian.Uint64(b[n:]); (w|(w-blanks))&high != 0 {
			break
		}
	}
	return n
}

// weigh counts a byte above 7F that is not UTF-8 for the encoding in which it
// makes sense between its neighbours. Mac Roman has the small Danish letters
// å æ ø at 8C BE BF, where Windows-1252 has Œ ¾ ¿.
func (e *evidence) weigh(before, c, after byte) {
	within := letter(before) || letter(after)
	begins := letter(after) && !lower(before)
	switch c {
	case 0x8C, 0xBE, 0xBF, 0x8E: // å æ ø é
		if within {
			e.mac++
		}
	case 0x81, 0x8D, 0x8F, 0x90, 0x9D: // Å ç è ê ù; nothing in Windows-1252
		e.mac++
		e.nothing++
	case 0xAE, 0xAF: // Æ Ø; ® ends a name of a medicine in Windows-1252
		if begins {
			e.mac++
		}
	case 0xCA: // a blank that does not break; Ê
		if lower(before) || before == ' ' || before >= '0' && before <= '9' {
			e.mac++
		}
	case 0xD5: // an apostrophe; Õ
		if lower(before) && lower(after) {
			e.mac++
		}
	case 0xE5, 0xE6, 0xF8, 0xE9, 0xE4, 0xF6, 0xFC: // å æ ø é ä ö ü
		if within {
			e.windows++
		}
	case 0xC5, 0xC6, 0xD8: // Å Æ Ø
		if begins {
			e.windows++
		}
	}
}

// encoding returns the encoding the file is in. The error is a sentence.
func (e evidence) encoding(marked bool) (string, error) {
	switch {
	case int64(e.controls)*500 > e.size:
		return "", errors.New("this is neither a workbook (.xlsx, .ods) nor text")
	case e.wrong == 0:
		return encodingUTF8, nil
	case marked || e.multi > 8*e.wrong:
		return "", e.notUTF8()
	case e.mac > e.windows, e.mac == e.windows && e.returns > 2*e.feeds:
		return encodingMac, nil
	case e.nothing > 0:
		return "", fmt.Errorf("the text is no UTF-8, as line %d shows, and has bytes that Windows-1252 has not; export it again, or name its encoding in the study", e.wrongLine)
	}
	return encodingWindows, nil
}

// notUTF8 says where a file that is UTF-8 by all else is not.
func (e evidence) notUTF8() error {
	return fmt.Errorf("the text is UTF-8 but for bytes such as one in line %d; export it again, or name its encoding in the study", e.wrongLine)
}

// letter reports whether c is a letter of ASCII.
func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// lower reports whether c is a small letter of ASCII.
func lower(c byte) bool { return c >= 'a' && c <= 'z' }
