package figure

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
)

// heatLine is a row or column of a heat map.
type heatLine struct {
	line  int // of the table
	words string
	label []string
	base  []string // what its shares are of; nil where they do not run this way
	apart bool     // sums, overlaps or frames the others
}

const (
	cellGap     = 1.5
	cellMost    = 110.0 // widest cell
	cellLeast   = 24.0  // narrowest: heads in a narrower one are splinters
	heatPitch   = 21.5
	apartGap    = 6.0
	headPad     = 2.0 // beside a column head
	headLeading = 10.2
	headFoot    = 5.0 // between column heads and cells
)

// drawHeat draws t as a grid of cells, the darker the larger the share.
func drawHeat(p *page, t *crosstab.Table, _ Spec, w Wording) ([]reading, error) {
	rows, columns := heatRows(t, w), heatColumns(t, w)
	if len(rows) == 0 || len(columns) == 0 {
		return nil, errors.New("no rows and columns with shares to colour")
	}
	sc := p.scene
	down, across := 0.0, 0.0 // gaps
	for i := range rows {
		down += gapBefore(rows, i)
	}
	for j := range columns {
		across += gapBefore(columns, j)
	}
	left := labelRows(w.look, rows, labelRoom(w.look, sc.width-across, columns)) + labelGap
	heights := heatHeights(rows)
	width := min(cellMost, (sc.width-left-across+cellGap)/float64(len(columns)))
	print, err := fitting(t, rows, columns, w, width-cellGap-3)
	if err != nil {
		return nil, err
	}
	head := wrapHeads(w.look, columns, width-cellGap)
	plot := head + down
	for _, h := range heights {
		plot += h
	}
	if err := p.stretch(heights, plot); err != nil {
		return nil, err
	}

	top := p.top() + head
	edges := drawHeads(sc, columns, left, top, width)
	most := largest(t, rows, columns)
	y := top
	for i, r := range rows {
		y += gapBefore(rows, i)
		sc.centred(r.label, left-labelGap, y+(heights[i]-cellGap)/2, labelLeading, w.look.label, ink, end)
		for j, c := range columns {
			m := box{x: edges[j], y: y, w: width - cellGap, h: heights[i] - cellGap}
			m.about.cell = t.Rows[r.line].ID + "/" + t.Columns[c.line].ID
			heatCell(sc, m, t.Cells[r.line][c.line], r.words+", "+c.words, most, print, w)
		}
		y += heights[i]
	}
	p.finish(y - cellGap)

	var said []reading
	for _, r := range rows {
		for _, c := range columns {
			said = append(said, readOut(w, r.words+", "+c.words, t.Cells[r.line][c.line]))
		}
	}
	return said, nil
}

// gapBefore returns the gap between line i and the one before it: one where
// what stands apart begins.
func gapBefore(lines []heatLine, i int) float64 {
	if i > 0 && lines[i].apart && !lines[i-1].apart {
		return apartGap
	}
	return 0
}

// wrapHeads wraps the heads of columns to a width and returns the height of
// the tallest, with the room below it.
func wrapHeads(l *look, columns []heatLine, width float64) float64 {
	tallest := 0.0
	for j := range columns {
		c := &columns[j]
		c.label = balance(c.words, l.head, width-headPad)
		if widest(c.base, l.note) > width {
			c.base = wrap(strings.ReplaceAll(strings.Join(c.base, " "), "\u00a0", " "), l.note, width)
		}
		tallest = max(tallest, float64(len(c.label)+len(c.base))*headLeading)
	}
	return tallest + headFoot
}

// drawHeads draws the heads of columns above top and returns the left edge of
// each.
func drawHeads(sc *scene, columns []heatLine, left, top, width float64) []float64 {
	edges := make([]float64, len(columns))
	x := left
	for j, c := range columns {
		x += gapBefore(columns, j)
		edges[j] = x
		mid := x + (width-cellGap)/2
		y := top - headFoot - float64(len(c.label)+len(c.base)-1)*headLeading - 2
		y = sc.lines(c.label, mid, y, headLeading, sc.look.head, ink, middle)
		sc.lines(c.base, mid, y, headLeading, sc.look.note, muted, middle)
		x += width
	}
	return edges
}

// labelRoom returns how wide row labels may be. They give way to the words of
// the column heads, but not under half of what they may have.
func labelRoom(l *look, width float64, columns []heatLine) float64 {
	word := 0.0
	for _, c := range columns {
		word = max(word, longest(c.words, l.head))
	}
	need := float64(len(columns)) * (word + headPad + cellGap)
	return max(labelShare*width/2, min(labelShare*width, width-labelGap-need))
}

// labelRows wraps the labels of rows, bases behind them, and returns the width
// of the widest.
func labelRows(l *look, rows []heatLine, room float64) float64 {
	wide := 0.0
	for i := range rows {
		r := &rows[i]
		r.label = balance(strings.Join(append([]string{r.words}, r.base...), " "), l.label, room)
		wide = max(wide, widest(r.label, l.label))
	}
	return wide
}

// heatHeights returns the heights of rows. They are equal, as a grid should be,
// unless a label needs more than two lines.
func heatHeights(rows []heatLine) []float64 {
	heights := make([]float64, len(rows))
	usual := heatPitch
	for _, r := range rows {
		usual = max(usual, lined(min(len(r.label), 2)))
	}
	for i, r := range rows {
		heights[i] = max(usual, lined(len(r.label)))
	}
	return heights
}

// heatCell paints one cell and its number.
func heatCell(s *scene, m box, c crosstab.Cell, label string, most float64, print func(crosstab.Cell) string, w Wording) {
	words, fill := w.Hidden, muted
	switch {
	case c.Suppressed != crosstab.Shown:
		m.fill = pale
	case math.IsNaN(c.P):
		m.fill, words = white, print(c)
		m.tip = label + ": " + w.Share(c)
	default:
		m.fill = s.look.ramp(c.P, most)
		words, fill = print(c), lettering(m.fill)
		m.tip = label + ": " + w.Share(c)
	}
	s.add(m, text{x: m.x + m.w/2, y: m.y + m.h/2 + s.look.label.drop(), words: words, style: s.look.label, fill: fill, anchor: middle})
}

// fitting returns how numbers are printed in cells of a width: with their unit
// where that fits.
func fitting(t *crosstab.Table, rows, columns []heatLine, w Wording, width float64) (func(crosstab.Cell) string, error) {
	for _, print := range []func(crosstab.Cell) string{w.Share, w.Bare} {
		widest := 0.0
		for _, r := range rows {
			for _, c := range columns {
				if cell := t.Cells[r.line][c.line]; cell.Suppressed == crosstab.Shown {
					widest = max(widest, w.look.label.width(print(cell)))
				}
			}
		}
		if widest <= width && width >= cellLeast {
			return print, nil
		}
	}
	return nil, fmt.Errorf("%d columns are too many for the width; let them be the rows", len(columns))
}

// heatRows returns the rows drawn. The whole base is among them unless it
// would read 100 % throughout.
func heatRows(t *crosstab.Table, w Wording) []heatLine {
	var rows []heatLine
	for i, r := range t.Rows {
		if rank(r) < 0 && (r.Kind != crosstab.Total || t.Percent == crosstab.OfColumn) {
			continue
		}
		l := heatLine{line: i, words: w.Row(r), apart: rank(r) < 0 || apart(r)}
		if n, ok := rowBase(t, i); ok && t.Percent == crosstab.OfRow {
			l.base = []string{w.heading(w.Count(n))}
		}
		rows = append(rows, l)
	}
	slices.SortStableFunc(rows, func(a, b heatLine) int { return cmp.Compare(toInt(a.apart), toInt(b.apart)) })
	return rows
}

// heatColumns returns the columns drawn, under the same rule.
func heatColumns(t *crosstab.Table, w Wording) []heatLine {
	var columns []heatLine
	for j, c := range t.Columns {
		if c.Kind == crosstab.All && t.Percent == crosstab.OfRow && len(t.Columns) > 1 {
			continue
		}
		l := heatLine{line: j, words: w.Column(c), apart: c.Kind != crosstab.Group}
		if t.Percent != crosstab.OfRow && t.Percent != crosstab.OfTotal && c.Kind != crosstab.Reference {
			l.base = []string{w.heading(columnBase(w, c))}
		}
		columns = append(columns, l)
	}
	slices.SortStableFunc(columns, func(a, b heatLine) int { return cmp.Compare(toInt(a.apart), toInt(b.apart)) })
	return columns
}

// heading words a base, held together by no-break spaces.
func (w Wording) heading(count string) string {
	return "(" + w.Base + "\u00a0=\u00a0" + count + ")"
}

// columnBase words a column's number of units, or that it is hidden.
func columnBase(w Wording, c crosstab.Column) string {
	if c.Suppressed != crosstab.Shown {
		return w.Hidden
	}
	return w.Count(c.N)
}

func largest(t *crosstab.Table, rows, columns []heatLine) float64 {
	most := 0.0
	for _, r := range rows {
		for _, c := range columns {
			if cell := t.Cells[r.line][c.line]; cell.Suppressed == crosstab.Shown && cell.P > most {
				most = cell.P
			}
		}
	}
	return most
}
