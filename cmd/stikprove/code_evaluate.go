package main

import (
	"bufio"
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

type evaluateOptions struct {
	scheme, part, format string
	texts, calibrate     bool
}

func newCodeEvaluate() *cobra.Command {
	var o evaluateOptions
	cmd := &cobra.Command{
		Use:   "evaluate GOLD",
		Short: "Score the coding against settled descriptions",
		Long: `Evaluate codes the descriptions of a file and scores them against the verdicts
that stand beside them: accuracy with 95 % intervals (Wilson) in all and by
category, difficulty and feature; the confusion; Cohen's kappa and macro-F1;
combination; what review would catch; the bias of each category's share; and how
well confidence is calibrated.

GOLD has fields between tabs under a header: text and category are needed;
combination (0 or 1), difficulty and features (separated by commas) are used
where they stand. --part takes only the half of the set that a hash of the text
gives: tune to mend rules by, test to score only.

With --format tsv there is a line for each figure: measure, by, value, n,
estimate, low, high. Descriptions are health data: with --texts those that came
out otherwise are listed.

With --calibrate it prints instead the calibration lines to put into the scheme:
how often scores like these come out right, fitted to GOLD. They are what
confidence is, and what a study's review.error goes by; score them on other
descriptions than they were fitted to.
` + exitCodes,
		Example: "  stikprove code evaluate testdata/coding/conditions.tsv --part tune",
		Args:    usage(cobra.ExactArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return runEvaluate(cmd, args[0], o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.scheme, "scheme", "danish/condition", "scheme to code by: a name, or a file ending in .scheme")
	f.StringVar(&o.part, "part", "all", "tune, test or all")
	f.StringVar(&o.format, "format", "text", "text or tsv")
	f.BoolVar(&o.calibrate, "calibrate", false, "print the scheme's calibration lines, fitted to GOLD")
	f.BoolVar(&o.texts, "texts", false, "list the descriptions that came out otherwise")
	return cmd
}

func runEvaluate(cmd *cobra.Command, path string, o evaluateOptions) error {
	if err := checkWord("format", o.format, "text", "tsv"); err != nil {
		return err
	}
	if err := checkWord("part", o.part, "tune", "test", "all"); err != nil {
		return err
	}
	e, err := study.EvaluateCoding(path, o.scheme, o.part)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	if o.calibrate {
		for _, c := range e.Calibrated() {
			fmt.Fprintf(out, "calibration | %v | %v | %d\n", c.Score, c.Right, c.N)
		}
		return out.Flush()
	}
	p := scorePrinter{out: out, tsv: o.format == "tsv"}
	p.print(e)
	if o.texts {
		p.wrong(e)
	}
	return out.Flush()
}

// scorePrinter prints an evaluation, as a page or as a line for each figure.
type scorePrinter struct {
	out *bufio.Writer
	tsv bool
}

func (p scorePrinter) print(e *study.Evaluation) {
	if p.tsv {
		fmt.Fprintln(p.out, "measure\tby\tvalue\tn\testimate\tlow\thigh")
	} else {
		fmt.Fprintf(p.out, "%s, part %s: %d descriptions, scheme %s %s\n", e.File, e.Part, len(e.Set), e.Scheme.Name, e.Scheme.Version)
	}
	p.heading("Accuracy", "review", "of the rest")
	for _, s := range append([]study.Slice{e.All}, e.Slices...) {
		by, name := s.By, s.Name
		if by == "" {
			by, name = "all", "all"
		}
		p.rate("accuracy", by, name, s.Right, s.Review, s.Rest)
	}
	p.heading("Review")
	p.rate("review", "codable", "sent to review, of those with content", e.Codable)
	p.rate("review", "caught", "wrong ones sent to review", e.Caught)
	p.rate("review", "empty", "answers without content coded unseen", e.Empty)
	for _, pr := range e.Production {
		p.rate("production", fmt.Sprintf("%g", pr.Error), fmt.Sprintf("coded unseen at an error of %g %%", pr.Error*100), pr.Share)
	}
	p.heading("Agreement")
	p.figure("kappa", "Cohen's kappa", len(e.Set), e.Kappa, e.KappaLow, e.KappaHigh)
	p.figure("macro-f1", "macro-F1", len(e.Set), e.MacroF1, math.NaN(), math.NaN())
	p.figure("ece", "expected calibration error", len(e.Set), e.ECE, math.NaN(), math.NaN())
	p.heading("Combination")
	p.rate("combination", "precision", "precision", e.Combination.Precision)
	p.rate("combination", "recall", "recall", e.Combination.Recall)
	p.figure("combination-f1", "F1", e.Combination.Recall.N, e.Combination.F1, math.NaN(), math.NaN())
	p.categories(e)
}

func (p scorePrinter) heading(title string, more ...string) {
	if p.tsv {
		return
	}
	line := fmt.Sprintf("%-57s", title)
	for _, m := range more {
		line += fmt.Sprintf(" %13s", m)
	}
	fmt.Fprintf(p.out, "\n%s\n", strings.TrimRight(line, " "))
}

// rate prints a proportion, and beside it the shares that were sent to review
// and were right of the rest.
func (p scorePrinter) rate(measure, by, name string, r study.Rate, more ...study.Rate) {
	if p.tsv {
		fmt.Fprintf(p.out, "%s\t%s\t%s\t%d\t%s\t%s\t%s\n", measure, by, name, r.N, number(r.Value()), number(r.Low), number(r.High))
		for i, m := range more {
			fmt.Fprintf(p.out, "%s\t%s\t%s\t%d\t%s\t%s\t%s\n", []string{"review", "rest"}[i], by, name, m.N, number(m.Value()), number(m.Low), number(m.High))
		}
		return
	}
	if measure == "accuracy" && by != "all" {
		name = by + " " + name
	}
	fmt.Fprintf(p.out, "  %-38s %4d/%-4d %8s", name, r.K, r.N, percent(r))
	if len(more) == 0 && r.N > 0 {
		fmt.Fprintf(p.out, "  (%.1f-%.1f)", r.Low*100, r.High*100)
	}
	for _, m := range more {
		fmt.Fprintf(p.out, " %13s", percent(m))
	}
	if len(more) > 0 {
		fmt.Fprintf(p.out, "  (%.1f-%.1f)", r.Low*100, r.High*100)
	}
	fmt.Fprintln(p.out)
}

func (p scorePrinter) figure(measure, name string, n int, v, low, high float64) {
	if p.tsv {
		fmt.Fprintf(p.out, "%s\tall\tall\t%d\t%s\t%s\t%s\n", measure, n, number(v), number(low), number(high))
		return
	}
	if math.IsNaN(v) {
		fmt.Fprintf(p.out, "  %-38s %16s\n", name, "-")
		return
	}
	fmt.Fprintf(p.out, "  %-38s %16.3f", name, v)
	if !math.IsNaN(low) {
		fmt.Fprintf(p.out, "  (%.3f-%.3f)", low, high)
	}
	fmt.Fprintln(p.out)
}

func (p scorePrinter) categories(e *study.Evaluation) {
	p.heading("Category (coded/settled)", "precision", "recall", "share", "bias", "after review")
	for _, c := range e.Categories {
		if p.tsv {
			p.rate("precision", "category", c.Name, c.Precision)
			p.rate("recall", "category", c.Name, c.Recall)
			fmt.Fprintf(p.out, "bias\tcategory\t%s\t%d\t%s\t\t\n", c.Name, len(e.Set), number(c.Bias))
			continue
		}
		fmt.Fprintf(p.out, "  %-38s %4d/%-11d %13s %13s %11.1f %% %+13.1f %+13.1f\n", c.Name, c.Coded, c.Gold,
			percent(c.Precision), percent(c.Recall), 100*float64(c.Gold)/float64(len(e.Set)), c.Bias*100, c.ReviewedBias*100)
	}
	p.heading("Confusion (rows as settled, columns as coded)")
	for i, c := range e.Categories {
		if !p.tsv {
			fmt.Fprintf(p.out, "  %-38s", c.Name)
		}
		for j, n := range e.Confusion[i] {
			if p.tsv {
				fmt.Fprintf(p.out, "confusion\t%s\t%s\t%d\t\t\t\n", c.Name, e.Categories[j].Name, n)
				continue
			}
			fmt.Fprintf(p.out, " %6d", n)
		}
		if !p.tsv {
			fmt.Fprintln(p.out)
		}
	}
}

// wrong lists what came out otherwise, with the descriptions.
func (p scorePrinter) wrong(e *study.Evaluation) {
	p.heading("Came out otherwise: line, as settled, as coded, the description")
	for _, w := range e.Wrong {
		g := e.Set[w.Gold]
		got := w.Coding.Category
		if got == "" {
			got = "uncoded"
		}
		fmt.Fprintf(p.out, "wrong\t%d\t%s %s\t%s %s\t%.2f\t%s\t%s\n", g.Line, g.Category, bit(g.Combination), got, bit(w.Coding.Combination), w.Coding.Confidence, oneLine.Replace(w.Coding.Reason.In("en")), oneLine.Replace(g.Text))
	}
}

// number is a figure of the tsv, empty where there is none.
func number(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return fmt.Sprintf("%.4f", v)
}

func percent(r study.Rate) string {
	if r.N == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f %%", r.Value()*100)
}
