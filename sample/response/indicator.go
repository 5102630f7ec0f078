package response

import "math"

// Representativity sums up how propensities vary.
type Representativity struct {
	Mean     float64 // of the propensities, by weight
	S        float64 // their standard deviation
	R        float64 // 1 − 2S, in [0, 1]: 1 where all units answer alike
	Bias     float64 // of S², which varies by chance too
	Adjusted float64 // R with S² less its bias
	CV       float64 // S by Mean: the largest bias, in standard deviations, of the mean of any variable
	CVBy     float64 // the same with the adjusted S
}

// Indicator returns the R-indicator of a model. Units are those of the sample;
// their weights sum to the population, and to the rows where all were asked.
//
// Sources: Schouten, Cobben and Bethlehem (2009), Survey Methodology 35,
// 101–113; its bias from Shlomo, Skinner and Schouten (2012), Journal of
// Statistical Planning and Inference 142, 201–211: S² less
// Σ d z' V z / N − (1/n − 1/N) S², where z = ρ(1−ρ) x and V is the covariance of
// the coefficients.
func (m *Model) Indicator(weight []float64) Representativity {
	var r Representativity
	population, n := 0.0, 0.0
	for i, w := range weight {
		if w == 0 {
			continue
		}
		n++
		population += w
		r.Mean += w * m.Propensity[i]
	}
	r.Mean /= population
	squares, chance := 0.0, 0.0
	p := len(m.Coefficients)
	z := make([]float64, p)
	for i, w := range weight {
		if w == 0 {
			continue
		}
		rho := m.Propensity[i]
		squares += w * (rho - r.Mean) * (rho - r.Mean)
		for k := range z {
			z[k] = rho * (1 - rho) * m.x[i*p+k]
		}
		for a := range z {
			for b := range z {
				chance += w * z[a] * m.covariance.At(a, b) * z[b]
			}
		}
	}
	variance := squares / (population - 1)
	r.S = math.Sqrt(variance)
	r.R = 1 - 2*r.S
	r.Bias = chance/population - (1/n-1/population)*variance
	adjusted := math.Sqrt(max(0, variance-r.Bias))
	r.Adjusted = 1 - 2*adjusted
	r.CV, r.CVBy = r.S/r.Mean, adjusted/r.Mean
	return r
}
