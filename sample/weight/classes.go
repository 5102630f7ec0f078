package weight

import (
	"errors"
	"fmt"

	"stikprove/sample"
	"stikprove/survey"
)

// Classes carries the weights of rows that did not answer over to those that
// did, within each class, by one factor: the class's weight by that of its
// answers. Rows that did not answer get 0.
//
// Linearised variances hold answering for a part of the design: units answer or
// not, whichever sample they are drawn into, so that the factor varies from
// sample to sample and the silent count toward the variance. Source: Shao and
// Steel (1999), JASA 94, 254–265, first component; Särndal, Swensson and
// Wretman (1992), section 15.6.
type Classes struct {
	Variable string   // as problems name it
	Names    []string // of the classes
	Of       []int32  // class of each row, from 0
	Answered []bool   // of each row
}

// Name returns "nonresponse classes by" the variable.
func (c Classes) Name() string { return "nonresponse classes by " + c.Variable }

// SilentClass is the error of a class in which nobody answered, so that its
// weight has nobody to go to.
type SilentClass struct{ Name string }

// Error names the class.
func (e SilentClass) Error() string {
	return fmt.Sprintf("nobody answered in class %s; join it with another", survey.Quote(e.Name))
}

// Adjust returns the weights of those who answered. The error is a [SilentClass]
// where nobody in a class did.
func (c Classes) Adjust(base []float64) (Result, error) {
	if err := check(base); err != nil {
		return Result{}, err
	}
	whole, answered := make([]float64, len(c.Names)), make([]float64, len(c.Names))
	r := Result{Weight: make([]float64, len(base)), Scale: 1}
	for i, w := range base {
		if w == 0 {
			continue
		}
		g := c.Of[i]
		if g < 0 {
			return Result{}, errors.New("rows with weight are in no class")
		}
		whole[g] += w
		if c.Answered[i] {
			answered[g] += w
		} else {
			r.Changed++
		}
	}
	for g, w := range answered {
		if w == 0 && whole[g] != 0 {
			return Result{}, SilentClass{c.Names[g]}
		}
	}
	for i, w := range base {
		if w != 0 && c.Answered[i] {
			r.Weight[i] = w * (whole[c.Of[i]] / answered[c.Of[i]])
		}
	}
	r.project = func() sample.Projection {
		p := newProjection(len(base), 1, len(whole))
		for i, w := range base {
			if w != 0 {
				p.Column[i], p.Fit[i], p.Sum[i] = c.Of[i], r.Weight[i]-w, 1
			}
		}
		p.Solve = func(z []float64) []float64 {
			mean := make([]float64, len(z))
			for g := range z {
				if whole[g] != 0 {
					mean[g] = z[g] / whole[g]
				}
			}
			return mean
		}
		return p
	}
	return r, nil
}
