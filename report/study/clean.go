package study

import (
	"cmp"
	"encoding/csv"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
	"stikprove/survey/whole"
)

// CleanOptions say how a clean dataset is written.
type CleanOptions struct {
	Language string // of labels in the codebook
	Texts    bool   // write the sensitive texts that a scheme codes, too
}

// Absences in a clean dataset. What was not answered is an empty cell.
const (
	cleanNotAsked    = ".a"
	cleanNotReturned = ".b"
)

// WriteClean writes units, the respondents and the cases of their rosters, to
// path and returns the names of the files: a workbook with a sheet per unit,
// one named Codebook and one named Absences where path ends in .xlsx; where it
// ends in .csv, a file per unit and one for the codebook beside it, named
// after path.
//
// A row is a unit. A single answer is its code, several answers a column of 0
// and 1 per option, named for the variable and the code; a day is 2015-03-31.
// An empty cell was not answered, .a was not asked and .b not returned. Columns
// marked personal are never written, coded texts only when asked for.
//
// CSV is UTF-8 with a byte order mark, without which Excel takes it for another
// encoding, commas between fields and decimal points. A text that Excel would
// run as a formula has an apostrophe before it.
//
// The error is a [survey.Problem] where path has another ending or a workbook
// cannot hold the data.
func WriteClean(path string, units []*survey.Dataset, o CleanOptions) ([]string, error) {
	var tables []*cleanTable
	for _, d := range units {
		tables = append(tables, newCleanTable(d, o))
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
		return []string{filepath.Base(path)}, writeCleanWorkbook(path, tables, o)
	case ".csv":
		return writeCleanCSV(path, tables, o)
	}
	return nil, survey.Problem{File: filepath.Base(path), Message: "want a name that ends in .csv or .xlsx"}
}

// cleanTable is the columns of one unit as they are written.
type cleanTable struct {
	of      *survey.Dataset
	columns []cleanColumn
}

// cleanColumn is a column of a file: a variable, or one of its options.
type cleanColumn struct {
	*survey.Column
	heading string
	option  int // of several answers; -1 for the variable itself
}

func newCleanTable(d *survey.Dataset, o CleanOptions) *cleanTable {
	t, taken := &cleanTable{of: d}, map[string]bool{}
	add := func(c *survey.Column, heading string, option int) {
		for n, first := 2, heading; taken[heading]; n++ {
			heading = first + "_" + strconv.Itoa(n)
		}
		taken[heading] = true
		t.columns = append(t.columns, cleanColumn{c, heading, option})
	}
	for _, c := range d.Columns() {
		switch {
		case leftOut(c.Variable, o):
		case c.Kind == survey.KindMultiple:
			for k, option := range c.Options {
				add(c, c.Name+"_"+optionCode(option), k)
			}
		default:
			add(c, c.Name, -1)
		}
	}
	return t
}

// leftOut reports whether a variable is not written.
func leftOut(v survey.Variable, o CleanOptions) bool {
	return v.Role == survey.RolePersonal || v.Role == survey.RoleCoded && !o.Texts
}

func optionCode(o survey.Option) string { return cmp.Or(o.Code, o.Name) }

func (t *cleanTable) headings() []any {
	row := make([]any, len(t.columns))
	for i, c := range t.columns {
		row[i] = c.heading
	}
	return row
}

// row returns row i as the values of a workbook's cells.
func (t *cleanTable) row(i int) []any {
	row := make([]any, len(t.columns))
	for k, c := range t.columns {
		row[k] = c.value(i)
	}
	return row
}

func (c cleanColumn) value(i int) any {
	switch c.Missing(i) {
	case survey.NotAnswered:
		return nil
	case survey.NotAsked:
		return cleanNotAsked
	case survey.NotReturned:
		return cleanNotReturned
	}
	switch c.Kind {
	case survey.KindSingle:
		return codeCell(optionCode(c.Options[c.Index(i)]))
	case survey.KindMultiple:
		return int(c.Bits(i) >> c.option & 1)
	case survey.KindDate:
		return c.Date(i)
	case survey.KindText:
		return c.Text(i)
	}
	return c.Number(i)
}

// codeCell returns a code as a number where it is written as one would be.
func codeCell(code string) any {
	if n, err := strconv.Atoi(code); err == nil && strconv.Itoa(n) == code && len(code) < 16 {
		return n
	}
	return code
}

func writeCleanWorkbook(path string, tables []*cleanTable, o CleanOptions) error {
	sheets := make([]sheet.Sheet, 0, len(tables)+2)
	taken := map[string]bool{"codebook": true, "absences": true}
	for _, t := range tables {
		s := sheet.Sheet{Name: sheetName(t.of.Unit(), taken), Rows: make([][]any, 0, t.of.Rows()+1)}
		s.Rows = append(s.Rows, t.headings())
		for i := range t.of.Rows() {
			s.Rows = append(s.Rows, t.row(i))
		}
		sheets = append(sheets, s)
	}
	sheets = append(sheets, sheet.Sheet{Name: "Codebook", Rows: codebookRows(tables, o)}, sheet.Sheet{Name: "Absences", Rows: absenceRows()})
	return sheet.Write(path, sheet.Properties{Language: o.Language}, sheets...)
}

// sheetName returns unit as the name of a sheet that no other has.
func sheetName(unit string, taken map[string]bool) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return '_'
		}
		return r
	}, cmp.Or(unit, "rows"))
	if runes := []rune(name); len(runes) > 28 {
		name = string(runes[:28])
	}
	for n, first := 2, name; taken[strings.ToLower(name)]; n++ {
		name = first + "_" + strconv.Itoa(n)
	}
	taken[strings.ToLower(name)] = true
	return name
}

func writeCleanCSV(path string, tables []*cleanTable, o CleanOptions) ([]string, error) {
	stem := strings.TrimSuffix(path, filepath.Ext(path))
	var files []string
	for i, t := range tables {
		to := path
		if i > 0 {
			to = stem + "-" + t.of.Unit() + ".csv"
		}
		files = append(files, filepath.Base(to))
		err := writeCSV(to, t.of.Rows()+1, func(row int) []any {
			if row == 0 {
				return t.headings()
			}
			return t.row(row - 1)
		})
		if err != nil {
			return nil, err
		}
	}
	codebook := codebookRows(tables, o)
	codebook = append(append(codebook, nil), absenceRows()...)
	files = append(files, filepath.Base(stem)+codebookEnding)
	return files, writeCSV(stem+codebookEnding, len(codebook), func(row int) []any { return codebook[row] })
}

// writeCSV writes rows to path, whole or not at all.
func writeCSV(path string, rows int, row func(int) []any) error {
	return whole.Write(path, func(out io.Writer) error {
		if _, err := io.WriteString(out, "\ufeff"); err != nil {
			return err
		}
		w := csv.NewWriter(out)
		w.UseCRLF = true
		for i := range rows {
			values := row(i)
			fields := make([]string, max(1, len(values)))
			for k, v := range values {
				fields[k] = csvField(v)
			}
			if err := w.Write(fields); err != nil {
				return err
			}
		}
		w.Flush()
		return w.Error()
	})
}
