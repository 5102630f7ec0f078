package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

func newDraft() *cobra.Command {
	var language, out string
	cmd := &cobra.Command{
		Use:   "draft STUDY",
		Short: "A first text for a study's report, its numbers looked up",
		Long: `Draft writes a first text for a report: a heading and a sentence or two for each
table, with the study's figures, a summary before and the method after. It is
Markdown; put it in the study's folder, name it in study.yaml under report, and
make it yours.

Numbers are looked up, so that the text follows the data:

  {{ pct "table" "row" ["column"] }}    39 %
  {{ n "table" "row" ["column"] }}      76
  {{ N "table" ["row or column"] }}     195
  {{ ci "table" "row" ["column"] }}     32–46 %
  {{ words "table" "row" ["column"] }}  just under four in ten
  {{ mean "table" ["column"] }}         12.3
  {{ total "table" }}                   15,759
  {{ difference "table" "row" "column" "column" }}   12 percentage points
  {{ eligible "table" }}, {{ answered "table" }}, {{ psus "table" }}
  {{ see "id" }}                        Table 3, Figure 2 or a section
  {{ table "id" }}, {{ figure "id" }}   on a line of its own
  {{ quotes "theme" }}                  what was said in interviews
  {{ given "39 %" }}                    a number from elsewhere
  {{ fine "why" }}                      what check finds of the sentence is meant

Groups are said to differ only where the table's test finds it, and no hidden
number is looked up.
` + exitCodes,
		Example: "  stikprove draft testdata/par56-2015 --language en",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkLanguage(language); err != nil {
				return err
			}
			s, err := study.Load(args[0])
			if err != nil {
				return err
			}
			line := newStatusLine(cmd.ErrOrStderr())
			defer line.clear()
			text, err := s.Draft(language, line.say)
			line.clear()
			if err != nil {
				return err
			}
			if out != "" {
				return study.WriteDraft(out, text)
			}
			_, err = fmt.Fprint(cmd.OutOrStdout(), text)
			return err
		},
	}
	cmd.Flags().StringVar(&language, "language", "", "da or en (default the study's own)")
	cmd.Flags().StringVarP(&out, "out", "o", "", "file to write to, which must not be there (default standard output)")
	return cmd
}
