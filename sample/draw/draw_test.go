package draw

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/plan"
	"stikprove/survey"
)

// offices is a frame of offices with cases: id, office, region, size of the
// office and a number, in the order of perm or of the list where it is nil.
func offices(t testing.TB, columns Columns, perm []int) *Frame {
	t.Helper()
	var ids, homes, regions []string
	var sizes, numbers []float64
	for k, n := range []int{2, 4, 3, 6, 5, 1, 8, 3} {
		for i := range n {
			ids = append(ids, fmt.Sprintf("%c%d", 'A'+k, i+1))
			homes = append(homes, string(rune('A'+k)))
			regions = append(regions, []string{"north", "south"}[k%2])
			sizes = append(sizes, float64(n*10+k))
			numbers = append(numbers, float64((i*7+k*3)%11)+1)
		}
	}
	if perm != nil {
		ids, homes, regions = moved(ids, perm), moved(homes, perm), moved(regions, perm)
		sizes, numbers = moved(sizes, perm), moved(numbers, perm)
	}
	text := func(name string, v []string) *survey.Column {
		return survey.NewText(survey.Variable{Name: name}, v, nil)
	}
	number := func(name string, v []float64) *survey.Column {
		return survey.NewNumber(survey.Variable{Name: name, Kind: survey.KindDecimal}, v, nil)
	}
	ds, err := survey.NewDataset("cases", len(ids), survey.Origin{}, text("id", ids), text("office", homes), text("region", regions),
		number("size", sizes), number("x", numbers))
	require.NoError(t, err)
	f, err := NewFrame(ds, columns)
	require.NoError(t, err)
	return f
}

func moved[T any](values []T, perm []int) []T {
	out := make([]T, len(values))
	for i, k := range perm {
		out[i] = values[k]
	}
	return out
}

// designs are draws of every method and kind from offices.
var designs = map[string]struct {
	columns Columns
	spec    Spec
}{
	"simple":              {Columns{ID: "id"}, Spec{N: 9}},
	"stratified":          {Columns{ID: "id", Strata: []string{"region"}}, Spec{N: 9}},
	"neyman":              {Columns{ID: "id", Strata: []string{"region"}, SDOf: "x"}, Spec{N: 9, Allocation: plan.Neyman, Minimum: 2}},
	"fixed":               {Columns{ID: "id", Strata: []string{"region"}}, Spec{By: map[string]int{"north": 3, "south": 1}}},
	"systematic":          {Columns{ID: "id"}, Spec{Method: Systematic, N: 9}},
	"systematic in order": {Columns{ID: "id", Strata: []string{"region"}, Order: []string{"x", "office"}}, Spec{Method: Systematic, Each: 5}},
	"pps":                 {Columns{ID: "id", Size: "x"}, Spec{Method: PPS, N: 9}},
	"pps in strata":       {Columns{ID: "id", Size: "x", Strata: []string{"region"}}, Spec{Method: PPS, Each: 4}},
	"sampford":            {Columns{ID: "id", Size: "x", Strata: []string{"region"}}, Spec{Method: Sampford, Each: 4}},
	"tillé":               {Columns{ID: "id", Size: "x"}, Spec{Method: Tille, N: 6}},
	"pps, some certain":   {Columns{ID: "id", Size: "x"}, Spec{Method: PPS, N: 25}},
	"sampford, certain":   {Columns{ID: "id", Size: "x"}, Spec{Method: Sampford, N: 25}},
	"tillé, certain":      {Columns{ID: "id", Size: "x"}, Spec{Method: Tille, N: 25}},
	"clusters":            {Columns{ID: "id", PSU: "office"}, Spec{N: 3}},
	"two stages":          {Columns{ID: "id", PSU: "office", Strata: []string{"region"}}, Spec{Each: 2, Take: 2}},
	"clusters by size":    {Columns{ID: "id", PSU: "office"}, Spec{Method: Sampford, N: 3, Take: 2}},
	"clusters by column":  {Columns{ID: "id", PSU: "office", Size: "size"}, Spec{Method: PPS, N: 3, Take: 1}},
	"three from each":     {Columns{ID: "id", PSU: "office"}, Spec{Take: 3}},
	"some of the offices": {Columns{ID: "id", PSU: "office"}, Spec{Take: 3, Of: 20}},
}

// TestEveryUnitIsDrawnInItsShare draws with many seeds: each unit is drawn in
// its inclusion probability of them, within 4.5 binomial standard errors; what
// a draw says of a unit's probability never changes.
func TestEveryUnitIsDrawnInItsShare(t *testing.T) {
	const seeds = 4000
	for name, c := range designs {
		f := offices(t, c.columns, nil)
		counts, p := map[string]float64{}, map[string]float64{}
		for seed := range uint64(seeds) {
			c.spec.Seed = seed
			r, err := Draw(f, c.spec)
			require.NoError(t, err, name)
			for _, u := range r.Drawn {
				counts[u.ID]++
				assert.InEpsilon(t, 1, u.Probability*u.Weight, 1e-12)
				if had, met := p[u.ID]; met {
					assert.InDelta(t, had, u.Probability, 1e-15, name)
				}
				p[u.ID] = u.Probability
			}
		}
		for _, u := range f.units {
			expected := p[u.id]
			if c.spec.Of > 0 {
				expected *= float64(c.spec.Of) / float64(f.PSUs()) // the offices are there already
			}
			if expected < 1-1e-12 {
				near(t, expected, counts[u.id], seeds, "%s: %s", name, u.id)
			} else {
				assert.InDelta(t, seeds, counts[u.id], 0, "%s: %s", name, u.id)
			}
		}
	}
}

// TestEveryPairIsDrawnAlike draws simply with many seeds: each pair of 8 is in
// 3·2/(8·7) of the samples of 3, within 4.5 binomial standard errors.
func TestEveryPairIsDrawnAlike(t *testing.T) {
	const seeds, units, n = 20_000, 8, 3
	ones := make([]float64, units)
	for i := range ones {
		ones[i] = 1
	}
	f := sized(t, ones)
	f.columns.Size = ""
	together := square(units)
	for seed := range uint64(seeds) {
		r, err := Draw(f, Spec{Seed: seed, N: n})
		require.NoError(t, err)
		for _, a := range r.Drawn {
			for _, b := range r.Drawn {
				together[a.Row][b.Row]++
			}
		}
	}
	for i := range together {
		for j := range i {
			near(t, float64(n*(n-1))/(units*(units-1)), together[i][j], seeds, "%d and %d", i, j)
		}
	}
}

// TestProbabilitiesAddToTheSample holds the sum of first-stage probabilities
// to the number drawn, the sum of weights to the frame, in the mean of seeds
// where it varies, and probabilities in proportion to sizes.
func TestProbabilitiesAddToTheSample(t *testing.T) {
	for name, c := range designs {
		f := offices(t, c.columns, nil)
		c.spec.Seed = 5
		r, err := Draw(f, c.spec)
		require.NoError(t, err, name)
		for _, s := range r.Strata {
			assert.InDelta(t, s.N, s.Sum, 1e-12, name)
		}
	}
	for _, name := range []string{"simple", "stratified", "neyman", "fixed", "systematic", "three from each"} {
		r, err := Draw(offices(t, designs[name].columns, nil), designs[name].spec)
		require.NoError(t, err)
		assert.InDelta(t, 32, r.Summary().WeightSum, 1e-9, name)
	}
	f := offices(t, Columns{ID: "id", Size: "x"}, nil)
	r, err := Draw(f, Spec{Method: PPS, N: 9})
	require.NoError(t, err)
	for _, u := range r.Drawn {
		assert.InEpsilon(t, r.Drawn[0].Probability/f.units[r.Drawn[0].Row].size, u.Probability/f.units[u.Row].size, 1e-12)
	}
}

// TestShufflingRowsChangesNothing holds draws that do not go by the frame's
// order: the same units are drawn, in the same order but where all are taken.
func TestShufflingRowsChangesNothing(t *testing.T) {
	perm := rand.New(rand.NewPCG(1, 2)).Perm(32)
	for _, name := range []string{"simple", "stratified", "fixed", "sampford", "clusters", "two stages", "three from each"} {
		c := designs[name]
		c.spec.Seed, c.spec.Replacements = 3, 2
		a, err := Draw(offices(t, c.columns, nil), c.spec)
		require.NoError(t, err)
		b, err := Draw(offices(t, c.columns, perm), c.spec)
		require.NoError(t, err)
		assert.Equal(t, slices.Sorted(slices.Values(a.ids())), slices.Sorted(slices.Values(b.ids())), name)
		if name == "simple" || name == "stratified" || name == "fixed" {
			assert.Equal(t, a.ids(), b.ids(), name)
			assert.Equal(t, replacements(a), replacements(b), name)
		}
	}
}

func replacements(r *Result) []string {
	var ids []string
	for _, p := range r.Replacements {
		ids = append(ids, fmt.Sprint(p.Stratum, p.PSU, p.Order, p.ID))
	}
	return ids
}

// TestALargerSampleHoldsTheSmaller holds simple draws, and that the first
// replacements are the units a larger sample has.
func TestALargerSampleHoldsTheSmaller(t *testing.T) {
	f := offices(t, Columns{ID: "id"}, nil)
	small, err := Draw(f, Spec{Seed: 11, N: 5, Replacements: 4})
	require.NoError(t, err)
	large, err := Draw(f, Spec{Seed: 11, N: 9})
	require.NoError(t, err)
	ids := small.ids()
	for _, p := range small.Replacements {
		ids = append(ids, p.ID)
		assert.Zero(t, p.Weight)
	}
	assert.Equal(t, large.ids(), ids)
}

func TestReplacementsStandInTheirStratumOrPSU(t *testing.T) {
	r, err := Draw(offices(t, Columns{ID: "id", PSU: "office"}, nil), Spec{Seed: 1, Take: 3, Replacements: 2})
	require.NoError(t, err)
	left := map[string]int{}
	for _, p := range r.Replacements {
		left[p.PSU]++
		assert.Equal(t, left[p.PSU], p.Order)
		assert.NotContains(t, r.ids(), p.ID)
	}
	assert.Equal(t, map[string]int{"B": 1, "D": 2, "E": 2, "G": 2}, left)
	took := 0
	for _, c := range r.Changes {
		if c.Kind == TookAll {
			took++
			assert.Contains(t, []string{"A", "F"}, c.PSU)
		}
	}
	assert.Equal(t, 2, took)
	for _, p := range r.Drawn {
		assert.Equal(t, 8, p.FPC)
		assert.InDelta(t, math.Min(1, 3/float64(p.FPC2)), p.Probability, 1e-15)
	}

	clusters, err := Draw(offices(t, Columns{ID: "id", PSU: "office"}, nil), Spec{Seed: 1, N: 3, Replacements: 2})
	require.NoError(t, err)
	orders := map[string]int{}
	for _, p := range clusters.Replacements {
		orders[p.PSU] = p.Order
	}
	assert.Len(t, orders, 2, "whole offices replace offices")
}

// TestCountsStandForUnits draws numbers on lists that are held elsewhere.
func TestCountsStandForUnits(t *testing.T) {
	ds, err := survey.NewDataset("offices", 3, survey.Origin{},
		survey.NewText(survey.Variable{Name: "office"}, []string{"Aarhus", "Ærø", "Odense"}, nil),
		survey.NewNumber(survey.Variable{Name: "cases", Kind: survey.KindInteger}, []float64{150, 2, 40}, nil))
	require.NoError(t, err)
	f, err := NewFrame(ds, Columns{ID: "office", PSU: "office", Count: "cases"})
	require.NoError(t, err)
	assert.Equal(t, 192, f.Units())
	r, err := Draw(f, Spec{Seed: 2015, Take: 3})
	require.NoError(t, err)
	require.Len(t, r.Drawn, 8)
	for _, p := range r.Drawn {
		assert.Equal(t, fmt.Sprintf("%s %d", p.PSU, p.Number), p.ID)
	}
	assert.InDelta(t, 50, r.Drawn[0].Weight, 1e-12)
}

// TestGenerator holds the numbers to those that sha256sum gives.
func TestGenerator(t *testing.T) {
	// printf 'stikprove-draw-1\n7\nunit\nAarhus' | sha256sum
	d := Generator{Seed: 7}.Digest(OfUnit, "Aarhus")
	assert.Equal(t, wantDigest, fmt.Sprintf("%x", d))
	u := Generator{Seed: 7}.Uniform(OfUnit, "Aarhus")
	assert.InDelta(t, wantUniform, u, 0)
	sum, square := 0.0, 0.0
	const n = 100_000
	for i := range n {
		v := Generator{Seed: 1}.Uniform(OfStep, fmt.Sprint(i), "")
		sum += v
		square += v * v
	}
	assert.InDelta(t, 0.5, sum/n, 4.5*math.Sqrt(1.0/12/n))
	assert.InDelta(t, 1.0/3, square/n, 4.5*math.Sqrt(4.0/45/n))
}

const (
	wantDigest  = "9c09d3753f6e8f97669c4c6abf10295bf70313bad494131eccc62a483ee31852"
	wantUniform = 0.6095249329804863 // Python
)
