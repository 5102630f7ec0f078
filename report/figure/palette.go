package figure

import (
	"fmt"
	"math"
)

// paint is an opaque colour, 0xRRGGBB.
type paint uint32

// The colours of every figure. They are told apart by readers with protan,
// deutan and tritan vision and in print, which the tests hold them to.
const (
	white       paint = 0xffffff
	black       paint = 0x000000
	ink         paint = 0x1f2933
	muted       paint = 0x52606d // secondary text; 6:1 on white
	grid        paint = 0xe1e5ea
	mainHue     paint = 0x1d5a93 // bars
	accentHue   paint = 0xc8571b // what bars are held against
	lightHue    paint = 0x9dbfe0 // bars that overlap or sum others
	grey        paint = 0x8a929a // answers without substance; 3:1 on white
	pale        paint = 0xf0f2f4 // hidden
	joinedHue   paint = 0xd9dde1 // small parts together, among series; grey is a green to some
	rampLowest  paint = 0xe3edf7 // a share of nought in a heat map
	rampHighest paint = 0x14507f // the largest share in a heat map
)

// Series that have no order among them. Past eight a reader cannot hold the
// key in mind.
var qualitative = []paint{
	0x14507f, 0xc97a1e, 0x2f9e8f, 0x7a4b2a, 0xa9cbea, 0xf2d9a6, 0xa06cc0, 0x2b2b33,
}

// diverging holds the colours of a scale from one pole to the other, by
// number of steps. The middle of an odd scale is pale.
var diverging = map[int][]paint{
	1: {0x14507f},
	2: {0x14507f, 0xeeb07a},
	3: {0x14507f, 0xd9dde1, 0xa84a0c},
	4: {0x14507f, 0x6ea3cf, 0xeeb07a, 0xa84a0c},
	5: {0x14507f, 0x6ea3cf, 0xd9dde1, 0xeeb07a, 0xa84a0c},
	6: {0x14507f, 0x4a8ac4, 0x9cc3e6, 0xf3cba2, 0xd98640, 0x8f3d07},
	7: {0x14507f, 0x4a8ac4, 0x9cc3e6, 0xeceef0, 0xf3cba2, 0xd98640, 0x8f3d07},
}

// rampSteps is the number of shades in a heat map: more than an eye can name,
// few enough that every shade and its lettering fit the palette of a PNG.
const rampSteps = 20

// ramp returns the shade of a share when top is the largest.
func (l *look) ramp(share, top float64) paint {
	if top <= 0 {
		return l.rampLow
	}
	t := math.Round(rampSteps*min(max(share/top, 0), 1)) / rampSteps
	return mix(l.rampLow, l.rampTop, t)
}

// mix returns the colour t of the way from a to b, t in [0, 1].
func mix(a, b paint, t float64) paint {
	ar, ag, ab := a.rgb()
	br, bg, bb := b.rgb()
	at := func(x, y uint8) paint { return paint(math.Round(float64(x) + t*(float64(y)-float64(x)))) }
	return at(ar, br)<<16 | at(ag, bg)<<8 | at(ab, bb)
}

// lettering returns black or white, whichever is read better on p. One of
// them always reaches 4.5:1; a dark grey would not on the middle tones.
func lettering(p paint) paint {
	if contrast(p, black) >= contrast(p, white) {
		return black
	}
	return white
}

// readable returns p, darker by as little as lettering on white needs.
func readable(p paint) paint {
	for t := 0.0; t < 1; t += 0.02 {
		if q := mix(p, black, t); contrast(q, white) >= 4.5 {
			return q
		}
	}
	return black
}

// edged returns the rim of a part that is too pale to be seen on white: the same
// colour, darker by as little as a line on white needs. It is 0, which is none,
// for other parts.
//
// Source: WCAG 2.1, criterion 1.4.11, non-text contrast.
func edged(p paint) paint {
	if contrast(p, white) >= MarkContrast {
		return 0
	}
	for t := 0.02; t < 1; t += 0.02 {
		if q := mix(p, black, t); contrast(q, white) >= MarkContrast+0.05 {
			return q
		}
	}
	return black
}

// faded returns the main colour, lighter by as much as a line on white bears.
func (l *look) faded() paint {
	for t := 0.5; t > 0; t -= 0.02 {
		if q := mix(l.main, white, t); contrast(q, white) >= 3.05 {
			return q
		}
	}
	return l.main
}

// contrast returns the contrast ratio of two colours, in [1, 21].
//
// Source: WCAG 2.1, definitions of contrast ratio and relative luminance.
func contrast(a, b paint) float64 {
	la, lb := a.luminance(), b.luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func (p paint) luminance() float64 {
	r, g, b := p.rgb()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// linear returns the light that an sRGB value stands for, in [0, 1].
func linear(v uint8) float64 {
	c := float64(v) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

func (p paint) rgb() (r, g, b uint8) { return uint8(p >> 16), uint8(p >> 8), uint8(p) }

func (p paint) hex() string { return fmt.Sprintf("#%06x", uint32(p)) }
