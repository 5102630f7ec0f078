package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"stikprove/report/render"
	"stikprove/report/study"
)

func newCompare() *cobra.Command {
	var language, format string
	cmd := &cobra.Command{
		Use:   "compare EARLIER LATER [TABLE...]",
		Short: "Two waves of a study: what changed, tested",
		Long: `Compare holds the tables of a study against those of an earlier wave: the shares
or means of each, the difference in percentage points with its interval and p,
and for each row what may be said of it: higher, lower, no change shown, cannot
be tested, cannot be compared, or hidden. What cannot be compared, and what has
changed in questions, options, coding, decisions and sampling, is listed before
any number.

EARLIER and LATER are studies. Where study.yaml of LATER names EARLIER it says
what is called otherwise there; what it does not name goes by the same name:

  compare:
    study: ../par56-2015
    adjust: holm                 # or bonferroni, none
    tables: {kind: condition}    # a table here: the table there
    variables: {kind: condition}
    categories:                  # renamed, split, joined: before and after
      - {variable: kind, before: mental, after: psychological}
      - {variable: kind, before: physical, after: [back, joints]}
    not_comparable:
      - {table: reasons, reason: The question was asked of others}

Without TABLE everybody of each table is compared, with TABLE each of its columns
too. In a report a comparison is a table: {id: change, compare: kind}, and its
text may say {{ change "change" "physical" }} and {{ verdict "change" "physical" }}.

The variance of a difference is the sum of the waves' less twice the covariance
of first-stage units (psu) of the same name in both. Degrees of freedom are the
PSUs less the strata of both together, or Satterthwaite's where those are fewer.
The verdict rests on p raised for all rows of the table. Two censuses differ
without sampling error. A row that is hidden in either wave is hidden.

With --format json a table has "changes", a list of {"row", "verdict" (higher,
lower, no_change_shown, not_tested, not_compared, hidden), "difference", "se",
"df", "low", "high", "p", "p_adjusted", "adjustment", "tests", "why", "before",
"after"}; its cells are of the two waves, and "waves" has "before", "after",
"not_comparable" and "changed". What does not apply is left out.
` + exitCodes,
		Example: `  stikprove compare par56-2015 par56-2026
  stikprove compare par56-2015 par56-2026 condition-by-industry --language en`,
		Args: usage(cobra.MinimumNArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error { return runCompare(cmd, args, language, format) },
	}
	cmd.Flags().StringVar(&language, "language", "", "da or en (default the later study's own)")
	cmd.Flags().StringVar(&format, "format", "text", "text, csv or json")
	return cmd
}

func runCompare(cmd *cobra.Command, args []string, language, format string) error {
	if err := checkLanguage(language); err != nil {
		return err
	}
	if err := checkWord("format", format, "text", "csv", "json"); err != nil {
		return err
	}
	earlier, err := study.LoadWave(args[0], args[0])
	if err != nil {
		return err
	}
	later, err := study.LoadWave(args[1], args[1])
	if err != nil {
		return err
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	c, err := study.Compare(earlier, later, args[2:], language, line.say)
	line.clear()
	if err != nil {
		return err
	}
	for _, note := range c.Notes {
		fmt.Fprintln(cmd.ErrOrStderr(), note)
	}
	out := cmd.OutOrStdout()
	switch format {
	case "json":
		return render.ComparisonJSON(out, c.Waves, c.Tables, c.Language)
	case "csv":
		return render.ComparisonCSV(out, c.Waves, c.Tables, c.Language)
	}
	return render.ComparisonText(out, c.Waves, c.Tables, c.Language, terminalWidth())
}
