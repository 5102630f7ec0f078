package figure

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"stikprove/sample/crosstab"
)

const (
	dotRadius    = 3.0
	lineWeight   = 2.2   // of an interval, and between two dots
	panelGap     = 18.0  // between two panels
	panelTallest = 600.0 // of one panel, in points: about what a page of A4 holds beside title and notes
	headRoom     = 13.0  // for the label of what dots are held against
	breakHeight  = 22.0
)

// panel is a part of a ranking that stands beside the others.
type panel struct {
	items   []item
	heights []float64
	height  float64
	broken  int     // item before which lines are left out; 0 for none
	labels  float64 // width of the widest label of all panels
	radius  float64 // of a dot
}

// drawDots draws a ranking: a line an item, the highest first. A ranking that
// is too long for a page goes on in a second panel beside the first.
func drawDots(p *page, t *crosstab.Table, s Spec, w Wording) ([]reading, error) {
	items, against, err := itemsOf(t, s, w)
	switch {
	case err != nil:
		return nil, err
	case len(items) == 0:
		return nil, errors.New("no row or column holds shares or means to rank")
	}
	if s.Sort != Given {
		fall(items)
	}
	left, broken := len(items), 0
	if s.Ends > 0 {
		items, broken = ends(items, s.Ends)
	}
	left -= len(items)
	setApart(items)
	sc := p.scene
	panels := newPanels(items, broken, sc, 1)
	if broken == 0 && panels[0].height > panelTallest {
		panels = newPanels(items, 0, sc, 2)
	}
	tallest := 0.0
	for _, n := range panels {
		tallest = max(tallest, n.height)
	}
	if tallest > panelTallest && p.height == 0 {
		return nil, fmt.Errorf("%d lines are more than a page holds; say ends: 10 for the ten highest and the ten lowest, or the height", len(items))
	}
	head := 0.0
	if against != nil {
		head = headRoom
	}
	before := panels[0].heights[0]
	if err := p.stretch(panels[0].heights, head+tallest+axisHeight); err != nil {
		return nil, err
	}
	for _, n := range panels[1:] { // as much as the first
		for k := range n.heights {
			n.heights[k] += panels[0].heights[0] - before
		}
	}
	low, top := 0.0, 0.0
	for _, i := range append(slices.Clone(items), against.list()...) {
		for _, v := range []float64{i.value, i.low, i.high} {
			if !math.IsNaN(v) {
				low, top = min(low, v), max(top, v)
			}
		}
	}
	a := graduate(low, top, meanRow(t) < 0)
	a.look = w.look
	values := 0.0
	for _, i := range items {
		values = max(values, w.look.value.width(i.shown(w)))
	}
	width := (sc.width - panelGap*float64(len(panels)-1)) / float64(len(panels))
	bottom := 0.0
	for k, n := range panels {
		x := float64(k) * (width + panelGap)
		bottom = max(bottom, n.draw(sc, a, against, x, x+width, p.top()+head, values, left, w))
	}
	p.finish(bottom + axisHeight)

	var said []reading
	for _, i := range append(slices.Clone(items), against.list()...) {
		said = append(said, i.read(w))
	}
	return said, nil
}

// list returns the item, if there is one.
func (i *item) list() []item {
	if i == nil {
		return nil
	}
	return []item{*i}
}

// read returns the item as it is said aloud.
func (i item) read(w Wording) reading {
	r := readOut(w, i.words, i.cell)
	r.share = i.value
	return r
}

// ends returns n of the highest and of the lowest of sorted items, those that
// have exactly the same number as the last of them too, and the place of the
// first of the lowest; 0 where nothing is left out. What is hidden or stands
// apart is not ranked and is left out, too, where anything is.
func ends(items []item, n int) ([]item, int) {
	ranked := 0
	for ranked < len(items) && items[ranked].order == 0 && !math.IsNaN(items[ranked].value) {
		ranked++
	}
	first, last := min(n, ranked), max(ranked-n, 0)
	for first < ranked && items[first].value == items[first-1].value {
		first++
	}
	for last > 0 && last < ranked && items[last-1].value == items[last].value {
		last--
	}
	if first >= last {
		return items, 0
	}
	return append(slices.Clone(items[:first]), items[last:ranked]...), first
}

// newPanels divides items into panels side by side, filled one after the other.
func newPanels(items []item, broken int, sc *scene, panels int) []panel {
	width := (sc.width - panelGap*float64(panels-1)) / float64(panels)
	pitch := 0.0
	switch n := len(items); {
	case n <= 10:
		pitch = 21
	case n <= 30:
		pitch = 16
	default:
		pitch = 10.8
	}
	var out []panel
	radius := dotRadius
	if panels > 1 { // the axis is short, and a dot would cover its interval
		radius = 1.9
	}
	each := (len(items) + panels - 1) / panels
	for start := 0; start < len(items); start += each {
		n := panel{items: items[start:min(start+each, len(items))], broken: broken, radius: radius}
		for k := range n.items {
			i := &n.items[k]
			i.label = balance(i.words, sc.look.label, labelShare*width)
			h := max(pitch, float64(len(i.label))*labelLeading+0.2)
			if len(i.label) > 1 {
				h = max(h, lined(len(i.label)))
			}
			n.heights = append(n.heights, h)
			if k > 0 {
				n.height += i.gap
			}
			n.height += h
		}
		if broken > 0 {
			n.height += breakHeight
		}
		out = append(out, n)
	}
	labels := 0.0
	for _, i := range items {
		labels = max(labels, widest(i.label, sc.look.label))
	}
	for k := range out {
		out[k].labels = labels
	}
	return out
}

// draw paints a panel from left to right and returns where its plot ends.
func (n panel) draw(sc *scene, a axis, against *item, left, right, top, values float64, omitted int, w Wording) float64 {
	labels := n.labels
	half := w.look.axis.width(w.Axis(a.end())) / 2
	a.x = left + labels + labelGap + dotRadius
	a.width = right - values - 8 - max(half, dotRadius) - a.x
	bottom := top
	for k, h := range n.heights {
		bottom += h
		if k > 0 {
			bottom += n.items[k].gap
		}
	}
	if n.broken > 0 {
		bottom += breakHeight
	}
	a.draw(sc, top, bottom, w)
	sc.add(stroke{x1: a.at(0), y1: top, x2: a.at(0), y2: bottom, weight: zeroWeight, fill: muted})
	if against != nil {
		a.against(sc, *against, left, right, top, bottom, w)
	}
	y := top
	for k, i := range n.items {
		if k > 0 {
			y += i.gap
		}
		if n.broken > 0 && k == n.broken {
			words := w.Between(omitted)
			width := w.look.note.width(words)
			sc.add(stroke{x1: left, y1: y + breakHeight/2, x2: right, y2: y + breakHeight/2, weight: gridWeight, fill: grey, dashed: true},
				box{x: left + labels - width - 3, y: y + breakHeight/2 - 5, w: width + 6, h: 10, fill: white},
				text{x: left + labels, y: y + breakHeight/2 + w.look.note.drop(), words: words, style: w.look.note, fill: muted, anchor: end})
			y += breakHeight
		}
		mid := y + n.heights[k]/2
		i.draw(sc, a, n.radius, mid, right, w)
		y += n.heights[k]
	}
	return bottom
}

// against draws the line that dots are held against, its name above.
func (a axis) against(sc *scene, i item, left, right, top, bottom float64, w Wording) {
	x := a.at(i.value)
	sc.add(stroke{x1: x, y1: top - 2, x2: x, y2: bottom, weight: 1.1, fill: w.look.accent, dashed: true})
	words := i.words + " " + w.Share(i.cell)
	style := w.look.value
	for _, shorter := range []string{words, w.Share(i.cell)} {
		if words = shorter; style.width(words) <= right-left {
			break
		}
	}
	half := style.width(words) / 2
	mid := min(max(x, left+half), right-half)
	sc.add(text{x: mid, y: top - 5, words: words, style: style, fill: readable(w.look.accent), anchor: middle, about: i.about})
}

// draw paints an item on a line centred on y: label, interval, dot and number.
func (i item) draw(sc *scene, a axis, radius, y, right float64, w Wording) {
	sc.centred(i.label, a.x-dotRadius-labelGap, y, labelLeading, w.look.label, ink, end)
	if !math.IsNaN(i.low) {
		sc.add(box{x: a.at(i.low), y: y - lineWeight/2, w: a.at(i.high) - a.at(i.low), h: lineWeight, fill: w.look.faded()})
	}
	fill, mark := ink, i.about
	switch {
	case i.cell.Suppressed != crosstab.Shown:
		fill = muted
	case !math.IsNaN(i.value):
		sc.add(dot{x: a.at(i.value), y: y, r: radius, fill: i.fill(w.look), about: i.about})
		mark = about{}
	}
	sc.add(text{x: right, y: y + w.look.value.drop(), words: i.shown(w), style: w.look.value, fill: fill, anchor: end, about: mark})
}
