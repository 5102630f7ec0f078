package sample

import (
	"errors"
	"math"
	"strings"
)

// given reads the replicate weights of a file: the columns whose names begin
// with Columns. Each row's is a factor of its weight, and all rows of a PSU have
// the same.
func (b *binder) given(s *Sample) {
	d := b.design.Replicates
	var names []string
	for _, c := range b.ds.Columns() {
		if strings.HasPrefix(c.Name, d.Columns) && c.Name != b.design.Weights {
			names = append(names, c.Name)
		}
	}
	if len(names) < 2 {
		b.stated("replicates: %d variables have names that begin with %q, want the replicate weights, at least two", len(names), d.Columns)
		return
	}
	for _, name := range names {
		numbers, ok := Numbers(b.ds.Column(name))
		if !ok {
			b.stated("replicates: variable %q is %s; want a replicate weight", name, b.ds.Column(name).Kind)
			return
		}
		factor := make([]float64, s.PSUs)
		for k := range factor {
			factor[k] = math.NaN()
		}
		for i, k := range s.PSU {
			w := numbers[i]
			f := 0.0
			switch {
			case math.IsNaN(w) || w < 0 || w > maxWeight:
				b.found(i, name, "want a replicate weight of at least 0")
				return
			case s.Weight[i] == 0 && w > 0:
				b.found(i, name, "got %s, and the row's weight is 0", plain(w))
				return
			case s.Weight[i] == 0:
				continue
			default:
				f = w / s.Weight[i]
			}
			switch had := factor[k]; {
			case math.IsNaN(had):
				factor[k] = f
			case math.Abs(f-had) > 1e-6*max(f, had):
				b.found(i, name, "it is %s times the weight, and %s times in the same first-stage unit before; leave psu out, or make it the unit that the replicates are of",
					plain(f), plain(had))
				return
			}
		}
		for k, f := range factor { // rows of weight 0 only
			if math.IsNaN(f) {
				factor[k] = 0
			}
		}
		s.given = append(s.given, factor)
	}
}

// taken makes replicates of given weights.
func (r *Replicates) taken() error {
	n := len(r.s.given)
	if n < 2 {
		return errors.New("the file has no replicate weights")
	}
	r.Factor, r.RScales = r.s.given, ones(n, 1)
	if r.Scale = r.s.Design.Replicates.Scale; r.Scale == 0 {
		r.Scale = 1 / float64(n-1)
	}
	return nil
}

// mostRanked is how many PSUs are looked at for each replicate to find the rank.
const mostRanked = 20

// givenRank returns the rank of the factors of the PSUs that in marks, by
// orthogonalising one PSU's after the other until there are as many as
// replicates.
func (r *Replicates) givenRank(in []bool) int {
	n := len(r.Factor)
	var basis [][]float64
	looked := 0
	for k, inside := range in {
		if !inside || len(basis) == n || looked == mostRanked*n {
			continue
		}
		looked++
		v := make([]float64, n)
		size := 0.0
		for i := range v {
			v[i] = r.Factor[i][k]
			size += v[i] * v[i]
		}
		for range 2 { // twice is enough (Kahan; Parlett 1980)
			for _, e := range basis {
				dot := 0.0
				for i := range v {
					dot += e[i] * v[i]
				}
				for i := range v {
					v[i] -= dot * e[i]
				}
			}
		}
		left := 0.0
		for _, x := range v {
			left += x * x
		}
		if left <= 1e-10*size { // R's qr has 1e-5 of the length
			continue
		}
		for i := range v {
			v[i] /= math.Sqrt(left)
		}
		basis = append(basis, v)
	}
	return len(basis)
}
