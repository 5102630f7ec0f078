package figure

import (
	"errors"
	"math"

	"stikprove/sample/crosstab"
)

const (
	groupedBar   = 10.4 // thickness of a bar among others
	groupedPitch = 12.6 // from one bar of a group to the next, which its value needs
	groupedGap   = 9.0  // between two groups
)

// drawGroups draws a group of bars for each row, a bar for each column.
func drawGroups(p *page, t *crosstab.Table, s Spec, w Wording) ([]reading, error) {
	columns, err := columnsDrawn(t, s.Columns)
	if err != nil {
		return nil, err
	}
	rows := rowsDrawn(t)
	if len(columns) < 2 || len(rows) == 0 || meanRow(t) >= 0 {
		return nil, errors.New("no rows of shares with two columns or more to set side by side; draw bars or dots")
	}
	fills, err := seriesColours(t, columns, w.look)
	if err != nil {
		return nil, err
	}
	sc := p.scene
	groups := make([][]bar, len(columns)) // bars of each column by row
	var all []bar
	for k, j := range columns {
		bars := barsOf(t, j, -1, false, w)
		groups[k] = bars
		all = append(all, bars...)
	}
	first := groups[0]
	if s.Sort == Falling || s.Sort == Usual && several(t) {
		first = barsOf(t, columns[0], -1, true, w)
	}

	left := 0.0
	heights := make([]float64, len(first))
	for i, b := range first {
		first[i].label = balance(w.Row(b.row), w.look.label, labelShare*sc.width)
		left = max(left, widest(first[i].label, w.look.label))
		heights[i] = max(groupedPitch*float64(len(columns)), lined(len(first[i].label))) + groupedGap
	}
	left += labelGap
	for k, j := range columns {
		fills[k].label = w.Column(t.Columns[j])
	}
	key := newKey(w.look, fills, left, sc.width)
	plot := key.height + axisHeight
	for i, b := range first {
		plot += heights[i] + b.gap
	}
	if err := p.stretch(heights, plot); err != nil {
		return nil, err
	}
	key.draw(sc, p.top())
	a := barAxis(all, left, sc.width, w)
	top := p.top() + key.height
	bottom := top
	for i, b := range first {
		bottom += heights[i] + b.gap
	}
	a.draw(sc, top, bottom, w)
	var said []reading
	y := top
	for i, b := range first {
		y += b.gap
		mid := y + heights[i]/2
		sc.centred(b.label, a.x-labelGap, mid, labelLeading, w.look.label, ink, end)
		at := mid - groupedPitch*float64(len(columns)-1)/2
		for k, j := range columns {
			one := inRow(groups[k], b.row.ID)
			one.tip = ""
			if one.cell.Suppressed == crosstab.Shown {
				one.tip = w.Row(b.row) + ", " + w.Column(t.Columns[j]) + ": " + one.value
			}
			one.paint(sc, a, at, groupedBar, fills[k])
			said = append(said, readOut(w, w.Row(b.row)+", "+w.Column(t.Columns[j]), one.cell))
			at += groupedPitch
		}
		y += heights[i]
	}
	sc.add(stroke{x1: a.x, y1: top, x2: a.x, y2: bottom, weight: zeroWeight, fill: muted})
	p.finish(bottom + axisHeight)
	return said, nil
}

// inRow returns the bar of a row.
func inRow(bars []bar, id string) bar {
	for _, b := range bars {
		if b.row.ID == id {
			return b
		}
	}
	return bar{reference: math.NaN()}
}

// several reports whether rows are answers of which a unit may give more than
// one.
func several(t *crosstab.Table) bool {
	for _, r := range t.Rows {
		if r.Kind == crosstab.Answer {
			return true
		}
	}
	return t.Several
}
