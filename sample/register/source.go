package register

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// Source is a file of spells: delimited text with a heading row, as it is or
// compressed by gzip. Lines above the headings that begin with # are remarks.
type Source struct {
	Path    string
	Name    string // what messages call the file; its base name where empty
	Columns Columns
	// Separator and Encoding say how the text is written where a guess is
	// wrong, see [sheet.Options].
	Separator rune
	Encoding  string
	// Key is the study's secret, by which personal numbers are hashed. Without
	// one a run makes its own, and pseudonyms differ from run to run.
	Key []byte
}

// headSize is how much of a text is looked at to tell how it is written.
const headSize = 256 << 10

// opened is a file of spells whose headings are read.
type opened struct {
	blocks
	file      *os.File
	found     found
	separator byte
	encoding  string // of the bytes that blocks hands out
	before    int    // lines before the first row
	personal  bool   // ids are personal numbers
}

// open opens the file and finds its columns. The error is a [survey.Problem]
// or several where the file is at fault.
func (s Source) open() (*opened, error) {
	f, err := os.Open(sheet.Lying(s.Path))
	if err != nil {
		return nil, s.unreadable(err)
	}
	o := &opened{file: f}
	if err := s.begin(o); err != nil {
		f.Close()
		return nil, err
	}
	return o, nil
}

// name is what messages call the file.
func (s Source) name() string { return cmp.Or(s.Name, filepath.Base(s.Path)) }

func (s Source) problem(format string, args ...any) error {
	return survey.Problem{File: s.name(), Message: fmt.Sprintf(format, args...)}
}

// unreadable words an error of the file system or of decompression.
func (s Source) unreadable(err error) error {
	var path *fs.PathError
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s.problem("%s", sheet.NotThere(s.Path))
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader), errors.As(err, &corrupt):
		return s.problem("the compressed file is damaged or breaks off; export it again")
	case errors.As(err, &path):
		return s.problem("the file cannot be read: %v", path.Err)
	}
	return s.problem("the file cannot be read: %v", err)
}

// begin reads the text's head and leaves o before the first row.
func (s Source) begin(o *opened) error {
	in := bufio.NewReaderSize(o.file, headSize)
	if magic, _ := in.Peek(2); string(magic) == "\x1f\x8b" {
		unpacked, err := gzip.NewReader(in)
		if err != nil {
			return s.unreadable(err)
		}
		in = bufio.NewReaderSize(unpacked, headSize)
	}
	options := sheet.Options{Separator: s.Separator, Encoding: s.Encoding}
	head, err := in.Peek(headSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return s.unreadable(err)
	}
	if first, wrong := sheet.ReadHead(head, err != nil, options); wrong == nil && strings.HasPrefix(first.Encoding, "utf-16") {
		in = bufio.NewReaderSize(sheet.Decoded(in, first.Encoding), headSize)
		options.Encoding = "utf-8"
		head, err = in.Peek(headSize)
	}
	skip := o.remarks(head)
	h, wrong := sheet.ReadHead(head[skip:], err != nil, options)
	if wrong != nil {
		return s.problem("%v", wrong)
	}
	if len(h.Records) == 0 {
		return s.problem("the file is empty; want a row of headings and a row for each spell")
	}
	skip += h.Skip
	o.encoding, o.separator = h.Encoding, byte(h.Separator)
	if h.Separator == 0 {
		o.separator = 0xFF // one column
	}
	o.quote = o.separator
	headings, lines := rowEnd(head[skip:], 0, o.separator)
	skip = min(skip+headings+1, len(head))
	o.before += 1 + lines
	var problems survey.Problems
	if o.found, problems = s.Columns.find(s.name(), h.Records[0]); problems != nil {
		return problems
	}
	o.personal = personal(h.Records[0][o.found.at[personColumn]], idsOf(h.Records[1:], o.found.at[personColumn]))
	_, err = in.Discard(skip)
	o.in = in
	return err
}

// remarks returns the length of the lines that begin with #, behind a byte
// order mark, and counts them.
func (o *opened) remarks(head []byte) int {
	at := 0
	if bytes.HasPrefix(head, []byte("\uFEFF")) && len(head) > 3 && head[3] == '#' {
		at = 3
	}
	for at < len(head) && head[at] == '#' {
		at += len(line(head[at:]))
		o.before++
	}
	return at
}

// line returns the first line of a text with its end.
func line(text []byte) []byte {
	if end := bytes.IndexByte(text, '\n'); end >= 0 {
		return text[:end+1]
	}
	return text
}

func idsOf(records [][]string, at int) []string {
	var ids []string
	for _, r := range records {
		if at < len(r) {
			ids = append(ids, strings.TrimSpace(r[at]))
		}
	}
	return ids
}
