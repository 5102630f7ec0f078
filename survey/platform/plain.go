package platform

import (
	"math"
	"regexp"
	"strings"

	"stikprove/survey/sheet"
)

const plain = "plain"

// plainHeadings returns where the headings of a table of no platform begin,
// in p.rows, and how many rows of them there are. Notes above a table fill a
// cell or two where the table fills many.
func (p *page) plainHeadings() (at, headings int) {
	width := 0
	for _, h := range p.rows {
		width = max(width, h.filled())
	}
	for at < len(p.rows)-1 && p.rows[at].filled() < 3 && 2*p.rows[at].filled() < width {
		at++
	}
	if at == len(p.rows)-1 && at > 0 {
		at = 0 // nothing below: no table to tell notes from
	}
	if p.named(at) {
		return at, 2
	}
	headings = 1
	for headings < 3 && at+headings < len(p.rows)-1 && p.continues(at+headings-1) {
		headings++
	}
	return at, headings
}

// columnName is a heading that a program can have for a variable's name.
var columnName = regexp.MustCompile(`^[\pL_][\pL\pN_.:#\[\]-]*$`)

// named reports whether row k of p.rows names the columns and the one below it
// tells what was asked in them: words in every column, no two the same, most of
// them several, of which a third end as questions do, or stand over nothing but
// numbers and dates, in two columns at least. Answers taken for questions would
// lose the first respondent, so that less is not enough.
func (p *page) named(k int) bool {
	if k+2 >= len(p.rows) || p.rows[k+1].number != p.rows[k].number+1 {
		return false
	}
	names, words := p.rows[k].words(), p.rows[k+1].words()
	if !labelledBy([][]string{names, words}) {
		return false
	}
	different, asked, measured := map[string]bool{}, 0, 0
	for column, s := range words {
		different[key(s)] = true
		if strings.HasSuffix(s, "?") {
			asked++
		}
		numbers, others := 0, 0
		for _, below := range p.rows[k+2:] {
			switch {
			case below.text(column) == "":
			case below.cells[column].Type == sheet.Number, below.cells[column].Type == sheet.Date, isNumberText(below.text(column)):
				numbers++
			case s != "" && key(below.text(column)) == key(s):
				return false
			default:
				others++
			}
		}
		if numbers > 0 && others == 0 {
			measured++
		}
		if p.rows[k+1].cells[column].Type != sheet.Text && s != "" || isNumberText(s) {
			return false
		}
	}
	return len(different) == len(words) && (3*asked >= len(words) || measured >= 2 && 3*measured >= len(words))
}

func isNumberText(s string) bool {
	_, number := plainNumber(strings.Replace(s, ",", ".", 1))
	return number
}

// labelledBy reports whether the first of two rows of headings is names, and
// the second what was asked, in every column.
func labelledBy(rows [][]string) bool {
	if len(rows) != 2 || len(rows[0]) < 2 || len(rows[0]) != len(rows[1]) {
		return false
	}
	several := 0
	for column, name := range rows[0] {
		if !columnName.MatchString(name) || rows[1][column] == "" {
			return false
		}
		if strings.Contains(rows[1][column], " ") {
			several++
		}
	}
	return 2*several >= len(rows[0])
}

// labelled reports whether the second row of headings tells what was asked in
// the columns that the first one names.
func (l *Layout) labelled() bool {
	return l.Platform == plain && l.Headings == 2 && labelledBy(l.headingRows())
}

// alone reports whether the first row of headings alone names the columns.
func (l *Layout) alone() bool { return l.Platform == "qualtrics" || l.labelled() }

// filled returns how many cells of the row have something in them.
func (h headRow) filled() int {
	n := 0
	for _, c := range h.cells {
		if !blank(c) {
			n++
		}
	}
	return n
}

// continues reports whether the row below row k of p.rows is a row of headings
// too: row k has gaps that it fills, or merged cells, it is nothing but words,
// and below it there are numbers or dates.
func (p *page) continues(k int) bool {
	above, row, below := p.rows[k], p.rows[k+1], p.rows[k+2]
	if row.number != above.number+1 || below.number != row.number+1 {
		return false
	}
	words := func(c sheet.Cell) bool {
		if c.Type == sheet.Number && isYear(c.Number) {
			return true
		}
		if c.Type != sheet.Text {
			return false
		}
		n, number := plainNumber(strings.Replace(clean(c.Text), ",", ".", 1))
		number = number && !isYear(n)
		_, date := dayParts(clean(c.Text))
		return !number && !date
	}
	gaps, other := 0, false
	for column, c := range row.cells {
		switch {
		case blank(c):
		case !words(c):
			return false
		case column > 0 && above.text(column) == "":
			gaps++
		}
		if column < len(below.cells) && !blank(below.cells[column]) && !words(below.cells[column]) {
			other = true
		}
	}
	for column, c := range above.cells {
		if !blank(c) && !words(c) || blank(c) && column < len(row.cells) && blank(row.cells[column]) && column < len(below.cells) && !blank(below.cells[column]) {
			return false
		}
	}
	return gaps > 0 && other && above.text(0) != "" || gaps > 0 && other && p.merged(above.number)
}

// isYear reports whether a number among headings may be a year.
func isYear(n float64) bool { return n == math.Trunc(n) && 1900 <= n && n < 2100 }

// merged reports whether cells of a row are merged sideways.
func (p *page) merged(row int) bool {
	merged, err := p.workbook.Merged(p.sheet)
	if err != nil {
		return false
	}
	for _, m := range merged {
		if m.FirstRow <= row && row <= m.LastRow && m.LastColumn > m.FirstColumn {
			return true
		}
	}
	return false
}
