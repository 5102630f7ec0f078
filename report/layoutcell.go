package report

import (
	"fmt"
	"math"
	"strings"

	"stikprove/sample/crosstab"
)

// rows makes the lines. Where columns have bases of their own these stand in
// the last line of their rows, and a total of 100 per cent in each is left out.
func (y *layout) rows() {
	sections := y.of.RowSections
	if len(sections) < 2 {
		y.section(0, len(y.of.Rows))
		return
	}
	for _, s := range sections {
		y.table.Rows = append(y.table.Rows, Line{Label: y.label(s.Label), Heading: true, Row: -1})
		y.section(s.From, s.To)
	}
}

// section makes the lines of the rows from from up to to.
func (y *layout) section(from, to int) {
	columnBases := !y.single && !y.byRow && y.of.Percent != crosstab.OfTotal
	total, id := -1, "base"
	for i := from; i < to; i++ {
		r := y.of.Rows[i]
		if r.Kind == crosstab.Total && columnBases {
			total, id = i, r.ID
			continue
		}
		line := Line{Label: y.RowLabel(r), Kind: y.lineKind(r), Row: i}
		for _, h := range y.table.Heads {
			line.Cells = append(line.Cells, y.cell(i, h, r))
		}
		y.table.Rows = append(y.table.Rows, line)
		if r.Kind == crosstab.Mean && !y.single {
			y.meanLines(i)
		}
	}
	if columnBases {
		y.baseLine(total, id)
	}
}

// lineKind returns what a row is set as: in a listing only the last is a total.
func (y *layout) lineKind(r crosstab.Row) crosstab.RowKind {
	switch {
	case !y.listing:
		return r.Kind
	case r.ID == crosstab.TotalID:
		return crosstab.Total
	}
	return crosstab.Category
}

// baseLine puts the columns' bases in a line; row is the crosstab's total, or
// -1 where it has none.
func (y *layout) baseLine(row int, id string) {
	line := Line{Label: y.Base, Kind: crosstab.Total, Row: row}
	for _, h := range y.table.Heads {
		column := y.of.Columns[h.Column]
		p := Printed{Measure: MeasureCount, Value: math.NaN()}
		switch {
		case h.Measure == MeasureReference:
		case y.baseHidden(row, h.Column):
			p.Hidden, p.Text = true, y.Hidden
		case row >= 0:
			n := y.of.Cells[row][h.Column].N
			p.Text, p.Value = y.Number(n), float64(n)
		default:
			p.Text, p.Value = y.Number(column.N), float64(column.N)
		}
		p.Anchor = y.claim(id, h.Column, MeasureCount)
		if row >= 0 {
			y.at[place{row, h.Column, MeasureCount}] = p.Anchor
			y.at[place{row, h.Column, MeasureShare}] = p.Anchor
		}
		line.Cells = append(line.Cells, p)
	}
	y.table.Rows = append(y.table.Rows, line)
}

// baseHidden reports whether the base of a column was removed: of a banner that
// of the rows whose total is in row.
func (y *layout) baseHidden(row, column int) bool {
	if y.of.RowSections != nil && row >= 0 {
		return y.of.Cells[row][column].Suppressed != crosstab.Shown
	}
	return columnHidden(y.of, column)
}

// columnHidden reports whether a column's number of units was removed.
func columnHidden(t *crosstab.Table, column int) bool {
	if t.Columns[column].Suppressed != crosstab.Shown {
		return true
	}
	for i, r := range t.Rows {
		if r.Kind == crosstab.Total && t.Cells[i][column].Suppressed != crosstab.Shown {
			return true
		}
	}
	return false
}

// cell prints one number.
func (y *layout) cell(row int, h Head, r crosstab.Row) Printed {
	c := y.of.Cells[row][h.Column]
	p := Printed{Measure: h.Measure, Value: math.NaN()}
	p.Anchor = y.claim(r.ID, h.Column, h.Measure)
	y.at[place{row, h.Column, h.Measure}] = p.Anchor
	base, shown := c.Base, c.Suppressed == crosstab.Shown
	if h.Measure == MeasureBase {
		base, shown = y.rowBase(row, h.Column)
	}
	if !shown {
		p.Hidden, p.Text = true, y.Hidden
		return p
	}
	switch h.Measure {
	case MeasureCount:
		p.Text, p.Value = y.Number(c.N), float64(c.N)
	case MeasureBase:
		p.Text, p.Value = y.Number(base), float64(base)
	case MeasureTotal:
		p.Text, p.Value = y.Decimal(c.Weighted, 0), c.Weighted
	case MeasureShare:
		p.Text, p.Value = y.CellPercent(c), c.P
	case MeasureInterval:
		p.Text = y.CellInterval(c)
	case MeasureMean:
		if r.Kind == crosstab.Mean {
			p.Text, p.Value = y.Decimal(c.Mean, y.decimals()), c.Mean
		}
	case MeasureSpread:
		if r.Kind == crosstab.Mean {
			p.Text = y.spread(c)
		}
	case MeasureReference:
		p.Text, p.Value = y.wholePercent(c.P), c.P
	case MeasureDifference:
		p.Text = y.Absent
		if d := y.of.Difference(row, h.Column); !math.IsNaN(d) {
			p.Text, p.Value = y.signed(d, y.of, row), 100*d
		}
	}
	p.Letters = strings.Join(c.Letters, ",")
	if p.Text == y.Absent && r.Kind != crosstab.Mean && r.Kind != crosstab.Category && r.Kind != crosstab.Answer {
		p.Text = "" // nobody expects one there
	}
	return p
}

// rowBase returns what a row's shares are of, and whether it may be printed.
// The column is everybody or, where there is none or it has another base, the
// first of its variable.
func (y *layout) rowBase(row, column int) (int, bool) {
	if y.of.Columns[column].Kind == crosstab.All {
		c := y.of.Cells[row][column]
		return c.N, c.Suppressed == crosstab.Shown
	}
	among := y.estimates
	if s, ok := sectionOf(y.of.ColumnSections, column); ok {
		among = nil
		for j := s.From; j < s.To; j++ {
			among = append(among, j)
		}
	}
	for _, j := range among {
		if c := y.of.Cells[row][j]; c.Suppressed == crosstab.Shown {
			return c.Base, true
		}
	}
	return 0, false
}

// meanLines adds the standard errors and intervals of a row of means.
func (y *layout) meanLines(row int) {
	errors := Line{Label: y.tests.seHead, Kind: crosstab.OfWhich, Row: row}
	intervals := Line{Label: fmt.Sprintf(y.levelWide, y.Percentage(y.of.Level)), Kind: crosstab.OfWhich, Row: row}
	for _, h := range y.table.Heads {
		c := y.of.Cells[row][h.Column]
		e := Printed{Measure: MeasureSpread, Value: math.NaN(), Text: y.Decimal(c.SE, y.decimals()+1)}
		i := Printed{Measure: MeasureSpread, Value: math.NaN(), Text: y.spread(c)}
		if c.Suppressed != crosstab.Shown {
			e.Hidden, e.Text, i.Hidden, i.Text = true, y.Hidden, true, y.Hidden
		}
		e.Anchor = y.claim("se", h.Column, MeasureSpread)
		i.Anchor = y.claim("interval", h.Column, MeasureSpread)
		errors.Cells, intervals.Cells = append(errors.Cells, e), append(intervals.Cells, i)
	}
	if y.of.Level > 0 {
		y.table.Rows = append(y.table.Rows, errors, intervals)
	}
}

// meanInterval returns the ends of a mean's interval.
func (l Language) meanInterval(c crosstab.Cell, decimals int) string {
	return l.Decimal(c.Low, decimals) + enDash + l.Decimal(c.High, decimals)
}

// spread returns the interval of a mean.
func (y *layout) spread(c crosstab.Cell) string {
	if c.Suppressed != crosstab.Shown || math.IsNaN(c.Low) || math.IsNaN(c.High) {
		return y.Absent
	}
	return y.meanInterval(c, y.decimals())
}

// decimals returns how many decimals means are printed with: two below 10, one
// above.
func (y *layout) decimals() int { return meanDecimals(y.of) }

func meanDecimals(t *crosstab.Table) int {
	for i, r := range t.Rows {
		for _, c := range t.Cells[i] {
			if r.Kind == crosstab.Mean && math.Abs(c.Mean) >= 10 {
				return 1
			}
		}
	}
	return 2
}
