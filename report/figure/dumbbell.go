package figure

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"stikprove/sample/crosstab"
)

// pair is a row of two dots.
type pair struct {
	before, after item
	row           crosstab.Row
	label         []string
	change        string // as printed; empty where a side is hidden or has no number
	tested        bool   // a test tells the change from chance
	gap           float64
}

const (
	pairRadius = 4.2
	valueSide  = 3.5 // between a dot and its number
	zeroGap    = 3.0 // between the line at nought and a number
	changeGap  = 14.0
	changed    = "*" // behind a change that a test tells from chance

	// headingShare is the part of its width that the heading of changes gets, so
	// that it is broken in two and leaves room to the dots.
	headingShare = 0.7
)

// drawDumbbells draws two columns as two dots a row, with the change.
func drawDumbbells(p *page, t *crosstab.Table, s Spec, w Wording) ([]reading, error) {
	columns, err := columnsDrawn(t, s.Columns)
	switch {
	case err != nil:
		return nil, err
	case len(columns) != 2:
		return nil, errors.New("a dumbbell is of two columns; say in columns which, before and after")
	}
	pairs := pairsOf(t, columns, s, w)
	if len(pairs) == 0 {
		return nil, errors.New("no row holds shares or means to compare")
	}
	sc := p.scene
	heading := balance(w.Change, w.look.subtitle, w.look.subtitle.width(w.Change)*headingShare)
	labels, changes, mark := 0.0, widest(heading, w.look.subtitle), 0.0
	low, top, values := 0.0, 0.0, 0.0
	heights := make([]float64, len(pairs))
	pitch := rowPitch(len(pairs))
	for i := range pairs {
		b := &pairs[i]
		b.label = balance(w.Row(b.row), w.look.label, labelShare*sc.width)
		labels = max(labels, widest(b.label, w.look.label))
		changes = max(changes, w.look.value.width(b.change+changed))
		if b.tested {
			mark = w.look.value.width(changed)
		}
		heights[i] = max(pitch, lined(len(b.label)))
		for _, one := range []item{b.before, b.after} {
			values = max(values, w.look.value.width(one.shown(w)))
			if !math.IsNaN(one.value) {
				low, top = min(low, one.value), max(top, one.value)
			}
		}
	}
	var entries []entry
	for k, j := range columns {
		entries = append(entries, entry{label: w.Column(t.Columns[j]), fill: [2]paint{grey, w.look.main}[k], round: true, hollow: k == 0})
	}
	// A number stands on each side of its row's dots.
	side := pairRadius + rimWeight + valueSide + values
	a := graduate(low, top, meanRow(t) < 0)
	a.look = w.look
	left := labels + labelGap
	a.x = left + side
	right := sc.width - changes - changeGap
	a.width = right - side - a.x
	key := newKey(w.look, entries, left, right)
	plot := key.height + axisHeight
	for i, b := range pairs {
		plot += heights[i] + b.gap
	}
	if err := p.stretch(heights, plot); err != nil {
		return nil, err
	}
	key.draw(sc, p.top())
	y := p.top() + key.height
	bottom := y
	for i, b := range pairs {
		bottom += heights[i] + b.gap
	}
	for i, line := range heading {
		sc.add(text{x: sc.width, y: y - 4 - float64(len(heading)-1-i)*labelLeading, words: line, style: w.look.subtitle, fill: muted, anchor: end})
	}
	a.draw(sc, y, bottom, w)
	sc.add(stroke{x1: a.at(0), y1: y, x2: a.at(0), y2: bottom, weight: zeroWeight, fill: muted})
	var said []reading
	for i, b := range pairs {
		y += b.gap
		mid := y + heights[i]/2
		sc.centred(b.label, left-labelGap, mid, labelLeading, w.look.label, ink, end)
		b.draw(sc, a, mid, w)
		if b.change != "" {
			// The digits stand under each other, and the mark behind them.
			words, from := b.change, sc.width-mark-w.look.value.width(b.change)
			if b.tested {
				words += changed
			}
			sc.add(text{x: from, y: mid + w.look.value.drop(), words: words, style: w.look.value, fill: ink, anchor: start})
		}
		y += heights[i]
		for k, one := range []item{b.before, b.after} {
			r := one.read(w)
			r.label = w.Row(b.row) + ", " + w.Column(t.Columns[columns[k]])
			said = append(said, r)
		}
	}
	p.finish(bottom + axisHeight)
	return said, nil
}

// pairsOf returns the rows drawn, in order.
func pairsOf(t *crosstab.Table, columns []int, s Spec, w Wording) []pair {
	var pairs []pair
	for _, i := range rowsDrawn(t) {
		r := t.Rows[i]
		words := func(k int) string { return w.Row(r) + ", " + w.Column(t.Columns[columns[k]]) }
		b := pair{row: r, before: newItem(t, i, columns[0], words(0), rank(r), w), after: newItem(t, i, columns[1], words(1), rank(r), w)}
		if !math.IsNaN(b.before.value) && !math.IsNaN(b.after.value) {
			b.change = w.Difference(b.before.cell, b.after.cell)
			b.tested = beyondChance(t, columns, i)
		}
		pairs = append(pairs, b)
	}
	if s.Sort == Falling {
		rise := func(b pair) float64 { return sortable(b.after.value - b.before.value) }
		slices.SortStableFunc(pairs, func(x, y pair) int {
			d := cmp.Compare(max(rank(x.row), 0), max(rank(y.row), 0))
			if d != 0 || rank(x.row) > 0 {
				return d
			}
			return cmp.Compare(rise(y), rise(x))
		})
	}
	for i := 1; i < len(pairs); i++ {
		if apart(pairs[i].row) && !apart(pairs[i-1].row) {
			pairs[i].gap = groupGap
		}
	}
	return pairs
}

// beyondChance reports whether the table's own tests tell the two columns of a
// row apart: the verdict on two waves, else letters, which name the columns with
// a smaller number.
func beyondChance(t *crosstab.Table, columns []int, row int) bool {
	if m := t.Comparison; m != nil {
		v := m.Changes[row].Verdict
		return !m.Census && (v == crosstab.Higher || v == crosstab.Lower)
	}
	before, after := t.Cells[row][columns[0]], t.Cells[row][columns[1]]
	first, second := t.Columns[columns[0]].Letter, t.Columns[columns[1]].Letter
	return first != "" && second != "" && (slices.Contains(after.Letters, first) || slices.Contains(before.Letters, second))
}

// Compared reports whether a dumbbell of t marks a change that tests tell from
// chance, so that a note must say what the mark means.
func Compared(t *crosstab.Table, s Spec) bool {
	columns := Pair(t, s)
	if columns == nil {
		return false
	}
	for i, row := range t.Cells {
		a, b := row[columns[0]], row[columns[1]]
		if a.Suppressed == crosstab.Shown && b.Suppressed == crosstab.Shown && beyondChance(t, columns, i) {
			return true
		}
	}
	return false
}

// Pair returns the indices of the two columns that a dumbbell of t draws, or
// nil where it cannot be drawn.
func Pair(t *crosstab.Table, s Spec) []int {
	if columns, err := columnsDrawn(t, s.Columns); err == nil && len(columns) == 2 {
		return columns
	}
	return nil
}

// draw paints a row's line, dots and numbers; what is hidden on one side is
// said by its sign at the other end of the plot's edge. A number stands clear of
// the gridlines behind it, and beyond the line at nought where it would lie on it.
func (b pair) draw(sc *scene, a axis, y float64, w Wording) {
	number := func(i item, x float64, from anchor, fill paint) {
		width := w.look.value.width(i.shown(w))
		if from == end {
			if zero := a.at(0); x-width < zero+zeroGap && x > zero-zeroGap {
				x = zero - zeroGap
			}
			x -= width
		} else if zero := a.at(0); x < zero+zeroGap && x+width > zero-zeroGap {
			x = zero + zeroGap
		}
		sc.add(box{x: x - 1.5, y: y - 5.5, w: width + 3, h: 11, fill: white},
			text{x: x, y: y + w.look.value.drop(), words: i.shown(w), style: w.look.value, fill: fill, anchor: start})
	}
	gap := pairRadius + rimWeight + valueSide
	after := readable(w.look.main)
	hasBefore, hasAfter := !math.IsNaN(b.before.value), !math.IsNaN(b.after.value)
	if hasBefore && hasAfter {
		x1, x2 := a.at(b.before.value), a.at(b.after.value)
		sc.add(box{x: min(x1, x2), y: y - lineWeight/2, w: math.Abs(x2 - x1), h: lineWeight, fill: w.look.faded()})
	}
	if hasBefore {
		x := a.at(b.before.value)
		sc.add(dot{x: x, y: y, r: pairRadius, fill: grey, about: b.before.about}, dot{x: x, y: y, r: pairRadius - 1.6 - rimWeight, fill: white})
	}
	if hasAfter {
		sc.add(dot{x: a.at(b.after.value), y: y, r: pairRadius, fill: w.look.main, about: b.after.about})
	}
	switch {
	case hasBefore && hasAfter && b.after.value < b.before.value:
		number(b.after, a.at(b.after.value)-gap, end, after)
		number(b.before, a.at(b.before.value)+gap, start, muted)
	case hasBefore && hasAfter:
		number(b.before, a.at(b.before.value)-gap, end, muted)
		number(b.after, a.at(b.after.value)+gap, start, after)
	case hasAfter: // the sign stands where the earlier number would
		number(b.before, a.at(b.after.value)-gap, end, muted)
		number(b.after, a.at(b.after.value)+gap, start, after)
	case hasBefore:
		number(b.before, a.at(b.before.value)-gap, end, muted)
		number(b.after, a.at(b.before.value)+gap, start, muted)
	default:
		number(b.before, a.at(0)+gap, start, muted)
	}
}
