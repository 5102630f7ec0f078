package figure

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSeriesAreToldApart(t *testing.T) {
	for _, s := range sights {
		name := s.name
		// The usual four are apart by far, whichever two are compared.
		for i, a := range qualitative {
			for j, b := range qualitative[:i] {
				least := 20.0
				if i < 4 {
					least = 28
				}
				assert.GreaterOrEqual(t, s.difference(a, b), least, "%s: qualitative %d and %d", name, j, i)
			}
		}
		// Steps of a scale stand in their order: neighbours are what is compared.
		for n, scale := range diverging {
			for i := 1; i < n; i++ {
				least := 20.0
				if n <= 5 {
					least = 28
				}
				assert.GreaterOrEqual(t, s.difference(scale[i-1], scale[i]), least, "%s: scale of %d, step %d", name, n, i)
			}
			for i := range scale {
				for j := range scale[:i] {
					assert.GreaterOrEqual(t, s.difference(scale[i], scale[j]), 12.0, "%s: scale of %d, steps %d and %d", name, n, j, i)
				}
			}
		}
		assert.GreaterOrEqual(t, s.difference(mainHue, accentHue), 28.0, name)
		assert.GreaterOrEqual(t, s.difference(mainHue, lightHue), 28.0, name)
		assert.GreaterOrEqual(t, s.difference(mainHue, grey), 20.0, name)
	}
}

func TestTextIsRead(t *testing.T) {
	for _, p := range []paint{ink, muted} {
		assert.GreaterOrEqual(t, contrast(p, white), 4.5, p.hex())
		assert.GreaterOrEqual(t, contrast(p, pale), 4.5, p.hex())
	}
	fills := append([]paint{grey, pale, lightHue}, qualitative...)
	for _, scale := range diverging {
		fills = append(fills, scale...)
	}
	for i := range rampSteps + 1 {
		fills = append(fills, usual.ramp(float64(i), rampSteps))
	}
	for _, p := range fills {
		assert.GreaterOrEqual(t, contrast(p, lettering(p)), 4.5, p.hex())
	}
}

func TestBarsAreSeen(t *testing.T) {
	for _, p := range append([]paint{mainHue, accentHue, grey}, qualitative[:4]...) {
		assert.GreaterOrEqual(t, contrast(p, white), 3.0, p.hex())
	}
}

// Whatever stands in a stack is told from whatever stands beside it in every kind
// of vision, and from the paper by itself or by its rim; parts that are put
// together, too, which come after as many series as there are.
func TestStacksAreSeen(t *testing.T) {
	for n := 1; n <= len(qualitative); n++ {
		least := 25.0
		if n > 4 {
			least = 16
		}
		for _, p := range qualitative[:n] {
			d, in := nearest(p, joinedHue)
			assert.GreaterOrEqual(t, d, least, "%s and what is joined, %s, %d series", p.hex(), in.name, n)
		}
	}
	for n, scale := range diverging {
		for _, p := range scale[max(0, n-1):] { // what is joined stands last, grey in a scale
			d, in := nearest(p, grey)
			assert.GreaterOrEqual(t, d, 20.0, "%s and grey, %s, scale of %d", p.hex(), in.name, n)
		}
	}
	fills := []paint{grey, joinedHue, pale, lightHue}
	fills = append(fills, qualitative...)
	for _, scale := range diverging {
		fills = append(fills, scale...)
	}
	for _, p := range fills {
		rim := edged(p)
		if rim == 0 {
			rim = p
		}
		assert.GreaterOrEqual(t, contrast(rim, white), MarkContrast, p.hex())
	}
}

// Lines, dots and the bars of a group are seen by themselves on white, and told
// apart in every kind of vision.
func TestSeriesAreSeen(t *testing.T) {
	lines := lineColours(usual)
	assert.GreaterOrEqual(t, len(lines), mostLines)
	for i, p := range append(append([]paint{usual.faded()}, lines...), usual.series[:mostSeries]...) {
		assert.GreaterOrEqual(t, contrast(p, white), MarkContrast, "%d: %s", i, p.hex())
		assert.GreaterOrEqual(t, contrast(readable(p), white), 4.5, "lettering in %s", p.hex())
	}
	d, _ := nearest(mainHue, accentHue)
	assert.GreaterOrEqual(t, d, SeriesDifference)
}

func TestRamp(t *testing.T) {
	assert.Equal(t, rampLowest, usual.ramp(0, 0.6))
	assert.Equal(t, rampHighest, usual.ramp(0.6, 0.6))
	assert.Equal(t, rampLowest, usual.ramp(0, 0), "a table of noughts")
	for i := 1; i <= rampSteps; i++ {
		assert.Less(t, usual.ramp(float64(i), rampSteps).luminance(), usual.ramp(float64(i-1), rampSteps).luminance(), fmt.Sprint(i))
	}
}
