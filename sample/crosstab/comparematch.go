package crosstab

import (
	"math"
	"slices"

	"stikprove/sample/estimate"
	"stikprove/survey"
)

// pair is a row of the comparison: the rows of each wave that it stands for.
type pair struct {
	row    Row
	rows   [2][]int // of each wave's table; several are added up
	in     [2]bool  // the waves that have it, with a row or with nobody in it
	why    Apart
	reason survey.Text
}

// ids returns the ids of the rows of wave w.
func (p pair) ids(t *Table, w int) []string {
	ids := make([]string, len(p.rows[w]))
	for i, r := range p.rows[w] {
		ids[i] = t.Rows[r].ID
	}
	return ids
}

// match pairs the rows: in the order of the later wave, with those that only
// the earlier has before its first row that is no category, answer or item.
func (c *comparer) match() {
	before, after := c.waves[0].Table, c.waves[1].Table
	taken := make([]bool, len(before.Rows))
	done := map[int]bool{} // matches
	end := -1
	for r, row := range after.Rows {
		p := pair{row: row, in: [2]bool{false, true}}
		if k := c.matchOf(row.ID, 1); k >= 0 && plainRow(row) {
			if done[k] {
				continue
			}
			done[k] = true
			p = c.matched(k, row)
		} else {
			p.rows[1] = []int{r}
			if at := slices.IndexFunc(before.Rows, func(b Row) bool { return b.ID == row.ID }); at >= 0 && c.matchOf(row.ID, 0) < 0 {
				p.rows[0], p.in[0] = []int{at}, true
			}
		}
		for _, at := range p.rows[0] {
			taken[at] = true
		}
		if end < 0 && !plainRow(row) {
			end = len(c.pairs)
		}
		c.pairs = append(c.pairs, c.judged(p))
	}
	if end < 0 {
		end = len(c.pairs)
	}
	for r, row := range before.Rows {
		if taken[r] || done[c.matchOf(row.ID, 0)] {
			continue
		}
		p := pair{row: row, in: [2]bool{true, false}}
		p.rows[0] = []int{r}
		if k := c.matchOf(row.ID, 0); k >= 0 {
			done[k] = true
			p = c.matched(k, row)
			for _, at := range p.rows[0] {
				taken[at] = true
			}
		}
		c.pairs = slices.Insert(c.pairs, end, c.judged(p))
		end++
	}
}

// plainRow reports whether a row is an option or a variable.
func plainRow(r Row) bool {
	return !r.Joined && (r.Kind == Category || r.Kind == Answer || r.Kind == Item)
}

// matchOf returns the match that names a row of wave w, or -1.
func (c *comparer) matchOf(id string, w int) int {
	return slices.IndexFunc(c.spec.Matches, func(m Match) bool { return slices.Contains(m.names(w), id) })
}

func (m Match) names(w int) []string {
	if w == 0 {
		return m.Before
	}
	return m.After
}

// matched returns the pair of a match, whose first row is like row.
func (c *comparer) matched(k int, like Row) pair {
	m := c.spec.Matches[k]
	p := pair{row: like}
	p.row.ID = m.After[0]
	for w := range 2 {
		t := c.waves[w].Table
		for _, id := range m.names(w) {
			if at := slices.IndexFunc(t.Rows, func(r Row) bool { return r.ID == id && plainRow(r) }); at >= 0 {
				p.rows[w] = append(p.rows[w], at)
			}
		}
		p.in[w] = len(p.rows[w]) > 0
	}
	taken := slices.ContainsFunc(c.waves[1].Table.Rows, func(r Row) bool { return r.ID == m.Before[0] && !slices.Contains(m.After, r.ID) })
	if len(m.After) > 1 && len(m.Before) == 1 && !taken {
		p.row.ID = m.Before[0] // as it was called before it was split
	}
	if len(m.Label) > 0 {
		p.row.Label = m.Label
	} else if len(m.Before) == 1 && len(m.After) > 1 && len(p.rows[0]) == 1 {
		p.row.Label = c.waves[0].Table.Rows[p.rows[0][0]].Label // the category before it was split
	}
	return p
}

// judged returns p with why it cannot be compared, where it cannot.
func (c *comparer) judged(p pair) pair {
	for w := range 2 {
		for _, id := range append(p.ids(c.waves[w].Table, w), p.row.ID) {
			if reason, ok := c.spec.Apart[id]; ok {
				p.why, p.reason = Stated, reason
				return p
			}
		}
		if !p.in[w] && c.nobody(p, w) {
			p.in[w] = true
		}
	}
	switch {
	case !p.in[0] || !p.in[1]:
		p.why = OneWave
	case p.row.Kind == Total:
	case len(p.rows[0]) > 1 || len(p.rows[1]) > 1:
		if p.row.Kind != Category {
			p.why = SeveralOf
		}
	case len(p.rows[0]) == 1 && len(p.rows[1]) == 1 && !c.sameParts(p):
		p.why = OtherParts
	}
	return p
}

// nobody reports whether wave w has the row's option and nobody with it.
func (c *comparer) nobody(p pair, w int) bool {
	t := c.waves[w].Table
	if slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Joined }) || !plainRow(p.row) {
		return false
	}
	names := p.ids(c.waves[1-w].Table, 1-w)
	if len(names) == 0 {
		return false
	}
	if k := c.matchOf(names[0], 1-w); k >= 0 {
		names = c.spec.Matches[k].names(w)
	}
	return !slices.ContainsFunc(names, func(id string) bool { return !slices.Contains(c.spec.Known[w], id) })
}

// sameParts reports whether a row is of one kind in both waves and takes the
// same rows together, as they are matched.
func (c *comparer) sameParts(p pair) bool {
	first, second := c.waves[0].Table.Rows[p.rows[0][0]], c.waves[1].Table.Rows[p.rows[1][0]]
	if first.Kind != second.Kind || first.Joined != second.Joined {
		return false
	}
	if first.Kind != Net && !first.Joined {
		return true
	}
	one, ok := c.parts(first.Of, 0)
	other, both := c.parts(second.Of, 1)
	return ok && both && slices.Equal(one, other) && len(one) > 0
}

// parts returns the names of wave w as those of matches, and false where a
// match is in part among them.
func (c *comparer) parts(ids []string, w int) ([]string, bool) {
	var out []string
	for _, id := range ids {
		if k := c.matchOf(id, w); k >= 0 {
			for _, other := range c.spec.Matches[k].names(w) {
				if !slices.Contains(ids, other) {
					return nil, false
				}
			}
			id = c.spec.Matches[k].After[0]
		}
		out = append(out, id)
	}
	slices.Sort(out)
	return slices.Compact(out), true
}

// cell returns the cell of wave w: that of its row, several added up, or nobody.
func (c *comparer) cell(w int, p pair) Cell {
	t, column := c.waves[w].Table, c.column[w]
	nan := math.NaN()
	switch {
	case !p.in[w]:
		return Cell{P: nan, Mean: nan, Weighted: nan, SE: nan, Low: nan, High: nan}
	case len(p.rows[w]) == 0:
		cell := Cell{Low: nan, High: nan}
		for r, row := range t.Rows {
			if row.Kind != Total && plainRow(row) {
				cell.Base, cell.DF = t.Cells[r][column].Base, t.Cells[r][column].DF
			}
			if t.Cells[r][column].Suppressed == Shown && math.IsNaN(t.Cells[r][column].SE) {
				cell.SE = nan
			}
		}
		return cell
	case len(p.rows[w]) == 1:
		return t.Cells[p.rows[w][0]][column]
	}
	sum := t.Cells[p.rows[w][0]][column]
	sum.Letters, sum.Percent = nil, Percentage{}
	for _, r := range p.rows[w] {
		if t.Cells[r][column].Suppressed != Shown {
			return Cell{Suppressed: t.Cells[r][column].Suppressed}
		}
	}
	for _, r := range p.rows[w][1:] {
		cell := t.Cells[r][column]
		sum.N, sum.Weighted, sum.P = sum.N+cell.N, sum.Weighted+cell.Weighted, sum.P+cell.P
	}
	if sum.P > 1 { // by rounding
		sum.P = 1
	}
	c.sumError(w, p, &sum)
	return sum
}

// sumError fills in the standard error and interval of rows added up.
func (c *comparer) sumError(w int, p pair, sum *Cell) {
	t := c.waves[w].Table
	rounded := math.IsNaN(sum.SE) // or no error is known
	sum.SE, sum.Low, sum.High = math.NaN(), math.NaN(), math.NaN()
	if t.influence == nil || rounded || math.IsNaN(sum.P) {
		return
	}
	z, _, ok := t.influence.sums([][]string{p.ids(t, w)}, t.Columns[c.column[w]].ID)
	if !ok {
		return
	}
	v := z.Variances(t.influence.s)[0]
	if math.IsNaN(v) {
		return
	}
	sum.SE = math.Sqrt(max(v, 0))
	sum.Low, sum.High, _ = estimate.PropCI(sum.P, sum.SE, sum.Base, sum.DF, c.spec.Level)
}

// has reports whether the influence of all rows called ids is known.
func (f *influence) has(ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { return !slices.Contains(f.rows, id) })
}
