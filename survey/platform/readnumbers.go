package platform

import (
	"math"
	"slices"

	"stikprove/survey"
)

// readNumbers is readCells for a question about a number whose column is kept
// as numbers. The column's own numbers become the answers; a copy of them does
// where a cell has something else.
func (r *reader) readNumbers(f *field, s *store) {
	f.numbers = s.numbers
	copied, whole := false, f.question.Kind == survey.KindInteger
	for i, kind := range s.kinds {
		n := s.numbers[i]
		switch {
		case kind == storedBlank || f.missing[i] == survey.NotReturned:
			continue
		case !f.plainly(kind, n), whole && n != math.Trunc(n):
		default:
			f.missing[i] = survey.Present
			continue
		}
		if !copied {
			copied, f.numbers = true, slices.Clone(s.numbers)
		}
		f.numbers[i] = 0
		v := r.evaluate(f, s.cell(i))
		r.take(f, i, &v)
	}
}

// plainly reports whether a cell kept as a number is that number and nothing
// else, so that it needs no look at how it is written.
func (f *field) plainly(kind stored, n float64) bool {
	switch {
	case kind == storedNumber:
	case !kind.isWritten(), kind.comma() && !f.comma, f.absentAsWritten:
		return false
	}
	if len(f.absentNumbers) == 0 {
		return true
	}
	_, absent := f.absentNumbers[math.Float64bits(n)]
	return !absent
}
