package main

import (
	"bufio"
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

type codeOptions struct {
	text, column, scheme, variable, format, language, cpr string
	review, texts                                         bool
}

func newCode() *cobra.Command {
	var o codeOptions
	cmd := &cobra.Command{
		Use:   "code STUDY | code --text FILE",
		Short: "Code descriptions, and say how each was decided",
		Long: `Code codes the descriptions of a study, or the texts in one column of any
workbook or CSV file, and prints a line for each: its category, whether it is a
combination, how sure the rules are, whether a person should look, and why.

The descriptions themselves are health data and are printed only with --texts.
Texts with a CPR number stop it, with their cells; with --cpr mask they are
masked.

With --format tsv the columns are id, category, combination, confidence, review
and reason; id is the case's, or the row number from 1 in a file; combination
and review are 0 or 1; confidence is from 0 to 1.
` + exitCodes,
		Example: "  stikprove code testdata/par56-2015 --review\n  stikprove code --text answers.xlsx --column lidelse --format tsv",
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if (o.text == "") == (len(args) == 0) {
				return fmt.Errorf("want either one STUDY or --text FILE")
			}
			return cobra.MaximumNArgs(1)(cmd, args)
		}),
		RunE: func(cmd *cobra.Command, args []string) error { return runCode(cmd, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.text, "text", "", "workbook or CSV file with texts")
	f.StringVar(&o.column, "column", "", "heading of the column with texts (default the only column, or \"text\")")
	f.StringVar(&o.scheme, "scheme", "danish/condition", "scheme for --text")
	f.StringVar(&o.variable, "variable", "", "which of the study's coded variables (default the only one)")
	f.StringVar(&o.format, "format", "text", "text or tsv")
	f.StringVar(&o.language, "language", "", "language of the reasons: da or en; the study's where left out, and of --text da")
	f.StringVar(&o.cpr, "cpr", "refuse", "CPR numbers in the texts of --text: refuse or mask")
	f.BoolVar(&o.review, "review", false, "only those a person should look at")
	f.BoolVar(&o.texts, "texts", false, "print the descriptions too")
	cmd.AddCommand(newCodeEvaluate(), newCodeScheme())
	return cmd
}

func runCode(cmd *cobra.Command, args []string, o codeOptions) error {
	if o.language != "" {
		if err := checkLanguage(o.language); err != nil {
			return err
		}
	}
	if err := checkWord("format", o.format, "text", "tsv"); err != nil {
		return err
	}
	if err := checkWord("cpr", o.cpr, "refuse", "mask"); err != nil {
		return err
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	out := bufio.NewWriter(cmd.OutOrStdout())
	headed := false
	err := eachCoded(args, &o, line.say, func(r study.CodedRow) error {
		if !headed {
			line.clear()
			printHeader(out, o)
			headed = true
		}
		if o.review && !r.Coding.Review {
			return nil
		}
		return printCoded(out, r, o)
	})
	line.clear()
	if err != nil {
		return err
	}
	if !headed {
		printHeader(out, o)
	}
	return out.Flush()
}

// eachCoded calls f for each description as it is coded, once the language is
// settled.
func eachCoded(args []string, o *codeOptions, progress study.Progress, f func(study.CodedRow) error) error {
	if o.text != "" {
		o.language = cmp.Or(o.language, "da")
		return study.CodeFile(o.text, o.column, o.scheme, o.cpr == "mask", f)
	}
	s, err := study.Load(args[0])
	if err != nil {
		return err
	}
	o.language = cmp.Or(o.language, s.Language())
	rows, err := s.Codings(o.variable, progress)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if err := f(r); err != nil {
			return err
		}
	}
	return nil
}

func printHeader(out *bufio.Writer, o codeOptions) {
	if o.format != "tsv" {
		return
	}
	fmt.Fprint(out, "id\tcategory\tcombination\tconfidence\treview\treason")
	if o.texts {
		fmt.Fprint(out, "\ttext")
	}
	fmt.Fprintln(out)
}

// oneLine keeps a text within its field.
var oneLine = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")

func printCoded(out *bufio.Writer, r study.CodedRow, o codeOptions) error {
	k := r.Coding
	category, reason := k.Category, oneLine.Replace(k.Reason.In(o.language))
	if category == "" {
		category = "uncoded"
	}
	if o.format == "tsv" {
		fmt.Fprintf(out, "%s\t%s\t%s\t%.2f\t%s\t%s", r.ID, category, bit(k.Combination), k.Confidence, bit(k.Review), reason)
		if o.texts {
			fmt.Fprintf(out, "\t%s", oneLine.Replace(r.Text))
		}
		_, err := fmt.Fprintln(out)
		return err
	}
	marks := ""
	if k.Combination {
		marks = " +"
	}
	_, err := fmt.Fprintf(out, "%-8s %-13s %.2f  %s\n", r.ID, category+marks, k.Confidence, reason)
	if o.texts {
		_, err = fmt.Fprintf(out, "         %s\n", oneLine.Replace(r.Text))
	}
	return err
}

func bit(b bool) string {
	if b {
		return "1"
	}
	return "0"
}
