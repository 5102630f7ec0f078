package main

import (
	"flag"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite expected output in testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"stikprove": main})
}

// TestScript runs testdata/script: one behaviour a user sees in each. Scripts
// find the worked example in $PAR56, to be read and copied and not written to.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "..", "testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			example, err := filepath.Abs(filepath.Join("..", "..", "testdata", "par56-2015"))
			env.Setenv("PAR56", example)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"mkxlsx":   mkxlsx,   // mkxlsx OUT SHEET=FILE.tsv ...
			"dumpxlsx": dumpxlsx, // dumpxlsx FILE [SHEET]: cells as text, to stdout
		},
	})
}
