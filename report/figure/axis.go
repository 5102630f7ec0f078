package figure

import (
	"math"
)

// axis is the axis of numbers under bars and dots. That of bars begins at
// nought, because the length of a bar is what is compared.
type axis struct {
	x, width float64 // of the plot, in points
	low      float64 // number it begins at
	step     float64 // between gridlines
	steps    int
	look     *look
}

// graduate returns an axis from low, at most nought, to top or a little more,
// with at most five steps of a round number. Shares have steps of whole per
// cent.
func graduate(low, top float64, shares bool) axis {
	low = min(low, 0)
	if shares {
		low, top = 0, max(top, shortestAxis)
	} else if top <= low {
		top = low + 1
	}
	var a axis
	for _, a.step = range roundSteps(top-low, shares) {
		a.low = math.Floor(low/a.step+1e-9) * a.step
		// A number a rounding error above a gridline needs no further one.
		a.steps = max(1, int(math.Ceil((top-a.low)/a.step-1e-9)))
		if a.steps <= 5 {
			break
		}
	}
	return a
}

// roundSteps returns the steps that an axis may have, the smallest first.
func roundSteps(length float64, shares bool) []float64 {
	if shares {
		return []float64{0.01, 0.02, 0.05, 0.1, 0.2}
	}
	unit := math.Pow(10, math.Floor(math.Log10(length/5)))
	return []float64{unit, 2 * unit, 5 * unit, 10 * unit, 20 * unit}
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
	a := graduate(0, top, true)
	a.x, a.look = left+zeroWeight/2, w.look
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

func (a axis) end() float64 { return a.low + float64(a.steps)*a.step }

// at returns where a number lies.
func (a axis) at(v float64) float64 { return a.x + a.width*(v-a.low)/(a.end()-a.low) }

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

// draw adds gridlines from top to bottom and their labels below: every one, or
// every second or third where they would meet.
func (a axis) draw(s *scene, top, bottom float64, w Wording) {
	widest := 0.0
	for i := range a.steps + 1 {
		widest = max(widest, w.look.axis.width(w.Axis(a.number(i))))
	}
	every := 1
	for every < a.steps && widest+3 > a.width*float64(every)/float64(a.steps) {
		every++
	}
	for i := range a.steps + 1 {
		x := a.at(a.number(i))
		if i > 0 || a.low < 0 {
			s.add(stroke{x1: x, y1: top, x2: x, y2: bottom, weight: gridWeight, fill: grid})
		}
		if i%every == 0 {
			s.add(text{x: x, y: bottom + 10.5, words: w.Axis(a.number(i)), style: w.look.axis, fill: muted, anchor: middle})
		}
	}
}

// number returns the number at gridline i.
func (a axis) number(i int) float64 { return a.low + float64(i)*a.step }

// drawUpright adds the axis to the left of a plot whose number low lies at
// bottom and whose end at top: gridlines from left to right and their labels.
func (a axis) drawUpright(s *scene, left, right, top, bottom float64, w Wording) {
	for i := range a.steps + 1 {
		y := bottom + (top-bottom)*float64(i)/float64(a.steps)
		weight, fill := gridWeight, grid
		if i == 0 {
			weight, fill = zeroWeight, muted
		}
		s.add(stroke{x1: left, y1: y, x2: right, y2: y, weight: weight, fill: fill})
		s.add(text{x: left - 4, y: y + w.look.axis.drop(), words: w.Axis(a.number(i)), style: w.look.axis, fill: muted, anchor: end})
	}
}

// uprightWidth returns how wide the labels of an upright axis are, with the gap
// to the plot.
func (a axis) uprightWidth(w Wording) float64 {
	wide := 0.0
	for i := range a.steps + 1 {
		wide = max(wide, w.look.axis.width(w.Axis(a.number(i))))
	}
	return wide + 4
}

// up returns how high a number lies in a plot from bottom to top.
func (a axis) up(v, top, bottom float64) float64 {
	return bottom + (top-bottom)*(v-a.low)/(a.end()-a.low)
}
