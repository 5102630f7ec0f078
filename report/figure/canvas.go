package figure

import (
	"image"
	"image/color"
	"math"
)

// canvas is a paletted picture. Figures are flat colours and lettering: one
// byte a pixel paints and compresses several times faster than four, and the
// edges still get their half tones from the palette.
type canvas struct {
	img   *image.Paletted
	scale float64 // pixels a point
	index map[paint]uint8
	blend map[paint]*[256][tones + 1]int16 // by colour painted, palette entry below and coverage; −1 where not yet met
	pens  pens
}

// tones is the number of steps from a colour to the one painted over it.
const tones = 10

func newCanvas(width, height int, scale float64) *canvas {
	c := &canvas{
		img:   image.NewPaletted(image.Rect(0, 0, width, height), nil),
		scale: scale,
		index: map[paint]uint8{},
		blend: map[paint]*[256][tones + 1]int16{},
		pens:  pens{},
	}
	// The paper is entry 0, which a new picture is full of.
	c.entry(white)
	return c
}

// entry returns the palette entry of p; of the nearest colour when the
// palette is full.
func (c *canvas) entry(p paint) uint8 {
	if i, ok := c.index[p]; ok {
		return i
	}
	r, g, b := p.rgb()
	i := len(c.img.Palette)
	if i < 256 {
		c.img.Palette = append(c.img.Palette, color.RGBA{r, g, b, 0xff})
	} else {
		i = c.img.Palette.Index(color.RGBA{r, g, b, 0xff})
	}
	c.index[p] = uint8(i)
	return uint8(i)
}

// reserve gives every colour of a scene, and the half tones of lettering on
// paper, their places in the palette before others can fill it.
func (c *canvas) reserve(s *scene) {
	for _, m := range s.marks {
		switch m := m.(type) {
		case box:
			c.entry(m.fill)
			if m.rim != 0 {
				c.entry(m.rim)
			}
		case stroke:
			c.entry(m.fill)
		case tick:
			c.entry(m.fill)
		case dot:
			c.entry(m.fill)
		case path:
			c.entry(m.fill)
		case text:
			for t := 1; t <= tones; t++ {
				c.entry(mix(white, m.fill, float64(t)/tones))
			}
		}
	}
}

// pen returns the entries that p makes on others, for over.
func (c *canvas) pen(p paint) *[256][tones + 1]int16 {
	t := c.blend[p]
	if t == nil {
		t = new([256][tones + 1]int16)
		for i := range t {
			for j := range t[i] {
				t[i][j] = -1
			}
		}
		c.blend[p] = t
	}
	return t
}

// over paints p on the pixel at offset i with a coverage in [0, 255].
func (c *canvas) over(i int, p paint, pen *[256][tones + 1]int16, coverage uint8) {
	tone := (int(coverage)*tones + 127) / 255
	if tone == 0 {
		return
	}
	below := c.img.Pix[i]
	e := pen[below][tone]
	if e < 0 {
		at := c.img.Palette[below].(color.RGBA)
		under := paint(at.R)<<16 | paint(at.G)<<8 | paint(at.B)
		e = int16(c.entry(mix(under, p, float64(tone)/tones)))
		pen[below][tone] = e
	}
	c.img.Pix[i] = uint8(e)
}

// px returns the pixel edge nearest to v points.
func (c *canvas) px(v float64) int { return int(math.Round(v * c.scale)) }

// fill paints the pixels of r.
func (c *canvas) fill(r image.Rectangle, p paint) {
	r = r.Intersect(c.img.Rect)
	if r.Empty() {
		return
	}
	e := c.entry(p)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := c.img.Pix[y*c.img.Stride+r.Min.X : y*c.img.Stride+r.Max.X]
		for i := range row {
			row[i] = e
		}
	}
}

// box paints a rectangle whose edges lie between pixels, so that they are
// sharp; two that meet in the scene meet on the canvas.
func (c *canvas) box(m box) {
	r := image.Rect(c.px(m.x), c.px(m.y), c.px(m.x+m.w), c.px(m.y+m.h))
	if m.hatch == plain {
		if m.rim != 0 {
			c.fill(r, m.rim)
			r = r.Inset(max(1, c.px(rimWeight)))
		}
		c.fill(r, m.fill)
		return
	}
	c.fill(r, grey)
	rim := max(1, c.px(rimWeight))
	r = r.Inset(rim)
	c.fill(r, white)
	c.hatch(r, m.hatch)
}

// hatch paints diagonal lines that run through all boxes alike.
func (c *canvas) hatch(r image.Rectangle, h hatching) {
	r = r.Intersect(c.img.Rect)
	pen := c.pen(grey)
	period := hatchPeriod * c.scale
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			along := float64(x) + float64(y) + 1
			if h == falling {
				along = float64(x) - float64(y)
			}
			d := math.Abs(math.Remainder(along, period)) / math.Sqrt2
			cover := min(max(hatchWeight*c.scale/2-d+0.5, 0), 1)
			c.over(y*c.img.Stride+x, grey, pen, uint8(255*cover))
		}
	}
}

// stroke paints a line a whole number of pixels wide.
func (c *canvas) stroke(m stroke) {
	if m.dashed {
		for _, part := range m.dashes() {
			c.stroke(part)
		}
		return
	}
	w := max(1, c.px(m.weight))
	if m.y1 == m.y2 {
		y := int(math.Round(m.y1*c.scale - float64(w)/2))
		c.fill(image.Rect(c.px(m.x1), y, c.px(m.x2), y+w), m.fill)
		return
	}
	x := int(math.Round(m.x1*c.scale - float64(w)/2))
	c.fill(image.Rect(x, c.px(m.y1), x+w, c.px(m.y2)), m.fill)
}

// tick paints its rim and then itself, symmetrically.
func (c *canvas) tick(m tick) {
	half, rim := max(1, c.px(tickWeight)/2), max(1, c.px(rimWeight))
	x, top, bottom := c.px(m.x), c.px(m.y-m.h/2), c.px(m.y+m.h/2)
	r := image.Rect(x-half, top, x+half, bottom)
	c.fill(r.Inset(-rim), white)
	c.fill(r, m.fill)
}
