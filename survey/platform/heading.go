package platform

import (
	"fmt"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// headings is the names of the columns: where the column of each is.
type headings struct {
	names   []string          // by column from 0, all different; "" where nothing stands
	doubled map[int]int       // columns from 1 whose heading stood before: where
	columns map[string]int    // key: column from 1
	alias   map[string]string // key of a full name: the name it was cut to
	bound   map[int]bool      // columns that something is read from
}

// newHeadings returns the names of the columns of a page. Rows of headings are
// read together, words of a row that is not the last filling rightwards, unless
// the first row alone names the columns. A heading that stands again gets its
// number; a column with values and no heading gets its letters.
func newHeadings(rows [][]string, alone bool, t *table) *headings {
	h := &headings{doubled: map[int]int{}, columns: map[string]int{}, alias: map[string]string{}, bound: map[int]bool{}}
	width := len(t.columns)
	for _, row := range rows {
		width = max(width, len(row))
	}
	if alone && len(rows) > 1 {
		rows = rows[:1]
	}
	for column := 1; column <= width; column++ {
		name := headingOf(rows, column-1)
		if name == "" && t.store(column) != nil {
			name = "column " + survey.ColumnName(column)
		}
		if name == "" {
			h.names = append(h.names, "")
			continue
		}
		first, n := h.columns[key(name)], 1
		if first > 0 {
			h.doubled[column] = first
		}
		for base := name; h.columns[key(name)] > 0; {
			n++
			name = fmt.Sprintf("%s (%d)", base, n)
		}
		h.names = append(h.names, name)
		h.columns[key(name)] = column
	}
	return h
}

// headingOf returns the words over a column counted from 0, from the top.
func headingOf(rows [][]string, column int) string {
	var parts []string
	for k, row := range rows {
		s := at(row, column)
		if k < len(rows)-1 {
			s = filled(row, column)
		}
		if s != "" && (len(parts) == 0 || !strings.EqualFold(parts[len(parts)-1], s)) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " – ")
}

// at returns the words of a column counted from 0, or "".
func at(row []string, column int) string {
	if column < len(row) {
		return row[column]
	}
	return ""
}

// filled returns the words that stand in a column or to the left of it.
func filled(row []string, column int) string {
	for ; column >= 0; column-- {
		if s := at(row, column); s != "" {
			return s
		}
	}
	return ""
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
// to the number and kind of blanks and apostrophes.
func key(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(clean(s)), " "))
	if strings.ContainsAny(s, "’‘´`") {
		s = strings.NewReplacer("’", "'", "‘", "'", "´", "'", "`", "'").Replace(s)
	}
	return s
}

// clean trims s and makes its no-break spaces ordinary ones.
func clean(s string) string {
	if isASCII(s) {
		return strings.TrimSpace(s)
	}
	if strings.ContainsAny(s, "\u00a0\u202f\ufeff") {
		s = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\ufeff", "").Replace(s)
	}
	return strings.TrimSpace(s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// oneLine returns s with single blanks for any number and kind of them, line
// breaks among them, and without the marks of HTML.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(clean(s)), " ")
	if strings.Contains(s, "<") && strings.Contains(s, ">") {
		s = strings.Join(strings.Fields(withoutTags(s)), " ")
	}
	return s
}

// withoutTags returns s without what looks like a tag of HTML: a name after <,
// as <b> and </span>. "<18 år" and "5 <> 6" are left alone.
func withoutTags(s string) string {
	var b strings.Builder
	for s != "" {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		end := strings.IndexByte(s[i:], '>')
		name := strings.TrimPrefix(s[i+1:], "/")
		if end < 0 || name == "" || !isTag(strings.ToLower(name)) {
			b.WriteByte('<')
			s = s[i+1:]
			continue
		}
		b.WriteByte(' ')
		s = s[i+end+1:]
	}
	return b.String() + s
}

// isTag reports whether s begins with the name of a tag that platforms write.
func isTag(s string) bool {
	for _, tag := range []string{"b", "i", "u", "p", "br", "em", "strong", "span", "div", "font", "a", "ul", "li", "ol", "h1", "h2", "h3", "h4", "small", "sup", "sub"} {
		if rest, ok := strings.CutPrefix(s, tag); ok && rest != "" && strings.ContainsRune("> /", rune(rest[0])) {
			return true
		}
	}
	return false
}

// blank reports whether a cell shows nothing. A formula without a stored value
// is not blank.
func blank(c sheet.Cell) bool {
	switch c.Type {
	case sheet.Empty:
		return !c.Uncached
	case sheet.Text:
		// Nearly every text begins with a letter or a digit.
		return (c.Text == "" || c.Text[0] <= ' ' || c.Text[0] >= 0x80) && clean(c.Text) == "" && !c.Uncached
	}
	return false
}
