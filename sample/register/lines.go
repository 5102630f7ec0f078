package register

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// every repeats a byte in a word; low is all bits of bytes but their highest.
const (
	every = 0x0101010101010101
	low   = 0x7f * every
)

// equal returns a word with the highest bit set of each byte of w that is the
// byte that pattern repeats, and no other.
func equal(w, pattern uint64) uint64 {
	w ^= pattern
	return ^((w&low + low) | w | low)
}

// line splits the first line of text into fields and keeps its record. It
// returns what follows the line. Eight bytes are looked at together.
func (r *reader) line(text []byte) []byte {
	separators, ends := uint64(r.separator)*every, uint64('\n')*every
	starts := r.starts
	n := 0 // fields that have ended
	starts[0] = 0
	if text[0] == '"' {
		return r.quoted(text)
	}
	for i := 0; i < len(text); i += 8 {
		var word uint64
		if i+8 <= len(text) {
			word = binary.LittleEndian.Uint64(text[i:])
		} else {
			word = lastWord(text[i:])
		}
		for found := equal(word, separators) | equal(word, ends); found != 0; found &= found - 1 {
			at := i + bits.TrailingZeros64(found)>>3
			n++
			starts[n] = int32(at + 1)
			if text[at] == '\n' {
				r.last(text[:at], n)
				return text[at+1:]
			}
			if n == r.needed {
				r.row(text[:at], n)
				end := bytes.IndexByte(text[at:], '\n')
				if end < 0 {
					return nil
				}
				if r.quotes && bytes.IndexByte(text[at:at+end], '"') >= 0 {
					return r.after(text, at)
				}
				return text[at+end+1:]
			}
			if at+1 < len(text) && text[at+1] == '"' {
				return r.quoted(text)
			}
		}
	}
	n++
	starts[n] = int32(len(text) + 1)
	r.last(text, n)
	return nil
}

// lastWord returns fewer than eight bytes as a word, filled with bytes that end
// no field.
func lastWord(b []byte) uint64 {
	word := uint64(0)
	for i, c := range b {
		word |= uint64(c) << (8 * i)
	}
	return word
}

// last takes a line of n fields that ends with the last of them.
func (r *reader) last(text []byte, n int) {
	if len(text) > 0 && text[len(text)-1] == '\r' {
		text = text[:len(text)-1]
		r.starts[n]--
	}
	if n == 1 && len(bytes.TrimSpace(text)) == 0 {
		return // an empty line
	}
	r.row(text, n)
}

// quoted splits the first row of text, in which fields stand in quotes, and
// returns what follows it.
func (r *reader) quoted(text []byte) []byte {
	end, lines := rowEnd(text, 0, r.separator)
	line, rest := text[:end], text[min(end+1, len(text)):]
	defer func() { r.at.line += lines }() // problems name the first line
	line = bytes.TrimSuffix(line, []byte{'\r'})
	joined, n := r.joined[:0], 0
	for at := 0; at <= len(line) && n < r.needed; at++ {
		if at < len(line) && line[at] == '"' {
			var ok bool
			if joined, at, ok = unquoted(joined, line, at+1); !ok {
				r.joined = joined
				r.rows++
				r.faults.at(BadQuotes, r.at)
				return rest
			}
		}
		for ; at < len(line) && line[at] != r.separator; at++ {
			joined = append(joined, line[at])
		}
		joined = append(joined, r.separator)
		n++
		r.starts[n] = int32(len(joined))
	}
	r.joined = joined
	r.row(joined, n)
	return rest
}

// unquoted appends what stands in quotes from at on, and returns where it ends;
// false where the quote is not closed.
func unquoted(into, line []byte, at int) ([]byte, int, bool) {
	for ; at < len(line); at++ {
		if line[at] == '"' {
			at++
			if at >= len(line) || line[at] != '"' {
				return into, at, true
			}
		}
		into = append(into, line[at])
	}
	return into, at, false
}
