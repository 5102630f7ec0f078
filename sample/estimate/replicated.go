package estimate

import (
	"math"
	"runtime"
	"sync"

	"stikprove/sample"
)

// replicated returns the variance of the statistic from replicate weights, NaN
// where it has none, and sets the degrees of freedom of e, whose values are
// those of the full sample.
func (t *statistic) replicated(e []Estimate, all *gathered) []float64 {
	r, err := t.s.Replicates()
	if err != nil {
		for g := range e {
			if e[g].Why == NoReason {
				e[g].Why = NoReplicates
			}
		}
		return nans(t.k)
	}
	values := make([][]float64, len(r.Factor)) // [replicate][domain]
	of := t.onReplicate(r, all)
	parallel(len(values), func(i int, scratch *[]float64) {
		values[i] = of(i, scratch)
	})
	in := make([][]bool, t.k)
	for g := range in {
		in[g] = make([]bool, t.s.PSUs)
	}
	for row, g := range t.of {
		if g >= 0 {
			in[g][t.s.PSU[row]] = true
		}
	}
	variance := make([]float64, t.k)
	for g := range e {
		e[g].DF = r.DF(in[g])
		full := e[g].Value
		if c := all.domains[g]; t.origin != nil {
			full = t.value(g, c.a, c.b, c.square)
		}
		if variance[g] = spreadOf(r, values, g, full); math.IsNaN(variance[g]) && e[g].Why == NoReason {
			e[g].Why = NoneReplicated
		}
	}
	return variance
}

// spreadOf is the variance of the g-th number of each replicate. Replicates on
// which it does not exist are left out, as R survey does.
func spreadOf(r *sample.Replicates, values [][]float64, g int, full float64) float64 {
	centre := full
	if !r.MSE {
		sum, n := 0.0, 0
		for i := range values {
			if v := values[i][g]; !math.IsNaN(v) && r.RScales[i] > 0 {
				sum += v
				n++
			}
		}
		centre = sum / float64(n)
	}
	total, n := 0.0, 0
	for i := range values {
		if v := values[i][g]; !math.IsNaN(v) {
			total += r.RScales[i] * (v - centre) * (v - centre)
			n++
		}
	}
	if n == 0 {
		return math.NaN()
	}
	return r.Scale * total
}

// onReplicate returns what makes the values of the statistic on replicate i.
// Where weights are not adjusted, the parts by unit do for all replicates.
func (t *statistic) onReplicate(r *sample.Replicates, all *gathered) func(i int, scratch *[]float64) []float64 {
	finish := func(total []float64) []float64 {
		v := make([]float64, t.k)
		for g := range v {
			v[g] = t.value(g, total[3*g], total[3*g+1], total[3*g+2])
			if math.IsInf(v[g], 0) {
				v[g] = math.NaN()
			}
		}
		return v
	}
	if r.Adjusted() {
		return func(i int, scratch *[]float64) []float64 {
			weight, err := r.Weight(i, *scratch)
			if err != nil {
				return nans(t.k)
			}
			*scratch = weight
			total := make([]float64, 3*t.k)
			for row, g := range t.of {
				if g >= 0 {
					t.add(total[3*g:3*g+3], row, weight[row])
				}
			}
			return finish(total)
		}
	}
	return func(i int, _ *[]float64) []float64 {
		total := make([]float64, 3*t.k)
		factor := r.Factor[i]
		for j := range all.parts {
			p := &all.parts[j]
			f := factor[p.psu]
			if f == 0 {
				continue
			}
			into := total[3*p.domain : 3*p.domain+3]
			into[0] += f * p.a
			into[1] += f * p.b
			into[2] += f * p.square
		}
		return finish(total)
	}
}

// add adds a row of weight w to the sums of its domain.
func (t *statistic) add(into []float64, row int, w float64) {
	a := t.a[row]
	into[0] += w * a
	if t.b == nil {
		into[1] += w
	} else {
		into[1] += w * t.b[row]
	}
	if t.square {
		into[2] += w * a * a
	}
}

// parallel calls f for 0 to n−1, some at a time, each worker with a scratch
// slice of its own. What f makes must not depend on the order.
func parallel(n int, f func(i int, scratch *[]float64)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			var scratch []float64
			for i := w; i < n; i += workers {
				f(i, &scratch)
			}
		})
	}
	group.Wait()
}
