package figure

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// errUnmade is for a Figure that did not come from New.
var errUnmade = errors.New("figure was not laid out; make it with New")

// SVG writes the figure as a picture that stands alone or inside a page. Its
// ids begin with the figure's, so that several may share a page.
func (f *Figure) SVG(w io.Writer) error {
	if f.scene == nil {
		return errUnmade
	}
	b := bufio.NewWriter(w)
	id := fitID(f.ID)
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="0 0 %[1]s %[2]s" role="img" aria-labelledby="%[3]s-title %[3]s-desc" font-family="%[4]s">`+"\n",
		num(f.Width), num(f.Height), id, f.scene.look.family)
	fmt.Fprintf(b, "<title id=\"%s-title\">%s</title>\n<desc id=\"%[1]s-desc\">%[3]s</desc>\n", id, escape(f.Title), escape(f.Alt))
	hatches(b, f.scene, id)
	fmt.Fprintf(b, "<rect width=\"%s\" height=\"%s\" fill=\"%s\"/>\n", num(f.Width), num(f.Height), white.hex())
	for _, m := range f.scene.marks {
		switch m := m.(type) {
		case box:
			fill, rim := m.fill.hex(), ""
			if m.rim != 0 && m.hatch == plain {
				rim = fmt.Sprintf(` stroke="%s" stroke-width="%s"`, m.rim.hex(), num(rimWeight))
				m.x, m.y, m.w, m.h = m.x+rimWeight/2, m.y+rimWeight/2, m.w-rimWeight, m.h-rimWeight
			}
			if m.hatch != plain {
				fill = fmt.Sprintf("url(#%s-hatch-%d)", id, m.hatch)
				rim = fmt.Sprintf(` stroke="%s" stroke-width="%s"`, grey.hex(), num(rimWeight))
				// The outline lies inside the box.
				m.x, m.y, m.w, m.h = m.x+rimWeight/2, m.y+rimWeight/2, m.w-rimWeight, m.h-rimWeight
			}
			attrs := fmt.Sprintf(`x="%s" y="%s" width="%s" height="%s" fill="%s"%s shape-rendering="crispEdges"`,
				num(m.x), num(m.y), num(max(0, m.w)), num(max(0, m.h)), fill, rim)
			element(b, "rect", attrs, m.about)
		case stroke:
			dashes := ""
			if m.dashed {
				dashes = ` stroke-dasharray="` + num(dash) + `"`
			}
			fmt.Fprintf(b, "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>\n",
				num(m.x1), num(m.y1), num(m.x2), num(m.y2), m.fill.hex(), num(m.weight), dashes)
		case dot:
			attrs := fmt.Sprintf(`cx="%s" cy="%s" r="%s" fill="%s" stroke="%s" stroke-width="%s" paint-order="stroke"`,
				num(m.x), num(m.y), num(m.r), m.fill.hex(), white.hex(), num(2*rimWeight))
			element(b, "circle", attrs, m.about)
		case path:
			var at []string
			for _, p := range m.points {
				at = append(at, num(p.x)+","+num(p.y))
			}
			fmt.Fprintf(b, "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"/>\n",
				strings.Join(at, " "), m.fill.hex(), num(m.weight))
		case tick:
			attrs := fmt.Sprintf(`x="%s" y="%s" width="%s" height="%s" fill="%s" stroke="%s" stroke-width="%s" paint-order="stroke"`,
				num(m.x-tickWeight/2), num(m.y-m.h/2), num(tickWeight), num(m.h), m.fill.hex(), white.hex(), num(2*rimWeight))
			element(b, "rect", attrs, m.about)
		case text:
			lettered(b, m)
		}
	}
	b.WriteString("</svg>\n")
	return b.Flush()
}

// hatches defines the patterns that the scene uses.
func hatches(b *bufio.Writer, s *scene, id string) {
	used := map[hatching]bool{}
	for _, m := range s.marks {
		if r, ok := m.(box); ok {
			used[r.hatch] = true
		}
	}
	p := hatchPeriod
	for _, h := range []hatching{rising, falling} {
		if !used[h] {
			continue
		}
		// The line through the tile's middle and the corners it would miss.
		path := fmt.Sprintf("M0,%[1]s L%[1]s,0 M-1,1 L1,-1 M%[2]s,%[3]s L%[3]s,%[2]s", num(p), num(p-1), num(p+1))
		if h == falling {
			path = fmt.Sprintf("M0,0 L%[1]s,%[1]s M-1,%[2]s L1,%[3]s M%[2]s,-1 L%[3]s,1", num(p), num(p-1), num(p+1))
		}
		fmt.Fprintf(b, `<defs><pattern id="%s-hatch-%d" width="%s" height="%[3]s" patternUnits="userSpaceOnUse"><rect width="%[3]s" height="%[3]s" fill="%[4]s"/><path d="%[5]s" stroke="%[6]s" stroke-width="%[7]s"/></pattern></defs>`+"\n",
			id, h, num(p), white.hex(), path, grey.hex(), num(hatchWeight))
	}
}

func lettered(b *bufio.Writer, m text) {
	attrs := fmt.Sprintf(` x="%s" y="%s" font-size="%s" fill="%s"`, num(m.x), num(m.y), num(m.style.size), m.fill.hex())
	if m.style.bold {
		attrs += ` font-weight="bold"`
	}
	switch m.anchor {
	case middle:
		attrs += ` text-anchor="middle"`
	case end:
		attrs += ` text-anchor="end"`
	}
	if m.cell != "" {
		attrs += ` data-cell="` + escape(m.cell) + `"`
	}
	fmt.Fprintf(b, "<text%s>%s</text>\n", attrs, escape(m.words))
}

// element writes an element with what ties it to the table.
func element(b *bufio.Writer, name, attrs string, a about) {
	if a.cell != "" {
		attrs += ` data-cell="` + escape(a.cell) + `"`
	}
	if a.tip == "" {
		fmt.Fprintf(b, "<%s %s/>\n", name, attrs)
		return
	}
	fmt.Fprintf(b, "<%s %s><title>%s</title></%[1]s>\n", name, attrs, escape(a.tip))
}

// num prints a length with the two decimals that a point needs.
func num(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}

func escape(s string) string {
	var b strings.Builder
	// Writing to a Builder cannot go wrong; characters that XML forbids are
	// replaced.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// fitID returns id with what may not stand in an XML id, or would split a list
// of them, replaced.
func fitID(id string) string {
	id = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, id)
	if id == "" || !unicode.IsLetter([]rune(id)[0]) {
		return "figure-" + id
	}
	return id
}
