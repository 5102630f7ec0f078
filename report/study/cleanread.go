package study

import (
	"path/filepath"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// codebookEnding ends the name of the codebook beside files of CSV.
const codebookEnding = "-codebook.csv"

// cleanBook is the codebook of a clean dataset that [WriteClean] wrote.
type cleanBook struct{ units []*cleanUnit }

// cleanUnit is a unit of a codebook, as a mapping of its table.
type cleanUnit struct {
	name     string
	mapping  platform.Mapping
	roles    map[string]survey.Role
	workbook *sheet.Workbook
	csv      bool
}

// readCleanBook finds the codebook among files, or returns nil where they are no
// clean dataset. Units whose table is not among the files are left out.
func readCleanBook(files []*sheet.Workbook) *cleanBook {
	for _, w := range files {
		name, stem := "Codebook", ""
		if !w.Has(name) {
			var written bool
			if stem, written = strings.CutSuffix(w.File(), codebookEnding); !written {
				continue
			}
			name = ""
		}
		g, err := w.Read(name)
		if err != nil || !isCodebook(g) {
			continue
		}
		b := &cleanBook{}
		b.read(g, name == "")
		b.locate(files, w, stem)
		if len(b.units) > 0 {
			return b
		}
	}
	return nil
}

func isCodebook(g *sheet.Grid) bool {
	for k, heading := range codebookHeadings {
		if g.Rows() < 2 || g.Columns() < len(codebookHeadings) || g.Cell(1, k+1).Text != heading {
			return false
		}
	}
	return true
}

// read takes the units from the rows of a codebook.
func (b *cleanBook) read(g *sheet.Grid, csv bool) {
	for row := 2; row <= g.Rows(); row++ {
		field := map[string]string{}
		for k, heading := range codebookHeadings {
			if field[heading] = g.Cell(row, k+1).Text; csv {
				field[heading] = sheet.Ert(field[heading])
			}
		}
		if field["variable"] == "" {
			break // the absences stand below
		}
		if n := len(b.units); n == 0 || b.units[n-1].name != field["unit"] {
			b.units = append(b.units, &cleanUnit{name: field["unit"], csv: csv, roles: map[string]survey.Role{}, mapping: platform.Mapping{
				Platform: "plain", Heading: 1, Headings: 1,
				Missing: []platform.MissingCode{{Value: cleanNotAsked, Means: survey.NotAsked.String()}, {Value: cleanNotReturned, Means: survey.NotReturned.String()}},
			}})
		}
		b.units[len(b.units)-1].add(field)
	}
	for _, u := range b.units {
		u.mapping.Variables = slices.DeleteFunc(u.mapping.Variables, func(v platform.MappedVariable) bool { return len(v.Columns) == 0 })
	}
}

// add adds a row of the codebook: a variable, or an option of the last one.
func (u *cleanUnit) add(field map[string]string) {
	if field["kind"] != "" {
		v := platform.MappedVariable{Name: field["variable"], Label: field["label"], Kind: field["kind"], Role: "answer", DateOrder: "ymd"}
		if field["column"] != "" {
			v.Columns = []string{field["column"]}
		}
		u.mapping.Variables = append(u.mapping.Variables, v)
		for role, word := range roleWords {
			if word == field["role"] {
				u.roles[v.Name] = role
			}
		}
		return
	}
	if len(u.mapping.Variables) == 0 {
		return
	}
	v := &u.mapping.Variables[len(u.mapping.Variables)-1]
	v.Options = append(v.Options, platform.MappedOption{Name: field["name"], Code: field["code"], Label: field["option"], Meaning: field["meaning"], Column: field["column"]})
	if field["column"] != "" {
		v.Columns = append(v.Columns, field["column"])
	}
}

// locate finds the units' tables: sheets of the codebook's workbook, or files
// named after the codebook's.
func (b *cleanBook) locate(files []*sheet.Workbook, book *sheet.Workbook, stem string) {
	taken := map[string]bool{"codebook": true, "absences": true}
	for i, u := range b.units {
		if !u.csv {
			u.workbook, u.mapping.Sheet = book, sheetName(u.name, taken)
			continue
		}
		name := stem + ".csv"
		if i > 0 {
			name = stem + "-" + u.name + ".csv"
		}
		for _, w := range files {
			if w.File() == name {
				u.workbook = w
			}
		}
	}
	b.units = slices.DeleteFunc(b.units, func(u *cleanUnit) bool { return u.workbook == nil })
}

// dataset reads the unit's table.
func (u *cleanUnit) dataset() (*survey.Dataset, error) {
	d, err := platform.ReadMapped(u.workbook, u.mapping, nil, u.name)
	if d == nil {
		return nil, err
	}
	for _, c := range d.Columns() {
		d = d.Marked(c.Name, u.roles[c.Name])
	}
	if u.csv {
		d = d.Rewritten(sheet.Ert)
	}
	return d, err
}

// readClean reads the units of a clean dataset.
func (r *FileReading) readClean(b *cleanBook, o FileOptions) error {
	r.Platform = "plain"
	r.Guesses = append(r.Guesses, "read by the codebook beside it, as a clean dataset")
	var problems survey.Problems
	for _, u := range b.units {
		d, err := u.dataset()
		problems.Add(filepath.Base(u.workbook.File()), err)
		if d != nil && (o.Unit == "" || o.Unit == u.name) {
			r.Units = append(r.Units, r.said(d, o))
		}
	}
	return problems.Err()
}
