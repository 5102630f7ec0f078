package report

import (
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
)

// number gives headings, tables and figures their numbers and returns the
// outline with tables and figures in it, after it those that no text places, and
// the appendices last.
func (a *arranger) number() []Block {
	out := a.numbered(a.outline)
	return append(append(out, a.rest()...), a.appendices()...)
}

// inAppendix reports whether an appendix places a table or figure.
func (a *arranger) inAppendix(verb, id string) bool {
	for _, of := range a.content.Appendices {
		if of.Text != nil && slices.ContainsFunc(of.Text.blocks, func(b Block) bool {
			p, ok := b.(placement)
			return ok && p.verb == verb && p.names[0] == id
		}) {
			return true
		}
	}
	return false
}

// numbered does so with the blocks of one text.
func (a *arranger) numbered(blocks []Block) []Block {
	var out []Block
	var counts [7]int
	muted := 7 // level of the unnumbered section, if in one
	for _, b := range blocks {
		if _, places := b.(placement); !places && a.tellsChange(b) {
			out = append(out, a.knownOfWaves()...)
		}
		switch b := b.(type) {
		case heading:
			h := b
			if h.Level <= muted {
				muted = 7
			}
			if h.unnumbered && h.Level < muted {
				muted = h.Level
			}
			if muted == 7 {
				h.Number = count(&counts, h.Level)
			}
			a.nameHeading(&h)
			out = append(out, h)
		case placement:
			if b.verb == "quotes" {
				out = append(out, a.quotations(b)...)
				continue
			}
			if placed := a.place(b); placed != nil {
				out = append(append(out, a.wavesBefore(placed)...), placed)
			}
		default:
			out = append(out, b)
		}
	}
	return out
}

// count returns the next number at a level, such as "2.1".
func count(counts *[7]int, level int) string {
	counts[level]++
	for deeper := level + 1; deeper < len(counts); deeper++ {
		counts[deeper] = 0
	}
	parts := make([]string, level)
	for i := range parts {
		// A section above may be unnumbered; its number is then that of the last.
		parts[i] = strconv.Itoa(max(1, counts[i+1]))
	}
	return strings.Join(parts, ".")
}

// nameHeading gives a heading its id in the document.
func (a *arranger) nameHeading(h *heading) {
	known := h.ID
	if known == "" {
		known = slug(a.Section)
	}
	h.ID = a.anchors.claim(slugID(known))
	if a.headings[known] == nil {
		a.headings[known] = h
	}
}

// place numbers the table or figure that a placement names.
func (a *arranger) place(p placement) Block {
	id := p.names[0]
	at := a.problemAt(p.at, "")
	if before, twice := a.placed[p.verb+" "+id]; twice {
		a.problem(p.at, p.verb+" "+survey.Quote(id)+" is placed already, in line "+strconv.Itoa(before.Row)+"; refer to it with {{ see }}")
		return nil
	}
	if p.verb == "table" {
		d, ok := a.laid[id]
		if !ok {
			a.problem(p.at, "no table "+survey.Quote(id)+survey.Instead(id, a.tableIDs()))
			return nil
		}
		a.placed["table "+id] = at
		a.addTable(d.table)
		return d.table
	}
	f, ok := a.drawn[id]
	if !ok {
		if !a.figureNamed(id) { // else its own problem is reported
			a.problem(p.at, "no figure "+survey.Quote(id)+survey.Instead(id, a.figureIDs()))
		}
		return nil
	}
	a.placed["figure "+id] = at
	a.addFigure(f)
	return f
}

// wavesBefore returns what is to be known of two waves where the first table or
// figure that compares them follows, and nothing elsewhere.
func (a *arranger) wavesBefore(b Block) []Block {
	var t *Table
	switch b := b.(type) {
	case *Table:
		t = b
	case *Figure:
		t = b.Table
	}
	if t == nil || t.Of.Comparison == nil {
		return nil
	}
	return a.knownOfWaves()
}

func (a *arranger) addTable(t *Table) {
	a.tables = append(a.tables, t)
	t.Number = len(a.tables)
}

func (a *arranger) addFigure(f *Figure) {
	a.figures = append(a.figures, f)
	f.Number = len(a.figures)
}

// rest returns what the text does not place, under a heading of its own.
func (a *arranger) rest() []Block {
	var figures, out []Block
	for _, spec := range a.content.Figures {
		id := spec.ID
		if id == "" {
			id = spec.Table
		}
		if _, placed := a.placed["figure "+id]; !placed && a.drawn[id] != nil && !a.inAppendix("figure", id) {
			a.placed["figure "+id] = survey.Problem{}
			a.addFigure(a.drawn[id])
			figures = append(figures, a.drawn[id])
		}
	}
	var tables []Block
	for _, t := range a.content.Tables {
		if _, placed := a.placed["table "+t.ID]; !placed && !a.inAppendix("table", t.ID) {
			a.placed["table "+t.ID] = survey.Problem{}
			a.addTable(a.laid[t.ID].table)
			tables = append(tables, a.laid[t.ID].table)
		}
	}
	words := a.restHeading(len(tables) > 0, len(figures) > 0)
	if words == "" {
		return nil
	}
	h := heading{Heading: Heading{Level: 1, ID: a.anchors.claim(slug(words)), Text: []Inline{Words{words}}}}
	out = append(out, h)
	for _, b := range append(figures, tables...) {
		out = append(append(out, a.wavesBefore(b)...), b)
	}
	return out
}

func (a *arranger) restHeading(tables, figures bool) string {
	alone := a.content.Outline == nil
	switch {
	case tables && figures && alone, tables && alone:
		return a.Tables
	case figures && alone:
		return a.Figures
	case tables && figures:
		return a.RestBoth
	case tables:
		return a.RestTables
	case figures:
		return a.RestFigures
	default:
		return ""
	}
}
