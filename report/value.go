package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// value looks a number up in a table.
func (a *arranger) value(l lookup, d laid) (v Value, fault string) {
	base := d.table.Of.Base
	whole := func(n int, unit survey.Text, what string) (Value, string) {
		if base.Suppressed != crosstab.Shown && l.verb != "eligible" {
			return Value{Text: a.NotShown}, ""
		}
		if n == 0 {
			return Value{}, fmt.Sprintf("table %q: the number of units %s is not known", l.names[0], what)
		}
		return Value{Text: a.Number(n), Anchor: d.table.Anchor, Hint: a.hintEnd(a.Units(n, unit), d.table)}, ""
	}
	switch l.verb {
	case "change", "verdict":
		return a.changeValue(l, d)
	case "eligible":
		return whole(base.Eligible, base.Unit, "in the population")
	case "answered":
		return whole(base.Answered, base.Unit, "that answered")
	case "psus":
		return whole(base.PSUs, base.PSUUnit, "drawn at the first stage")
	case "N":
		return a.baseValue(l, d)
	case "difference":
		return a.differenceValue(l, d)
	}
	i, j, fault := a.find(l, d)
	if fault != "" {
		return Value{}, fault
	}
	return a.cellValue(l, d, i, j)
}

// find returns the row and column that a look-up names.
func (a *arranger) find(l lookup, d laid) (row, column int, fault string) {
	t := d.table.Of
	if l.verb == "mean" {
		return a.findMean(l, d)
	}
	if row = 0; len(l.names) > 1 {
		row = rowOf(t, l.names[1])
	} else if row = slices.IndexFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Sum }); row < 0 {
		return 0, 0, fmt.Sprintf("table %q has no total of a number; want pct or n", l.names[0])
	}
	if row < 0 {
		return 0, 0, a.noNumber(l, 1, rowIDs(t))
	}
	if len(l.names) == 3 {
		if column = columnOf(t, l.names[2]); column < 0 {
			return 0, 0, a.noNumber(l, 2, columnIDs(t))
		}
		return row, column, ""
	}
	column, ok := usualColumn(t)
	byRow := t.Percent == crosstab.OfRow || t.Rows[row].Kind == crosstab.Item
	if !ok || byRow && len(t.Columns) > 1 && measures[l.verb] != MeasureCount && l.verb != "N" { // of every row, everybody is all
		return 0, 0, fmt.Sprintf("table %q has several columns; want one named: {{ %s }}%s", l.names[0], verbs[l.verb].usage, survey.Instead("", columnIDs(t)))
	}
	return row, column, ""
}

func (a *arranger) noNumber(l lookup, index int, known []string) string {
	return "no number " + survey.Quote(strings.Join(l.names, "/")) + a.insteadOf(l, index, known)
}

// usualColumn returns the column meant where none is named: everybody, or the
// only one.
func usualColumn(t *crosstab.Table) (int, bool) {
	found, groups := 0, 0
	for j, c := range t.Columns {
		switch c.Kind {
		case crosstab.All:
			return j, true
		case crosstab.Group:
			found = j
			groups++
		}
	}
	return found, groups == 1
}

// baseValue returns a base: of the table, or of a row's or column's shares.
func (a *arranger) baseValue(l lookup, d laid) (Value, string) {
	t := d.table.Of
	if len(l.names) == 1 {
		if baseHidden(t) {
			return Value{Text: a.NotShown}, ""
		}
		return Value{Text: a.Number(t.Base.N), Anchor: a.totalAnchor(d), Hint: a.hintEnd(a.Units(t.Base.N, t.Base.Unit), d.table)}, ""
	}
	if len(l.names) == 2 {
		row, column := rowOf(t, l.names[1]), columnOf(t, l.names[1])
		switch {
		case row >= 0 && column >= 0:
			return Value{}, fmt.Sprintf("%q is both a row and a column of table %q; want both a row and a column named", l.names[1], l.names[0])
		case column >= 0 && len(t.RowSections) > 1:
			return Value{}, fmt.Sprintf("the rows of table %q are of several variables, each with bases of its own; want the row named, too: {{ N %q \"VARIABLE.total\" %q }}", l.names[0], l.names[0], l.names[1])
		case column >= 0:
			return a.columnBase(d, column), ""
		}
	}
	i, j, fault := a.find(l, d)
	if fault != "" {
		return Value{}, fault
	}
	c := t.Cells[i][j]
	if c.Suppressed != crosstab.Shown {
		return Value{Text: a.NotShown, Anchor: d.anchor(i, j, MeasureBase)}, ""
	}
	return Value{Text: a.Number(c.Base), Anchor: d.anchor(i, j, MeasureBase), Hint: a.hintEnd(a.Units(c.Base, t.Base.Unit), d.table)}, ""
}

// columnBase returns a column's number of units.
func (a *arranger) columnBase(d laid, column int) Value {
	t := d.table.Of
	v := Value{Anchor: d.table.Anchor}
	for i, r := range t.Rows {
		if r.Kind == crosstab.Total {
			v.Anchor = d.anchor(i, column, MeasureCount)
		}
	}
	if columnHidden(t, column) {
		v.Text = a.NotShown
		return v
	}
	n := t.Columns[column].N
	v.Text, v.Hint = a.Number(n), a.hintEnd(a.Units(n, t.Base.Unit)+" ("+a.ColumnLabel(t.Columns[column])+")", d.table)
	return v
}

// totalAnchor returns where a table's base is printed, or the table.
func (a *arranger) totalAnchor(d laid) string {
	for i, r := range d.table.Of.Rows {
		if j, ok := usualColumn(d.table.Of); ok && r.Kind == crosstab.Total {
			if anchor := d.anchor(i, j, MeasureCount); anchor != "" {
				return anchor
			}
		}
	}
	return d.table.Anchor
}

// measures are what the verbs print.
var measures = map[string]string{
	"pct": MeasureShare, "words": MeasureShare, "n": MeasureCount, "ci": MeasureInterval, "total": MeasureTotal, "mean": MeasureMean,
}

// cellValue returns one measure of a cell. Of a hidden cell it says that it is
// hidden and nothing else.
func (a *arranger) cellValue(l lookup, d laid, row, column int) (Value, string) {
	t := d.table.Of
	c, reference := t.Cells[row][column], t.Columns[column].Kind == crosstab.Reference
	measure := measures[l.verb]
	mean := t.Rows[row].Kind == crosstab.Mean
	if mean && l.verb == "ci" {
		measure = MeasureSpread
	}
	switch sum := t.Rows[row].Kind == crosstab.Sum; {
	case mean && (l.verb == "pct" || l.verb == "words" || l.verb == "total"):
		return Value{}, fmt.Sprintf("row %q of table %q is a mean; want mean, ci or n", t.Rows[row].ID, l.names[0])
	case sum && l.verb != "total" && l.verb != "n":
		return Value{}, fmt.Sprintf("row %q of table %q is a total of a number; want total or n", t.Rows[row].ID, l.names[0])
	case !sum && l.verb == "total":
		return Value{}, fmt.Sprintf("row %q of table %q has no total of a number; want pct or n", t.Rows[row].ID, l.names[0])
	case reference && l.verb != "pct" && l.verb != "words":
		return Value{}, fmt.Sprintf("column %q of table %q has shares only; want pct or words", t.Columns[column].ID, l.names[0])
	case l.verb == "ci" && t.Level == 0:
		return Value{}, fmt.Sprintf("table %q has no intervals", l.names[0])
	}
	if reference {
		measure = MeasureReference
	}
	v := Value{Anchor: d.anchor(row, column, measure)}
	if c.Suppressed != crosstab.Shown {
		v.Text = a.NotShown
		return v, ""
	}
	if v.Text = a.cellText(l.verb, c, reference); mean && l.verb != "n" {
		v.Text = a.meanText(l.verb, t, c)
	}
	v.Hint = a.hint(d, row, column)
	return v, ""
}

// cellText prints a shown cell in running text.
func (a *arranger) cellText(verb string, c crosstab.Cell, reference bool) string {
	text := a.Absent
	switch {
	case verb == "n":
		text = a.Number(c.N)
	case verb == "total":
		text = a.Decimal(c.Weighted, 0)
	case verb == "ci":
		text = a.withSign(a.CellInterval(c))
	case verb == "words" && !math.IsNaN(c.P):
		text = a.ShareWords(c.P)
	case verb == "pct" && reference:
		text = a.withSign(a.wholePercent(c.P))
	case verb == "pct":
		text = a.withSign(a.CellPercent(c))
	}
	if text == a.Absent {
		return a.NotKnown
	}
	return text
}

// hint returns what a shown cell is: "80 of 195 cases; table 3".
func (a *arranger) hint(d laid, row, column int) string {
	t := d.table.Of
	c, unit := t.Cells[row][column], t.Base.Unit.In(a.Tag)
	label := a.ColumnLabel(t.Columns[column])
	switch {
	case t.Columns[column].Kind == crosstab.Reference:
		return a.hintEnd(label, d.table)
	case t.Rows[row].Kind == crosstab.Sum, t.Rows[row].Kind == crosstab.Mean:
		return a.hintEnd(a.Units(c.N, t.Base.Unit), d.table)
	}
	s := fmt.Sprintf(a.of, a.Number(c.N), a.Number(c.Base), unit)
	if len(t.Columns) > 1 && t.Columns[column].Kind == crosstab.Group {
		s = fmt.Sprintf(a.ofGroup, a.Number(c.N), a.Number(c.Base), unit, label)
	}
	if !math.IsNaN(c.P) && !equallyWeighted(c) {
		s += ", " + a.weighted
	}
	return a.hintEnd(s, d.table)
}

// hintEnd says in which table a number stands.
func (a *arranger) hintEnd(s string, t *Table) string {
	return s + "; " + a.within(a.TableLabel(t.Number), false)
}

func rowOf(t *crosstab.Table, id string) int {
	return slices.IndexFunc(t.Rows, func(r crosstab.Row) bool { return r.ID == id })
}

func columnOf(t *crosstab.Table, id string) int {
	return slices.IndexFunc(t.Columns, func(c crosstab.Column) bool { return c.ID == id })
}

func rowIDs(t *crosstab.Table) []string {
	var ids []string
	for _, r := range t.Rows {
		ids = append(ids, r.ID)
	}
	return ids
}

func columnIDs(t *crosstab.Table) []string {
	var ids []string
	for _, c := range t.Columns {
		ids = append(ids, c.ID)
	}
	return ids
}
