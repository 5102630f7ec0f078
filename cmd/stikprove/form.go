package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

func newForm() *cobra.Command {
	var o study.FormOptions
	var xlsform string
	cmd := &cobra.Command{
		Use:   "form STUDY --out DIR | form STUDY --xlsform OUT.xlsx",
		Short: "Workbooks for respondents to fill in, or the instrument for other programs",
		Long: `Form writes the study's instrument as workbooks that people fill in, in Excel or
LibreOffice: one for each respondent of the study's frame, named for it and with
its id fixed, or with --blank one for anybody. Answers are chosen from lists or
held to the question's kind and limits, what is not to be answered turns grey,
and all but the answers is locked, without a password.

--kind says which questions: survey, those asked once; cases, those of the
instrument's repeat, with a column for each case; both, which is meant where
nothing is said, in one workbook. --drawn names the list of the cases that were
drawn, as the command draw writes it: each respondent gets its own cases, headed
by the column --label, and columns named as questions are filled in beforehand.

The workbooks come back as they are, put in a folder that study.yaml names:

  jobcentres: {folder: data/svar}                            # --kind survey, both
  cases: {from: jobcentres, roster: case}                    # --kind both
  cases: {folder: data/sager, to: jobcentres, link: jobcentre}  # --kind cases

A workbook that stands in DIR already is never written over.

--xlsform writes the instrument as an XLSForm for ODK, KoboToolbox, SurveyCTO and
other programs.
` + exitCodes,
		Example: `  stikprove form testdata/par56-2015 --out skemaer
  stikprove form par56-2015 --kind cases --drawn drawn/draw.csv --label case --out sager
  stikprove form par56-2015 --xlsform par56.xlsx`,
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if err := cobra.ExactArgs(1)(cmd, args); err != nil {
				return err
			}
			switch {
			case (o.Out == "") == (xlsform == ""):
				return fmt.Errorf("want either --out DIR or --xlsform OUT.xlsx")
			case xlsform != "" && !strings.EqualFold(filepath.Ext(xlsform), ".xlsx"):
				return fmt.Errorf("--xlsform %s: want a name that ends in .xlsx", xlsform)
			case !slices.Contains([]string{"", "survey", "cases", "both"}, o.Kind):
				return fmt.Errorf("--kind %s: want survey, cases or both", o.Kind)
			case o.Drawn != "" && o.Kind == "survey", o.Drawn != "" && o.Blank:
				return fmt.Errorf("--drawn does not go with --blank or --kind survey")
			case (o.Label != "" || o.Sheet != "") && o.Drawn == "":
				return fmt.Errorf("--label and --drawn-sheet are of the list that --drawn names")
			}
			for _, flag := range []string{"kind", "language", "blank", "drawn", "label", "drawn-sheet"} {
				if xlsform != "" && cmd.Flags().Changed(flag) {
					return fmt.Errorf("--%s does not go with --xlsform", flag)
				}
			}
			return nil
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkLanguage(o.Language); err != nil {
				return err
			}
			s, err := study.Load(args[0])
			if err != nil {
				return err
			}
			if xlsform != "" {
				return runXLSForm(cmd, s, xlsform)
			}
			return runForm(cmd, s, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.Out, "out", "", "folder for the workbooks")
	f.StringVar(&xlsform, "xlsform", "", "XLSForm to write in their place")
	f.StringVar(&o.Language, "language", "", "da or en (default the study's own)")
	f.StringVar(&o.Kind, "kind", "", "survey, cases or both (default both where there are cases)")
	f.BoolVar(&o.Blank, "blank", false, "one workbook that names nobody (default one for each respondent of the frame)")
	f.StringVar(&o.Drawn, "drawn", "", "list of the drawn cases (default as many as the instrument repeats)")
	f.StringVar(&o.Sheet, "drawn-sheet", "", "its sheet (default the first)")
	f.StringVar(&o.Label, "label", "", "its column that respondents know a case by")
	return cmd
}

func runForm(cmd *cobra.Command, s *study.Study, o study.FormOptions) error {
	o.Password = os.Getenv("STIKPROVE_PASSWORD")
	forms, err := s.Forms(o)
	if err != nil {
		return err
	}
	talk := cmd.ErrOrStderr()
	for _, n := range forms.Notes {
		fmt.Fprintf(talk, "note    %s\n", n)
	}
	for _, r := range forms.Remarks {
		fmt.Fprintf(talk, "note    %s\n", r)
	}
	workbooks := "workbooks"
	if len(forms.Files) == 1 {
		workbooks = "workbook"
	}
	fmt.Fprintf(talk, "wrote   %d %s to fill in\n", len(forms.Files), workbooks)
	fmt.Fprintf(talk, "back    in study.yaml: %s\n", forms.Way)
	for _, name := range forms.Files {
		if _, err := fmt.Fprintln(cmd.OutOrStdout(), filepath.ToSlash(filepath.Join(forms.Folder, name))); err != nil {
			return err
		}
	}
	return nil
}

func runXLSForm(cmd *cobra.Command, s *study.Study, path string) error {
	notes, err := s.Form(path)
	if err != nil {
		return err
	}
	for _, n := range notes {
		fmt.Fprintf(cmd.ErrOrStderr(), "note    %s\n", n)
	}
	_, err = fmt.Fprintln(cmd.OutOrStdout(), path)
	return err
}
