package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

func newCheck() *cobra.Command {
	var language string
	cmd := &cobra.Command{
		Use:   "check STUDY",
		Short: "List every problem in a study's input",
		Long: `Check reads everything a study names and lists every problem, one line each
with its file, sheet and cell. It writes nothing.
` + exitCodes,
		Example: "  stikprove check testdata/par56-2015",
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
			summary, err := s.Check(language, line.say)
			line.clear()
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(cmd.OutOrStdout(), summary.Full(), "no problems\n")
			return err
		},
	}
	cmd.Flags().StringVar(&language, "language", "", "da or en (default the study's own)")
	return cmd
}
