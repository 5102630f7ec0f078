package sheet

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"

	"stikprove/survey"
	"stikprove/survey/whole"
)

// FillIn is a sheet for people to read and to fill in. Its first row is
// headings, which stay in sight, unless it is Plain.
type FillIn struct {
	Sheet
	Columns []FillColumn // from A; columns beyond are as wide as Excel has them
	Plain   bool         // running text, without headings
	Hidden  bool         // kept out of sight; it is read by its name
}

// FillColumn says how a column looks and what may be filled in.
type FillColumn struct {
	Width  float64 // in characters; 0 for Excel's own
	Wrap   bool    // long text is broken into lines
	Hidden bool
	Kind   FillKind
	// From names the cells that hold the allowed values, as 'Codes'!$A$2:$A$5:
	// the cells below the heading then have a drop-down of them, and Excel
	// refuses anything else.
	From  string
	Error string // what Excel says to anything else
}

// FillKind says what people do with a column.
type FillKind uint8

// The kinds of column.
const (
	FillRead FillKind = iota // to be read
	FillText                 // to be filled in; what is typed stays text
	FillDate                 // to be filled in with a day
	FillPick                 // to be filled in, from a drop-down
	FillRate                 // to be read: a number with two decimals
)

// RangeOf returns the address of a column's cells from row first to row last on
// another sheet, as FillColumn.From takes it.
func RangeOf(sheet string, column, first, last int) string {
	letters := survey.ColumnName(column)
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", strings.ReplaceAll(sheet, "'", "''"), letters, first, letters, last)
}

// WriteFillIn writes a workbook of sheets to fill in. It holds what [Write]
// holds: the same sheets give the same bytes, and the file is complete or not
// there.
func WriteFillIn(path string, p Properties, sheets ...FillIn) error {
	file := filepath.Base(path)
	if len(sheets) == 0 {
		return survey.Problem{File: file, Message: "a workbook needs a sheet"}
	}
	f := excelize.NewFile()
	defer f.Close()
	if err := setProperties(f, p); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	w := fillWriter{sheetWriter: sheetWriter{file: file, book: f}, made: map[look]int{}}
	for i, s := range sheets {
		if err := w.begin(i, s.Sheet); err != nil {
			return survey.Problem{File: file, Sheet: s.Name, Message: err.Error()}
		}
	}
	for _, s := range sheets {
		if err := w.fill(s); err != nil {
			return err
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	data, err := Finish(out.Bytes())
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return whole.WriteBytes(path, data)
}

// fillWriter writes the sheets of one workbook with their looks.
type fillWriter struct {
	sheetWriter
	made map[look]int // styles by look
}

// look is how a cell looks.
type look struct {
	kind    FillKind
	wrap    bool
	heading bool
}

// fill writes one sheet.
func (w *fillWriter) fill(s FillIn) error {
	wide := len(s.Columns)
	for _, row := range s.Rows {
		wide = max(wide, len(row))
	}
	if len(s.Rows) > MaxRows || wide > MaxColumns {
		return survey.Problem{File: w.file, Sheet: s.Name, Message: fmt.Sprintf("%d rows of %d columns, want at most %d of %d", len(s.Rows), wide, MaxRows, MaxColumns)}
	}
	if err := w.prepare(s, wide); err != nil {
		return fmt.Errorf("%s: sheet %s: %w", w.file, s.Name, err)
	}
	stream, err := w.book.NewStreamWriter(s.Name)
	if err != nil {
		return fmt.Errorf("%s: %w", w.file, err)
	}
	if err := w.widths(stream, s); err != nil {
		return fmt.Errorf("%s: sheet %s: %w", w.file, s.Name, err)
	}
	for i, row := range s.Rows {
		cells := make([]any, wide)
		for j := range cells {
			var value any
			if j < len(row) {
				value = row[j]
			}
			if cells[j], err = w.dressed(s, i, j, value); err != nil {
				return survey.Problem{File: w.file, Sheet: s.Name, Row: i + 1, Column: j + 1, Message: err.Error()}
			}
		}
		if err := stream.SetRow(survey.CellName(i+1, 1), cells, s.height(i)); err != nil {
			return fmt.Errorf("%s: %w", w.file, err)
		}
	}
	if err := stream.Flush(); err != nil {
		return fmt.Errorf("%s: %w", w.file, err)
	}
	if s.Hidden {
		return w.book.SetSheetVisible(s.Name, false)
	}
	return nil
}

// prepare sets what belongs to the whole sheet: its size, the drop-downs and
// the filter.
func (w *fillWriter) prepare(s FillIn, wide int) error {
	last := max(len(s.Rows), 1)
	if err := w.book.SetSheetDimension(s.Name, "A1:"+survey.CellName(last, max(wide, 1))); err != nil {
		return err
	}
	for j, c := range s.Columns {
		if c.From == "" || last < 2 {
			continue
		}
		v := excelize.NewDataValidation(true)
		v.Sqref = survey.CellName(2, j+1) + ":" + survey.CellName(last, j+1)
		v.SetSqrefDropList(c.From)
		if c.Error != "" {
			v.SetError(excelize.DataValidationErrorStyleStop, s.Name, c.Error)
		}
		if err := w.book.AddDataValidation(s.Name, v); err != nil {
			return err
		}
	}
	if s.Plain || s.Hidden || last < 2 {
		return nil
	}
	return w.book.AutoFilter(s.Name, "A1:"+survey.CellName(last, wide), nil)
}
