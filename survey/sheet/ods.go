package sheet

import (
	"bytes"
	"errors"
	"fmt"

	"stikprove/survey"
)

// odsContent is the part of an .ods that holds its tables.
const odsContent = "content.xml"

// openDocument is an .ods: a zip whose content part holds all tables
// (OpenDocument 1.3, part 3, 9).
type openDocument struct{ archive }

// kind implements source.
func (d openDocument) kind() string { return "ods" }

// openODS reads the list of tables of an .ods. The error is a sentence.
func openODS(parts archive) (source, []sheetEntry, error) {
	d := openDocument{parts}
	if d.encrypted() {
		return nil, nil, errors.New("the workbook is protected by a password; open it in LibreOffice and save it without one")
	}
	sheets, err := d.tables()
	switch {
	case err != nil:
		return nil, nil, fmt.Errorf("the list of sheets is damaged: %w; copy or export the workbook again", plain(err))
	case len(sheets) == 0:
		return nil, nil, errors.New("this is an OpenDocument file, but no spreadsheet; want a workbook (.xlsx, .ods) or delimited text")
	}
	return d, sheets, nil
}

// encrypted reports whether parts are encrypted, which the manifest tells.
func (d openDocument) encrypted() bool {
	found := false
	// A manifest that is missing or damaged tells nothing, and then the
	// content will.
	_ = d.archive.each("meta-inf/manifest.xml", func(m *markup) error {
		found = found || string(m.name) == "encryption-data"
		return nil
	})
	return found
}

// tables reads the names of the tables, and by their styles which are hidden.
func (d openDocument) tables() ([]sheetEntry, error) {
	var sheets []sheetEntry
	hidden := make(map[string]bool)
	style := ""
	err := d.archive.each(odsContent, func(m *markup) error {
		var err error
		switch string(m.name) {
		case "style":
			style, err = m.local("name")
		case "table-properties":
			if shown, _ := m.local("display"); shown == "false" && len(hidden) < maxTables {
				hidden[style] = true
			}
		case "table":
			if len(sheets) == maxTables {
				return fmt.Errorf("it has more than %d sheets", maxTables)
			}
			name, err := m.local("name")
			if err != nil {
				return err
			}
			style, err := m.local("style-name")
			sheets = append(sheets, sheetEntry{name: name, place: len(sheets), hidden: hidden[style]})
			if err != nil {
				return err
			}
			return m.skip() // tables in cells are no sheets
		case "tracked-changes", "dde-links":
			return m.skip()
		}
		return err
	})
	return sheets, err
}

// each reads the cells of a table.
func (d openDocument) each(file string, s sheetEntry, f func(Row) error) ([]Range, error) {
	problem := survey.Problem{File: file, Sheet: s.name}
	r := &tableReader{problem: problem, emit: f}
	p, err := d.archive.open(odsContent)
	if err == nil {
		defer p.close()
		r.markup = p.markup
		err = r.find(s.place)
	}
	switch {
	case r.stopped != nil:
		return nil, r.stopped
	case err != nil:
		problem.Row = min(r.row, MaxRows)
		problem.Message = fmt.Sprintf("the sheet is damaged here: %v; copy or export the workbook again", plain(err))
		return nil, problem
	case len(r.problems) == 1:
		return nil, r.problems[0]
	case len(r.problems) > 0:
		return nil, r.problems.Sorted()
	}
	return r.merged, nil
}

// local returns the value of the attribute of that name under any prefix but
// LibreOffice's own, which repeats names of the standard.
func (m *markup) local(name string) (string, error) {
	for _, a := range m.attributes {
		if string(local(a.name)) == name && !bytes.HasPrefix(a.name, []byte("calcext:")) {
			b, err := m.resolve(a.value)
			return string(b), err
		}
	}
	return "", nil
}
