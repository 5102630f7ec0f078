package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

func newStatus() *cobra.Command {
	var o study.StatusOptions
	var out, format string
	cmd := &cobra.Command{
		Use:   "status STUDY [--by VAR] [--out REMIND.xlsx]",
		Short: "Who has answered so far, what is missing, and whom to remind",
		Long: `Status holds what has come so far against the study's frame: who has answered
which part, the response rates of AAPOR's Standard Definitions, by day where the
export tells when answers were sent, and by a variable of the frame. A part is
complete where every required question that was asked is answered, and cases are
where as many came as were to be drawn.

--out writes the respondents to remind as a workbook, with the frame's own
columns. Nothing is sent. How contacts ended is kept in a workbook that people
edit, which study.yaml names (dispositions: dispositions.xlsx) and --out makes
where it is not there; or in a column of the frame (frame: {disposition: COL}).
Its codes are I, P, R, NC, O, UH, UO and NE, or AAPOR's, and count for those of
whom nothing came; who refuses or is not eligible is not reminded.

--margin says which precision is wanted: how many of those left would have to
answer, as if they were a random sample of the frame.

The status names respondents and is for those who run the survey.
` + exitCodes,
		Example: `  stikprove status testdata/par56-2015 --by region --margin 0.05
  stikprove status par56-2015 --out rykkes.xlsx`,
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if err := cobra.ExactArgs(1)(cmd, args); err != nil {
				return err
			}
			if err := checkWord("format", format, "text", "json"); err != nil {
				return err
			}
			switch {
			case out != "" && !strings.EqualFold(filepath.Ext(out), ".xlsx"):
				return fmt.Errorf("--out %s: want a name that ends in .xlsx", out)
			case cmd.Flags().Changed("margin") && !(o.Margin > 0 && o.Margin < 1):
				return fmt.Errorf("--margin %v: want a share such as 0.05", o.Margin)
			case !(o.Proportion > 0 && o.Proportion < 1):
				return fmt.Errorf("--proportion %v: want a share such as 0.5", o.Proportion)
			case cmd.Flags().Changed("proportion") && o.Margin == 0:
				return fmt.Errorf("--proportion goes with --margin")
			}
			return nil
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkLanguage(o.Language); err != nil {
				return err
			}
			s, err := study.Load(args[0])
			if err != nil {
				return err
			}
			line := newStatusLine(cmd.ErrOrStderr())
			defer line.clear()
			o.Progress = line.say
			st, err := s.Status(o)
			line.clear()
			if err != nil {
				return err
			}
			if out != "" {
				n, created, err := st.WriteReminders(out)
				if err != nil {
					return err
				}
				fmt.Fprintf(cmd.ErrOrStderr(), "wrote   %s: %d to remind\n", out, n)
				if created != "" {
					fmt.Fprintf(cmd.ErrOrStderr(), "wrote   %s, for people to keep\n", created)
				}
			}
			if format == "json" {
				return st.JSON(cmd.OutOrStdout())
			}
			return st.Print(cmd.OutOrStdout())
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.By, "by", "", "variable of the frame")
	f.StringVar(&out, "out", "", "workbook of those to remind")
	f.StringVar(&format, "format", "text", "text or json")
	f.StringVar(&o.Language, "language", "", "of the text and the workbooks: da or en (default the study's own)")
	f.Float64Var(&o.Margin, "margin", 0, "half the width of the interval to be reached, as a share")
	f.Float64Var(&o.Proportion, "proportion", 0.5, "with --margin: the proportion that is expected")
	return cmd
}
