package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// Scripts hold workbooks as tab-separated text, so that a diff can be read. A
// field is text, unless it is
//
//	7, -1.5          a number (007 and 1e5 are text)
//	2015-03-01       a date, also 2015-03-01T14:30:00
//	TRUE, FALSE      a boolean
//	#N/A             an error, also Excel's others
//	=A2+1            a formula without a stored value
//	'anything        the text after the apostrophe
//
// and an empty field is an empty cell. \n and \t in a field are a line break
// and a tab. dumpxlsx writes the same notation, with = for a formula without a
// stored value.
var (
	numberField = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	dateField   = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2})?$`)
	errorFields = []string{"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"}
)

// errorCell is an error that a script wants in a cell.
type errorCell struct{ part, cell, text string }

// mkxlsx makes a workbook of tab-separated files, a sheet each.
func mkxlsx(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: mkxlsx OUT SHEET=FILE.tsv ...")
	}
	var sheets []sheet.Sheet
	var wrong []errorCell
	for i, arg := range args[1:] {
		at := strings.LastIndex(arg, "=")
		if at < 1 {
			ts.Fatalf("mkxlsx: got %q, want SHEET=FILE.tsv", arg)
		}
		s := sheet.Sheet{Name: arg[:at]}
		text := strings.TrimSuffix(strings.ReplaceAll(ts.ReadFile(arg[at+1:]), "\r\n", "\n"), "\n")
		for row, line := range strings.Split(text, "\n") {
			var values []any
			for column, f := range strings.Split(line, "\t") {
				values = append(values, fieldValue(f))
				if slices.Contains(errorFields, f) {
					wrong = append(wrong, errorCell{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), survey.CellName(row+1, column+1), f})
				}
			}
			s.Rows = append(s.Rows, values)
		}
		sheets = append(sheets, s)
	}
	out := ts.MkAbs(args[0])
	ts.Check(sheet.Write(out, sheet.Properties{}, sheets...))
	if len(wrong) > 0 {
		ts.Check(putErrors(out, wrong))
	}
}

// fieldValue returns a field of a script as a value of a cell.
func fieldValue(f string) any {
	text := strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(f)
	switch {
	case f == "":
		return nil
	case strings.HasPrefix(f, "'"):
		return text[1:]
	case strings.HasPrefix(f, "="):
		return sheet.Formula(f)
	case f == "TRUE", f == "FALSE":
		return f == "TRUE"
	case numberField.MatchString(f):
		if n, err := strconv.Atoi(f); err == nil {
			return n
		}
		n, _ := strconv.ParseFloat(f, 64) // the pattern allows numbers only
		return n
	case dateField.MatchString(f):
		for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05"} {
			if t, err := time.Parse(layout, f); err == nil {
				return t
			}
		}
	}
	return text
}

// putErrors makes cells that were written as text error cells, which no writer
// makes on request.
func putErrors(path string, wrong []errorCell) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		part, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		for _, e := range wrong {
			if e.part != f.Name {
				continue
			}
			text := fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, e.cell, e.text)
			if !bytes.Contains(part, []byte(text)) {
				return fmt.Errorf("mkxlsx: cannot make %s an error: it is not written as %s", e.cell, text)
			}
			part = bytes.Replace(part, []byte(text), fmt.Appendf(nil, `<c r="%s" t="e"><v>%s</v></c>`, e.cell, e.text), 1)
		}
		p, err := w.Create(f.Name)
		if err != nil {
			return err
		}
		if _, err := p.Write(part); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o644)
}

// dumpxlsx writes the cells of a workbook, or of one sheet, as text: a heading
// for each sheet and a line for each row.
func dumpxlsx(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 || len(args) > 2 {
		ts.Fatalf("usage: dumpxlsx FILE [SHEET]")
	}
	w, err := sheet.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	sheets := w.Sheets()
	if len(args) == 2 {
		sheets = args[1:]
	}
	for _, name := range sheets {
		g, err := w.Read(name)
		ts.Check(err)
		fmt.Fprintf(ts.Stdout(), "== %s\n", name)
		for row := 1; row <= g.Rows(); row++ {
			fields := make([]string, g.Columns())
			for column := range fields {
				fields[column] = cellField(g.Cell(row, column+1))
			}
			fmt.Fprintln(ts.Stdout(), strings.TrimRight(strings.Join(fields, "\t"), "\t"))
		}
	}
}

// cellField returns a cell in the notation of scripts.
func cellField(c sheet.Cell) string {
	if c.Uncached {
		return "="
	}
	text := strings.NewReplacer("\n", `\n`, "\t", `\t`).Replace(c.Text)
	if c.Type == sheet.Text {
		value, plain := fieldValue(text).(string)
		if !plain || value != c.Text || slices.Contains(errorFields, text) {
			return "'" + text
		}
	}
	return text
}
