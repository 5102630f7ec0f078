package study

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"stikprove/report/figure"
	"stikprove/survey"
)

// equalBands says that the numbers of a data file's row variable are put in
// bands of equal width.
type equalBands struct {
	variable string
	always   bool // also a number of few values
}

const (
	manyValues = 12 // distinct values of a whole number that bands serve
	mostBands  = 20
	leastBands = 5
)

// band puts the numbers that a figure of a data file asks for in bands, as a
// variable that the tables have in its place.
func (s *Study) band(source string, d *survey.Dataset) {
	if s.numbers == nil {
		return
	}
	c := d.Column(s.numbers.variable)
	switch {
	case c == nil:
		return // is for the table to say
	case c.Kind != survey.KindInteger && c.Kind != survey.KindDecimal:
		if s.numbers.always {
			s.add(place{}, "--rows", "%s is %s, and a histogram is of a number", c.Name, c.Kind)
		}
		return
	}
	var values []float64
	for i := range c.Rows() {
		if c.Missing(i) == survey.Present {
			values = append(values, c.Number(i))
		}
	}
	slices.Sort(values)
	distinct := slices.Compact(slices.Clone(values))
	if len(values) == 0 || !s.numbers.always && c.Kind == survey.KindInteger && (len(distinct) <= manyValues || years(distinct)) {
		return
	}
	bands := bandEqually(values, c.Kind == survey.KindInteger, s.config.Disclosure.Minimum)
	name := c.Name + "_bands"
	for d.Column(name) != nil {
		name += "_"
	}
	s.config.Variables = map[string][]variable{source: append(slices.Clone(s.config.Variables[source]), variable{Name: name, Label: c.Label, From: c.Name, Bands: bands})}
	s.config.Tables, s.config.Figures = slices.Clone(s.config.Tables), slices.Clone(s.config.Figures)
	for i := range s.config.Figures {
		if f := &s.config.Figures[i]; f.Kind == "" && len(s.config.Tables[0].Columns) == 0 {
			f.Kind = string(figure.Histogram)
		}
	}
	for i := range s.config.Tables {
		if slices.Equal(s.config.Tables[i].Rows, []string{s.numbers.variable}) {
			s.config.Tables[i].Rows = []string{name}
		}
	}
}

// years reports whether whole numbers read as years.
func years(values []float64) bool { return values[0] >= 1800 && values[len(values)-1] < 2200 }

// bandEqually returns bands of one round width for sorted values. The outermost
// bands are open, and wide enough to hold at least so many values: where a
// single largest value lies would tell what it is.
//
// Source of the width: Freedman and Diaconis (1981), Zeitschrift für
// Wahrscheinlichkeitstheorie und verwandte Gebiete 57, 453–476, rounded up to
// 1, 2 or 5 times a power of ten, within 5 to 20 bands.
func bandEqually(values []float64, whole bool, least int) []band {
	n := len(values)
	span := values[n-1] - values[0]
	quartiles := values[3*n/4] - values[n/4]
	width := roundUp(max(2*quartiles/math.Cbrt(float64(n)), span/mostBands))
	if width > span/leastBands {
		width = roundDown(span / leastBands)
	}
	if whole {
		width = max(width, 1)
	}
	if width == 0 {
		width = 1
	}
	from := math.Floor(values[0]/width) * width
	edge := func(k int) float64 { return from + float64(k)*width }
	bins := int(math.Floor((values[n-1]-from)/width)) + 1
	count := func(lo, hi float64) (c int) {
		for _, v := range values {
			if v >= lo && v < hi {
				c++
			}
		}
		return c
	}
	first, last := 0, bins // bands run from edge first to edge last, their ends open where more lies beyond
	for first+1 < last && count(math.Inf(-1), edge(first+1)) < least {
		first++
	}
	for last-1 > first+1 && count(edge(last-1), math.Inf(1)) < least {
		last--
	}
	var bands []band
	for k := first; k < last; k++ {
		lo, hi := edge(k), edge(k+1)
		b := band{Name: fmt.Sprintf("band%d", k-first+1)}
		to := math.Nextafter(hi, math.Inf(-1))
		shown := hi
		if whole {
			to, shown = hi-1, hi-1
		}
		switch {
		case k == first && first > 0:
			b.To, b.Label = &to, survey.Text{"da": "under " + decimal(hi, ","), "en": "under " + decimal(hi, ".")}
		case k == last-1 && last < bins:
			b.From, b.Label = &lo, survey.Text{"da": decimal(lo, ",") + " eller over", "en": decimal(lo, ".") + " or over"}
		case whole && width == 1:
			b.From, b.To, b.Label = &lo, &to, survey.Words(decimal(lo, ","))
		default:
			b.From, b.To = &lo, &to
			b.Label = survey.Text{"da": decimal(lo, ",") + "\u2013" + decimal(shown, ","), "en": decimal(lo, ".") + "\u2013" + decimal(shown, ".")}
		}
		bands = append(bands, b)
	}
	return bands
}

// roundUp returns the next of 1, 2 and 5 times a power of ten; 0 for 0.
func roundUp(v float64) float64 {
	if v <= 0 {
		return 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 5, 10} {
		if m*unit >= v*(1-1e-9) {
			return m * unit
		}
	}
	return 10 * unit
}

// roundDown returns the last of them.
func roundDown(v float64) float64 {
	if v <= 0 {
		return 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{5, 2} {
		if m*unit <= v*(1+1e-9) {
			return m * unit
		}
	}
	return unit
}

// decimal writes a number with a decimal sign, without the noise of adding up.
func decimal(v float64, sign string) string {
	return strings.Replace(strconv.FormatFloat(math.Round(v*1e9)/1e9, 'f', -1, 64), ".", sign, 1)
}
