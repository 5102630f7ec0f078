package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"stikprove/report/study"
)

type readOptions struct {
	format, language, to, mapping, cpr string
	texts                              bool
	file                               study.FileOptions
}

// passwordVariable is where a workbook's password is looked for. It is no flag,
// since flags are seen by everybody on the machine.
const passwordVariable = "STIKPROVE_PASSWORD"

func newRead() *cobra.Command {
	var o readOptions
	cmd := &cobra.Command{
		Use:   "read FILE...",
		Short: "What a file is, and a clean copy of it",
		Long: `Read says which survey platform wrote a file, what a row is, which variables
there are and how many answers each has, what was guessed and what is wrong.
Several files are one export in parts, such as SurveyXact's three text files.
An instrument (XLSForm) is printed as a questionnaire.

With --to the data are written cleanly: one row per unit, codes, a column of 0
and 1 per option where several may be chosen, and a codebook. An empty cell was
not answered, .a was not asked, .b did not return. Columns marked personal are
never written, and coded texts only with --texts. CSV is UTF-8 with commas and
decimal points, one file per unit. A clean workbook, or all of the clean CSV
files together, is read back as the same data.

CPR numbers stop it, with their cells, unless --cpr mask says to mask them.

With --format json the keys are platform, files, sheet, units (unit, rows and
columns with name, label, kind, options, present, not_answered, not_asked),
problems (file, sheet, cell, variable, severity, message) and notes.

The password of an encrypted workbook is taken from the environment variable
` + passwordVariable + ` or, on a terminal, asked for.
` + exitCodes,
		Example: "  stikprove read testdata/par56-2015/data/jobcentres.xlsx --instrument testdata/par56-2015/instrument.xlsx",
		Args:    usage(cobra.MinimumNArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return runRead(cmd, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.file.Instrument, "instrument", "", "XLSForm that the answers are checked against")
	f.StringVar(&o.file.Sheet, "sheet", "", "the sheet with the answers (default the platform's own, or the first)")
	f.StringVar(&o.file.Unit, "unit", "", "what a row is called, or the roster wanted (default respondents)")
	f.StringVar(&o.to, "to", "", "write the data cleanly to this .csv or .xlsx; an instrument to an .xlsx")
	f.StringVar(&o.mapping, "mapping", "", "write every decision about the file to this .yaml")
	f.StringVar(&o.cpr, "cpr", "refuse", "CPR numbers in the data: refuse or mask")
	f.BoolVar(&o.texts, "texts", false, "with --to: the texts that are coded, too")
	f.StringVar(&o.format, "format", "text", "text or json")
	f.StringVar(&o.language, "language", "da", "language of labels: da or en")
	return cmd
}

func (o readOptions) check() error {
	if err := checkWord("format", o.format, "text", "json"); err != nil {
		return err
	}
	if err := checkWord("cpr", o.cpr, "refuse", "mask"); err != nil {
		return err
	}
	if extension := strings.ToLower(filepath.Ext(o.to)); o.to != "" && extension != ".csv" && extension != ".xlsx" {
		return usageError{fmt.Errorf("--to %s: want a name that ends in .csv or .xlsx", o.to)}
	}
	return checkLanguage(o.language)
}

func runRead(cmd *cobra.Command, args []string, o readOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	o.file.MaskCPR = o.cpr == "mask"
	o.file.Password = os.Getenv(passwordVariable)
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	if term.IsTerminal(int(os.Stdin.Fd())) {
		o.file.Ask = func(file string) (string, error) {
			line.clear()
			fmt.Fprintf(cmd.ErrOrStderr(), "password of %s: ", file)
			password, err := term.ReadPassword(int(os.Stdin.Fd()))
			fmt.Fprintln(cmd.ErrOrStderr())
			return string(password), err
		}
	}
	o.file.Progress = line.say
	line.say("reading")
	reading, err := study.ReadFile(args, o.file)
	line.clear()
	if err != nil {
		return err
	}
	if o.format == "json" {
		err = reading.JSON(cmd.OutOrStdout(), o.language)
	} else {
		err = reading.Text(cmd.OutOrStdout(), o.language)
	}
	if err != nil {
		return err
	}
	if o.mapping != "" {
		if err := reading.WriteMapping(o.mapping); err != nil {
			return err
		}
	}
	if err := reading.Problems.Err(); err != nil {
		return err
	}
	if o.to == "" {
		return nil
	}
	files, err := reading.Write(o.to, study.CleanOptions{Language: o.language, Texts: o.texts})
	if err == nil {
		fmt.Fprintf(cmd.ErrOrStderr(), "wrote   %s\n", strings.Join(files, ", "))
	}
	return err
}
