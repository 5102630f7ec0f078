package register

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
	"stikprove/survey"
)

// one counts a register of one heading and rows, with settings.
func one(t *testing.T, d Definitions, rows ...string) *Counts {
	t.Helper()
	c, _ := counted(t, "person;start;slut;sagsart;kommune\n"+strings.Join(rows, "\n")+"\n", Options{Definitions: d, Stop: []Kind{}})
	return c
}

// TestDefinitions holds each setting to what it says.
func TestDefinitions(t *testing.T) {
	adjoining := []string{"1;2014-01-01;2014-01-02;14;A", "1;2014-01-03;2014-01-03;14;A"}
	overlapping := []string{"1;2014-01-01;2014-01-05;14;A", "1;2014-01-03;2014-01-04;14;A"}
	across := []string{"1;2013-12-31;2014-01-02;14;A", "1;2014-12-31;2015-01-02;14;A"}
	open := []string{"1;2014-03-01;;14;A", "1;2014-04-01;2014-04-02;14;A"}
	kinds := []string{"1;2014-01-01;2014-01-02;14;A", "1;2014-01-03;2014-01-03;7;A"}
	twice := []string{adjoining[0], adjoining[0]}
	for i, k := range []struct {
		d     Definitions
		rows  []string
		spell int // of the study's kinds in 2014
		all   int // of every kind
		gaps  int
	}{
		{Definitions{}, adjoining, 1, 1, 0},
		{Definitions{Join: JoinOverlapping}, adjoining, 2, 2, 1},
		{Definitions{}, overlapping, 1, 1, 0},
		{Definitions{Join: JoinOverlapping}, overlapping, 1, 1, 0},
		{Definitions{Join: JoinNone}, overlapping, 2, 2, 1},
		{Definitions{Join: JoinNone}, twice, 1, 1, 0},
		{Definitions{}, across, 1, 1, 1},
		{Definitions{YearBy: ByAnyDay}, across, 2, 2, 1},
		{Definitions{}, open, 2, 2, 0},
		{Definitions{Open: OpenLeaveOut}, open, 1, 1, 0},
		{Definitions{}, kinds, 1, 2, 0},
		{Definitions{Kinds: []string{"7", "14"}}, kinds, 1, 1, 0},
	} {
		k.d.Year = 2014
		c := one(t, k.d, k.rows...)
		assert.Equal(t, []int{k.spell, k.all}, c.sums.places[1][:], "%d", i)
		assert.Equal(t, k.gaps, total(c.sums.gaps[:]), "gaps of %d", i)
	}
	until, _ := ParseDay("2014-03-10")
	c := one(t, Definitions{Until: until}, open...)
	assert.Equal(t, 1, c.sums.lengths[10], "from 1 to 10 March")
	assert.Equal(t, 1, c.sums.gaps[22])
}

// TestExtremes: one day, a leap day, a person with 2,000 spells, a year without
// any.
func TestExtremes(t *testing.T) {
	first, _ := ParseDay("2010-01-01")
	var rows []string
	for i := range 2000 {
		rows = append(rows, fmt.Sprintf("1;%s;%s;14;A", first+Day(2*i), first+Day(2*i)))
	}
	c := one(t, Definitions{Year: 2014}, rows...)
	assert.Equal(t, 1, c.sums.spells[182], "every other day of 2014, from 2 January")
	assert.Equal(t, 1999, c.sums.gaps[2])
	assert.Equal(t, 182, c.sums.lengths[1])
	leap := one(t, Definitions{}, "1;2012-02-28;2012-03-01;14;A")
	assert.Equal(t, 2012, leap.Year)
	assert.Equal(t, 1, leap.sums.lengths[3])
	empty := one(t, Definitions{Year: 2020}, "1;2012-02-28;2012-03-01;14;A")
	text := printed(t, empty)
	assert.Contains(t, text, "table spell-length")
	assert.NotContains(t, text, "NaN")
}

// TestRank holds the ranking to falling shares, hidden municipalities last, and
// its ends to the same cells.
func TestRank(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 56))
	var rows []string
	for place := range 30 {
		for i := range 20 + r.IntN(200) {
			kind := "2"
			if place > 0 && r.IntN(30) < place || place == 0 && i < 3 {
				kind = "14"
			}
			rows = append(rows, fmt.Sprintf("%d-%d;2014-01-05;2014-01-05;%s;By %02d", place, i, kind, place))
		}
	}
	c := one(t, Definitions{}, rows...)
	tables, err := c.Tables([]string{"municipality", "municipality-lowest", "municipality-highest"}, 5, 0.95)
	require.NoError(t, err)
	all, lowest, highest := tables[0], tables[1], tables[2]
	before, hidden := 1.0, 0
	for i, cells := range all.Cells[:30] {
		if cells[0].Suppressed != crosstab.Shown {
			hidden++
			continue
		}
		assert.Zero(t, hidden, "hidden ones come last")
		assert.LessOrEqual(t, cells[0].P, before)
		assert.LessOrEqual(t, cells[0].Low, cells[0].P)
		assert.GreaterOrEqual(t, cells[0].High, cells[0].P)
		before = cells[0].P
		if i < 10 {
			same := highest.Cells[i][0]
			assert.Equal(t, [4]float64{float64(cells[0].N), cells[0].P, cells[0].Low, cells[0].High}, [4]float64{float64(same.N), same.P, same.Low, same.High})
		}
	}
	assert.Positive(t, hidden, "By 00 has three")
	assert.Equal(t, "total", all.Rows[30].ID)
	assert.Equal(t, all.Rows[29-hidden], lowest.Rows[0])
	for _, table := range tables {
		assert.Empty(t, disclosure.Audit([]*crosstab.Table{table}, disclosure.Rules{Minimum: 5}), table.ID)
		assert.InDelta(t, 1, table.Cells[len(table.Cells)-1][0].P+table.Cells[len(table.Cells)-1][1].P, 1e-12)
	}
}

// TestWilson: Newcombe (1998), Statistics in Medicine 17, 857-872, table I,
// method 3, four decimals.
func TestWilson(t *testing.T) {
	for _, k := range []struct {
		n, base   int
		low, high float64
	}{{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}} {
		low, high := wilson(k.n, k.base, 1, 0.95)
		assert.InDelta(t, k.low, low, 5e-5, "%d of %d", k.n, k.base)
		assert.InDelta(t, k.high, high, 5e-5, "%d of %d", k.n, k.base)
		wide, wider := wilson(2*k.n, 2*k.base, 2, 0.95)
		assert.InDelta(t, low, wide, 1e-12, "twice as many that are worth half")
		assert.InDelta(t, high, wider, 1e-12)
	}
	low, _ := wilson(0, 0, 1, 0.95)
	assert.True(t, math.IsNaN(low))
}

// TestExcessError holds the standard error from sums to that from the persons'
// residuals.
func TestExcessError(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 56))
	c, _ := counted(t, csvOf(invented(r, 5000)), Options{Definitions: Definitions{Year: 2014}})
	require.Greater(t, c.sums.gapPersons, 100)
	// Two groups of equal persons have a known variance: y is 1 or -1 of x 2.
	const n = 100
	var s ratioSums
	for i := range n {
		y := 2 - 4*(i%2)
		s.y, s.yy, s.yx, s.xx = s.y+y, s.yy+y*y, s.yx+2*y, s.xx+4
	}
	cell := s.share(n, 2*n, 0.95)
	assert.Zero(t, cell.P)
	assert.InDelta(t, math.Sqrt(n*n/float64(n-1))/(2*n), cell.SE, 1e-12, "residuals are 1 and -1")
	assert.InDelta(t, 1.959964*cell.SE, cell.High, 1e-6)
}

func TestBegun(t *testing.T) {
	c := one(t, Definitions{}, "1;2014-01-01;2014-01-02;14;A", "2;2014-01-01;2014-01-02;14;B", "3;2014-01-01;2014-01-02;14;B")
	problems := c.Begun("begun.csv", map[string]int{"B": 1})
	assert.EqualError(t, problems.Err(), "begun.csv: fewer spells begun in \"B\" than spells.csv has of the study's kinds\n"+
		"begun.csv: no municipality \"A\", which spells.csv has")
	begun, err := ReadBegun(file(t, "begun.csv", []byte("# remark\nKommune;Påbegyndte forløb\nA;10\nB;20\nC;30\n")))
	require.NoError(t, err)
	require.NoError(t, c.Begun("begun.csv", begun).Err())
	tables, err := c.Tables([]string{"municipality"}, 1, 0.95)
	require.NoError(t, err)
	cell, err := tables[0].Cell("total", "own")
	require.NoError(t, err)
	assert.Equal(t, [2]int{3, 60}, [2]int{cell.N, cell.Base})
	_, err = ReadBegun(file(t, "begun.csv", []byte("Kommune;Antal\nA;mange\nA;3\nA;4\n")))
	var many survey.Problems
	require.ErrorAs(t, err, &many)
	assert.Len(t, many, 2)
}

// TestNoPersons holds the other tables to being the same where persons'
// columns are not read.
func TestNoPersons(t *testing.T) {
	text := csvOf(invented(rand.New(rand.NewPCG(6, 56)), 500))
	with, _ := counted(t, text, Options{})
	without, _ := counted(t, text, Options{NoPersons: true})
	ids := []string{"municipality", "spell-length", "spells-per-person", "gaps"}
	want, err := with.Tables(ids, 1, 0.95)
	require.NoError(t, err)
	got, err := without.Tables(ids, 1, 0.95)
	require.NoError(t, err)
	for i := range want {
		assert.Equal(t, want[i].String(), got[i].String())
	}
	_, err = without.Tables([]string{"person-sex"}, 1, 0.95)
	assert.Error(t, err)
}

func TestNoTable(t *testing.T) {
	c := one(t, Definitions{}, "1;2014-01-01;2014-01-02;14;A")
	_, err := c.Tables([]string{"gap", "person-sex"}, 5, 0.95)
	assert.ErrorContains(t, err, `no table "gap" of a register; did you mean "gaps"?`)
	assert.ErrorContains(t, err, "table person-sex: the file has no column of sex")
}
