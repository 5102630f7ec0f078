package sheet

import (
	"bytes"
	"encoding/binary"
)

// maxDirectory is the longest directory of a zip, in bytes. A part takes about
// a hundred, and a workbook of a thousand sheets has a few thousand parts.
const maxDirectory = 8 << 20

// directorySize returns the length of a zip's directory as its end record says,
// or 0 where it cannot be told (APPNOTE.TXT, 4.3.14 to 4.3.16).
func directorySize(c contents) uint64 {
	tail := make([]byte, min(c.size, 22+1<<16))
	if _, err := c.ReadAt(tail, c.size-int64(len(tail))); err != nil {
		return 0 // opening the zip will say so
	}
	i := bytes.LastIndex(tail, emptyZipSignature)
	if i < 0 || len(tail)-i < 22 {
		return 0
	}
	size := binary.LittleEndian.Uint32(tail[i+12:])
	if size != 1<<32-1 {
		return uint64(size)
	}
	// A zip of 64 bits has a locator of its own end record before this one.
	if i < 20 || !bytes.HasPrefix(tail[i-20:], []byte("PK\x06\x07")) {
		return uint64(size)
	}
	end := make([]byte, 56)
	if _, err := c.ReadAt(end, int64(binary.LittleEndian.Uint64(tail[i-12:])&(1<<62-1))); err != nil {
		return 0
	}
	return binary.LittleEndian.Uint64(end[40:])
}
