package figure

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"stikprove/sample/crosstab"
)

func TestChoose(t *testing.T) {
	cross := func(columns, rows string, percent crosstab.Direction, kind crosstab.RowKind) *crosstab.Table {
		s := shape{id: "x", kind: kind, percent: percent, rows: strings.Split(rows, " "), columns: strings.Split(columns, " ")}
		for range s.rows {
			line := make([]int, len(s.columns))
			for j := range line {
				line[j] = 5
			}
			s.n = append(s.n, line)
		}
		return s.table()
	}
	many := strings.TrimSpace(strings.Repeat("a ", 21))
	six := map[string]Bound{"r1": {0, 1}}
	for _, c := range []struct {
		table *crosstab.Table
		spec  Spec
		want  Kind
	}{
		{meansPicture().table, Spec{}, Dots},
		{itemsPicture().table, Spec{}, Stacked},
		{cross("2013 2014 2015", "a b", crosstab.OfColumn, crosstab.Category), Spec{}, Line},
		{cross("all", "2013 2014 2015", crosstab.OfColumn, crosstab.Category), Spec{}, Line},
		{cross("2013 2015", "a b", crosstab.OfColumn, crosstab.Category), Spec{}, Dumbbell},
		{cross("2013 2014 2015", "a b", crosstab.OfColumn, crosstab.Category), Spec{Columns: []string{"c1", "c3"}}, Dumbbell},
		{cross("all", "a b", crosstab.OfColumn, crosstab.Category), Spec{}, Bar},
		{cross("all", "a b c d e f", crosstab.OfColumn, crosstab.Category), Spec{Bounds: six}, Histogram},
		{cross("all", "a b c d e", crosstab.OfColumn, crosstab.Category), Spec{Bounds: six}, Bar},
		{cross("all", many, crosstab.OfColumn, crosstab.Category), Spec{}, Dots},
		{cross("x y", "a b c", crosstab.OfColumn, crosstab.Category), Spec{Column: "c1"}, Bar},
		{cross("x y", "a b c", crosstab.OfColumn, crosstab.Category), Spec{}, Stacked},
		{cross("x y", many, crosstab.OfRow, crosstab.Category), Spec{}, Dots},
		{cross("x y", "a b c", crosstab.OfColumn, crosstab.Answer), Spec{}, Grouped},
		{cross("x y z", "a b c d e f g", crosstab.OfColumn, crosstab.Category), Spec{}, Grouped},
		{cross("x y z v w", "a b c d e f g", crosstab.OfColumn, crosstab.Category), Spec{}, Heat},
		{cross("x y z v w", "a b c d e f g", crosstab.OfTotal, crosstab.Category), Spec{}, Heat},
	} {
		assert.Equal(t, c.want, Choose(c.table, c.spec), "%v", c.table.Columns)
	}
}

func TestTimes(t *testing.T) {
	for written, want := range map[string]float64{"2015": 2015, "2015Q2": 2015.25, "2015K4": 2015.75, "3. kvartal 2015": 2015.5,
		"2015-07": 2015 + 181.0/365, "2016-12-31": 2016 + 365.0/366, "01-01-2015": 2015} {
		got, ok := parseTime(written)
		assert.True(t, ok, written)
		assert.InDelta(t, want, got, 1e-9, written)
	}
	for _, written := range []string{"", "1", "1750", "2015-13", "2013 eller før", "15", "20155"} {
		_, ok := parseTime(written)
		assert.False(t, ok, written)
	}
}

func TestSpread(t *testing.T) {
	// Three labels of 10 wanted at 50, 52 and 90: the first two share what lies
	// between 50 and 52, the third stays.
	assert.InDeltaSlice(t, []float64{46, 56, 90}, spread([]float64{50, 52, 90}, []float64{10, 10, 10}, 0, 100), 1e-9)
	// Given in another order they stay each its own.
	assert.InDeltaSlice(t, []float64{90, 46, 56}, spread([]float64{90, 50, 52}, []float64{10, 10, 10}, 0, 100), 1e-9)
	// Nothing leaves the room.
	assert.InDeltaSlice(t, []float64{5, 15}, spread([]float64{0, 1}, []float64{10, 10}, 0, 100), 1e-9)
	assert.InDeltaSlice(t, []float64{85, 95}, spread([]float64{99, 100}, []float64{10, 10}, 0, 100), 1e-9)
	// Pushed from both sides: 20, 25 and 30 centre on 25.
	assert.InDeltaSlice(t, []float64{15, 25, 35}, spread([]float64{20, 25, 30}, []float64{10, 10, 10}, 0, 100), 1e-9)
}

// Those that share the tenth place are all shown.
func TestEndsKeepTies(t *testing.T) {
	p := endsPicture()
	p.spec.Ends = 2
	for i := range p.table.Rows {
		if p.table.Rows[i].Kind == crosstab.Category {
			p.table.Cells[i][0] = cell(10, 100, 0)
		}
	}
	p.table.Cells[0][0], p.table.Cells[1][0], p.table.Cells[2][0] = cell(90, 100, 0), cell(80, 100, 0), cell(80, 100, 0)
	p.table.Cells[3][0], p.table.Cells[4][0] = cell(1, 100, 0), cell(2, 100, 0)
	items, _, err := itemsOf(p.table, p.spec, p.wording)
	assert.NoError(t, err)
	fall(items)
	shown, broken := ends(items, 2)
	assert.Equal(t, 3, broken, "two share the second place")
	assert.Len(t, shown, 5)
	all, broken := ends(items, 60)
	assert.Len(t, all, len(items))
	assert.Zero(t, broken)
}
