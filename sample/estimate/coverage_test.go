package estimate_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/estimate"
	"stikprove/survey"
)

// population is agreements in 94 jobcentres, of which about 15,000, and whether
// each has the condition: statistics.md §5 with numbers made up.
type population struct {
	cases [][]float64 // by jobcentre
	truth float64     // share of all agreements
}

// newPopulation makes sizes that vary by cv and shares that go with size by
// slope (on the logit scale, per standard deviation of log size) and vary
// beside it by spread.
func newPopulation(seed uint64, cv, slope, spread float64) population {
	rng := rand.New(rand.NewPCG(seed, 5))
	const offices, agreements = 94, 15000
	sigma := math.Sqrt(math.Log(1 + cv*cv))
	size, z := make([]float64, offices), make([]float64, offices)
	sum := 0.0
	for j := range size {
		z[j] = rng.NormFloat64()
		size[j] = math.Exp(sigma * z[j])
		sum += size[j]
	}
	p := population{cases: make([][]float64, offices)}
	hits, all := 0.0, 0.0
	for j := range size {
		share := 1 / (1 + math.Exp(-(math.Log(.39/.61) + slope*z[j] + spread*rng.NormFloat64())))
		p.cases[j] = make([]float64, max(4, int(math.Round(size[j]/sum*agreements))))
		for i := range p.cases[j] {
			if rng.Float64() < share {
				p.cases[j][i] = 1
				hits++
			}
			all++
		}
	}
	p.truth = hits / all
	return p
}

// draw takes 3 cases from each of 65 jobcentres.
func (p population) draw(t *testing.T, rng *rand.Rand) *survey.Dataset {
	t.Helper()
	const m = 65
	var office, weight, n1, n2, hit []float64
	for _, j := range rng.Perm(len(p.cases))[:m] {
		n := len(p.cases[j])
		for _, i := range rng.Perm(n)[:3] {
			office = append(office, float64(j))
			n1 = append(n1, float64(len(p.cases)))
			n2 = append(n2, float64(n))
			weight = append(weight, float64(len(p.cases))/m*float64(n)/3)
			hit = append(hit, p.cases[j][i])
		}
	}
	column := func(name string, values []float64, kind survey.Kind) *survey.Column {
		return survey.NewNumber(survey.Variable{Name: name, Kind: kind}, values, nil)
	}
	ds, err := survey.NewDataset("cases", len(office), survey.Origin{},
		column("office", office, survey.KindInteger), column("weight", weight, survey.KindDecimal), column("n1", n1, survey.KindInteger),
		column("n2", n2, survey.KindInteger), column("hit", hit, survey.KindInteger))
	require.NoError(t, err)
	return ds
}

// coverage is how often intervals held the truth, by design.
type coverage struct{ equal, first, both, replaced, mean, effective float64 }

// cover draws a population's samples and makes the intervals that statistics.md
// §5 compares.
func (p population) cover(t *testing.T, draws int) coverage {
	t.Helper()
	rng := rand.New(rand.NewPCG(17, 5))
	var c coverage
	for range draws {
		ds := p.draw(t, rng)
		of := func(d sample.Design) (e estimate.Estimate, hit float64) {
			d.Name, d.PSU = "cases", "office"
			s, err := sample.Bind(ds, d)
			require.NoError(t, err)
			e = estimate.Mean(s, values(s, "hit")).T(0.95)
			if e.Low <= p.truth && p.truth <= e.High {
				hit = 1 / float64(draws)
			}
			return e, hit
		}
		e, hit := of(sample.Design{})
		c.equal += hit
		c.mean += e.Value / float64(draws)
		_, hit = of(sample.Design{FPC: "n1", Weights: "weight"})
		c.first += hit
		e, hit = of(sample.Design{FPC: "n1", SecondFPC: "n2"}) // weights follow
		c.both += hit
		c.effective += e.Value * (1 - e.Value) / (e.SE * e.SE) / float64(draws)
		_, hit = of(sample.Design{Weights: "weight"})
		c.replaced += hit
	}
	return c
}

// TestIntervalsCoverOnTheStudysDesign is the simulation of statistics.md §8.3,
// with the pattern of the table in §5: three cases from each of 65 jobcentres.
func TestIntervalsCoverOnTheStudysDesign(t *testing.T) {
	if testing.Short() {
		t.Skip("a simulation")
	}
	for _, c := range []struct{ cv, slope, spread float64 }{{0, 0, .3}, {.6, -.15, .4}, {.97, 0, .4}, {.97, -.3, .4}, {1.4, -.35, .5}} {
		p := newPopulation(94, c.cv, c.slope, c.spread)
		got := p.cover(t, 600)
		t.Logf("cv %.2f slope %.2f: truth %.3f, equal weights %.3f cover %.1f %%; stage-1 FPC only %.1f, two stages %.1f, with replacement %.1f %%; n_eff %.0f of 195",
			c.cv, c.slope, p.truth, got.mean, 100*got.equal, 100*got.first, 100*got.both, 100*got.replaced, got.effective)
		assert.InDelta(t, .95, got.both, .02, "two stages")
		assert.Greater(t, got.replaced, .93, "with replacement")
		assert.Less(t, got.first, .87, "an FPC at the first stage alone is too sure")
		if c.slope <= -.3 {
			assert.Less(t, got.equal, .88, "equal weights miss where practice goes with size")
		}
		if c.cv > .9 {
			assert.Less(t, got.effective, 130.0, "unequal sizes cost cases")
		}
	}
}
