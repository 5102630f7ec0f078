package main

import (
	"errors"
	"fmt"
	"math"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

type planOptions struct {
	mean               bool
	clusters, apart    []float64
	allocation, format string
	plan               study.PlanOptions
}

func newPlan() *cobra.Command {
	var o planOptions
	cmd := &cobra.Command{
		Use:   "plan",
		Short: "Sample size, precision, power, clusters and allocation",
		Long: `Plan says how many to draw for a wanted margin, or with --n what margin a sample
gives; how many find a difference between two groups, or between two waves that
share units (--overlap, --correlation); how many cases to take in each cluster;
and how to share a sample out over strata. Formulas and sources are printed.

The design effect is --deff, or follows from --icc, --per-cluster and
--cv-weights. --response is the share expected to answer, --domain the share of
the population that the estimate is about. Shares are between 0 and 1.

With --format json the keys are plan, inputs, results, rows, formula, source and
notes.
` + exitCodes,
		Example: `  stikprove plan --proportion 0.39 --margin 0.05 --population 15759 --icc 0.05 --per-cluster 3 --response 0.7
  stikprove plan --proportion 0.39 --n 195 --deff 1.3
  stikprove plan --mean --sd 12 --margin 2 --domain 0.2
  stikprove plan --difference 0.39,0.45 --power 0.8
  stikprove plan --difference 0.39,0.45 --overlap 0.7 --correlation 0.4
  stikprove plan --difference 10,12 --sd 6 --n 150
  stikprove plan --clusters 400,50 --icc 0.05 --budget 60000
  stikprove plan --allocation neyman --sizes 4000,2500,300 --sds 10,20,50 --n 400`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return runPlan(cmd, o) },
	}
	f, p := cmd.Flags(), &o.plan
	f.Float64Var(&p.Proportion, "proportion", 0, "expected proportion")
	f.BoolVar(&o.mean, "mean", false, "a mean, with --sd")
	f.Float64SliceVar(&o.apart, "difference", nil, "two proportions, or with --sd two means, to be told apart")
	f.Float64SliceVar(&o.clusters, "clusters", nil, "cost of a cluster and of a case within it, with --icc")
	f.StringVar(&o.allocation, "allocation", "", "proportional, neyman, optimum or equal, with --sizes and --n")
	f.Float64Var(&p.Margin, "margin", 0, "wanted half width of the interval")
	f.Float64Var(&p.N, "n", 0, "units drawn (in each group, or in the first wave): asks for margin or power")
	f.Float64Var(&p.SD, "sd", 0, "standard deviation among units")
	f.Float64Var(&p.Power, "power", 0.8, "probability of finding the difference")
	f.Float64Var(&p.Level, "level", 0.95, "confidence level")
	f.IntVar(&p.Population, "population", 0, "units of the population (default too many to matter)")
	f.Float64Var(&p.Deff, "deff", 0, "design effect (default 1)")
	f.Float64Var(&p.ICC, "icc", 0, "likeness of cases within a cluster, the intra-class correlation")
	f.Float64Var(&p.PerCluster, "per-cluster", 0, "answers in each cluster")
	f.Float64Var(&p.CV, "cv-weights", 0, "coefficient of variation of the weights")
	f.Float64Var(&p.Response, "response", 1, "share expected to answer")
	f.Float64Var(&p.Domain, "domain", 1, "share of the population the estimate is about")
	f.Float64Var(&p.Overlap, "overlap", 0, "of two waves: share of the first that is in the second, too")
	f.Float64Var(&p.Correlation, "correlation", 0, "of two waves: correlation of the answers of those in both")
	f.Float64Var(&p.Ratio, "ratio", 1, "of two waves: size of the second by the first")
	f.Float64Var(&p.Budget, "budget", 0, "with --clusters: money in all")
	f.IntSliceVar(&p.Sizes, "sizes", nil, "units of each stratum")
	f.Float64SliceVar(&p.SDs, "sds", nil, "standard deviation in each stratum")
	f.Float64SliceVar(&p.Costs, "costs", nil, "cost of an answer in each stratum")
	f.IntVar(&p.Minimum, "minimum", 1, "with --allocation: at least so many in each stratum")
	f.StringVar(&o.format, "format", "text", "text or json")
	return cmd
}

func runPlan(cmd *cobra.Command, o planOptions) error {
	if err := o.check(cmd.Flags().Changed); err != nil {
		return usageError{err}
	}
	planned, err := study.Plan(o.plan)
	if err != nil {
		return err
	}
	if o.format == "json" {
		return planned.JSON(cmd.OutOrStdout())
	}
	return planned.Text(cmd.OutOrStdout())
}

// check finds what is planned and refuses what no plan can have.
func (o *planOptions) check(given func(flag string) bool) error {
	for _, kind := range []struct {
		flag string
		is   bool
	}{{"proportion", given("proportion")}, {"mean", o.mean}, {"difference", given("difference")}, {"clusters", given("clusters")}, {"allocation", given("allocation")}} {
		if !kind.is {
			continue
		}
		if o.plan.Kind != "" {
			return fmt.Errorf("--%s and --%s: want one plan at a time", o.plan.Kind, kind.flag)
		}
		o.plan.Kind = kind.flag
	}
	if err := checkWord("format", o.format, "text", "json"); err != nil {
		return err
	}
	if err := o.numbers(given); err != nil {
		return err
	}
	p := &o.plan
	switch p.Kind {
	case "":
		return errors.New("want one of --proportion, --mean, --difference, --clusters and --allocation")
	case "proportion", "mean":
		if (p.Margin > 0) == (p.N > 0) {
			return errors.New("want either --margin, which asks for the size, or --n, which asks for the margin")
		}
		if p.Kind == "mean" && !given("sd") {
			return errors.New("--mean wants --sd, the standard deviation among units")
		}
	case "difference":
		return o.difference(given)
	case "clusters":
		p.Values = o.clusters
		switch {
		case len(o.clusters) != 2 || !(o.clusters[0] > 0) || !(o.clusters[1] > 0) || math.IsInf(o.clusters[0]+o.clusters[1], 0):
			return errors.New("--clusters wants two costs above 0, of a cluster and of a case, such as 400,50")
		case !(p.ICC > 0 && p.ICC <= 1):
			return errors.New("--clusters wants --icc, above 0 and at most 1")
		}
	case "allocation":
		return o.strata()
	}
	return nil
}

// numbers refuses values outside the range of their flags.
func (o *planOptions) numbers(given func(flag string) bool) error {
	p := &o.plan
	inside := func(v float64) bool { return v > 0 && v < 1 }
	share := func(v float64) bool { return v > 0 && v <= 1 }
	above := func(v float64) bool { return v > 0 && v <= 1e15 }
	for _, c := range []struct {
		flag string
		v    float64
		ok   func(float64) bool
		want string
	}{
		{"proportion", p.Proportion, inside, "a share between 0 and 1"},
		{"level", p.Level, inside, "a share between 0 and 1"},
		{"power", p.Power, inside, "a share between 0 and 1"},
		{"response", p.Response, share, "a share above 0, at most 1"},
		{"domain", p.Domain, share, "a share above 0, at most 1"},
		{"margin", p.Margin, above, "a number above 0"},
		{"sd", p.SD, above, "a number above 0"},
		{"n", p.N, func(v float64) bool { return v >= 1 && v <= 1e15 }, "a number of units of at least 1"},
		{"population", float64(p.Population), func(v float64) bool { return v >= 2 }, "a number of units of at least 2"},
		{"deff", p.Deff, above, "a number above 0"},
		{"budget", p.Budget, above, "a number above 0"},
		{"icc", p.ICC, func(v float64) bool { return v >= 0 && v <= 1 }, "a number from 0 to 1"},
		{"per-cluster", p.PerCluster, func(v float64) bool { return v >= 1 && v <= 1e15 }, "at least 1"},
		{"cv-weights", p.CV, func(v float64) bool { return v >= 0 && v <= 1e6 }, "a number of at least 0"},
		{"overlap", p.Overlap, func(v float64) bool { return v >= 0 && v <= min(1, p.Ratio) }, "a share from 0 to 1, and no more than the second wave holds"},
		{"correlation", p.Correlation, func(v float64) bool { return v >= -1 && v <= 1 }, "a number from -1 to 1"},
		{"ratio", p.Ratio, above, "a number above 0"},
		{"minimum", float64(p.Minimum), func(v float64) bool { return v >= 0 }, "a number of at least 0"},
	} {
		if given(c.flag) && !c.ok(c.v) {
			return fmt.Errorf("--%s %v: want %s", c.flag, c.v, c.want)
		}
	}
	switch {
	case given("deff") && (given("icc") || given("per-cluster")):
		return errors.New("the design effect is said in two ways: want --deff, or --icc with --per-cluster")
	case given("per-cluster") && !given("icc"):
		return errors.New("--per-cluster wants --icc, the likeness of cases within a cluster")
	case given("icc") && !given("per-cluster") && p.Kind != "clusters":
		return errors.New("--icc wants --per-cluster, the answers in each cluster")
	}
	return nil
}

// difference checks a comparison.
func (o *planOptions) difference(given func(flag string) bool) error {
	p := &o.plan
	p.Values = o.apart
	p.Waves = given("overlap") || given("correlation") || given("ratio")
	switch {
	case len(o.apart) != 2 || math.IsNaN(o.apart[0]+o.apart[1]) || math.IsInf(o.apart[0]+o.apart[1], 0):
		return errors.New("--difference wants two numbers, such as 0.39,0.45")
	case p.Waves && p.SD > 0:
		return errors.New("--overlap, --correlation and --ratio are for proportions, without --sd")
	case given("margin"):
		return errors.New("--difference asks for --power or --n, not --margin")
	case given("population"):
		return errors.New("--population does not change a test of a difference; leave it out")
	}
	for _, v := range o.apart {
		if p.SD == 0 && !(v > 0 && v < 1) {
			return fmt.Errorf("--difference %v: want proportions between 0 and 1, or --sd for means", v)
		}
	}
	return nil
}

// strata checks an allocation.
func (o *planOptions) strata() error {
	p := &o.plan
	if err := p.Allocate(o.allocation); err != nil {
		return err
	}
	switch {
	case len(p.Sizes) == 0 || p.N == 0:
		return errors.New("--allocation wants --sizes, the units of each stratum, and --n")
	case p.N != math.Trunc(p.N):
		return fmt.Errorf("--n %v: want a whole number of units", p.N)
	case p.SDs != nil && len(p.SDs) != len(p.Sizes), p.SDs == nil && p.Rule.NeedsSD():
		return fmt.Errorf("--sds: got %d standard deviations, want one for each of the %d strata", len(p.SDs), len(p.Sizes))
	case p.Costs != nil && len(p.Costs) != len(p.Sizes), p.Costs == nil && p.Rule.NeedsCost():
		return fmt.Errorf("--costs: got %d costs, want one for each of the %d strata", len(p.Costs), len(p.Sizes))
	}
	for h, size := range p.Sizes {
		switch {
		case size < 1 || size > 1e15:
			return fmt.Errorf("--sizes: stratum %d: got %d, want at least 1 unit", h+1, size)
		case p.SDs != nil && !(p.SDs[h] >= 0 && p.SDs[h] <= 1e15):
			return fmt.Errorf("--sds: stratum %d: got %v, want a number of at least 0", h+1, p.SDs[h])
		case p.Costs != nil && !(p.Costs[h] > 0 && p.Costs[h] <= 1e15):
			return fmt.Errorf("--costs: stratum %d: got %v, want a number above 0", h+1, p.Costs[h])
		}
	}
	return nil
}
