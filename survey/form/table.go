package form

import (
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// table is a sheet of the form, found by its headings in row 1.
type table struct {
	grid      *sheet.Grid
	columns   map[string]map[string][]int // heading, language tag: columns from 1
	languages []string                    // tags in order of appearance
}

// table reads the sheet called name, whatever the case of its letters. It
// returns nil where there is none, a problem if it is needed.
func (r *reader) table(w *sheet.Workbook, name string, needed bool) *table {
	if !needed && !w.Has(name) {
		return nil
	}
	grid, err := w.Read(name)
	if err != nil {
		r.problems.Add(r.file, err)
		return nil
	}
	t := &table{grid: grid, columns: map[string]map[string][]int{}}
	for column := 1; column <= grid.Columns(); column++ {
		written := clean(cellText(grid.Cell(1, column)))
		if written == "" {
			continue
		}
		heading, language := splitHeading(written)
		if near := survey.Nearest(heading, knownHeadings); near != heading && near != "" && !slices.Contains(knownHeadings, heading) {
			r.warn(t, 1, column, "", "heading %s is not known; did you mean %q?", survey.Quote(written), near)
		}
		if language != "" && !slices.Contains(t.languages, language) {
			t.languages = append(t.languages, language)
		}
		if t.columns[heading] == nil {
			t.columns[heading] = map[string][]int{}
		}
		t.columns[heading][language] = append(t.columns[heading][language], column)
		r.doubled(t, heading, written, t.columns[heading][language])
	}
	r.unreadable(t)
	return t
}

// doubled reports a heading that stands again in the last of columns. Where no
// row has different values under the two, nothing is lost.
func (r *reader) doubled(t *table, heading, written string, columns []int) {
	if len(columns) == 1 {
		return
	}
	first, again := columns[0], columns[len(columns)-1]
	for row := 2; row <= t.grid.Rows(); row++ {
		a, b := clean(cellText(t.grid.Cell(row, first))), clean(cellText(t.grid.Cell(row, again)))
		if a != "" && b != "" && a != b && heading != "form_id" && heading != "form_title" { // of those the first counts
			r.problem(t, row, again, "", "got %s under a heading that stands again, and %s in %s", survey.Quote(b), survey.Quote(a), survey.CellName(row, first))
			return
		}
	}
	r.warn(t, 1, again, "", "the heading %s stands again, first in %s; they are read as one", survey.Quote(written), survey.CellName(1, first))
}

// unreadable reports the cells that have an error or no value.
func (r *reader) unreadable(t *table) {
	for row := 1; row <= t.grid.Rows(); row++ {
		for column := 1; column <= t.grid.Columns(); column++ {
			switch c := t.grid.Cell(row, column); {
			case c.Uncached:
				r.problem(t, row, column, "", "formula has no stored value; open and save the workbook in Excel")
			case c.Type == sheet.Error:
				r.problem(t, row, column, "", "got the error %s, want a text", c.Text)
			}
		}
	}
}

// column returns the first column of heading, or 0.
func (t *table) column(heading string) int {
	if columns := t.columns[heading][""]; len(columns) > 0 {
		return columns[0]
	}
	return 0
}

// text returns the text under heading in row, "" where there is none.
func (t *table) text(row int, heading string) string { return t.in(row, heading, "") }

// in returns the text under heading in a language.
func (t *table) in(row int, heading, language string) string {
	for _, column := range t.columns[heading][language] {
		if s := clean(cellText(t.grid.Cell(row, column))); s != "" {
			return s
		}
	}
	return ""
}

// words returns the texts under heading in every language, with the questions
// they mention under the names they have here. fallback is the language of the
// heading that has none.
func (t *table) words(row int, heading, fallback string) survey.Text {
	words := survey.Text{}
	if s := t.in(row, heading, ""); s != "" {
		words[fallback] = named(s)
	}
	for language := range t.columns[heading] {
		if s := t.in(row, heading, language); s != "" && language != "" {
			words[language] = named(s)
		}
	}
	if len(words) == 0 {
		return nil
	}
	return words
}

// blank reports whether row holds nothing.
func (t *table) blank(row int) bool {
	for column := 1; column <= t.grid.Columns(); column++ {
		if clean(cellText(t.grid.Cell(row, column))) != "" {
			return false
		}
	}
	return true
}

// at returns a problem with its address. What it says may be taken from cells,
// so that personal numbers are masked in all of it.
func (t *table) at(row, column int, name, message string) survey.Problem {
	return survey.Problem{File: t.grid.File(), Sheet: t.grid.Sheet(), Row: row, Column: column, Variable: survey.MaskCPR(name), Message: survey.MaskCPR(message)}
}

// cellText returns what a cell of a form says. Excel stores codes as numbers,
// so that 1 and -999.0 are written as whole numbers again.
func cellText(c sheet.Cell) string {
	switch c.Type {
	case sheet.Number:
		return strconv.FormatFloat(c.Number, 'f', -1, 64)
	case sheet.Empty, sheet.Error:
		return ""
	default:
		return c.Text
	}
}

// clean trims s and makes its no-break spaces ordinary; line breaks within
// stay, as a label may have them.
func clean(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\ufeff", "").Replace(s))
}
