package sheet

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/xuri/excelize/v2"

	"stikprove/survey"
	"stikprove/survey/whole"
)

// Sheet is a sheet to write: its name and its rows from the first, each from
// column A. A value is a string, which stays text whatever it looks like, an
// int, a float64, a bool, a [time.Time], a [Formula], or nil for an empty cell.
// A time is written as its own clock shows it, midnight as a date alone.
type Sheet struct {
	Name string
	Rows [][]any
}

// Formula is a formula, with or without the leading =. It is written without a
// value; Excel computes one when it opens the workbook.
type Formula string

// Properties say what a workbook is, where Excel and file managers show it.
// Language is a tag such as "da". An empty Creator is this program.
type Properties struct{ Title, Subject, Description, Keywords, Creator, Language string }

// program is the creator of workbooks that name none.
const program = "Stikprøve"

// Write writes a plain workbook to path. The same sheets give the same bytes.
// The file is complete or is not there: it is written beside its place and
// then moved.
//
// Characters that XML cannot hold become spaces. The error is a
// [survey.Problem] where a name or a value cannot be written, such as text of
// more than 32,767 characters, which Excel would cut. Write panics on a value
// of a type that Sheet does not list.
func Write(path string, p Properties, sheets ...Sheet) error {
	file := filepath.Base(path)
	data, err := workbookBytes(file, p, sheets)
	if err != nil {
		return err
	}
	return whole.WriteBytes(path, data)
}

// workbookBytes returns the bytes of a workbook.
func workbookBytes(file string, p Properties, sheets []Sheet) ([]byte, error) {
	if len(sheets) == 0 {
		return nil, survey.Problem{File: file, Message: "a workbook needs a sheet"}
	}
	f := excelize.NewFile()
	defer f.Close()
	if err := setProperties(f, p); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	w := sheetWriter{file: file, book: f}
	for i, s := range sheets {
		if err := w.begin(i, s); err != nil {
			return nil, survey.Problem{File: file, Sheet: s.Name, Message: err.Error()}
		}
		if err := w.write(s); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return Finish(out.Bytes())
}

// setProperties names the workbook and its maker.
func setProperties(f *excelize.File, p Properties) error {
	return errors.Join(
		f.SetDocProps(&excelize.DocProperties{
			Title: p.Title, Subject: p.Subject, Description: p.Description, Keywords: p.Keywords,
			Creator: cmp.Or(p.Creator, program), LastModifiedBy: cmp.Or(p.Creator, program), Language: p.Language,
		}),
		f.SetAppProps(&excelize.AppProperties{Application: program}),
	)
}

// sheetWriter writes the sheets of one workbook.
type sheetWriter struct {
	file   string
	book   *excelize.File
	styles [2]int // of a date and of a date with a time; 0 until used
}

// begin adds the i-th sheet.
func (w *sheetWriter) begin(i int, s Sheet) error {
	if n, err := w.book.GetSheetIndex(s.Name); err == nil && n >= 0 && i > 0 {
		return errors.New("two sheets have this name")
	}
	if i == 0 {
		return w.book.SetSheetName(w.book.GetSheetName(0), s.Name)
	}
	_, err := w.book.NewSheet(s.Name)
	return err
}

// write writes the rows of a sheet that has begun.
func (w *sheetWriter) write(s Sheet) error {
	columns := 0
	for _, row := range s.Rows {
		columns = max(columns, len(row))
	}
	if len(s.Rows) > MaxRows || columns > MaxColumns {
		return survey.Problem{File: w.file, Sheet: s.Name, Message: fmt.Sprintf("%d rows of %d columns, want at most %d of %d", len(s.Rows), columns, MaxRows, MaxColumns)}
	}
	// Readers that trust the dimension see one cell unless it is set.
	last := survey.CellName(max(len(s.Rows), 1), max(columns, 1))
	if err := w.book.SetSheetDimension(s.Name, "A1:"+last); err != nil {
		return fmt.Errorf("%s: %w", w.file, err)
	}
	stream, err := w.book.NewStreamWriter(s.Name)
	if err != nil {
		return fmt.Errorf("%s: %w", w.file, err)
	}
	cells := make([]any, 0, columns)
	for i, row := range s.Rows {
		cells = cells[:0]
		for j, value := range row {
			c, err := w.cell(value)
			if err != nil {
				return survey.Problem{File: w.file, Sheet: s.Name, Row: i + 1, Column: j + 1, Message: err.Error()}
			}
			cells = append(cells, c)
		}
		if err := stream.SetRow(survey.CellName(i+1, 1), cells); err != nil {
			return fmt.Errorf("%s: %w", w.file, err)
		}
	}
	if err := stream.Flush(); err != nil {
		return fmt.Errorf("%s: %w", w.file, err)
	}
	return nil
}
