package figure

import (
	"math"
	"slices"

	"stikprove/sample/crosstab"
)

// Plotted is what a figure shows, for programs that draw it themselves: the
// cells as they are drawn, in the order they are drawn.
type Plotted struct {
	Subtitle string   // what is measured, unit and base
	Notes    []string // below the figure, each with its own opening word
	Lines    []string // what the categories are called
	Series   []Series
}

// Series is one set of bars, segments or points of a figure.
type Series struct {
	Label   string
	Colour  string // as rrggbb
	Hatched bool   // answers without substance: hatched lines in Colour on white
	Letters string // colour that is read on Colour
	Rim     string // colour of the outline where Colour is too pale to be seen by itself; empty for none
	// Cells holds a cell for each of the figure's lines. One without an interval
	// that is drawn has NaN for it.
	Cells []crosstab.Cell
	// Colours holds the colour of each bar where they are not all Colour.
	Colours []string
}

// Plotted returns what a figure of kind [Bar], [Grouped], [Stacked] or [Line]
// shows, or false for the other kinds, which office programs have no chart of,
// and for means.
func (f *Figure) Plotted() (Plotted, bool) {
	if f.plotted == nil {
		return Plotted{}, false
	}
	return *f.plotted, true
}

// plottedOf returns what a figure that can be drawn shows, or nil.
func plottedOf(t *crosstab.Table, s Spec, w Wording) *Plotted {
	p := &Plotted{Subtitle: w.Subtitle, Notes: slices.DeleteFunc(slices.Clone(w.Notes), func(n string) bool { return n == "" })}
	ok := false
	switch {
	case meanRow(t) >= 0:
	case s.Kind == Bar:
		ok = p.bars(t, s, w)
	case s.Kind == Grouped:
		ok = p.groups(t, s, w)
	case s.Kind == Stacked:
		ok = p.stacks(t, s, w)
	case s.Kind == Line:
		ok = p.times(t, s, w)
	}
	if !ok {
		return nil
	}
	return p
}

func (p *Plotted) bars(t *crosstab.Table, s Spec, w Wording) bool {
	col, err := columnDrawn(t, s.Column)
	if err != nil {
		return false
	}
	ref := slices.IndexFunc(t.Columns, func(c crosstab.Column) bool { return c.Kind == crosstab.Reference })
	own := Series{Label: w.Column(t.Columns[col]), Colour: digits(w.look.main)}
	held := Series{Colour: digits(w.look.accent)}
	for _, b := range barsOf(t, col, -1, s.Sort == Falling || s.Sort == Usual && several(t), w) {
		p.Lines = append(p.Lines, w.Row(b.row))
		own.Cells, own.Colours = append(own.Cells, b.cell), append(own.Colours, digits(b.fill(w.look)))
		if ref >= 0 && ref != col {
			held.Cells = append(held.Cells, without(t.Cells[rowIndex(t, b.row.ID)][ref]))
		}
	}
	p.Series = []Series{own}
	if held.Cells != nil {
		held.Label = w.Column(t.Columns[ref])
		p.Series = append(p.Series, held)
	}
	return true
}

func (p *Plotted) groups(t *crosstab.Table, s Spec, w Wording) bool {
	columns, err := columnsDrawn(t, s.Columns)
	if err != nil {
		return false
	}
	fills, err := seriesColours(t, columns, w.look)
	if err != nil {
		return false
	}
	var first []bar
	for k, j := range columns {
		bars := barsOf(t, j, -1, k == 0 && (s.Sort == Falling || s.Sort == Usual && several(t)), w)
		if k == 0 {
			first = bars
		}
		one := fills[k].series(w.Column(t.Columns[j]))
		for _, b := range first {
			one.Cells = append(one.Cells, inRow(bars, b.row.ID).cell)
		}
		p.Series = append(p.Series, one)
	}
	for _, b := range first {
		p.Lines = append(p.Lines, w.Row(b.row))
	}
	return true
}

func (p *Plotted) stacks(t *crosstab.Table, s Spec, w Wording) bool {
	st, err := stacksOf(t, s, w)
	if err != nil {
		return false
	}
	for _, b := range st.bars {
		label := b.words
		if b.count != "" {
			label += " (" + w.Base + "\u00a0=\u00a0" + b.count + ")"
		}
		p.Lines = append(p.Lines, label)
	}
	for _, g := range st.segments {
		one := g.series(g.label)
		for _, b := range st.bars {
			c, _ := st.cell(b, g)
			one.Cells = append(one.Cells, without(c))
		}
		p.Series = append(p.Series, one)
	}
	return true
}

func (p *Plotted) times(t *crosstab.Table, s Spec, w Wording) bool {
	moments, lines, err := linesOf(t, s, w)
	if err != nil {
		return false
	}
	for _, m := range moments {
		p.Lines = append(p.Lines, m.words)
	}
	for _, l := range lines {
		one := Series{Label: l.words, Colour: digits(l.fill), Letters: digits(readable(l.fill))}
		for _, i := range l.items {
			c := without(i.cell)
			if len(lines) == 1 {
				c.Low, c.High = i.low, i.high
			}
			one.Cells = append(one.Cells, c)
		}
		p.Series = append(p.Series, one)
	}
	return true
}

// series returns a series of the entry's colour.
func (e entry) series(label string) Series {
	one := Series{Label: label, Colour: digits(e.fill), Letters: digits(lettering(e.fill))}
	if rim := edged(e.fill); rim != 0 && e.hatch == plain {
		one.Rim = digits(rim)
	}
	if e.hatch != plain {
		one.Hatched, one.Colour, one.Letters = true, digits(muted), digits(ink)
	}
	return one
}

// without returns a cell without its interval.
func without(c crosstab.Cell) crosstab.Cell {
	c.Low, c.High = math.NaN(), math.NaN()
	return c
}

// digits returns a colour as rrggbb.
func digits(p paint) string { return p.hex()[1:] }
