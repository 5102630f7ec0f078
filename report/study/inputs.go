package study

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// inputs remembers every file a run read, for the manifest.
type inputs struct {
	dir   string
	files []entry // relative to dir, with slashes
}

// path returns where a file named in the study lies, or would lie.
func (in *inputs) path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return sheet.Lying(filepath.Join(in.dir, filepath.FromSlash(name)))
}

// notThere is the problem of a file that the study names and that is not there.
func (in *inputs) notThere(name string) survey.Problem {
	const missing = "no such file"
	return survey.Problem{File: name, Message: strings.Replace(sheet.NotThere(in.path(name)), missing, missing+"; the study names it", 1)}
}

// read returns a file's bytes and remembers it. That it is not there, or a
// folder, is a [survey.Problem].
func (in *inputs) read(name string) ([]byte, error) {
	path := in.path(name)
	source, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, in.notThere(name)
	}
	if stat, e := os.Stat(path); err != nil && e == nil && stat.IsDir() {
		return nil, survey.Problem{File: name, Message: "this is a folder; the study names it as a file"}
	}
	if err != nil {
		return nil, err
	}
	in.note(name, source)
	return source, nil
}

// record remembers a file that somebody else reads, which may be a large one. A
// file that cannot be read is left to them to report.
func (in *inputs) record(name string) {
	f, err := os.Open(in.path(name))
	if err != nil {
		return
	}
	defer f.Close()
	sum := sha256.New()
	if size, err := io.Copy(sum, f); err == nil {
		in.keep(entry{File: filepath.ToSlash(name), Bytes: size, SHA256: hex.EncodeToString(sum.Sum(nil))})
	}
}

// recordLarge is record of a file that need not fit into memory.
func (in *inputs) recordLarge(name string) {
	f, err := os.Open(in.path(name))
	if err != nil {
		return // left to those who read it
	}
	defer f.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, f)
	if err != nil {
		return
	}
	name = filepath.ToSlash(name)
	if !slices.ContainsFunc(in.files, func(f entry) bool { return f.File == name }) {
		in.files = append(in.files, entry{File: survey.MaskCPR(name), Bytes: n, SHA256: hex.EncodeToString(sum.Sum(nil))})
	}
}

func (in *inputs) note(name string, source []byte) {
	in.keep(newEntry(filepath.ToSlash(name), source))
}

// keep keeps an entry, each file's once.
func (in *inputs) keep(e entry) {
	if !slices.ContainsFunc(in.files, func(f entry) bool { return f.File == e.File }) {
		in.files = append(in.files, e)
	}
}

// sorted returns the files by name.
func (in *inputs) sorted() []entry {
	return slices.SortedFunc(slices.Values(in.files), func(a, b entry) int { return cmp.Compare(a.File, b.File) })
}
