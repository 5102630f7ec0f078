package crosstab

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

// String returns t as canonical text, for tests and for comparing tables: ids
// in place of labels, shares with four decimals, everything in fixed order.
// It is no form for print. A cell reads
//
//	76 0.3897 (0.3210 0.4615)
//
// which is n, share and interval; the weighted count follows n after a slash
// where it differs, and the base follows the share where it is not the
// column's. What does not exist is a hyphen, what was removed "hidden".
func (t *Table) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "table %s, sample %s, percent %s, level %s\n", t.ID, t.Sample, t.Percent, number(t.Level))
	b.WriteString(t.Base.String() + "\n")
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	heads := []string{"", ""}
	sizes := []string{"", "n"}
	for _, c := range t.Columns {
		heads = append(heads, mark(c.ID, c.Joined))
		sizes = append(sizes, c.size())
	}
	line(w, heads)
	line(w, sizes)
	for r, row := range t.Rows {
		cells := []string{mark(row.ID, row.Joined), string(row.Kind)}
		for c, cell := range t.Cells[r] {
			cells = append(cells, t.text(cell, t.Columns[c]))
		}
		line(w, cells)
	}
	_ = w.Flush() // a strings.Builder takes everything
	for _, r := range t.Rows {
		if len(r.Of) > 0 {
			fmt.Fprintf(&b, "%s = %s\n", r.ID, strings.Join(r.Of, " + "))
		}
	}
	for _, n := range t.Notes {
		b.WriteString("note " + n.String() + "\n")
	}
	return b.String()
}

// String returns the base as canonical text.
func (b Base) String() string {
	if b.Suppressed != Shown {
		return "base hidden"
	}
	s := "base " + amount(b.N, b.Weighted)
	if b.Answered != b.N {
		s += fmt.Sprintf(", answered %d", b.Answered)
	}
	if b.PSUs > 0 {
		s += fmt.Sprintf(", psus %d", b.PSUs)
	}
	if b.Eligible > 0 {
		s += fmt.Sprintf(", eligible %d", b.Eligible)
	}
	if b.Census {
		s += ", census"
	}
	return s
}

// String returns the note as canonical text.
func (n Note) String() string {
	s := string(n.Kind)
	if n.N != 0 {
		s += fmt.Sprintf(" %d", n.N)
	}
	for _, lang := range slices.Sorted(maps.Keys(n.Text)) {
		s += fmt.Sprintf(" %s:%q", lang, n.Text[lang])
	}
	return s
}

// size returns the column's base as canonical text.
func (c Column) size() string {
	switch {
	case c.Kind == Reference:
		return "-"
	case c.Suppressed != Shown:
		return "hidden"
	default:
		return amount(c.N, c.Weighted)
	}
}

// text returns a cell of column as canonical text.
func (t *Table) text(cell Cell, column Column) string {
	switch {
	case cell.Suppressed != Shown:
		return "hidden"
	case column.Kind == Reference:
		return share(cell.P)
	}
	s := amount(cell.N, cell.Weighted)
	if math.IsNaN(cell.P) {
		return s
	}
	s += " " + share(cell.P)
	if cell.Base != column.N {
		s += fmt.Sprintf(" of %d", cell.Base)
	}
	if !math.IsNaN(cell.Low) && !math.IsNaN(cell.High) {
		s += " (" + share(cell.Low) + " " + share(cell.High) + ")"
	}
	return s
}

// mark returns id with a plus where several options are joined in it.
func mark(id string, joined bool) string {
	if joined {
		return id + "+"
	}
	return id
}

// amount returns a count, with the weighted one where it differs.
func amount(n int, weighted float64) string {
	if weighted == float64(n) {
		return strconv.Itoa(n)
	}
	return strconv.Itoa(n) + "/" + number(weighted)
}

// share returns p with four decimals.
func share(p float64) string {
	if math.IsNaN(p) {
		return "-"
	}
	return strconv.FormatFloat(p, 'f', 4, 64)
}

// number returns v with at most four decimals.
func number(v float64) string {
	return strconv.FormatFloat(math.Round(v*1e4)/1e4, 'f', -1, 64)
}

// line writes cells, without blanks at the end of the line.
func line(w *tabwriter.Writer, cells []string) {
	fmt.Fprintln(w, strings.Join(cells, "\t"))
}
