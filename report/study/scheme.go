package study

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"

	"stikprove/coding"
	"stikprove/survey"
	"stikprove/survey/sheet"
	"stikprove/survey/whole"
)

// schemeSuffix tells the file of a scheme from the name of an embedded one.
const schemeSuffix = ".scheme"

// OpenScheme returns the embedded scheme of a name, or reads the file where the
// name ends in ".scheme".
func OpenScheme(name string) (*coding.Scheme, error) {
	if !strings.HasSuffix(name, schemeSuffix) {
		scheme, err := coding.Load(name)
		if err != nil {
			return nil, survey.Problem{Variable: "scheme", Message: err.Error()}
		}
		return scheme, nil
	}
	source, err := readGiven(name)
	if err != nil {
		return nil, err
	}
	return coding.ReadScheme(name, bytes.NewReader(source))
}

// readGiven returns the bytes of a file named on the command line.
func readGiven(path string) ([]byte, error) {
	source, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, survey.Problem{File: path, Message: sheet.NotThere(path)}
	}
	if stat, e := os.Stat(path); err != nil && e == nil && stat.IsDir() {
		return nil, survey.Problem{File: path, Message: "this is a folder, want a file"}
	}
	return source, err
}

// scheme returns the scheme that the study names: an embedded one, or a file
// ending in ".scheme", relative to the study.
func (s *Study) scheme(name string) (*coding.Scheme, error) {
	if !strings.HasSuffix(name, schemeSuffix) {
		return coding.Load(name)
	}
	source, err := s.inputs.read(name)
	if err != nil {
		return nil, err
	}
	return coding.ReadScheme(name, bytes.NewReader(source))
}

// WriteScheme writes a scheme as a workbook that people can edit.
func WriteScheme(schemeName, path string) error {
	scheme, err := OpenScheme(schemeName)
	if err != nil {
		return err
	}
	var sheets []sheet.Sheet
	for _, t := range scheme.Tables() {
		out := sheet.Sheet{Name: t.Name}
		for _, row := range t.Rows {
			cells := make([]any, len(row))
			for i, text := range row {
				cells[i] = text
			}
			out.Rows = append(out.Rows, cells)
		}
		sheets = append(sheets, out)
	}
	return sheet.Write(path, sheet.Properties{Title: scheme.Label.In("da"), Description: scheme.Name + " " + scheme.Version, Language: "da"}, sheets...)
}

// ReadSchemeWorkbook reads the workbook that WriteScheme wrote, edited or not,
// and writes it as a scheme file.
func ReadSchemeWorkbook(path, to string) error {
	workbook, err := sheet.Open(path)
	if err != nil {
		return err
	}
	var tables []coding.SchemeTable
	for _, name := range workbook.Sheets() {
		grid, err := workbook.Read(name)
		if err != nil {
			return err
		}
		t := coding.SchemeTable{Name: name}
		for r := 1; r <= grid.Rows(); r++ {
			row := make([]string, grid.Columns())
			for c := range row {
				row[c] = grid.Cell(r, c+1).Text
			}
			t.Rows = append(t.Rows, row)
		}
		tables = append(tables, t)
	}
	scheme, err := coding.ReadSchemeTables(workbook.File(), tables)
	if err != nil {
		return err
	}
	return whole.WriteBytes(to, []byte(scheme.Text()))
}
