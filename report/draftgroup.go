package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// single returns the sentences of one column of shares.
func (w *drafter) single(t *crosstab.Table, j int) []string {
	var ranked []int
	hidden := false
	for i, r := range t.Rows {
		if r.Kind != crosstab.Category && r.Kind != crosstab.Answer {
			continue
		}
		hidden = hidden || !shown(t, i, j)
		if shown(t, i, j) && !r.Joined && r.Meaning == survey.Substantive && t.Cells[i][j].N > 0 {
			ranked = append(ranked, i)
		}
	}
	if t.Sample == "register" && t.Several {
		return w.list(t, j, w.say.shares)
	}
	slices.SortStableFunc(ranked, func(a, b int) int { return -cmp.Compare(t.Cells[a][j].P, t.Cells[b][j].P) })
	out := w.first(t, j, ranked, hidden)
	if len(out) == 0 {
		return nil
	}
	out = append(out, w.nets(t, j)...)
	for i, r := range t.Rows {
		words := ""
		switch {
		case !shown(t, i, j) || t.Cells[i][j].N == 0:
		case r.Kind == crosstab.OfWhich:
			words = w.say.ofWhich
		case (r.Kind == crosstab.Category || r.Kind == crosstab.Answer) && r.Meaning != survey.Substantive:
			words = w.say.none
		}
		const most = 4 // sentences
		if words != "" && len(out) < most {
			out = append(out, w.fill(t, words, "{row}", w.row(t, i), "{pct}", w.pct(t, i, j)))
		}
	}
	if t.Sample == "register" {
		return out // a column from elsewhere is what chance would give
	}
	return append(out, w.benchmark(t, ranked[0])...)
}

// nets returns a sentence of the rows that take others together.
func (w *drafter) nets(t *crosstab.Table, j int) []string {
	opening := w.say.net
	if t.Several {
		opening = w.say.netOfAnswers
	}
	var parts []string
	for i, r := range t.Rows {
		if r.Kind != crosstab.Net || !shown(t, i, j) || len(r.Of) < 2 {
			continue
		}
		words := opening
		if len(parts) > 0 {
			words = w.say.nets
		}
		parts = append(parts, w.fill(t, words, "{row}", w.row(t, i), "{pct}", w.pct(t, i, j)))
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{joined(parts, w.say.and) + "."}
}

// first returns the sentence of the largest rows of a column. They are called so
// where they are known to be.
func (w *drafter) first(t *crosstab.Table, j int, ranked []int, hidden bool) []string {
	share := func(k int) float64 { return t.Cells[ranked[k]][j].P }
	same := 1 // rows as large as the first
	for same < len(ranked) && share(same) == share(0) {
		same++
	}
	if len(ranked) == 0 || same > 2 {
		return nil
	}
	put := func(words string, k int) string {
		return w.fill(t, words, "{row}", w.row(t, ranked[k]), "{pct}", w.pct(t, ranked[k], j))
	}
	if yes := rowOf(t, "yes"); !t.Several && !hidden && len(ranked) <= 2 && slices.Contains(ranked, yes) && !baseHidden(t) {
		return []string{put(w.say.yes, slices.Index(ranked, yes)) + "."}
	}
	words, next := w.say.first, w.say.second
	bare, several, ofAnswers := w.say.firstBare, w.say.given, w.say.givenOfAnswers
	if w.leads(t, ranked[0], j) {
		words, next = w.say.largest, w.say.next
		bare, several, ofAnswers = w.say.largestBare, w.say.commonest, w.say.ofAnswers
	}
	switch {
	case same == 2:
		return []string{w.fill(t, w.say.tied, "{row}", w.row(t, ranked[0]), "{next}", w.row(t, ranked[1]), "{pct}", w.pct(t, ranked[0], j)) + "."}
	case hasNote(t, crosstab.NoteAnswers):
		words = ofAnswers
	case baseHidden(t):
		words = bare
	case t.Several:
		words = several
	}
	text := put(words, 0)
	if !hidden && len(ranked) > 1 && (len(ranked) == 2 || share(1) > share(2)) {
		text += put(next, 1)
	}
	return []string{text + "."}
}

// leads reports whether a row is known to be above every other of its column.
func (w *drafter) leads(t *crosstab.Table, row, column int) bool {
	c := compared{table: t, row: row, column: column}
	return (&arranger{Language: w.Language}).outranks([]compared{c}, otherRows(c), 1) == ""
}

// benchmark returns what is known from elsewhere of a row, and whether the
// table's test finds that the whole is another.
func (w *drafter) benchmark(t *crosstab.Table, row int) []string {
	var out []string
	for _, j := range columnsOf(t, crosstab.Reference) {
		if !shown(t, row, j) || !lookable(t.Columns[j].ID) {
			continue
		}
		look := fmt.Sprintf("{{ pct %q %q %q }}", t.ID, t.Rows[row].ID, t.Columns[j].ID)
		out = append(out, w.fill(t, w.say.known, "{row}", w.row(t, row), "{pct}", look, "{column}", w.column(t, j)))
	}
	if out == nil || len(t.Tests) == 0 || math.IsNaN(t.Tests[0].P) {
		return out
	}
	if beyondChance(t, t.Tests[0]) {
		return append(out, w.say.fitsNot)
	}
	return append(out, w.say.fits)
}

// outcome is what is known of groups: that they differ, that a test does not
// find so, or nothing.
type outcome int

const (
	untested outcome = iota
	differ
	alike
)

// tested returns what a table's test finds of a row, or of all with -1. In a
// census groups are what they are.
func (w *drafter) tested(t *crosstab.Table, row int) outcome {
	if t.Base.Census && len(t.Tests) == 0 {
		return differ
	}
	found := untested
	for _, r := range t.Tests {
		if r.Row != "" && (row < 0 || r.Row != t.Rows[row].ID) || math.IsNaN(r.P) {
			continue
		}
		if beyondChance(t, r) {
			return differ
		}
		found = alike
	}
	return found
}

func (w *drafter) verdict(o outcome) []string {
	switch o {
	case differ:
		return []string{w.say.apart}
	case alike:
		return []string{w.say.notApart}
	}
	return nil
}

// cross returns the sentences of a table by groups: the two that are furthest
// apart where the test, or the letters, find that groups differ.
func (w *drafter) cross(t *crosstab.Table, groups []int) []string {
	opening := w.fill(t, w.say.groups)
	if label := w.label(t.ColumnVariable); label != "" && !isQuestion(label) {
		opening = w.fill(t, w.say.groupsOf, "{column}", w.quote(label))
	}
	best, distance := compared{}, 0.0
	other := 0
	for i, r := range t.Rows {
		if r.Kind != crosstab.Category && r.Kind != crosstab.Answer || r.Joined || r.Verbatim || r.Meaning != survey.Substantive {
			continue
		}
		for _, j := range groups {
			for _, k := range groups {
				if !w.comparable(t, i, j) || !w.comparable(t, i, k) {
					continue
				}
				if d := t.Cells[i][j].P - t.Cells[i][k].P; d > distance && w.apartIn(t, i, j, k) {
					best, other, distance = compared{table: t, row: i, column: j}, k, d
				}
			}
		}
	}
	verdict := w.tested(t, -1)
	if t.Adjustment == "" && verdict == alike {
		return []string{opening, w.say.notApart}
	}
	out := []string{opening}
	if distance > 0 {
		out = append(out, w.fill(t, w.say.furthest, "{row}", w.row(t, best.row), "{column}", w.column(t, best.column), "{other}", w.column(t, other),
			"{pct}", w.pct(t, best.row, best.column), "{pct2}", w.pct(t, best.row, other)))
		if verdict == differ && !t.Base.Census {
			out = append(out, w.say.apart)
		}
	} else if verdict != untested && !t.Base.Census {
		out = append(out, w.verdict(verdict)...)
	}
	return out
}

// comparable reports whether a cell is fit to be held against another: shown, of
// a group that is one, and of enough units.
func (w *drafter) comparable(t *crosstab.Table, row, column int) bool {
	c := t.Columns[column]
	return shown(t, row, column) && !c.Joined && c.Meaning == survey.Substantive && !columnHidden(t, column) && (t.Base.Census || c.N >= crosstab.SmallBase)
}

// apartIn reports whether the first column of a row is known to be above the
// second.
func (w *drafter) apartIn(t *crosstab.Table, row, first, second int) bool {
	if letter := t.Columns[second].Letter; t.Adjustment != "" {
		return letter != "" && slices.Contains(t.Cells[row][first].Letters, letter)
	}
	return w.tested(t, row) == differ
}
