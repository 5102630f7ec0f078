package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"stikprove/survey"
	"stikprove/survey/whole"
)

// Page is a sheet whose cells stand where somebody wants them, to be filled in:
// only cells with a look for answers can be changed. The protection has no
// password, so that whoever has to can lift it.
type Page struct {
	Name    string
	Cells   []PageCell
	Widths  []float64 // of the columns from A, in characters; 0 hides a column
	Heights []float64 // of the rows from 1, in points; 0 leaves it to the program, less than 0 hides a row
	Frozen  int       // rows at the top that stay in sight
	Hidden  bool      // kept out of sight so that only programs find it

	Choices []PageChoice
	Limits  []PageLimit
	Shades  []PageShade
}

// PageCell is a cell of a page. Its value is as those of [Sheet].
type PageCell struct {
	Row, Column int
	Value       any
	Look        PageLook
	Across      int // so many cells from it are one; 0 and 1 for itself
}

// PageLook is how a cell looks, and whether it is filled in.
type PageLook uint8

// The looks of a cell. Those from LookAnswer on can be filled in.
const (
	LookText PageLook = iota
	LookTitle
	LookHead
	LookSection
	LookQuestion
	LookHint
	LookFixed  // an answer that is given and cannot be changed
	LookAnswer // anything
	LookAnswerText
	LookAnswerDate
	LookAnswerBox // a box to tick
)

// PageChoice gives cells a drop-down of the values in From, such as
// 'Lists'!$A$2:$A$5; anything else is refused in the words of Error.
type PageChoice struct {
	Cells, From, Error string
}

// PageLimit holds the answers of cells to a kind, and to a formula or bounds,
// which are formulas too; an empty bound is none. Anything else is refused in
// the words of Error.
type PageLimit struct {
	Cells   string
	Kind    LimitKind
	Least   string
	Most    string
	Formula string // in place of the kind: true of what is allowed
	Error   string
}

// LimitKind is a kind of answer.
type LimitKind uint8

// The kinds of answer.
const (
	LimitNumber LimitKind = iota
	LimitWhole
	LimitDate
	LimitLength // of a text, in characters
)

// PageShade changes how cells look where a formula is true, which is written
// for the first of them.
type PageShade struct {
	Cells, Formula string
	Wrong          bool // marked as wrong; otherwise greyed
}

// PageName is a name for cells, so that other sheets can ask about them where a
// program does not let them name a sheet.
type PageName struct{ Name, Cells string }

// What Excel allows, and a bound that no answer reaches.
const (
	mostErrorText = 255 // UTF-16 units of a message
	farNumber     = "1E+15"
	firstDay      = "1"       // 1900-01-01
	lastDay       = "2958465" // 9999-12-31
)

// WritePages writes a workbook of pages with its structure protected. The same
// pages give the same bytes, and the file is complete or not there.
func WritePages(path string, p Properties, names []PageName, pages ...Page) error {
	file := filepath.Base(path)
	f := excelize.NewFile()
	defer f.Close()
	if err := setProperties(f, p); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	w := pageWriter{sheetWriter: sheetWriter{file: file, book: f}, looks: map[PageLook]int{}}
	for i, page := range pages {
		if err := w.begin(i, Sheet{Name: page.Name}); err != nil {
			return survey.Problem{File: file, Sheet: page.Name, Message: err.Error()}
		}
	}
	for _, n := range names {
		if err := f.SetDefinedName(&excelize.DefinedName{Name: n.Name, RefersTo: n.Cells}); err != nil {
			return fmt.Errorf("%s: name %s: %w", file, n.Name, err)
		}
	}
	for _, page := range pages {
		if err := w.page(page); err != nil {
			return err
		}
	}
	if err := f.ProtectWorkbook(&excelize.WorkbookProtectionOptions{LockStructure: true}); err != nil {
		return fmt.Errorf("%s: %w", file, err)
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

type pageWriter struct {
	sheetWriter
	looks map[PageLook]int // styles by look
}

// page writes one page.
func (w *pageWriter) page(p Page) error {
	for _, c := range p.Cells {
		if err := w.put(p.Name, c); err != nil {
			return survey.Problem{File: w.file, Sheet: p.Name, Row: c.Row, Column: c.Column, Message: err.Error()}
		}
	}
	if err := errors.Join(w.size(p), w.validate(p), w.shade(p), w.protect(p)); err != nil {
		return fmt.Errorf("%s: sheet %s: %w", w.file, p.Name, err)
	}
	return nil
}

func (w *pageWriter) put(name string, c PageCell) error {
	at := survey.CellName(c.Row, c.Column)
	v, err := w.cell(c.Value)
	if err != nil {
		return err
	}
	if dressed, ok := v.(excelize.Cell); ok {
		v = dressed.Value
	}
	if err := w.book.SetCellValue(name, at, v); err != nil {
		return err
	}
	style, err := w.style(c.Look)
	if err != nil {
		return err
	}
	last := survey.CellName(c.Row, c.Column+max(c.Across, 1)-1)
	if last != at {
		if err := w.book.MergeCell(name, at, last); err != nil {
			return err
		}
	}
	return w.book.SetCellStyle(name, at, last, style)
}

// size sets widths, heights, what stays in sight, and how the page prints: as
// wide as the paper.
func (w *pageWriter) size(p Page) error {
	for i, width := range p.Widths {
		letters := survey.ColumnName(i + 1)
		if width == 0 {
			if err := w.book.SetColVisible(p.Name, letters, false); err != nil {
				return err
			}
		} else if err := w.book.SetColWidth(p.Name, letters, letters, width); err != nil {
			return err
		}
	}
	for i, height := range p.Heights {
		var err error
		switch {
		case height < 0:
			err = w.book.SetRowVisible(p.Name, i+1, false)
		case height > 0:
			err = w.book.SetRowHeight(p.Name, i+1, min(height, 409)) // Excel has no higher rows
		}
		if err != nil {
			return err
		}
	}
	if p.Hidden {
		return w.book.SetSheetVisible(p.Name, false, true)
	}
	if p.Frozen > 0 {
		top := survey.CellName(p.Frozen+1, 1)
		if err := w.book.SetPanes(p.Name, &excelize.Panes{Freeze: true, YSplit: p.Frozen, TopLeftCell: top, ActivePane: "bottomLeft"}); err != nil {
			return err
		}
	}
	grid, paper, across, one, many, fit := false, 9, "landscape", 1, 0, true // A4
	return errors.Join(
		w.book.SetSheetView(p.Name, 0, &excelize.ViewOptions{ShowGridLines: &grid}),
		w.book.SetPageLayout(p.Name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &across, FitToWidth: &one, FitToHeight: &many}),
		w.book.SetSheetProps(p.Name, &excelize.SheetPropsOptions{FitToPage: &fit}),
	)
}

// validate sets drop-downs and limits.
func (w *pageWriter) validate(p Page) error {
	for _, c := range p.Choices {
		v := excelize.NewDataValidation(true)
		v.Sqref = c.Cells
		v.SetSqrefDropList(c.From)
		v.SetError(excelize.DataValidationErrorStyleStop, p.Name, shortened(c.Error))
		if err := w.book.AddDataValidation(p.Name, v); err != nil {
			return err
		}
	}
	for _, l := range p.Limits {
		v := excelize.NewDataValidation(true)
		v.Sqref = l.Cells
		if l.Formula != "" {
			v.Type, v.Formula1 = "custom", l.Formula
		} else if err := l.bounds(v); err != nil {
			return err
		}
		v.SetError(excelize.DataValidationErrorStyleStop, p.Name, shortened(l.Error))
		if err := w.book.AddDataValidation(p.Name, v); err != nil {
			return err
		}
	}
	return nil
}

// bounds sets the kind and the bounds of a limit. A kind wants bounds, so that
// an open one is as far as answers go.
func (l PageLimit) bounds(v *excelize.DataValidation) error {
	kind, least, most := excelize.DataValidationTypeDecimal, "-"+farNumber, farNumber
	switch l.Kind {
	case LimitWhole:
		kind = excelize.DataValidationTypeWhole
	case LimitDate:
		kind, least, most = excelize.DataValidationTypeDate, firstDay, lastDay
	case LimitLength:
		kind, least = excelize.DataValidationTypeTextLength, "0"
	}
	if l.Least != "" {
		least = l.Least
	}
	if l.Most != "" {
		most = l.Most
	}
	return v.SetRange(least, most, kind, excelize.DataValidationOperatorBetween)
}

// shortened cuts a message at what Excel shows.
func shortened(s string) string {
	for units := utf16.Encode([]rune(s)); len(units) > mostErrorText; units = utf16.Encode([]rune(s)) {
		runes := []rune(s)
		s = string(runes[:len(runes)-2]) + "…"
	}
	return s
}

// protect locks all but the answers.
func (w *pageWriter) protect(p Page) error {
	return w.book.ProtectSheet(p.Name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true,
	})
}
