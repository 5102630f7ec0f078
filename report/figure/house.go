package figure

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
)

// House is an organisation's own colours and font.
type House struct{ look *look }

// Least contrasts and differences that figures are held to.
const (
	// MarkContrast is the least contrast of a bar, dot or line against white.
	//
	// Source: WCAG 2.1, success criterion 1.4.11.
	MarkContrast = 3.0
	// SeriesDifference is the least ΔE*ab (CIE 1976) of two colours that a key
	// explains, in ordinary vision and in each kind of colour-blindness.
	SeriesDifference = 20.0
)

// mostColours is how many colours of a house a figure can use at once.
const mostColours = 8

// NewHouse returns a house with colours as "#rrggbb", the first for bars, the
// second for what they are held against, and all of them in order for series.
// Colours that are lacking are ours. Regular and bold are TrueType or OpenType
// fonts, or nil for Liberation Sans; bold is regular where it alone is nil.
//
// The problems, none for a house that may be used, are of colours that are no
// colour, that cannot be seen on white, or that a reader who is colour-blind
// cannot tell from another of the house's, and of fonts that are none; at is
// "colours[2]", "font" or "bold".
func NewHouse(colours []string, regular, bold []byte) (h *House, problems []HouseProblem) {
	add := func(at, format string, args ...any) {
		problems = append(problems, HouseProblem{at, fmt.Sprintf(format, args...)})
	}
	l := *usual
	var own []paint
	for i, written := range colours {
		at := fmt.Sprintf("colours[%d]", i+1)
		p, err := parsePaint(written)
		if err != nil {
			add(at, "got %q, want a colour such as #1d5a93", written)
			continue
		}
		if c := contrast(p, white); c < MarkContrast {
			add(at, "%s has a contrast of %.1f:1 against white, want at least %.0f:1 for bars and lines to be seen", p.hex(), c, MarkContrast)
		}
		for k, other := range own {
			if d, in := nearest(p, other); d < SeriesDifference {
				add(at, "%s and %s of colours[%d] look alike in %s vision (ΔE %.0f), want a difference of at least %.0f", p.hex(), other.hex(), k+1, in.name, d, SeriesDifference)
			}
		}
		own = append(own, p)
	}
	if len(own) > mostColours {
		add(fmt.Sprintf("colours[%d]", mostColours+1), "got %d colours, want at most %d", len(own), mostColours)
	}
	if len(own) > 0 && len(problems) == 0 {
		l = l.coloured(own)
	}
	if regular != nil {
		face, err := newTypeface(regular, bold)
		var which fontError
		switch {
		case err == nil:
			l = l.set(face)
		case errors.As(err, &which):
			add(which.at, "%s", which.what)
		}
	} else if bold != nil {
		add("bold", "stands alone; say the font for ordinary text too")
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return &House{&l}, nil
}

// HouseProblem is what is wrong with one part of a house.
type HouseProblem struct{ At, Message string }

// coloured returns the look with a house's colours, and those of ours that are
// told from all of them.
func (l look) coloured(own []paint) look {
	l.main = own[0]
	l.rampTop, l.rampLow = own[0], mix(white, own[0], 0.12)
	if light := mix(white, own[0], 0.42); tells(light, own[:1]) {
		l.light = light
	}
	if len(own) > 1 {
		l.accent = own[1]
	} else if !tells(l.accent, own) {
		l.accent = ink
	}
	l.series = append([]paint(nil), own...)
	for _, p := range qualitative {
		if len(l.series) < mostColours && tells(p, l.series) {
			l.series = append(l.series, p)
		}
	}
	return l
}

// tells reports whether p is told from every one of others.
func tells(p paint, others []paint) bool {
	for _, o := range others {
		if d, _ := nearest(p, o); d < SeriesDifference {
			return false
		}
	}
	return true
}

// parsePaint reads a colour as "#rrggbb" or "rrggbb".
func parsePaint(written string) (paint, error) {
	digits := strings.TrimPrefix(strings.TrimSpace(written), "#")
	v, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		return 0, errors.New("no colour")
	}
	return paint(v), nil
}

// typeface is a font of a house.
type typeface struct {
	name          string // that an SVG asks for
	regular, bold *opentype.Font
}

// fontError says which font is none.
type fontError struct{ at, what string }

// Error says where the font is named and what is wrong with it.
func (e fontError) Error() string { return e.at + ": " + e.what }

func newTypeface(regular, bold []byte) (*typeface, error) {
	f := &typeface{}
	for _, part := range []struct {
		at   string
		ttf  []byte
		into **opentype.Font
	}{{"font", regular, &f.regular}, {"bold", bold, &f.bold}} {
		if part.ttf == nil {
			continue
		}
		parsed, err := opentype.Parse(part.ttf)
		if err != nil {
			return nil, fontError{part.at, "is no TrueType or OpenType font"}
		}
		// Letters that reports in Danish and English need.
		var lacking []string
		for _, r := range "Aaæøå§%•–−é09" {
			if g, err := parsed.GlyphIndex(nil, r); err != nil || g == 0 {
				lacking = append(lacking, string(r))
			}
		}
		if lacking != nil {
			return nil, fontError{part.at, "has no " + strings.Join(lacking, " ")}
		}
		*part.into = parsed
	}
	if f.bold == nil {
		f.bold = f.regular
	}
	name, err := f.regular.Name(nil, sfnt.NameIDFamily)
	if err != nil {
		return nil, fontError{"font", "has no name"}
	}
	f.name = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == ' ' || r == '-' {
			return r
		}
		return -1
	}, name)
	return f, nil
}
