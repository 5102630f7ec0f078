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
	return figure.Wording{
		Title: title, Subtitle: subtitle, Notes: l.figureNotes(spec, t),
		Row: l.RowLabel, Column: func(c crosstab.Column) string { return l.columnDrawn(c, of) },
		Share: func(c crosstab.Cell) string { return l.withSign(l.CellPercent(c)) },
		Bare:  l.CellPercent, Axis: l.Percentage, Count: l.Number,
		Hidden: l.Hidden, HiddenWord: l.HiddenWord, Base: l.Group,
		Alt: fmt.Sprintf(l.alt, l.altKinds[string(spec.Kind)], l.title(of), upperFirst(shown), l.figureBase(spec, of)),
	}
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
	if c := drawnGroup(spec, t); c >= 0 {
		return l.ColumnLabel(t.Columns[c]) + ": " + lowerFirst(l.Share)
	}
	return lowerFirst(l.Share)
}

// figureBase returns the base of what is drawn: of the table or, where one
// group is drawn, of that group.
func (l Language) figureBase(spec FigureSpec, t *crosstab.Table) string {
	c := drawnGroup(spec, t)
	if c < 0 {
		return (&layout{Language: l, of: t}).base()
	}
	if columnHidden(t, c) {
		return l.Group + nbsp + "=" + nbsp + l.Hidden
	}
	return l.Group + nbsp + "=" + nbsp + l.Units(t.Columns[c].N, t.Base.Unit)
}

// drawnGroup returns the index of the one group a bar chart draws, or -1 where
// it draws everybody.
func drawnGroup(spec FigureSpec, t *crosstab.Table) int {
	if spec.Kind != figure.Bar || spec.Column == "" {
		return -1
	}
	return slices.IndexFunc(t.Columns, func(c crosstab.Column) bool { return c.ID == spec.Column && c.Kind == crosstab.Group })
}

func interval(spec FigureSpec, t *crosstab.Table) bool {
	return spec.Kind == figure.Bar && t.Level > 0 && slices.ContainsFunc(t.Cells, func(row []crosstab.Cell) bool {
		return slices.ContainsFunc(row, hasInterval)
	})
}

// figureNotes returns what stands below a figure: the notes that concern it in
// one paragraph, then the source.
func (l Language) figureNotes(spec FigureSpec, t *Table) []string {
	without := []crosstab.NoteKind{}
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
