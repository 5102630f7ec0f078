package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// maxToken is the longest tag or run of text in a part, in bytes. A cell holds
// at most 32,767 characters.
const maxToken = 8 << 20

// event is what a markup reader came upon.
type event uint8

const (
	opened  event = iota // a start tag; an empty element opens and closes
	closed               // an end tag
	content              // text, references resolved
	ended                // the end of the part
)

// markup reads an XML part as a stream of tags and text. It is several times
// faster than encoding/xml, being limited to what Office writes: no document
// type, no entities but XML's own five, names compared without their prefix.
// It checks what protects from losing data: tags nest, the part is whole, the
// characters are legal.
//
// name, attributes and text are valid until the next call of next.
type markup struct {
	in         io.Reader
	buffer     []byte // read and not yet passed: buffer[at:]
	at         int
	passed     int64 // bytes before buffer
	drained    bool
	fault      error // why reading stopped, where it was not the end
	name       []byte
	attributes []attribute
	text       []byte
	scratch    []byte
	path       []byte // full names of open elements
	depths     []int  // where each begins in path
	selfClosed bool
	rooted     bool // the root element was opened
}

// errIllegal is a control character or a byte that is not UTF-8.
var errIllegal = errors.New("a character XML does not allow")

// attribute is one name and value of a start tag, as written.
type attribute struct{ name, value []byte }

// newMarkup returns a reader of a part, whose text may be in UTF-8 or UTF-16.
func newMarkup(in io.Reader) (*markup, error) {
	in, err := decodePart(in)
	if err != nil {
		return nil, err
	}
	return &markup{in: in, buffer: make([]byte, 0, 32<<10)}, nil
}

// depth returns the number of open elements.
func (m *markup) depth() int { return len(m.depths) }

// next moves to the next tag or text.
func (m *markup) next() (event, error) {
	if m.selfClosed {
		m.selfClosed = false
		m.close()
		return closed, nil
	}
	for {
		if m.at == len(m.buffer) && !m.fill() {
			return m.end()
		}
		if m.buffer[m.at] != '<' {
			more, err := m.readText()
			if err != nil || more {
				return content, err
			}
			continue
		}
		for len(m.buffer)-m.at < 2 {
			if !m.fill() {
				return ended, m.broken("<")
			}
		}
		switch m.buffer[m.at+1] {
		case '/':
			return closed, m.readEnd()
		case '?':
			if _, err := m.until("<?", "?>"); err != nil {
				return ended, err
			}
		case '!':
			if there, err := m.readDeclaration(); there || err != nil {
				return content, err
			}
		default:
			return opened, m.readStart()
		}
	}
}

// readDeclaration passes a comment, or reads the text that CDATA holds and
// reports that it did.
func (m *markup) readDeclaration() (bool, error) {
	switch {
	case m.begins("<!--"):
		_, err := m.until("<!--", "-->")
		return false, err
	case m.begins("<![CDATA["):
		b, err := m.until("<![CDATA[", "]]>")
		if err == nil && len(m.depths) == 0 {
			err = errors.New("text outside the root element")
		}
		if err == nil && !legal(b) {
			err = errIllegal
		}
		m.text = b
		return true, err
	}
	return false, errors.New("a document type, which no workbook has")
}

// end reports the end of the part, or why it is not a whole one.
func (m *markup) end() (event, error) {
	switch {
	case m.fault != nil:
		return ended, m.fault
	case len(m.depths) > 0:
		return ended, fmt.Errorf("the part breaks off inside <%s>", m.path[m.depths[len(m.depths)-1]:])
	case !m.rooted:
		return ended, errors.New("the part is empty")
	}
	return ended, nil
}

// fill reads more and reports whether there was more.
func (m *markup) fill() bool {
	if m.drained {
		return false
	}
	if m.at > 0 {
		n := copy(m.buffer, m.buffer[m.at:])
		m.passed += int64(m.at)
		m.buffer, m.at = m.buffer[:n], 0
	}
	if len(m.buffer) == cap(m.buffer) {
		if len(m.buffer) >= maxToken {
			m.drained, m.fault = true, fmt.Errorf("a tag or text of more than %d bytes", maxToken)
			return false
		}
		m.buffer = append(make([]byte, 0, 2*cap(m.buffer)), m.buffer...)
	}
	for {
		n, err := m.in.Read(m.buffer[len(m.buffer):cap(m.buffer)])
		m.buffer = m.buffer[:len(m.buffer)+n]
		if err != nil {
			m.drained = true
			if !errors.Is(err, io.EOF) {
				m.fault = err
			}
			return n > 0
		}
		if n > 0 {
			return true
		}
	}
}

// begins reports whether the unread bytes start with s.
func (m *markup) begins(s string) bool {
	for len(m.buffer)-m.at < len(s) {
		if !m.fill() {
			return false
		}
	}
	return string(m.buffer[m.at:m.at+len(s)]) == s
}

// until passes start, and what follows up to and with stop, and returns what
// stands between.
func (m *markup) until(start, stop string) ([]byte, error) {
	for from := len(start); ; {
		if from <= len(m.buffer)-m.at {
			if i := bytes.Index(m.buffer[m.at+from:], []byte(stop)); i >= 0 {
				b := m.buffer[m.at+len(start) : m.at+from+i]
				m.at += from + i + len(stop)
				return b, nil
			}
			from = max(from, len(m.buffer)-m.at-len(stop)+1)
		}
		if !m.fill() {
			return nil, m.broken(start)
		}
	}
}

// broken says that the part ends inside what start began.
func (m *markup) broken(start string) error {
	if m.fault != nil {
		return m.fault
	}
	return fmt.Errorf("the part breaks off after %q", start)
}

// readText reads up to the next tag and reports whether there was text that
// counts: between elements of the root, not around it.
func (m *markup) readText() (bool, error) {
	from := 0
	for {
		if i := bytes.IndexByte(m.buffer[m.at+from:], '<'); i >= 0 {
			m.text = m.buffer[m.at : m.at+from+i]
			break
		}
		from = len(m.buffer) - m.at
		if !m.fill() {
			if m.fault != nil {
				return false, m.fault
			}
			m.text = m.buffer[m.at:]
			break
		}
	}
	m.at += len(m.text)
	if len(m.depths) == 0 {
		if len(bytes.TrimSpace(m.text)) > 0 {
			return false, errors.New("text outside the root element")
		}
		return false, nil
	}
	var err error
	m.text, err = m.resolve(m.text)
	return true, err
}
