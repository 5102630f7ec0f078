package sheet

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// readStrings reads the texts that cells refer to by number.
func (x *spreadsheet) readStrings() ([]string, error) {
	if _, ok := x.parts[x.strings]; !ok {
		return nil, nil // a cell that refers to a text will say so
	}
	var texts []string
	var text []byte
	err := x.each(x.strings, func(m *markup) error {
		if string(m.name) != "si" {
			return nil
		}
		var err error
		text, err = richText(m, text[:0])
		texts = append(texts, unescape(text))
		return err
	})
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
