package sheet

import (
	"path"
	"strings"
)

// relation is a reference from one part to another.
type relation struct{ id, kind, part string }

// relations returns what the part called base in folder refers to. The
// package's own references are those of the part "".
func (x *spreadsheet) relations(folder, base string) ([]relation, error) {
	var found []relation
	err := x.each(path.Join(folder, "_rels", base+".rels"), func(m *markup) error {
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
	worksheets := make(map[string]string)
	for _, r := range relations {
		switch kind := path.Base(r.kind); kind {
		case "worksheet":
			worksheets[r.id] = r.part
		case "styles":
			x.styles = r.part
		case "sharedStrings":
			x.strings = r.part
		}
	}
	var sheets []sheetEntry
	err = x.each(root, func(m *markup) error {
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
			part, ok := worksheets[id]
			if !ok {
				return nil
			}
			name, err := m.word("name")
			if err != nil {
				return err
			}
			state, _ := m.attribute("state")
			hidden := string(state) == "hidden" || string(state) == "veryHidden"
			sheets = append(sheets, sheetEntry{name: name, part: part, hidden: hidden})
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
