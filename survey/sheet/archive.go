package sheet

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

const (
	// maxUnpacked is the most a workbook may unpack to, in bytes. A million
	// rows of twenty columns of text come to a good gigabyte.
	maxUnpacked = 4 << 30
	// A part of more than ratioFrom bytes may not unpack to more than maxRatio
	// times its size: cells come to ten or twenty times, and a file made to
	// fill a disk to a thousand.
	maxRatio  = 250
	ratioFrom = 32 << 20
)

// archive is the parts of a zip, by name in lower case.
type archive map[string]*zip.File

// openArchive reads the directory of a zip. The error is a sentence.
func openArchive(c contents) (archive, error) {
	if directorySize(c) > maxDirectory {
		return nil, errors.New("the workbook has more parts than any workbook has, and is not read")
	}
	z, err := zip.NewReader(c, c.size)
	if err != nil {
		return nil, errors.New("the workbook is damaged or cut short; copy or export it again")
	}
	parts := make(archive, len(z.File))
	var unpacked uint64
	for _, f := range z.File {
		if f.UncompressedSize64 > maxUnpacked || unpacked+f.UncompressedSize64 > maxUnpacked {
			return nil, fmt.Errorf("the workbook unpacks to more than %d MB, which is not read", maxUnpacked>>20)
		}
		if f.UncompressedSize64 > ratioFrom && f.UncompressedSize64/maxRatio > f.CompressedSize64 {
			return nil, fmt.Errorf("the workbook unpacks to %d times its size, as no real one does, and is not read", f.UncompressedSize64/max(f.CompressedSize64, 1))
		}
		unpacked += f.UncompressedSize64
		name := partName("/", f.Name)
		if _, twice := parts[name]; !twice {
			parts[name] = f
		}
	}
	return parts, nil
}

// part is an opened part.
type part struct {
	*markup
	ahead *ahead // nil where the part is too small to read ahead
	zip   io.Closer
}

// close ends reading.
func (p part) close() {
	if p.ahead != nil {
		p.ahead.close()
	}
	p.zip.Close()
}

// open opens a part. Inflating is most of the work of reading a part, so that
// a large one is inflated in a goroutine of its own.
func (a archive) open(name string) (part, error) {
	f, ok := a[name]
	if !ok {
		return part{}, errors.New("the part is missing")
	}
	z, err := f.Open()
	if err != nil {
		return part{}, err
	}
	p, in := part{zip: z}, io.Reader(z)
	if f.UncompressedSize64 > aheadBlock {
		p.ahead = readAhead(z)
		in = p.ahead
	}
	if p.markup, err = newMarkup(in); err != nil {
		p.close()
		return part{}, err
	}
	return p, nil
}

// each calls visit for every element of a part as it opens. A visit that skips
// or gathers leaves the element.
func (a archive) each(name string, visit func(m *markup) error) error {
	p, err := a.open(name)
	if err != nil {
		return err
	}
	defer p.close()
	for {
		e, err := p.next()
		if err != nil || e == ended {
			return err
		}
		if e == opened {
			if err := visit(p.markup); err != nil {
				return err
			}
		}
	}
}

// plain puts the errors of zip and deflate in words for a user.
func plain(err error) error {
	switch {
	case errors.Is(err, zip.ErrChecksum):
		return errors.New("its checksum does not fit")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("it breaks off")
	case errors.Is(err, zip.ErrAlgorithm), errors.Is(err, zip.ErrFormat):
		return errors.New("it is packed in a way that is not read")
	}
	return err
}

// partName returns the name of a part as the parts are keyed: target resolved
// against the folder it is named in. Some programs write backslashes, and the
// case of names does not count.
func partName(folder, target string) string {
	target = strings.ToLower(strings.ReplaceAll(target, `\`, "/"))
	if !strings.HasPrefix(target, "/") {
		target = path.Join("/", folder, target)
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}
