package main

import (
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

type reportOptions struct {
	out      string
	language string
}

func newReport() *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use:   "report STUDY",
		Short: "Take a study from its workbooks to its report",
		Long: `Report reads a study's workbooks, codes the descriptions, computes the tables
with the uncertainty the design gives them, removes small cells, draws the
figures and writes

  report.html     the report, one file that needs no network
  tables.xlsx     every table, with a chart beside it
  tables.json     the same for other programs
  figures/        each figure as SVG and PNG
  manifest.json   what was read and written, with hashes

Where the input has problems nothing is computed and nothing is written. The
files are listed on standard output.
` + exitCodes,
		Example: "  stikprove report testdata/par56-2015 --out out",
		Args:    usage(cobra.ExactArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return runReport(cmd, args[0], o) },
	}
	cmd.Flags().StringVarP(&o.out, "out", "o", "out", "folder to write the report to")
	cmd.Flags().StringVar(&o.language, "language", "", "da or en (default the study's own)")
	return cmd
}

func runReport(cmd *cobra.Command, path string, o reportOptions) error {
	if err := checkLanguage(o.language); err != nil {
		return err
	}
	s, err := study.Load(path)
	if err != nil {
		return err
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	summary, err := s.Run(study.Options{Out: o.out, Language: o.language, Progress: line.say, Now: time.Now()})
	line.clear()
	if err != nil {
		return err
	}
	fmt.Fprint(cmd.ErrOrStderr(), summary)
	for _, file := range summary.Files {
		if _, err := fmt.Fprintln(cmd.OutOrStdout(), filepath.Join(o.out, filepath.FromSlash(file))); err != nil {
			return err
		}
	}
	return nil
}
