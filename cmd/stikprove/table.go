package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"stikprove/report"
	"stikprove/report/render"
	"stikprove/report/study"
)

type tableOptions struct {
	format, language string
	file             study.FileTable
}

// ofFile reports whether the table is of a data file, not a study's.
func (o tableOptions) ofFile() bool {
	return o.file.Rows != "" || o.file.Mean != "" || o.file.Sum != ""
}

func newTable() *cobra.Command {
	var o tableOptions
	cmd := &cobra.Command{
		Use:   "table STUDY ID | table FILE --rows A[,A2] [--columns B[,B2]] | table FILE (--mean A | --sum A) [--columns B]",
		Short: "One table of a study, or of a data file",
		Long: `Table makes one table as the report prints it, with base, intervals, notes and
source, and with small cells removed.

Of a data file, a workbook or CSV file with one heading row, the flags say what
is tabulated and how its rows were drawn: without them, a simple random sample
with equal weights. Several variables with commas between stand in one table: row
variables under each other, column variables side by side, everybody once. Each
pair of variables then has its own base and test, how many were made is said, and
letters compare columns of the same variable only.

A table of rows by columns has one test, which its kind and design choose and
its note names, with the reason. It is chosen before any p is seen:

  any design but a simple random sample with equal weights
                         rao_scott, the second-order F
  a simple random sample pearson where every expected count is at least 5, else
                         fisher or, of a large table, monte_carlo
  beside a benchmark     fit, the test of fit to the known shares
  means                  Wald's F that they are equal
  a census, several answers, a table without columns
                         none

--test names another: rao_scott, rao_scott_chi (first order), rao_scott_exact
(the exact tail of the weighted sum), rao_scott_null (expected shares in the
design effects, Stata's option null), wald, wald_adjusted, pearson, fisher,
monte_carlo, and of answers in order trend, rank, spearman, kendall or gamma; or
none. Of several answers a named test is of each answer, raised by Holm's rule.
Tests and letters rest on linearised variances, also where --replicates makes
the intervals.
Where cells are hidden only a bound of p is told, 0.01, 0.05 or 1 ("p_is_bound"
in JSON), and the statistic is left out.

Counts from 1 to below --minimum are hidden, with those that would give them
back. --dominance and --p-percent hide totals (--sum) that a few units make up,
--zeros and --full noughts and groups of one answer; --round rounds every count
instead and hides nothing. In study.yaml the same are keys of disclosure.

In study.yaml a table says the same with the keys test, seed, letters, layers,
base, mean, top, bottom, whole_percent and drop_dont_know, and lists of variables
in rows and columns.

With --format json a table's "tests" is a list of {"method", "row", "statistic",
"df1", "df2", "p", "x2", "deff", "n", "cells", "expected_below_5",
"smallest_expected", "draws", "seed", "effect": {"cramers_v",
"cramers_v_corrected", "cohens_w", "spearman_rho", "kendall_tau_b", "gamma"},
"choice",
"p_is_bound", "why", "note"}; a column has its "letter", a cell "letters", "mean" and
"percent" (with --whole). Of several variables, ids of rows and columns are
VARIABLE.OPTION and have "variable" and "variable_label"; a test has "rows" and
"columns", the variables it is of. What does not apply is left out.
` + exitCodes,
		Example: `  stikprove table testdata/par56-2015 condition
  stikprove table cases.csv --rows condition --columns industry --psu jobcentre
  stikprove table cases.csv --rows condition --columns industry --psu jobcentre --test rao_scott_exact
  stikprove table cases.csv --rows condition --columns size --psu jobcentre --letters=bonferroni
  stikprove table cases.csv --rows condition,changes --columns size,industry --psu jobcentre
  stikprove table cases.csv --rows condition --layer region --psu jobcentre
  stikprove table cases.csv --mean refunds --columns size --psu jobcentre --letters
  stikprove table offices.csv --sum agreements --columns region --dominance 1,80
  stikprove table cases.csv --rows condition --columns industry --round 5
  stikprove table offices.csv --rows consultants --columns agreements --census --test spearman
  stikprove table answers.xlsx --rows measures --base answers
  stikprove table cases.csv --rows industry --top 5 --bottom 3
  stikprove table cases.csv --rows condition --whole`,
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if o.ofFile() {
				return wantOne(cmd, args, "letters")
			}
			flags := slices.Concat(tableFlags, []string{"test", "layer", "whole"}, designFlags, disclosureFlags)
			if err := refuse(cmd, flags, "a file, with --rows, --mean or --sum; a study says it in study.yaml"); err != nil {
				return err
			}
			return cobra.ExactArgs(2)(cmd, args)
		}),
		RunE: func(cmd *cobra.Command, args []string) error { return runTable(cmd, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "text", "text, csv or json")
	f.StringVar(&o.language, "language", "", "da or en (default the study's own, da for a file)")
	f.StringVar(&o.file.Rows, "rows", "", "of a file: variable in the rows, or several with commas between")
	f.StringVar(&o.file.Columns, "columns", "", "of a file: variable in the columns, or several with commas between")
	f.StringVar(&o.file.Mean, "mean", "", "of a file: in place of --rows, the number whose mean is given, by column")
	f.StringVar(&o.file.Sum, "sum", "", "of a file: in place of --rows, the number whose total is given, by column")
	f.StringVar(&o.file.Layers, "layer", "", "of a file: the variable with a table for each of its values")
	f.StringVar(&o.file.Test, "test", "auto", "of a file: the test, see above")
	f.BoolVar(&o.file.Whole, "whole", false, "of a file: whole percentages that add to 100")
	addTableFlags(cmd, &o.file, "compare columns two by two and name those with a smaller number: --letters alone is Holm's rule, --letters=bonferroni and --letters=none others")
	addDisclosureFlags(cmd, &o.file.FileDisclosure)
	return cmd
}

// tableFlags are the flags that say how a table of a data file is made, whether
// it is printed or drawn.
var tableFlags = []string{"columns", "percent", "base", "letters", "top", "bottom", "drop-dont-know"}

// addTableFlags adds all of tableFlags but columns, and those of the design;
// letters is what comparing columns means to the command.
func addTableFlags(cmd *cobra.Command, o *study.FileTable, letters string) {
	f := cmd.Flags()
	f.StringVar(&o.Percent, "percent", "", "of a file: column, row or total")
	f.StringVar(&o.Base, "base", "", "of a file: respondents or, of several answers, answers (default respondents)")
	f.StringVar(&o.Letters, "letters", "", "of a file: "+letters)
	f.Lookup("letters").NoOptDefVal = "holm"
	f.IntVar(&o.Top, "top", 0, "of a file: so many rows of the highest share and those that tie, the others joined")
	f.IntVar(&o.Bottom, "bottom", 0, "of a file: so many rows of the lowest share and those that tie")
	f.BoolVar(&o.DropDontKnow, "drop-dont-know", false, "of a file: leave don't-knows out of rows and base")
	addDesignFlags(cmd, &o.FileDesign)
}

func runTable(cmd *cobra.Command, args []string, o tableOptions) error {
	if err := checkLanguage(o.language); err != nil {
		return err
	}
	if err := checkWord("format", o.format, "text", "csv", "json"); err != nil {
		return err
	}
	if err := checkFileTable(o.file); err != nil {
		return err
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	tables, language, err := someTables(args, o, line.say)
	line.clear()
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	if o.format == "json" {
		return render.TablesJSON(out, tables, language)
	}
	for i, t := range tables {
		if i > 0 {
			fmt.Fprintln(out)
		}
		if o.format == "csv" {
			err = render.CSV(out, t)
		} else {
			err = render.Text(out, t, language, terminalWidth())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// checkFileTable refuses values of flags that no table can have.
func checkFileTable(o study.FileTable) error {
	if err := checkWord("percent", o.Percent, "", "column", "row", "total"); err != nil {
		return err
	}
	if err := checkWord("base", o.Base, "", "respondents", "answers"); err != nil {
		return err
	}
	asked := 0
	for _, name := range []string{o.Rows, o.Mean, o.Sum} {
		if name != "" {
			asked++
		}
	}
	if asked > 1 {
		return usageError{fmt.Errorf("--rows, --mean and --sum stand in place of each other; want one")}
	}
	if err := checkDisclosureFlags(o.FileDisclosure); err != nil {
		return err
	}
	return checkDesignFlags(o.FileDesign)
}

// someTables makes the table, or its layers, and returns them with the language
// they are in.
func someTables(args []string, o tableOptions, progress study.Progress) ([]*report.Table, string, error) {
	if o.ofFile() {
		language := cmp.Or(o.language, "da")
		tables, err := study.TabulateFile(args[0], o.file, language, progress)
		return tables, language, err
	}
	s, err := study.Load(args[0])
	if err != nil {
		return nil, "", err
	}
	language := cmp.Or(o.language, s.Language())
	tables, err := s.Layers(args[1], language, progress)
	return tables, language, err
}

// terminalWidth is the width of the terminal that standard output is, or 0.
func terminalWidth() int {
	if width, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
		return width
	}
	return 0
}
