package survey

import (
	"fmt"
	"maps"
	"math"
	"math/bits"
	"slices"
	"strconv"
)

// CPRProblems returns a problem for every cell of d, rosters among them, that
// holds a Danish personal number, with its address and never the number. Texts
// are searched, and numbers of ten digits; a number of nine digits, which may
// have lost a zero, counts where the check digit holds.
func CPRProblems(d *Dataset) Problems {
	var problems Problems
	for _, c := range d.columns {
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

// personalNumbers returns a function that gives the personal numbers in row
// i's value.
func (c *Column) personalNumbers() func(i int) []Span {
	switch c.Kind {
	case KindText:
		return func(i int) []Span { return FindCPR(c.Text(i)) }
	case KindInteger, KindDecimal:
		return func(i int) []Span { return numberSpans(c.Number(i)) }
	case KindSingle, KindMultiple:
		return c.chosenNumbers()
	}
	return func(int) []Span { return nil }
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

// maskedOptions returns options without personal numbers; names stay
// different.
func maskedOptions(options []Option) []Option {
	masked := slices.Clone(options)
	for k, o := range options {
		if len(o.personalNumbers()) == 0 {
			continue
		}
		name := "cpr-" + strconv.Itoa(k+1)
		masked[k].Name, masked[k].Code, masked[k].Label = name, "", Text{}
		for language, words := range o.Label {
			masked[k].Label[language] = MaskCPR(words)
		}
	}
	return masked
}

// Masked returns d, rosters among it, with every Danish personal number that
// [CPRProblems] finds masked: in a text or an option by xxxxxx-xxxx, in a column
// of numbers by leaving the value out as not answered. In a variable that identifies the
// unit each number becomes cpr-1, cpr-2 and so on in the order of the rows, so
// that different units stay different. A note says how many cells of each
// variable were masked.
func (d *Dataset) Masked() *Dataset {
	n, masked := *d, map[string]int{}
	var order []string
	count := func(name string, cells int) {
		if cells > 0 && masked[name] == 0 {
			order = append(order, name)
		}
		masked[name] += cells
	}
	n.columns = maskedColumns(d.columns, count)
	n.rosters = make([]roster, len(d.rosters))
	for i, r := range d.rosters {
		n.rosters[i] = roster{name: r.name}
		for _, block := range r.blocks {
			b := *block
			b.columns = maskedColumns(block.columns, count)
			n.rosters[i].blocks = append(n.rosters[i].blocks, &b)
		}
	}
	if len(order) == 0 {
		return d
	}
	var notes []Problem
	for _, name := range order {
		notes = append(notes, Problem{File: d.origin.File, Sheet: d.origin.Sheet, Variable: name,
			Message: "cells with a CPR number, masked: " + strconv.Itoa(masked[name])})
	}
	return n.Noted(notes...)
}

func maskedColumns(columns []*Column, count func(name string, cells int)) []*Column {
	masked := make([]*Column, len(columns))
	for i, c := range columns {
		var cells int
		masked[i], cells = c.masked()
		count(c.Name, cells)
	}
	return masked
}

// masked returns c without personal numbers and how many cells had one.
func (c *Column) masked() (*Column, int) {
	n, cells := *c, 0
	aliases := map[string]string{} // of identities
	numbers := c.personalNumbers()
	for i := range c.Rows() {
		if len(numbers(i)) == 0 {
			continue
		}
		if cells++; cells == 1 {
			n.Options = maskedOptions(c.Options)
			n.texts, n.numbers, n.missing = slices.Clone(c.texts), slices.Clone(c.numbers), slices.Clone(c.missing)
			if n.missing == nil {
				n.missing = make([]Missing, c.Rows())
			}
		}
		switch {
		case c.Options != nil:
		case c.Kind != KindText:
			n.numbers[i], n.missing[i] = math.NaN(), NotAnswered
		case c.Role == RoleID:
			// The same number may be written with and without its hyphen.
			key := onlyDigits(c.texts[i])
			if aliases[key] == "" {
				aliases[key] = "cpr-" + strconv.Itoa(len(aliases)+1)
			}
			n.texts[i] = aliases[key]
		default:
			n.texts[i] = MaskCPR(c.texts[i])
		}
	}
	if cells == 0 {
		return c, 0
	}
	return &n, cells
}

func onlyDigits(s string) string {
	var digits []byte
	for i := range len(s) {
		if isDigit(s[i]) {
			digits = append(digits, s[i])
		}
	}
	return string(digits)
}
