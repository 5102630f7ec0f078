package platform

import (
	"math"
	"strconv"

	"stikprove/survey/sheet"
)

// maxDistinct is how many different cells of a column are kept once each. A
// column with more holds numbers, identities or free text.
const maxDistinct = 4096

// store is the cells of one column, row by row from 0, small: a column with
// few different cells is two bytes per row and the cells once, a column of
// numbers nine bytes per row, and a column of text its strings.
type store struct {
	rows int
	form form

	codes []uint16 // formCodes: places in dict
	dict  []sheet.Cell
	at    map[cellKey]uint16

	numbers []float64 // formNumbers
	texts   []string  // formTexts
	kinds   []stored  // formNumbers, formTexts
	odd     map[int]sheet.Cell
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
	storedBlank   stored = iota
	storedNumber         // in numbers
	storedWritten        // in numbers: the plain digits of a text
	storedText           // in texts
	storedOdd            // in odd
)

// cellKey is what makes two cells the same.
type cellKey struct {
	text     string
	bits     uint64
	kind     sheet.CellType
	formula  bool
	uncached bool
}

func newStore() *store {
	return &store{dict: make([]sheet.Cell, 1), at: map[cellKey]uint16{{}: 0}}
}

// add puts a cell in row i, which is not before any row added so far; rows
// passed over are blank.
func (s *store) add(i int, p sheet.Placed) {
	s.extend(i)
	s.rows++
	c := p.Cell
	if s.form == formCodes {
		k := cellKey{c.Text, math.Float64bits(c.Number), c.Type, c.Formula, c.Uncached}
		code, ok := s.at[k]
		if !ok && len(s.dict) < maxDistinct {
			code = uint16(len(s.dict))
			s.dict, s.at[k], ok = append(s.dict, withText(c)), code, true
		}
		if ok {
			s.codes = append(s.codes, code)
			return
		}
		s.spread()
	}
	s.keep(i, c)
}

// withText gives a number its text.
func withText(c sheet.Cell) sheet.Cell {
	if c.Type == sheet.Number && c.Text == "" {
		c.Text = strconv.FormatFloat(c.Number, 'f', -1, 64)
	}
	return c
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

// spread gives up the dictionary: the column holds too many different cells.
func (s *store) spread() {
	numbers := 0
	for _, c := range s.dict {
		if _, written := digits(c); written || c.Type == sheet.Number {
			numbers++
		}
	}
	codes, dict := s.codes, s.dict
	s.codes, s.dict, s.at, s.odd = nil, nil, nil, map[int]sheet.Cell{}
	s.kinds = make([]stored, 0, 2*len(codes))
	if numbers*10 >= len(dict)*9 {
		s.form, s.numbers = formNumbers, make([]float64, 0, 2*len(codes))
	} else {
		s.form, s.texts = formTexts, make([]string, 0, 2*len(codes))
	}
	for i, code := range codes {
		s.keep(i, dict[code])
	}
}

// keep appends a cell to a store without a dictionary.
func (s *store) keep(i int, c sheet.Cell) {
	kind, number, text := storedOdd, 0.0, ""
	n, written := digits(c)
	switch {
	case blank(c):
		kind = storedBlank
	case s.form == formNumbers && c.Type == sheet.Number && !c.Formula:
		kind, number = storedNumber, c.Number
	case s.form == formNumbers && written:
		kind, number = storedWritten, n
	case s.form == formTexts && c.Type == sheet.Text && !c.Formula:
		kind, text = storedText, c.Text
	default:
		s.odd[i] = withText(c)
	}
	s.kinds = append(s.kinds, kind)
	if s.form == formNumbers {
		s.numbers = append(s.numbers, number)
	} else {
		s.texts = append(s.texts, text)
	}
}

// digits returns the number that a text writes in the one way a number is
// written again, so that nothing is lost by keeping the number.
func digits(c sheet.Cell) (float64, bool) {
	if c.Type != sheet.Text || c.Formula || len(c.Text) > 15 {
		return 0, false
	}
	n, ok := plainNumber(c.Text)
	return n, ok && strconv.FormatFloat(n, 'f', -1, 64) == c.Text
}

// cell returns the cell of row i, the zero Cell where there is none.
func (s *store) cell(i int) sheet.Cell {
	if s == nil || i >= s.rows {
		return sheet.Cell{}
	}
	if s.form == formCodes {
		return s.dict[s.codes[i]]
	}
	switch s.kinds[i] {
	case storedNumber:
		return withText(sheet.Cell{Type: sheet.Number, Number: s.numbers[i]})
	case storedWritten:
		return sheet.Cell{Type: sheet.Text, Text: strconv.FormatFloat(s.numbers[i], 'f', -1, 64)}
	case storedText:
		return sheet.Cell{Type: sheet.Text, Text: s.texts[i]}
	case storedOdd:
		return s.odd[i]
	}
	return sheet.Cell{}
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
	counts := make([]int, len(s.dict))
	for _, code := range s.codes {
		counts[code]++
	}
	for code, c := range s.dict {
		if counts[code] > 0 && !blank(c) && !f(c, counts[code]) {
			return
		}
	}
}
