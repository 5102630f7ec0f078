package register

import (
	"errors"
	"fmt"
	"io"
	"sync"
)

// blockSize is how much text is read at a time, and longestLine the longest
// line that is one.
const (
	blockSize   = 1 << 20
	longestLine = 1 << 16
)

// blocks hands out a text in blocks of whole lines. Goroutines share it.
type blocks struct {
	mu    sync.Mutex
	in    io.Reader
	rest  []byte // the beginning of a line, read already
	quote byte   // what stands between fields, to tell quotes that open one
	next  int    // number of the next block
	bytes int64  // handed out
	done  bool
	err   error
}

// take reads the next block into buffer, which it may replace, and returns it
// with its number; false at the end or after an error. The last line of a text
// need not end.
func (b *blocks) take(buffer *[]byte) (block []byte, number int, ok bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.done {
		return nil, 0, false
	}
	if cap(*buffer) < blockSize+longestLine {
		*buffer = make([]byte, blockSize+longestLine)
	}
	text := (*buffer)[:blockSize+longestLine]
	n := copy(text, b.rest)
	m, err := io.ReadFull(b.in, text[n:])
	text = text[:n+m]
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		b.done, b.rest = true, nil
	case err != nil:
		b.done, b.err = true, err
		return nil, 0, false
	default:
		end := b.whole(text)
		if len(text)-end > longestLine {
			b.done, b.err = true, fmt.Errorf("a line of more than %d characters; is this a file of spells?", longestLine)
			return nil, 0, false
		}
		b.rest = append(b.rest[:0], text[end:]...)
		text = text[:end]
	}
	if len(text) == 0 {
		return nil, 0, false
	}
	number, b.next, b.bytes = b.next, b.next+1, b.bytes+int64(len(text))
	return text, number, true
}
