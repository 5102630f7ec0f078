package sheet

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"stikprove/survey"
)

// smallPart is the size in bytes up to which a sheet's rows may stand in
// any order. The rows of a larger one are passed on as they are read.
const smallPart = 4 << 20

// spreadsheet is an .xlsx: a zip of XML parts that refer to each other.
type spreadsheet struct {
	archive
	date1904  bool
	styles    string // the part of number formats
	strings   string // the part of shared strings
	formats   func() ([]display, error)
	sharedSet func() ([]string, error)
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
	r.gather = gatherer{clash: func(row, column int) { r.report(row, column, "two cells of the file have this address") }}
	p, err := x.open(s.part)
	if err == nil {
		defer p.close()
		size := x.archive[s.part].UncompressedSize64
		r.gather.hold = size <= smallPart
		r.gather.emit = func(row Row) error {
			row.fraction = float64(p.passed+int64(p.at)) / float64(size)
			return f(row)
		}
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
