package study

import (
	"fmt"
	"strconv"
	"strings"

	"stikprove/survey"
)

// String returns what a number rests on, in lines. Rows that are only in the
// base are counted and not listed; JSON has them.
func (t *Traced) String() string {
	var b strings.Builder
	line := func(name, format string, args ...any) {
		if words := fmt.Sprintf(format, args...); words != "" {
			fmt.Fprintf(&b, "%-9s %s\n", name, words)
		}
	}
	line("number", "%s", strings.TrimSpace(t.Printed+"   "+t.Ref))
	line("table", "%d %s (%s)", t.Number, t.Title, t.Table)
	if t.Row != nil {
		line("row", "%s (%s)", t.Row.Label, t.Row.ID)
	}
	if t.Column != nil {
		line("column", "%s (%s)", t.Column.Label, t.Column.ID)
	}
	if t.Hidden {
		line("hidden", "%s", t.Why)
		return survey.MaskCPR(b.String())
	}
	filter := t.Filter
	if filter == "" {
		filter = "none"
	}
	line("filter", "%s", filter)
	line("base", "%s", t.Base)
	line("source", "%s", t.Source)
	line("weights", "%s", t.Weights)
	line("design", "%s", t.Design)
	t.Numbers.lines(line, t.What)
	for i, p := range t.Places {
		name := ""
		if i == 0 {
			name = "printed"
		}
		words := p.where()
		if p.Kind == "table" {
			words += " (report.html#" + p.Anchor + ")"
		}
		line(name, "%s", strings.TrimRight(p.Printed+"  "+words+"  "+p.Section, " "))
	}
	t.rows(&b, line)
	return survey.MaskCPR(b.String())
}

// lines says the numbers.
func (u *Unrounded) lines(line func(name, format string, args ...any), what string) {
	if u == nil {
		return
	}
	if u.Base > 0 && (what == "pct" || what == "ci" || what == "words") {
		line("counted", "%d of %d%s", u.N, u.Base, weighted(u))
	} else if u.N > 0 || u.Estimate == nil {
		line("counted", "%d%s", u.N, weighted(u))
	}
	if u.Estimate != nil {
		line("estimate", "%s", full(*u.Estimate))
	}
	if u.SE != nil {
		line("se", "%s", full(*u.SE))
	}
	if u.Low != nil && u.High != nil && u.Level != nil {
		line("interval", "%s to %s (level %s)", full(*u.Low), full(*u.High), full(*u.Level))
	}
}

// weighted says the sum of the weights where it is not the count.
func weighted(u *Unrounded) string {
	if u.Weighted == nil || *u.Weighted == float64(u.N) {
		return ""
	}
	return ", weighted " + full(*u.Weighted)
}

// full returns a number with all of its digits.
func full(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// rows lists the rows counted.
func (t *Traced) rows(b *strings.Builder, line func(name, format string, args ...any)) {
	if t.Note != "" {
		line("rows", "%s", t.Note)
		return
	}
	counted := 0
	var lines [][]string
	for _, u := range t.Units {
		if !u.Counted {
			continue
		}
		counted++
		words := []string{u.ID, addresses(u.Cells)}
		if u.Weight != 1 {
			words = append(words, "weight "+full(u.Weight))
		}
		for _, text := range u.Texts {
			words = append(words, strconv.Quote(text))
		}
		lines = append(lines, words)
	}
	rest := ""
	if more := len(t.Units) - counted; more > 0 {
		rest = fmt.Sprintf("; %d more are in the base (--format json lists them)", more)
	}
	line("rows", "%d%s", counted, rest)
	b.WriteString(columns(lines))
}

// addresses lists cells, file and sheet named once.
func addresses(cells []Address) string {
	var parts []string
	last := ""
	for _, c := range cells {
		at := c.File
		if c.Sheet != "" {
			at += ": '" + strings.ReplaceAll(c.Sheet, "'", "''") + "'"
		}
		separator := ": "
		if c.Sheet != "" {
			separator = "!"
		}
		where := at
		if c.Cell != "" {
			where += separator + c.Cell
		}
		if at == last && c.Cell != "" {
			where = c.Cell
		}
		parts, last = append(parts, where+" "+c.Variable), at
	}
	return strings.Join(parts, ", ")
}
