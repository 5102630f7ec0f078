package report

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"stikprove/report/figure"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// The points are of the exact shares: 1/8 is 12.5 and 25/200 + 1/400 is 12.75
// per cent.
func TestPointsBetweenDrawn(t *testing.T) {
	share := func(n, base int) crosstab.Cell {
		return crosstab.Cell{N: n, Base: base, P: float64(n) / float64(base)}
	}
	assert.Equal(t, 13, pointsBetween(share(1, 8), share(0, 8)), "half up")
	assert.Equal(t, -13, pointsBetween(share(0, 8), share(1, 8)), "and down")
	assert.Equal(t, 0, pointsBetween(share(51, 400), share(50, 400)), "a quarter of a point")
	assert.Equal(t, 3, pointsBetween(crosstab.Cell{N: 1, Base: 2, P: 0.325}, crosstab.Cell{N: 1, Base: 2, P: 0.3}), "weighted: 32.5 − 30 = 2.5")
	assert.Equal(t, "+10", danish.difference(&crosstab.Table{}, share(14, 200), share(34, 200)))
	assert.Equal(t, minus+"2", danish.difference(&crosstab.Table{}, share(23, 100), share(21, 100)))
	assert.Equal(t, "0", danish.difference(&crosstab.Table{}, share(23, 100), share(23, 100)))
}

// 7 and 17 per cent of the printed shares 7.4 and 16.6 differ by 10, and the
// shares themselves by 9.
func TestDumbbellNotes(t *testing.T) {
	table := &crosstab.Table{
		Columns: []crosstab.Column{{ID: "2015", Kind: crosstab.Group, Label: survey.Words("2015"), Letter: "A"}, {ID: "2018", Kind: crosstab.Group, Label: survey.Words("2018"), Letter: "B"}},
		Rows:    []crosstab.Row{{ID: "a", Kind: crosstab.Category}},
		Cells:   [][]crosstab.Cell{{{N: 37, Base: 500, P: 0.074}, {N: 83, Base: 500, P: 0.166}}},
	}
	spec := FigureSpec{Spec: figure.Spec{Kind: figure.Dumbbell}}
	assert.Equal(t, []string{danish.drawn.unrounded}, danish.dumbbellNotes(spec, table))
	table.Cells[0][1].Letters = []string{"A"}
	assert.Equal(t, []string{danish.drawn.tested, danish.drawn.unrounded}, danish.dumbbellNotes(spec, table))
	table.Cells[0][0] = crosstab.Cell{Suppressed: crosstab.Primary}
	assert.Empty(t, danish.dumbbellNotes(spec, table), "of hidden numbers nothing is said")
}

func TestPlain(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 15: "15", 100: "100", 0.2: "0,2", 0.6000000000000001: "0,6", -2.5: minus + "2,5", 1500: "1.500"} {
		assert.Equal(t, want, danish.plain(v))
	}
}
