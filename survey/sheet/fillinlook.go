package sheet

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// widths sets widths and what is hidden, and freezes the headings. A stream
// wants them before its rows.
func (w *fillWriter) widths(stream *excelize.StreamWriter, s FillIn) error {
	for j, c := range s.Columns {
		if c.Width > 0 {
			if err := stream.SetColWidth(j+1, j+1, c.Width); err != nil {
				return err
			}
		}
		if c.Hidden {
			if err := stream.SetColVisible(j+1, j+1, false); err != nil {
				return err
			}
		}
	}
	if s.Plain || s.Hidden {
		return nil
	}
	return stream.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}},
	})
}

// dressed returns the value in row i and column j with its look.
func (w *fillWriter) dressed(s FillIn, i, j int, value any) (any, error) {
	v, err := w.cell(value)
	if err != nil {
		return nil, err
	}
	l := look{heading: i == 0 && !s.Plain}
	if j < len(s.Columns) {
		l.wrap = s.Columns[j].Wrap
		if !l.heading {
			l.kind = s.Columns[j].Kind
		}
	}
	style, err := w.look(l)
	if err != nil {
		return nil, err
	}
	if c, ok := v.(excelize.Cell); ok {
		if l.kind != FillDate && c.StyleID != 0 {
			return c, nil // a date keeps the format that shows it as one
		}
		c.StyleID = style
		return c, nil
	}
	return excelize.Cell{StyleID: style, Value: v}, nil
}

// look returns the style of a look. What is to be filled in is shaded, and set
// so that Excel leaves what is typed as it is: 1-2 is no date.
func (w *fillWriter) look(l look) (int, error) {
	if id, ok := w.made[l]; ok {
		return id, nil
	}
	text, day, rate := "@", "yyyy-mm-dd", "0.00"
	style := excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wrap || l.heading}}
	switch l.kind {
	case FillText:
		style.CustomNumFmt = &text
	case FillDate:
		style.CustomNumFmt = &day
	case FillRate:
		style.CustomNumFmt = &rate
	}
	if l.heading {
		style.Font = &excelize.Font{Bold: true, Family: "Calibri", Size: 11}
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE6EE"}}
	} else if l.kind == FillText || l.kind == FillDate || l.kind == FillPick {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF8DC"}}
		style.Border = []excelize.Border{
			{Type: "left", Style: 1, Color: "C8C8C8"}, {Type: "right", Style: 1, Color: "C8C8C8"},
			{Type: "top", Style: 1, Color: "C8C8C8"}, {Type: "bottom", Style: 1, Color: "C8C8C8"},
		}
	}
	id, err := w.book.NewStyle(&style)
	if err != nil {
		return 0, err
	}
	w.made[l] = id
	return id, nil
}

// height returns the height of row i that shows its broken lines. Not every
// program finds it by itself; Excel does where none is given.
func (s FillIn) height(i int) excelize.RowOpts {
	const line, most = 15.0, 409.0 // points; Excel has no higher rows
	lines := 1
	for j, value := range s.Rows[i] {
		text, ok := value.(string)
		if !ok || j >= len(s.Columns) || s.Columns[j].Width <= 0 || !s.Columns[j].Wrap && (i > 0 || s.Plain) {
			continue
		}
		n := 0
		for _, paragraph := range strings.Split(text, "\n") {
			n += 1 + utf8.RuneCountInString(paragraph)/int(s.Columns[j].Width)
		}
		lines = max(lines, n)
	}
	if lines == 1 {
		return excelize.RowOpts{}
	}
	return excelize.RowOpts{Height: min(most, line*float64(lines))}
}
