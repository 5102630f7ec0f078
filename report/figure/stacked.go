package figure

import (
	"slices"

	"stikprove/sample/crosstab"
)

const (
	segmentGap = 0.9
	asideGap   = 5.0  // before answers without substance
	countGap   = 12.0 // before the column of bases
	stackMost  = 15.5
	stackPart  = 0.64
)

// drawStacks draws t as 100 % stacked bars.
func drawStacks(p *page, t *crosstab.Table, s Spec, w Wording) ([]reading, error) {
	st, err := stacksOf(t, s, w)
	if err != nil {
		return nil, err
	}
	sc := p.scene
	left, count := 0.0, w.look.subtitle.width(w.Base)
	rows := make([]float64, len(st.bars))
	pitch := rowPitch(len(rows)) + 1
	for i := range st.bars {
		b := &st.bars[i]
		b.label = balance(b.words, w.look.label, labelShare*sc.width)
		left = max(left, widest(b.label, w.look.label))
		count = max(count, w.look.label.width(b.count))
		rows[i] = max(pitch, lined(len(b.label)))
	}
	left += labelGap
	right := sc.width - count - countGap

	var entries []entry
	for _, g := range st.segments {
		entries = append(entries, g.entry)
	}
	k := newKey(w.look, entries, left, right)
	const heads = 6.0 // the heading of the bases reaches into the key's gap
	plot := k.height + heads
	for i, b := range st.bars {
		plot += rows[i] + b.gap
	}
	if err := p.stretch(rows, plot); err != nil {
		return nil, err
	}
	k.draw(sc, p.top())
	y := p.top() + k.height + heads
	sc.add(text{x: sc.width, y: y - 1, words: w.Base, style: w.look.subtitle, fill: muted, anchor: end})
	for i, b := range st.bars {
		y += b.gap + rows[i]/2
		sc.centred(b.label, left-labelGap, y, labelLeading, w.look.label, ink, end)
		st.draw(sc, b, left, right-left, y, min(stackMost, stackPart*pitch))
		sc.add(text{x: sc.width, y: y + w.look.label.drop(), words: b.count, style: w.look.label, fill: muted, anchor: end})
		y += rows[i] / 2
	}
	p.finish(y - 2)

	var said []reading
	for _, b := range st.bars {
		for _, g := range st.segments {
			c, _ := st.cell(b, g)
			said = append(said, readOut(w, b.words+", "+g.label, c))
		}
	}
	return said, nil
}

// draw paints a bar that begins at x and whose middle is y.
//
// Segments that are hidden are drawn as one, so that the length of none can be
// measured.
func (st *stacks) draw(s *scene, b stack, x, width, y, thick float64) {
	whole := width
	if slices.ContainsFunc(st.segments, func(g segment) bool { return g.aside }) {
		whole -= asideGap
	}
	shown, hidden := 0.0, 0
	for _, g := range st.segments {
		if c, _ := st.cell(b, g); c.Suppressed != crosstab.Shown {
			hidden++
		} else {
			shown += max(0, share(c))
		}
	}
	part := box{x: x, y: y - thick/2, h: thick}
	place := func(share float64, words string, fill paint) {
		length := share * whole
		part.w = max(0.4, length-segmentGap)
		s.add(part)
		part.tip = ""
		style := s.look.label
		if words != "" && style.width(words)+3 <= part.w {
			mid := part.x + part.w/2
			if part.hatch != plain {
				half := style.width(words)/2 + 1.2
				s.add(box{x: mid - half, y: y - 5.2, w: 2 * half, h: 10.4, fill: white})
			}
			s.add(text{x: mid, y: y + style.drop(), words: words, style: style, fill: fill, anchor: middle})
		}
		part.x += length
	}
	for _, aside := range []bool{false, true} {
		if aside {
			if rest := 1 - shown; hidden > 0 && rest > 1e-9 {
				part.fill, part.rim, part.hatch, part.about = pale, edged(pale), plain, about{}
				place(rest, st.w.Hidden, muted)
			}
			part.x += asideGap
		}
		for _, g := range st.segments {
			c, id := st.cell(b, g)
			if g.aside != aside || c.Suppressed != crosstab.Shown || share(c) <= 0 {
				continue
			}
			part.fill, part.rim, part.hatch = g.fill, edged(g.fill), g.hatch
			part.about = about{id, b.words + ", " + g.label + ": " + st.w.Share(c)}
			words, fill := "", lettering(g.fill)
			if c.P >= SmallestLabelled {
				words = st.w.Bare(c)
			}
			place(c.P, words, fill)
		}
	}
}
