package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"sync"

	"stikprove/survey"
)

// maxUnpacked is the most a workbook may unpack to, in bytes, so that a small
// file cannot fill the memory.
const maxUnpacked = 1 << 30

// spreadsheet is an .xlsx: a zip of XML parts that refer to each other.
type spreadsheet struct {
	parts     map[string]*zip.File // by name in lower case
	date1904  bool
	styles    string // the part of number formats, empty where there is none
	strings   string // the part of shared strings, empty where there is none
	formats   func() ([]display, error)
	sharedSet func() ([]string, error)
}

// openPackage reads the list of sheets of an .xlsx. The error is a sentence.
func openPackage(data []byte) (*spreadsheet, []sheetEntry, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, nil, errors.New("the workbook is damaged or cut short; copy or export it again")
	}
	x := &spreadsheet{parts: make(map[string]*zip.File, len(z.File))}
	var unpacked uint64
	for _, f := range z.File {
		if f.UncompressedSize64 > maxUnpacked || unpacked+f.UncompressedSize64 > maxUnpacked {
			return nil, nil, fmt.Errorf("the workbook unpacks to more than %d MB, which is not read", maxUnpacked>>20)
		}
		unpacked += f.UncompressedSize64
		name := partName("/", f.Name)
		if _, twice := x.parts[name]; !twice {
			x.parts[name] = f
		}
	}
	root, err := x.rootPart()
	if err != nil {
		return nil, nil, err
	}
	sheets, err := x.readStructure(root)
	if err != nil {
		return nil, nil, fmt.Errorf("the list of sheets is damaged: %w; copy or export the workbook again", plain(err))
	}
	if len(sheets) == 0 {
		return nil, nil, errors.New("the workbook has no worksheets")
	}
	x.formats = sync.OnceValues(x.readFormats)
	x.sharedSet = sync.OnceValues(x.readStrings)
	return x, sheets, nil
}

// rootPart returns the part that lists the sheets; the error says what the zip
// is when it is no workbook.
func (x *spreadsheet) rootPart() (string, error) {
	root := "xl/workbook.xml"
	if relations, err := x.relations("", ""); err == nil {
		for _, r := range relations {
			if strings.HasSuffix(r.kind, "/officeDocument") {
				root = r.part
			}
		}
	}
	if _, ok := x.parts[root]; ok && !strings.HasSuffix(root, ".bin") && !strings.HasPrefix(root, "word/") && !strings.HasPrefix(root, "ppt/") {
		return root, nil
	}
	for _, other := range []struct{ part, message string }{
		{"xl/workbook.bin", "this is a binary workbook (.xlsb); open it in Excel and save it as .xlsx"},
		{"word/document.xml", "this is a Word document, want a workbook (.xlsx) or delimited text"},
		{"ppt/presentation.xml", "this is a PowerPoint presentation, want a workbook (.xlsx) or delimited text"},
		{"index/document.iwa", "this is a Numbers file; export it as .xlsx"},
		{"content.xml", "this is an OpenDocument spreadsheet (.ods); open it and save it as .xlsx"},
	} {
		if _, ok := x.parts[other.part]; ok {
			return "", errors.New(other.message)
		}
	}
	return "", errors.New("this is a zip archive without a workbook; unpack it and give the file inside")
}

// open returns a reader of a part.
func (x *spreadsheet) open(part string) (*markup, io.Closer, error) {
	f, ok := x.parts[part]
	if !ok {
		return nil, nil, errors.New("the part is missing")
	}
	r, err := f.Open()
	if err != nil {
		return nil, nil, err
	}
	m, err := newMarkup(r)
	if err != nil {
		r.Close()
		return nil, nil, err
	}
	return m, r, nil
}

// each calls visit for every element of a part as it opens. A visit that skips
// or gathers leaves the element.
func (x *spreadsheet) each(part string, visit func(m *markup) error) error {
	m, c, err := x.open(part)
	if err != nil {
		return err
	}
	defer c.Close()
	for {
		e, err := m.next()
		if err != nil || e == ended {
			return err
		}
		if e == opened {
			if err := visit(m); err != nil {
				return err
			}
		}
	}
}

// read reads the cells of a sheet.
func (x *spreadsheet) read(file string, s sheetEntry) (*Grid, error) {
	problem := survey.Problem{File: file, Sheet: s.name}
	formats, err := x.formats()
	if err != nil {
		problem.Message = fmt.Sprintf("the workbook's formats are damaged: %v; copy or export it again", plain(err))
		return nil, problem
	}
	shared, err := x.sharedSet()
	if err != nil {
		problem.Message = fmt.Sprintf("the workbook's texts are damaged: %v; copy or export it again", plain(err))
		return nil, problem
	}
	r := newSheetReader(file, s.name, formats, shared, x.date1904)
	m, c, err := x.open(s.part)
	if err == nil {
		defer c.Close()
		err = r.read(m)
	}
	if err != nil {
		problem.Row = r.row
		problem.Message = fmt.Sprintf("the sheet is damaged here: %v; copy or export the workbook again", plain(err))
		return nil, problem
	}
	return r.result()
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
