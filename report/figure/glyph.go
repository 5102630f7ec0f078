package figure

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// glyph is a rasterised letter: coverage by pixel, and where the first pixel
// lies from the pen.
type glyph struct {
	mask *image.Alpha
	x, y int
}

// slots is the number of places within a pixel where a letter may stand. At
// 300 dpi a quarter of a pixel is 0.02 mm.
const slots = 4

type glyphKey struct {
	style style
	index sfnt.GlyphIndex
	slot  int
}

// pens holds the letters drawn so far; a figure sets the same ones again and
// again.
type pens map[glyphKey]glyph

// text paints a line of text, letter by letter as [style.width] measures it,
// with its baseline on a pixel edge.
func (c *canvas) text(m text) {
	x := m.x
	switch m.anchor {
	case middle:
		x -= m.style.width(m.words) / 2
	case end:
		x -= m.style.width(m.words)
	}
	f := m.style.outline()
	var buf sfnt.Buffer
	em := fixed.Int26_6(f.UnitsPerEm())
	unit := m.style.size / float64(em) * c.scale
	pen := c.pen(m.fill)
	at, base := x*c.scale, c.px(m.y)
	var before sfnt.GlyphIndex
	for i, r := range m.words {
		g, err := f.GlyphIndex(&buf, r)
		if err != nil {
			continue
		}
		if i > 0 {
			if k, err := f.Kern(&buf, before, g, em, font.HintingNone); err == nil {
				at += float64(k) * unit
			}
		}
		quarter := int(math.Round(at * slots))
		whole := int(math.Floor(float64(quarter) / slots))
		c.stamp(c.glyph(&buf, f, m.style, g, quarter-whole*slots), whole, base, m.fill, pen)
		if a, err := f.GlyphAdvance(&buf, g, em, font.HintingNone); err == nil {
			at += float64(a) * unit
		}
		before = g
	}
}

// stamp paints a letter with its pen at x, y.
func (c *canvas) stamp(g glyph, x, y int, p paint, pen *[256][tones + 1]int16) {
	if g.mask == nil {
		return
	}
	b := g.mask.Rect
	for gy := range b.Dy() {
		cy := y + g.y + gy
		if cy < 0 || cy >= c.img.Rect.Dy() {
			continue
		}
		row := g.mask.Pix[gy*g.mask.Stride : gy*g.mask.Stride+b.Dx()]
		for gx, cover := range row {
			cx := x + g.x + gx
			if cover == 0 || cx < 0 || cx >= c.img.Rect.Dx() {
				continue
			}
			c.over(cy*c.img.Stride+cx, p, pen, cover)
		}
	}
}

// glyph rasterises letter g standing slot quarters of a pixel in.
func (c *canvas) glyph(buf *sfnt.Buffer, f *sfnt.Font, s style, g sfnt.GlyphIndex, slot int) glyph {
	k := glyphKey{s, g, slot}
	if done, ok := c.pens[k]; ok {
		return done
	}
	var out glyph
	segments, err := f.LoadGlyph(buf, g, fixed.Int26_6(math.Round(s.size*c.scale*64)), nil)
	if err == nil && len(segments) > 0 {
		out = rasterise(segments, float32(slot)/slots)
	}
	c.pens[k] = out
	return out
}

func rasterise(segments sfnt.Segments, shift float32) glyph {
	b := segments.Bounds()
	x0, y0 := b.Min.X.Floor(), b.Min.Y.Floor()
	w, h := b.Max.X.Ceil()-x0+1, b.Max.Y.Ceil()-y0
	if w <= 0 || h <= 0 {
		return glyph{}
	}
	v := vector.NewRasterizer(w, h)
	v.DrawOp = draw.Src
	at := func(p fixed.Point26_6) (float32, float32) {
		return float32(p.X)/64 - float32(x0) + shift, float32(p.Y)/64 - float32(y0)
	}
	for _, s := range segments {
		ax, ay := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			v.ClosePath()
			v.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			v.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			bx, by := at(s.Args[1])
			v.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			bx, by := at(s.Args[1])
			cx, cy := at(s.Args[2])
			v.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	v.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, w, h))
	v.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return glyph{mask, x0, y0}
}
