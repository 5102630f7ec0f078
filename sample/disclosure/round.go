package disclosure

import (
	"math"

	"stikprove/sample/crosstab"
)

// RoundCount returns n rounded to the nearest multiple of base, a half up. n is
// at least 0. A base below 2 leaves n as it is.
func RoundCount(n, base int) int {
	if base < 2 {
		return n
	}
	return (2*n + base) / (2 * base) * base
}

// Rounded returns t with every count rounded to the nearest multiple of base,
// a half up, each by itself: totals may differ from the sum of their rows.
// Shares are of the rounded counts, and nothing is printed that would tell the
// counts behind: no standard errors, intervals or exact weights, and no exact
// counts of units in notes. Weighted counts are rounded the same way, and so is
// the population. Totals and means are what their tables are of, and stay: what
// must not be told of them [ProtectAll] hides.
//
// A count of less than half the base becomes nought. Equal counts are rounded
// alike in every table, so that rounding tells no more in two tables than in
// one.
func Rounded(t *crosstab.Table, base int) *crosstab.Table {
	d := copied(t)
	round := func(n int) int { return RoundCount(n, base) }
	near := func(w float64) float64 { return math.Floor(w/float64(base)+0.5) * float64(base) }
	for r := range d.Cells {
		for c, cell := range t.Cells[r] {
			if t.Columns[c].Kind == crosstab.Reference || cell.Suppressed != crosstab.Shown {
				continue
			}
			to := crosstab.Cell{N: round(cell.N), Base: round(cell.Base), Weighted: near(cell.Weighted),
				P: math.NaN(), SE: math.NaN(), Low: math.NaN(), High: math.NaN()}
			if t.Rows[r].Kind == crosstab.Sum {
				to.Weighted = cell.Weighted
			}
			if t.Rows[r].Kind == crosstab.Mean {
				to.Mean = cell.Mean
			}
			if !math.IsNaN(cell.P) && to.Base > 0 {
				whole := float64(to.Base)
				if cell.Weighted != float64(cell.N) && cell.P > 0 {
					whole = near(cell.Weighted / cell.P)
				}
				if to.P = min(1, to.Weighted/whole); cell.Weighted == 0 {
					to.P = 0
				}
			}
			d.Cells[r][c] = to
		}
	}
	for c := range d.Columns {
		d.Columns[c].N, d.Columns[c].Weighted = round(t.Columns[c].N), near(t.Columns[c].Weighted)
	}
	b := &d.Base
	b.N, b.Weighted, b.Answered, b.PSUs = round(b.N), near(b.Weighted), round(b.Answered), round(b.PSUs)
	b.Sampled, b.SampledPSUs, b.Eligible = round(b.Sampled), round(b.SampledPSUs), round(b.Eligible)
	for i, n := range d.Notes {
		switch n.Kind {
		case crosstab.NoteDontKnowIn, crosstab.NoteDontKnowOut, crosstab.NoteNotAnswered, crosstab.NoteNotAsked,
			crosstab.NoteZeroWeight, crosstab.NoteAnswers: // the others count rows, columns and strata
			d.Notes[i].N = round(n.N)
		}
	}
	d.Level, d.Largest = 0, nil
	d.Notes = append(d.Notes, crosstab.Note{Kind: crosstab.NoteRounded, N: base})
	return d
}
