package register

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
	"stikprove/survey"
)

// gapExcess makes the table of the gaps of a week and of two beyond what the
// lengths beside them lead to expect: the gaps of d days less the mean of those
// of d-1 and d+1, as a share of all gaps.
//
// The interval takes the persons as drawn from the same process and their gaps
// as they go together: the ratio of two sums over persons, linearised. A share
// below nought is nought.
func (b *builder) gapExcess() *crosstab.Table {
	all, told := b.held.baseOf("gaps", total(b.sums.gaps[:]))
	t := &crosstab.Table{
		ID: "gap-excess", Sample: "register", Percent: crosstab.OfColumn, Several: true, Level: b.level,
		Title:       text("Mellemrum på netop en og to uger ud over nabolængderne", "Gaps of exactly one and two weeks beyond the lengths beside them"),
		RowVariable: text("Overskud", "Excess"),
		Columns:     []crosstab.Column{{ID: crosstab.AllID, Kind: crosstab.All, N: all, Weighted: float64(all)}},
		Base:        b.base(all, b.between()),
	}
	// An excess would tell a number of gaps that their own table hides.
	gaps := disclosure.Protect(b.gaps(), b.minimum)
	hidden := func(days int) bool {
		for _, k := range gapBands {
			if days >= k.from && days <= k.to {
				r, err := gaps.Row(k.id)
				return err == nil && gaps.Cells[r][0].Suppressed != crosstab.Shown
			}
		}
		return false
	}
	for i, d := range neighbours {
		t.Rows = append(t.Rows, crosstab.Row{ID: fmt.Sprint(d), Kind: crosstab.Answer,
			Label: survey.Text{"da": fmt.Sprintf("%d dage ud over %d og %d", d, d-1, d+1), "en": fmt.Sprintf("%d days beyond %d and %d", d, d-1, d+1)}})
		cell := b.sums.excess[i].share(b.sums.gapPersons, all, b.level)
		for beside, n := range b.sums.gaps[d-1 : d+2] {
			if n > 0 && n < b.minimum || hidden(d-1+beside) {
				cell = crosstab.Cell{Suppressed: crosstab.Primary}
			}
		}
		if b.held != nil && (!told || !b.held.tell[[2]string{t.ID, fmt.Sprint(d)}]) {
			cell = crosstab.Cell{Suppressed: crosstab.Primary}
		}
		t.Cells = append(t.Cells, []crosstab.Cell{cell})
	}
	note(t, text("Overskuddet er antallet af mellemrum på netop så mange dage minus gennemsnittet af dem, der er en dag kortere og en dag længere. Intervallet regner personerne som udtrukket og en persons mellemrum som hørende sammen.",
		"The excess is the number of gaps of exactly so many days less the mean of those a day shorter and a day longer. The interval takes persons as drawn and a person's gaps as belonging together."))
	note(t, gapWords)
	return t
}

// share returns the excess of gaps as a share of all, with its interval at
// level; persons is the number with a gap.
func (r ratioSums) share(persons, all int, level float64) crosstab.Cell {
	c := crosstab.Cell{Base: all, P: math.NaN(), SE: math.NaN(), Low: math.NaN(), High: math.NaN()}
	if all == 0 {
		return c
	}
	x, y := float64(all), float64(r.y)/2
	p := y / x
	c.N = max(0, int(math.Round(y)))
	c.Weighted, c.P = float64(c.N), max(0, p)
	if persons > 1 {
		// The sum of squares of y - p x over persons, whose sum is nought.
		squares := float64(r.yy)/4 - p*float64(r.yx) + p*p*float64(r.xx)
		n := float64(persons)
		c.SE = math.Sqrt(max(0, squares)*n/(n-1)) / x
		c.DF = persons - 1
		z := distuv.UnitNormal.Quantile(0.5 + level/2)
		c.Low, c.High = max(0, p-z*c.SE), max(0, p+z*c.SE)
	}
	return c
}
