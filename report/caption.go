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
		t.Caption = follow(title, unit)
	} else {
		t.Caption, t.Unit = title, unit
	}
	if !y.baseInPrint() && !y.response() {
		t.Notes = append(t.Notes, y.base()+".")
	}
	intervals := slices.ContainsFunc(t.Heads, func(h Head) bool { return h.Measure == MeasureInterval || h.Measure == MeasureSpread })
	without := []crosstab.NoteKind{crosstab.NoteHidden, crosstab.NoteText}
	if !intervals {
		without = append(without, crosstab.NoteIntervalZero)
	}
	t.Notes = append(t.Notes, y.notesOf(y.of, without...)...)
	if intervals && !y.of.Base.Census { // of a census the table says what they are of
		t.Notes = append(t.Notes, fmt.Sprintf(y.noteInterval, y.Percentage(y.of.Level)))
	}
	if y.unrounded() {
		t.Notes = append(t.Notes, y.noteRounding)
	}
	t.Notes = append(t.Notes, y.TestNotes(y.of)...)
	for _, n := range y.of.Notes {
		if n.Kind == crosstab.NoteTests {
			t.Notes = append(t.Notes, y.note(y.of, n))
		}
	}
	t.Notes = append(t.Notes, y.notesOf(y.of, generated...)...)
	t.Source = y.SourceOf(y.of.Base)
	var heads []string
	for _, h := range t.Heads {
		heads = append(heads, h.Text)
	}
	rows := 0
	for _, l := range t.Rows {
		if !l.Heading {
			rows++
		}
	}
	t.Summary = fmt.Sprintf(y.summary, title, lowerFirst(unit), y.Number(rows), strings.TrimSuffix(strings.Join(heads, ", "), "."), y.base())
}

// follow puts a unit after a title, which may be a question.
func follow(title, unit string) string { return sentence(title) + " " + unit }

// unit returns what the numbers are, in words.
func (y *layout) unit() string {
	switch {
	case y.listing:
		return y.Count
	case y.sum:
		return y.unitSum
	case y.mean:
		return y.tests.unitMean
	case y.response():
		return fmt.Sprintf(y.unitResponse, y.Units(y.of.Base.Eligible, y.of.Base.Unit))
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

// response reports whether the table says how many of all eligible units
// answered each part of a study.
func (y *layout) response() bool {
	b := y.of.Base
	return y.single && b.Census && b.Eligible > 0 && b.N == b.Eligible && !slices.ContainsFunc(y.of.Rows, func(r crosstab.Row) bool {
		return r.Kind != crosstab.Answer
	})
}

// base returns the table's base, or that it is hidden.
func (y *layout) base() string {
	if baseHidden(y.of) {
		return y.Base + nbsp + "=" + nbsp + y.Hidden
	}
	return y.BaseOf(y.of.Base)
}

// baseInPrint reports whether a line or column tells what the numbers rest on.
func (y *layout) baseInPrint() bool {
	return y.sum && y.single ||
		slices.ContainsFunc(y.table.Rows, func(l Line) bool {
			return l.Kind == crosstab.Total && slices.ContainsFunc(l.Cells, func(p Printed) bool { return p.Measure == MeasureCount })
		}) ||
		slices.ContainsFunc(y.table.Heads, func(h Head) bool { return h.Measure == MeasureBase })
}
