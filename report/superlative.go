package report

import (
	"cmp"
	"fmt"
	"slices"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// extreme returns why the numbers of a sentence do not carry a superlative, or
// nothing where they do. The number it is of, the first after it or the last
// before it, is held against every other of its column, or of its row: it has
// to be apart from each, and above (or below) it. "The three largest" is of
// three numbers, held against those the sentence does not name.
func (a *arranger) extreme(v said, tokens []token, cells []compared) string {
	if len(newLine(tokens).find(a.verdictWords.ofSample)) > 0 {
		return "" // of what was seen, not of those it stands for
	}
	i := slices.IndexFunc(cells, func(c compared) bool { return c.index > tokens[v.from].from })
	if i < 0 {
		i = len(cells) - 1
	}
	top := cells[i : i+1]
	rows := slices.ContainsFunc(cells, func(c compared) bool { return c.table == top[0].table && c.row != top[0].row })
	columns := slices.ContainsFunc(cells, func(c compared) bool { return c.table == top[0].table && c.column != top[0].column })
	if v.from > 0 && a.verdictWords.several.MatchString(tokens[v.from-1].text) {
		top = slices.DeleteFunc(slices.Clone(cells), func(c compared) bool { return c.table != top[0].table })
	}
	sign := 1
	if v.way == least {
		sign = -1
	}
	var why string
	if rows || !columns {
		if why = a.outranks(top, otherRows(top[0]), sign); why == "" {
			return ""
		}
	}
	if columns || !rows {
		others := otherColumns(top[0])
		if rows || len(others) > 0 {
			across := a.outranks(top, others, sign)
			if across == "" {
				return ""
			}
			why = cmp.Or(why, across)
		}
	}
	return why
}

// outranks returns why the first numbers are not each known to be above the
// others, or with sign -1 below them.
func (a *arranger) outranks(top, others []compared, sign int) string {
	against := 0
	for _, other := range others {
		if slices.ContainsFunc(top, func(c compared) bool { return c.row == other.row && c.column == other.column }) {
			continue
		}
		for _, c := range top {
			against++
			s, why := a.compare(c, other, false)
			if why == "" && c.row == other.row && len(others) > 1 {
				why = notPaired(c, other)
			}
			if why == "" && s != sign {
				why = "it is the other way"
			}
			if why != "" {
				return fmt.Sprintf("%s is not known to be beyond %s: %s", c.name(other), other.name(c), why)
			}
		}
	}
	if against == 0 {
		return fmt.Sprintf("table %q has nothing to hold it against", top[0].table.ID)
	}
	return ""
}

// notPaired returns why one test of several columns does not set two of them
// apart: it finds that some differ, not which. Letters and intervals do.
func notPaired(c, other compared) string {
	t, x, y := c.table, c.cell(), other.cell()
	lettered := t.Columns[c.column].Letter != "" && t.Columns[other.column].Letter != ""
	if t.Base.Census || lettered || t.Level > 0 && hasInterval(x) && hasInterval(y) && (x.High < y.Low || y.High < x.Low) {
		return ""
	}
	return fmt.Sprintf("the intervals in table %q overlap, or there are none, and its test is of all columns", t.ID)
}

// name returns what tells a number from another.
func (c compared) name(from compared) string {
	if c.row == from.row {
		return fmt.Sprintf("%q", c.table.Columns[c.column].ID)
	}
	return fmt.Sprintf("%q", c.table.Rows[c.row].ID)
}

// otherRows returns the numbers of a column that a row can be the largest of.
func otherRows(c compared) []compared {
	var out []compared
	for i, r := range c.table.Rows {
		kind := r.Kind == crosstab.Category || r.Kind == crosstab.Answer || r.Kind == crosstab.Item
		if i != c.row && kind && !r.Joined && r.Meaning == survey.Substantive {
			out = append(out, compared{c.table, i, c.column, c.count, c.index})
		}
	}
	return out
}

// otherColumns returns the numbers of a row that a group can be the largest of.
func otherColumns(c compared) []compared {
	var out []compared
	for j, g := range c.table.Columns {
		if j != c.column && g.Kind == crosstab.Group && !g.Joined && g.Meaning == survey.Substantive && c.table.Columns[c.column].Kind == crosstab.Group &&
			(c.table.ColumnSections == nil || sameSection(c.table, j, c.column)) {
			out = append(out, compared{c.table, c.row, j, c.count, c.index})
		}
	}
	return out
}
