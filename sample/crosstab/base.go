package crosstab

import (
	"slices"
	"strings"

	"stikprove/sample"
	"stikprove/sample/estimate"
	"stikprove/survey"
)

// tally counts the units of the domain that the base leaves out, and the
// don't-knows in it.
type tally struct {
	notAnswered, notAsked int
	dontKnow              int // units without a substantive answer, in the base or out of it
	notCoded              int // units in the base whose words nobody has coded
}

// leave counts a unit without an answer. That a unit did not return is no
// matter of the question.
func (y *tally) leave(why survey.Missing) {
	switch why {
	case survey.NotAnswered:
		y.notAnswered++
	case survey.NotAsked:
		y.notAsked++
	}
}

// admit settles which rows of data are in the base of a table of one variable
// by another.
func (b *builder) admit() {
	b.in = make([]bool, b.s.Rows())
	for row, w := range b.s.Weight {
		if w == 0 {
			continue
		}
		if why := b.rows.missing(row); why != survey.Present {
			b.tally.leave(why)
			continue
		}
		b.table.Base.Answered++
		vague := b.rows.variable != nil && b.rows.unsubstantive(row)
		if vague && b.spec.DropDontKnow {
			b.tally.dontKnow++
			continue
		}
		if why := b.columns.missing(row); why != survey.Present {
			b.tally.leave(why)
			continue
		}
		switch {
		case vague && b.rows.notCoded(row):
			b.tally.notCoded++
		case vague:
			b.tally.dontKnow++
		}
		b.in[row] = true
	}
}

// setSampled states what came back of the whole sample, whichever part of it
// the table is of. A total rests on the units that have the number, and has
// none of this.
func (b *builder) setSampled(s *sample.Sample) {
	if b.number != nil {
		return // a total's note of what is left out says it
	}
	first := b.rows.variable
	if b.mean != nil {
		first = b.mean
	}
	if len(b.items) > 0 {
		first = b.items[0]
	}
	psus := make([]bool, s.PSUs)
	base := &b.table.Base
	for row, w := range s.Weight {
		if w == 0 && s.InDomain(row) {
			b.weightless++
		}
		if w == 0 || first.Missing(row) == survey.NotReturned {
			continue
		}
		base.Sampled++
		if psu := s.PSU[row]; s.Design.PSU != "" && !psus[psu] {
			psus[psu] = true
			base.SampledPSUs++
		}
	}
}

// finish adds the benchmark and the notes.
func (b *builder) finish() {
	t, joined := b.table, 0
	note := func(kind NoteKind, n int, when bool) {
		if when {
			t.Notes = append(t.Notes, Note{Kind: kind, N: n})
		}
	}
	for _, a := range []axis{b.rows, b.columns} {
		for _, g := range a.groups {
			if g.joined {
				joined += g.size
			}
		}
	}
	note(NoteDontKnowIn, b.tally.dontKnow, !b.spec.DropDontKnow && b.tally.dontKnow > 0)
	note(NoteNotCoded, 0, b.tally.notCoded > 0) // a row has the count, or hides it
	note(NoteDontKnowOut, b.tally.dontKnow, b.spec.DropDontKnow && b.tally.dontKnow > 0)
	note(NoteNotAnswered, b.tally.notAnswered, b.tally.notAnswered > 0)
	note(NoteNotAsked, b.tally.notAsked, b.tally.notAsked > 0)
	note(NoteSeveral, 0, t.Several && len(b.items) == 0)
	note(NoteTies, b.ties, b.spec.Top > 0 || b.spec.Bottom > 0)
	note(NoteOverlap, 0, b.ofWhich != nil)
	note(NoteJoined, joined, joined > 1)
	note(NoteWeighted, 0, b.s.Design.Weighted())
	if times, accounted := b.s.Adjustments(); times > 0 && !t.Base.Census && b.number == nil {
		replicated := b.s.Design.Replicates.Method != sample.NoReplicates
		note(NoteReadjusted, 0, replicated)
		note(NoteAdjusted, 0, !replicated && accounted)
		note(NoteTrimmed, 0, !replicated && !accounted)
	}
	note(NoteEmpty, 0, t.Base.N == 0)
	note(NoteZeroWeight, b.weightless, b.weightless > 0)
	note(NoteSmallBase, SmallBase, t.Base.N > 0 && !t.Base.Census && b.number == nil && t.smallBase()) // a word on sampling error
	note(NoteIntervalZero, 0, b.zero)
	if lonely := estimate.Lonely(b.s); len(lonely) > 0 && !t.Base.Census && b.s.Rows() > 0 {
		t.Notes = append(t.Notes, Note{Kind: NoteLonelyPSU, N: len(lonely), Text: survey.Words(strings.Join(lonely, ", "))})
	}
	if b.spec.Benchmark != nil {
		b.benchmark()
		t.Notes = append(t.Notes, Note{Kind: NoteBenchmark, Text: b.spec.Benchmark.Source})
	}
	for _, words := range b.spec.Notes {
		t.Notes = append(t.Notes, Note{Kind: NoteText, Text: words})
	}
}

// smallBase reports whether a column of shares, or a row where they run by
// row, rests on fewer than SmallBase units.
func (t *Table) smallBase() bool {
	if t.Percent == OfRow {
		return slices.ContainsFunc(t.Cells, func(cells []Cell) bool {
			return slices.ContainsFunc(cells, func(c Cell) bool { return c.Base < SmallBase })
		})
	}
	if t.Percent == OfTotal {
		return t.Base.N < SmallBase
	}
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Kind != Reference && c.N < SmallBase })
}
