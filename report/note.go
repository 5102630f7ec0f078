package report

import (
	"slices"
	"strings"

	"stikprove/sample/crosstab"
)

// noteOrder is the order notes are printed in: what the base is, how to read
// the numbers, what to beware of, what is hidden. The study's own come last.
var noteOrder = []crosstab.NoteKind{
	crosstab.NoteDontKnowIn, crosstab.NoteDontKnowOut, crosstab.NoteNotCoded, crosstab.NoteNotAsked, crosstab.NoteNotAnswered,
	crosstab.NoteEmpty, crosstab.NoteWeighted, crosstab.NoteAdjusted, crosstab.NoteReadjusted, crosstab.NoteTrimmed, crosstab.NoteZeroWeight, crosstab.NoteSeveral, crosstab.NoteAnswers, crosstab.NoteAnswersLinear,
	crosstab.NoteTies, crosstab.NoteOverlap, crosstab.NoteJoined, crosstab.NoteBenchmark,
	crosstab.NoteIntervalZero, crosstab.NoteLonelyPSU, crosstab.NoteSmallBase,
	crosstab.NoteWhole, crosstab.NoteLetters, crosstab.NoteLettersLinear, crosstab.NoteWithin, crosstab.NoteLettersLeft, crosstab.NoteRounded, crosstab.NoteHidden, crosstab.NoteText,
}

// generated are the notes that stand above those of hidden cells and the
// study's own.
var generated = noteOrder[:len(noteOrder)-2]

// notesOf returns the notes of t but for the kinds left out, in their order.
func (l Language) notesOf(t *crosstab.Table, without ...crosstab.NoteKind) []string {
	var out []string
	for _, kind := range noteOrder {
		if slices.Contains(without, kind) {
			continue
		}
		for _, n := range t.Notes {
			if s := l.note(t, n); n.Kind == kind && s != "" && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
		if kind == crosstab.NoteHidden && anyHidden(t) && !hasNote(t, kind) {
			out = append(out, l.noteHidden)
		}
	}
	return out
}

// note words one note; a kind that is not known has no words. One that is of
// some variables of a banner only opens with them.
func (l Language) note(t *crosstab.Table, n crosstab.Note) string {
	words := l.noteWords(t, n)
	var of []string
	for _, variable := range n.Of {
		of = append(of, l.label(variable))
	}
	if len(of) == 0 || words == "" {
		return words
	}
	return upperFirst(strings.Join(of, " × ")) + ": " + lowerFirst(words)
}

func (l Language) noteWords(t *crosstab.Table, n crosstab.Note) string {
	text := sentence(l.label(n.Text))
	switch n.Kind {
	case crosstab.NoteText:
		return text
	case crosstab.NoteBenchmark:
		label := benchmarkLabel(l, t)
		if label == "" || strings.HasPrefix(text, label) {
			return text
		}
		return label + ": " + text
	case crosstab.NoteHidden:
		if n.N == 0 {
			return l.noteHidden
		}
	case crosstab.NoteAnswers:
		if n.N == 0 {
			return l.noteAnswers
		}
	case crosstab.NoteOverlap:
		if overlapping(l, t) == "" {
			return ""
		}
	}
	return strings.NewReplacer(
		"{units}", l.Units(n.N, t.Base.Unit), "{n}", l.Number(n.N), "{sign}", l.Hidden, "{text}", text, "{label}", overlapping(l, t),
		"{level}", l.Percentage(t.Level), "{adjust}", upperFirst(string(t.Adjustment)),
	).Replace(l.notes[n.Kind])
}

// overlapping returns the labels of the rows that overlap the others.
func overlapping(l Language, t *crosstab.Table) string {
	var labels []string
	for _, kind := range []crosstab.RowKind{crosstab.OfWhich, crosstab.Net} {
		for _, r := range t.Rows {
			if r.Kind == kind {
				labels = append(labels, l.Quoted(l.RowLabel(r)))
			}
		}
		if labels != nil {
			break
		}
	}
	return strings.Join(labels, ", ")
}

func benchmarkLabel(l Language, t *crosstab.Table) string {
	for _, c := range t.Columns {
		if c.Kind == crosstab.Reference {
			return l.ColumnLabel(c)
		}
	}
	return ""
}

func hasNote(t *crosstab.Table, kind crosstab.NoteKind) bool {
	return slices.ContainsFunc(t.Notes, func(n crosstab.Note) bool { return n.Kind == kind })
}

func anyHidden(t *crosstab.Table) bool {
	return slices.ContainsFunc(t.Cells, func(row []crosstab.Cell) bool {
		return slices.ContainsFunc(row, func(c crosstab.Cell) bool { return c.Suppressed != crosstab.Shown })
	})
}

// baseHidden reports whether the total of a whole table is hidden.
func baseHidden(t *crosstab.Table) bool {
	if t.Base.Suppressed != crosstab.Shown {
		return true
	}
	for i, r := range t.Rows {
		for j, c := range t.Columns {
			whole := c.Kind == crosstab.All || len(t.Columns) == 1
			if r.Kind == crosstab.Total && whole && t.Cells[i][j].Suppressed != crosstab.Shown {
				return true
			}
		}
	}
	return false
}
