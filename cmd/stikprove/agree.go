package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

type agreeOptions struct {
	format, adjudicate string
	texts              bool
}

func newAgree() *cobra.Command {
	var o agreeOptions
	cmd := &cobra.Command{
		Use:   "agree A B",
		Short: "How far two coders agree, and on what they differ",
		Long: `Agree compares two coders' codes of the same cases: the share coded alike, Cohen's
kappa and Krippendorff's alpha with intervals, each category by itself, what is
called a combination, and the cases on which they differ.

A and B are each a workbook of stikprove review that was filled in, a file with
the columns id and category such as a decisions file or what stikprove code
--format tsv prints, or a STUDY, which stands for its rules without decisions.

With --adjudicate a workbook is written on which a third person settles the
differences; stikprove review --in reads it back.
` + exitCodes,
		Example: "  stikprove agree koder-a.xlsx koder-b.xlsx --adjudicate afgoerelse.xlsx\n  stikprove agree koder-a.xlsx testdata/par56-2015",
		Args:    usage(cobra.ExactArgs(2)),
		RunE:    func(cmd *cobra.Command, args []string) error { return runAgree(cmd, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "text", "text or json")
	f.StringVar(&o.adjudicate, "adjudicate", "", "workbook to write for whoever settles the differences")
	f.BoolVar(&o.texts, "texts", false, "print the descriptions on which they differ too")
	return cmd
}

func runAgree(cmd *cobra.Command, args []string, o agreeOptions) error {
	if err := checkWord("format", o.format, "text", "json"); err != nil {
		return err
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	g, err := study.Agree(args[0], args[1], study.AgreeOptions{Adjudicate: o.adjudicate, Progress: line.say})
	line.clear()
	if err != nil {
		return err
	}
	if o.adjudicate != "" {
		fmt.Fprintf(cmd.ErrOrStderr(), "wrote %s\n", o.adjudicate)
	}
	if o.format == "json" {
		return g.JSON(cmd.OutOrStdout(), o.texts)
	}
	return g.Print(cmd.OutOrStdout(), o.texts)
}
