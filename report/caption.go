package report

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
)

// words puts in what stands above and below the table.
func (y *layout) words() {
	t := y.table
	title, unit := y.title(y.of), y.unit()
	if y.single {
		t.Caption = title + ". " + unit
	} else {
		t.Caption, t.Unit = title, unit
	}
	if !hasBaseInPrint(t) {
		t.Notes = append(t.Notes, y.base()+".")
	}
	t.Notes = append(t.Notes, y.notesOf(y.of)...)
	if slices.ContainsFunc(t.Heads, func(h Head) bool { return h.Measure == MeasureInterval }) {
		t.Notes = append(t.Notes, fmt.Sprintf(y.noteInterval, y.Percentage(y.of.Level)))
	}
	if y.unrounded() {
		t.Notes = append(t.Notes, y.noteRounding)
	}
	t.Source = y.SourceOf(y.of.Base)
	var heads []string
	for _, h := range t.Heads {
		heads = append(heads, h.Text)
	}
	t.Summary = fmt.Sprintf(y.summary, title, lowerFirst(unit), y.Number(len(t.Rows)), strings.Join(heads, ", "), y.base())
}

// unit returns what the numbers are, in words.
func (y *layout) unit() string {
	switch {
	case y.sum:
		return y.unitSum
	case y.single:
		return y.unitBoth
	case y.byRow:
		return y.unitRow
	case y.of.Percent == crosstab.OfTotal:
		return y.unitTotal
	default:
		return y.Share
	}
}

// base returns the table's base, or that it is hidden.
func (y *layout) base() string {
	if baseHidden(y.of) {
		return y.Base + nbsp + "=" + nbsp + y.Hidden
	}
	return y.BaseOf(y.of.Base)
}

// hasBaseInPrint reports whether a line or column tells what shares are of.
func hasBaseInPrint(t *Table) bool {
	return slices.ContainsFunc(t.Rows, func(l Line) bool { return l.Kind == crosstab.Total }) ||
		slices.ContainsFunc(t.Heads, func(h Head) bool { return h.Measure == MeasureBase })
}
