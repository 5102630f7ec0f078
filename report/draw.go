package report

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/report/figure"
	"stikprove/sample/crosstab"
)

// drawFigure lays a figure out with a language's words. A figure is a file of
// its own and is copied out of its report, so the gist of the notice stands
// below each.
func drawFigure(spec FigureSpec, d laid, notice string, l Language) (*Figure, error) {
	spec.Spec = figure.Settle(d.table.Of, spec.Spec)
	words := l.wording(spec, d.table)
	if first, _, _ := strings.Cut(notice, ". "); first != "" {
		words.Notes = append(words.Notes, strings.TrimSuffix(first, ".")+".")
	}
	f, err := figure.New(d.table.Of, spec.Spec, words)
	if err != nil {
		return nil, err
	}
	return &Figure{
		ID: f.ID, Caption: follow(l.title(d.table.Of), upperFirst(l.figureUnit(spec, d.table.Of))), Figure: f, Table: d.table,
	}, nil
}

// wording returns how a figure of a table is worded.
func (l Language) wording(spec FigureSpec, t *Table) figure.Wording {
	of := t.Of
	title, shown := l.title(of), l.figureUnit(spec, of)
	subtitle := upperFirst(shown) + ", " + l.figureBase(spec, of)
	if interval(spec, of) {
		subtitle += ", " + l.Level(of.Level)
	}
	if finding := l.label(spec.Title); finding != "" {
		subtitle = follow(title, subtitle)
		title = finding
	}
	w := figure.Wording{
		Title: title, Subtitle: subtitle, Notes: l.figureNotes(spec, t),
		Row: l.RowLabel, Column: func(c crosstab.Column) string { return l.seriesLabel(c, spec, of) },
		Share: func(c crosstab.Cell) string { return l.withSign(l.CellPercent(c)) },
		Bare:  l.CellPercent, Axis: l.Percentage, Count: l.Number, Edge: l.plain,
		Between:    func(n int) string { return strings.ReplaceAll(l.drawn.between, "{n}", l.Number(n)) },
		Difference: func(a, b crosstab.Cell) string { return l.difference(of, a, b) },
		Change:     l.drawn.points,
		Hidden:     l.Hidden, HiddenWord: l.HiddenWord, Base: l.Group,
		Alt: fmt.Sprintf(l.alt, l.altKinds[string(spec.Kind)], l.title(of), upperFirst(shown), l.figureBase(spec, of)),
	}
	if means(of) {
		decimals := (&layout{Language: l, of: of}).decimals()
		w.Share = func(c crosstab.Cell) string { return l.Decimal(c.Mean, decimals) }
		w.Bare, w.Axis, w.Change = w.Share, l.plain, l.drawn.change
	}
	return w
}

// columnDrawn returns a column's label. Beside a benchmark the column of
// everybody is called by what it counts: "all" would be ambiguous.
func (l Language) columnDrawn(c crosstab.Column, t *crosstab.Table) string {
	unit := l.label(t.Base.Unit)
	if c.Kind == crosstab.All && unit != "" && t.Columns[len(t.Columns)-1].Kind == crosstab.Reference {
		return upperFirst(unit)
	}
	return l.ColumnLabel(c)
}

// title returns a table's title, or its id where it has none.
func (l Language) title(t *crosstab.Table) string {
	if s := strings.TrimSuffix(l.label(t.Title), "."); s != "" {
		return s
	}
	return t.ID
}

// figureUnit returns what a figure's numbers are, as it stands in a sentence.
func (l Language) figureUnit(spec FigureSpec, t *crosstab.Table) string {
	unit := lowerFirst(l.Share)
	if means(t) {
		unit = lowerFirst(l.tests.unitMean)
	}
	if c := drawnGroup(spec, t); c >= 0 {
		return l.ColumnLabel(t.Columns[c]) + ": " + unit
	}
	if r := slices.IndexFunc(t.Rows, func(r crosstab.Row) bool { return r.ID == spec.Row }); r >= 0 {
		return l.RowLabel(t.Rows[r]) + ": " + unit
	}
	return unit
}

// figureBase returns the base of what is drawn: of the table or, where one
// group is drawn whose shares are of it alone, of that group.
func (l Language) figureBase(spec FigureSpec, t *crosstab.Table) string {
	c := drawnGroup(spec, t)
	if c < 0 || t.Percent == crosstab.OfRow {
		return (&layout{Language: l, of: t}).base()
	}
	if columnHidden(t, c) {
		return l.Group + nbsp + "=" + nbsp + l.Hidden
	}
	return l.Group + nbsp + "=" + nbsp + l.Units(t.Columns[c].N, t.Base.Unit)
}

// drawnGroup returns the index of the one group a figure draws, or -1 where
// it draws everybody.
func drawnGroup(spec FigureSpec, t *crosstab.Table) int {
	if spec.Column == "" || spec.Kind != figure.Bar && spec.Kind != figure.Dots && spec.Kind != figure.Histogram && spec.Kind != figure.Line {
		return -1
	}
	return slices.IndexFunc(t.Columns, func(c crosstab.Column) bool { return c.ID == spec.Column && c.Kind == crosstab.Group })
}

func interval(spec FigureSpec, t *crosstab.Table) bool { return figure.Intervals(t, spec.Spec) }

// figureNotes returns what stands below a figure: the notes that concern it in
// one paragraph, then the source.
func (l Language) figureNotes(spec FigureSpec, t *Table) []string {
	// Letters stand in tables only.
	without := []crosstab.NoteKind{crosstab.NoteLetters, crosstab.NoteLettersLeft}
	if spec.Kind != figure.Bar {
		without = append(without, crosstab.NoteBenchmark)
	}
	if !interval(spec, t.Of) {
		without = append(without, crosstab.NoteIntervalZero)
	}
	notes := l.notesOf(t.Of, without...)
	if spec.Kind == figure.Stacked && anySmall(t.Of) {
		notes = append(notes, fmt.Sprintf(l.noteSmallest, l.Percentage(figure.SmallestLabelled)))
	}
	switch {
	case spec.Kind == figure.Dumbbell:
		notes = append(notes, l.dumbbellNotes(spec, t.Of)...)
	case spec.Kind == figure.Histogram && figure.Uneven(t.Of, spec.Spec):
		notes = append(notes, l.drawn.uneven)
	}
	var out []string
	if len(notes) > 0 {
		out = append(out, l.Note+" "+strings.Join(notes, " "))
	}
	return append(out, l.Source+" "+t.Source)
}

// anySmall reports whether a stacked bar has segments too small for a number.
func anySmall(t *crosstab.Table) bool {
	return slices.ContainsFunc(t.Cells, func(row []crosstab.Cell) bool {
		return slices.ContainsFunc(row, func(c crosstab.Cell) bool {
			return c.Suppressed == crosstab.Shown && c.P > 0 && c.P < figure.SmallestLabelled
		})
	})
}
