package figure

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"stikprove/sample/crosstab"
)

// bar is one row of a bar chart.
type bar struct {
	about
	row       crosstab.Row
	cell      crosstab.Cell
	label     []string
	value     string  // printed behind the bar
	end       float64 // share that the bar and its whisker reach
	reference float64 // share it is held against; NaN for none
	held      about   // the cell of the reference
	gap       float64 // before it, in points
}

const (
	barMost      = 15.0 // thickest bar
	barPart      = 0.6  // of a row that the bar takes
	groupGap     = 7.0  // before rows that sum or overlap the others
	valueGap     = 4.0  // between the end of a bar and its value
	tickOver     = 2.5  // of a tick beyond its bar, at both ends
	whiskerLine  = 0.9
	whiskerCap   = 5.0
	gridWeight   = 0.6
	zeroWeight   = 0.8
	axisHeight   = 13.0
	shortestAxis = 0.05
)

// drawBars draws one column of t, a bar per row.
func drawBars(p *page, t *crosstab.Table, s Spec, w Wording) ([]reading, error) {
	col, err := columnDrawn(t, s.Column)
	if err != nil {
		return nil, err
	}
	ref := slices.IndexFunc(t.Columns, func(c crosstab.Column) bool { return c.Kind == crosstab.Reference })
	if ref == col {
		ref = -1
	}
	bars := barsOf(t, col, ref, s.Sort == Falling || s.Sort == Usual && several(t), w)
	if len(bars) == 0 {
		return nil, errors.New("no row holds shares that a bar could show")
	}
	sc := p.scene

	left := 0.0
	rows := make([]float64, len(bars))
	pitch := rowPitch(len(bars))
	for i := range bars {
		bars[i].label = balance(w.Row(bars[i].row), w.look.label, labelShare*sc.width)
		left = max(left, widest(bars[i].label, w.look.label))
		rows[i] = max(pitch, lined(len(bars[i].label)))
	}
	left += labelGap

	var k key
	if ref >= 0 {
		k = newKey(w.look, []entry{
			{label: w.Column(t.Columns[col]), fill: w.look.main},
			{label: w.Column(t.Columns[ref]), fill: w.look.accent, tick: true},
		}, left, sc.width)
	}
	plot := k.height + axisHeight
	for i, b := range bars {
		plot += rows[i] + b.gap
	}
	if err := p.stretch(rows, plot); err != nil {
		return nil, err
	}
	k.draw(sc, p.top())
	a := barAxis(bars, left, sc.width, w)
	top := p.top() + k.height
	bottom := top
	for i, b := range bars {
		bottom += rows[i] + b.gap
	}
	a.draw(sc, top, bottom, w)
	y := top
	for i, b := range bars {
		y += b.gap + rows[i]/2
		b.draw(sc, a, y, min(barMost, barPart*pitch))
		y += rows[i] / 2
	}
	sc.add(stroke{x1: a.x, y1: top, x2: a.x, y2: bottom, weight: zeroWeight, fill: muted})
	p.finish(bottom + axisHeight)

	var said []reading
	for _, b := range bars {
		r := readOut(w, w.Row(b.row), b.cell)
		if !math.IsNaN(b.reference) {
			c := t.Cells[rowIndex(t, b.row.ID)][ref]
			r.value += " (" + w.Column(t.Columns[ref]) + ": " + w.Share(c) + ")"
		}
		said = append(said, r)
	}
	return said, nil
}

// columnDrawn returns the index of the column called id. Without an id it is
// the only one, the column of all units where shares run by column, or a
// battery's first option.
func columnDrawn(t *crosstab.Table, id string) (int, error) {
	if id != "" {
		i := slices.IndexFunc(t.Columns, func(c crosstab.Column) bool { return c.ID == id })
		if i < 0 {
			return 0, fmt.Errorf("no column %q", id)
		}
		return i, nil
	}
	var own []int
	all := -1
	for i, c := range t.Columns {
		if c.Kind == crosstab.Reference {
			continue
		}
		own = append(own, i)
		if c.Kind == crosstab.All {
			all = i
		}
	}
	battery := slices.ContainsFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Item })
	switch {
	case len(own) == 1:
		return own[0], nil
	case battery && len(own) > 0:
		return own[0], nil
	case all >= 0 && t.Percent != crosstab.OfRow:
		return all, nil
	}
	return 0, errors.New("several columns; say which one the bars show")
}

// barsOf returns the bars in the order they are drawn: answers, answers
// without substance, then rows that sum or overlap the others.
func barsOf(t *crosstab.Table, col, ref int, sorted bool, w Wording) []bar {
	var bars []bar
	for i, r := range t.Rows {
		if rank(r) < 0 {
			continue
		}
		c := t.Cells[i][col]
		b := bar{row: r, cell: c, value: w.Hidden, reference: math.NaN()}
		b.about.cell = r.ID + "/" + t.Columns[col].ID
		if c.Suppressed == crosstab.Shown {
			b.value = w.Share(c)
			b.tip = w.Row(r) + ": " + b.value
			if !math.IsNaN(c.P) {
				b.end = c.P
			}
			if b.whiskers(t) {
				b.end = max(b.end, c.High)
			} else {
				b.cell.Low, b.cell.High = math.NaN(), math.NaN()
			}
		}
		if ref >= 0 {
			if rc := t.Cells[i][ref]; rc.Suppressed == crosstab.Shown && !math.IsNaN(rc.P) {
				b.reference = rc.P
				held := t.Columns[ref]
				b.held = about{r.ID + "/" + held.ID, w.Row(r) + ", " + w.Column(held) + ": " + w.Share(rc)}
			}
		}
		bars = append(bars, b)
	}
	// A hidden cell has no number here, so its place gives nothing away.
	slices.SortStableFunc(bars, func(x, y bar) int {
		if d := cmp.Compare(rank(x.row), rank(y.row)); d != 0 || !sorted || rank(x.row) > 0 {
			return d
		}
		return cmp.Compare(share(y.cell), share(x.cell))
	})
	for i := 1; i < len(bars); i++ {
		if apart(bars[i].row) && !apart(bars[i-1].row) {
			bars[i].gap = groupGap
		}
	}
	return bars
}

func (b bar) whiskers(t *crosstab.Table) bool {
	c := b.cell
	return t.Level > 0 && !math.IsNaN(c.Low) && !math.IsNaN(c.High) && c.High > c.Low
}

func (b bar) fill(l *look) paint {
	switch {
	case apart(b.row):
		return l.light
	case rank(b.row) > 0:
		return grey
	}
	return l.main
}

// draw paints the bar centred on y, with its label.
func (b bar) draw(s *scene, a axis, y, thick float64) {
	s.centred(b.label, a.x-labelGap, y, labelLeading, s.look.label, ink, end)
	b.paint(s, a, y, thick, entry{fill: b.fill(s.look)})
}

// paint paints the bar and its value centred on y.
func (b bar) paint(s *scene, a axis, y, thick float64, with entry) {
	at, width := a.beside(b)
	// The value stands clear of the gridlines behind it.
	s.add(box{x: at - 2, y: y - 5.5, w: width + 4, h: 11, fill: white})
	if b.cell.Suppressed != crosstab.Shown {
		s.add(text{x: at, y: y + s.look.value.drop(), words: b.value, style: s.look.value, fill: muted, about: b.about})
		b.drawReference(s, a, y, thick)
		return
	}
	mark := b.about
	if b.cell.P > 0 {
		mark = about{}
		part := box{x: a.x, y: y - thick/2, w: a.at(b.cell.P) - a.x, h: thick, fill: with.fill, hatch: with.hatch, about: b.about}
		if with.fill == s.look.light { // too pale to be seen by itself
			part.rim = s.look.main
		}
		s.add(part)
	}
	b.drawReference(s, a, y, thick)
	if !math.IsNaN(b.cell.Low) {
		lo, hi := a.at(b.cell.Low), a.at(b.cell.High)
		reach := min(whiskerCap, thick-2) / 2
		s.add(stroke{x1: lo, y1: y, x2: hi, y2: y, weight: whiskerLine, fill: ink},
			stroke{x1: lo, y1: y - reach, x2: lo, y2: y + reach, weight: whiskerLine, fill: ink},
			stroke{x1: hi, y1: y - reach, x2: hi, y2: y + reach, weight: whiskerLine, fill: ink})
	}
	s.add(text{x: at, y: y + s.look.value.drop(), words: b.value, style: s.look.value, fill: ink, about: mark})
}

func (b bar) drawReference(s *scene, a axis, y, thick float64) {
	if !math.IsNaN(b.reference) {
		s.add(tick{x: a.at(b.reference), y: y, h: thick + 2*tickOver, fill: s.look.accent, about: b.held})
	}
}
