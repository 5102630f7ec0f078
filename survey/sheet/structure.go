package sheet

import (
	"fmt"
	"path"
	"strings"
)

// relation is a reference from one part to another.
type relation struct{ id, kind, part string }

// relations returns what the part called base in folder refers to. The
// package's own references are those of the part "".
func (x *spreadsheet) relations(folder, base string) ([]relation, error) {
	var found []relation
	err := x.archive.each(path.Join(folder, "_rels", base+".rels"), func(m *markup) error {
		if string(m.name) != "Relationship" {
			return nil
		}
		var words [4]string
		for i, name := range []string{"Id", "Type", "Target", "TargetMode"} {
			var err error
			if words[i], err = m.word(name); err != nil {
				return err
			}
		}
		if words[3] != "External" {
			found = append(found, relation{words[0], words[1], partName(folder, words[2])})
		}
		return nil
	})
	return found, err
}

// readStructure reads the workbook part: the sheets, and where dates begin.
// Chart, dialog and macro sheets are no grids and are left out.
func (x *spreadsheet) readStructure(root string) ([]sheetEntry, error) {
	folder, base := path.Split(root)
	relations, err := x.relations(strings.TrimSuffix(folder, "/"), base)
	if err != nil {
		return nil, err
	}
	// Some programs write these parts and do not refer to them.
	x.styles, x.strings = "xl/styles.xml", "xl/sharedstrings.xml"
	parts := make(map[string]relation)
	for _, r := range relations {
		parts[r.id] = r
		switch path.Base(r.kind) {
		case "styles":
			x.styles = r.part
		case "sharedStrings":
			x.strings = r.part
		}
	}
	var sheets []sheetEntry
	err = x.archive.each(root, func(m *markup) error {
		switch string(m.name) {
		case "workbookPr":
			v, _ := m.attribute("date1904")
			x.date1904 = truth(v)
		case "sheet":
			id := ""
			for _, a := range m.attributes {
				// The prefix of r:id is the writer's to choose.
				if strings.HasSuffix(string(a.name), ":id") {
					id = string(a.value)
				}
			}
			// A sheet that refers to nothing is not passed over: reading it
			// says that its part is missing.
			r, known := parts[id]
			if known && path.Base(r.kind) != "worksheet" {
				return nil
			}
			name, err := m.word("name")
			if err != nil {
				return err
			}
			state, _ := m.attribute("state")
			hidden := string(state) == "hidden" || string(state) == "veryHidden"
			if len(sheets) == maxTables {
				return fmt.Errorf("it has more than %d sheets", maxTables)
			}
			sheets = append(sheets, sheetEntry{name: name, part: r.part, hidden: hidden})
		}
		return nil
	})
	return sheets, err
}

// truth reads an XML boolean.
func truth(b []byte) bool {
	switch string(b) {
	case "1", "true", "TRUE", "True":
		return true
	}
	return false
}
