package render

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"stikprove/report"
	"stikprove/sample/crosstab"
	cells "stikprove/survey/sheet"
)

// Text writes one table for the terminal, in language, as it is printed: with
// caption, notes and source. Text below the table is broken at width columns,
// and a wider table stands in parts under each other; 0 leaves both unbroken.
func Text(w io.Writer, t *report.Table, language string, width int) error {
	say, err := languageOf(language)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, wrapped(captionOf(t, say), width))
	fmt.Fprintln(out)
	parts := []*report.Table{t}
	if width > 0 {
		parts = t.Panels(func(part *report.Table) bool { return text.LongestLineLen(grid(part)) <= width })
	}
	for _, part := range parts {
		fmt.Fprintln(out, grid(part))
		fmt.Fprintln(out)
	}
	for _, s := range below(t, say) {
		fmt.Fprintln(out, wrapped(s, width))
	}
	return out.Flush()
}

// grid returns the table itself.
func grid(t *report.Table) string {
	tw := table.NewWriter()
	style := table.StyleLight
	style.Options = table.Options{SeparateHeader: true}
	style.Box.PaddingLeft, style.Box.PaddingRight = "", "  "
	style.Format = table.FormatOptions{Header: text.FormatDefault, Row: text.FormatDefault}
	style.Format.HeaderAlign = text.AlignDefault
	tw.SetStyle(style)
	tw.SuppressTrailingSpaces()
	configs := []table.ColumnConfig{{Number: 1, VAlignHeader: text.VAlignBottom}}
	for k := range t.Heads {
		configs = append(configs, table.ColumnConfig{Number: k + 2, Align: text.AlignRight, AlignHeader: text.AlignRight, VAlignHeader: text.VAlignBottom})
	}
	tw.SetColumnConfigs(configs)
	heads := headRow(t)
	if len(t.Spans) > 0 {
		over := spanRow(t)
		tw.AppendHeader(over, table.RowConfig{AutoMerge: true, AutoMergeAlign: text.AlignRight})
		widen(heads, over, t)
	}
	tw.AppendHeader(heads)
	room := t.Lettered()
	for i, row := range t.Rows {
		if row.Kind == crosstab.Total {
			tw.AppendSeparator()
		}
		if row.Heading && i > 0 {
			tw.AppendRow(table.Row{""})
		}
		cells := table.Row{indent(row)}
		for k, c := range row.Cells {
			text := lettered(c)
			if room[k] > 0 { // digits stand under each other
				text += strings.Repeat(" ", room[k]+1-utf8.RuneCountInString(strings.TrimPrefix(text, c.Text)))
			}
			cells = append(cells, text)
		}
		tw.AppendRow(cells)
	}
	return tw.Render()
}

// lettered returns a printed number with the letters of the columns it is larger
// than.
func lettered(c report.Printed) string {
	if c.Letters == "" {
		return c.Text
	}
	return c.Text + " " + c.Letters
}

// indent sets a row that overlaps the others in from those that do not.
func indent(row report.Line) string {
	if row.Kind == crosstab.OfWhich {
		return "  " + row.Label
	}
	return row.Label
}

func headRow(t *report.Table) table.Row {
	row := table.Row{t.Stub}
	for _, h := range t.Heads {
		row = append(row, h.Text)
	}
	return row
}

func spanRow(t *report.Table) table.Row {
	row := table.Row{""}
	for _, s := range t.Spans {
		// A long heading would push the columns below it apart.
		over := wrapped(s.Text, max(12, 8*s.Columns))
		for range s.Columns {
			row = append(row, over)
		}
	}
	return row
}

// widen makes the last heading under each heading over several as wide as it
// takes that the columns together are no narrower than that: go-pretty divides by
// nought where it cannot share out the difference.
func widen(heads, over table.Row, t *report.Table) {
	at := 1
	for _, s := range t.Spans {
		lacking, last := text.LongestLineLen(over[at].(string))-(s.Columns-1), 0
		for k := at; k < at+s.Columns; k++ {
			last = text.LongestLineLen(heads[k].(string))
			for _, row := range t.Rows {
				if len(row.Cells) >= k {
					last = max(last, text.LongestLineLen(lettered(row.Cells[k-1])))
				}
			}
			lacking -= last
		}
		at += s.Columns
		if lacking > 0 && lacking < s.Columns {
			own := text.LongestLineLen(heads[at-1].(string))
			heads[at-1] = strings.Repeat(" ", last+lacking-own) + heads[at-1].(string)
		}
	}
}

// captionOf returns a table's caption in full.
func captionOf(t *report.Table, say report.Language) string {
	s := t.Caption
	if t.Number > 0 {
		s = say.TableLabel(t.Number) + ". " + s
	}
	if t.Unit != "" {
		s += " · " + t.Unit
	}
	return s
}

// below returns the lines under a table: its notes, then its source.
func below(t *report.Table, say report.Language) []string {
	var list []string
	if len(t.Notes) > 0 {
		list = append(list, say.Note+" "+strings.Join(t.Notes, " "))
	}
	if t.Source != "" {
		list = append(list, say.Source+" "+t.Source)
	}
	return list
}

func wrapped(s string, width int) string {
	if width <= 0 {
		return s
	}
	lines := strings.Split(text.WrapSoft(s, width), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

// CSV writes one table's printed cells, comma-separated, a row per printed row
// under one row of headings. Where rows are of several variables each is called
// by its variable, too. A label that Excel would run as a formula has an
// apostrophe before it, see [cells.Inert].
func CSV(w io.Writer, t *report.Table) error {
	out := csv.NewWriter(w)
	heads := flatHeads(t)
	for k, head := range heads {
		heads[k] = cells.Inert(head)
	}
	if err := out.Write(heads); err != nil {
		return err
	}
	over := ""
	for _, row := range t.Rows {
		if row.Heading {
			over = row.Label + ": "
			continue
		}
		fields := []string{cells.Inert(over + row.Label)}
		for _, c := range row.Cells {
			fields = append(fields, lettered(c))
		}
		if err := out.Write(fields); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// flatHeads returns one heading per column, with the heading over it in front
// where the heading alone does not tell columns apart.
func flatHeads(t *report.Table) []string {
	heads, times := []string{t.Stub}, map[string]int{}
	for _, h := range t.Heads {
		times[h.Text]++
	}
	for k, h := range t.Heads {
		s := h.Text
		switch over := spanOver(t, k); {
		case over != "" && len(t.Of.ColumnSections) > 1:
			s = over + ": " + s
		case over != "" && times[s] > 1:
			s = strings.TrimSpace(over + " " + s)
		}
		heads = append(heads, s)
	}
	return heads
}

// spanOver returns the heading over a column.
func spanOver(t *report.Table, head int) string {
	at := 0
	for _, s := range t.Spans {
		if at += s.Columns; head < at {
			return s.Text
		}
	}
	return ""
}
