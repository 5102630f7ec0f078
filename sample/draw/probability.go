package draw

// Probabilities returns inclusion probabilities in proportion to sizes that add
// to n: units that would come above 1 are certain, and the others share the
// rest. Sizes are at least 0; n is in (0, number of sizes above 0].
//
// Same as inclusionprobabilities of R sampling.
//
// Source: Tillé (2006), Sampling Algorithms, 2.10.
func Probabilities(sizes []float64, n float64) []float64 {
	p := make([]float64, len(sizes))
	certain := make([]bool, len(sizes))
	for fixed := 0; ; {
		sum := 0.0
		for i, x := range sizes {
			if !certain[i] {
				sum += x
			}
		}
		now := 0
		for i, x := range sizes {
			switch {
			case certain[i]:
				p[i] = 1
			case x > 0:
				p[i] = (n - float64(fixed)) * (x / sum)
				certain[i] = p[i] >= 1-1e-12
			}
			if certain[i] {
				p[i] = 1
				now++
			}
		}
		if now == fixed {
			return p
		}
		fixed = now
	}
}

// uncertain returns the indices of the units that are not certain, and the number
// that are.
func uncertain(p []float64) (units []int, certain int) {
	for i, v := range p {
		if v >= 1 {
			certain++
		} else if v > 0 {
			units = append(units, i)
		}
	}
	return units, certain
}
