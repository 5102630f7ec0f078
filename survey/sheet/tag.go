package sheet

import (
	"bytes"
	"errors"
	"fmt"
)

// readStart reads a start tag: its name, its attributes and whether it closes
// itself.
func (m *markup) readStart() error {
	tag, err := m.wholeTag()
	if err != nil {
		return err
	}
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		m.selfClosed = true
		tag = tag[:len(tag)-1]
	}
	end := 0
	for end < len(tag) && !space(tag[end]) {
		end++
	}
	full, tag := tag[:end], tag[end:]
	if !named(full) {
		return errors.New("a tag without a name")
	}
	if len(m.depths) == 0 && m.rooted {
		return errors.New("a second root element")
	}
	if len(m.depths) > 1000 {
		return errors.New("elements nested more than 1,000 deep")
	}
	m.rooted = true
	m.depths = append(m.depths, len(m.path))
	m.path = append(m.path, full...)
	m.name = local(full)
	return m.readAttributes(tag)
}

// wholeTag passes a start tag and returns what stands between < and >. A > in
// a quoted value does not end it.
func (m *markup) wholeTag() ([]byte, error) {
	var quote byte
	for i := 1; ; {
		for _, c := range m.buffer[m.at+i:] {
			switch {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '>':
				tag := m.buffer[m.at+1 : m.at+i]
				m.at += i + 1
				return tag, nil
			case c == '"' || c == '\'':
				quote = c
			case c == '<':
				return nil, errors.New("a tag inside a tag")
			}
			i++
		}
		if !m.fill() {
			return nil, m.broken("<")
		}
	}
}

// maxAttributes is the most attributes of a tag. The root element of a part
// declares some dozens of name spaces.
const maxAttributes = 1000

// readAttributes splits what follows the name of a start tag.
func (m *markup) readAttributes(b []byte) error {
	m.attributes = m.attributes[:0]
	for i := skipSpace(b, 0); i < len(b); i = skipSpace(b, i) {
		start := i
		for i < len(b) && b[i] != '=' && !space(b[i]) {
			i++
		}
		name := b[start:i]
		if i = skipSpace(b, i); i == len(b) || b[i] != '=' || !named(name) {
			return errors.New("an attribute without a name or a value")
		}
		if i = skipSpace(b, i+1); i == len(b) || b[i] != '"' && b[i] != '\'' {
			return errors.New("an attribute without quotes")
		}
		length := bytes.IndexByte(b[i+1:], b[i])
		if length < 0 {
			return errors.New("an attribute without a closing quote")
		}
		if len(m.attributes) == maxAttributes {
			return fmt.Errorf("a tag with more than %d attributes", maxAttributes)
		}
		m.attributes = append(m.attributes, attribute{name, b[i+1 : i+1+length]})
		i += length + 2
	}
	return nil
}

// space reports whether c is a blank in XML.
func space(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// skipSpace returns the place of the first byte from i that is not a blank.
func skipSpace(b []byte, i int) int {
	for i < len(b) && space(b[i]) {
		i++
	}
	return i
}

// readEnd reads an end tag, which must be that of the innermost element.
func (m *markup) readEnd() error {
	if n := len(m.depths); n > 0 {
		// Nearly all end tags are whole and as expected.
		expected, got := m.path[m.depths[n-1]:], m.buffer[m.at+2:]
		if len(got) > len(expected) && got[len(expected)] == '>' && bytes.Equal(got[:len(expected)], expected) {
			m.at += 2 + len(expected) + 1
			m.name = local(expected)
			m.close()
			return nil
		}
	}
	b, err := m.until("</", ">")
	if err != nil {
		return err
	}
	for len(b) > 0 && space(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	if len(m.depths) == 0 {
		return fmt.Errorf("</%.40s> closes nothing", b)
	}
	if innermost := m.path[m.depths[len(m.depths)-1]:]; !bytes.Equal(innermost, b) {
		return fmt.Errorf("<%.40s> is closed by </%.40s>", innermost, b)
	}
	m.name = local(b)
	m.close()
	return nil
}

// close leaves the innermost element.
func (m *markup) close() {
	last := len(m.depths) - 1
	m.path, m.depths = m.path[:m.depths[last]], m.depths[:last]
}

// attribute returns the value of the attribute called name, as written, and
// whether there is one. An attribute with a prefix is another.
func (m *markup) attribute(name string) ([]byte, bool) {
	for _, a := range m.attributes {
		if string(a.name) == name {
			return a.value, true
		}
	}
	return nil, false
}

// word returns the value of an attribute as text, or "".
func (m *markup) word(name string) (string, error) {
	b, _ := m.attribute(name)
	b, err := m.resolve(b)
	return string(b), err
}

// skip passes the rest of the element just opened.
func (m *markup) skip() error {
	for depth := m.depth(); m.depth() >= depth; {
		if _, err := m.next(); err != nil {
			return err
		}
	}
	return nil
}

// gather appends to dst the text of the element just opened and passes it.
// Elements inside are passed over.
func (m *markup) gather(dst []byte) ([]byte, error) {
	for {
		e, err := m.next()
		if err != nil {
			return dst, err
		}
		switch e {
		case content:
			dst = append(dst, m.text...)
		case opened:
			if err := m.skip(); err != nil {
				return dst, err
			}
		default:
			return dst, nil
		}
	}
}

// named reports whether b can be a name.
func named(b []byte) bool {
	for _, c := range b {
		if c <= ' ' || c == '<' || c == '>' || c == '&' || c == '"' || c == '\'' || c == '/' || c == '=' {
			return false
		}
	}
	return len(b) > 0
}

// local returns a name without its prefix.
func local(name []byte) []byte { return name[bytes.IndexByte(name, ':')+1:] }
