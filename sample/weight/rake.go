package weight

import (
	"fmt"

	"stikprove/sample"
	"stikprove/survey"
)

// Rake post-stratifies to each margin in turn until all of them are met.
// Iteration stops where no category is further than Tolerance from its count,
// as a share of it. Source: Deming and Stephan (1940), Annals of Mathematical
// Statistics 11, 427–444. Same as rake in R survey; R's own criterion is
// looser.
type Rake struct {
	Margins    []Margin
	Iterations int     // most rounds over the margins; 1000 where 0
	Tolerance  float64 // 1e-11 where 0
}

// Name returns "raking".
func (Rake) Name() string { return "raking" }

// Adjust returns the raked weights. Where they do not converge the error names
// the category that is furthest from its count.
func (k Rake) Adjust(base []float64) (Result, error) {
	if err := check(base); err != nil {
		return Result{}, err
	}
	if len(k.Margins) == 0 {
		return Result{}, errNothing
	}
	if err := agree(k.Margins); err != nil {
		return Result{}, err
	}
	for _, m := range k.Margins {
		if _, err := m.sums(base); err != nil {
			return Result{}, err
		}
	}
	r := Result{Weight: append([]float64(nil), base...), Scale: 1, Tolerance: tolerance(k.Tolerance)}
	most := iterations(k.Iterations, 1000)
	var at where
	for r.Iterations < most {
		r.Iterations++
		for _, m := range k.Margins {
			k.step(m, r.Weight)
		}
		if r.Misfit, at = misfit(k.Margins, r.Weight); r.Misfit <= r.Tolerance {
			break
		}
	}
	if r.Misfit > r.Tolerance {
		return Result{}, k.stuck(r, at)
	}
	r.project = func() sample.Projection { return k.projection(r.Weight) }
	return r, nil
}

// stuck says what cannot be met.
func (k Rake) stuck(r Result, at where) error {
	m := k.Margins[at.margin]
	hint := "want more iterations, or categories joined"
	if r.Misfit > 1e-4 {
		hint = "no weights meet it together with the other margins, for want of respondents where they cross; join categories"
	}
	return fmt.Errorf("no convergence in %d iterations: %s category %s comes to %s where the margin says %s; %s",
		r.Iterations, m.Variable, survey.Quote(m.Categories[at.category]), plain(at.got), plain(m.Counts[at.category]), hint)
}

// step post-stratifies weights to m in place.
func (Rake) step(m Margin, weight []float64) {
	sums := make([]float64, len(m.Counts))
	for i, g := range m.Of {
		if g >= 0 {
			sums[g] += weight[i]
		}
	}
	for g, sum := range sums {
		if sum != 0 {
			sums[g] = m.Counts[g] / sum
		}
	}
	for i, g := range m.Of {
		if g >= 0 {
			weight[i] *= sums[g]
		}
	}
}

// sweeps is how often R survey takes the margins' means out of influence values.
const sweeps = 10

// projection takes the unweighted means by each margin in turn out of z/w, ten
// times over, as svyrecvar in R survey does for raked designs.
func (k Rake) projection(weight []float64) sample.Projection {
	terms, columns := len(k.Margins), 0
	begin := make([]int, terms)
	for m := range k.Margins {
		begin[m] = columns
		columns += len(k.Margins[m].Counts)
	}
	p := newProjection(len(weight), terms, columns)
	common := make([]float64, columns*columns) // rows in two categories
	for i, w := range weight {
		if w == 0 {
			continue
		}
		for m := range k.Margins {
			t := i*terms + m
			p.Column[t], p.Fit[t], p.Sum[t] = int32(begin[m])+k.Margins[m].Of[i], w, 1/w
		}
		for _, a := range p.Column[i*terms : (i+1)*terms] {
			for _, b := range p.Column[i*terms : (i+1)*terms] {
				common[int(a)*columns+int(b)]++
			}
		}
	}
	p.Solve = func(z []float64) []float64 {
		c := make([]float64, columns)
		for range sweeps {
			for a := range columns { // margin after margin
				n := common[a*columns+a]
				if n == 0 {
					continue
				}
				rest := z[a]
				for b := range columns {
					rest -= common[a*columns+b] * c[b]
				}
				c[a] += rest / n
			}
		}
		return c
	}
	return p
}

func tolerance(t float64) float64 {
	if t > 0 {
		return t
	}
	return 1e-11
}

func iterations(n, ordinary int) int {
	if n > 0 {
		return n
	}
	return ordinary
}
