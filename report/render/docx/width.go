package docx

import (
	"strings"
	"unicode/utf8"

	"stikprove/report"
)

// Widths are in twips. Letters are measured by what is wide for the lettering
// of tables, so that words are not broken and numbers stay on their line.
const (
	letter      = 104 // of labels
	bold        = 117 // of headings
	digit       = 104
	cellMargin  = 190 // left and right together
	usualNumber = 1320
	leastStub   = 2300
	leastColumn = 560
)

// layout is how a table fits its page.
type layout struct {
	widths []int // of the row labels' column and of each other
	side   bool  // the page lies on its side
	small  bool  // the lettering is smaller
	broken bool  // the table does not fit, and words are broken
}

// fit returns the widths of a table's columns on a page whose text is so wide
// upright and on its side.
func fit(t *report.Table, upright, side int) layout {
	for _, l := range []layout{{}, {small: true}, {side: true}, {side: true, small: true}} {
		room := upright
		if l.side {
			room = side
		}
		if widths, ok := share(t, room, l.small); ok {
			l.widths = widths
			return l
		}
	}
	// Nothing helps: the words are broken.
	widths := make([]int, len(t.Heads)+1)
	for i := range widths {
		widths[i] = max(leastColumn/2, (side-leastStub)/max(1, len(t.Heads)))
	}
	widths[0] = max(leastColumn, side-widths[len(widths)-1]*len(t.Heads))
	return layout{widths: widths, side: true, small: true, broken: true}
}

// share divides a room among the columns; ok is false where words would break
// or the labels be squeezed.
func share(t *report.Table, room int, small bool) (widths []int, ok bool) {
	size := 9
	if small {
		size = 8
	}
	needs, total, widest := make([]int, len(t.Heads)), 0, 0
	letters := t.Lettered()
	for k, h := range t.Heads {
		needs[k] = longestWord(h.Text) * bold * size / 9
		for _, row := range t.Rows {
			if k < len(row.Cells) && row.Cells[k].Measure == report.MeasureVerdict {
				needs[k] = max(needs[k], longestWord(row.Cells[k].Text)*bold*size/9)
			} else if k < len(row.Cells) {
				needs[k] = max(needs[k], (numberWide(row.Cells[k].Text)+lettersWide(letters[k]))*size/9)
			}
		}
		needs[k] = max(needs[k]+cellMargin, leastColumn)
		total += needs[k]
		widest = max(widest, needs[k])
	}
	stub := longestWord(t.Stub)
	for _, row := range t.Rows {
		stub = max(stub, longestWord(row.Label))
	}
	least := max(leastStub*size/9, min(stub*letter*size/9+cellMargin, room/2))
	if total+least > room {
		return nil, false
	}
	for k := range needs { // a verdict stands on one line where there is room
		whole := needs[k]
		for _, row := range t.Rows {
			if k < len(row.Cells) && row.Cells[k].Measure == report.MeasureVerdict {
				whole = max(whole, utf8.RuneCountInString(row.Cells[k].Text)*bold*size/9+cellMargin)
			}
		}
		if whole > needs[k]+room-total-max(least, room/4) { // else on fewer
			whole = max(needs[k], min(whole, needs[k]+room-total-least))
		}
		total += whole - needs[k]
		needs[k] = whole
		widest = max(widest, whole)
	}
	// Columns of numbers are equally wide where the room allows it.
	equal := min(max(widest, usualNumber), (room-least)/max(1, len(needs)))
	if equal >= widest {
		for k := range needs {
			needs[k] = equal
		}
		total = equal * len(needs)
	} else {
		more := (room - least - total) / (2 * len(needs)) // the labels keep the other half
		for k := range needs {
			needs[k] += more
		}
		total += more * len(needs)
	}
	return append([]int{room - total}, needs...), true
}

// numberWide returns the width of a number: its commas and blanks are narrow.
func numberWide(s string) int {
	wide := 0
	for _, r := range s {
		if strings.ContainsRune(",. \u00a0", r) {
			wide += digit * 5 / 9
		} else {
			wide += digit
		}
	}
	return wide
}

// longestWord returns the length of the longest part of a text that lines do
// not break within. A word of more letters than any language has is broken.
func longestWord(s string) int {
	longest := 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == '\n' }) {
		longest = max(longest, utf8.RuneCountInString(w))
	}
	return min(longest, 32)
}
