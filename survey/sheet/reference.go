package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// resolve replaces references and line ends, and checks the characters.
func (m *markup) resolve(b []byte) ([]byte, error) {
	if !legal(b) {
		return nil, errIllegal
	}
	if bytes.IndexByte(b, '&') < 0 && bytes.IndexByte(b, '\r') < 0 {
		return b, nil
	}
	out := m.scratch[:0]
	for len(b) > 0 {
		i := bytes.IndexAny(b, "&\r")
		if i < 0 {
			out = append(out, b...)
			break
		}
		out, b = append(out, b[:i]...), b[i:]
		if b[0] == '\r' {
			out, b = append(out, '\n'), bytes.TrimPrefix(b[1:], []byte("\n"))
			continue
		}
		end := bytes.IndexByte(b[:min(len(b), 12)], ';')
		if end < 0 {
			return nil, errors.New("& without a reference")
		}
		r, ok := reference(string(b[1:end]))
		if !ok {
			return nil, fmt.Errorf("unknown reference %.12q", b[:end+1])
		}
		out, b = utf8.AppendRune(out, r), b[end+1:]
	}
	m.scratch = out
	return out, nil
}

// reference returns the character an XML reference stands for.
func reference(s string) (rune, bool) {
	switch s {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(s) < 2 || s[0] != '#' {
		return 0, false
	}
	digits, base := s[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	r := rune(n)
	if err != nil || !utf8.ValidRune(r) || r < ' ' && r != '\t' && r != '\n' && r != '\r' {
		return 0, false
	}
	return r, true
}

// legal reports whether b is UTF-8 of characters XML allows.
func legal(b []byte) bool {
	ascii := true
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	return ascii || utf8.Valid(b)
}
