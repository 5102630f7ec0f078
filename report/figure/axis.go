package figure

import (
	"math"
)

// axis is the axis of shares under bars. It begins at nought, because the
// length of a bar is what is compared.
type axis struct {
	x, width float64 // of the plot, in points
	step     float64 // between gridlines, a share
	steps    int
	look     *look
}

// barAxis returns the axis on which every bar, whisker, reference and value
// fits between left and right.
func barAxis(bars []bar, left, right float64, w Wording) axis {
	top := shortestAxis
	for _, b := range bars {
		top = max(top, b.end)
		if !math.IsNaN(b.reference) {
			top = max(top, b.reference)
		}
	}
	a := axis{x: left + zeroWeight/2, look: w.look}
	for _, a.step = range []float64{0.01, 0.02, 0.05, 0.1, 0.2} {
		// A share a rounding error above a gridline needs no further one.
		a.steps = max(1, int(math.Ceil(top/a.step-1e-9)))
		if a.steps <= 5 {
			break
		}
	}
	a.width = right - a.x - w.look.axis.width(w.Axis(a.end()))/2
	for _, b := range bars {
		after, reach := valueGap+w.look.value.width(b.value), b.end
		if !math.IsNaN(b.reference) {
			// As if the value stood behind the tick.
			reach = max(reach, b.reference)
			after += tickWeight
		}
		if reach > 0 {
			a.width = min(a.width, (right-a.x-after)*a.end()/reach)
		}
	}
	return a
}

func (a axis) end() float64 { return float64(a.steps) * a.step }

// at returns where a share lies.
func (a axis) at(share float64) float64 { return a.x + a.width*share/a.end() }

// beside returns where the value of a bar begins and how wide it is: behind
// the bar and its whisker, and clear of the tick.
func (a axis) beside(b bar) (x, width float64) {
	width = a.look.value.width(b.value)
	x = a.at(b.end) + valueGap
	if !math.IsNaN(b.reference) {
		d := a.at(b.reference)
		if d+tickWeight/2+2 > x && d-tickWeight/2-2 < x+width {
			x = d + tickWeight/2 + valueGap
		}
	}
	return x, width
}

// draw adds gridlines from top to bottom and their labels below.
func (a axis) draw(s *scene, top, bottom float64, w Wording) {
	for i := range a.steps + 1 {
		share := float64(i) * a.step
		x := a.at(share)
		if i > 0 {
			s.add(stroke{x, top, x, bottom, gridWeight, grid})
		}
		s.add(text{x: x, y: bottom + 10.5, words: w.Axis(share), style: w.look.axis, fill: muted, anchor: middle})
	}
}
