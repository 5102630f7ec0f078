package main

import (
	"cmp"
	"fmt"
	"os"

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

func newTable() *cobra.Command {
	var o tableOptions
	cmd := &cobra.Command{
		Use:   "table STUDY ID | table FILE --rows A [--columns B]",
		Short: "One table of a study, or of a data file",
		Long: `Table makes one table as the report prints it, with base, intervals, notes and
source, and with small cells removed.

Of a data file, a workbook or CSV file with one heading row, the flags say what
is tabulated and how its rows were drawn: without them, a simple random sample
with equal weights.
` + exitCodes,
		Example: "  stikprove table testdata/par56-2015 condition\n  stikprove table cases.csv --rows condition --columns industry --psu jobcentre",
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if o.file.Rows != "" {
				return cobra.ExactArgs(1)(cmd, args)
			}
			for _, name := range append([]string{"columns", "percent"}, designFlags...) {
				if cmd.Flags().Changed(name) {
					return fmt.Errorf("--%s is for a file, with --rows; a study says it in study.yaml", name)
				}
			}
			return cobra.ExactArgs(2)(cmd, args)
		}),
		RunE: func(cmd *cobra.Command, args []string) error { return runTable(cmd, args, o) },
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) != 1 {
				return nil, cobra.ShellCompDirectiveDefault
			}
			s, err := study.Load(args[0])
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return s.TableIDs(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "text", "text, csv or json")
	f.StringVar(&o.language, "language", "", "da or en (default the study's own, da for a file)")
	f.StringVar(&o.file.Rows, "rows", "", "of a file: variable in the rows")
	f.StringVar(&o.file.Columns, "columns", "", "of a file: variable in the columns")
	f.StringVar(&o.file.Percent, "percent", "", "of a file: column, row or total")
	addDesignFlags(cmd, &o.file.FileDesign)
	return cmd
}

func runTable(cmd *cobra.Command, args []string, o tableOptions) error {
	if err := checkLanguage(o.language); err != nil {
		return err
	}
	if o.format != "text" && o.format != "csv" && o.format != "json" {
		return usageError{fmt.Errorf("--format %s: want text, csv or json", o.format)}
	}
	if err := checkFileTable(o.file); err != nil {
		return err
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	t, language, err := oneTable(args, o, line.say)
	line.clear()
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	switch o.format {
	case "json":
		return render.TableJSON(out, t, language)
	case "csv":
		return render.CSV(out, t)
	}
	return render.Text(out, t, language, terminalWidth())
}

// checkFileTable refuses values of flags that no table can have.
func checkFileTable(o study.FileTable) error {
	if o.Percent != "" && o.Percent != "column" && o.Percent != "row" && o.Percent != "total" {
		return usageError{fmt.Errorf("--percent %s: want column, row or total", o.Percent)}
	}
	return checkDesignFlags(o.FileDesign)
}

// oneTable makes the table and returns it with the language it is in.
func oneTable(args []string, o tableOptions, progress study.Progress) (*report.Table, string, error) {
	if o.file.Rows != "" {
		language := cmp.Or(o.language, "da")
		t, err := study.TabulateFile(args[0], o.file, language, progress)
		return t, language, err
	}
	s, err := study.Load(args[0])
	if err != nil {
		return nil, "", err
	}
	language := cmp.Or(o.language, s.Language())
	t, err := s.Table(args[1], language, progress)
	return t, language, err
}

// terminalWidth is the width of the terminal that standard output is, or 0.
func terminalWidth() int {
	if width, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
		return width
	}
	return 0
}
