package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// laterFolder is where the invented wave is committed, seen from this package.
const laterFolder = "../../par56-2026"

// TestLaterSameBytes reruns the generator of the invented wave, and the one of
// 2015 after it: neither changes what the other writes.
func TestLaterSameBytes(t *testing.T) {
	out := t.TempDir()
	if err := generateLater(committed, filepath.Join(out, "later")); err != nil {
		t.Fatal(err)
	}
	if err := generate(committed, filepath.Join(out, "first")); err != nil {
		t.Fatal(err)
	}
	for made, want := range map[string]string{
		"later/instrument.xlsx": laterFolder, "later/data/jobcentres.xlsx": laterFolder, "later/data/frame.xlsx": laterFolder,
		"later/decisions.csv": laterFolder, "first/instrument.xlsx": committed, "first/data/jobcentres.xlsx": committed,
	} {
		_, name, _ := strings.Cut(made, "/")
		a, err := os.ReadFile(filepath.Join(out, made))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(want, name))
		if err != nil {
			t.Fatal(err)
		}
		if string(a) != string(b) {
			t.Errorf("%s: the committed file is not what the generator writes; run go run ./testdata/par56-2015/generate -wave 2026", made)
		}
	}
}
