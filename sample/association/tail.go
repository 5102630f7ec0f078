package association

import (
	"math"
	"math/cmplx"

	"gonum.org/v1/gonum/mathext"
)

// mathextBeta returns the regularised incomplete beta function of x in [0, 1].
func mathextBeta(a, b, x float64) float64 {
	return mathext.RegIncBeta(a, b, min(max(x, 0), 1))
}

// sumTail returns the probability that Σ wᵢχ²₁ is above x·χ²_df/df, or above x
// where df is +Inf. Weights are at least 0; those of 0 do not count.
//
// It is (1/2πi)∫ M(t) e^(−xt)/t dt along a hyperbola that crosses the real line
// between 0 and the first singularity of the moment generating function M and
// opens around the others. The trapezoidal rule converges geometrically in the
// step there, so that the result is exact but for rounding, with its relative
// accuracy kept where it is small.
//
// Source: Imhof (1961), Biometrika 48, 419–426, for the same integral on a
// straight line; Weideman and Trefethen (2007), Mathematics of Computation 76,
// 1341–1356, for the contour.
func sumTail(x float64, weights []float64, df float64) float64 {
	var q quadraticForm
	largest := 0.0
	for _, w := range weights {
		largest = max(largest, w)
	}
	if !(largest > 0) || math.IsNaN(x) {
		return math.NaN()
	}
	if x <= 0 {
		return 1
	}
	for _, w := range weights {
		if w > 1e-12*largest {
			q.scale, q.power = append(q.scale, w/largest), append(q.power, 1)
		}
	}
	x /= largest
	if math.IsInf(df, 1) {
		q.x = x
	} else {
		q.scale, q.power = append(q.scale, -x/df), append(q.power, df)
	}
	return q.tail()
}

// quadraticForm is Σ scaleᵢ χ²(powerᵢ), whose largest scale is 1, and what it is
// compared with.
type quadraticForm struct {
	scale, power []float64
	x            float64
}

// exponent returns log M(t) − xt.
func (q *quadraticForm) exponent(t complex128) complex128 {
	sum := -complex(q.x, 0) * t
	for i, s := range q.scale {
		sum -= complex(q.power[i]/2, 0) * cmplx.Log(1-complex(2*s, 0)*t)
	}
	return sum
}

// slope returns the derivative of the exponent at a real t in (0, 1/2).
func (q *quadraticForm) slope(t float64) float64 {
	sum := -q.x
	for i, s := range q.scale {
		sum += q.power[i] * s / (1 - 2*s*t)
	}
	return sum
}

func (q *quadraticForm) tail() float64 {
	const first = 0.5 // the first singularity
	low, high := 0.05*first, 0.95*first
	for range 60 {
		if mid := (low + high) / 2; q.slope(mid) < 0 {
			low = mid
		} else {
			high = mid
		}
	}
	c := (low + high) / 2
	width := min(c, 3*(first-c))
	const angle, step = math.Pi / 4, 0.02
	sum, largest := 0.0, 0.0
	for k := range 5000 {
		around := cmplx.Cos(complex(angle, -step*float64(k)))
		t := complex(c, 0) + complex(width, 0)*(around-complex(math.Cos(angle), 0))
		term := cmplx.Exp(q.exponent(t)) / t * cmplx.Sin(complex(angle, -step*float64(k)))
		value := real(term)
		if k == 0 {
			value /= 2
		}
		sum += value
		size := cmplx.Abs(term)
		largest = max(largest, size)
		if size < 1e-18*largest {
			break
		}
	}
	return min(max(sum*step*width/math.Pi, 0), 1)
}
