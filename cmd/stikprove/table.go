package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"stikprove/report/render"
	"stikprove/report/study"
)

type tableOptions struct{ format, language string }

func newTable() *cobra.Command {
	var o tableOptions
	cmd := &cobra.Command{
		Use:   "table STUDY ID",
		Short: "One table of a study",
		Long: `Table makes one table of a study as the report prints it, with base, intervals,
notes and source, and with small cells removed.
` + exitCodes,
		Example: "  stikprove table testdata/par56-2015 condition",
		Args:    usage(cobra.ExactArgs(2)),
		RunE:    func(cmd *cobra.Command, args []string) error { return runTable(cmd, args[0], args[1], o) },
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
	cmd.Flags().StringVar(&o.format, "format", "text", "text, csv or json")
	cmd.Flags().StringVar(&o.language, "language", "", "da or en (default the study's own)")
	return cmd
}

func runTable(cmd *cobra.Command, path, id string, o tableOptions) error {
	if o.format != "text" && o.format != "csv" && o.format != "json" {
		return usageError{fmt.Errorf("--format %s: want text, csv or json", o.format)}
	}
	s, err := study.Load(path)
	if err != nil {
		return err
	}
	if o.language == "" {
		o.language = s.Language()
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	t, err := study.OneTable(s, id, o.language, line.say)
	line.clear()
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	switch o.format {
	case "json":
		return render.TableJSON(out, t, o.language)
	case "csv":
		return render.CSV(out, t)
	}
	return render.Text(out, t, o.language, terminalWidth())
}

// terminalWidth is the width of the terminal that standard output is, or 0.
func terminalWidth() int {
	if width, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
		return width
	}
	return 0
}
