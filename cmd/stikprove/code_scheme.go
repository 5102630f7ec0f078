package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

func newCodeScheme() *cobra.Command {
	var out, in, to string
	cmd := &cobra.Command{
		Use:   "scheme [NAME] --out W.xlsx | --in W.xlsx --to FILE.scheme",
		Short: "A scheme as a workbook to edit, and back",
		Long: `Scheme writes a scheme as a workbook with sheets for its categories, groups,
concepts, regions, exceptions and codes, and reads such a workbook, edited, into
a scheme file that a study can name: scheme: schemes/mine.scheme. NAME is an
embedded scheme (default danish/condition) or a file ending in .scheme.
` + exitCodes,
		Example: "  stikprove code scheme --out scheme.xlsx\n  stikprove code scheme --in scheme.xlsx --to mine.scheme",
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if (out == "") == (in == "") || (in == "") != (to == "") || in != "" && len(args) > 0 {
				return fmt.Errorf("want either --out, or --in and --to")
			}
			return cobra.MaximumNArgs(1)(cmd, args)
		}),
		RunE: func(_ *cobra.Command, args []string) error {
			if in != "" {
				return study.ReadSchemeWorkbook(in, to)
			}
			return study.WriteScheme(append(args, "danish/condition")[0], out)
		},
	}
	f := cmd.Flags()
	f.StringVar(&out, "out", "", "workbook to write")
	f.StringVar(&in, "in", "", "workbook to read")
	f.StringVar(&to, "to", "", "scheme file to write")
	return cmd
}
