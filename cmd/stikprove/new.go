package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

type newOptions struct {
	from                  []string
	language, wave, sheet string
	report                bool
}

func newNew() *cobra.Command {
	var o newOptions
	cmd := &cobra.Command{
		Use:   "new DIR --from EXPORT|STUDY",
		Short: "A new study: of an export, or of an earlier one",
		Long: `New makes the folder DIR, which must be empty or not be there.

From an export of any platform, or any table, it makes a study that runs at
once: the questionnaire as far as the answers tell, how the file is read, a
table for each question, some figures and a text. The export is copied to
DIR/data. How the respondents were chosen no export tells; they are read as a
simple random sample, and the report says that nobody has stated it. Open
questions are not tabulated, and CPR numbers are masked. With --report the report
is made too, in DIR/out. An export in several files takes --from several times.

From a STUDY, with --wave, it makes the next wave: the same questionnaire,
scheme, rules, tables and text. What people decided is remembered for the same
texts; it decides no other case. Data are not copied.

What was guessed, and every place that is to be looked at or changed, is listed
with its file and line.
` + exitCodes,
		Example: `  stikprove new started --from answers.xlsx --report
  stikprove new par56-2027 --from par56-2015 --wave 2027`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return runNew(cmd, args[0], o) },
	}
	f := cmd.Flags()
	f.StringArrayVar(&o.from, "from", nil, "the export, or the folder of the earlier study")
	f.StringVar(&o.wave, "wave", "", "of a study: the new wave, such as 2026")
	f.StringVar(&o.language, "language", "", "of an export: da or en (default as its words are)")
	f.StringVar(&o.sheet, "sheet", "", "of an export: the sheet with the answers (default the platform's own, or the first)")
	f.BoolVar(&o.report, "report", false, "of an export: make the report too")
	return cmd
}

func runNew(cmd *cobra.Command, dir string, o newOptions) error {
	if err := checkLanguage(o.language); err != nil {
		return err
	}
	if len(o.from) == 0 {
		return usageError{errors.New("new wants --from, an export or an earlier study; see stikprove new --help")}
	}
	earlier := study.IsStudy(o.from[0])
	switch {
	case earlier && (len(o.from) > 1 || o.wave == ""):
		return usageError{fmt.Errorf("%s is a study: want it alone, with --wave and the new wave such as 2026", o.from[0])}
	case earlier && (o.language != "" || o.sheet != "" || o.report):
		return usageError{errors.New("--language, --sheet and --report are of an export, and --from is a study")}
	case !earlier && o.wave != "":
		return usageError{fmt.Errorf("--wave is of an earlier study, and %s is none: want a folder with study.yaml", o.from[0])}
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	if earlier {
		started, err := study.NextWave(dir, o.from[0], o.wave, line.say)
		line.clear()
		if err != nil {
			return err
		}
		return printNew(cmd, dir, started)
	}
	started, err := study.Start(dir, o.from, study.StartOptions{
		File: study.FileOptions{Sheet: o.sheet, Password: os.Getenv(passwordVariable), Progress: line.say}, Language: o.language, Report: o.report, Now: time.Now(),
	})
	line.clear()
	if err != nil {
		return err
	}
	return printNew(cmd, dir, started)
}

// printNew lists what was written, and what is to be looked at.
func printNew(cmd *cobra.Command, dir string, started *study.Started) error {
	if started.Summary != nil {
		fmt.Fprint(cmd.ErrOrStderr(), started.Summary)
		started.Files = append(started.Files, "out/report.html")
	}
	for _, file := range started.Files {
		if _, err := fmt.Fprintln(cmd.OutOrStdout(), filepath.Join(dir, filepath.FromSlash(file))); err != nil {
			return err
		}
	}
	if _, err := fmt.Fprintf(cmd.OutOrStdout(), "\n%s\n", started.Heading()); err != nil {
		return err
	}
	for _, look := range started.Looks {
		if _, err := fmt.Fprintf(cmd.OutOrStdout(), "  %s\n", look); err != nil {
			return err
		}
	}
	return nil
}
