package report

import (
	"fmt"
	"math"
	"math/big"
	"slices"

	"stikprove/sample/crosstab"
)

// findMean returns the row of a table's mean and the column that a look-up
// names.
func (a *arranger) findMean(l lookup, d laid) (row, column int, fault string) {
	t := d.table.Of
	row = slices.IndexFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Mean })
	if row < 0 {
		return 0, 0, fmt.Sprintf("table %q has no mean; want pct or n", l.names[0])
	}
	if len(l.names) > 1 {
		if column = columnOf(t, l.names[1]); column < 0 {
			return 0, 0, a.noNumber(l, 1, columnIDs(t))
		}
		return row, column, ""
	}
	column, ok := usualColumn(t)
	if !ok {
		return 0, 0, fmt.Sprintf("table %q has several columns; want one named: {{ %s }}", l.names[0], verbs["mean"].usage)
	}
	return row, column, ""
}

// meanText prints a shown mean, or its interval, in running text.
func (a *arranger) meanText(verb string, t *crosstab.Table, c crosstab.Cell) string {
	switch {
	case math.IsNaN(c.Mean), verb == "ci" && (math.IsNaN(c.Low) || math.IsNaN(c.High)):
		return a.NotKnown
	case verb == "ci":
		return a.meanInterval(c, meanDecimals(t))
	}
	return a.Decimal(c.Mean, meanDecimals(t))
}

// differenceValue returns how much one column's share, or mean, of a row is
// above another's. Shares are subtracted before they are rounded, so that the
// result may be one off from that of the printed percentages; the hint has both.
func (a *arranger) differenceValue(l lookup, d laid) (Value, string) {
	t := d.table.Of
	row := rowOf(t, l.names[1])
	if row < 0 {
		return Value{}, a.noNumber(l, 1, rowIDs(t))
	}
	var columns [2]int
	for i := range columns {
		if columns[i] = columnOf(t, l.names[2+i]); columns[i] < 0 {
			return Value{}, a.noNumber(l, 2+i, columnIDs(t))
		}
	}
	kind := t.Rows[row].Kind
	if kind == crosstab.Sum || kind == crosstab.Total {
		return Value{}, fmt.Sprintf("row %q of table %q has no shares to compare", t.Rows[row].ID, l.names[0])
	}
	first, second := t.Cells[row][columns[0]], t.Cells[row][columns[1]]
	measure := MeasureShare
	switch {
	case kind == crosstab.Mean:
		measure = MeasureMean
	case t.Columns[columns[0]].Kind == crosstab.Reference:
		measure = MeasureReference
	}
	v := Value{Anchor: d.anchor(row, columns[0], measure)}
	if first.Suppressed != crosstab.Shown || second.Suppressed != crosstab.Shown {
		v.Text = a.NotShown
		return v, ""
	}
	if kind == crosstab.Mean {
		if math.IsNaN(first.Mean) || math.IsNaN(second.Mean) {
			return Value{Text: a.NotKnown, Anchor: v.Anchor}, ""
		}
		decimals := meanDecimals(t)
		v.Text = a.Decimal(first.Mean-second.Mean, decimals)
		v.Hint = a.hintEnd(fmt.Sprintf(a.against, a.Decimal(first.Mean, decimals), a.Decimal(second.Mean, decimals)), d.table)
		return v, ""
	}
	if math.IsNaN(first.P) || math.IsNaN(second.P) {
		return Value{Text: a.NotKnown, Anchor: v.Anchor}, ""
	}
	v.Text = a.Points(pointsBetween(first, second))
	v.Hint = a.hintEnd(fmt.Sprintf(a.against, a.withSign(a.CellPercent(first)), a.withSign(a.CellPercent(second))), d.table)
	return v, ""
}

// Points returns a number of percentage points in words: "12 percentage
// points".
func (l Language) Points(n int) string {
	word := l.points
	if n == 1 || n == -1 {
		word = l.onePoint
	}
	return l.Number(n) + nbsp + word
}

// pointsBetween returns one share less another in whole percentage points, half
// rounded away from nought, worked out from the counts where shares are their
// fractions.
func pointsBetween(first, second crosstab.Cell) int {
	exact := new(big.Rat).Sub(exactShare(first), exactShare(second))
	exact.Mul(exact, big.NewRat(200, 1)) // in half points
	sign := exact.Sign()
	exact.Abs(exact).Add(exact, big.NewRat(1, 1))
	halves := new(big.Int).Quo(exact.Num(), exact.Denom()) // rounded down
	return sign * int(halves.Int64()/2)
}

// exactShare returns a cell's share as a fraction: of its counts, or of the
// shortest decimal form of the share.
func exactShare(c crosstab.Cell) *big.Rat {
	if equallyWeighted(c) {
		return big.NewRat(int64(c.N), int64(c.Base))
	}
	exact, ok := new(big.Rat).SetString(fmt.Sprint(c.P))
	if !ok {
		return new(big.Rat) // no share is infinite
	}
	return exact
}
