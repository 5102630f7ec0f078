package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	out := flag.String("out", "testdata/employers-2026", "folder to write to")
	flag.Parse()
	if err := generate(*out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// generate writes the questionnaire, the answers, the frame and the margins to
// folder out.
func generate(out string) error {
	places := country(newRandom("country"))
	drawn := draw(newRandom("draw"), places)
	answer(newRandom("answers"), drawn)
	if err := os.MkdirAll(filepath.Join(out, "data"), 0o755); err != nil {
		return err
	}
	for name, text := range map[string]string{
		"answers.csv": answersFile(drawn), "frame.csv": frameFile(drawn), "margins.csv": marginsFile(places),
	} {
		if err := os.WriteFile(filepath.Join(out, "data", name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return writeForm(filepath.Join(out, "instrument.xlsx"))
}
