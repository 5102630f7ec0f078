package study

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
)

// startBand is an interval of whole numbers; nil ends are open.
type startBand struct {
	name, label string
	from, to    *int
}

// numberBands returns bands for whole numbers: one for each of few values,
// quarters of the answers where there are many, nil for a mean.
func (t *tabulator) numberBands(c *survey.Column) []startBand {
	const few, each, enough = 7, 5, 30
	values := wholeNumbers(c)
	distinct := slices.Compact(slices.Clone(values))
	switch {
	case len(values) == 0 || len(distinct) < 2:
		return nil
	case len(distinct) <= few && len(values) >= each*len(distinct):
		var bands []startBand
		for _, n := range distinct {
			bands = append(bands, startBand{name: "is_" + numberName(n), label: strconv.Itoa(n), from: &n, to: &n})
		}
		return bands
	case len(values) < enough:
		return nil
	}
	var cuts []int // where a band begins
	for q := 1; q < 4; q++ {
		cut := round(values[len(values)*q/4], values[len(values)-1]-values[0])
		if cut > values[0] && cut <= values[len(values)-1] && !slices.Contains(cuts, cut) {
			cuts = append(cuts, cut)
		}
	}
	if len(cuts) == 0 {
		return nil
	}
	slices.Sort(cuts)
	last := cuts[0] - 1
	bands := []startBand{{name: "to_" + numberName(last), label: fmt.Sprintf(t.words.bandTo, last), to: &last}}
	if last == values[0] {
		bands[0] = startBand{name: "is_" + numberName(last), label: strconv.Itoa(last), from: &last, to: &last}
	}
	for i, from := range cuts {
		if i == len(cuts)-1 {
			bands = append(bands, startBand{name: "from_" + numberName(from), label: fmt.Sprintf(t.words.bandFrom, from), from: &from})
			continue
		}
		to := cuts[i+1] - 1
		band := startBand{name: "from_" + numberName(from) + "_to_" + numberName(to), label: fmt.Sprintf("%d–%d", from, to), from: &from, to: &to}
		if from == to {
			band.name, band.label = "is_"+numberName(from), strconv.Itoa(from)
		}
		bands = append(bands, band)
	}
	return bands
}

// round returns n as people would cut: to fives or tens where the numbers
// spread that far.
func round(n, spread int) int {
	unit := 1
	for _, u := range []int{5, 10, 50, 100, 500, 1000, 5000, 10000, 50000, 100000, 500000, 1000000} {
		if spread >= 10*u {
			unit = u
		}
	}
	return int(math.Round(float64(n)/float64(unit))) * unit
}

func numberName(n int) string { return strings.Replace(strconv.Itoa(n), "-", "minus_", 1) }

// wholeNumbers returns c's numbers by size, or none where one of them is not
// whole or very large.
func wholeNumbers(c *survey.Column) []int {
	const most = 1e9
	var values []int
	for i := range c.Rows() {
		if c.Missing(i) != survey.Present {
			continue
		}
		n := c.Number(i)
		if n != math.Trunc(n) || math.Abs(n) > most {
			return nil
		}
		values = append(values, int(n))
	}
	slices.Sort(values)
	return values
}

// yearBands returns a band for each of few years, nil where there are many.
func yearBands(c *survey.Column) []startBand {
	const most = 10
	years := map[int]bool{}
	low, high := math.MaxInt, math.MinInt
	for i := range c.Rows() {
		if c.Missing(i) == survey.Present {
			y := c.Date(i).Year()
			years[y] = true
			low, high = min(low, y), max(high, y)
		}
	}
	if len(years) == 0 || high-low >= most {
		return nil
	}
	var bands []startBand
	for y := low; y <= high; y++ {
		bands = append(bands, startBand{name: strconv.Itoa(y), label: strconv.Itoa(y), from: &y, to: &y})
	}
	return bands
}
