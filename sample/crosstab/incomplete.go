package crosstab

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"stikprove/sample/estimate"
)

// exact reports whether a wave is a census that everybody in it answered, or one
// whose number of eligible units is not known: nothing then says that somebody is
// missing. A table of those eligible, as one of response is, is exact too.
func (w Wave) exact() bool {
	b := w.Table.Base
	if !b.Census {
		return false
	}
	return b.Eligible == 0 || b.Suppressed == Shown && (b.N >= b.Eligible || w.answered() >= 1)
}

// incomplete reports whether a wave is a census of which answers are missing.
func (w Wave) incomplete() bool { return w.Table.Base.Census && !w.exact() }

// answered is the share of a census that answered the table's question, in
// [0, 1]: of those eligible the units that came back, and of those asked the ones
// who answered. It is 0 where the table hides it.
func (w Wave) answered() float64 {
	b := w.Table.Base
	if b.Suppressed != Shown || b.Eligible == 0 {
		return 0
	}
	share := float64(b.Sampled) / float64(b.Eligible)
	for _, n := range w.Table.Notes {
		if n.Kind == NoteNotAnswered && n.N > 0 && b.Answered > 0 {
			share *= float64(b.Answered) / float64(b.Answered+n.N)
		}
	}
	return min(1, share)
}

func (w Wave) rounded() bool {
	return slices.ContainsFunc(w.Table.Notes, func(n Note) bool { return n.Kind == NoteRounded })
}

// respondents returns the standard error of a share in an incomplete census, and
// whether there is one: those who answered are taken for a simple random sample,
// without replacement, of those who were asked,
//
//	√((1−f) p(1−p)/(n−1))
//
// with n the units of the cell's base and f the share that answered. Of a share
// of 0 or 1 the exact interval's width by the t quantile stands in its place, as
// in a sample. It says nothing of whether the others would answer otherwise.
//
// Source: Cochran (1977), Sampling Techniques, formula 3.8.
func (c *comparer) respondents(w int, row Row, cell Cell) (float64, bool) {
	wave := c.waves[w]
	switch {
	case row.Kind == Mean || row.Kind == Sum || math.IsNaN(cell.P) || cell.Base < 2 || wave.rounded():
		return 0, false
	case cell.P > 0 && cell.P < 1:
		return math.Sqrt((1 - wave.answered()) * cell.P * (1 - cell.P) / float64(cell.Base-1)), true
	}
	low, high, _ := estimate.PropCI(cell.P, 0, cell.Base, cell.Base-1, c.spec.Level)
	t := distuv.StudentsT{Sigma: 1, Nu: float64(cell.Base - 1)}.Quantile((1 + c.spec.Level) / 2)
	return (high - low) / t * math.Sqrt(1-wave.answered()), true
}
