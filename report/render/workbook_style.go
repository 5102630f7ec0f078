package render

import (
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// The face and colours of a workbook are those of the page and the figures.
const (
	bookFace  = "Arial"
	bookInk   = "1F2933"
	bookMuted = "52606D"
	bookBlue  = "14507F"
	bookLine  = "DBE1E7"
)

// bookStyles are the cell styles of a workbook.
type bookStyles struct {
	title, section, muted, caption, note, notice, link, backLink int

	head, headLeft, headSpan int
	// Cells of a body: of an ordinary row, of a net and of the total.
	body, net, total rowStyles
	part             int // label of a row that overlaps the others
	group            int // heading of the rows of a variable
	number           int // in the contents
	cellText         int
}

// rowStyles are the styles of a row's cells by what is in them.
type rowStyles struct{ label, count, share, mean, sign int }

func (b *book) makeStyles() (bookStyles, error) {
	var s bookStyles
	var err error
	add := func(into *int, style excelize.Style) {
		if err == nil {
			*into, err = b.NewStyle(&style)
		}
	}
	font := func(size float64, colour string, bold bool) *excelize.Font {
		return &excelize.Font{Family: bookFace, Size: size, Color: colour, Bold: bold}
	}
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	inset := &excelize.Alignment{Horizontal: "left", WrapText: true, Vertical: "center", Indent: 1}

	add(&s.title, excelize.Style{Font: font(18, bookBlue, true)})
	add(&s.section, excelize.Style{Font: font(11, bookBlue, true)})
	add(&s.caption, excelize.Style{Font: font(13, bookBlue, true)})
	add(&s.muted, excelize.Style{Font: font(10, bookMuted, false)})
	add(&s.note, excelize.Style{Font: font(9, bookMuted, false), Alignment: wrap})
	add(&s.notice, excelize.Style{Font: font(9, bookInk, false), Alignment: &excelize.Alignment{Horizontal: "left", WrapText: true, Vertical: "center", Indent: 1},
		Fill: solid("FDF6E3"), Border: []excelize.Border{{Type: "left", Style: 5, Color: "C97A1E"}}})
	linked := font(10, bookBlue, false)
	linked.Underline = "single"
	hair := []excelize.Border{{Type: "bottom", Style: 1, Color: bookLine}}
	add(&s.backLink, excelize.Style{Font: linked})
	add(&s.link, excelize.Style{Font: linked, Alignment: inset, Border: hair})
	add(&s.cellText, excelize.Style{Font: font(10, bookInk, false), Alignment: inset, Border: hair})
	add(&s.number, excelize.Style{Font: font(10, bookInk, false), Alignment: inset, Border: hair})

	head := func(horizontal string, indent int, border []excelize.Border) excelize.Style {
		return excelize.Style{Font: font(10, "FFFFFF", true), Fill: solid(bookBlue), Border: border,
			Alignment: &excelize.Alignment{Horizontal: horizontal, Vertical: "bottom", WrapText: true, Indent: indent}}
	}
	add(&s.head, head("right", 0, nil))
	add(&s.headLeft, head("left", 1, nil))
	add(&s.headSpan, head("center", 0, []excelize.Border{{Type: "bottom", Style: 1, Color: "9DBFE0"}}))

	row := func(r *rowStyles, bold bool, border []excelize.Border) {
		// A label at left, numbers at right; thousands and decimal signs are
		// those of the reader's Excel.
		cell := func(into *int, horizontal, format string, indent int) {
			style := excelize.Style{Font: font(10, bookInk, bold), Border: border,
				Alignment: &excelize.Alignment{Horizontal: horizontal, Vertical: "center", WrapText: horizontal == "left", Indent: indent}}
			if format != "" {
				style.CustomNumFmt = &format
			}
			add(into, style)
		}
		cell(&r.label, "left", "", 1)
		cell(&r.count, "right", "#,##0", 0)
		cell(&r.share, "right", b.extra.Percent, 0)
		cell(&r.mean, "right", "#,##0.00", 0)
		cell(&r.sign, "right", "", 0)
	}
	row(&s.body, false, hair)
	row(&s.net, true, hair)
	row(&s.total, true, []excelize.Border{{Type: "top", Style: 1, Color: bookBlue}, {Type: "bottom", Style: 2, Color: bookBlue}})
	part := font(10, bookInk, false)
	part.Italic = true
	add(&s.group, excelize.Style{Font: font(10, bookBlue, true), Border: hair, Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "bottom", Indent: 1}})
	add(&s.part, excelize.Style{Font: part, Border: hair, Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "center", WrapText: true, Indent: 3}})
	return s, err
}

// lettered returns a cell style that prints letters after the number, which
// stays a number, or the room that others of its column have for so many.
func (b *book) lettered(style int, letters string, room int) int {
	of, err := b.GetStyle(style)
	if err != nil || of.CustomNumFmt == nil {
		return style
	}
	format := *of.CustomNumFmt
	if letters != "" {
		format += `" ` + letters + `"`
	} else {
		format += "_ "
	}
	// An underscore leaves the width of the sign after it.
	for k := utf8.RuneCountInString(letters); k < room; k++ {
		format += string([]rune{'_', []rune("A,")[k%2]})
	}
	of.CustomNumFmt = &format
	if changed, err := b.NewStyle(of); err == nil {
		return changed
	}
	return style
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}
