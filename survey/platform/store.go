package platform

import (
	"slices"

	"stikprove/survey/sheet"
)

// store is the cells of one column, row by row from 0, small: a column with
// few different cells is two bytes per row and the cells once, a column of
// numbers nine bytes per row, and a column of text its strings.
type store struct {
	rows     int
	expected int // rows, when it was made
	form     form

	codes  []uint16 // formCodes: places in dict.cells
	dict   *dictionary
	counts []int // of the codes; nil until the column is whole

	numbers []float64 // formNumbers
	texts   []string  // formTexts
	kinds   []stored  // formNumbers, formTexts
	odd     map[int]sheet.Cell
	recent  recentTexts // of addText

	weighed *weighed // see weigh
}

type form uint8

const (
	formCodes form = iota
	formNumbers
	formTexts
)

// stored says how one cell of a store without a dictionary is kept.
type stored uint8

const (
	storedBlank  stored = iota
	storedNumber        // in numbers
	storedText          // in texts
	storedOdd           // in odd

	storedWritten stored = 16 // in numbers: the digits of a text; see written.go
	storedComma   stored = 32
)

// newStore returns the store of a column of about so many rows.
func newStore(expected int) *store {
	return &store{dict: newDictionary(), expected: expected}
}

// add puts a cell that is not blank in row i, which is not before any row added
// so far; rows passed over are blank. That a formula made a value is not kept,
// nor how a number was written.
func (s *store) add(i int, p *sheet.Placed) {
	if s.rows < i {
		s.extend(i)
	}
	s.rows++
	c := &p.Cell
	c.Formula = false
	if s.form == formCodes {
		if code, ok := s.dict.code(c); ok {
			s.codes = append(s.codes, code)
			return
		}
		s.spread()
	}
	s.keep(i, c)
}

// addText puts a text that is not blank in row i; see add.
func (s *store) addText(i int, text []byte) {
	if s.rows < i {
		s.extend(i)
	}
	s.rows++
	switch s.form {
	case formCodes:
		if code, ok := s.dict.textCode(text); ok {
			if n := len(s.codes); n == cap(s.codes) && n >= maxDistinct && n < s.expected {
				s.codes = slices.Grow(s.codes, s.expected-n) // not before the column is known to be long
			}
			s.codes = append(s.codes, code)
			return
		}
		s.spread()
	case formNumbers:
		if n, as, ok := writtenDigits(text); ok {
			s.numbers, s.kinds = append(s.numbers, n), append(s.kinds, as)
			return
		}
	}
	s.keep(i, &sheet.Cell{Type: sheet.Text, Text: s.recent.text(text)})
}

// extend adds blank rows up to row i.
func (s *store) extend(i int) {
	for ; s.rows < i; s.rows++ {
		switch s.form {
		case formCodes:
			s.codes = append(s.codes, 0)
		case formNumbers:
			s.numbers, s.kinds = append(s.numbers, 0), append(s.kinds, storedBlank)
		case formTexts:
			s.texts, s.kinds = append(s.texts, ""), append(s.kinds, storedBlank)
		}
	}
}

// cell returns the cell of row i, the zero Cell where there is none. A number
// has no text: see cellText.
func (s *store) cell(i int) sheet.Cell {
	if s == nil || i >= s.rows {
		return sheet.Cell{}
	}
	if s.form == formCodes {
		return s.dict.cells[s.codes[i]]
	}
	switch kind := s.kinds[i]; kind {
	default:
		return sheet.Cell{Type: sheet.Text, Text: kind.text(s.numbers[i])}
	case storedBlank:
		return sheet.Cell{}
	case storedNumber:
		return sheet.Cell{Type: sheet.Number, Number: s.numbers[i]}
	case storedText:
		return sheet.Cell{Type: sheet.Text, Text: s.texts[i]}
	case storedOdd:
		return s.odd[i]
	}
}

// each calls f for every cell that is not blank until f returns false; equal
// cells of a column with few different ones are passed once, with their count.
func (s *store) each(f func(c sheet.Cell, count int) bool) {
	if s == nil {
		return
	}
	if s.form != formCodes {
		for i := range s.rows {
			if s.kinds[i] != storedBlank && !f(s.cell(i), 1) {
				return
			}
		}
		return
	}
	for code, c := range s.dict.cells {
		if s.counts[code] > 0 && !blank(c) && !f(c, s.counts[code]) {
			return
		}
	}
}

// finish ends a column of so many rows.
func (s *store) finish(rows int) {
	s.extend(rows)
	s.recent = recentTexts{}
	if s.form != formCodes {
		return
	}
	s.dict.forget()
	s.counts = make([]int, len(s.dict.cells))
	for _, code := range s.codes {
		s.counts[code]++
	}
}

// remembered returns f, a function of the cell in row i alone, so that it is
// called once for equal cells of a column with few different ones. What it
// points to holds until the next call.
func remembered[T any](s *store, f func(i int) T) func(i int) *T {
	if s == nil || s.form != formCodes {
		var value T
		return func(i int) *T {
			value = f(i)
			return &value
		}
	}
	values, known := make([]T, len(s.dict.cells)), make([]bool, len(s.dict.cells))
	return func(i int) *T {
		code := s.codes[i]
		if !known[code] {
			known[code], values[code] = true, f(i)
		}
		return &values[code]
	}
}
