package figure

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// moment is a place along the axis of time.
type moment struct {
	words string
	label []string
	at    float64 // on the axis, in any unit
	x     float64
}

// series is one line of a figure.
type series struct {
	words string
	fill  paint
	items []item // by moment
	all   bool   // everybody, whom the title names
}

const (
	mostLines    = 6
	linesHeight  = 175.0
	lineThick    = 2.0
	leaderWeight = 0.7
	endGap       = 16.0 // between the last moment and the names of lines
	endShare     = 0.3  // of the width, at most, for those names
	markRadius   = 2.6
)

// lineColours are those of the palette that are seen as a line on white.
func lineColours(l *look) []paint {
	var out []paint
	for _, p := range l.series {
		if contrast(p, white) >= MarkContrast {
			out = append(out, p)
		}
	}
	return out
}

// drawLines draws a line for each series over the moments that are the other
// side of the table.
func drawLines(p *page, t *crosstab.Table, s Spec, w Wording) ([]reading, error) {
	moments, lines, err := linesOf(t, s, w)
	if err != nil {
		return nil, err
	}
	sc := p.scene
	a := lineAxis(t, lines)
	a.look = w.look

	// Left: the axis, then the first numbers. Right: the names with the last.
	first, last := firstLabels(lines, w), lastLabels(lines, sc.width, w)
	left := a.uprightWidth(w)
	x0 := left + first.width + 10
	x1 := sc.width - last.width - endGap
	place(moments, x0, x1)
	under := labelMoments(moments, w)
	heights := []float64{max(linesHeight, last.height+8, first.height+8)}
	if err := p.stretch(heights, heights[0]+under+12); err != nil {
		return nil, err
	}
	top := p.top() + 12
	bottom := top + heights[0]
	a.drawUpright(sc, left, x1+6, top, bottom, w)
	drawMoments(sc, moments, bottom, w)
	said := drawSeries(sc, a, lines, moments, top, bottom, w)
	first.draw(sc, a, moments, lines, top, bottom)
	last.draw(sc, a, moments, lines, top, bottom)
	p.finish(bottom + under)
	return said, nil
}

// linesOf sees t as moments and lines. The columns are the moments where they
// are times, else the rows. Times come in their order and at their distances;
// where only some are, such as in "2013 or before, 2014, 2015", they stand in
// the table's order and equally apart.
func linesOf(t *crosstab.Table, s Spec, w Wording) ([]moment, []series, error) {
	named := s.Columns
	if s.Column != "" {
		named = []string{s.Column}
	}
	columns, err := columnsDrawn(t, named)
	if err != nil {
		return nil, nil, err
	}
	rows := substantiveRows(t)
	if r := meanRow(t); r >= 0 {
		rows = []int{r}
	}
	times, across, err := momentsOf(t, columns, rows)
	if err != nil {
		return nil, nil, err
	}
	over, of := columns, rows
	if !across {
		over, of = rows, columns
		if len(of) == 0 { // a table without groups
			c, err := columnDrawn(t, s.Column)
			if err != nil {
				return nil, nil, err
			}
			of = []int{c}
		}
	} else if s.Row != "" {
		i := rowIndex(t, s.Row)
		if i < 0 {
			return nil, nil, fmt.Errorf("no row %q", s.Row)
		}
		of = []int{i}
	}
	if len(over) < 2 || len(of) == 0 {
		return nil, nil, errors.New("a line needs two times or more, such as years, in the columns or the rows; draw bars")
	}
	colours := lineColours(w.look)
	if most := min(mostLines, len(colours)); len(of) > most {
		return nil, nil, fmt.Errorf("%d lines, at most %d can be told apart; name some in columns, or draw it as a heat map", len(of), most)
	}
	order := make([]int, len(over))
	for k := range order {
		order[k] = k
	}
	if times != nil {
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(times[a], times[b]) })
	}
	var moments []moment
	for n, k := range order {
		m := moment{at: float64(n)}
		if times != nil {
			m.at = times[k]
		}
		if across {
			m.words = w.Column(t.Columns[over[k]])
		} else {
			m.words = w.Row(t.Rows[over[k]])
		}
		moments = append(moments, m)
	}
	var lines []series
	for n, o := range of {
		line := series{fill: colours[n]}
		if across {
			line.words = w.Row(t.Rows[o])
		} else {
			line.words, line.all = w.Column(t.Columns[o]), t.Columns[o].Kind == crosstab.All
		}
		for i, k := range order {
			row, column := o, over[k]
			if !across {
				row, column = column, row
			}
			line.items = append(line.items, newItem(t, row, column, line.words+", "+moments[i].words, 0, w))
		}
		lines = append(lines, line)
	}
	return moments, lines, nil
}

// momentsOf returns the times of a figure, nil where only some moments are
// times, and whether they are the columns.
func momentsOf(t *crosstab.Table, columns, rows []int) (times []float64, across bool, err error) {
	column := func(j int) (string, survey.Text) { return t.Columns[j].ID, t.Columns[j].Label }
	row := func(i int) (string, survey.Text) { return t.Rows[i].ID, t.Rows[i].Label }
	if times = columnTimes(t, columns); len(times) >= 2 {
		return times, true, nil
	}
	if times = rowTimes(t, rows); len(times) >= 2 {
		return times, false, nil
	}
	switch {
	case someTimes(columns, column):
		return nil, true, nil
	case someTimes(rows, row):
		return nil, false, nil
	}
	return nil, false, errors.New("a line needs two times or more, such as years, in the columns or the rows; draw bars")
}

// lineAxis returns the upright axis that every line and, of a single one, every
// interval fits on.
func lineAxis(t *crosstab.Table, lines []series) axis {
	low, top := 0.0, 0.0
	for _, l := range lines {
		for _, i := range l.items {
			for _, v := range []float64{i.value, i.low, i.high} {
				if !math.IsNaN(v) && (len(lines) == 1 || v == i.value) {
					low, top = min(low, v), max(top, v)
				}
			}
		}
	}
	return graduate(low, top, meanRow(t) < 0)
}

// place puts moments between x0 and x1, in proportion to time.
func place(moments []moment, x0, x1 float64) {
	from, to := moments[0].at, moments[len(moments)-1].at
	for i := range moments {
		moments[i].x = x0 + (x1-x0)*(moments[i].at-from)/(to-from)
	}
}

// labelMoments wraps the names of moments, leaves out those that would meet one
// before, and returns the height they need under the plot.
func labelMoments(moments []moment, w Wording) float64 {
	nearest := math.Inf(1)
	for i := 1; i < len(moments); i++ {
		nearest = min(nearest, moments[i].x-moments[i-1].x)
	}
	tallest, free := 1, math.Inf(-1)
	for i := range moments {
		m := &moments[i]
		m.label = balance(m.words, w.look.axis, max(nearest-6, 30))
		half := widest(m.label, w.look.axis) / 2
		if m.x-half < free {
			m.label = nil
			continue
		}
		free = m.x + half + 5
		tallest = max(tallest, len(m.label))
	}
	return 13 + float64(tallest-1)*noteLeading
}

func drawMoments(sc *scene, moments []moment, bottom float64, w Wording) {
	for _, m := range moments {
		if m.label != nil {
			sc.lines(m.label, m.x, bottom+11, noteLeading, w.look.axis, muted, middle)
		}
	}
}

// drawSeries paints the lines with a dot at each moment. A line has a hole
// where a number is hidden, and the sign for that stands at the foot of the
// plot.
func drawSeries(sc *scene, a axis, lines []series, moments []moment, top, bottom float64, w Wording) []reading {
	var said []reading
	signed := map[int]bool{}
	for _, l := range lines {
		var run []point
		stop := func() {
			if len(run) > 1 {
				sc.add(path{points: run, weight: lineThick, fill: l.fill})
			}
			run = nil
		}
		for k, i := range l.items {
			said = append(said, i.read(w))
			if math.IsNaN(i.value) {
				stop()
				if i.cell.Suppressed != 0 && !signed[k] {
					signed[k] = true
					sc.add(text{x: moments[k].x, y: bottom - 3, words: w.Hidden, style: w.look.value, fill: muted, anchor: middle})
				}
				continue
			}
			run = append(run, point{moments[k].x, a.up(i.value, top, bottom)})
		}
		stop()
	}
	for _, l := range lines {
		for k, i := range l.items {
			if math.IsNaN(i.value) {
				continue
			}
			x := moments[k].x
			if len(lines) == 1 && !math.IsNaN(i.low) {
				lo, hi := a.up(i.low, top, bottom), a.up(i.high, top, bottom)
				sc.add(stroke{x1: x, y1: hi, x2: x, y2: lo, weight: whiskerLine, fill: ink},
					stroke{x1: x - whiskerCap/2, y1: hi, x2: x + whiskerCap/2, y2: hi, weight: whiskerLine, fill: ink},
					stroke{x1: x - whiskerCap/2, y1: lo, x2: x + whiskerCap/2, y2: lo, weight: whiskerLine, fill: ink})
			}
			y := a.up(i.value, top, bottom)
			sc.add(dot{x: x, y: y, r: markRadius, fill: l.fill, about: i.about})
			if len(lines) == 1 && roomy(l, moments, w) {
				if !math.IsNaN(i.high) {
					y = a.up(i.high, top, bottom)
				}
				sc.add(text{x: x, y: y - markRadius - 3, words: i.shown(w), style: w.look.value, fill: ink, anchor: middle})
			}
		}
	}
	return said
}

// roomy reports whether the numbers of a line fit beside each other.
func roomy(l series, moments []moment, w Wording) bool {
	wide := 0.0
	for _, i := range l.items {
		wide = max(wide, w.look.value.width(i.shown(w)))
	}
	for k := 1; k < len(moments); k++ {
		if moments[k].x-moments[k-1].x < wide+4 {
			return false
		}
	}
	return true
}
