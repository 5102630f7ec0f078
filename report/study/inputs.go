package study

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
)

// Input is a file that a run read.
type Input struct {
	File   string `json:"file"` // relative to the study's folder, with slashes
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// inputs remembers every file a run read, for the manifest.
type inputs struct {
	dir   string
	files []Input
}

// path returns where a file named in the study lies.
func (in *inputs) path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(in.dir, filepath.FromSlash(name))
}

// read returns a file's bytes and remembers it.
func (in *inputs) read(name string) ([]byte, error) {
	source, err := os.ReadFile(in.path(name))
	if err != nil {
		return nil, err
	}
	in.note(name, source)
	return source, nil
}

// open returns a file's bytes to read from and remembers it.
func (in *inputs) open(name string) (*bytes.Reader, error) {
	source, err := in.read(name)
	return bytes.NewReader(source), err
}

// record remembers a file that somebody else reads. A file that cannot be read
// is left to them to report.
func (in *inputs) record(name string) {
	if source, err := os.ReadFile(in.path(name)); err == nil {
		in.note(name, source)
	}
}

func (in *inputs) note(name string, source []byte) {
	name = filepath.ToSlash(name)
	if slices.ContainsFunc(in.files, func(f Input) bool { return f.File == name }) {
		return
	}
	sum := sha256.Sum256(source)
	in.files = append(in.files, Input{File: name, Bytes: int64(len(source)), SHA256: hex.EncodeToString(sum[:])})
}

// sorted returns the files by name.
func (in *inputs) sorted() []Input {
	return slices.SortedFunc(slices.Values(in.files), func(a, b Input) int { return cmp.Compare(a.File, b.File) })
}
