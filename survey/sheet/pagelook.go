package sheet

import "github.com/xuri/excelize/v2"

// Colours of pages: words in near black, what is filled in on a pale yellow
// with a border, what cannot be on grey.
const (
	pageInk    = "1F2933"
	pageQuiet  = "5B6770"
	pageFaint  = "A5ADB3"
	pageLine   = "B9C2C9"
	pageHead   = "DDE6EE"
	pageAnswer = "FFF8DC"
	pageGrey   = "E4E7EA"
	pageWrong  = "F4C7C3"
)

// style returns the style of a look.
func (w *pageWriter) style(l PageLook) (int, error) {
	if id, ok := w.looks[l]; ok {
		return id, nil
	}
	font := excelize.Font{Family: "Calibri", Size: 11, Color: pageInk}
	s := excelize.Style{Font: &font, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	switch l {
	case LookTitle:
		font.Bold, font.Size = true, 16
		s.Alignment.WrapText = false
	case LookHead:
		font.Bold = true
		s.Fill = filled(pageHead)
	case LookSection:
		font.Bold, font.Size = true, 12
		s.Alignment.Vertical = "bottom"
		s.Border = []excelize.Border{{Type: "bottom", Style: 1, Color: pageQuiet}}
	case LookQuestion:
		s.Alignment.Horizontal = "left"
	case LookHint:
		s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
		font.Size, font.Color, font.Italic = 9, pageQuiet, true
	case LookFixed:
		s.Fill, s.Border = filled(pageGrey), boxed()
	}
	if l >= LookAnswer {
		s.Fill, s.Border = filled(pageAnswer), boxed()
		s.Protection = &excelize.Protection{Locked: false}
	}
	text, day := "@", "yyyy-mm-dd"
	switch l {
	case LookAnswerText, LookFixed:
		s.CustomNumFmt = &text
	case LookAnswerDate:
		s.CustomNumFmt = &day
		s.Alignment.Horizontal = "left"
	case LookAnswerBox:
		s.Alignment.Horizontal = "center"
	case LookAnswer:
		s.Alignment.Horizontal = "left"
	}
	id, err := w.book.NewStyle(&s)
	if err == nil {
		w.looks[l] = id
	}
	return id, err
}

func filled(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func boxed() []excelize.Border {
	var sides []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		sides = append(sides, excelize.Border{Type: side, Style: 1, Color: pageLine})
	}
	return sides
}

// shade sets what changes with the answers.
func (w *pageWriter) shade(p Page) error {
	grey, err := w.book.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: pageFaint}, Fill: filled(pageGrey)})
	if err != nil {
		return err
	}
	wrong, err := w.book.NewConditionalStyle(&excelize.Style{Fill: filled(pageWrong)})
	if err != nil {
		return err
	}
	for _, s := range p.Shades {
		style := grey
		if s.Wrong {
			style = wrong
		}
		if err := w.book.SetConditionalFormat(p.Name, s.Cells, []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: s.Formula, Format: &style}}); err != nil {
			return err
		}
	}
	return nil
}
