package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

const home = "testdata/par56-2015"

func main() {
	in := flag.String("in", home, "folder of conditions.tsv")
	out := flag.String("out", home, "folder to write to")
	flag.Parse()
	if err := generate(*in, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// generate reads conditions.tsv in folder in and writes the instrument, the
// data, the frame and the decisions to folder out.
func generate(in, out string) error {
	cases, err := readConditions(filepath.Join(in, "conditions.tsv"))
	if err != nil {
		return err
	}
	dealWorkplaces(cases)
	dealAgreements(cases)
	dealRefunds(cases)
	places, centres := denmark()
	dealTotals(places)
	rows := dealRespondents(centres, cases)

	if err := os.MkdirAll(filepath.Join(out, "data"), 0o755); err != nil {
		return err
	}
	if err := writeDecisions(filepath.Join(out, "decisions.csv"), cases); err != nil {
		return err
	}
	_, spells := dealSpells(places)
	if err := writeRegister(filepath.Join(out, "data", "spells.csv"), filepath.Join(out, "data", "spells-begun.csv"), spells, places); err != nil {
		return err
	}
	for _, w := range []struct {
		path, title string
		sheets      []sheet
	}{
		{"instrument.xlsx", "Spørgeskema: fastholdelse og § 56-aftaler", formSheets()},
		{"data/jobcentres.xlsx", "Besvarelser fra jobcentre, rekonstrueret", exportSheets(rows)},
		{"data/frame.xlsx", "Jobcentre og kommuner, rekonstrueret", frameSheets(places, centres)},
	} {
		if err := writeWorkbook(filepath.Join(out, filepath.FromSlash(w.path)), w.title, w.sheets); err != nil {
			return err
		}
	}
	return nil
}
