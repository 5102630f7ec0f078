package disclosure

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
)

// count returns what the cell of a table counts. The row after the last is the
// base of columns.
func (l *ledger) count(i, r, c int) box {
	t := l.tables[i]
	b := l.base(i)
	rows, columns := l.names(i)
	if r < len(t.Rows) {
		if t.Rows[r].Kind == crosstab.Item { // whoever answers it answers one of them
			b = b.without(anyItem(t))
		}
		b = rowOf(t, b, rows, r)
		if t.Rows[r].Kind == crosstab.Item {
			columns = t.Rows[r].ID
		}
	}
	if column := t.Columns[c]; column.Kind == crosstab.Group {
		set := some(column.ID)
		if column.Joined {
			set = others(t.Columns, func(o crosstab.Column) (string, bool) { return o.ID, o.Kind == crosstab.Group && !o.Joined })
		}
		b = b.with(columns, set)
	}
	if b.impossible() {
		return impossible(i, r, c)
	}
	if b = l.known.resolve(b); b.impossible() {
		return impossible(i, r, c)
	}
	if t.OfAnswers && (r >= len(t.Rows) || t.Rows[r].Kind == crosstab.Total) {
		b = box{b.sample + answerSign + rows, b.of}
	}
	return b
}

// Signs in the name of a sample of a box that counts no units.
const (
	totalSign  = "\x07" // a total of the number called so
	answerSign = "\x0e" // the answers that units gave to the variable called so
)

// isTotal reports whether b is of a total of a number.
func isTotal(b box) bool { return strings.Contains(b.sample, totalSign) }

// void begins the name of what nobody can be in.
const void = "\x05void"

// impossible names a cell that nobody can be in, and that is no other's.
func impossible(i, r, c int) box {
	return box{sample: void, of: map[string]options{fmt.Sprintf("\x05%d,%d,%d", i, r, c): yes}}
}

// rowOf returns the units of base that are in row r.
func rowOf(t *crosstab.Table, base box, rows string, r int) box {
	row := t.Rows[r]
	kind := row.Kind
	if t.OfAnswers && kind == crosstab.Category {
		kind = crosstab.Answer
	}
	switch kind {
	case crosstab.Category:
		if row.Joined {
			return base.with(rows, others(t.Rows, func(o crosstab.Row) (string, bool) { return o.ID, o.Kind == crosstab.Category && !o.Joined }))
		}
		return base.with(rows, some(row.ID))
	case crosstab.Net:
		if t.Several {
			return answers(base, rows, row.Of)
		}
		return base.with(rows, some(row.Of...))
	case crosstab.Answer:
		if row.Joined {
			return answers(base, rows, row.Of)
		}
		return answers(base, rows, []string{row.ID})
	case crosstab.Item:
		if _, someMissing := t.Where[row.ID]; !someMissing {
			return base
		}
		return base.with(row.ID, but(""))
	case crosstab.OfWhich:
		if t.OfWhichName == "" {
			return base.with(unknown(-1)+t.ID+row.ID, yes)
		}
		return base.with(t.OfWhichName, some(t.OfWhichOption))
	default:
		return base
	}
}

// others returns all options but those of the parts meant.
func others[T any](parts []T, meant func(T) (string, bool)) options {
	var names []string
	for _, p := range parts {
		if name, ok := meant(p); ok {
			names = append(names, name)
		}
	}
	return but(names...)
}

// answers returns the units of base that gave one of several answers.
func answers(base box, variable string, names []string) box {
	if o, ok := base.of[variable]; ok && o.not {
		base = base.without(variable) // whoever gave the answer has one
	}
	return base.with(AnyOf(variable, names), yes)
}

// base returns the units of table i.
func (l *ledger) base(i int) box {
	t := l.tables[i]
	if t.RowName == "" && !battery(t) {
		return box{sample: unknown(i)}
	}
	b := box{sample: t.Sample}
	items := 0
	for name, names := range t.Where {
		switch {
		case battery(t) && len(names) == 0:
			items++
		case len(names) == 0:
			b = b.with(name, but(""))
		case slices.Contains(t.Multiple, name):
			b = b.with(AnyOf(name, names), yes)
		default:
			b = b.with(name, some(names...))
		}
	}
	if battery(t) && items == len(t.Rows) { // those with an answer to any of the items
		b = b.with(anyItem(t), yes)
	}
	return b
}

// anyItem is the name under which those with an answer to any item of a
// battery are known.
func anyItem(t *crosstab.Table) string {
	var names []string
	for _, r := range t.Rows {
		names = append(names, r.ID)
	}
	return AnyOf(unknown(-1), names)
}

// names returns the names of the variables in the rows and columns of table i.
func (l *ledger) names(i int) (rows, columns string) {
	t := l.tables[i]
	rows, columns = t.RowName, t.ColumnName
	if rows == "" {
		rows = unknown(i) + "rows"
	}
	if columns == "" {
		columns = unknown(i) + "columns"
	}
	return rows, columns
}

// unknown names what no other table has.
func unknown(i int) string { return fmt.Sprintf("\x05%d/", i) }
