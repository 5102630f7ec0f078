package main

import (
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"stikprove/report/render/docx"
	"stikprove/report/study"
)

type reportOptions struct {
	out      string
	language string
	template string
	update   string
	pdf      bool
	charts   bool

	inaccessible bool
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
  report.docx     the report as a Word file, to be written on in
  tables.xlsx     every table, with a chart beside it
  tables.json     the same for other programs
  figures/        each figure as SVG and PNG
  report.pdf      with --pdf: tagged, by LibreOffice or else Chromium
  manifest.json   what was read and written, with hashes

Where the input has problems nothing is computed and nothing is written. The
files are listed on standard output.

With --template the Word file is laid in a house template: its styles, headers
and footers are kept, and the report takes the place of a paragraph that says
{{rapport}} or {{report}} or, where there is none, of what the template says.

With --editable-charts, or editable_charts: true in study.yaml, bars, grouped and
stacked bars and lines in report.docx are charts that Word can edit, with the
percentages that are printed and no others behind them; other figures stay
pictures. The PDF has pictures in any case: they keep their alternative texts.

What would keep readers from the report who do not see it, or not well, is looked
for in every file before anything is written: figures without words, tables
without heads, headings that skip a level, no title or language, pale lettering.
It is listed and stops the run, unless --accept-inaccessible is given. Of a Word
file that --update has brought up to date it is listed only: people made it so.

With --update nothing is written but the numbers, tables and pictures of a Word
file that came from here and has been edited since. What changed is listed
number by number, and so is what the file has no more.
` + exitCodes,
		Example: "  stikprove report testdata/par56-2015 --out out",
		Args:    usage(cobra.ExactArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return runReport(cmd, args[0], o) },
	}
	cmd.Flags().StringVarP(&o.out, "out", "o", "out", "folder to write the report to")
	cmd.Flags().StringVar(&o.language, "language", "", "da or en (default the study's own)")
	cmd.Flags().StringVar(&o.template, "template", "", "Word file (.docx, .dotx) that lends report.docx its looks (default the study's own)")
	cmd.Flags().BoolVar(&o.pdf, "pdf", false, "print report.pdf as well, where LibreOffice or Chromium is installed")
	cmd.Flags().BoolVar(&o.charts, "editable-charts", false, "figures in report.docx as charts that Word can edit, where it has their kind")
	cmd.Flags().BoolVar(&o.inaccessible, "accept-inaccessible", false, "write the report though some could not read it: what keeps them from it is listed as notes")
	cmd.Flags().StringVar(&o.update, "update", "", "Word file to bring up to date, in place of writing a report")
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
	if o.update != "" {
		return updateReport(cmd, s, o, line)
	}
	summary, err := s.Run(study.Options{Out: o.out, Language: o.language, Template: o.template, PDF: o.pdf, Charts: o.charts, Inaccessible: o.inaccessible, Progress: line.say, Now: time.Now()})
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

// updateReport renews a Word file and lists what changed.
func updateReport(cmd *cobra.Command, s *study.Study, o reportOptions, line *statusLine) error {
	updated, err := s.Update(o.update, o.language, line.say)
	line.clear()
	if err != nil {
		return err
	}
	written := 0
	for _, c := range updated.Changes {
		if c.Kind == docx.Changed || c.Kind == docx.Redrawn || c.Kind == docx.Rebuilt {
			written++
		}
		if _, err := fmt.Fprintln(cmd.OutOrStdout(), c); err != nil {
			return err
		}
	}
	for _, barrier := range updated.Barriers {
		fmt.Fprintf(cmd.ErrOrStderr(), "note    %s: %s\n", o.update, barrier)
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "updated %s: %d changes, %d to look at; it has %d numbers, lines and pictures\n",
		o.update, written, len(updated.Changes)-written, updated.Found)
	return nil
}
