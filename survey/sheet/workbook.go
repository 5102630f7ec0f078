package sheet

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"stikprove/survey"
)

// Workbook is an opened file with one or more sheets. Its methods may be
// called from several goroutines.
type Workbook struct {
	file     string
	sheets   []sheetEntry
	source   source
	contents contents
	progress func(Progress) // nil where nobody wants to know
}

// maxTables is the most sheets of a workbook, all kinds counted. LibreOffice
// takes as many, and Excel what fits in the memory.
const maxTables = 10_000

// source reads the cells of a sheet in one kind of file.
type source interface {
	// kind names the kind of file.
	kind() string
	// each passes the rows of a sheet to f and returns its merged cells.
	each(file string, s sheetEntry, f func(Row) error) ([]Range, error)
}

// sheetEntry is a sheet as the workbook lists it.
type sheetEntry struct {
	name   string
	part   string // of an .xlsx: the part in the zip
	place  int    // of an .ods: the place among its tables
	hidden bool
}

// Open opens an .xlsx or .ods workbook or delimited text. What the file is shows in
// its first bytes; its name is not asked. Other files, and files that cannot
// be found or read, give a [survey.Problem] that says the way out.
func Open(path string) (*Workbook, error) { return OpenWith(path, Options{}) }

// OpenWith is [Open] where the study says how to read the file.
func OpenWith(path string, o Options) (*Workbook, error) {
	file := filepath.Base(path)
	c, err := load(path)
	if err != nil {
		return nil, survey.Problem{File: file, Message: err.Error()}
	}
	w, err := openContents(file, c, o)
	if err != nil && c.file != nil {
		c.file.Close()
	}
	return w, err
}

// openContents is OpenWith for a file that has been found.
func openContents(file string, c contents, o Options) (*Workbook, error) {
	w := &Workbook{file: file, contents: c, progress: o.Progress}
	var err error
	if w.source, w.sheets, err = openSource(c, o); err != nil {
		return nil, survey.Problem{File: file, Message: err.Error()}
	}
	return w, nil
}

// openSource tells what a file is and opens it. The error is a sentence.
func openSource(c contents, o Options) (source, []sheetEntry, error) {
	kind, err := recognise(c)
	if err != nil {
		return nil, nil, err
	}
	switch kind {
	case kindZip:
		return openZip(c)
	case kindEncrypted:
		if c, err = decrypt(c, o.Password); err != nil {
			return nil, nil, err
		}
		return openZip(c)
	}
	if o.Beginning {
		c = c.beginning()
	}
	return openDelimited(c, o)
}

// openZip opens a workbook that is a zip of parts.
func openZip(c contents) (source, []sheetEntry, error) {
	parts, err := openArchive(c)
	if err != nil {
		return nil, nil, err
	}
	if _, ok := parts[odsContent]; ok {
		return openODS(parts)
	}
	return openPackage(parts)
}

// Close lets go of the file, which a Workbook of more than 8 MB keeps open.
// A Workbook that is forgotten lets go of it in its own time.
func (w *Workbook) Close() error {
	if w.contents.file == nil {
		return nil
	}
	return w.contents.file.Close()
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
func (w *Workbook) Kind() string { return w.source.kind() }

// Dialect returns how delimited text is written, and the zero Dialect for a
// workbook. It reads the file once more, to its end.
func (w *Workbook) Dialect() Dialect {
	if d, text := w.source.(*delimited); text {
		encoding, separator := w.Separation()
		return Dialect{Encoding: encoding, Separator: separator, DecimalComma: slices.Clone(d.comma())}
	}
	return Dialect{}
}

// Separation returns the encoding and the separator of delimited text as
// [Dialect] has them, without reading it again; nothing for a workbook.
func (w *Workbook) Separation() (encoding string, separator rune) {
	d, text := w.source.(*delimited)
	switch {
	case !text:
		return "", 0
	case d.separator != oneColumn:
		separator = rune(d.separator)
	}
	return d.encoding, separator
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
	g := &Grid{file: w.file, sheet: s.name}
	var numbers interner
	merged, err := w.source.each(w.file, s, w.told(s, func(r Row) error { return g.add(r, &numbers) }))
	if err != nil {
		return nil, err
	}
	g.merged = merged
	return g, nil
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
