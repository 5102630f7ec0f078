package form

import (
	"cmp"
	"errors"
	"strconv"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// Filled is what somebody answered in a form, as a table with one row of
// headings: a row for the respondent with all cases side by side or, of cases
// alone, one for each case.
type Filled struct {
	Sheet    string // the first sheet that was read
	Headings []string
	Rows     [][]sheet.Cell // as long as Headings
	// At says where each cell of the table stands: At[0] of the headings, At[1]
	// of the first row.
	At [][]survey.Spot
}

// errMarked stops the reading of a sheet whose first cell is enough.
var errMarked = errors.New("enough")

// IsFillIn reports whether w is a form that [WriteFillIn] made, filled in or not.
func IsFillIn(w *sheet.Workbook) bool {
	return w.Kind() != "delimited text" && w.Has(fillInLists) && strings.HasPrefix(firstCell(w, fillInLists), fillInMark)
}

// firstCell returns the text of A1, "" where the sheet cannot be read.
func firstCell(w *sheet.Workbook, name string) string {
	text := ""
	_ = w.Each(name, func(row sheet.Row) error { // an unreadable sheet is no form's
		for _, p := range row.Cells {
			if row.Number == 1 && p.Column == 1 {
				text = p.Whole().Text
			}
		}
		return errMarked
	})
	return text
}

// ReadFilled reads a form. sheetName names one of its sheets: that of a roster
// gives the cases alone, each in a row with the respondent. Where it is empty,
// all sheets are read together, or the cases alone where there is nothing else.
//
// Options are read as their codes. Answers that were given beforehand count
// only where something else was answered beside them.
func ReadFilled(w *sheet.Workbook, sheetName string) (*Filled, error) {
	r := &filledReader{book: w, out: &Filled{At: make([][]survey.Spot, 2)}}
	if err := r.readLists(); err != nil {
		return nil, err
	}
	var parts []*filledPart
	for _, name := range append(w.Sheets(), w.HiddenSheets()...) {
		if !strings.HasPrefix(firstCell(w, name), fillInPart) || sheetName != "" && !strings.EqualFold(name, sheetName) {
			continue
		}
		part, err := r.part(name)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		if sheetName == "" {
			return nil, survey.Problem{File: w.File(), Message: "the form has no sheet of answers; its first cell in hidden column A is gone"}
		}
		if !w.Has(sheetName) {
			_, err := w.Read(sheetName) // says which sheets there are
			return nil, err
		}
		return nil, survey.Problem{File: w.File(), Sheet: sheetName, Message: "a sheet of a form without answers; want one of questions, or leave the sheet out"}
	}
	r.out.Sheet = parts[0].grid.Sheet()
	if len(parts) == 1 && parts[0].roster != fillInSurvey {
		r.cases(parts[0])
	} else {
		r.wide(parts)
	}
	return r.out, nil
}

// filledReader reads the sheets of one form.
type filledReader struct {
	book  *sheet.Workbook
	out   *Filled
	lists []map[string]string // code by what a cell shows
}

// filledPart is a sheet of answers.
type filledPart struct {
	grid           *sheet.Grid
	roster, prefix string
	blocks         []int // column of each block, from 1; 0 for none
}

// readLists reads the codes of what cells show.
func (r *filledReader) readLists() error {
	g, err := r.book.Read(fillInLists)
	if err != nil {
		return err
	}
	for column := 1; column < g.Columns() || column == 1; column += 2 {
		codes := map[string]string{}
		for row := 3; row <= g.Rows(); row++ {
			if label := filledText(g.Cell(row, column)); label != "" {
				codes[label] = filledText(g.Cell(row, column+1))
			}
		}
		r.lists = append(r.lists, codes)
	}
	return nil
}

// filledText returns a cell as text in one line, a number as it is written.
func filledText(c sheet.Cell) string {
	if c.Type == sheet.Number {
		return strconv.FormatFloat(c.Number, 'f', -1, 64)
	}
	return strings.Join(strings.Fields(c.Text), " ")
}

// part finds the blocks of a sheet.
func (r *filledReader) part(name string) (*filledPart, error) {
	g, err := r.book.Read(name)
	if err != nil {
		return nil, err
	}
	p := &filledPart{grid: g, roster: strings.TrimPrefix(filledText(g.Cell(1, keyColumn)), fillInPart), prefix: filledText(g.Cell(1, exportColumn))}
	for row := 1; row <= g.Rows(); row++ {
		if filledText(g.Cell(row, keyColumn)) != fillInBlock {
			continue
		}
		for column := answerColumn; column <= g.Columns(); column++ {
			n, err := strconv.Atoi(filledText(g.Cell(row, column)))
			if err != nil || n < 1 || n > sheet.MaxColumns {
				continue
			}
			for len(p.blocks) < n {
				p.blocks = append(p.blocks, 0)
			}
			p.blocks[n-1] = column
		}
		count, _ := strconv.Atoi(filledText(g.Cell(row, wayColumn)))
		for len(p.blocks) < min(count, sheet.MaxColumns) {
			p.blocks = append(p.blocks, 0) // of cases that were not drawn
		}
		return p, nil
	}
	return nil, survey.Problem{File: r.book.File(), Sheet: name, Message: "the hidden row that numbers the answers is gone; want the form as it was sent"}
}

// add puts an answer in the table's last row, in the column with its heading.
func (r *filledReader) add(row int, heading string, c sheet.Cell, at survey.Spot) {
	k := -1
	for i, h := range r.out.Headings {
		if h == heading {
			k = i
		}
	}
	if k < 0 {
		k = len(r.out.Headings)
		r.out.Headings = append(r.out.Headings, heading)
		r.out.At[0] = append(r.out.At[0], survey.Spot{Sheet: at.Sheet, Row: at.Row, Column: questionColumn})
	}
	for len(r.out.Rows) <= row {
		r.out.Rows = append(r.out.Rows, nil)
	}
	for len(r.out.At) <= row+1 {
		r.out.At = append(r.out.At, nil)
	}
	for len(r.out.Rows[row]) <= k {
		r.out.Rows[row] = append(r.out.Rows[row], sheet.Cell{})
	}
	for len(r.out.At[row+1]) <= k {
		r.out.At[row+1] = append(r.out.At[row+1], survey.Spot{})
	}
	if old := r.out.Rows[row][k]; old.Type == sheet.Empty {
		r.out.Rows[row][k], r.out.At[row+1][k] = c, at
	} else if c.Type != sheet.Empty { // options that share a cell
		old.Text += " " + c.Text
		r.out.Rows[row][k] = old
	}
}

// wide reads everything into one row.
func (r *filledReader) wide(parts []*filledPart) {
	identified := ""
	for _, p := range parts {
		for row := 1; row <= p.grid.Rows(); row++ {
			export := filledText(p.grid.Cell(row, exportColumn))
			if filledText(p.grid.Cell(row, keyColumn)) == "" || export == "" || row == fillInTitled {
				continue
			}
			if row == fillInWho {
				if identified == "" {
					identified = export
					r.answer(p, row, 0, 0, export)
				}
				continue
			}
			for block := range p.blocks {
				r.answer(p, row, block, 0, strings.ReplaceAll(export, "{i}", strconv.Itoa(block+1)))
			}
		}
	}
}

// cases reads a roster's sheet into a row for each case in which something was
// answered.
func (r *filledReader) cases(p *filledPart) {
	n := 0
	for block := range p.blocks {
		if !p.answered(block) && (n > 0 || block < len(p.blocks)-1) {
			continue
		}
		for row := 1; row <= p.grid.Rows(); row++ {
			key := filledText(p.grid.Cell(row, keyColumn))
			export := filledText(p.grid.Cell(row, exportColumn))
			switch {
			case key == "" || export == "" || row == fillInTitled:
			case row == fillInWho:
				r.answer(p, row, 0, n, export)
			default:
				r.answer(p, row, block, n, strings.TrimPrefix(export, p.prefix))
			}
		}
		n++
	}
}

// answered reports whether a block holds an answer that was not given
// beforehand.
func (p *filledPart) answered(block int) bool {
	for row := fillInHead + 1; row <= p.grid.Rows(); row++ {
		way := filledText(p.grid.Cell(row, wayColumn))
		if filledText(p.grid.Cell(row, exportColumn)) == "" || strings.HasPrefix(way, fillInKnown) || p.blocks[block] == 0 {
			continue
		}
		if c := p.grid.Cell(row, p.blocks[block]); c.Type != sheet.Empty && filledText(c) != "" {
			return true
		}
	}
	return false
}

// answer adds the answer in a row and block of a sheet to a row of the table.
func (r *filledReader) answer(p *filledPart, row, block, to int, heading string) {
	way, column := filledText(p.grid.Cell(row, wayColumn)), p.blocks[block]
	at := survey.Spot{Sheet: p.grid.Sheet(), Row: row, Column: cmp.Or(column, answerColumn)}
	var c sheet.Cell
	if column > 0 && way != fillInNone {
		c = p.grid.Cell(row, column)
	}
	known := strings.HasPrefix(way, fillInKnown)
	if known && row != fillInWho && !p.answered(block) {
		c = sheet.Cell{}
	}
	way = strings.TrimSpace(strings.TrimPrefix(way, fillInKnown))
	switch {
	case c.Type == sheet.Empty || c.Type == sheet.Error:
	case strings.HasPrefix(way, fillInList):
		n, err := strconv.Atoi(strings.TrimPrefix(way, fillInList))
		if err == nil && n >= 1 && n <= len(r.lists) {
			if code, ok := r.lists[n-1][filledText(c)]; ok {
				c = sheet.Cell{Type: sheet.Text, Text: code}
			}
		}
	case strings.HasPrefix(way, fillInJoined):
		if filledText(c) == "" {
			c = sheet.Cell{}
		} else {
			c = sheet.Cell{Type: sheet.Text, Text: strings.TrimPrefix(way, fillInJoined)}
		}
	}
	r.add(to, heading, c, at)
}
