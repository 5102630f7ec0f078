package report

import (
	"strconv"
	"strings"

	"stikprove/report/figure"
	"stikprove/sample/crosstab"
)

// figureWords are the words of figures that no table has.
type figureWords struct {
	between   string // n: says that so many lines of a ranking are left out
	change    string // heading of changes
	points    string // the same of percentages
	tested    string // note: what the star by a change means
	unrounded string // note: changes are of unrounded numbers
	uneven    string // note: areas, not heights, are compared
}

// means reports whether a table is one of means, which have no percentages.
func means(t *crosstab.Table) bool {
	for _, r := range t.Rows {
		if r.Kind == crosstab.Mean {
			return true
		}
	}
	return false
}

// plain returns a number as it stands on an axis, with the decimals it has.
func (l Language) plain(v float64) string {
	digits := strconv.FormatFloat(v, 'f', 6, 64)
	digits = strings.TrimRight(digits, "0")
	_, fraction, _ := strings.Cut(digits, ".")
	return l.Decimal(v, len(fraction))
}

// difference returns the change between two shown cells, of shares in
// percentage points, with its sign.
func (l Language) difference(t *crosstab.Table, before, after crosstab.Cell) string {
	if means(t) {
		d := after.Mean - before.Mean
		return signed(l.Decimal(d, (&layout{Language: l, of: t}).decimals()), d)
	}
	points := pointsBetween(after, before)
	return signed(l.Number(points), float64(points))
}

func signed(number string, v float64) string {
	if v > 0 && strings.ContainsAny(number, "123456789") {
		return "+" + number
	}
	return number
}

// dumbbellNotes are the notes that a figure of changes needs.
func (l Language) dumbbellNotes(spec FigureSpec, t *crosstab.Table) []string {
	var out []string
	if figure.Compared(t, spec.Spec) {
		out = append(out, l.drawn.tested)
	}
	columns := figure.Pair(t, spec.Spec)
	if columns == nil || means(t) {
		return out
	}
	for i := range t.Rows {
		a, b := t.Cells[i][columns[0]], t.Cells[i][columns[1]]
		p, ok := percentOf(a)
		q, also := percentOf(b)
		if ok && also && a.Suppressed == crosstab.Shown && b.Suppressed == crosstab.Shown && q-p != pointsBetween(b, a) {
			return append(out, l.drawn.unrounded)
		}
	}
	return out
}

// seriesLabel returns a column's label with its base, where shares run by
// column and several columns are drawn.
func (l Language) seriesLabel(c crosstab.Column, spec FigureSpec, t *crosstab.Table) string {
	label := l.columnDrawn(c, t)
	several := spec.Kind == figure.Grouped || spec.Kind == figure.Dumbbell
	if !several || c.Kind == crosstab.Reference || t.Percent == crosstab.OfRow || t.Percent == crosstab.OfTotal || c.N == 0 && c.Suppressed == crosstab.Shown {
		return label
	}
	n := l.Hidden
	for j := range t.Columns {
		if t.Columns[j].ID == c.ID && !columnHidden(t, j) {
			n = l.Number(c.N)
		}
	}
	return label + " (" + l.Group + nbsp + "=" + nbsp + n + ")"
}
