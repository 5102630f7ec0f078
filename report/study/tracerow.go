package study

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// TracedRow is a respondent or case and every shown number that rests on it.
// Numbers that are hidden are not among them, so that the list tells nothing of
// those.
type TracedRow struct {
	ID      string    `json:"id"`
	Units   []RowUnit `json:"units"`
	Numbers []Resting `json:"numbers"`
}

// RowUnit is a row of data that an id means.
type RowUnit struct {
	Sample string `json:"sample"`
	ID     string `json:"id"`
	File   string `json:"file"`
	Sheet  string `json:"sheet,omitempty"`
	Row    int    `json:"row"` // of the sheet, from 1
}

// Resting is a number that rests on a unit.
type Resting struct {
	Unit    string `json:"unit"`
	Counted bool   `json:"counted"` // the unit is in the number itself; otherwise in what it is a share of
	Place
}

// TraceRow lists every shown number, of tables and text, that rests on a unit:
// the one that id identifies or, of a respondent with cases, on any of them. The
// error is a [survey.Problem] with the nearest id.
func (s *Study) TraceRow(id string, o TraceOptions) (*TracedRow, error) {
	t, err := s.tracer(o)
	if err != nil {
		return nil, err
	}
	meant, known := t.meant(id)
	out := &TracedRow{ID: id, Numbers: []Resting{}}
	if len(meant) == 0 {
		return nil, t.unknown("no row %s in any sample%s", survey.Quote(id), survey.DidYouMean(id, known))
	}
	for _, name := range sortedKeys(meant) {
		d := t.data.Samples[name].Data
		for _, row := range meant[name] {
			p := d.Cell(row, d.Columns()[0].Name)
			out.Units = append(out.Units, RowUnit{Sample: name, ID: identity(d, row), File: p.File, Sheet: p.Sheet, Row: p.Row})
		}
	}
	cache := map[string]resting{}
	for _, p := range t.places() {
		at, err := t.find(p.Ref)
		if err != nil || at.hidden() {
			continue
		}
		name := at.number()
		if _, known := cache[name]; !known {
			cache[name] = t.resting(at, meant[at.table.Of.Sample])
		}
		d := t.data.Samples[at.table.Of.Sample]
		for _, row := range cache[name].counted {
			out.Numbers = append(out.Numbers, Resting{Unit: identity(d.Data, row), Counted: true, Place: p})
		}
		for _, row := range cache[name].base {
			out.Numbers = append(out.Numbers, Resting{Unit: identity(d.Data, row), Place: p})
		}
	}
	return out, nil
}

// resting is which of the rows meant are counted in a number, and which others
// are in its base.
type resting struct{ counted, base []int }

func (t *tracer) resting(at traced, meant []int) resting {
	m := t.behindTable(at.table.Of.ID)
	reference := at.column >= 0 && at.table.Of.Columns[at.column].Kind == crosstab.Reference
	if m == nil || len(meant) == 0 || at.what == "eligible" || reference {
		return resting{}
	}
	counted, base := t.rowsBehind(m, at)
	var r resting
	for _, row := range meant {
		if _, in := slices.BinarySearch(counted, row); in {
			r.counted = append(r.counted, row)
		} else if _, in := slices.BinarySearch(base, row); in {
			r.base = append(r.base, row)
		}
	}
	return r
}

// meant returns the rows of each sample that an id means, and all ids.
func (t *tracer) meant(id string) (rows map[string][]int, known []string) {
	rows = map[string][]int{}
	respondents := map[string][]int{} // by source, rows of that identity
	for _, name := range t.sources() {
		d := t.data.Datasets[name]
		for row := range d.Rows() {
			who := identity(d, row)
			known = append(known, who)
			if strings.EqualFold(who, id) {
				respondents[name] = append(respondents[name], row)
			}
		}
		from := t.config.Sources[name].From
		if from == "" {
			from = t.config.Sources[name].To
		}
		if from == "" {
			continue
		}
		for row, of := range d.Respondents() {
			if slices.Contains(respondents[from], of) && !slices.Contains(respondents[name], row) {
				respondents[name] = append(respondents[name], row)
			}
		}
		slices.Sort(respondents[name])
	}
	for name, found := range respondents {
		if t.data.Samples[name] != nil && len(found) > 0 {
			rows[name] = found
		}
	}
	return rows, known
}

// String returns the row and its numbers in lines.
func (r *TracedRow) String() string {
	var b strings.Builder
	for _, u := range r.Units {
		at := survey.Problem{File: u.File, Sheet: u.Sheet, Row: u.Row}
		fmt.Fprintf(&b, "row     %s %s   %s\n", u.Sample, u.ID, strings.TrimSpace(at.String()))
	}
	fmt.Fprintf(&b, "numbers %d of those that are shown rest on it\n", len(r.Numbers))
	lines := [][]string{}
	for _, n := range r.Numbers {
		how := "base"
		if n.Counted {
			how = "counted"
		}
		lines = append(lines, []string{n.Printed, n.where(), n.Ref, how, n.Unit})
	}
	b.WriteString(columns(lines))
	return b.String()
}

// where says in a word where a number is printed.
func (p Place) where() string {
	if p.Kind == "text" || p.Kind == "footnote" {
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return strings.ReplaceAll(p.Label, "\u00a0", " ")
}

// PlacesText returns places in lines.
func PlacesText(places []Place) string {
	var lines [][]string
	for _, p := range places {
		lines = append(lines, []string{p.Printed, p.where(), p.Ref, p.Section})
	}
	return columns(lines)
}

// columns sets rows of words in columns, with two spaces between.
func columns(lines [][]string) string {
	var widths []int
	for _, l := range lines {
		for k, word := range l {
			if k == len(widths) {
				widths = append(widths, 0)
			}
			widths[k] = max(widths[k], len([]rune(word)))
		}
	}
	var b strings.Builder
	for _, l := range lines {
		var line strings.Builder
		for k, word := range l {
			fmt.Fprintf(&line, "  %s%s", word, strings.Repeat(" ", widths[k]-len([]rune(word))))
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}
