package figure

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// segment is one part of every stack.
type segment struct {
	entry
	line  int  // row or column of the table that it is
	aside bool // answers without substance, behind a gap
}

// stack is one bar of 100 %.
type stack struct {
	label []string
	words string
	line  int     // row or column of the table that it is
	count string  // what its shares are of; empty for a benchmark
	gap   float64 // before it, in points
	late  int     // order among stacks that are not in the table's order
}

// stacks is a table seen as bars: of its rows, or of its columns.
type stacks struct {
	t        *crosstab.Table
	w        Wording
	byRow    bool
	segments []segment
	bars     []stack
}

// cell returns the table's cell that is segment g of bar b, and its id.
func (st *stacks) cell(b stack, g segment) (crosstab.Cell, string) {
	row, col := g.line, b.line
	if st.byRow {
		row, col = col, row
	}
	return st.t.Cells[row][col], st.t.Rows[row].ID + "/" + st.t.Columns[col].ID
}

// stacksOf sees t as stacks, or says why that would mislead.
func stacksOf(t *crosstab.Table, s Spec, w Wording) (*stacks, error) {
	st := &stacks{t: t, w: w}
	groups := 0
	for _, c := range t.Columns {
		if c.Kind == crosstab.Group {
			groups++
		}
	}
	battery := slices.ContainsFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Item })
	switch {
	case battery, t.Percent == crosstab.OfRow && groups > 0:
		st.byRow = true
		st.fromRows()
	case t.Percent == crosstab.OfTotal && groups > 0:
		return nil, errors.New("shares are of the whole table, so no bar makes up 100 %; let percent run by row or column")
	case t.Several || slices.ContainsFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Answer }):
		return nil, errors.New("several answers overlap and cannot be stacked; draw bars")
	default:
		st.fromColumns()
	}
	if len(st.bars) == 0 || len(st.segments) == 0 {
		return nil, errors.New("no rows and columns with shares to stack")
	}
	if err := st.colour(s.Ordered || battery); err != nil {
		return nil, err
	}
	for _, b := range st.bars {
		sum := 0.0
		for _, g := range st.segments {
			c, _ := st.cell(b, g)
			sum += max(0, share(c))
		}
		if sum > 1.005 {
			return nil, fmt.Errorf("the shares of %q sum to more than 100 %%", b.words)
		}
	}
	if s.Sort == Falling || s.Sort == Usual && battery {
		st.sort()
	}
	return st, nil
}

// fromRows makes every row a bar, those that sum or overlap others and the
// whole base last, and every group of the columns a segment.
func (st *stacks) fromRows() {
	for i, r := range st.t.Rows {
		late := rank(r)
		if r.Kind == crosstab.Total {
			late = 6
		} else if late < 0 {
			continue
		}
		b := stack{words: st.w.Row(r), line: i, late: late}
		if n, ok := rowBase(st.t, i); ok {
			b.count = st.w.Count(n)
		}
		st.bars = append(st.bars, b)
	}
	st.order(4)
	for j, c := range st.t.Columns {
		if c.Kind == crosstab.Group {
			st.segments = append(st.segments, newSegment(st.w.Column(c), j, c.Meaning, c.Joined))
		}
	}
}

// fromColumns makes every column a bar, all units and benchmarks last, and
// every category a segment.
func (st *stacks) fromColumns() {
	for j, c := range st.t.Columns {
		b := stack{words: st.w.Column(c), line: j}
		switch c.Kind {
		case crosstab.All:
			b.late = 1
		case crosstab.Reference:
			b.late = 2
		}
		if c.Kind != crosstab.Reference {
			b.count = columnBase(st.w, c)
		}
		st.bars = append(st.bars, b)
	}
	st.order(1)
	for i, r := range st.t.Rows {
		if r.Kind == crosstab.Category {
			st.segments = append(st.segments, newSegment(st.w.Row(r), i, r.Meaning, r.Joined))
		}
	}
}

// order puts bars where they belong and a gap before the first that is apart.
func (st *stacks) order(apart int) {
	slices.SortStableFunc(st.bars, func(a, b stack) int { return cmp.Compare(a.late, b.late) })
	for i := 1; i < len(st.bars); i++ {
		if st.bars[i].late >= apart && st.bars[i-1].late < apart {
			st.bars[i].gap = groupGap
		}
	}
}

// sort orders bars by the sum of their first two segments, the usual reading
// of a scale of agreement; by the first where there are fewer than four. What
// is hidden counts as nought, so the order tells nothing of it.
func (st *stacks) sort() {
	first := st.segments[:1]
	if len(st.segments) >= 4 {
		first = st.segments[:2]
	}
	sum := func(b stack) (s float64) {
		for _, g := range first {
			c, _ := st.cell(b, g)
			s += max(0, share(c))
		}
		return s
	}
	slices.SortStableFunc(st.bars, func(a, b stack) int {
		if a.late != b.late || a.late > 0 {
			return cmp.Compare(a.late, b.late)
		}
		return cmp.Compare(sum(b), sum(a))
	})
}

func newSegment(label string, line int, m survey.Meaning, joined bool) segment {
	g := segment{entry: entry{label: label}, line: line, aside: m != survey.Substantive}
	if joined && !g.aside {
		g.fill = grey
	}
	return g
}

// colour gives every segment a colour or a hatching of its own, and puts those
// without substance last.
func (st *stacks) colour(ordered bool) error {
	slices.SortStableFunc(st.segments, func(a, b segment) int { return cmp.Compare(toInt(a.aside), toInt(b.aside)) })
	plainOnes := 0
	for _, g := range st.segments {
		if !g.aside && g.fill == 0 {
			plainOnes++
		}
	}
	fills := st.w.look.series
	if scale, ok := st.w.look.scale[plainOnes]; ok && ordered {
		fills = scale
	}
	if plainOnes > len(fills) {
		return fmt.Errorf("%d segments in a bar, at most %d can be told apart; draw it as a heat map", plainOnes, len(fills))
	}
	next, aside := 0, 0
	scaled := len(fills) > 0 && len(st.w.look.series) > 0 && &fills[0] != &st.w.look.series[0]
	for i := range st.segments {
		g := &st.segments[i]
		switch {
		case g.aside:
			aside++
			switch aside {
			case 1:
				g.hatch = rising
			case 2:
				g.hatch = falling
			default:
				g.fill = grey
			}
		case g.fill == 0:
			g.fill = fills[next]
			next++
		case !scaled: // a scale has such a middle
			g.fill = joinedHue
		}
		if g.hatch != plain {
			g.fill = white
		}
	}
	return nil
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
