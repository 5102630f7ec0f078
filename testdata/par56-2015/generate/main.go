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
	out := flag.String("out", "", "folder to write to; testdata/par56-WAVE where left out")
	wave := flag.Int("wave", 2015, "2015, the reconstruction, or 2026, an invented wave")
	flag.Parse()
	if *out == "" {
		*out = fmt.Sprintf("testdata/par56-%d", *wave)
	}
	write := generate
	if *wave == 2026 {
		write = generateLater
	}
	if err := write(*in, *out); err != nil {
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
	return writeWorkbooks(out, []workbook{
		{"instrument.xlsx", "Spørgeskema: fastholdelse og § 56-aftaler", formSheets()},
		{"data/jobcentres.xlsx", "Besvarelser fra jobcentre, rekonstrueret", exportSheets(rows)},
		{"data/frame.xlsx", "Jobcentre og kommuner, rekonstrueret", frameSheets(places, centres)},
	})
}

// generateLater writes the invented wave of 2026: the instrument, the data, the
// frame and the decisions. It has no register.
func generateLater(in, out string) error {
	defer become2026()()
	cases, err := readConditions(filepath.Join(in, "conditions.tsv"))
	if err != nil {
		return err
	}
	dealWorkplaces(cases)
	dealAgreements(cases)
	dealRefunds(cases)
	places, centres := denmark()
	rows := dealRespondents(centres, cases)
	later(cases, rows)
	if err := os.MkdirAll(filepath.Join(out, "data"), 0o755); err != nil {
		return err
	}
	kept := filter(cases, func(c *caseFile) bool { return c.respondent != 0 })
	if err := writeDecisions(filepath.Join(out, "decisions.csv"), kept); err != nil {
		return err
	}
	return writeWorkbooks(out, []workbook{
		{"instrument.xlsx", "Spørgeskema: fastholdelse og § 56-aftaler, opdigtet bølge", formSheets()},
		{"data/jobcentres.xlsx", "Besvarelser fra jobcentre, opdigtet", exportSheets(rows)},
		{"data/frame.xlsx", "Jobcentre, opdigtet", frameSheets(places, centres)},
	})
}

// workbook is a file to be written.
type workbook struct {
	path, title string
	sheets      []sheet
}

func writeWorkbooks(out string, workbooks []workbook) error {
	for _, w := range workbooks {
		if err := writeWorkbook(filepath.Join(out, filepath.FromSlash(w.path)), w.title, w.sheets); err != nil {
			return err
		}
	}
	return nil
}
