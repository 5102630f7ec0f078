package study

import (
	"fmt"
	"math"

	"stikprove/sample/plan"
	"stikprove/survey"
)

// PlanOptions say what to plan. Shares, levels and correlations are fractions.
type PlanOptions struct {
	Kind       string    // proportion, mean, difference, clusters or allocation
	Proportion float64   // expected
	Values     []float64 // the two of a difference, or the two costs of clusters
	SD         float64   // of a mean, or of a difference of means; 0 where proportions differ
	Margin     float64   // wanted half width; 0 where N is given
	N          float64   // units drawn; 0 where the size is asked for
	Power      float64
	Level      float64

	Population                  int
	Deff                        float64 // 0 where ICC and PerCluster say it
	ICC, PerCluster, CV         float64
	Response, Domain            float64 // 1 where 0
	Overlap, Correlation, Ratio float64 // of two waves; Ratio 1 where 0
	Waves                       bool    // a difference between waves that may share units
	Budget                      float64
	Rule                        plan.Rule
	Sizes                       []int
	SDs, Costs                  []float64
	Minimum                     int
}

// Allocate sets the rule of allocation by its name. The error says which are
// known.
func (o *PlanOptions) Allocate(rule string) (err error) {
	if o.Rule, err = plan.RuleOf(rule); err != nil {
		err = fmt.Errorf("--allocation: %w", err)
	}
	return err
}

// Planned is the answer to a plan.
type Planned struct {
	kind            string
	inputs, results []fact
	heading         []string    // of rows
	rows            [][]float64 // a line per choice or stratum
	formula, source string
	notes           []string
}

// fact is a number with its name.
type fact struct {
	name  string
	value float64
}

func (p *Planned) in(name string, v float64)  { p.inputs = append(p.inputs, fact{name, v}) }
func (p *Planned) out(name string, v float64) { p.results = append(p.results, fact{name, v}) }
func (p *Planned) note(format string, args ...any) {
	p.notes = append(p.notes, fmt.Sprintf(format, args...))
}
func (p *Planned) given(name string, v float64) { p.unless(0, name, v) }
func (p *Planned) unless(w float64, name string, v float64) {
	if v != w {
		p.in(name, v)
	}
}

// Plan computes a plan. The error is a [survey.Problem] where no sample does
// what is asked.
func Plan(o PlanOptions) (*Planned, error) {
	p := &Planned{kind: o.Kind}
	var err error
	switch o.Kind {
	case "clusters":
		p.clusters(o)
	case "allocation":
		err = p.allocation(o)
	case "difference":
		switch {
		case o.Values[0] == o.Values[1]:
			err = impossible("the two are equal; no sample finds a difference of 0")
		case o.SD > 0:
			p.means(o)
		case o.Waves:
			p.waves(o)
		default:
			p.proportions(o)
		}
	default:
		err = p.precision(o)
	}
	if err != nil {
		return nil, err
	}
	for _, f := range p.results {
		if math.IsNaN(f.value) || math.IsInf(f.value, 0) {
			return nil, impossible("%s cannot be computed from these numbers", f.name)
		}
	}
	return p, nil
}

func impossible(format string, args ...any) error {
	return survey.Problem{Variable: "plan", Message: fmt.Sprintf(format, args...)}
}

// effect returns the design effect and keeps what it was made of.
func (p *Planned) effect(o PlanOptions) float64 {
	if o.PerCluster == 0 {
		p.given("deff", o.Deff)
		if o.CV > 0 {
			p.in("cv_weights", o.CV)
			return math.Max(o.Deff, 1) * (1 + o.CV*o.CV)
		}
		return math.Max(0, o.Deff)
	}
	m := o.PerCluster
	p.in("icc", o.ICC)
	p.in("per_cluster", m)
	p.given("cv_weights", o.CV)
	if o.Domain > 0 && o.Domain < 1 {
		m = math.Max(1, m*o.Domain)
		p.note("the domain is taken to have its share of every cluster: %s of the %s answers in each", short(m), short(o.PerCluster))
	}
	return plan.DesignEffect(m, o.ICC, o.CV)
}

func (o PlanOptions) design(deff float64) plan.Design {
	return plan.Design{Population: o.Population, Deff: deff, Response: o.Response, Domain: o.Domain}
}

// common keeps the inputs that every plan may have.
func (p *Planned) common(o PlanOptions) {
	p.given("population", float64(o.Population))
	p.unless(1, "response", orOne(o.Response))
	p.unless(1, "domain", orOne(o.Domain))
	p.in("level", o.Level)
}

func orOne(v float64) float64 {
	if v == 0 {
		return 1
	}
	return v
}

// precision plans for one proportion or mean: the size for a margin, or the
// margin of a size.
func (p *Planned) precision(o PlanOptions) error {
	deff := p.effect(o)
	d := o.design(deff)
	spread := "p(1−p)·N/(N−1)"
	if o.Kind == "mean" {
		spread = "sd²"
		p.in("sd", o.SD)
	} else {
		p.in("proportion", o.Proportion)
	}
	p.common(o)
	p.source = "Cochran (1977), Sampling Techniques, 4.4–4.7; Kish (1965), Survey Sampling, 5.4, for the design effect"
	if o.N > 0 {
		p.in("n", o.N)
		answers := d.Answers(o.N)
		margin := d.ProportionMargin(o.Proportion, answers, o.Level)
		if o.Kind == "mean" {
			margin = d.MeanMargin(o.SD, answers, o.Level)
		}
		if math.IsNaN(margin) {
			return impossible("got %s to draw, want from 1 to the population of %d", short(o.N), o.Population)
		}
		p.out("answers", answers)
		p.out("deff", orOne(deff))
		p.out("effective", answers/orOne(deff))
		p.out("margin", margin)
		p.formula = "margin = z·√(deff·(1−n/N)·S²/n), S² = " + spread
		return nil
	}
	p.in("margin", o.Margin)
	size := d.Proportion(o.Proportion, o.Margin, o.Level)
	if o.Kind == "mean" {
		size = d.Mean(o.SD, o.Margin, o.Level)
	}
	p.formula = "n₀ = deff·z²·S²/margin², n = n₀/(1+n₀/N), S² = " + spread + ", draw = n/(domain·response)"
	p.out("simple", size.Simple)
	p.out("deff", orOne(deff))
	p.sizes(o, size)
	return nil
}

// sizes keeps what a size comes to, in whole units.
func (p *Planned) sizes(o PlanOptions, s plan.Size) {
	p.out("answers", float64(plan.Up(s.Answers)))
	if o.Domain > 0 && o.Domain < 1 {
		p.out("answers_all", float64(plan.Up(s.All)))
	}
	p.out("draw", float64(plan.Up(s.Contacts)))
	if o.PerCluster > 0 {
		p.out("clusters", float64(plan.Up(s.All/o.PerCluster)))
	}
	if o.Population > 0 && plan.Up(s.Contacts) > o.Population {
		p.note("that is more than the population of %d: with this response the margin cannot be reached", o.Population)
	}
}

// clusters weighs clusters against cases per cluster.
func (p *Planned) clusters(o PlanOptions) {
	cluster, unit := o.Values[0], o.Values[1]
	p.in("cluster_cost", cluster)
	p.in("unit_cost", unit)
	p.in("icc", o.ICC)
	p.given("budget", o.Budget)
	p.source = "Cochran (1977), 10.6; Kish (1965), 8.3B, as clusOpt2 of R PracTools"
	p.formula = "m = √(c₁/c₂·(1−icc)/icc); deff = 1+(m−1)·icc; cost of an effective answer = (c₁+c₂·m)/m·deff"
	best := plan.ClusterSize(cluster, unit, o.ICC)
	cost := func(m float64) float64 { return (cluster + unit*m) / m * plan.DesignEffect(m, o.ICC, 0) }
	whole := math.Max(1, math.Floor(best))
	if cost(whole+1) < cost(whole) {
		whole++
	}
	p.out("per_cluster", best)
	p.out("per_cluster_whole", whole)
	p.out("deff", plan.DesignEffect(whole, o.ICC, 0))
	p.out("cost_per_effective", cost(whole))
	if o.Budget > 0 {
		clusters := math.Floor(plan.ClustersFor(o.Budget, cluster, unit, whole) + 1e-9)
		p.out("clusters", clusters)
		p.out("answers", clusters*whole)
		p.out("effective", clusters*whole/plan.DesignEffect(whole, o.ICC, 0))
	}
	p.heading = []string{"per_cluster", "deff", "cost_per_effective", "efficiency"}
	for _, m := range []float64{1, 2, 3, 5, 8, 12, 20, 30, 50} {
		p.rows = append(p.rows, []float64{m, plan.DesignEffect(m, o.ICC, 0), cost(m), cost(whole) / cost(m)})
	}
}

// allocation shares a sample out over strata.
func (p *Planned) allocation(o PlanOptions) error {
	strata := make([]plan.Stratum, len(o.Sizes))
	for h, size := range o.Sizes {
		strata[h].Size = size
		if o.SDs != nil {
			strata[h].SD = o.SDs[h]
		}
		if o.Costs != nil {
			strata[h].Cost = o.Costs[h]
		}
	}
	shares, err := plan.Allocate(strata, int(o.N), o.Rule, o.Minimum)
	if err != nil {
		return err
	}
	p.kind = "allocation " + o.Rule.String()
	p.in("n", o.N)
	p.in("minimum", float64(o.Minimum))
	p.source = "Cochran (1977), 5.5–5.9; Neyman (1934), as strAlloc of R PracTools; largest remainder"
	p.formula = map[plan.Rule]string{plan.Proportional: "n_h ∝ N_h", plan.Neyman: "n_h ∝ N_h·S_h", plan.Optimum: "n_h ∝ N_h·S_h/√c_h", plan.Equal: "n_h equal"}[o.Rule]
	p.heading = []string{"stratum", "size", "share", "n", "probability"}
	for h, s := range shares {
		p.rows = append(p.rows, []float64{float64(h + 1), float64(strata[h].Size), s.Exact, float64(s.N), float64(s.N) / float64(strata[h].Size)})
		switch s.Bound {
		case plan.Minimum:
			p.note("stratum %d: its share is %.1f, and it gets %d by the minimum", h+1, s.Exact, s.N)
		case plan.Whole:
			p.note("stratum %d: its share is %.1f, and it has %d units, which are all taken", h+1, s.Exact, s.N)
		}
	}
	if se, ok := plan.StratifiedSE(strata, shares); ok && o.SDs != nil {
		p.out("se_of_mean", se)
	}
	return nil
}
