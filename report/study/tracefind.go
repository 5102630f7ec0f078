package study

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"stikprove/report"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// traced is a number of a table: of a cell, of a column or of the whole table.
type traced struct {
	table       *report.Table
	row, column int // -1 for none
	what        string
}

// whats are the words that say which number of a cell is meant, as look-ups
// have them.
var whats = []string{"pct", "n", "ci", "words", "total", "mean", "N", "eligible", "answered", "psus"}

// ofTable are those that are of a whole table.
var ofTable = []string{"N", "eligible", "answered", "psus"}

// find returns the number that ref names.
func (t *tracer) find(ref string) (traced, error) {
	if at, ok := t.anchored(ref); ok {
		return at, nil
	}
	names := strings.Split(strings.Trim(ref, "/ "), "/")
	at := traced{row: -1, column: -1}
	var ids []string
	for _, table := range t.report.Tables {
		ids = append(ids, table.ID)
		if table.ID == names[0] {
			at.table = table
		}
	}
	if at.table == nil {
		return at, t.unknown("no table %s%s", survey.Quote(names[0]), survey.Instead(names[0], ids))
	}
	of, names := at.table.Of, names[1:]
	if n := len(names); n > 0 && slices.Contains(whats, names[n-1]) {
		at.what, names = names[n-1], names[:n-1]
	}
	if len(names) == 0 {
		return t.whole(at)
	}
	if len(names) > 2 {
		return at, t.unknown("%s has more parts than table, row, column and what (%s)", survey.Quote(ref), strings.Join(whats, ", "))
	}
	row, err := of.Row(names[0])
	if err != nil && len(names) == 1 { // a column's base, or the only row's column
		if column, no := of.Column(names[0]); no == nil {
			at.column = column
			if at.what == "N" || at.what == "" {
				at.what = "N"
				return at, nil
			}
			at.row = onlyRow(of)
		}
	}
	switch {
	case err == nil:
		at.row = row
	case at.row < 0:
		return at, t.unknown("%s", err)
	}
	if len(names) == 2 {
		if at.column, err = of.Column(names[1]); err != nil {
			known := slices.Clone(whats)
			for _, c := range of.Columns {
				known = append(known, c.ID)
			}
			return at, t.unknown("no column and no number %s in table %s%s", survey.Quote(names[1]), of.ID, nearOr(names[1], known, "; want one of "+strings.Join(whats, ", ")+", or a column"))
		}
	} else if at.column < 0 {
		at.column = usualColumn(of)
	}
	return at, t.usual(&at)
}

// nearOr returns what to say after a name that is not known: the nearest or,
// where none is near, other words.
func nearOr(name string, known []string, other string) string {
	if near := survey.DidYouMean(name, known); near != "" {
		return near
	}
	return other
}

// usual says what is meant where nothing was said, and refuses what a row does
// not have.
func (t *tracer) usual(at *traced) error {
	of := at.table.Of
	has := []string{"pct", "n", "ci", "words", "N"}
	switch of.Rows[at.row].Kind {
	case crosstab.Sum:
		has = []string{"total", "n"}
	case crosstab.Mean:
		has = []string{"mean", "n", "ci"}
	}
	if of.Columns[at.column].Kind == crosstab.Reference {
		has = []string{"pct", "words"}
	}
	if at.what == "" {
		at.what = has[0]
	}
	if !slices.Contains(has, at.what) {
		return t.unknown("row %s of table %s has no %s; want %s", survey.Quote(of.Rows[at.row].ID), of.ID, at.what, strings.Join(has, ", "))
	}
	return nil
}

// whole is a number of a whole table.
func (t *tracer) whole(at traced) (traced, error) {
	if at.what == "" {
		at.what = "N"
	}
	if row := onlyRow(at.table.Of); row >= 0 && (at.what == "total" || at.what == "mean" || at.what == "n") {
		at.row, at.column = row, usualColumn(at.table.Of)
		return at, t.usual(&at)
	}
	if !slices.Contains(ofTable, at.what) {
		return at, t.unknown("%s of table %s needs a row%s", at.what, at.table.Of.ID, survey.Instead("", rowsOf(at.table.Of)))
	}
	return at, nil
}

// anchored returns the number whose cell has an address in report.html.
func (t *tracer) anchored(ref string) (traced, bool) {
	ref = strings.TrimPrefix(ref, "#")
	for _, table := range t.report.Tables {
		for _, line := range table.Rows {
			for k, c := range line.Cells {
				if c.Anchor == ref && ref != "" {
					return printedAt(table, line, table.Heads[k], c), true
				}
			}
		}
	}
	return traced{}, false
}

// printedAt returns the number that a printed cell holds.
func printedAt(table *report.Table, line report.Line, head report.Head, c report.Printed) traced {
	at := traced{table: table, row: line.Row, column: head.Column, what: c.Measure}
	switch c.Measure {
	case report.MeasureBase:
		at.what = "N"
	case report.MeasureSpread:
		at.what = "ci"
	case report.MeasureReference:
		at.what = "pct"
	}
	if line.Row < 0 {
		at.what = "N"
	}
	return at
}

// number tells numbers apart: a share in words is the share in per cent, and
// who is counted in the total of a column is its base.
func (at traced) number() string {
	what, row := at.what, at.row
	if what == "words" || what == "ci" {
		what = "pct"
	}
	of := at.table.Of
	total := slices.IndexFunc(of.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Total })
	column := at.column
	if what == "N" {
		switch {
		case column < 0:
			column, row = usualColumn(of), total
		case row < 0 || of.Percent == crosstab.OfColumn && of.Rows[row].Kind != crosstab.Item:
			row = total
		case of.Percent == crosstab.OfTotal:
			column, row = usualColumn(of), total
		default: // everybody of the row
			column = usualColumn(of)
		}
		what = "n"
	}
	return fmt.Sprintf("%s %d %d %s", of.ID, row, column, what)
}

// ref returns the number's name.
func (at traced) ref() string {
	parts := []string{at.table.Of.ID}
	if at.row >= 0 {
		parts = append(parts, at.table.Of.Rows[at.row].ID)
	}
	if at.column >= 0 && (at.row < 0 || len(at.table.Of.Columns) > 1) {
		parts = append(parts, at.table.Of.Columns[at.column].ID)
	}
	return strings.Join(append(parts, at.what), "/")
}

// hidden reports whether disclosure control removed the number.
func (at traced) hidden() bool {
	of := at.table.Of
	switch {
	case at.what == "eligible":
		return false // of the population
	case at.row >= 0:
		return of.Cells[at.row][at.column].Suppressed != crosstab.Shown
	case at.column >= 0:
		total := slices.IndexFunc(of.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Total })
		return of.Columns[at.column].Suppressed != crosstab.Shown || total >= 0 && of.Cells[total][at.column].Suppressed != crosstab.Shown
	}
	total := slices.IndexFunc(of.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Total })
	return of.Base.Suppressed != crosstab.Shown || total >= 0 && of.Cells[total][usualColumn(of)].Suppressed != crosstab.Shown
}

// figure returns the unrounded numbers of one that is shown.
func (at traced) figure() *Unrounded {
	of := at.table.Of
	exists := func(x float64) *float64 {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return nil
		}
		return &x
	}
	if at.row < 0 {
		n := map[string]int{"N": of.Base.N, "eligible": of.Base.Eligible, "answered": of.Base.Answered, "psus": of.Base.PSUs}[at.what]
		weighted := exists(of.Base.Weighted)
		if at.column >= 0 {
			n, weighted = of.Columns[at.column].N, exists(of.Columns[at.column].Weighted)
		}
		if at.what != "N" {
			weighted = nil
		}
		return &Unrounded{N: n, Base: of.Base.N, Weighted: weighted}
	}
	c := of.Cells[at.row][at.column]
	if of.Columns[at.column].Kind == crosstab.Reference {
		return &Unrounded{Estimate: exists(c.P)}
	}
	f := &Unrounded{N: c.N, Base: c.Base, Weighted: exists(c.Weighted)}
	switch at.what {
	case "pct", "ci", "words":
		f.Estimate = exists(c.P)
	case "mean":
		f.Estimate = exists(c.Mean)
	case "total":
		f.Estimate = exists(c.Weighted)
	}
	if of.Rows[at.row].Kind == crosstab.Mean && at.what == "ci" {
		f.Estimate = exists(c.Mean)
	}
	if f.Estimate != nil && at.what != "total" {
		f.SE = exists(c.SE)
		if low, high := exists(c.Low), exists(c.High); low != nil && high != nil && of.Level > 0 {
			f.Low, f.High, f.Level = low, high, &of.Level
		}
	}
	return f
}

func (t *tracer) unknown(format string, args ...any) error {
	return survey.Problem{File: t.file, Message: fmt.Sprintf(format, args...)}
}

// usualColumn returns the column of everybody or, where there is none, the first.
func usualColumn(of *crosstab.Table) int {
	return max(0, slices.IndexFunc(of.Columns, func(c crosstab.Column) bool { return c.Kind == crosstab.All }))
}

// onlyRow returns the row of a total or a mean, or -1.
func onlyRow(of *crosstab.Table) int {
	return slices.IndexFunc(of.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Sum || r.Kind == crosstab.Mean })
}

func rowsOf(of *crosstab.Table) []string {
	var ids []string
	for _, r := range of.Rows {
		ids = append(ids, r.ID)
	}
	return ids
}
