package sheet

import (
	"errors"
	"fmt"
	"io"
)

// maxRecord is the longest record of delimited text, in bytes. One that is
// longer has a quote that was never closed.
const maxRecord = 32 << 20

// errUnclosed is a quote that the text ends in.
var errUnclosed = errors.New(`a quote " opens here and is never closed`)

// records splits delimited text into records and fields.
type records struct {
	in        io.Reader
	separator byte // oneColumn for none
	buffer    []byte
	at        int // of the first unread byte
	drained   bool
	fault     error
	spans     []span
	joined    []byte   // fields that do not stand in the text as they are
	fields    [][]byte // of the last record; valid until the next
}

// span is where a field stands: in the text from the record's first byte, or
// in what was joined.
type span struct {
	from, to int
	joined   bool
}

// newRecords returns the records of a text in UTF-8.
func newRecords(in io.Reader, separator byte) *records {
	return &records{in: in, separator: separator, buffer: make([]byte, 0, 64<<10)}
}

// next reads a record and reports whether there was one. A record is a row
// even where quoted line breaks make it several lines, as it is when Excel
// opens the file. Quotes count at the start of a field only: Jensen "Jens"
// keeps his. Of a record of more fields than [MaxColumns] it reads one field more
// and no further, and what comes next is not told.
func (r *records) next() (bool, error) {
	r.spans, r.joined, r.fields = r.spans[:0], r.joined[:0], r.fields[:0]
	if r.quick() {
		return true, nil
	}
	r.fields = r.fields[:0]
	if !r.has(0) {
		return false, r.fault
	}
	for i := 0; ; i++ {
		s, end, err := r.field(i)
		if err != nil {
			return false, err
		}
		r.spans = append(r.spans, s)
		if i = end; len(r.spans) > MaxColumns {
			r.cut()
			return true, nil
		}
		if r.has(i) && r.buffer[r.at+i] == r.separator {
			continue
		}
		if r.fault != nil {
			return false, r.fault
		}
		if r.has(i) && r.buffer[r.at+i] == '\r' && r.has(i+1) && r.buffer[r.at+i+1] == '\n' {
			i++
		}
		// The fields point into the buffer, which reading on may have moved.
		r.cut()
		r.at = min(r.at+i+1, len(r.buffer))
		return true, nil
	}
}

// quick is next for a record that stands whole in the buffer and has no field
// that begins with a quote, as nearly all do. It reports whether it was one.
func (r *records) quick() bool {
	b, separator, from := r.buffer[r.at:], r.separator, 0
	for i := 0; i < len(b); i++ {
		c := b[i]
		if c != separator && c != '\n' && c != '\r' {
			continue
		}
		if i > from && b[from] == '"' || len(r.fields) == MaxColumns {
			return false
		}
		r.fields = append(r.fields, b[from:i:i])
		from = i + 1
		switch {
		case c == separator:
			continue
		case c == '\r' && from == len(b):
			return false // a line feed may follow
		case c == '\r' && b[from] == '\n':
			from++
		}
		r.at += from
		return true
	}
	return false
}

// cut makes the fields of the spans.
func (r *records) cut() {
	r.fields = r.fields[:0]
	for _, s := range r.spans {
		if s.joined {
			r.fields = append(r.fields, r.joined[s.from:s.to])
		} else {
			r.fields = append(r.fields, r.buffer[r.at+s.from:r.at+s.to])
		}
	}
}

// field reads the field that begins at the i-th byte of the record and returns
// where it stands and where it ends: at a separator, a line's end or the
// text's.
func (r *records) field(i int) (span, int, error) {
	from := i
	if !r.has(i) || r.buffer[r.at+i] != '"' {
		i = r.plain(i)
		return span{from: from, to: i}, i, nil
	}
	for doubled := false; ; doubled = true {
		for i++; r.has(i) && r.buffer[r.at+i] != '"'; i++ {
		}
		if !r.has(i) {
			if r.fault != nil {
				return span{}, 0, r.fault
			}
			return span{}, 0, errUnclosed
		}
		i++
		if r.has(i) && r.buffer[r.at+i] == '"' {
			continue
		}
		closing := i - 1
		end := r.plain(i)
		if !doubled && end == i {
			return span{from: from + 1, to: closing}, end, nil
		}
		return r.join(from+1, closing, i, end), end, nil
	}
}

// join puts together a quoted field, in which quotes are doubled, and what
// stands behind its closing quote.
func (r *records) join(from, to, after, end int) span {
	start := len(r.joined)
	quoted := r.buffer[r.at+from : r.at+to]
	for i := 0; i < len(quoted); i++ {
		r.joined = append(r.joined, quoted[i])
		if quoted[i] == '"' {
			i++
		}
	}
	r.joined = append(r.joined, r.buffer[r.at+after:r.at+end]...)
	return span{from: start, to: len(r.joined), joined: true}
}

// plain returns where text without quotes ends that begins at the i-th byte.
func (r *records) plain(i int) int {
	for {
		rest := r.buffer[min(r.at+i, len(r.buffer)):]
		for n, c := range rest {
			if c == r.separator || c == '\n' || c == '\r' {
				return i + n
			}
		}
		i += len(rest)
		if !r.has(i) {
			return i
		}
	}
}

// has reports whether the record has an i-th byte, and reads on to know.
func (r *records) has(i int) bool {
	for r.at+i >= len(r.buffer) {
		if !r.fill() {
			return false
		}
	}
	return true
}

// fill reads more of the text behind what is unread.
func (r *records) fill() bool {
	if r.drained {
		return false
	}
	if r.at > 0 {
		n := copy(r.buffer, r.buffer[r.at:])
		r.buffer, r.at = r.buffer[:n], 0
	}
	if len(r.buffer) == cap(r.buffer) {
		if len(r.buffer) >= maxRecord {
			r.drained, r.fault = true, fmt.Errorf(`a row of more than %d MB; a quote " may open here that is never closed`, maxRecord>>20)
			return false
		}
		r.buffer = append(make([]byte, 0, 2*cap(r.buffer)), r.buffer...)
	}
	for {
		n, err := r.in.Read(r.buffer[len(r.buffer):cap(r.buffer)])
		r.buffer = r.buffer[:len(r.buffer)+n]
		if err != nil {
			r.drained = true
			if !errors.Is(err, io.EOF) {
				r.fault = unreadable(err)
			}
			return n > 0
		}
		if n > 0 {
			return true
		}
	}
}
