package survey

import (
	"math"
	"slices"
	"strconv"
)

// Masked is [Dataset.MaskedAs] for data that stand alone.
func (d *Dataset) Masked() *Dataset { return d.MaskedAs(NewPseudonyms()) }

// MaskedAs returns d, rosters among it, with every Danish personal number that
// [CPRProblems] finds masked: in a text, an option, a name or a label by
// xxxxxx-xxxx, in a column of numbers by leaving the value out as not answered.
// In a variable that identifies units, by its role or among identities, each
// number becomes its pseudonym, so that different units stay different and
// those of other data are still found; such a variable is then a text. A note
// says how many cells of each variable were masked.
func (d *Dataset) MaskedAs(p *Pseudonyms, identities ...string) *Dataset {
	m := &masking{pseudonyms: p, identities: identities, cells: map[string]int{}}
	n := *d
	n.columns = m.columns(d.columns, 0)
	if d.apart != nil {
		n.apart = d.apart.MaskedAs(p, identities...)
	}
	n.rosters = make([]roster, len(d.rosters))
	for i, r := range d.rosters {
		n.rosters[i] = roster{name: r.name}
		for _, block := range r.blocks {
			b := *block
			b.columns = m.columns(block.columns, len(d.columns))
			b.byName = named(b.columns)
			n.rosters[i].blocks = append(n.rosters[i].blocks, &b)
		}
	}
	if len(m.order) == 0 && m.words == 0 && n.apart == d.apart {
		return d
	}
	n.byName = named(n.columns)
	var notes []Problem
	for _, name := range m.order {
		notes = append(notes, Problem{File: d.origin.File, Sheet: d.origin.Sheet, Variable: name,
			Message: "cells with a CPR number, masked: " + strconv.Itoa(m.cells[name])})
	}
	if m.words > 0 {
		notes = append(notes, Problem{File: d.origin.File, Sheet: d.origin.Sheet,
			Message: "headings and labels with a CPR number, masked: " + strconv.Itoa(m.words)})
	}
	return n.Noted(notes...)
}

func named(columns []*Column) map[string]int {
	byName := make(map[string]int, len(columns))
	for i, c := range columns {
		byName[c.Name] = i
	}
	return byName
}

// masking is the state of masking a dataset.
type masking struct {
	pseudonyms *Pseudonyms
	identities []string

	cells map[string]int // of each variable, how many were masked
	order []string
	words int // variables whose own words were
}

func (m *masking) columns(columns []*Column, before int) []*Column {
	masked := make([]*Column, len(columns))
	for i, c := range columns {
		n, cells := m.column(c)
		if words := n.Variable.withoutCPR(before + i + 1); cells == 0 && words == nil {
			n = c
		} else if words != nil {
			again := *n
			again.Variable = *words
			n = &again
			if len(c.Variable.ownNumbers()) > 0 {
				m.words++
			}
		}
		if cells > 0 && m.cells[n.Name] == 0 {
			m.order = append(m.order, n.Name)
		}
		if cells > 0 {
			m.cells[n.Name] += cells
		}
		masked[i] = n
	}
	return masked
}

// column returns c without personal numbers in its values and how many cells
// had one.
func (m *masking) column(c *Column) (*Column, int) {
	identity := c.Role == RoleID || slices.Contains(m.identities, c.Name)
	numbers, cells := c.personalNumbers(), 0
	for i := range c.Rows() {
		if len(numbers(i)) > 0 {
			cells++
		}
	}
	switch {
	case cells == 0:
		return c, 0
	case identity && c.Kind != KindMultiple && c.Kind != KindDate:
		return m.identity(c), cells
	}
	n := *c
	n.texts, n.numbers, n.missing = slices.Clone(c.texts), slices.Clone(c.numbers), slices.Clone(c.missing)
	if n.missing == nil {
		n.missing = make([]Missing, c.Rows())
	}
	for i := range c.Rows() {
		switch {
		case c.Options != nil || len(numbers(i)) == 0:
		case c.Kind == KindText:
			n.texts[i] = replaceCPR(c.texts[i], numbers(i), func(string) string { return cprMask })
		default:
			n.numbers[i], n.missing[i] = math.NaN(), NotAnswered
		}
	}
	return &n, cells
}

// identity returns c as a text with pseudonyms. Where one number is personal,
// one of nine digits is too that may have lost its first zero.
func (m *masking) identity(c *Column) *Column {
	n := &Column{Variable: c.Variable, texts: make([]string, c.Rows()), missing: c.missing, blocks: c.blocks, home: c.home}
	n.Kind, n.Options = KindText, nil
	for i := range c.Rows() {
		if c.Missing(i) != Present {
			continue
		}
		answer := c.Answer(i)
		switch {
		case c.Kind == KindSingle:
			o := c.Options[c.index[i]]
			if answer = o.Label.In(""); answer == "" {
				answer = o.Name
			}
		case c.Kind != KindText && len(answer) == 9 && FindCPR("0"+answer) != nil:
			answer = "0" + answer
		}
		n.texts[i] = m.pseudonyms.Replace(answer)
	}
	return n
}

// ownNumbers returns the personal numbers in a variable's name and label, and
// withoutCPR the variable without them and those of its options, or nil where
// there are none. at tells variables apart.
func (v Variable) ownNumbers() []Span {
	spans := FindCPR(v.Name)
	for _, words := range v.Label {
		spans = append(spans, FindCPR(words)...)
	}
	return spans
}

func (v Variable) withoutCPR(at int) *Variable {
	own := len(v.ownNumbers()) > 0
	if !own && !slices.ContainsFunc(v.Options, func(o Option) bool { return len(o.personalNumbers()) > 0 }) {
		return nil
	}
	v.Options = maskedOptions(v.Options)
	if own {
		v.Label = v.Label.withoutCPR()
		if len(FindCPR(v.Name)) > 0 {
			v.Name = "cpr_" + strconv.Itoa(at)
		}
	}
	return &v
}

// maskedOptions returns options without personal numbers; names stay
// different.
func maskedOptions(options []Option) []Option {
	masked := slices.Clone(options)
	for k, o := range options {
		if len(o.personalNumbers()) == 0 {
			continue
		}
		masked[k].Name, masked[k].Code, masked[k].Label = "cpr-"+strconv.Itoa(k+1), "", o.Label.withoutCPR()
	}
	return masked
}

// withoutCPR returns t with personal numbers masked.
func (t Text) withoutCPR() Text {
	if t == nil {
		return nil
	}
	masked := make(Text, len(t))
	for language, words := range t {
		masked[language] = MaskCPR(words)
	}
	return masked
}
