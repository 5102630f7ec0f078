package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"stikprove/sample/crosstab"
)

// compared is a number of a sentence that can be held against another.
type compared struct {
	table       *crosstab.Table
	row, column int
	count       bool // a number of units
	index       int  // where it stands in the passage
}

// cellsOf returns the cells that look-ups of a sentence are of. Bases and other
// numbers of the whole table are none.
func (a *arranger) cellsOf(numbers []looked) []compared {
	var out []compared
	for _, n := range numbers {
		d, ok := a.laid[n.names0()]
		if !ok {
			continue
		}
		if n.verb == "difference" {
			row := rowOf(d.table.Of, n.names[1])
			for _, name := range n.names[2:] {
				if column := columnOf(d.table.Of, name); row >= 0 && column >= 0 {
					out = append(out, compared{d.table.Of, row, column, false, n.index})
				}
			}
			continue
		}
		if n.verb == "change" || n.verb == "verdict" {
			if row := rowOf(d.table.Of, n.names[1]); row >= 0 {
				out = append(out, compared{d.table.Of, row, 1, false, n.index})
			}
			continue
		}
		if _, ok := measures[n.verb]; !ok {
			continue
		}
		if row, column, fault := a.find(n.lookup, d); fault == "" {
			out = append(out, compared{d.table.Of, row, column, n.verb == "n", n.index})
		}
	}
	return out
}

// names0 returns the table that a look-up names.
func (l lookup) names0() string {
	if len(l.names) == 0 {
		return ""
	}
	return l.names[0]
}

// carried returns why the numbers of a sentence do not carry a verdict, or
// nothing where they do.
func (a *arranger) carried(v said, tokens []token, cells []compared) string {
	if len(cells) == 0 {
		return "the sentence looks up no number that can be compared"
	}
	if v.denied {
		return a.denied(v, tokens, cells)
	}
	if v.way == most || v.way == least {
		return a.extreme(v, tokens, cells)
	}
	if v.way == apart || v.way == strongly || v.way == significant {
		return a.anyCarried(cells, v.way == significant)
	}
	first, second, ok := a.pair(v, tokens, cells)
	if !ok {
		return "the sentence has one number only, of everybody"
	}
	sign, why := a.compare(first, second, false)
	if why != "" {
		return why
	}
	if want := map[way]int{above: 1, risen: 1, below: -1, fallen: -1}[v.way]; sign != want {
		return fmt.Sprintf("in table %q it is the other way", first.table.ID)
	}
	return ""
}

// anyCarried returns why no two of the numbers are apart.
func (a *arranger) anyCarried(cells []compared, tested bool) (why string) {
	for i, first := range cells {
		for _, second := range cells[i+1:] {
			if _, w := a.compare(first, second, tested); w == "" {
				return ""
			} else {
				why = cmp.Or(why, w)
			}
		}
		if second, ok := everybodyBeside(first); ok {
			if _, w := a.compare(first, second, tested); w == "" {
				return ""
			} else {
				why = cmp.Or(why, w)
			}
		}
	}
	return cmp.Or(why, "the sentence has one number only, of everybody")
}

// pair returns the number that a verdict is of and the one it is held against.
// What has risen or fallen is the last against the first. Around "than" it is
// the one before against the one after; otherwise the one after the verdict, or
// the last before it, against the other. A group alone is held against everybody.
//
// Of two waves a row of the later is held against that of the earlier.
func (a *arranger) pair(v said, tokens []token, cells []compared) (first, second compared, ok bool) {
	if later, earlier, ok := acrossWaves(v, tokens, cells); ok {
		return later, earlier, true
	}
	if len(cells) == 1 {
		second, ok = everybodyBeside(cells[0])
		return cells[0], second, ok
	}
	if v.way == risen || v.way == fallen {
		return cells[len(cells)-1], cells[0], true
	}
	after := func(at int) int {
		i := slices.IndexFunc(cells, func(c compared) bool { return c.index > at })
		if i < 0 {
			return len(cells)
		}
		return i
	}
	for k := v.from; k < len(tokens); k++ {
		if tokens[k].text == a.verdictWords.than {
			i := min(max(after(tokens[k].from), 1), len(cells)-1)
			return cells[i-1], cells[i], true
		}
	}
	i := min(after(tokens[v.from].from), len(cells)-1)
	if i == 0 {
		return cells[0], cells[1], true
	}
	return cells[i], cells[i-1], true
}

// acrossWaves returns the row of the later wave that a verdict is of and that of
// the earlier: where it is of time, or all numbers are of one wave.
func acrossWaves(v said, tokens []token, cells []compared) (later, earlier compared, ok bool) {
	i := slices.IndexFunc(cells, func(c compared) bool { return c.index > tokens[v.from].from })
	if i < 0 {
		i = len(cells) - 1
	}
	c := cells[i]
	if c.table.Comparison == nil {
		return c, c, false
	}
	mixed := slices.ContainsFunc(cells, func(o compared) bool { return o.table != c.table || o.row != c.row || o.column != c.column })
	if v.way != risen && v.way != fallen && mixed {
		return c, c, false
	}
	later, earlier = c, c
	later.column, earlier.column = 1, 0
	if v.way != risen && v.way != fallen && c.column == 0 {
		return earlier, later, true
	}
	return later, earlier, true
}

// everybodyBeside returns the cell of everybody in the row of a group's; of one
// wave the other's.
func everybodyBeside(c compared) (compared, bool) {
	if c.table.Comparison != nil {
		other := c
		other.column = 1 - c.column
		return other, true
	}
	if c.table.Columns[c.column].Kind == crosstab.All {
		return c, false
	}
	all := slices.IndexFunc(c.table.Columns, func(o crosstab.Column) bool { return o.Kind == crosstab.All })
	beside := c
	beside.column = all
	return beside, all >= 0
}

// compare returns whether the first number is above (1) or below (-1) the
// second, or why nothing carries that.
//
//   - In a census numbers are what they are, unless a test is asked for.
//   - Two waves of a row differ where their comparison's verdict says so.
//   - Two columns of a row differ where their letters say so or, where columns
//     have none, the table's own test does.
//   - Two rows of a column differ where their intervals do not meet: then their
//     distance is beyond chance however they go together.
func (a *arranger) compare(first, second compared, tested bool) (sign int, why string) {
	t := first.table
	x, y := first.cell(), second.cell()
	switch {
	case first.table != second.table:
		return 0, fmt.Sprintf("%q and %q are two tables, and nothing compares them", t.ID, second.table.ID)
	case x.Suppressed != crosstab.Shown || y.Suppressed != crosstab.Shown:
		return 0, fmt.Sprintf("a number of table %q is hidden", t.ID)
	case t.Comparison != nil && first.row == second.row && first.column != second.column:
		switch t.Comparison.Changes[first.row].Verdict {
		case crosstab.Higher:
			return 2*first.column - 1, ""
		case crosstab.Lower:
			return 1 - 2*first.column, ""
		}
		return 0, fmt.Sprintf("the verdict on row %q of table %q does not", t.Rows[first.row].ID, t.ID)
	}
	sign = cmp.Compare(first.number(), second.number())
	if sign == 0 {
		return 0, fmt.Sprintf("the numbers of table %q are the same", t.ID)
	}
	reference := t.Columns[first.column].Kind == crosstab.Reference || t.Columns[second.column].Kind == crosstab.Reference
	switch {
	case t.Base.Census && !tested && !reference:
		return sign, ""
	case first.row != second.row && first.column != second.column:
		return 0, fmt.Sprintf("the numbers of table %q share neither row nor column", t.ID)
	case first.row == second.row && (first.count || second.count):
		return 0, fmt.Sprintf("the columns of table %q are of different size, and its counts are not tested", t.ID)
	case first.row == second.row:
		return sign, a.columnsApart(first, second, sign)
	case t.Level > 0 && hasInterval(x) && hasInterval(y) && (x.High < y.Low || y.High < x.Low):
		return sign, ""
	}
	return 0, fmt.Sprintf("the intervals in table %q overlap, or there are none", t.ID)
}

// columnsApart returns why two columns of a row are not known to differ.
func (a *arranger) columnsApart(first, second compared, sign int) string {
	t := first.table
	larger, smaller := first, second
	if sign < 0 {
		larger, smaller = second, first
	}
	if t.ColumnSections != nil && !sameSection(t, first.column, second.column) {
		return fmt.Sprintf("the columns of table %q are of two variables", t.ID)
	}
	if letter := t.Columns[smaller.column].Letter; letter != "" && t.Columns[larger.column].Letter != "" {
		if slices.Contains(larger.cell().Letters, letter) {
			return ""
		}
		return fmt.Sprintf("the letters in table %q do not say so", t.ID)
	}
	if t.ColumnSections != nil || t.RowSections != nil {
		return fmt.Sprintf("table %q has no letters, and its tests are of several variables", t.ID)
	}
	for _, r := range t.Tests {
		if r.Row != "" && r.Row != t.Rows[first.row].ID {
			continue
		}
		if beyondChance(t, r) {
			return ""
		}
		if math.IsNaN(r.P) {
			return fmt.Sprintf("the test in table %q could not be made", t.ID)
		}
		return fmt.Sprintf("the test in table %q does not (%s)", t.ID, a.pValue(r))
	}
	return fmt.Sprintf("table %q has no test", t.ID)
}

// sameSection reports whether two columns of a banner are of one variable.
func sameSection(t *crosstab.Table, first, second int) bool {
	return slices.ContainsFunc(t.ColumnSections, func(s crosstab.Section) bool {
		return s.From <= first && first < s.To && s.From <= second && second < s.To
	})
}

// beyondChance reports whether a test of t finds what is beyond chance at the
// level of its intervals, 0.95 where it has none.
func beyondChance(t *crosstab.Table, r crosstab.Test) bool {
	alpha := 0.05
	if t.Level > 0 {
		alpha = 1 - t.Level
	}
	if r.Rounded { // P is a bound that p is below
		return r.P <= alpha+1e-12
	}
	return r.P < alpha
}

func (c compared) cell() crosstab.Cell { return c.table.Cells[c.row][c.column] }

// number returns what is compared.
func (c compared) number() float64 {
	cell := c.cell()
	switch kind := c.table.Rows[c.row].Kind; {
	case kind == crosstab.Mean:
		return cell.Mean
	case kind == crosstab.Sum:
		return cell.Weighted
	case c.count:
		return float64(cell.N)
	}
	return cell.P
}
