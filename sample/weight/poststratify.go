package weight

import "stikprove/sample"

// PostStratify makes the weights of each category sum to its count, by one
// factor for all of its rows. Same as postStratify in R survey.
type PostStratify struct{ Margin Margin }

// Name returns "post-stratification by" the margin's variable.
func (p PostStratify) Name() string { return "post-stratification by " + p.Margin.Variable }

// Adjust returns the post-stratified weights.
func (p PostStratify) Adjust(base []float64) (Result, error) {
	if err := check(base); err != nil {
		return Result{}, err
	}
	m := p.Margin
	sums, err := m.sums(base)
	if err != nil {
		return Result{}, err
	}
	r := Result{Weight: make([]float64, len(base)), Scale: 1}
	for i, g := range m.Of {
		if g >= 0 && base[i] != 0 {
			r.Weight[i] = base[i] * (m.Counts[g] / sums[g])
		}
	}
	r.Misfit, _ = misfit([]Margin{m}, r.Weight)
	r.project = func() sample.Projection {
		q := newProjection(len(base), 1, len(sums))
		for i, g := range m.Of {
			if r.Weight[i] != 0 {
				q.Column[i], q.Fit[i], q.Sum[i] = g, r.Weight[i], base[i]/r.Weight[i]
			}
		}
		q.Solve = func(z []float64) []float64 {
			c := make([]float64, len(z))
			for g := range z {
				if sums[g] != 0 {
					c[g] = z[g] / sums[g]
				}
			}
			return c
		}
		return q
	}
	return r, nil
}

func newProjection(rows, terms, columns int) sample.Projection {
	return sample.Projection{Terms: terms, Columns: columns, Column: make([]int32, rows*terms),
		Fit: make([]float64, rows*terms), Sum: make([]float64, rows*terms)}
}

// where is a category of a margin that is off.
type where struct {
	margin, category int
	got              float64
}

// misfit returns the largest deviation from a count, as a share of it, and
// where it is.
func misfit(margins []Margin, weight []float64) (float64, where) {
	worst, at := 0.0, where{}
	for k, m := range margins {
		sums := make([]float64, len(m.Counts))
		for i, g := range m.Of {
			if g >= 0 {
				sums[g] += weight[i]
			}
		}
		for g, sum := range sums {
			if m.Counts[g] == 0 {
				continue
			}
			if d := abs(sum-m.Counts[g]) / m.Counts[g]; d > worst {
				worst, at = d, where{k, g, sum}
			}
		}
	}
	return worst, at
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}
