package platform

import (
	"math"

	"stikprove/survey/sheet"
)

// maxDistinct is how many different cells of a column are kept once each. A
// column with more holds numbers, identities or free text.
const maxDistinct = 4096

// dictionary numbers the different cells of a column in the order met. Cells
// come by the million, so that each kind is looked up in its cheapest way.
type dictionary struct {
	cells   []sheet.Cell      // by code; the first is the blank
	small   [256]uint16       // codes of the whole numbers from 0; 0 where not met
	short   []uint16          // the same of texts of up to four digits
	recent  [64]uint16        // codes of texts met of late, by a mark of theirs
	numbers map[uint64]uint16 // by the bits of the number
	texts   map[string]uint16
	others  map[sheet.Cell]uint16
}

func newDictionary() *dictionary {
	return &dictionary{
		cells: make([]sheet.Cell, 1), numbers: map[uint64]uint16{}, texts: map[string]uint16{}, others: map[sheet.Cell]uint16{},
	}
}

// code returns the code of a cell that is not blank, or false where there are
// too many different ones.
func (d *dictionary) code(c *sheet.Cell) (uint16, bool) {
	switch {
	case c.Type == sheet.Number && c.Text == "":
		bits := math.Float64bits(c.Number)
		if n := int(c.Number); n >= 0 && n < len(d.small) && math.Float64bits(float64(n)) == bits {
			if d.small[n] == 0 {
				d.small[n] = d.next(c)
			}
			return d.small[n], d.small[n] > 0
		}
		code, ok := d.numbers[bits]
		if !ok {
			if code = d.next(c); code > 0 {
				d.numbers[bits] = code
			}
		}
		return code, code > 0
	case c.Type == sheet.Text:
		last := &d.recent[markOf(c.Text)%uint8(len(d.recent))]
		if *last > 0 && d.cells[*last].Text == c.Text {
			return *last, true
		}
		code, ok := d.texts[c.Text]
		if !ok {
			if code = d.next(c); code > 0 {
				d.texts[c.Text] = code
			}
		}
		*last = code
		return code, code > 0
	}
	code, ok := d.others[*c]
	if !ok {
		if code = d.next(c); code > 0 {
			d.others[*c] = code
		}
	}
	return code, code > 0
}

// textCode is code for the cell of a text.
func (d *dictionary) textCode(s []byte) (uint16, bool) {
	if n := shortNumber(s); n >= 0 {
		if d.short == nil {
			d.short = make([]uint16, 10_000)
		}
		if d.short[n] == 0 {
			// The text is the same however it was first met.
			d.short[n], _ = d.code(&sheet.Cell{Type: sheet.Text, Text: string(s)})
		}
		return d.short[n], d.short[n] > 0
	}
	last := &d.recent[markOf(s)%uint8(len(d.recent))]
	if *last > 0 && d.cells[*last].Text == string(s) {
		return *last, true
	}
	code, ok := d.texts[string(s)]
	if !ok {
		return d.code(&sheet.Cell{Type: sheet.Text, Text: string(s)})
	}
	*last = code
	return code, true
}

// shortNumber returns the number that up to four digits write, the first no
// needless zero, or -1.
func shortNumber(s []byte) int {
	if len(s) > 4 || len(s) > 1 && s[0] == '0' {
		return -1
	}
	n := 0
	for _, c := range s {
		if !isDigit(c) {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// next gives a cell a code of its own, or returns 0 where there is none left.
func (d *dictionary) next(c *sheet.Cell) uint16 {
	if len(d.cells) == maxDistinct {
		return 0
	}
	d.cells = append(d.cells, *c)
	return uint16(len(d.cells) - 1)
}

// markOf returns a number that texts of one column seldom share.
func markOf[T string | []byte](s T) uint8 {
	n := len(s)
	if n == 0 {
		return 0
	}
	return uint8(n)*31 + s[0]*7 + s[n/2]*5 + s[n-1]
}

// forget lets go of what only further cells would need.
func (d *dictionary) forget() { d.numbers, d.texts, d.others, d.short = nil, nil, nil, nil }
