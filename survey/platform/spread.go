package platform

import "stikprove/survey/sheet"

// spread gives up the dictionary: the column holds too many different cells.
func (s *store) spread() {
	numbers, texts := 0, 0
	for i := range s.dict.cells {
		c := &s.dict.cells[i]
		if c.Type == sheet.Number {
			numbers++
		} else if _, _, ok := digits(c); ok {
			numbers++
			texts++
		}
	}
	codes, cells := s.codes, s.dict.cells
	s.recent.all = s.dict.texts
	s.codes, s.dict, s.odd = nil, nil, map[int]sheet.Cell{}
	size := max(2*len(codes), s.expected)
	s.kinds = make([]stored, 0, size)
	// Of identities with zeros in front one in ten is written otherwise than
	// its number, and texts that are not numbers cost most by themselves.
	if numbers*10 >= len(cells)*9 && (numbers > texts || numbers*50 >= len(cells)*49) {
		s.form, s.numbers = formNumbers, make([]float64, 0, size)
	} else {
		s.form, s.texts = formTexts, make([]string, 0, size)
	}
	for i, code := range codes {
		s.keep(i, &cells[code])
	}
}

// keep appends a cell to a store without a dictionary.
func (s *store) keep(i int, c *sheet.Cell) {
	if s.form == formNumbers {
		kind, number := storedOdd, 0.0
		if c.Type == sheet.Number {
			kind, number = storedNumber, c.Number
		} else if n, as, ok := digits(c); ok {
			kind, number = as, n
		}
		s.numbers = append(s.numbers, number)
		s.other(i, kind, c)
		return
	}
	kind, text := storedOdd, ""
	if c.Type == sheet.Text {
		kind, text = storedText, c.Text
	}
	s.texts = append(s.texts, text)
	s.other(i, kind, c)
}

// other appends how row i's cell is kept, and the cell where that is by itself.
func (s *store) other(i int, kind stored, c *sheet.Cell) {
	switch {
	case kind == storedOdd && blank(*c):
		kind = storedBlank
	case kind == storedOdd:
		s.odd[i] = *c
	}
	s.kinds = append(s.kinds, kind)
}

// digits is writtenDigits of a cell.
func digits(c *sheet.Cell) (float64, stored, bool) {
	if c.Type != sheet.Text {
		return 0, 0, false
	}
	return writtenDigits(c.Text)
}
