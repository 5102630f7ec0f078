package figure

// scene is a laid-out picture: marks in the order they are painted. Lengths
// are in points from the top left corner. Both writers paint the same scene,
// so a figure cannot show one thing on screen and another in print.
type scene struct {
	width, height float64
	look          *look
	marks         []mark
}

// mark is a box, stroke, tick, dot, path or text.
type mark interface{}

// about ties a mark to the table. Tip is empty on whatever disclosure hid.
type about struct {
	cell string // row id, slash, column id; empty for furniture
	tip  string // label and value in words
}

// hatching says which way a box is hatched.
type hatching uint8

const (
	plain  hatching = iota
	rising          // like a slash
	falling
)

// box is a rectangle. A hatched box is white with an outline; another has one
// where rim is a colour.
type box struct {
	x, y, w, h float64
	fill       paint
	rim        paint
	hatch      hatching
	about
}

// stroke is a horizontal or vertical line.
type stroke struct {
	x1, y1, x2, y2 float64
	weight         float64
	fill           paint
	dashed         bool
}

// dot is a filled circle with a white rim of [rimWeight], r its radius without
// the rim.
type dot struct {
	x, y, r float64
	fill    paint
	about
}

// point is a place in the scene.
type point struct{ x, y float64 }

// path is a line through points, at least two.
type path struct {
	points []point
	weight float64
	fill   paint
}

// dash is how long the parts and the gaps of a dashed stroke are.
const dash = 3.2

// tick is an upright mark with a white rim, centred on x.
type tick struct {
	x, y, h float64
	fill    paint
	about
}

// tickWeight is how wide a tick is, its rim not counted.
const tickWeight = 2.2

// anchor says which end of a text stands at its x.
type anchor uint8

const (
	start anchor = iota
	middle
	end
)

// text is a line of lettering; y is its baseline.
type text struct {
	x, y   float64
	words  string
	style  style
	fill   paint
	anchor anchor
	about
}

// hatchPeriod and hatchWeight measure the lines of a hatched box; the period
// is counted along an edge.
const (
	hatchPeriod = 3.5
	hatchWeight = 0.7
	rimWeight   = 0.8
)

func (s *scene) add(m ...mark) { s.marks = append(s.marks, m...) }

// lines adds lines of text, the first with its baseline at y, and returns the
// baseline that the next would have.
func (s *scene) lines(lines []string, x, y, leading float64, st style, fill paint, a anchor) float64 {
	for _, l := range lines {
		s.add(text{x: x, y: y, words: l, style: st, fill: fill, anchor: a})
		y += leading
	}
	return y
}

// centred adds lines of text whose block is centred on y.
func (s *scene) centred(lines []string, x, y, leading float64, st style, fill paint, a anchor) {
	first := y - float64(len(lines)-1)*leading/2 + st.drop()
	s.lines(lines, x, first, leading, st, fill, a)
}
