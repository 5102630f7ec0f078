package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

type weighOptions struct {
	format string
	file   study.FileDesign
	out    study.WeighOptions
}

func newWeigh() *cobra.Command {
	var o weighOptions
	cmd := &cobra.Command{
		Use:   "weigh FILE --margins MARGINS.csv [--calibrate METHOD] [--trim LO,HI] [--to OUT.csv]",
		Short: "Weights adjusted to what is known of the population",
		Long: `Weigh adjusts the design weights of a data file and writes the file with them
as a new column, with replicate weights too where --replicates asks for them.
It says what each category came to, after how many iterations, and how unequal
the weights are.

What is done comes in this order:
  --answered, --classes  the weights of those who did not answer go to those who
                         did, within the classes that the variables make
  --post                 post-stratification: the weights of each cell sum to its
                         count. The file has a column for each variable, and count
  --margins, --rake      every margin is met at once. The file has the columns
                         variable, category and count; a row without a category
                         is the total of a number, or of the variable count the
                         number of units. VAR=FILE takes one variable of a file
  --trim                 weights are cut, and the rest is shared out over the others

Margins are raked (the design weight is multiplied until no category is further
off than 1e-11 of its count) unless --calibrate says linear, raking or logit:
the least change of weights that meets margins and totals, by the distance of
that name, with new weights between LO and HI times the old by --bounds. Linear
with --variance-of X and the total of X is the ratio estimator, without it and with
more totals the generalised regression estimator.

A category that cannot be met is named. The same flags make calibrated estimates
with estimate and table, whose standard errors know of the adjustment; a study
says it in study.yaml under designs.NAME.calibrate.
` + exitCodes,
		Example: `  stikprove weigh schools.csv --weights pw --margins margins.csv --to weighted.csv
  stikprove weigh schools.csv --weights pw --rake stype=types.csv --rake size=sizes.csv --trim 10,60
  stikprove weigh schools.csv --psu dnum --fpc fpc --post cells.csv --replicates jk1 --to weighted.csv
  stikprove weigh schools.csv --weights pw --margins margins.csv --calibrate logit --bounds 0.5,2
  stikprove weigh schools.csv --weights pw --margins enroll.csv --calibrate linear --variance-of enroll
  stikprove weigh asked.csv --weights pw --answered answer --classes region,size --to answered.csv
  stikprove estimate schools.csv --mean api00 --weights pw --margins margins.csv`,
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if err := cobra.ExactArgs(1)(cmd, args); err != nil {
				return err
			}
			w := o.file.Weighing
			if len(w.Margins)+len(w.Rake)+len(w.Post)+len(w.Classes) == 0 && w.Trim == "" {
				return fmt.Errorf("want something to adjust by: --margins, --rake, --post, --classes or --trim")
			}
			for _, name := range []string{"where", "census"} {
				if cmd.Flags().Changed(name) {
					return fmt.Errorf("--%s: weights are adjusted for the whole sample", name)
				}
			}
			return nil
		}),
		RunE: func(cmd *cobra.Command, args []string) error { return runWeigh(cmd, args[0], o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.out.To, "to", "", "CSV file to write, with the weights (default nothing is written)")
	f.StringVar(&o.out.Name, "name", "weight", "name of the new column; replicate weights are NAME_1, NAME_2 and so on")
	f.StringVar(&o.format, "format", "text", "text or json")
	addDesignFlags(cmd, &o.file)
	return cmd
}

func runWeigh(cmd *cobra.Command, path string, o weighOptions) error {
	if err := checkWord("format", o.format, "text", "json"); err != nil {
		return err
	}
	if err := checkDesignFlags(o.file); err != nil {
		return err
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	w, err := study.WeighFile(path, o.file, o.out, line.say)
	line.clear()
	if err != nil {
		return err
	}
	if o.format == "json" {
		err = w.JSON(cmd.OutOrStdout())
	} else {
		err = w.Print(cmd.OutOrStdout())
	}
	if err == nil && o.out.To != "" {
		fmt.Fprintf(cmd.ErrOrStderr(), "wrote   %s\n", o.out.To)
	}
	return err
}

// weighFlags are the flags that say how the weights of a data file are adjusted.
var weighFlags = []string{"answered", "classes", "post", "margins", "rake", "calibrate", "bounds", "variance-of", "trim", "trim-once", "iterations"}

// addWeighFlags adds the flags that say how the weights of a data file are
// adjusted.
func addWeighFlags(cmd *cobra.Command, w *study.Weighing) {
	f := cmd.Flags()
	f.StringVar(&w.Answered, "answered", "", "of a file: VAR or VAR=CODE,CODE: rows with a value, or one of these, answered")
	f.StringSliceVar(&w.Classes, "classes", nil, "of a file: with --answered, the variables whose classes share out the weights of the silent")
	f.StringArrayVar(&w.Post, "post", nil, "of a file: FILE or VARS=FILE, the counts to post-stratify weights to")
	f.StringArrayVar(&w.Margins, "margins", nil, "of a file: FILE or VAR=FILE, the margins and totals to adjust weights to")
	f.StringArrayVar(&w.Rake, "rake", nil, "of a file: the same as --margins")
	f.StringVar(&w.Calibrate, "calibrate", "", "of a file: how margins are met: rake, linear, raking or logit (default rake)")
	f.StringVar(&w.Bounds, "bounds", "", "of a file: LO,HI, the bounds of new weights by old, for --calibrate")
	f.StringVar(&w.Variance, "variance-of", "", "of a file: for --calibrate linear, the variable that residuals' variances are in proportion to")
	f.StringVar(&w.Trim, "trim", "", "of a file: LO,HI, the least and largest weight")
	f.BoolVar(&w.TrimOnce, "trim-once", false, "of a file: do not trim again what is shared out")
	f.IntVar(&w.Iterations, "iterations", 0, "of a file: most iterations (default 1000 of raking, 50 of calibration)")
}
