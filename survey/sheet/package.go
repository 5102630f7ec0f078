package sheet

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"sync"

	"stikprove/survey"
)

const (
	// maxUnpacked is the most a workbook may unpack to, in bytes. A million
	// rows of twenty columns of text come to a good gigabyte.
	maxUnpacked = 4 << 30
	// A part of more than ratioFrom bytes may not unpack to more than maxRatio
	// times its size: cells come to ten or twenty times, and a file made to
	// fill a disk to a thousand.
	maxRatio  = 250
	ratioFrom = 64 << 20
	// smallPart is the size in bytes up to which a sheet's rows may stand in
	// any order. The rows of a larger one are passed on as they are read.
	smallPart = 4 << 20
)

// spreadsheet is an .xlsx: a zip of XML parts that refer to each other.
type spreadsheet struct {
	archive
	date1904  bool
	styles    string // the part of number formats
	strings   string // the part of shared strings
	formats   func() ([]display, error)
	sharedSet func() ([]string, error)
}

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

// openPackage reads the list of sheets of an .xlsx. The error is a sentence.
func openPackage(parts archive) (*spreadsheet, []sheetEntry, error) {
	x := &spreadsheet{archive: parts}
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
	if _, ok := x.archive[root]; ok && !strings.HasSuffix(root, ".bin") && !strings.HasPrefix(root, "word/") && !strings.HasPrefix(root, "ppt/") {
		return root, nil
	}
	for _, other := range []struct{ part, message string }{
		{"xl/workbook.bin", "this is a binary workbook (.xlsb); open it in Excel and save it as .xlsx"},
		{"word/document.xml", "this is a Word document, want a workbook (.xlsx) or delimited text"},
		{"ppt/presentation.xml", "this is a PowerPoint presentation, want a workbook (.xlsx) or delimited text"},
		{"index/document.iwa", "this is a Numbers file; export it as .xlsx"},
	} {
		if _, ok := x.archive[other.part]; ok {
			return "", errors.New(other.message)
		}
	}
	return "", errors.New("this is a zip archive without a workbook; unpack it and give the file inside")
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

// kind implements source.
func (x *spreadsheet) kind() string { return "xlsx" }

// each reads the cells of a sheet.
func (x *spreadsheet) each(file string, s sheetEntry, f func(Row) error) ([]Range, error) {
	r := sheetReader{date1904: x.date1904, problem: survey.Problem{File: file, Sheet: s.name}}
	problem := r.problem
	var err error
	if r.formats, err = x.formats(); err != nil {
		problem.Message = fmt.Sprintf("the workbook's formats are damaged: %v; copy or export it again", plain(err))
		return nil, problem
	}
	if r.shared, err = x.sharedSet(); err != nil {
		problem.Message = fmt.Sprintf("the workbook's texts are damaged: %v; copy or export it again", plain(err))
		return nil, problem
	}
	r.gather = gatherer{emit: f, clash: func(row, column int) { r.report(row, column, "two cells of the file have this address") }}
	p, err := x.open(s.part)
	if err == nil {
		defer p.close()
		r.gather.hold = x.archive[s.part].UncompressedSize64 <= smallPart
		if err = r.read(p.markup); err == nil {
			r.row = 0
			err = r.gather.finish()
		}
	}
	var d disorder
	switch {
	case errors.As(r.gather.stopped, &d):
		problem.Row, problem.Message = d.row, d.Error()
		return nil, problem
	case r.gather.stopped != nil:
		return nil, r.gather.stopped
	case err != nil:
		problem.Row = r.row
		problem.Message = fmt.Sprintf("the sheet is damaged here: %v; copy or export the workbook again", plain(err))
		return nil, problem
	case len(r.problems) == 1:
		return nil, r.problems[0]
	case len(r.problems) > 0:
		return nil, r.problems.Sorted()
	}
	return r.merged, nil
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
