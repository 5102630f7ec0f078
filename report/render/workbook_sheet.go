package render

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// bookSheet is one sheet being filled. The first error stays and what follows it
// does nothing.
type bookSheet struct {
	book   *book
	name   string
	width  []float64 // of the columns, in characters
	frozen int       // rows above the body
	err    error
}

func (b *book) sheet(name string) *bookSheet { return &bookSheet{book: b, name: name} }

// at returns the name of a cell; columns and rows are from 1.
func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err)
	}
	return name
}

func (s *bookSheet) do(f func() error) {
	if s.err == nil {
		s.err = f()
	}
}

// put writes a value and its style. Empty text leaves only the style.
func (s *bookSheet) put(column, row int, value any, style int) {
	cell := at(column, row)
	if value != nil && value != "" {
		s.do(func() error { return s.book.SetCellValue(s.name, cell, value) })
	}
	s.do(func() error { return s.book.SetCellStyle(s.name, cell, cell, style) })
}

// link writes text that leads to another sheet.
func (s *bookSheet) link(column, row int, text, to string) {
	s.put(column, row, text, s.book.styles.link)
	s.do(func() error {
		return s.book.SetCellHyperLink(s.name, at(column, row), "'"+strings.ReplaceAll(to, "'", "''")+"'!A1", "Location")
	})
}

// block writes running text over so many columns, and makes room for it: Excel
// does not fit the height of merged cells to their text.
func (s *bookSheet) block(row, columns int, text string, style int) {
	s.put(1, row, text, style)
	for k := 2; k <= columns; k++ {
		s.put(k, row, nil, style)
	}
	if columns > 1 {
		s.do(func() error { return s.book.MergeCell(s.name, at(1, row), at(columns, row)) })
	}
	room := 0.0
	for k := range min(columns, len(s.width)) {
		room += s.width[k]
	}
	// At 9 points a little more fits than the width says, which is counted in
	// digits at 10.
	s.height(row, 5+12*lines(text, room*1.15))
}

// lines returns how many lines text takes at so many characters a line.
func lines(text string, room float64) float64 {
	n, used := 1.0, 0.0
	for word := range strings.FieldsSeq(text) {
		long := float64(utf8.RuneCountInString(word))
		if used > 0 && used+1+long > room {
			n, used = n+1, 0
		}
		if used > 0 {
			used++
		}
		used += long
	}
	return n
}

// height sets a row's height, of which Excel has no more than 409 points: a
// longer label is read in the cell.
func (s *bookSheet) height(row int, points float64) {
	s.do(func() error { return s.book.SetRowHeight(s.name, row, min(points, excelize.MaxRowHeight)) })
}

// widths sets the columns' widths from the first on, in characters.
func (s *bookSheet) widths(widths ...float64) {
	s.width = widths
	for k, width := range widths {
		name, _ := excelize.ColumnNumberToName(k + 1)
		s.do(func() error { return s.book.SetColWidth(s.name, name, name, width) })
	}
}

// freeze keeps the first columns and rows in sight.
func (s *bookSheet) freeze(columns, rows int) {
	s.frozen = rows
	pane := "bottomLeft"
	if columns > 0 {
		pane = "bottomRight"
	}
	s.do(func() error {
		return s.book.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: columns, YSplit: rows, TopLeftCell: at(columns+1, rows+1), ActivePane: pane,
			Selection: []excelize.Selection{{SQRef: "A1", ActiveCell: "A1", Pane: pane}}})
	})
}

// page sets the sheet up for print: A4 across, one page wide, headings and the
// notice on each.
func (s *bookSheet) page(heading string) {
	no, yes, a4, across, one, any := false, true, 9, "landscape", 1, 0
	s.do(func() error { return s.book.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no}) })
	s.do(func() error { return s.book.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}) })
	s.do(func() error {
		return s.book.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &one, FitToHeight: &any})
	})
	left := s.book.doc.Title
	if heading != "" {
		left += " · " + heading
	}
	s.do(func() error {
		return s.book.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
			OddHeader: "&L&8" + printed(opening(left, 120)), OddFooter: "&L&8" + printed(opening(s.book.doc.Notice, 120)) + "&R&8&P / &N"})
	})
}

// printed returns text fit for a header or footer, where & is a command and a
// digit after a size would be part of it.
func printed(text string) string {
	text = strings.ReplaceAll(text, "&", "&&")
	if text != "" && text[0] >= '0' && text[0] <= '9' {
		text = " " + text
	}
	return text
}
