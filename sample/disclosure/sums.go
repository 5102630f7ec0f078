package disclosure

import (
	"maps"
	"slices"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// sums adds what a reader knows to add up in table i.
func (l *ledger) sums(i int) {
	t, ids := l.tables[i], l.ids[i]
	all := slices.IndexFunc(t.Columns, func(c crosstab.Column) bool { return c.Kind == crosstab.All })
	for r := range ids {
		var groups []int
		for c, column := range t.Columns {
			if column.Kind == crosstab.Group && ids[r][c] >= 0 {
				groups = append(groups, ids[r][c])
			}
		}
		if all < 0 || len(groups) == 0 || ids[r][all] < 0 || r == len(t.Rows) && battery(t) {
			continue
		}
		l.equate(ids[r][all], groups, false)
		l.partition(ids[r][all], groups)
	}
	for c, column := range t.Columns {
		if column.Kind != crosstab.Reference {
			l.columnSums(i, c)
		}
	}
	l.totals(i)
	l.answerSums(i)
}

// partition notes that a table splits a quantity by a variable and leaves
// nobody out, so that there are no other options: where its parts differ from
// it in that variable alone, which those of a variable derived from several
// do not.
func (l *ledger) partition(whole int, parts []int) {
	b := l.quantities[whole].box
	for _, v := range slices.Sorted(maps.Keys(l.quantities[parts[0]].box.of)) {
		if _, part := b.of[v]; part {
			continue // others may have other answers, or none
		}
		rest := b.key()
		if !slices.ContainsFunc(parts, func(k int) bool {
			part := l.quantities[k].box
			_, has := part.of[v]
			return !has || part.without(v).key() != rest
		}) {
			l.whole[rest+"\x06"+v] = true
		}
	}
}

// columnSums adds the sums and bounds of column c of table i.
func (l *ledger) columnSums(i, c int) {
	t, ids := l.tables[i], l.ids[i]
	base := ids[len(t.Rows)][c]
	var categories, answers []int
	for r, row := range t.Rows {
		k := ids[r][c]
		switch row.Kind {
		case crosstab.Category:
			categories = append(categories, k)
		case crosstab.Answer:
			answers = append(answers, k)
		case crosstab.Net:
			l.net(i, r, c)
		}
		if base >= 0 && k != base && row.Kind != crosstab.Category {
			l.equate(base, []int{k}, true)
		}
	}
	if len(categories) > 0 && base >= 0 {
		l.equate(base, categories, false)
		l.partition(base, categories)
	}
	if len(answers) > 0 && base >= 0 && t.RowName != "" { // everybody in the base gave an answer
		e := equation{{base, 1}}
		for _, k := range answers {
			e = append(e, term{k, -1})
		}
		l.state(e, true)
	}
}

// net adds what column c tells about the net of row r: the sum of categories,
// or of several answers at least the largest and at most their sum. Rows that
// are not printed by themselves may be in a joined row.
func (l *ledger) net(i, r, c int) {
	t, ids := l.tables[i], l.ids[i]
	var parts []int
	whole := true
	for _, name := range t.Rows[r].Of {
		k := slices.IndexFunc(t.Rows, func(row crosstab.Row) bool { return row.ID == name })
		if k >= 0 {
			parts = append(parts, ids[k][c])
			continue
		}
		for _, row := range t.Rows {
			whole = whole && !(row.Joined && (len(row.Of) == 0 || slices.Contains(row.Of, name)))
		}
	}
	net := ids[r][c]
	if len(parts) == 0 {
		return
	}
	if whole && (!t.Several || len(parts) == 1) {
		l.equate(net, parts, false)
		return
	}
	for _, p := range parts {
		l.state(equation{{p, 1}, {net, -1}}, true)
	}
	if whole {
		e := equation{{net, 1}}
		for _, p := range parts {
			e = append(e, term{p, -1})
		}
		l.state(e, true)
		l.remainder(i, r, c)
	}
}

// remainder adds what a net of several answers tells of the one row it leaves
// out: those in no row of the net gave that answer. Where it is "none of
// these", only they did.
func (l *ledger) remainder(i, r, c int) {
	t, ids := l.tables[i], l.ids[i]
	left := -1
	for k, row := range t.Rows {
		if row.Kind != crosstab.Answer || slices.Contains(t.Rows[r].Of, row.ID) {
			continue
		}
		if left >= 0 || row.Joined {
			return
		}
		left = k
	}
	if base := ids[len(t.Rows)][c]; left >= 0 && base >= 0 && t.RowName != "" {
		exclusive := t.Rows[left].Meaning == survey.None
		l.state(equation{{base, 1}, {ids[r][c], -1}, {ids[left][c], -1}}, !exclusive)
	}
}

// totals adds the totals of a number that table i prints, or that a mean times
// the weights beside it gives: each is hidden where its count is.
func (l *ledger) totals(i int) {
	t := l.tables[i]
	for r, row := range t.Rows {
		if row.Kind != crosstab.Sum && row.Kind != crosstab.Mean {
			continue
		}
		all, groups := -1, []int{}
		for c, column := range t.Columns {
			if column.Kind == crosstab.Reference {
				continue
			}
			b := l.quantities[l.ids[i][r][c]].box
			b = box{b.sample + totalSign + t.RowName, b.of}
			k := l.add(b, totalOf(row, t.Cells[r][c]), t.Cells[r][c].Suppressed, place{i, r, c})
			l.quantities[k].total = true
			l.totalAt[place{i, r, c}] = k
			if column.Kind == crosstab.All {
				all = k
			} else {
				groups = append(groups, k)
			}
		}
		if all >= 0 && len(groups) > 0 {
			l.equate(all, groups, false)
		}
	}
}

// totalOf returns the total of a number that a cell tells.
func totalOf(row crosstab.Row, cell crosstab.Cell) float64 {
	switch {
	case row.Kind != crosstab.Mean:
		return cell.Weighted
	case cell.N == 0: // the mean of nobody is no number
		return 0
	default:
		return cell.Mean * cell.Weighted
	}
}

// answerSums adds how the units of table i hang together with the answers they
// gave: everybody gave one, and nobody the same twice.
func (l *ledger) answerSums(i int) {
	units, ok := l.units[i]
	if !ok {
		return
	}
	t := l.tables[i]
	given := equation{{units, 1}}
	for r, row := range t.Rows {
		for c, column := range t.Columns {
			if k := l.ids[i][r][c]; row.Kind == crosstab.Category && column.Kind == crosstab.All {
				l.equate(units, []int{k}, true)
				given = append(given, term{k, -1})
			}
		}
	}
	l.state(given, true)
}
