// Command stikprove takes a survey-and-sample study from workbooks to a
// report. Each file of this package is one command: flags in, one library
// call, text out.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"stikprove/report/study"
	"stikprove/survey"
	"stikprove/survey/whole"
)

// The exit codes, listed in every command's help.
const (
	exitDone     = 0
	exitBug      = 1
	exitUsage    = 2
	exitProblems = 3
)

const exitCodes = `
Exit codes:
  0  done
  1  a bug, or the system (no room, no permission, cancelled)
  2  the command was given wrongly
  3  the input has problems; each is one line on standard error`

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	if !signal.Ignored(syscall.SIGHUP) { // as under nohup
		signal.Notify(signals, syscall.SIGHUP) // its window was closed
	}
	go cancelled(signals)
	collectSeldom()
	signal.Ignore(syscall.SIGPIPE) // a reader that stops gives an error to print
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// cancelled waits until the run is cancelled and ends it: files are in their
// places whole, or as they were.
func cancelled(signals <-chan os.Signal) {
	<-signals
	whole.Cancel()
	study.StopDatabases()
	fmt.Fprintln(os.Stderr, "stikprove: cancelled; a file is whole, or as it was")
	os.Exit(exitBug)
}

// run runs one command and returns its exit code.
func run(args []string, stdout, stderr io.Writer) (code int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(stderr, "stikprove: a bug, please report it: %v\n%s", r, debug.Stack())
			code = exitBug
		}
	}()
	root := newRoot()
	root.SetArgs(args)
	out := &result{to: stdout}
	root.SetOut(out)
	root.SetErr(stderr)
	err := root.Execute()
	if err == nil {
		err = out.err
	}
	var problems survey.Problems
	var problem survey.Problem
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &problems):
		fmt.Fprintln(stderr, problems.Error())
		return exitProblems
	case errors.As(err, &problem):
		fmt.Fprintln(stderr, problem.Error())
		return exitProblems
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "stikprove: %s\n", survey.MaskCPR(err.Error()))
		return exitUsage
	default:
		fmt.Fprintf(stderr, "stikprove: %s\n", survey.MaskCPR(err.Error()))
		return exitBug
	}
}

// usageError is a command given wrongly.
type usageError struct{ error }

// usage makes cobra's argument checks usage errors.
func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usageError{fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())}
		}
		return nil
	}
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "stikprove",
		Short: "From survey and case workbooks to a report, in one run",
		Long: `Stikprøve takes a survey-and-sample study from raw workbooks to a report.

A STUDY is a folder with study.yaml, or that file itself.
` + exitCodes,
		Example:           "  stikprove report testdata/par56-2015 --out out",
		Version:           version(),
		SilenceErrors:     true,
		PersistentPreRunE: keepInputs,
		SilenceUsage:      true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("unknown command %q; see stikprove --help", args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w; see %s --help", flagError(cmd, err), cmd.CommandPath())}
	})
	root.AddCommand(newReport(), newCheck(), newRead(), newCode(), newReview(), newAgree(), newTable(), newFigure(), newCompare(), newEstimate(), newDraw(), newPlan(), newRegister(), newWeigh(), newResponse(), newDraft(), newTrace(), newAudit(), newForm(), newStatus(), newNew())
	root.AddCommand(newCompletion(), newMan())
	root.SetHelpCommand(newHelp())
	complete(root)
	return root
}
