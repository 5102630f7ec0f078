package crosstab

import (
	"math"
	"slices"

	"stikprove/sample"
	"stikprove/sample/association"
	"stikprove/survey"
)

// NoTest is the Spec.Test that asks for none.
const NoTest = "none"

// Methods are the tests that Spec.Test may name beside [NoTest]; with none of
// them named one is chosen.
var Methods = []association.Method{
	association.RaoScottF, association.RaoScottChi, association.RaoScottExact, association.RaoScottNull, association.Wald,
	association.WaldAdjusted, association.Pearson, association.Fisher, association.MonteCarlo,
	association.Trend, association.RankTest, association.Spearman, association.Kendall, association.Gamma,
}

// Choice says why a table has the test it has.
type Choice string

// The choices.
const (
	Asked        Choice = "asked"        // the spec names it
	ByDesign     Choice = "design"       // rows were not drawn each by itself with equal weights
	ByCounts     Choice = "counts"       // a simple random sample with large enough expected counts
	Sparse       Choice = "sparse"       // a simple random sample with an expected count below 5
	SparseLarge  Choice = "sparse_large" // the same, with too many tables to go through
	ForBenchmark Choice = "benchmark"    // the table has a known distribution beside it
	ForMean      Choice = "mean"         // the table is of means
)

// Test is what a test of the table gave.
type Test struct {
	association.Result
	Row    string // id of the row it is of, where each row has its own; empty for the whole table
	Tests  int    // rows tested, where each has its own: P is raised by Holm's rule for so many
	Choice Choice
	Census bool // every unit was asked: P is of chance in a population that the units might be drawn from
	// Of a fit: units whose option has no known share and that do not count,
	// and what the known shares sum to before they are scaled to 1.
	Outside    int
	KnownSum   float64
	Linearised bool // the design has replicate weights, which the test does not use
	// Of a banner, the row and the column variable that it is of; nil of another
	// table.
	Of []Section
	// Rounded says that cells are hidden: P is a bound, 0.01, 0.05 or 1, and the
	// other numbers are gone, since the counts could be solved from them.
	Rounded bool
}

// Draws is how many tables a Monte Carlo test draws.
const Draws = 9999

// test adds the one test of the table, chosen so, unless the spec names one:
//
//   - of a census, of several answers, of a battery and of totals none;
//   - of means, Wald's F that they are equal;
//   - beside a known distribution and without columns, the fit to it:
//     [association.FitDesign], or [association.FitPearson] of a simple random
//     sample;
//   - under any design but a simple random sample with equal weights, Rao and
//     Scott's second-order F;
//   - of a simple random sample Pearson's test where every expected count is at
//     least 5, else Fisher's or, where that would take too long, Monte Carlo.
//
// The choice never looks at a p.
func (b *builder) test() {
	spec, t := b.spec, b.table
	asked := association.Method(spec.Test)
	if spec.Test == NoTest || b.number != nil || len(b.items) > 0 || len(t.Rows) == 0 {
		return
	}
	design := b.s.Design
	if design.Census && asked == "" {
		return
	}
	simple := b.simple()
	add := func(r Test) {
		r.Census = design.Census
		r.Linearised = design.Replicates.Method != sample.NoReplicates && designed(r.Method)
		t.Tests = append(t.Tests, r)
	}
	switch {
	case b.mean != nil:
		if b.columns.variable != nil {
			add(Test{Result: association.Means(b.s, b.meanValues(), b.columnCodes(), len(b.columns.groups)), Choice: ForMean})
		}
	case b.columns.variable == nil:
		if spec.Benchmark != nil && asked == "" && !b.rows.several() {
			add(b.fit(simple))
		}
	case b.rows.several(): // t.Several is not set where shares are of answers
		if asked != "" {
			b.rowTests(asked, add)
		}
	case asked != "":
		add(Test{Result: b.tested(asked), Choice: Asked})
	case !simple:
		add(Test{Result: b.cross().RaoScott(association.RaoScottF), Choice: ByDesign})
	default:
		c := b.cross()
		r := Test{Result: c.PearsonTest(), Choice: ByCounts}
		if r.Small > 0 {
			r = Test{Result: c.FisherTest(association.FisherByRule), Choice: Sparse}
			if r.Why == association.TooLarge {
				r = Test{Result: c.MonteCarloTest(Draws, b.seed()), Choice: SparseLarge}
			}
		}
		add(r)
	}
}

// designed reports whether a method takes its variance from the design.
func designed(m association.Method) bool {
	return !slices.Contains([]association.Method{association.Pearson, association.Fisher, association.MonteCarlo, association.FitPearson,
		association.Spearman, association.Kendall, association.Gamma}, m)
}

// seed returns the seed of the draws, 1 where the spec has none.
func (b *builder) seed() uint64 { return max(b.spec.Seed, 1) }

// simple reports whether rows were drawn each by itself, from one stratum of an
// unknown size, with equal weights.
func (b *builder) simple() bool {
	d := b.s.Design
	if d.PSU != "" || d.Strata != "" || d.FPC != "" || d.Replicates.Method != sample.NoReplicates {
		return false
	}
	first := 0.0
	for _, w := range b.s.Weight {
		if w > 0 && first == 0 {
			first = w
		}
		if w > 0 && math.Abs(w-first) > 1e-12*first {
			return false
		}
	}
	return true
}

// tested returns what a named method gives of the whole table.
func (b *builder) tested(m association.Method) association.Result {
	switch m {
	case association.Trend:
		return association.TrendTest(b.s, b.order(&b.rows), b.order(&b.columns))
	case association.Spearman, association.Kendall, association.Gamma:
		return association.Ranked(b.s, b.order(&b.rows), b.order(&b.columns), m)
	case association.RankTest:
		return association.Ranks(b.s, b.order(&b.rows), b.columnCodes(), len(b.columns.groups))
	}
	return of(b.cross(), m, b.seed())
}

// of returns what a test of counts gives.
func of(c *association.Cross, m association.Method, seed uint64) association.Result {
	switch m {
	case association.Wald, association.WaldAdjusted:
		return c.WaldTest(m)
	case association.Pearson:
		return c.PearsonTest()
	case association.Fisher:
		return c.FisherTest(association.FisherAsked)
	case association.MonteCarlo:
		return c.MonteCarloTest(Draws, seed)
	default:
		return c.RaoScott(m)
	}
}

// rowTests adds a test for each answer of several: that it is as common in
// every column.
func (b *builder) rowTests(m association.Method, add func(Test)) {
	columns := b.columnCodes()
	var tests []Test
	var p []float64
	for g, row := range b.rows.groups {
		codes := make([]int32, b.s.Rows())
		var in []int
		for i := range codes {
			codes[i] = -1
			if !b.in[i] {
				continue
			}
			codes[i] = 1
			if in = b.rows.in(i, in[:0]); slices.Contains(in, g) {
				codes[i] = 0
			}
		}
		r := Test{Row: row.id, Choice: Asked, Result: of(association.NewCross(b.s, codes, columns, 2, len(b.columns.groups)), m, b.seed())}
		tests, p = append(tests, r), append(p, r.P)
	}
	for i, raised := range association.Adjust(p, association.Holm) {
		tests[i].P, tests[i].Tests = raised, len(p)
		add(tests[i])
	}
}

// cross returns the table as it is printed: joined rows and columns as one.
func (b *builder) cross() *association.Cross {
	return association.NewCross(b.s, b.codes(&b.rows), b.columnCodes(), len(b.rows.groups), len(b.columns.groups))
}

func (b *builder) columnCodes() []int32 { return b.codes(&b.columns) }

// codes returns the group of a that each row of the base is in, -1 outside.
func (b *builder) codes(a *axis) []int32 {
	codes := make([]int32, b.s.Rows())
	for i := range codes {
		codes[i] = -1
		if k := a.codes[i]; b.in[i] && k >= 0 {
			codes[i] = int32(a.place[k])
		}
	}
	return codes
}

// order returns where each row's answer stands among the substantive options of
// a, NaN for another or outside the base.
func (b *builder) order(a *axis) []float64 {
	order := make([]float64, b.s.Rows())
	for i := range order {
		order[i] = math.NaN()
		if k := a.codes[i]; b.in[i] && k >= 0 && a.options[k].substantive() {
			order[i] = float64(k)
		}
	}
	return order
}

// ordered reports whether the options of a stand in an order.
func (a *axis) ordered() bool {
	return a.variable != nil && (a.variable.Kind == survey.KindSingle || a.variable.Kind == survey.KindInteger)
}

// fit returns the test against the benchmark's shares, of the options that have
// one.
func (b *builder) fit(simple bool) Test {
	known := make([]float64, 0, len(b.rows.options))
	at := make([]int32, len(b.rows.options))
	r := Test{Choice: ForBenchmark}
	for k, o := range b.rows.options {
		at[k] = -1
		if p, ok := b.spec.Benchmark.Shares[o.name]; ok {
			at[k] = int32(len(known))
			known = append(known, p)
			r.KnownSum += p
		}
	}
	codes := make([]int32, b.s.Rows())
	for i := range codes {
		codes[i] = -1
		if k := b.rows.codes[i]; b.in[i] && k >= 0 {
			if codes[i] = at[k]; codes[i] < 0 {
				r.Outside++
			}
		}
	}
	m := association.FitDesign
	if simple {
		m = association.FitPearson
	}
	r.Result = association.Fit(b.s, codes, known, m)
	return r
}
