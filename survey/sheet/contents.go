package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

const (
	// maxFile is the largest file that is read, in bytes. A workbook of a
	// million rows of twenty columns is a thirtieth of it.
	maxFile = 4 << 30
	// maxHeld is the largest file that is held in memory while its workbook is
	// in use, so that a small one can be saved over meanwhile. A larger one
	// stays open.
	maxHeld = 8 << 20
)

// contents is the bytes of a file.
type contents struct {
	io.ReaderAt
	size int64
	file *os.File // nil where the bytes are held in memory
}

// held returns contents that are in memory.
func held(data []byte) contents {
	return contents{ReaderAt: bytes.NewReader(data), size: int64(len(data))}
}

// load opens a file; the error is a sentence for the user.
func load(path string) (contents, error) {
	path = Lying(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return contents{}, errors.New(NotThere(path))
	case err != nil:
		return contents{}, fmt.Errorf("the file cannot be read: %w", cause(err))
	case info.IsDir():
		return contents{}, errors.New("this is a folder, want a workbook or delimited text")
	case info.Size() > maxFile:
		return contents{}, fmt.Errorf("the file is %d MB, want at most %d MB", info.Size()>>20, maxFile>>20)
	}
	// A pipe has no size and cannot be read twice.
	if info.Size() <= maxHeld || !info.Mode().IsRegular() {
		data, err := readAll(path)
		return held(data), err
	}
	f, err := os.Open(path)
	if err != nil {
		return contents{}, unreadable(err)
	}
	return contents{ReaderAt: f, size: info.Size(), file: f}, nil
}

// readAll returns the bytes of a file that may turn out to be longer than it
// said.
func readAll(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxInMemory+1))
	if err != nil {
		return nil, unreadable(err)
	}
	if len(data) > maxInMemory {
		return nil, fmt.Errorf("more than %d MB come from this; write them to a file first", maxInMemory>>20)
	}
	return data, nil
}

// maxInMemory is the most that is held of what must be in memory as a whole.
const maxInMemory = 256 << 20

// whole returns all bytes; the error is a sentence.
func (c contents) whole() ([]byte, error) {
	if c.size > maxInMemory {
		return nil, fmt.Errorf("the file is %d MB, want at most %d MB of its kind", c.size>>20, maxInMemory>>20)
	}
	data := make([]byte, c.size)
	if n, err := c.ReadAt(data, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, unreadable(err)
	} else if n < len(data) {
		return nil, errors.New("the file grew shorter while it was read")
	}
	return data, nil
}

// head returns the first bytes, at most n.
func (c contents) head(n int) ([]byte, error) {
	data := make([]byte, min(int64(n), c.size))
	if _, err := c.ReadAt(data, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, unreadable(err)
	}
	return data, nil
}

// beginning returns the first megabyte, to the end of its last line. Text of two
// bytes a character ends with any of them.
func (c contents) beginning() contents {
	const most = 1 << 20
	data, err := c.head(most)
	if err != nil || c.size <= most {
		return c
	}
	end := most
	if !bytes.HasPrefix(data, []byte{0xFF, 0xFE}) && !bytes.HasPrefix(data, []byte{0xFE, 0xFF}) && bytes.IndexByte(data, 0) < 0 {
		end = bytes.LastIndexByte(data, '\n') + 1
	}
	if end > 0 {
		c.size = int64(end)
	}
	return c
}

// reader returns a reader of the bytes from the first.
func (c contents) reader() io.Reader { return io.NewSectionReader(c.ReaderAt, 0, c.size) }

// unreadable says that a file cannot be read.
func unreadable(err error) error {
	return fmt.Errorf("the file cannot be read: %w; is it open in another program?", cause(err))
}

// cause strips the path from a file error: the message names the file already.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
