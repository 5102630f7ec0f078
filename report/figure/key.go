package figure

// entry is one line of a key.
type entry struct {
	label  string
	fill   paint
	hatch  hatching
	tick   bool
	round  bool // a dot
	hollow bool // with a hole
}

// key explains the colours of a figure, above the plot and in its order.
type key struct {
	placed []placed
	height float64 // gap to the plot included; 0 for no key
}

type placed struct {
	entry
	lines []string
	x, y  float64
}

const (
	swatch     = 9.0
	swatchGap  = 4.5 // between a swatch and its label
	entryGap   = 13.0
	keyLeading = 13.5
	keyGap     = 7.0
)

// newKey sets entries from left, in as many lines as they need before right.
func newKey(l *look, entries []entry, left, right float64) key {
	var k key
	x, y, tall := left, 0.0, 1
	for _, e := range entries {
		lines := wrap(e.label, l.label, right-left-swatch-swatchGap)
		w := swatch + swatchGap + widest(lines, l.label)
		if x > left && x+w > right {
			x, y, tall = left, y+lineHeight(tall), 1
		}
		k.placed = append(k.placed, placed{e, lines, x, y})
		tall = max(tall, len(lines))
		x += w + entryGap
	}
	if len(entries) > 0 {
		k.height = y + lineHeight(tall) + keyGap
	}
	return k
}

func lineHeight(lines int) float64 { return keyLeading + float64(lines-1)*labelLeading }

func (k key) draw(s *scene, top float64) {
	for _, p := range k.placed {
		y := top + p.y + swatch/2
		switch {
		case p.tick:
			s.add(tick{x: p.x + swatch/2, y: y, h: swatch + 2, fill: p.fill})
		case p.round:
			s.add(dot{x: p.x + swatch/2, y: y, r: pairRadius, fill: p.fill})
			if p.hollow {
				s.add(dot{x: p.x + swatch/2, y: y, r: pairRadius - 1.6 - rimWeight, fill: white})
			}
		default:
			s.add(box{x: p.x, y: y - swatch/2, w: swatch, h: swatch, fill: p.fill, rim: edged(p.fill), hatch: p.hatch})
		}
		s.lines(p.lines, p.x+swatch+swatchGap, y+s.look.label.drop(), labelLeading, s.look.label, ink, start)
	}
}
