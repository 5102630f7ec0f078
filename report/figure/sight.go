package figure

import "math"

// sight is how a kind of colour vision changes linear RGB.
type sight struct {
	name   string
	matrix [3][3]float64
}

// The kinds of colour vision that figures are told apart in.
//
// Source: Machado, Oliveira and Fernandes (2009), IEEE Transactions on
// Visualization and Computer Graphics 15(6), 1291–1298, at severity 1.0.
var sights = []sight{
	{"normal", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
	{"protanopia", [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
	{"deuteranopia", [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
	{"tritanopia", [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}

// lab returns p as s sees it, in CIE L*a*b* for daylight D65.
func (s sight) lab(p paint) [3]float64 {
	r, g, b := p.rgb()
	in := [3]float64{linear(r), linear(g), linear(b)}
	var seen [3]float64
	for i, row := range s.matrix {
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

// difference is ΔE*ab of 1976 between two colours.
func (s sight) difference(a, b paint) float64 {
	x, y := s.lab(a), s.lab(b)
	return math.Hypot(math.Hypot(x[0]-y[0], x[1]-y[1]), x[2]-y[2])
}

// nearest returns the smallest difference of two colours in any sight, and the
// sight.
func nearest(a, b paint) (float64, sight) {
	least, in := math.Inf(1), sights[0]
	for _, s := range sights {
		if d := s.difference(a, b); d < least {
			least, in = d, s
		}
	}
	return least, in
}
