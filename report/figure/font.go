package figure

import (
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
)

// family is what an SVG asks for. Liberation Sans and Arial have the metrics
// the layout is measured with.
const family = `'Liberation Sans',Arial,Helvetica,sans-serif`

// style is a size, in points, and weight of a family.
type style struct {
	size float64
	bold bool
	face *typeface // a house's; Liberation Sans where nil
}

// The styles, none under 8 points. Labels that belong together share one.
var (
	titleStyle    = style{size: 11, bold: true}
	subtitleStyle = style{size: 9}
	labelStyle    = style{size: 9}
	valueStyle    = style{size: 9, bold: true}
	headStyle     = style{size: 8.5, bold: true}
	axisStyle     = style{size: 8}
	noteStyle     = style{size: 8}
)

// Distances between baselines, in points.
const (
	titleLeading    = 14.0
	subtitleLeading = 11.5
	labelLeading    = 10.6
	noteLeading     = 10.4
)

// fonts are parsed once, and only the two that are used.
var fonts = sync.OnceValue(func() [2]*opentype.Font {
	var fonts [2]*opentype.Font
	for i, ttf := range [][]byte{liberationsansregular.TTF, liberationsansbold.TTF} {
		f, err := opentype.Parse(ttf)
		if err != nil {
			panic("figure: font compiled into the program: " + err.Error())
		}
		fonts[i] = f
	}
	return fonts
})

// outline returns the font the style is set in.
func (s style) outline() *opentype.Font {
	if s.face != nil {
		if s.bold {
			return s.face.bold
		}
		return s.face.regular
	}
	if s.bold {
		return fonts()[1]
	}
	return fonts()[0]
}

// width returns how wide words are set, in points, kerning included.
func (s style) width(words string) float64 {
	f := font.Face{Font: font.Font{Size: font.Points(s.size)}, Face: s.outline()}
	return f.Width(words).Points()
}

// drop returns how far a baseline lies under the middle of what it is centred
// on. Half the height of figures and capitals looks centred; half of ascent and
// descent sits low.
func (s style) drop() float64 { return 0.352 * s.size }

// widest returns the width of the widest line.
func widest(lines []string, s style) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, s.width(l))
	}
	return w
}
