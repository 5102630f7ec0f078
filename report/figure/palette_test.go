package figure

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// sight is how a kind of colour vision changes linear RGB.
type sight [3][3]float64

// Source: Machado, Oliveira and Fernandes (2009), IEEE Transactions on
// Visualization and Computer Graphics 15(6), 1291–1298, at severity 1.0.
var sights = map[string]sight{
	"normal": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protan": {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deutan": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritan": {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// lab returns p as s sees it, in CIE L*a*b* for daylight D65.
func (s sight) lab(p paint) (lab [3]float64) {
	r, g, b := p.rgb()
	in := [3]float64{linear(r), linear(g), linear(b)}
	var seen [3]float64
	for i, row := range s {
		for j, k := range row {
			seen[i] += k * in[j]
		}
		seen[i] = min(max(seen[i], 0), 1)
	}
	f := func(r, g, b, whitest float64) float64 {
		t := (r*seen[0] + g*seen[1] + b*seen[2]) / whitest
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f(0.4124564, 0.3575761, 0.1804375, 0.95047)
	y := f(0.2126729, 0.7151522, 0.0721750, 1)
	z := f(0.0193339, 0.1191920, 0.9503041, 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// difference is ΔE*ab of 1976.
func (s sight) difference(a, b paint) float64 {
	x, y := s.lab(a), s.lab(b)
	return math.Hypot(math.Hypot(x[0]-y[0], x[1]-y[1]), x[2]-y[2])
}

func TestSeriesAreToldApart(t *testing.T) {
	for name, s := range sights {
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
		assert.GreaterOrEqual(t, s.difference(mainHue, accent), 28.0, name)
		assert.GreaterOrEqual(t, s.difference(mainHue, light), 28.0, name)
		assert.GreaterOrEqual(t, s.difference(mainHue, grey), 20.0, name)
	}
}

func TestTextIsRead(t *testing.T) {
	for _, p := range []paint{ink, muted} {
		assert.GreaterOrEqual(t, contrast(p, white), 4.5, p.hex())
		assert.GreaterOrEqual(t, contrast(p, pale), 4.5, p.hex())
	}
	fills := append([]paint{grey, pale, light}, qualitative...)
	for _, scale := range diverging {
		fills = append(fills, scale...)
	}
	for i := range rampSteps + 1 {
		fills = append(fills, ramp(float64(i), rampSteps))
	}
	for _, p := range fills {
		assert.GreaterOrEqual(t, contrast(p, lettering(p)), 4.5, p.hex())
	}
}

func TestBarsAreSeen(t *testing.T) {
	for _, p := range append([]paint{mainHue, accent, grey}, qualitative[:4]...) {
		assert.GreaterOrEqual(t, contrast(p, white), 3.0, p.hex())
	}
}

func TestRamp(t *testing.T) {
	assert.Equal(t, rampLow, ramp(0, 0.6))
	assert.Equal(t, rampTop, ramp(0.6, 0.6))
	assert.Equal(t, rampLow, ramp(0, 0), "a table of noughts")
	for i := 1; i <= rampSteps; i++ {
		assert.Less(t, ramp(float64(i), rampSteps).luminance(), ramp(float64(i-1), rampSteps).luminance(), fmt.Sprint(i))
	}
}
