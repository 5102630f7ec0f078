package review

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/coding"
	"stikprove/survey"
	"stikprove/survey/sheet"
)

// Filled is a workbook that people have filled in.
type Filled struct {
	Header
	Codes []Code
	File  string // base name, for messages
	Tab   string // name of the sheet with the rows
	Rows  []Row

	expected []expected // the rows the workbook was written with
	columns  map[column]int
	problems survey.Problems // what is wrong in the sheet itself
}

// expected is a row that a workbook was written with.
type expected struct{ id, check string }

// Row is one row as it came back.
type Row struct {
	Line        int // in the sheet, from 1
	ID, Text    string
	Suggestion  string // code
	Suggested   bool   // that the suggestion is a combination
	Category    string // code; empty for nothing filled in
	Combination *bool
	Accept      bool
	Comment     string
	Coder       string
	Date        string // ISO 8601, or empty

	check, rebuilt string // check sums: as written, and of what stands there now
}

// Verdict returns what the row says: what is filled in, and the suggestion
// where that is accepted.
func (r Row) Verdict() coding.Verdict {
	v := coding.Verdict{Category: r.Category, Combination: r.Combination}
	if r.Accept {
		if v.Category == "" {
			v.Category = r.Suggestion
		}
		if v.Combination == nil {
			v.Combination = &r.Suggested
		}
	}
	return v
}

// Read reads a workbook that [Sheet.Write] wrote and people filled in. The error
// is a [survey.Problem] where the file is something else; what is wrong with
// its rows is kept for [Filled.Merge] and [Filled.Problems].
func Read(path string) (*Filled, error) {
	w, err := sheet.Open(path)
	if err != nil {
		return nil, err
	}
	if !w.Has(machine) {
		return nil, survey.Problem{File: w.File(), Message: "no sheet for review; want a workbook that stikprove review wrote, with all its sheets"}
	}
	own, err := w.Read(machine)
	if err != nil {
		return nil, err
	}
	f := &Filled{File: w.File()}
	if err := f.readMachine(own); err != nil {
		return nil, err
	}
	for _, name := range w.Sheets() {
		g, err := w.Read(name)
		if err != nil {
			return nil, err
		}
		if f.readHeadings(g) {
			f.Tab = name
			f.readRows(g)
			return f, nil
		}
	}
	return nil, survey.Problem{File: f.File, Message: "no sheet with the headings " + f.headings() + " in its first row"}
}

// headings lists the headings that a sheet of rows must have.
func (f *Filled) headings() string {
	w := in(f.Language)
	var names []string
	for _, c := range f.needed() {
		names = append(names, w.headings[c])
	}
	return survey.QuoteAll(names)
}

// needed lists the columns a sheet cannot do without.
func (f *Filled) needed() []column {
	return slices.DeleteFunc(slices.Clone(columnsOf[f.Kind]), func(c column) bool {
		return slices.Contains([]column{columnConfidence, columnReason, columnComment, columnCoder, columnDate,
			columnA, columnACombination, columnB, columnBCombination}, c)
	})
}

// readMachine reads what the workbook says of itself.
func (f *Filled) readMachine(g *sheet.Grid) error {
	if g.Cell(1, 1).Text != format {
		return survey.Problem{File: f.File, Message: "a sheet for review of another version of the program; write a new one"}
	}
	for row := 2; row <= g.Rows(); row++ {
		a, b, c := g.Cell(row, 1).Text, g.Cell(row, 2).Text, g.Cell(row, 3).Text
		switch a {
		case "header":
			f.set(b, c)
		case "code":
			label := survey.Text{}
			for i, language := range []string{"da", "en", ""} {
				if s := g.Cell(row, 3+i).Text; s != "" {
					label[language] = s
				}
			}
			f.Codes = append(f.Codes, Code{b, label})
		case "row":
			f.expected = append(f.expected, expected{b, c})
		}
	}
	if columnsOf[f.Kind] == nil {
		return survey.Problem{File: f.File, Message: "the workbook does not say what it is for; write a new one"}
	}
	return nil
}

// set sets one value of the header.
func (h *Header) set(key, value string) {
	for name, field := range map[string]*string{
		"study": &h.Study, "wave": &h.Wave, "variable": &h.Variable, "scheme": &h.Scheme, "version": &h.Version,
		"hash": &h.Hash, "language": &h.Language, "seed": &h.Seed, "coders": &h.Coders, "kind": (*string)(&h.Kind),
	} {
		if name == key {
			*field = value
		}
	}
}

// readHeadings finds the columns by their headings and reports whether all that
// are needed are there.
func (f *Filled) readHeadings(g *sheet.Grid) bool {
	f.columns = map[column]int{}
	for c := 1; c <= g.Columns(); c++ {
		if name, ok := columnOf(g.Cell(1, c).Text); ok && f.columns[name] == 0 {
			f.columns[name] = c
		}
	}
	return !slices.ContainsFunc(f.needed(), func(c column) bool { return f.columns[c] == 0 })
}

// problem notes what is wrong in a cell of the rows' sheet.
func (f *Filled) problem(line int, c column, format string, args ...any) {
	f.problems = append(f.problems, survey.Problem{
		File: f.File, Sheet: f.Tab, Row: line, Column: f.columns[c], Variable: string(c), Message: fmt.Sprintf(format, args...),
	})
}

// readRows reads the rows below the headings; empty ones are passed over.
func (f *Filled) readRows(g *sheet.Grid) {
	for line := 2; line <= g.Rows(); line++ {
		blank := true
		for _, at := range f.columns {
			blank = blank && strings.TrimSpace(g.Cell(line, at).Text) == ""
		}
		if !blank {
			f.Rows = append(f.Rows, f.row(g, line))
		}
	}
}

// row reads one row.
func (f *Filled) row(g *sheet.Grid, line int) Row {
	text := func(c column) string {
		if f.columns[c] == 0 {
			return ""
		}
		cell := g.Cell(line, f.columns[c])
		if cell.Uncached {
			f.problem(line, c, "formula has no stored value; open and save the workbook in Excel")
		}
		if cell.Type == sheet.Error {
			f.problem(line, c, "the cell holds an error, want a value or nothing")
			return ""
		}
		return cell.Text
	}
	r := Row{Line: line, ID: strings.TrimSpace(text(columnID)), Text: text(columnText), check: strings.TrimSpace(text(columnCheck))}
	r.rebuilt = f.check(r.ID, r.Text, text(columnSuggestion), text(columnSuggested))
	r.Suggestion = f.code(text(columnSuggestion))
	r.Suggested, _ = yesNo(text(columnSuggested))
	if category := text(columnCategory); strings.TrimSpace(category) != "" {
		if r.Category = f.code(category); r.Category == "" {
			f.problem(line, columnCategory, "not one of the codes; want one of %s (what stands there is withheld)", survey.QuoteAll(f.codeLabels()))
		}
	}
	r.Combination = f.answer(line, columnCombination, text(columnCombination))
	accept := f.answer(line, columnAccept, text(columnAccept))
	r.Accept = accept != nil && *accept
	if r.Accept && r.Category != "" && r.Category != r.Suggestion {
		f.problem(line, columnAccept, "the suggestion is accepted and another category is picked, want one of them")
	}
	r.Comment = strings.Join(strings.Fields(text(columnComment)), " ")
	r.Coder = strings.Join(strings.Fields(text(columnCoder)), " ")
	r.Date = f.date(g, line)
	return r
}

// code returns the code that a cell names, by its name or label in any
// language, or "".
func (f *Filled) code(s string) string {
	for _, c := range f.Codes {
		if fold(c.Name) == fold(s) {
			return c.Name
		}
		for _, label := range c.Label {
			if fold(label) == fold(s) {
				return c.Name
			}
		}
	}
	return ""
}

func (f *Filled) codeLabels() []string {
	var labels []string
	for _, c := range f.Codes {
		labels = append(labels, c.Label.In(f.Language))
	}
	return labels
}

// answer reads yes, no or nothing.
func (f *Filled) answer(line int, c column, s string) *bool {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	yes, known := yesNo(s)
	if !known {
		w := in(f.Language)
		f.problem(line, c, "want %s, %s or nothing (what stands there is withheld)", survey.Quote(w.yes), survey.Quote(w.no))
		return nil
	}
	return &yes
}

// Problems returns what is wrong in the sheet itself, whichever study it is of.
func (f *Filled) Problems() survey.Problems { return f.problems }
