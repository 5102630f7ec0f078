package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

type reviewOptions struct {
	out, in, coder, variable, wave string
	all, blind, undo, otherScheme  bool
	sample                         int
	seed                           uint64
}

func newReview() *cobra.Command {
	var o reviewOptions
	cmd := &cobra.Command{
		Use:   "review STUDY --out FILE.xlsx | review STUDY --in FILE.xlsx --coder NAME | review STUDY --undo --coder NAME",
		Short: "The sheet on which people check the codes, and its way back",
		Long: `Review writes a workbook with the descriptions a person should look at, the
least sure first: the suggested code, how sure it is and why, and drop-downs for
the right one. Filled in, the workbook is read back with --in: it is checked, and
what was picked or accepted is merged into the study's decisions file with who,
when and why. Suggestions that nobody touched are not decisions, and nobody's
decision is overwritten by another's. Where anything is wrong with the workbook,
nothing is taken in.

With --blind the workbook has texts only, in an order drawn from --seed, for a
second coder; compare two such workbooks with stikprove agree.

With --undo a coder's decisions of a wave are taken out again.

The workbook holds the descriptions, which are health data.
` + exitCodes,
		Example: "  stikprove review testdata/par56-2015 --out gennemsyn.xlsx\n  stikprove review testdata/par56-2015 --in gennemsyn.xlsx --coder AB",
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if err := o.check(cmd); err != nil {
				return err
			}
			return cobra.ExactArgs(1)(cmd, args)
		}),
		RunE: func(cmd *cobra.Command, args []string) error { return runReview(cmd, args[0], o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.out, "out", "", "workbook to write")
	f.StringVar(&o.in, "in", "", "workbook to read back")
	f.BoolVar(&o.undo, "undo", false, "take a coder's decisions out again")
	f.StringVar(&o.coder, "coder", "", "whose codes they are; with --in of rows that name nobody")
	f.StringVar(&o.variable, "variable", "", "which of the study's coded variables (default the only one)")
	f.BoolVar(&o.all, "all", false, "with --out: every description, not only those to look at")
	f.BoolVar(&o.blind, "blind", false, "with --out: texts without suggestions, for a second coder")
	f.IntVar(&o.sample, "sample", 0, "with --blind: so many descriptions, drawn (default all)")
	f.Uint64Var(&o.seed, "seed", 1, "with --blind: what the order is drawn from")
	f.BoolVar(&o.otherScheme, "other-scheme", false, "with --in: take a sheet made with another version of the scheme")
	f.StringVar(&o.wave, "wave", "", "with --undo: the wave (default the study's own)")
	return cmd
}

// check refuses flags that do not go together.
func (o reviewOptions) check(cmd *cobra.Command) error {
	jobs := 0
	for _, given := range []bool{o.out != "", o.in != "", o.undo} {
		if given {
			jobs++
		}
	}
	if jobs != 1 {
		return fmt.Errorf("want one of --out FILE, --in FILE and --undo")
	}
	fits := map[string]bool{
		"all": o.out != "" && !o.blind, "blind": o.out != "", "sample": o.blind, "seed": o.blind,
		"other-scheme": o.in != "", "wave": o.undo, "coder": o.out == "",
	}
	for _, flag := range slices.Sorted(maps.Keys(fits)) {
		if cmd.Flags().Changed(flag) && !fits[flag] {
			return fmt.Errorf("--%s does not go with the other flags", flag)
		}
	}
	if o.out == "" && strings.TrimSpace(o.coder) == "" {
		return fmt.Errorf("want --coder NAME")
	}
	if o.sample < 0 {
		return fmt.Errorf("--sample %d: want a number of descriptions", o.sample)
	}
	return nil
}

func runReview(cmd *cobra.Command, path string, o reviewOptions) error {
	s, err := study.Load(path)
	if err != nil {
		return err
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	var said string
	switch {
	case o.out != "":
		n, e := s.ReviewOut(o.out, study.ReviewOptions{
			Coding: o.variable, All: o.all, Blind: o.blind, Sample: o.sample, Seed: o.seed, Progress: line.say,
		})
		err, said = e, fmt.Sprintf("wrote %d descriptions", n)
		if o.blind {
			said += fmt.Sprintf(" in an order drawn from seed %d", o.seed)
		} else if n == 0 {
			said += "; nothing is for review, --all takes every one"
		}
	case o.in != "":
		r, file, e := s.ReviewIn(study.ReviewIn{
			File: o.in, Coding: o.variable, Coder: strings.Join(strings.Fields(o.coder), " "), Today: time.Now(), OtherScheme: o.otherScheme, Progress: line.say,
		})
		err, said = e, fmt.Sprintf("%s: %d decided, %d decided otherwise, %d decided so already, %d left open", file, r.New, r.Changed, r.Unchanged, r.Left)
	default:
		n, file, e := s.ReviewUndo(o.variable, o.coder, o.wave)
		err, said = e, fmt.Sprintf("%s: %d decisions undone", file, n)
	}
	line.clear()
	if err != nil {
		return err
	}
	if o.out == "" {
		_, err = fmt.Fprintln(cmd.OutOrStdout(), said)
		return err
	}
	fmt.Fprintln(cmd.ErrOrStderr(), said)
	_, err = fmt.Fprintln(cmd.OutOrStdout(), o.out)
	return err
}
