package study

import (
	"slices"
	"strings"

	"stikprove/report"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// comparing is two waves on their way to comparisons, and what is to be known of
// them.
type comparing struct {
	before, after  *wave
	mapping        *earlierWave // nil where names are the same
	say            report.Language
	apart, changed []report.WaveNote
	seen           map[string]bool // variables and codings whose changes are noted
	columnOnly     bool            // of the last table: it is the column that cannot be compared
}

func newComparing(before, after *wave, mapping *earlierWave, language string) *comparing {
	say, _ := report.LanguageOf(language) // was checked
	return &comparing{before: before, after: after, mapping: mapping, say: say, seen: map[string]bool{}}
}

// waves returns what is to be known, each once.
func (c *comparing) waves() report.Waves {
	before, after := c.names()
	return report.Waves{Before: before, After: after, Apart: c.apart, Changed: c.changed}
}

// names returns what the waves are called, which is not the same.
func (c *comparing) names() (before, after string) {
	before, after = c.before.name(), c.after.name()
	if before == after {
		return before + " (1)", after + " (2)"
	}
	return before, after
}

func (c *comparing) note(n report.WaveNote) { c.apart = append(c.apart, n) }

// lastReason words why the last table cannot be compared.
func (c *comparing) lastReason() string {
	if len(c.apart) == 0 {
		return ""
	}
	w := c.waves()
	w.Apart = w.Apart[len(w.Apart)-1:]
	return c.say.WaveSections(w)[0].Lines[0]
}

// title returns what a table is called in print.
func (c *comparing) title(t *crosstab.Table) string {
	if s := t.Title.In(c.say.Tag); s != "" {
		return s
	}
	return t.ID
}

// table compares one column of a table of the later wave, as a table called id.
// It returns nil where that cannot be, and notes why.
func (c *comparing) table(t *crosstab.Table, id string, title survey.Text, column string) *crosstab.Table {
	c.columnOnly = false
	name := c.title(t)
	there := c.before.table(c.mapping.tableThere(t.ID, c.after.of[t.ID]))
	if there == nil {
		c.note(report.WaveNote{Kind: report.WaveTableNew, Name: name})
		return nil
	}
	spec, former := c.after.specs[t.ID], c.before.specs[there.ID]
	if n, apart := c.tableApart(name, t, there, spec, former); apart {
		c.note(n)
		return nil
	}
	how := crosstab.CompareSpec{ID: id, Title: title, Level: c.after.s.config.Level, Adjust: c.mapping.adjustment(), Apart: map[string]survey.Text{}}
	if len(title) == 0 {
		how.Title = t.Title
	}
	how.Column = [2]string{c.columnThere(spec, column), column}
	if _, err := there.Column(how.Column[0]); err != nil || len(c.matches(c.columnVariable(spec), column)) > 1 {
		at, err := t.Column(column)
		if err != nil { // a table without a column of everybody
			c.note(report.WaveNote{Kind: report.WaveTableShape, Name: name, Before: there.ID, After: t.ID})
			return nil
		}
		c.note(report.WaveNote{Kind: report.WaveRowNew, Name: name, Part: c.say.ColumnLabel(t.Columns[at])})
		c.columnOnly = true
		return nil
	}
	c.rows(&how, there, spec, former)
	before, after := c.names()
	out, err := crosstab.Compare(crosstab.Wave{Name: before, Table: there}, crosstab.Wave{Name: after, Table: t}, how)
	if err != nil {
		c.note(report.WaveNote{Kind: report.WaveTableShape, Name: name, Before: there.ID, After: t.ID})
		return nil
	}
	c.rowNotes(name, out)
	c.changes(t, there, spec, former)
	return out
}

// columnVariable returns the variable whose options are the columns.
func (c *comparing) columnVariable(spec table) string {
	if len(spec.Items) > 0 {
		return spec.Items[0]
	}
	return listed(spec.Columns)
}

// columnThere returns the earlier wave's id of a column.
func (c *comparing) columnThere(spec table, column string) string {
	if m := c.matches(c.columnVariable(spec), column); len(m) == 1 {
		return m[0]
	}
	return column
}

// matches returns the earlier wave's names of a category; itself where it is not
// named.
func (c *comparing) matches(variable, category string) []string {
	if c.mapping == nil || category == "" {
		return []string{category}
	}
	for _, k := range c.mapping.Categories {
		if k.Variable == variable && slices.Contains(k.After, category) {
			if len(k.After) > 1 {
				return append([]string{""}, k.Before...) // no column by itself
			}
			return k.Before
		}
	}
	return []string{category}
}

// rows says how rows match.
func (c *comparing) rows(how *crosstab.CompareSpec, there *crosstab.Table, spec, former table) {
	for _, item := range spec.Items {
		if name := c.mapping.there(item); name != item {
			how.Matches = append(how.Matches, crosstab.Match{Before: []string{name}, After: []string{item}})
		}
	}
	if spec.OfWhich != "" && c.mapping.there(spec.OfWhich) != former.OfWhich {
		how.Apart[crosstab.OfWhichID] = nil
	}
	how.Known[0], how.Known[1] = c.before.options(former), c.after.options(spec)
	if c.mapping == nil {
		return
	}
	for _, k := range c.mapping.Categories {
		if k.Variable == listed(spec.Rows) {
			how.Matches = append(how.Matches, crosstab.Match{Label: k.Label, Before: k.Before, After: k.After})
		}
	}
	for _, a := range c.mapping.Apart {
		if a.Category != "" && (a.Variable == listed(spec.Rows) || a.Variable == listed(former.Rows)) {
			how.Apart[a.Category] = a.Reason
		}
	}
}

// options returns the names of the options of a table's row variable.
func (w *wave) options(spec table) []string {
	d := w.data.Datasets[spec.Sample]
	if d == nil || len(spec.Rows) != 1 {
		return nil
	}
	column := d.Column(spec.Rows[0])
	if column == nil || column.Kind == survey.KindText {
		return nil
	}
	return optionNames(column)
}

// tableApart returns why a table cannot be compared with that of the earlier
// wave, where it cannot.
func (c *comparing) tableApart(name string, t, there *crosstab.Table, spec, former table) (report.WaveNote, bool) {
	if c.mapping != nil {
		for _, a := range c.mapping.Apart {
			named := a.Table != "" && (a.Table == t.ID || a.Table == there.ID || a.Table == c.after.of[t.ID])
			if named || a.Variable != "" && a.Category == "" && slices.Contains(c.variables(spec), a.Variable) {
				return report.WaveNote{Kind: report.WaveTableApart, Name: name, Own: a.Reason}, true
			}
		}
	}
	n := report.WaveNote{Name: name, Before: shape(former), After: shape(spec)}
	switch {
	case spec.banner(), former.banner(), (spec.ID == "") != (former.ID == ""), shape(c.translated(spec)) != shape(former):
		n.Kind = report.WaveTableShape
	case t.Percent != there.Percent || spec.Base != former.Base && (spec.Base == "answers" || former.Base == "answers"):
		n.Kind = report.WaveTablePercent
	case spec.DropDontKnow != former.DropDontKnow || !c.sameWhere(spec, former):
		n.Kind = report.WaveTableBase
	default:
		return n, false
	}
	return n, true
}

// shape says what a table is of, in names of variables. The items of a battery
// may be others: they are its rows.
func shape(t table) string {
	switch {
	case len(t.Items) > 0:
		return "items"
	case t.Sum != "":
		return strings.TrimSuffix(t.Sum+" × "+listed(t.Columns), " × ")
	case t.Mean != "":
		return strings.TrimSuffix(t.Mean+" × "+listed(t.Columns), " × ")
	case len(t.Response) > 0:
		return "response"
	}
	return strings.TrimSuffix(listed(t.Rows)+" × "+listed(t.Columns), " × ")
}

// translated returns a table of the later wave with the earlier's variables.
func (c *comparing) translated(t table) table {
	there := func(list names) names {
		out := make(names, len(list))
		for i, name := range list {
			out[i] = c.mapping.there(name)
		}
		return out
	}
	t.Rows, t.Columns, t.Sum, t.Mean = there(t.Rows), there(t.Columns), c.mapping.there(t.Sum), c.mapping.there(t.Mean)
	return t
}

// listed returns variables as one text; of one its name.
func listed(list names) string { return strings.Join(list, " + ") }

// sameWhere reports whether both tables are of units with the same answers.
func (c *comparing) sameWhere(spec, former table) bool {
	if len(spec.Where) != len(former.Where) {
		return false
	}
	for variable, options := range spec.Where {
		var want []string
		for _, o := range options {
			names := c.matches(variable, o)
			want = append(want, slices.DeleteFunc(slices.Clone(names), func(s string) bool { return s == "" })...)
		}
		got := slices.Clone(former.Where[c.mapping.there(variable)])
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(slices.Compact(want), slices.Compact(got)) {
			return false
		}
	}
	return true
}

// variables returns the variables that a table is of.
func (c *comparing) variables(spec table) []string {
	names := slices.Concat([]string{spec.Mean, spec.Sum, spec.OfWhich, spec.Layers}, spec.Items, spec.Rows, spec.Columns)
	names = append(names, sortedKeys(spec.Where)...)
	for _, r := range spec.Response {
		names = append(names, r.Answered)
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(s string) bool { return s == "" })
}

// rowNotes notes the rows that cannot be compared, but for those that are hidden
// and respondents' own words.
func (c *comparing) rowNotes(name string, t *crosstab.Table) {
	for r, change := range t.Comparison.Changes {
		if change.Verdict != crosstab.Unalike || t.Rows[r].Verbatim {
			continue
		}
		n := report.WaveNote{Name: name, Part: c.say.RowLabel(t.Rows[r]), Own: change.Reason}
		switch {
		case change.Why == crosstab.Stated && len(change.Reason) > 0:
			n.Kind = report.WaveRowApart
		case change.Why == crosstab.OneWave && change.In[0]:
			n.Kind = report.WaveRowGone
		case change.Why == crosstab.OneWave:
			n.Kind = report.WaveRowNew
		case change.Why == crosstab.SeveralOf:
			n.Kind = report.WaveRowSeveral
		default:
			n.Kind = report.WaveRowParts
		}
		c.note(n)
	}
}
