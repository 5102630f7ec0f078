package weight

import (
	"errors"
	"fmt"
	"math"
)

// Trim cuts weights to Low and High and shares what was cut out equally over the
// rows that were inside, so that the sum stays. Unless Once is said, it is done
// until no weight is outside. Rows of weight 0 take no part. Same as trimWeights
// in R survey, strict unless Once.
//
// Variances take no account of it; with replicate weights they do.
type Trim struct {
	Low, High float64 // at least 0, High above Low; High may be +Inf
	Once      bool
}

// Name returns "trimming".
func (Trim) Name() string { return "trimming" }

// mostTrims is more rounds than any set of weights takes; what is cut shrinks
// by a factor in each.
const mostTrims = 100000

// Adjust returns the trimmed weights. The error says that bounds are no bounds,
// or that the sum of weights does not fit within them.
func (t Trim) Adjust(base []float64) (Result, error) {
	if err := check(base); err != nil {
		return Result{}, err
	}
	if !(t.Low >= 0 && t.Low < t.High) {
		return Result{}, fmt.Errorf("got bounds of %s and %s, want a number from 0 and one above it", plain(t.Low), plain(t.High))
	}
	r := Result{Weight: append([]float64(nil), base...), Scale: 1}
	rows, sum := 0.0, 0.0
	for _, w := range base {
		if w != 0 {
			rows++
			sum += w
			if w < t.Low || w > t.High {
				r.Changed++
			}
		}
	}
	if mean := sum / rows; mean < t.Low || mean > t.High {
		return Result{}, fmt.Errorf("weights from %s to %s cannot sum to %s over %s, whose mean is %s", plain(t.Low), plain(t.High), plain(sum), counted(int(rows)), plain(mean))
	}
	for r.Iterations < mostTrims {
		done, err := t.round(r.Weight, sum)
		if err != nil {
			return Result{}, err
		}
		if done {
			return r, nil
		}
		r.Iterations++
		if t.Once {
			return r, nil
		}
	}
	return Result{}, errors.New("the bounds leave no room to share out what is cut")
}

// round trims once and reports that there was nothing to trim.
func (t Trim) round(weight []float64, sum float64) (bool, error) {
	cut, inside, outside := 0.0, 0, 0
	slack := 1e-14 * sum / float64(len(weight))
	out := func(w float64) bool { return w < t.Low-slack || w > t.High+slack }
	for _, w := range weight {
		switch {
		case w == 0:
		case out(w):
			outside++
			cut += w - math.Max(t.Low, math.Min(w, t.High))
		default:
			inside++
		}
	}
	switch {
	case outside == 0:
		return true, nil
	case inside == 0:
		return false, errors.New("every weight is outside the bounds; nothing is left to share out over")
	}
	share := cut / float64(inside)
	for i, w := range weight {
		switch {
		case w == 0:
		case out(w):
			weight[i] = math.Max(t.Low, math.Min(w, t.High))
		default:
			weight[i] = w + share
		}
	}
	return false, nil
}
