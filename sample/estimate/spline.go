package estimate

import "sort"

// spline is a cubic spline through points, whose third derivative at each end is
// that of the cubic through the four points there. Source: Forsythe, Malcolm and
// Moler (1977), Computer Methods for Mathematical Computations, chapter 4. Same
// as R's spline(method = "fmm").
type spline struct{ x, y, b, c, d []float64 }

// newSpline returns the spline through at least four points with ascending x.
func newSpline(x, y []float64) spline {
	n := len(x)
	b, c, d := make([]float64, n), make([]float64, n), make([]float64, n)
	s := spline{x, y, b, c, d}
	if n < 4 {
		return s.line()
	}
	// The tridiagonal system: b on the diagonal, d beside it, c on the right.
	d[0] = x[1] - x[0]
	c[1] = (y[1] - y[0]) / d[0]
	for i := 1; i < n-1; i++ {
		d[i] = x[i+1] - x[i]
		b[i] = 2 * (d[i-1] + d[i])
		c[i+1] = (y[i+1] - y[i]) / d[i]
		c[i] = c[i+1] - c[i]
	}
	b[0], b[n-1] = -d[0], -d[n-2]
	c[0] = c[2]/(x[3]-x[1]) - c[1]/(x[2]-x[0])
	c[n-1] = c[n-2]/(x[n-1]-x[n-3]) - c[n-3]/(x[n-2]-x[n-4])
	c[0] *= d[0] * d[0] / (x[3] - x[0])
	c[n-1] *= -d[n-2] * d[n-2] / (x[n-1] - x[n-4])
	for i := 1; i < n; i++ {
		t := d[i-1] / b[i-1]
		b[i] -= t * d[i-1]
		c[i] -= t * c[i-1]
	}
	c[n-1] /= b[n-1]
	for i := n - 2; i >= 0; i-- {
		c[i] = (c[i] - d[i]*c[i+1]) / b[i]
	}
	b[n-1] = (y[n-1]-y[n-2])/d[n-2] + d[n-2]*(c[n-2]+2*c[n-1])
	for i := range n - 1 {
		b[i] = (y[i+1]-y[i])/d[i] - d[i]*(c[i+1]+2*c[i])
		d[i] = (c[i+1] - c[i]) / d[i]
		c[i] *= 3
	}
	c[n-1] *= 3
	d[n-1] = d[n-2]
	return s
}

// line makes s the straight line from point to point.
func (s spline) line() spline {
	for i := range len(s.x) - 1 {
		s.b[i] = (s.y[i+1] - s.y[i]) / (s.x[i+1] - s.x[i])
	}
	return s
}

func (s spline) at(u float64) float64 {
	i := sort.Search(len(s.x), func(i int) bool { return s.x[i] > u }) - 1
	i = min(max(i, 0), len(s.x)-1)
	t := u - s.x[i]
	return s.y[i] + t*(s.b[i]+t*(s.c[i]+t*s.d[i]))
}
