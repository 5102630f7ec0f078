package sheet

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"stikprove/survey"
)

// maxFile is the largest file that is read, in bytes. A workbook of a million
// rows of twenty columns is about a tenth of it.
const maxFile = 1 << 30

// Workbook is an opened file with one or more sheets. Its methods may be
// called from several goroutines.
type Workbook struct {
	file   string
	sheets []sheetEntry
	source source
}

// source reads the cells of a sheet in one kind of file.
type source interface {
	read(file string, s sheetEntry) (*Grid, error)
}

// sheetEntry is a sheet as the workbook lists it.
type sheetEntry struct {
	name   string
	part   string // of an .xlsx: the part in the zip
	hidden bool
}

// Open opens an .xlsx workbook or delimited text. What the file is shows in
// its first bytes; its name is not asked. Other files, and files that cannot
// be found or read, give a [survey.Problem] that says the way out.
func Open(path string) (*Workbook, error) { return OpenWith(path, Options{}) }

// OpenWith is [Open] where the study says how to read the file.
func OpenWith(path string, o Options) (*Workbook, error) {
	file := filepath.Base(path)
	data, err := load(path)
	if err != nil {
		return nil, survey.Problem{File: file, Message: err.Error()}
	}
	return open(file, data)
}

// load returns the bytes of a file; the error is a sentence for the user.
func load(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("no such file")
	case err != nil:
		return nil, fmt.Errorf("the file cannot be read: %w", cause(err))
	case info.IsDir():
		return nil, errors.New("this is a folder, want a workbook or delimited text")
	case info.Size() > maxFile:
		return nil, fmt.Errorf("the file is %d MB, want at most %d MB", info.Size()>>20, maxFile>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("the file cannot be read: %w; is it open in another program?", cause(err))
	}
	return data, nil
}

// cause strips the path from a file error: the message names the file already.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// open is Open for a file that is read already.
func open(file string, data []byte) (*Workbook, error) {
	kind, err := recognise(data)
	if err != nil {
		return nil, survey.Problem{File: file, Message: err.Error()}
	}
	w := &Workbook{file: file}
	if kind == kindZip {
		w.source, w.sheets, err = openPackage(data)
	} else {
		w.source, w.sheets, err = openDelimited(data)
	}
	if err != nil {
		return nil, survey.Problem{File: file, Message: err.Error()}
	}
	return w, nil
}

// File returns the base name of the file, as used in messages.
func (w *Workbook) File() string { return w.file }

// Sheets returns the names of the sheets that are not hidden, in the order of
// their tabs. Delimited text has one sheet, named "".
func (w *Workbook) Sheets() []string {
	var names []string
	for _, s := range w.sheets {
		if !s.hidden {
			names = append(names, s.name)
		}
	}
	return names
}

// HiddenSheets returns the names of the sheets that Excel does not show, in the
// order of their tabs. They can be read by name.
func (w *Workbook) HiddenSheets() []string {
	var names []string
	for _, s := range w.sheets {
		if s.hidden {
			names = append(names, s.name)
		}
	}
	return names
}

// Kind returns what the file is: "xlsx", "ods" or "delimited text".
func (w *Workbook) Kind() string {
	if _, text := w.source.(*delimited); text {
		return "delimited text"
	}
	return "xlsx"
}

// Dialect returns how delimited text is written, and the zero Dialect for a
// workbook.
func (w *Workbook) Dialect() Dialect {
	if d, text := w.source.(*delimited); text {
		return Dialect{Encoding: "utf-8", Separator: rune(d.separator)}
	}
	return Dialect{}
}

// Has reports whether Read would find a sheet by that name.
func (w *Workbook) Has(sheet string) bool {
	_, ok := w.find(sheet)
	return ok
}

// find returns the sheet called name. Excel takes names that differ in case
// for the same, so a second look does too.
func (w *Workbook) find(name string) (sheetEntry, bool) {
	for _, same := range []func(string, string) bool{func(a, b string) bool { return a == b }, strings.EqualFold} {
		for _, s := range w.sheets {
			if same(s.name, name) {
				return s, true
			}
		}
	}
	return sheetEntry{}, false
}

// Read returns the cells of a sheet. A hidden sheet can be read by its name.
//
// The error is a [survey.Problem], or [survey.Problems] where several cells
// cannot be read: no sheet by that name, a damaged part, a cell that points
// outside the workbook. There is no Grid then.
func (w *Workbook) Read(sheet string) (*Grid, error) {
	s, ok := w.find(sheet)
	if !ok {
		return nil, survey.Problem{File: w.file, Message: w.noSheet(sheet)}
	}
	return w.source.read(w.file, s)
}

// noSheet says that a sheet is missing, and which there are.
func (w *Workbook) noSheet(sheet string) string {
	if _, text := w.source.(*delimited); text {
		return fmt.Sprintf("no sheet %q; the file is delimited text and has no sheets", sheet)
	}
	var names []string
	for _, s := range w.Sheets() {
		names = append(names, fmt.Sprintf("%q", s))
	}
	if len(names) == 0 {
		return fmt.Sprintf("no sheet %q; all sheets of the workbook are hidden", sheet)
	}
	return fmt.Sprintf("no sheet %q; the workbook has %s", sheet, strings.Join(names, ", "))
}
