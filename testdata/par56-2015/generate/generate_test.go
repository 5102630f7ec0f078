package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// committed is the folder the generator writes to, seen from this package.
const committed = ".."

// TestSameBytes reruns the generator: the committed files are what it writes.
func TestSameBytes(t *testing.T) {
	out := t.TempDir()
	if err := generate(committed, out); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"instrument.xlsx", "data/jobcentres.xlsx", "data/frame.xlsx", "data/spells.csv", "data/spells-begun.csv", "decisions.csv"} {
		got, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join(committed, name))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s: the committed file is not what the generator writes; run go run ./testdata/par56-2015/generate", name)
		}
	}
}

// TestMarked holds every workbook to saying that it is reconstructed.
func TestMarked(t *testing.T) {
	for _, name := range []string{"instrument.xlsx", "data/jobcentres.xlsx", "data/frame.xlsx"} {
		props, err := open(t, name).GetDocProps()
		if err != nil {
			t.Fatal(err)
		}
		if props.Description != mark {
			t.Errorf("%s: properties say %q", name, props.Description)
		}
	}
}

// TestSheets holds the export to the platform's three sheets.
func TestSheets(t *testing.T) {
	for name, want := range map[string]string{
		"data/jobcentres.xlsx": "Labels Dataset Structure",
		"data/frame.xlsx":      "Jobcentre Kommuner Om data",
		"instrument.xlsx":      "survey choices settings",
	} {
		if got := strings.Join(open(t, name).GetSheetList(), " "); got != want {
			t.Errorf("%s: sheets %s, want %s", name, got, want)
		}
	}
}

func open(t *testing.T, name string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(filepath.Join(committed, name), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// record is a row by its column names, blanks left out.
type record map[string]string

// records reads a sheet with one header row.
func records(t *testing.T, file, sheet string) []record {
	t.Helper()
	rows, err := open(t, file).GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var list []record
	for _, row := range rows[1:] {
		rec := record{}
		for i, value := range row {
			if value != "" {
				rec[rows[0][i]] = value
			}
		}
		list = append(list, rec)
	}
	return list
}

// answered returns the jobcentres that answered part 1.
func answeredRows(t *testing.T) []record {
	return filter(records(t, "data/jobcentres.xlsx", "Dataset"), func(r record) bool {
		return r["statoverall_3"] == "1" || r["statoverall_4"] == "1"
	})
}

// caseRecords unrolls the three blocks of the completed responses. The block's
// prefix is cut off and id is as in decisions.csv.
func caseRecords(t *testing.T) []record {
	var list []record
	for _, row := range records(t, "data/jobcentres.xlsx", "Dataset") {
		if row["statoverall_4"] != "1" {
			continue
		}
		for _, block := range []string{"1", "2", "3"} {
			rec := record{"id": row["respondentid"] + "-" + block, "jobcenter": row["jobcenter"]}
			for name, value := range row {
				if short, ok := strings.CutPrefix(name, "s"+block+"_"); ok {
					rec[short] = value
				}
			}
			list = append(list, rec)
		}
	}
	return list
}

// option returns the label an answer's code stands for in the instrument.
func (r record) option(list, column string) string {
	code, err := strconv.Atoi(r[column])
	if err != nil {
		return ""
	}
	return listNamed(list).choices[code-1].name
}

// year returns the year of the first agreement.
func (r record) year(t *testing.T) int {
	serial, err := strconv.Atoi(r["foerste"])
	if err != nil {
		t.Fatalf("%s: foerste: got %q, want a date", r["id"], r["foerste"])
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, serial).Year()
}

func (r record) number(t *testing.T, column string) int {
	n, err := strconv.Atoi(r[column])
	if err != nil {
		t.Fatalf("%s: %s: got %q, want a whole number", r["id"], column, r[column])
	}
	return n
}
