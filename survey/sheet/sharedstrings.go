package sheet

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// Limits of the table of shared strings: text and strings together, in bytes.
const (
	maxStrings  = 512 << 20
	stringBytes = 16
	stringBlock = 64 << 10
)

// readStrings reads the texts that cells refer to by number. They are slices
// of a few large strings, so that millions are held at little more than their
// length.
func (x *spreadsheet) readStrings() ([]string, error) {
	if _, ok := x.archive[x.strings]; !ok {
		return nil, nil // a cell that refers to a text will say so
	}
	var texts []string
	var text, block []byte
	var ends []int // of the texts in block
	size := 0
	cut := func() {
		whole, from := string(block), 0
		for _, end := range ends {
			texts = append(texts, whole[from:end])
			from = end
		}
		block, ends = block[:0], ends[:0]
	}
	err := x.archive.each(x.strings, func(m *markup) error {
		if string(m.name) != "si" {
			return nil
		}
		var err error
		if text, err = richText(m, text[:0]); err != nil {
			return err
		}
		if bytes.Contains(text, []byte("_x")) {
			block = append(block, unescape(text)...)
		} else {
			block = append(block, text...)
		}
		ends = append(ends, len(block))
		if size += len(text) + stringBytes; size > maxStrings {
			return fmt.Errorf("they fill more than %d MB", maxStrings>>20)
		}
		if len(block) >= stringBlock || len(ends) >= stringBlock {
			cut()
		}
		return nil
	})
	cut()
	return texts, err
}

// richText appends to dst the text of the element just opened, a shared or
// inline string: its runs joined, without the phonetic ones that tell how
// Japanese is read.
func richText(m *markup, dst []byte) ([]byte, error) {
	for depth := m.depth(); m.depth() >= depth; {
		e, err := m.next()
		if err != nil {
			return dst, err
		}
		if e != opened {
			continue
		}
		switch string(m.name) {
		case "t":
			dst, err = m.gather(dst)
		case "rPh", "rPr", "phoneticPr", "extLst":
			err = m.skip()
		}
		if err != nil {
			return dst, err
		}
	}
	return dst, nil
}

// unescape returns text with Office's _x000D_ made the character it stands for.
// XML has no other way to write a control character.
func unescape(text []byte) string {
	i := bytes.Index(text, []byte("_x"))
	if i < 0 {
		return string(text)
	}
	out := make([]byte, 0, len(text))
	for ; i >= 0; i = bytes.Index(text, []byte("_x")) {
		out, text = append(out, text[:i]...), text[i:]
		if r, ok := escaped(text); ok {
			out, text = utf8.AppendRune(out, r), text[7:]
		} else {
			out, text = append(out, text[:2]...), text[2:]
		}
	}
	return string(append(out, text...))
}

// escaped returns the character that text begins by escaping.
func escaped(text []byte) (rune, bool) {
	if len(text) < 7 || text[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	return rune(n), err == nil && utf8.ValidRune(rune(n))
}
