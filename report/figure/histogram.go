package figure

import (
	"errors"
	"math"

	"stikprove/sample/crosstab"
)

const (
	histogramHeight = 150.0
	binGap          = 1.0 // between two bars, which touch but for a line of paper
	asideBin        = 14.0
	binLines        = 3 // of a band's name under its bar, at most
)

// bin is one bar of a histogram.
type bin struct {
	item
	label    []string
	from, to float64 // in the number's unit; infinite of an open end, NaN where unknown
	width    float64 // part of the widest bar's
	x, w     float64 // in points
	tall     float64 // of what the axis shows: the share or, of unequal bands, share by width
}

// drawHistogram draws a column whose rows are bands of a number as bars that
// touch. Where the bounds of bands are known, the bars are as wide as their
// bands and their areas are in proportion to the shares; a band with an open
// end is as wide as its neighbour. Answers without substance stand aside.
func drawHistogram(p *page, t *crosstab.Table, s Spec, w Wording) ([]reading, error) {
	col, err := columnDrawn(t, s.Column)
	if err != nil {
		return nil, err
	}
	bins, err := binsOf(t, col, s, w)
	if err != nil {
		return nil, err
	}
	sc := p.scene
	top := 0.0
	for _, b := range bins {
		top = max(top, b.tall)
		if !math.IsNaN(b.high) {
			top = max(top, b.high/b.width)
		}
	}
	top = max(top, 0.01) // where every band is hidden or empty
	a := graduate(0, top, true)
	a.look = w.look
	layBins(bins, 0, sc.width)
	labelled := fitValues(bins, w)
	if !labelled {
		if !even(bins) {
			return nil, errors.New("the bars are too narrow for their numbers, and bands of unequal width have no axis to read them from; draw bars")
		}
		layBins(bins, a.uprightWidth(w), sc.width)
	}
	under, err := labelBins(bins, w)
	if err != nil {
		return nil, err
	}
	heights := []float64{histogramHeight}
	const over = 16.0 // for the number of the tallest bar
	if err := p.stretch(heights, heights[0]+over+under); err != nil {
		return nil, err
	}
	y := p.top() + over
	bottom := y + heights[0]
	if !labelled {
		a.drawUpright(sc, a.uprightWidth(w), sc.width, y, bottom, w)
	} else {
		a.low, a.step, a.steps = 0, top, 1 // the tallest fills the plot
	}
	var said []reading
	for _, b := range bins {
		b.draw(sc, a, y, bottom, labelled, w)
		said = append(said, b.read(w))
	}
	sc.add(stroke{x1: bins[0].x, y1: bottom, x2: bins[len(bins)-1].x + bins[len(bins)-1].w, y2: bottom, weight: zeroWeight, fill: muted})
	drawBinLabels(sc, bins, bottom, w)
	p.finish(bottom + under)
	return said, nil
}

// binsOf returns the bars in the table's order, aside ones last.
func binsOf(t *crosstab.Table, col int, s Spec, w Wording) ([]bin, error) {
	var bins []bin
	for _, i := range rowsDrawn(t) {
		r := t.Rows[i]
		if rank(r) > 3 || rank(r) < 0 {
			continue
		}
		b := bin{item: newItem(t, i, col, w.Row(r), rank(r), w), from: math.NaN(), to: math.NaN(), width: 1}
		if r.Kind == crosstab.Answer || r.Kind == crosstab.Item {
			return nil, errors.New("rows are several answers or items, which are no bands of a number; draw bars")
		}
		if bound, ok := s.Bounds[r.ID]; ok && rank(r) == 0 {
			if !(bound.To > bound.From) {
				return nil, errors.New("a band does not end after it begins")
			}
			b.from, b.to = bound.From, bound.To
		}
		bins = append(bins, b)
	}
	if len(bins) == 0 {
		return nil, errors.New("no row holds shares that a bar could show")
	}
	widen(bins)
	for k := range bins {
		if b := &bins[k]; !math.IsNaN(b.value) {
			b.tall = b.value / b.width
		}
	}
	return bins, nil
}

// widen gives bars the widths of their bands, where all are known, as parts of
// the narrowest's.
func widen(bins []bin) {
	narrowest := math.Inf(1)
	for _, b := range bins {
		if b.order == 0 && math.IsNaN(b.from) {
			return
		}
		if width := b.to - b.from; b.order == 0 && !math.IsInf(width, 0) {
			narrowest = min(narrowest, width)
		}
	}
	if math.IsInf(narrowest, 0) {
		return
	}
	closed := func(k int) bool {
		return k >= 0 && k < len(bins) && bins[k].order == 0 && !math.IsInf(bins[k].to-bins[k].from, 0)
	}
	for k := range bins {
		switch {
		case closed(k):
			bins[k].width = (bins[k].to - bins[k].from) / narrowest
		case bins[k].order == 0 && closed(k-1):
			bins[k].width = bins[k-1].width
		}
	}
	for k := len(bins) - 1; k >= 0; k-- { // of an open beginning the neighbour comes after
		if bins[k].order == 0 && !closed(k) && !closed(k-1) && closed(k+1) {
			bins[k].width = bins[k+1].width
		}
	}
}

// even reports whether all bars are of one width.
func even(bins []bin) bool {
	for _, b := range bins {
		if math.Abs(b.width-bins[0].width) > 1e-9 {
			return false
		}
	}
	return true
}

// Uneven reports whether a histogram's bars are of several widths, so that
// their areas and not their heights are in proportion to the shares.
func Uneven(t *crosstab.Table, s Spec) bool {
	widths := map[int64]bool{}
	for _, r := range t.Rows {
		if b, ok := s.Bounds[r.ID]; ok && rank(r) == 0 && !math.IsInf(b.To-b.From, 0) {
			widths[int64(math.Round((b.To-b.From)*1e6))] = true
		}
	}
	return len(widths) > 1
}

// layBins places bars from left to right.
func layBins(bins []bin, left, right float64) {
	units, gaps := 0.0, 0.0
	for k, b := range bins {
		units += b.width
		if k > 0 && b.order > 0 && bins[k-1].order == 0 {
			gaps += asideBin
		}
	}
	unit := min(90, (right-left-gaps)/units)
	x := left
	for k := range bins {
		b := &bins[k]
		if k > 0 && b.order > 0 && bins[k-1].order == 0 {
			x += asideBin
		}
		b.x, b.w = x, b.width*unit
		x += b.w
	}
}

// fitValues reports whether every bar's number fits over it.
func fitValues(bins []bin, w Wording) bool {
	for _, b := range bins {
		if w.look.value.width(b.shown(w))+2 > b.w {
			return false
		}
	}
	return true
}

// labelBins wraps the bands' names to their bars or, where they do not fit and
// bounds are known, leaves the names out in favour of the bounds. It returns
// the height needed under the plot.
func labelBins(bins []bin, w Wording) (float64, error) {
	tallest, fits := 1, true
	for k := range bins {
		b := &bins[k]
		b.label = balance(b.words, w.look.axis, b.w-3)
		tallest = max(tallest, len(b.label))
		fits = fits && longest(b.words, w.look.axis) <= b.w-3 && len(b.label) <= binLines
	}
	if fits {
		return 5 + float64(tallest)*noteLeading, nil
	}
	tallest = 1
	for k := range bins {
		b := &bins[k]
		switch {
		case b.order > 0, math.IsInf(b.to-b.from, 0): // an end that is open is said in words
			b.label = balance(b.words, w.look.axis, max(b.w-3, 40))
			tallest = max(tallest, len(b.label))
		case math.IsNaN(b.from):
			return 0, errors.New("the bands' names do not fit under their bars; draw bars")
		default:
			b.label = nil
		}
	}
	return 5 + float64(tallest)*noteLeading, nil
}

// drawBinLabels paints the names under the bars, or the bounds between them,
// those that would meet one before left out.
func drawBinLabels(sc *scene, bins []bin, bottom float64, w Wording) {
	style := w.look.axis
	free := math.Inf(-1)
	edge := func(v, x float64) {
		if math.IsInf(v, 0) {
			return
		}
		words := w.Edge(v)
		half := style.width(words) / 2
		x = min(max(x, half), sc.width-half)
		if x-half < free {
			return
		}
		free = x + half + 5
		sc.add(text{x: x, y: bottom + noteLeading + 1, words: words, style: style, fill: muted, anchor: middle})
	}
	for k, b := range bins {
		if b.label != nil {
			if half := widest(b.label, style) / 2; b.x+b.w/2-half >= free {
				mid := min(b.x+b.w/2, sc.width-half)
				free = mid + half
				sc.lines(b.label, mid, bottom+noteLeading+1, noteLeading, style, muted, middle)
			}
			continue
		}
		edge(b.from, b.x)
		if k == len(bins)-1 || bins[k+1].label != nil || bins[k+1].from != b.to {
			edge(b.to, b.x+b.w)
		}
	}
}

// draw paints a bar and its number over it; a hidden one is a pale place with
// the sign in it.
func (b bin) draw(sc *scene, a axis, top, bottom float64, labelled bool, w Wording) {
	mid := b.x + b.w/2
	if b.cell.Suppressed != crosstab.Shown {
		if labelled || w.look.value.width(w.Hidden) <= b.w {
			sc.add(text{x: mid, y: bottom - 4, words: w.Hidden, style: w.look.value, fill: muted, anchor: middle, about: b.about})
		}
		return
	}
	y := bottom
	mark := b.about
	if b.value > 0 {
		y = a.up(b.tall, top, bottom)
		sc.add(box{x: b.x, y: y, w: max(b.w-binGap, 0.5), h: bottom - y, fill: b.fill(w.look), about: b.about})
		mark = about{}
	}
	if !math.IsNaN(b.low) {
		lo, hi := a.up(b.low/b.width, top, bottom), a.up(b.high/b.width, top, bottom)
		reach := min(whiskerCap, b.w-3) / 2
		sc.add(stroke{x1: mid, y1: hi, x2: mid, y2: lo, weight: whiskerLine, fill: ink},
			stroke{x1: mid - reach, y1: hi, x2: mid + reach, y2: hi, weight: whiskerLine, fill: ink},
			stroke{x1: mid - reach, y1: lo, x2: mid + reach, y2: lo, weight: whiskerLine, fill: ink})
		y = min(y, hi)
	}
	if labelled {
		sc.add(text{x: mid, y: y - 4, words: b.shown(w), style: w.look.value, fill: ink, anchor: middle, about: mark})
	}
}
