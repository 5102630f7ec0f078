package main

import (
	"github.com/spf13/cobra"

	"stikprove/report/study"
)

func newResponse() *cobra.Command {
	var format, language string
	var o study.ResponseOptions
	cmd := &cobra.Command{
		Use:   "response FILE --disposition COL | response FILE --frame FRAME --id ID --by V1[,V2]",
		Short: "Response rates, and how those who answered differ from those who were asked",
		Long: `Response makes the outcome rates of AAPOR's Standard Definitions, response
(RR1-6), cooperation (COOP1-4), refusal (REF1-3) and contact (CON1-3), of a file
with a row for everybody who was asked and a column of dispositions. Codes are
AAPOR's unless --map says otherwise:

  1.1  I   complete              2.2       NC  no contact
  1.2  P   partial               2.3, 2.9  O   other, eligible
  2.1  R   refusal, break-off    3.1       UH  unknown whether there is a unit
  4    NE  not eligible          3.2-3.9   UO  unknown whether it is eligible

with all of their sub-codes; the letters may stand themselves. Any other code is
an error. e, the share of UH and UO that is eligible, is estimated as the share
of eligible among those whose eligibility is known, unless --e gives it.

With --frame, a list of everybody who was asked, FILE is the answers. Each
variable of --by is tested (Pearson's chi-square, or Welch's t of a number) and
its standardised differences are given. A logistic regression on all of them
makes propensities, whose spread the R-indicator sums up, 1 where all units
answer alike, with its bias taken out, too. --effect shows the mean of variables
of the answers before and after weighting classes: the cells of --by, or classes
of the propensity.
` + exitCodes,
		Example: `  stikprove response contacts.csv --disposition outcome --by region
  stikprove response contacts.csv --disposition code --map 11=I --map 12=P --map 20=R,30=NC --e 0.6 --weights w --format json
  stikprove response answers.xlsx --frame frame.xlsx --id jobcentre --by region,size --effect agreements
  stikprove response answers.csv --frame frame.csv --id office --by region,cases --classes 5 --effect days`,
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if err := cobra.ExactArgs(1)(cmd, args); err != nil {
				return err
			}
			return o.Check()
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkWord("format", format, "text", "json"); err != nil {
				return err
			}
			if err := checkLanguage(language); err != nil {
				return err
			}
			line := newStatusLine(cmd.ErrOrStderr())
			defer line.clear()
			r, err := study.Response(args[0], o, line.say)
			line.clear()
			if err != nil {
				return err
			}
			if format == "json" {
				return r.JSON(cmd.OutOrStdout())
			}
			return r.Print(cmd.OutOrStdout(), language)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.Disposition, "disposition", "", "variable with the code of how each contact ended")
	f.StringSliceVar(&o.Map, "map", nil, "CODE=LETTERS, what a code means: I, P, R, NC, O, UH, UO or NE")
	f.StringVar(&o.Eligible, "e", "", "share of cases of unknown eligibility that is eligible (default estimated)")
	f.StringVar(&o.Frame, "frame", "", "file that lists everybody who was asked")
	f.StringVar(&o.FrameSheet, "frame-sheet", "", "its sheet (default the first)")
	f.StringVar(&o.ID, "id", "", "with --frame: variable that names the unit, in both files")
	f.StringSliceVar(&o.By, "by", nil, "the groups of rates, or the frame's variables that answers are held against")
	f.StringSliceVar(&o.Effect, "effect", nil, "with --frame: numbers of the answers whose means are weighted")
	f.IntVar(&o.Classes, "classes", 0, "with --frame: so many classes of the propensity (default the cells of --by; 5 where one is a number)")
	f.StringVar(&o.Weights, "weights", "", "variable with the design weight, of the frame where there is one (default equal)")
	f.StringVar(&o.Sheet, "sheet", "", "of FILE: the sheet (default the first)")
	f.StringVar(&format, "format", "text", "text or json")
	f.StringVar(&language, "language", "da", "of the text: da or en")
	return cmd
}
