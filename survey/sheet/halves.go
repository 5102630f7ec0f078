package sheet

import (
	"errors"
	"io"
)

// errHalf is half of a character that UTF-16 writes in two: the decoder would
// put another character for it and say nothing.
var errHalf = errors.New("half a character of UTF-16, whose other half is not there")

// halves passes UTF-16 and stops before half a character.
type halves struct {
	in   io.Reader
	big  bool
	high bool // the first half has passed
	err  error
}

// Read implements io.Reader. p has room for two bytes at least.
func (h *halves) Read(p []byte) (int, error) {
	if h.err != nil {
		return 0, h.err
	}
	n, err := io.ReadFull(h.in, p[:len(p)&^1])
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	h.err = err
	for i := 0; i+1 < n; i += 2 {
		b := p[i+1]
		if h.big {
			b = p[i]
		}
		first, second := b&0xFC == 0xD8, b&0xFC == 0xDC
		if second != h.high {
			h.err = errHalf
			return i, nil
		}
		h.high = first
	}
	if h.err == io.EOF && (h.high || n%2 == 1) {
		h.err = errHalf
	}
	return n, nil
}
