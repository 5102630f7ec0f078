package weight_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/estimate"
	"stikprove/sample/weight"
)

// problem is weights, two margins and a number drawn from seed. The margins and
// the total come from weights that exist, each within half and one and a half
// times the base.
type problem struct {
	base []float64
	a, b weight.Margin
	x    weight.Total
}

func newProblem(seed uint64) problem {
	rng := rand.New(rand.NewPCG(seed, 5))
	n := 60 + rng.IntN(200)
	p := problem{base: make([]float64, n), x: weight.Total{Variable: "x", X: make([]float64, n)}}
	p.a = weight.Margin{Variable: "a", Categories: []string{"1", "2", "3"}, Counts: make([]float64, 3), Of: make([]int32, n)}
	p.b = weight.Margin{Variable: "b", Categories: []string{"p", "q"}, Counts: make([]float64, 2), Of: make([]int32, n)}
	for i := range n {
		p.base[i] = 1 + 9*rng.Float64()
		p.a.Of[i], p.b.Of[i] = int32(rng.IntN(3)), int32(rng.IntN(2))
		p.x.X[i] = 10 + rng.NormFloat64()
		w := p.base[i] * (.85 + .3*rng.Float64())
		p.a.Counts[p.a.Of[i]] += w
		p.b.Counts[p.b.Of[i]] += w
		p.x.Total += w * p.x.X[i]
	}
	return p
}

func (p problem) margins() []weight.Margin { return []weight.Margin{p.a, p.b} }

// adjustments are all ways to meet the margins, with the bounds they keep.
func (p problem) adjustments() map[string]weight.Adjustment {
	totals := []weight.Total{p.x}
	return map[string]weight.Adjustment{
		"rake":           weight.Rake{Margins: p.margins()},
		"raking":         weight.Calibrate{Margins: p.margins(), Totals: totals, Metric: weight.Exponential},
		"linear":         weight.Calibrate{Margins: p.margins(), Totals: totals},
		"logit":          weight.Calibrate{Margins: p.margins(), Totals: totals, Metric: weight.Logit, Low: .5, High: 1.6},
		"bounded linear": weight.Calibrate{Margins: p.margins(), Totals: totals, Low: .7, High: 1.4},
		"bounded raking": weight.Calibrate{Margins: p.margins(), Totals: totals, Metric: weight.Exponential, Low: .7, High: 1.4},
	}
}

func TestMarginsAreMetWithinBounds(t *testing.T) {
	bounds := map[string][2]float64{"logit": {.5, 1.6}, "bounded linear": {.7, 1.4}, "bounded raking": {.7, 1.4},
		"rake": {0, math.Inf(1)}, "raking": {0, math.Inf(1)}, "linear": {math.Inf(-1), math.Inf(1)}}
	for seed := range uint64(40) {
		p := newProblem(seed)
		for name, a := range p.adjustments() {
			r, err := a.Adjust(p.base)
			require.NoError(t, err, "%s %d", name, seed)
			for _, m := range p.margins() {
				got := make([]float64, len(m.Counts))
				for i, w := range r.Weight {
					got[m.Of[i]] += w
				}
				for g := range got {
					assert.InEpsilon(t, m.Counts[g], got[g], 1e-9, "%s %d %s", name, seed, m.Variable)
				}
			}
			if name != "rake" {
				sum := 0.0
				for i, w := range r.Weight {
					sum += w * p.x.X[i]
				}
				assert.InEpsilon(t, p.x.Total, sum, 1e-9, "%s %d", name, seed)
			}
			for i, w := range r.Weight {
				g := w / p.base[i]
				assert.Greater(t, g, bounds[name][0]-1e-12)
				assert.Less(t, g, bounds[name][1]+1e-12)
			}
		}
	}
}

// Calibrated weights do not depend on the scale of the base (where bounds do
// not), nor on the order of rows.
func TestScaleAndOrder(t *testing.T) {
	for seed := range uint64(20) {
		p := newProblem(seed)
		rng := rand.New(rand.NewPCG(seed, 9))
		order := rng.Perm(len(p.base))
		q := newProblem(seed)
		for to, from := range order {
			q.base[to] = p.base[from]
			q.a.Of[to], q.b.Of[to], q.x.X[to] = p.a.Of[from], p.b.Of[from], p.x.X[from]
		}
		shuffled := q.adjustments()
		for name, a := range p.adjustments() {
			r, err := a.Adjust(p.base)
			require.NoError(t, err)
			again, err := shuffled[name].Adjust(q.base)
			require.NoError(t, err)
			for to, from := range order {
				assert.InEpsilon(t, r.Weight[from], again.Weight[to], 1e-9, name)
			}
			if name != "rake" && name != "raking" && name != "linear" {
				continue
			}
			base := make([]float64, len(p.base))
			for i, w := range p.base {
				base[i] = 7 * w
			}
			scaled, err := a.Adjust(base)
			require.NoError(t, err)
			for i := range base {
				assert.InEpsilon(t, r.Weight[i], scaled.Weight[i], 1e-9, name)
			}
		}
	}
}

// Raking by iteration and calibration by the exponential metric are the same.
func TestRakingTwice(t *testing.T) {
	for seed := range uint64(20) {
		p := newProblem(seed)
		a, err := weight.Rake{Margins: p.margins()}.Adjust(p.base)
		require.NoError(t, err)
		b, err := weight.Calibrate{Margins: p.margins(), Metric: weight.Exponential}.Adjust(p.base)
		require.NoError(t, err)
		assert.InDeltaSlice(t, a.Weight, b.Weight, 1e-9)
	}
}

// One margin is met the same way by every method.
func TestOneMarginIsPostStratification(t *testing.T) {
	p := newProblem(3)
	one := []weight.Margin{p.a}
	want, err := weight.PostStratify{Margin: p.a}.Adjust(p.base)
	require.NoError(t, err)
	for _, a := range []weight.Adjustment{weight.Rake{Margins: one}, weight.Calibrate{Margins: one},
		weight.Calibrate{Margins: one, Metric: weight.Exponential}, weight.Calibrate{Margins: one, Metric: weight.Logit, Low: .2, High: 4}} {
		got, err := a.Adjust(p.base)
		require.NoError(t, err)
		assert.InDeltaSlice(t, want.Weight, got.Weight, 1e-9)
	}
}

// Raking starts from the design weight: where margins tell nothing new it is
// returned. A program that starts from 1 gives other weights (statistics.md §3).
func TestTrapRakingMultipliesTheDesignWeight(t *testing.T) {
	p := newProblem(4)
	for _, m := range p.margins() {
		clear(m.Counts)
		for i, g := range m.Of {
			m.Counts[g] += p.base[i]
		}
	}
	r, err := weight.Rake{Margins: p.margins()}.Adjust(p.base)
	require.NoError(t, err)
	assert.InDeltaSlice(t, p.base, r.Weight, 1e-12)
	assert.Equal(t, 1, r.Iterations)
}

// Rows of weight 0 keep it and change nothing.
func TestRowsWithoutWeight(t *testing.T) {
	p := newProblem(6)
	q := newProblem(6)
	q.base = append(q.base, 0)
	q.a.Of, q.b.Of, q.x.X = append(q.a.Of, -1), append(q.b.Of, -1), append(q.x.X, math.NaN())
	more := q.adjustments()
	for name, a := range p.adjustments() {
		r, err := a.Adjust(p.base)
		require.NoError(t, err)
		again, err := more[name].Adjust(q.base)
		require.NoError(t, err)
		assert.Equal(t, append(r.Weight, 0), again.Weight, name)
	}
}

func TestTrimKeepsTheSum(t *testing.T) {
	for seed := range uint64(30) {
		p := newProblem(seed)
		before := weight.Summarise(p.base, nil)
		r, err := weight.Trim{Low: 2, High: 8}.Adjust(p.base)
		require.NoError(t, err)
		after := weight.Summarise(r.Weight, p.base)
		assert.InEpsilon(t, before.Sum, after.Sum, 1e-12)
		assert.GreaterOrEqual(t, after.Least, 2-1e-9)
		assert.LessOrEqual(t, after.Most, 8+1e-9)
		assert.Less(t, after.Deff, before.Deff)
	}
}

// Kish's design effect of weights 1, 2, 3 is 3·14/36.
func TestKish(t *testing.T) {
	s := weight.Summarise([]float64{1, 2, 3, 0}, nil)
	assert.Equal(t, 3, s.Rows)
	assert.InDelta(t, 42.0/36, s.Deff, 1e-15)
	assert.InDelta(t, 3/(42.0/36), s.Effective, 1e-12)
	assert.Equal(t, [2]float64{1, 3}, [2]float64{s.Least, s.Most})
}

// The variance of totals that are calibrated to is 0, linearised and on
// replicates.
func TestKnownTotalsHaveNoVariance(t *testing.T) {
	ds := dataset(t, "data/apiclus1.csv")
	for _, replicates := range []string{"", "jk1"} {
		s := bind(t, ds, line{"psu": "dnum", "weights": "pw", "replicates": replicates})
		x := numbers(ds, "api99")
		adjusted, _, err := weight.Apply(s, weight.Calibrate{Totals: []weight.Total{{Variable: "api99", X: x, Total: 3914069}}, Units: 6194})
		require.NoError(t, err)
		e := estimate.Total(adjusted, x)
		assert.InEpsilon(t, 3914069, e.Value, 1e-10)
		assert.Less(t, e.SE, 1e-4)
		if replicates == "" {
			assert.Zero(t, e.SE)
		}
		assert.Greater(t, estimate.Total(s, x).SE, 1e5)
	}
}

// Linearised variances of nonresponse classes agree with the jackknife, which
// adjusts each replicate. With many PSUs both estimate the same.
func TestClassesLinearisedAndJackknifed(t *testing.T) {
	ds := dataset(t, "data/apistrat.csv")
	c := weight.Classes{Variable: "stype", Names: []string{"E", "H", "M"}, Of: make([]int32, ds.Rows()), Answered: make([]bool, ds.Rows())}
	rng := rand.New(rand.NewPCG(11, 1))
	for i := range c.Of {
		c.Of[i] = map[string]int32{"E": 0, "H": 1, "M": 2}[ds.Column("stype").Text(i)]
		c.Answered[i] = rng.Float64() < .6
	}
	var se [2]float64
	for k, replicates := range []string{"", "jk1"} {
		s := bind(t, ds, line{"weights": "pw", "replicates": replicates})
		adjusted, _, err := weight.Apply(s, c)
		require.NoError(t, err)
		assert.InEpsilon(t, weight.Summarise(s.Weight, nil).Sum, weight.Summarise(adjusted.Weight, nil).Sum, 1e-12)
		se[k] = estimate.Mean(adjusted, numbers(ds, "meals")).SE
	}
	assert.InEpsilon(t, se[1], se[0], 0.02)
	// Without the projection the silent would not count.
	s := bind(t, ds, line{"weights": "pw"})
	r, err := c.Adjust(s.Weight)
	require.NoError(t, err)
	assert.NotEqual(t, se[0], estimate.Mean(s.Reweighted(r.Weight), numbers(ds, "meals")).SE)
}
