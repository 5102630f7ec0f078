package survey

import (
	"fmt"
	"maps"
	"math"
	"math/bits"
	"slices"
)

// CPRProblems returns a problem for every cell of d, rosters among them, that
// holds a Danish personal number, with its address and never the number, and
// for every file, sheet and variable that is named for one or has one in its
// words. Texts are searched, and numbers of ten digits; nine digits, which may
// have lost a zero, count where the check digit holds. A column of amounts, most
// of which are as long and cannot be personal numbers, has none.
func CPRProblems(d *Dataset) Problems {
	problems := d.origin.personal()
	for _, c := range d.columns {
		problems = append(problems, c.personalWords(d)...)
		numbers := c.personalNumbers()
		for row := range d.rows {
			spans := numbers(row)
			if len(spans) == 0 {
				continue
			}
			p := d.Cell(row, c.Name)
			p.Message = "got a CPR number"
			if len(spans) > 1 {
				p.Message = fmt.Sprintf("got %d CPR numbers", len(spans))
			}
			if !slices.ContainsFunc(spans, func(s Span) bool { return s.Checked }) {
				p.Message += " without a check digit, as newer ones have none"
			}
			p.Message += " (withheld), want none"
			problems = append(problems, p)
		}
	}
	for _, r := range d.rosters {
		for _, block := range r.blocks {
			problems = append(problems, CPRProblems(block)...)
		}
	}
	return problems.Sorted()
}

// personal returns a problem for every file and sheet named for somebody.
func (o Origin) personal() Problems {
	var problems Problems
	for _, p := range append([]Place{{File: o.File, Sheet: o.Sheet}}, o.Places...) {
		if len(FindCPR(p.File)) > 0 {
			problems = append(problems, Problem{File: p.File, Message: "the file's name has a CPR number (withheld), want none"})
		}
		if len(FindCPR(p.Sheet)) > 0 {
			problems = append(problems, Problem{File: p.File, Sheet: p.Sheet, Message: "the sheet's name has a CPR number (withheld), want none"})
		}
	}
	return problems
}

// personalWords returns a problem where c's heading, label or options that
// nobody chose have a personal number: those that somebody chose are said by
// cell.
func (c *Column) personalWords(d *Dataset) Problems {
	p := Problem{File: d.origin.File, Sheet: d.origin.Sheet, Variable: c.Name}
	where := ""
	if len(c.blocks) > 0 && len(c.blocks[0]) > 0 && c.blocks[0][0] > 0 {
		where = " of column " + ColumnName(c.blocks[0][0])
	}
	if len(c.ownNumbers()) > 0 {
		p.Message = "the heading or label" + where + " has a CPR number (withheld), want none"
		return Problems{p}
	}
	for k, o := range c.Options {
		if len(o.personalNumbers()) > 0 && c.entry().Counts[k] == 0 {
			p.Message = "an option" + where + " has a CPR number (withheld), want none"
			return Problems{p}
		}
	}
	return nil
}

// personalNumbers returns a function that gives the personal numbers in row
// i's value.
func (c *Column) personalNumbers() func(i int) []Span {
	switch c.Kind {
	case KindText:
		return func(i int) []Span { return identitySpans(c.Text(i)) }
	case KindInteger, KindDecimal:
		if c.amounts() {
			break
		}
		return func(i int) []Span { return numberSpans(c.Number(i)) }
	case KindSingle, KindMultiple:
		return c.chosenNumbers()
	}
	return func(int) []Span { return nil }
}

// amounts reports whether c's numbers are amounts, of which some look like a
// personal number by chance, about one in thirty of ten digits: incomes of
// municipalities. They have three lengths or more, which identifiers have not,
// and of those as long as a personal number at least twenty, and nine in ten,
// are no day. Of amounts about one in three hundred looks like a personal number
// and has its check digit too: where more than one in a hundred and one besides
// has, some are personal numbers among amounts, or what is left whole of a column
// of them with damaged dates, and all of them are reported.
func (c *Column) amounts() bool {
	const most = 16
	var lengths [most]bool
	none, some, checked := 0, 0, 0
	for i := range c.Rows() {
		n := math.Abs(c.Number(i))
		if c.Missing(i) != Present || math.IsNaN(n) || n < 1 {
			continue
		}
		length := int(math.Log10(n)) + 1
		lengths[min(length, most-1)] = true
		switch {
		case length != 9 && length != 10:
		case len(numberSpans(n)) > 0:
			some++
			if numberSpans(n)[0].Checked {
				checked++
			}
		default:
			none++
		}
	}
	different := 0
	for _, met := range lengths {
		if met {
			different++
		}
	}
	return different >= 3 && none >= 20 && none >= 9*some && 100*(checked-1) <= none+some
}

// numberSpans returns the personal number that n is, if it is one.
func numberSpans(n float64) []Span {
	if !(n >= 1e8 && n < 1e10) || n != math.Trunc(n) {
		return nil
	}
	spans := FindCPR(fmt.Sprintf("%010.0f", n))
	if n < 1e9 && len(spans) > 0 && !spans[0].Checked {
		return nil
	}
	return spans
}

// chosenNumbers is personalNumbers for a column of options.
func (c *Column) chosenNumbers() func(i int) []Span {
	spans, held := make([][]Span, len(c.Options)), false
	for k, o := range c.Options {
		spans[k] = o.personalNumbers()
		held = held || spans[k] != nil
	}
	return func(i int) (found []Span) {
		switch {
		case !held || c.Missing(i) != Present:
		case c.Kind == KindSingle:
			found = spans[c.index[i]]
		default:
			for b := c.bits[i]; b != 0; b &= b - 1 {
				found = append(found, spans[bits.TrailingZeros64(b)]...)
			}
		}
		return found
	}
}

// personalNumbers returns the personal numbers in o's words. Where options were
// taken from the data, anything may be one.
func (o Option) personalNumbers() []Span {
	words := []string{o.Code, o.Name}
	for _, language := range slices.Sorted(maps.Keys(o.Label)) {
		words = append(words, o.Label[language])
	}
	for _, s := range words {
		if spans := FindCPR(s); len(spans) > 0 {
			return spans
		}
	}
	return nil
}
