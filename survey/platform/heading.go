package platform

import (
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// headings is the row of headings: where the column of each name is.
type headings struct {
	names   []string          // as written, by column from 0; "" where blank
	columns map[string]int    // key: column from 1
	alias   map[string]string // key of a full name: the name it was cut to
	bound   map[int]bool      // columns that something is read from
}

// readHeadings reads the headings of r's sheet. A heading that stands twice is
// a problem.
func (r *reader) readHeadings() *headings {
	h := &headings{columns: map[string]int{}, alias: map[string]string{}, bound: map[int]bool{}}
	for column := 1; column <= r.grid.Columns(); column++ {
		name := strings.Join(strings.Fields(clean(cellText(r.grid.Cell(r.layout.Heading, column)))), " ")
		h.names = append(h.names, name)
		if name == "" {
			continue
		}
		if first, doubled := h.columns[key(name)]; doubled {
			r.problem(r.layout.Heading, column, "", "got the heading "+survey.Quote(name)+" again, first in "+survey.CellName(r.layout.Heading, first))
			continue
		}
		h.columns[key(name)] = column
	}
	return h
}

// find returns the column of name, or 0, and marks it as read.
func (h *headings) find(name string) int {
	column := h.columns[key(name)]
	if column == 0 {
		column = h.columns[key(h.alias[key(name)])]
	}
	if column > 0 {
		h.bound[column] = true
	}
	return column
}

// known returns the headings that are written.
func (h *headings) known() []string {
	var known []string
	for _, name := range h.names {
		if name != "" {
			known = append(known, name)
		}
	}
	return known
}

// key returns s as names and labels are compared: without regard to case and
// to the number and kind of blanks.
func key(s string) string { return strings.ToLower(strings.Join(strings.Fields(clean(s)), " ")) }

// clean trims s and makes its no-break spaces ordinary ones.
func clean(s string) string {
	if strings.ContainsAny(s, "\u00a0\u202f\ufeff") {
		s = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\ufeff", "").Replace(s)
	}
	return strings.TrimSpace(s)
}

// blank reports whether a cell shows nothing. A formula without a stored value
// is not blank.
func blank(c sheet.Cell) bool {
	return !c.Uncached && (c.Type == sheet.Empty || c.Type == sheet.Text && clean(c.Text) == "")
}
