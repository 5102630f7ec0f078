package main

import (
	"errors"
	"flag"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite expected output in testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"stikprove": main})
}

// TestScript runs testdata/script: one behaviour a user sees in each. Scripts
// find the worked example in $PAR56, an invented wave of it in $PAR56_LATER and
// a survey of another subject in $EMPLOYERS, to be read and copied and not
// written to.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "..", "testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Condition:           condition,
		Setup: func(env *testscript.Env) error {
			data, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
			env.Setenv("PAR56", filepath.Join(data, "par56-2015"))
			env.Setenv("PAR56_LATER", filepath.Join(data, "par56-2026"))
			env.Setenv("EMPLOYERS", filepath.Join(data, "employers-2026"))
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"mkxlsx":     mkxlsx,     // mkxlsx OUT SHEET=FILE.tsv ...
			"dumpxlsx":   dumpxlsx,   // dumpxlsx FILE [SHEET]: cells as text, to stdout
			"fillxlsx":   fillxlsx,   // fillxlsx IN OUT SHEET CHANGE ...: filled in as a person would
			"dumpdocx":   dumpdocx,   // dumpdocx FILE: a Word file's text, to stdout
			"stylesdocx": stylesdocx, // stylesdocx FILE OLD NEW: everywhere in its styles
			"editdocx":   editdocx,   // editdocx FILE OLD NEW ...: as a person would
			"checkdocx":  checkdocx,  // checkdocx FILE: its structure is as the standard has it
			"samedocx":   samedocx,   // samedocx BEFORE AFTER: the same but for what stands in controls
			"python":     python,     // python SCRIPT ...: with python-docx, see the condition of that name
			"checkpdf":   checkpdf,   // checkpdf FILE LANGUAGE TITLE: its structure is as PDF/UA asks
			"unpack":     unpack,     // unpack FILE PART OUT: a part of a Word file or workbook
			"exits":      exits,      // exits CODE COMMAND ...: the command ends with that exit code
		},
	})
}

// exits runs a command that must end with a given exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ...")
	}
	var exit *exec.ExitError
	code, err := 0, ts.Exec(args[1], args[2:]...)
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if want, err := strconv.Atoi(args[0]); err != nil || code != want {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}
