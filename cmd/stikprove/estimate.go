package main

import (
	"cmp"
	"fmt"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

type estimateOptions struct {
	format, language, deff string
	file                   study.FileDesign
	spec                   study.EstimateSpec
}

func newEstimate() *cobra.Command {
	var o estimateOptions
	cmd := &cobra.Command{
		Use:   "estimate STUDY|FILE --mean A | --total A | --ratio A/B | --quantile A:P | --proportion A | --variance A [--by D[,D2]]",
		Short: "Means, totals, ratios, quantiles and proportions, by domain, with their sampling error",
		Long: `Estimate makes estimates of a sample of a study, or of a data file, a workbook
or CSV file with one heading row, whose design the flags say. Every statistic
may be asked for several times, and of several variables with commas between.

Standard errors are linearised (Taylor) for the stages, strata and finite
populations of the design, or from replicate weights with --replicates. Intervals
of means, totals and ratios are Student's t with the design's degrees of freedom.
Those of proportions are made by --interval:

  beta             Korn and Graubard (default); one-sided at 0 and 1
  logit            on the logit scale; xlogit differs from it with replicates only
  wilson           the score interval with the effective sample size
  clopper-pearson  exact, with n by the design effect
  likelihood       likelihood ratio, scaled by the design effect
  asin             on the arcsine scale
  mean             symmetric

Totals from a part of the frame use what is known of the whole of it with
--model and --auxiliary; without a model a total is the expansion. --silent adds
what the total would be if those who did not answer differed.

Units drawn with unequal probabilities have those in --fpc, and --pps says how
the variance is taken: by Brewer, in one stage or two, by Overton, or by Hartley
and Rao. Replicate weights that the file comes with are --replicates given:PREFIX,
where PREFIX is what their names begin with.

Quantiles are the "math" rule with Woodruff's interval, as in R survey 4.1 on.

With --format json it prints a list with a member for each estimate: statistic,
variable, category (of a proportion; of a total with a model the model, and
what --silent assumes), quantile (of a quantile), domain (the
values of the --by variables), n, estimate, se, df, low, high, deff, effective_n
(n by the design effect with replacement), suppressed and note. What does not
apply is left out.
` + exitCodes,
		Example: `  stikprove estimate schools.csv --mean api00 --psu dnum --fpc fpc
  stikprove estimate schools.csv --total enroll --strata stype --fpc fpc --by sch_wide
  stikprove estimate schools.csv --ratio api_stu/enroll --psu dnum,snum --fpc fpc1,fpc2 --deff
  stikprove estimate schools.csv --quantile api00:0.25:0.5:0.75 --weights pw
  stikprove estimate schools.csv --proportion stype --interval wilson --by sch_wide,awards1
  stikprove estimate schools.csv --variance api00 --weights pw --replicates bootstrap:500 --seed 7
  stikprove estimate schools.csv --mean api00 --where "stype = 'E' and enroll > 300" --format json
  stikprove estimate precincts.csv --total votes --fpc p --pps brewer
  stikprove estimate schools.csv --mean api00 --weights pw --replicates given:rep
  stikprove estimate answered.csv --total agreements --fpc municipalities --model ratio --auxiliary recipients=320000 --silent 0.7,1,1.3
  stikprove estimate cases.csv --proportion condition --psu jobcentre --fpc jobcentres,agreements --beside-equal
  stikprove estimate testdata/par56-2015 --sample cases --proportion condition --by industry`,
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if err := wantOne(cmd, args, "deff"); err != nil {
				return err
			}
			s := o.spec
			if len(s.Means)+len(s.Totals)+len(s.Ratios)+len(s.Quantiles)+len(s.Proportions)+len(s.Variances) == 0 {
				return fmt.Errorf("want something to estimate, such as --mean A")
			}
			if study.IsStudy(args[0]) {
				return refuse(cmd, designFlags, "a file; a study says it in study.yaml")
			}
			if cmd.Flags().Changed("sample") {
				return fmt.Errorf("--sample is for a study; a file is one sample")
			}
			return nil
		}),
		RunE: func(cmd *cobra.Command, args []string) error { return runEstimate(cmd, args[0], o) },
	}
	f := cmd.Flags()
	f.StringSliceVar(&o.spec.Means, "mean", nil, "variable whose mean is estimated")
	f.StringSliceVar(&o.spec.Totals, "total", nil, "variable whose total is estimated")
	f.StringSliceVar(&o.spec.Ratios, "ratio", nil, "A/B, the ratio of two totals")
	f.StringSliceVar(&o.spec.Quantiles, "quantile", nil, "A:P, the quantile P of A; A:P:P... for several (default the median)")
	f.StringSliceVar(&o.spec.Proportions, "proportion", nil, "variable whose categories' shares are estimated, or A=CATEGORY for one")
	f.StringSliceVar(&o.spec.Variances, "variance", nil, "variable whose population variance is estimated")
	f.StringSliceVar(&o.spec.By, "by", nil, "D[,D2], the variables whose values are the domains")
	f.StringVar(&o.spec.Interval, "interval", "beta", "of proportions: beta, logit, wilson, clopper-pearson, likelihood, asin, mean or xlogit")
	f.StringVar(&o.deff, "deff", "", "print design effects: against a sample without replacement, or --deff=replace with")
	f.Lookup("deff").NoOptDefVal = "without"
	f.StringVar(&o.spec.Model, "model", "", "of totals from a part of the frame: ratio, separate, regression or poststratified")
	f.StringSliceVar(&o.spec.Auxiliary, "auxiliary", nil, "what is known of the frame: X=TOTAL (ratio, regression; count=N for the units), X@GROUP=TOTAL (separate), GROUP=UNITS (poststratified)")
	f.StringVar(&o.spec.Groups, "groups", "", "the variable whose values are the groups of separate and poststratified")
	f.StringSliceVar(&o.spec.Silent, "silent", nil, "with --model ratio: the total where those who did not answer have K times the ratio, such as 0.7,1,1.3")
	f.BoolVar(&o.spec.BesideEqual, "beside-equal", false, "print each estimate with equal weights, too, as if sizes were not known")
	f.StringVar(&o.spec.Sample, "sample", "", "of a study: the sample (default the only one)")
	f.StringVar(&o.language, "language", "", "of the text: da or en (default the study's own, da for a file)")
	f.StringVar(&o.format, "format", "text", "text, csv or json")
	addDesignFlags(cmd, &o.file)
	return cmd
}

func runEstimate(cmd *cobra.Command, path string, o estimateOptions) error {
	if err := checkWord("format", o.format, "text", "csv", "json"); err != nil {
		return err
	}
	if err := checkWord("deff", o.deff, "", "without", "replace"); err != nil {
		return err
	}
	if err := checkLanguage(o.language); err != nil {
		return err
	}
	if err := checkDesignFlags(o.file); err != nil {
		return err
	}
	if err := o.spec.Check(); err != nil {
		return usageError{err}
	}
	o.spec.Deff = o.deff
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	e, language, err := estimated(path, o, line.say)
	line.clear()
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	switch o.format {
	case "json":
		return e.JSON(out)
	case "csv":
		return e.CSV(out)
	}
	return e.Print(out, language, o.deff != "")
}

// estimated makes the estimates of a study or a data file, and returns the
// language that they are printed in.
func estimated(path string, o estimateOptions, progress study.Progress) (*study.Estimates, string, error) {
	if !study.IsStudy(path) {
		e, err := study.EstimateFile(path, o.file, o.spec, progress)
		return e, cmp.Or(o.language, "da"), err
	}
	s, err := study.Load(path)
	if err != nil {
		return nil, "", err
	}
	e, err := s.Estimate(o.spec, progress)
	return e, cmp.Or(o.language, s.Language()), err
}
