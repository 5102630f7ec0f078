package figure

import "fmt"

// Least contrast of lettering: large letters, from 18 points or 14 bold, are
// read at less.
//
// Source: WCAG 2.1, criterion 1.4.3.
const (
	leastContrast      = 4.5
	leastContrastLarge = 3
)

// Contrast returns the contrast ratio, in [1, 21], of two colours given as
// 0xRRGGBB.
func Contrast(a, b uint32) float64 { return contrast(paint(a), paint(b)) }

// Legible reports whether lettering of so many points on a background has the
// contrast it needs.
func Legible(letters, background uint32, points float64, bold bool) bool {
	least := leastContrast
	if points >= 18 || bold && points >= 14 {
		least = leastContrastLarge
	}
	return Contrast(letters, background) >= least
}

// Pale lists the lettering of a figure that is too pale on what it stands on,
// in a sentence for each pair of colours.
func (f *Figure) Pale() []string {
	if f.scene == nil {
		return nil
	}
	var found []string
	said := map[[2]paint]bool{}
	for i, m := range f.scene.marks {
		letters, ok := m.(text)
		if !ok {
			continue
		}
		background := white
		for _, under := range f.scene.marks[:i] {
			if b, ok := under.(box); ok && b.holds(letters) {
				background = b.fill
				if b.hatch != plain {
					background = white // between the lines, which letters are kept off
				}
			}
		}
		pair := [2]paint{letters.fill, background}
		if said[pair] || Legible(uint32(letters.fill), uint32(background), letters.style.size, letters.style.bold) {
			continue
		}
		said[pair] = true
		found = append(found, fmt.Sprintf("lettering %s on %s has a contrast of %.1f to 1, want %.1f", letters.fill.hex(), background.hex(), contrast(letters.fill, background), leastContrast))
	}
	return found
}

// holds reports whether a text begins, ends or is centred in the box.
func (b box) holds(t text) bool {
	middle := t.y - t.style.size/3 // of small letters above the baseline
	return t.x >= b.x && t.x <= b.x+b.w && middle >= b.y && middle <= b.y+b.h
}
