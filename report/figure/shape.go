package figure

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// dot paints a rim of paper and the circle in it.
func (c *canvas) dot(m dot) {
	c.circle(m.x, m.y, m.r+rimWeight, white)
	c.circle(m.x, m.y, m.r, m.fill)
}

func (c *canvas) circle(x, y, r float64, p paint) {
	// Sixteen sides to a quarter are rounder than a pixel at any size drawn.
	const sides = 64
	ring := make([]point, sides)
	for i := range ring {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / sides)
		ring[i] = point{x + r*cos, y + r*sin}
	}
	c.polygon(ring, p)
}

// path paints a line piece by piece, with round joints.
func (c *canvas) path(m path) {
	half := m.weight / 2
	for i := 1; i < len(m.points); i++ {
		a, b := m.points[i-1], m.points[i]
		length := math.Hypot(b.x-a.x, b.y-a.y)
		if length == 0 {
			continue
		}
		dx, dy := half*(b.y-a.y)/length, half*(b.x-a.x)/length
		c.polygon([]point{{a.x + dx, a.y - dy}, {b.x + dx, b.y - dy}, {b.x - dx, b.y + dy}, {a.x - dx, a.y + dy}}, m.fill)
		if i > 1 {
			c.circle(a.x, a.y, half, m.fill)
		}
	}
}

// polygon paints the inside of a closed line.
func (c *canvas) polygon(ring []point, p paint) {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, q := range ring {
		x0, y0 = min(x0, q.x*c.scale), min(y0, q.y*c.scale)
		x1, y1 = max(x1, q.x*c.scale), max(y1, q.y*c.scale)
	}
	left, top := int(math.Floor(x0)), int(math.Floor(y0))
	w, h := int(math.Ceil(x1))-left+1, int(math.Ceil(y1))-top+1
	if w <= 0 || h <= 0 || w > 2*c.img.Rect.Dx() || h > 2*c.img.Rect.Dy() {
		return
	}
	v := vector.NewRasterizer(w, h)
	v.DrawOp = draw.Src
	for i, q := range ring {
		x, y := float32(q.x*c.scale-float64(left)), float32(q.y*c.scale-float64(top))
		if i == 0 {
			v.MoveTo(x, y)
		} else {
			v.LineTo(x, y)
		}
	}
	v.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, w, h))
	v.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	c.stamp(glyph{mask, 0, 0}, left, top, p, c.pen(p))
}

// dashes returns the parts of a dashed stroke.
func (m stroke) dashes() []stroke {
	var parts []stroke
	length := math.Abs(m.x2-m.x1) + math.Abs(m.y2-m.y1)
	for at := 0.0; at < length; at += 2 * dash {
		part, to := m, min(at+dash, length)
		part.dashed = false
		if m.y1 == m.y2 {
			part.x1, part.x2 = m.x1+at, m.x1+to
		} else {
			part.y1, part.y2 = m.y1+at, m.y1+to
		}
		parts = append(parts, part)
	}
	return parts
}
