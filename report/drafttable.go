package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// drafted is what a draft says of one table.
type drafted struct {
	all   []string // sentences
	lead  string   // the one for the summary; empty for none
	leads []string // of a table of response
}

// table returns the sentences of a table.
func (w *drafter) table(t *crosstab.Table) drafted {
	var s drafted
	column, usual := usualColumn(t)
	groups := slices.DeleteFunc(columnsOf(t, crosstab.Group), func(j int) bool { return !lookable(t.Columns[j].ID) })
	kind := func(k crosstab.RowKind) int {
		return slices.IndexFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == k })
	}
	switch {
	case t.Comparison != nil:
		s.all = w.waves(t)
		return s
	case t.ColumnSections != nil || t.RowSections != nil:
		// A banner is for looking up in; it has no one thing to say.
	case w.isResponse(t):
		s.leads = w.responded(t)
		s.all = append(append(s.all, w.fill(t, w.say.intro)), s.leads...)
	case kind(crosstab.Sum) >= 0:
		s.all = w.sum(t, kind(crosstab.Sum), column, usual)
	case kind(crosstab.Mean) >= 0:
		s.all = w.means(t, kind(crosstab.Mean), groups)
	case kind(crosstab.Item) >= 0:
		s.all = w.battery(t, groups)
	case t.Percent == crosstab.OfRow && len(groups) > 0:
		s.all = w.ofRows(t, groups)
	case len(groups) > 1:
		s.all = w.cross(t, groups)
	case usual:
		s.all = w.single(t, column)
	}
	if len(s.all) == 0 {
		words := w.say.plain
		if allHidden(t) {
			words = w.say.tooSmall
		}
		s.all = []string{w.fill(t, words)}
		return s
	}
	if len(s.leads) == 0 && (len(groups) < 2 || kind(crosstab.Mean) >= 0 || kind(crosstab.Item) >= 0) {
		s.lead = s.all[0]
	}
	if !strings.Contains(strings.Join(s.all, " "), `{{ see "table"`) {
		s.all[0] = strings.TrimSuffix(s.all[0], ".") + w.fill(t, " ({see}).")
	}
	return s
}

// shown reports whether a cell may be looked up and has a number.
func shown(t *crosstab.Table, row, column int) bool {
	c := t.Cells[row][column]
	return c.Suppressed == crosstab.Shown && !math.IsNaN(c.P) && lookable(t.Rows[row].ID)
}

// pct is a look-up of a share.
func (w *drafter) pct(t *crosstab.Table, row, column int) string {
	if j, ok := usualColumn(t); ok && j == column && t.Percent != crosstab.OfRow && t.Rows[row].Kind != crosstab.Item {
		return fmt.Sprintf("{{ pct %q %q }}", t.ID, t.Rows[row].ID)
	}
	return fmt.Sprintf("{{ pct %q %q %q }}", t.ID, t.Rows[row].ID, t.Columns[column].ID)
}

// row returns a row's label; of several columns a yes or no with what it
// answers.
func (w *drafter) row(t *crosstab.Table, row int) string {
	r := t.Rows[row]
	if len(columnsOf(t, crosstab.Group)) < 2 {
		return w.quote(w.RowLabel(r))
	}
	return w.quote(w.answered(t.RowVariable, r.ID, w.RowLabel(r)))
}

// column returns a column's label; a yes or no with what it answers.
func (w *drafter) column(t *crosstab.Table, column int) string {
	c := t.Columns[column]
	return w.quote(w.answered(t.ColumnVariable, c.ID, w.ColumnLabel(c)))
}

func (w *drafter) answered(variable survey.Text, id, label string) string {
	if words := w.label(variable); words != "" && (id == "yes" || id == "no") && !isQuestion(words) {
		return words + ": " + label
	}
	return label
}

// responded returns a sentence for each part of a study.
func (w *drafter) responded(t *crosstab.Table) []string {
	var out []string
	for i, r := range t.Rows {
		if shown(t, i, 0) && t.Base.Suppressed == crosstab.Shown {
			out = append(out, w.fill(t, w.say.responded, "{row}", w.row(t, i), "{n}", fmt.Sprintf("{{ n %q %q }}", t.ID, r.ID), "{pct}", w.pct(t, i, 0)))
		}
	}
	return out
}

func (w *drafter) sum(t *crosstab.Table, row, column int, usual bool) []string {
	c := t.Cells[row][max(0, column)]
	if !usual || c.Suppressed != crosstab.Shown || !lookable(t.Rows[row].ID) {
		return nil
	}
	id, name := t.Rows[row].ID, t.Columns[column].ID
	return []string{w.fill(t, w.say.sum, "{total}", fmt.Sprintf("{{ total %q %q %q }}", t.ID, id, name), "{n}", fmt.Sprintf("{{ n %q %q %q }}", t.ID, id, name))}
}

func (w *drafter) means(t *crosstab.Table, row int, groups []int) []string {
	var out []string
	has := func(j int) bool {
		return t.Cells[row][j].Suppressed == crosstab.Shown && !math.IsNaN(t.Cells[row][j].Mean)
	}
	look := func(j int) string { return fmt.Sprintf("{{ mean %q %q }}", t.ID, t.Columns[j].ID) }
	if j, ok := usualColumn(t); ok && has(j) && lookable(t.Columns[j].ID) {
		words := w.say.mean
		if baseHidden(t) {
			words = w.say.meanBare
		}
		spread := ""
		if c := t.Cells[row][j]; t.Level > 0 && !math.IsNaN(c.Low) && !math.IsNaN(c.High) {
			spread = w.say.spread
		}
		words = strings.ReplaceAll(words, "{spread}", spread)
		out = append(out, w.fill(t, words+".", "{mean}", look(j), "{ci}", fmt.Sprintf("{{ ci %q %q %q }}", t.ID, t.Rows[row].ID, t.Columns[j].ID)))
	}
	ends := w.say.meanEnds
	if slices.ContainsFunc(groups, func(j int) bool { return !has(j) }) {
		ends = w.say.meanShown
	}
	groups = slices.DeleteFunc(slices.Clone(groups), func(j int) bool { return !has(j) || t.Columns[j].Joined })
	verdict := w.tested(t, row)
	if len(groups) < 2 {
		return out
	}
	byMean := func(a, b int) int { return cmp.Compare(t.Cells[row][a].Mean, t.Cells[row][b].Mean) }
	most, least := slices.MaxFunc(groups, byMean), slices.MinFunc(groups, byMean)
	if verdict != differ || byMean(most, least) == 0 {
		return append(out, w.verdict(verdict)...)
	}
	out = append(out, w.fill(t, ends, "{column}", w.column(t, most), "{mean}", look(most), "{other}", w.column(t, least), "{mean2}", look(least)))
	if t.Base.Census {
		return out
	}
	return append(out, w.verdict(verdict)...)
}

// battery returns the share with the first answer of each question, or of the
// two furthest apart where there are many.
func (w *drafter) battery(t *crosstab.Table, groups []int) []string {
	groups = slices.DeleteFunc(slices.Clone(groups), func(j int) bool { return t.Columns[j].Meaning != survey.Substantive })
	if len(groups) == 0 {
		return nil
	}
	j := groups[0]
	if yes := columnOf(t, "yes"); slices.Contains(groups, yes) {
		j = yes
	}
	return w.list(t, j, strings.ReplaceAll(w.say.answer, "{column}", w.column(t, j)))
}

// list returns the shares of a column row by row, after an opening.
func (w *drafter) list(t *crosstab.Table, j int, opening string) []string {
	var rows []int
	hidden := false
	for i, r := range t.Rows {
		if r.Kind == crosstab.Item || r.Kind == crosstab.Answer {
			hidden = hidden || !shown(t, i, j)
			if shown(t, i, j) {
				rows = append(rows, i)
			}
		}
	}
	const few = 4
	byShare := func(a, b int) int { return cmp.Compare(t.Cells[a][j].P, t.Cells[b][j].P) }
	switch {
	case len(rows) == 0, hidden && len(rows) > few:
		return nil
	case len(rows) > few:
		most, least := slices.MaxFunc(rows, byShare), slices.MinFunc(rows, byShare)
		return []string{w.fill(t, opening+w.say.extremes+".", "{row}", w.row(t, most), "{pct}", w.pct(t, most, j), "{next}", w.row(t, least), "{pct2}", w.pct(t, least, j))}
	}
	var parts []string
	for _, i := range rows {
		parts = append(parts, w.fill(t, w.say.share, "{row}", w.row(t, i), "{pct}", w.pct(t, i, j)))
	}
	return []string{opening + w.say.is + joined(parts, w.say.and) + "."}
}

// joined returns parts with commas, and a word before the last.
func joined(parts []string, and string) string {
	last := len(parts) - 1
	if last < 1 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:last], ", ") + and + parts[last]
}

// ofRows returns the least and the most of a table whose shares run by row.
func (w *drafter) ofRows(t *crosstab.Table, groups []int) []string {
	j := groups[0]
	var rows []int
	for i, r := range t.Rows {
		if shown(t, i, j) && r.Kind == crosstab.Category && !r.Joined && r.Meaning == survey.Substantive {
			rows = append(rows, i)
		}
	}
	if len(rows) < 2 {
		return nil
	}
	byShare := func(a, b int) int { return cmp.Compare(t.Cells[a][j].P, t.Cells[b][j].P) }
	most, least := slices.MaxFunc(rows, byShare), slices.MinFunc(rows, byShare)
	words := w.fill(t, w.say.range_, "{column}", w.column(t, j), "{row}", w.row(t, least), "{pct}", w.pct(t, least, j), "{next}", w.row(t, most), "{pct2}", w.pct(t, most, j))
	if i := slices.IndexFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Total }); i >= 0 && shown(t, i, j) {
		words += w.fill(t, w.say.rangeAll, "{row}", w.row(t, i), "{pct}", w.pct(t, i, j))
	}
	return []string{words + "."}
}

func columnsOf(t *crosstab.Table, kind crosstab.ColumnKind) []int {
	var out []int
	for j, c := range t.Columns {
		if c.Kind == kind {
			out = append(out, j)
		}
	}
	return out
}

// allHidden reports whether a table has no share to show.
func allHidden(t *crosstab.Table) bool {
	for i, r := range t.Rows {
		for j := range t.Columns {
			if r.Kind != crosstab.Total && t.Cells[i][j].Suppressed == crosstab.Shown {
				return false
			}
		}
	}
	return true
}
