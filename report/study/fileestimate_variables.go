package study

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"stikprove/sample"
	estimates "stikprove/sample/estimate"
	"stikprove/survey"
)

// mostCategories is how many categories a variable may have to be estimated by.
const mostCategories = 1000

// column returns the variable called name, or nil where there is none that may
// be told of.
func (e *estimator) column(name string) *survey.Column {
	c := e.s.Data.Column(name)
	switch {
	case c == nil:
		e.problem("%s", e.s.Data.NoVariable(name, "sample "+e.s.Design.Name))
		return nil
	case c.Sensitive():
		e.problem("variable %q is sensitive, and no estimate is made of it", name)
		return nil
	}
	return c
}

// number returns the numbers of the variable called name, NaN where absent.
func (e *estimator) number(name string) []float64 {
	c := e.column(name)
	if c == nil {
		return nil
	}
	y, ok := sample.Numbers(c)
	if row := sample.Word(c); !ok && row >= 0 {
		p := e.s.Data.Cell(row, name)
		p.Message = "got text (withheld), want a number"
		e.problems = append(e.problems, p)
		return nil
	}
	if !ok {
		e.problem("variable %q is %s; want a number (its shares are estimated with --proportion)", name, c.Kind)
		return nil
	}
	return y
}

// categories is the categories of a variable and which each row has, -1 where
// it has none. Of several answers, a row has each category by itself.
type categories struct {
	names []string
	of    []int32
	bits  []uint64 // of several answers, in place of of
	asked []bool   // of several answers: rows with any
}

// categories returns the categories of the variable called name: its options in
// their order, or its values, ordered as numbers where they are numbers.
func (e *estimator) categories(name string, several bool) *categories {
	c := e.column(name)
	if c == nil {
		return nil
	}
	if q := e.question(name); q != nil && q.Kind == survey.KindText {
		e.problem("%q is an open question, whose answers can tell who somebody is; no categories are made of it", name)
		return nil
	}
	k := &categories{of: make([]int32, c.Rows())}
	switch {
	case c.Kind == survey.KindSingle:
		for _, o := range c.Options {
			k.names = append(k.names, o.Name)
		}
		for i := range k.of {
			k.of[i] = int32(c.Index(i))
		}
		return k
	case c.Kind == survey.KindMultiple && several:
		for _, o := range c.Options {
			k.names = append(k.names, o.Name)
		}
		k.bits, k.asked = make([]uint64, c.Rows()), make([]bool, c.Rows())
		for i := range k.bits {
			k.bits[i], k.asked[i] = c.Bits(i), c.Missing(i) == survey.Present
		}
		return k
	case c.Kind == survey.KindMultiple:
		e.problem("variable %q has several answers; want one to tell domains apart", name)
		return nil
	}
	return e.values(c, k)
}

// values fills in the categories of a variable without options.
func (e *estimator) values(c *survey.Column, k *categories) *categories {
	known := map[string]int32{}
	numbers := map[float64]int32{} // that were met, so that they are written once
	var size []float64             // of each value, NaN of a text
	for i := range k.of {
		if c.Kind != survey.KindText {
			if n, met := numbers[c.Number(i)]; met {
				k.of[i] = n
				continue
			}
		}
		v := c.Answer(i)
		if c.Kind == survey.KindText {
			v = strings.TrimSpace(v)
		}
		if v == "" {
			k.of[i] = -1
			continue
		}
		n, met := known[v]
		if !met {
			n = int32(len(k.names))
			known[v] = n
			k.names = append(k.names, v)
			if c.Kind == survey.KindText {
				size = append(size, math.NaN())
			} else {
				size = append(size, c.Number(i))
				numbers[c.Number(i)] = n
			}
		}
		k.of[i] = n
		if len(k.names) > mostCategories {
			e.problem("variable %q has more than %d different values; want one with categories", c.Name, mostCategories)
			return nil
		}
	}
	order := make([]int, len(k.names))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(size[a], size[b]), strings.Compare(k.names[a], k.names[b]))
	})
	place, names := make([]int32, len(order)), make([]string, len(order))
	for to, from := range order {
		place[from], names[to] = int32(to), k.names[from]
	}
	k.names = names
	for i, v := range k.of {
		if v >= 0 {
			k.of[i] = place[v]
		}
	}
	return k
}

// question returns the question called name, where the study has an instrument
// that asks it.
func (e *estimator) question(name string) *survey.Question {
	if e.instrument == nil {
		return nil
	}
	return e.instrument.Question(name)
}

// by returns the domains and their names.
func (e *estimator) by() (estimates.Domains, []string) {
	switch {
	case len(e.spec.By) == 0:
		return estimates.Domains{}, []string{""}
	case len(e.spec.By) > 2:
		e.problem("by: got %d variables, want one or two", len(e.spec.By))
		return estimates.Domains{}, nil
	}
	first := e.categories(e.spec.By[0], false)
	if first == nil {
		return estimates.Domains{}, nil
	}
	if len(e.spec.By) == 1 {
		return estimates.Domains{Count: len(first.names), Of: first.of}, first.names
	}
	second := e.categories(e.spec.By[1], false)
	if second == nil {
		return estimates.Domains{}, nil
	}
	d := estimates.Domains{Count: len(first.names) * len(second.names), Of: make([]int32, len(first.of))}
	var names []string
	for _, a := range first.names {
		for _, b := range second.names {
			names = append(names, a+","+b)
		}
	}
	for i, a := range first.of {
		d.Of[i] = -1
		if b := second.of[i]; a >= 0 && b >= 0 {
			d.Of[i] = a*int32(len(second.names)) + b
		}
	}
	return d, names
}

// proportion estimates the share of each category, or of one, among the rows
// with an answer. Of numbers that are 0 and 1 it is the share of 1.
func (e *estimator) proportion(written string) {
	name, only, one := strings.Cut(written, "=")
	k := e.categories(name, true)
	if k == nil {
		return
	}
	if one && !slices.Contains(k.names, only) {
		e.problem("proportion: %s has no category %s%s", name, survey.Quote(only), survey.DidYouMean(only, k.names))
		return
	}
	binary := true
	for _, n := range k.names {
		binary = binary && (n == "0" || n == "1")
	}
	if binary && !one {
		only, one = "1", true
	}
	var shares [][]Estimated // by category, then domain
	for v, category := range k.names {
		if one && category != only {
			continue
		}
		shares = append(shares, e.share(name, category, k.indicator(v)))
	}
	if one && len(shares) == 0 && len(k.names) > 0 { // 0 everywhere
		shares = append(shares, e.share(name, only, k.indicator(-2)))
	}
	for g := range e.names {
		of := make([]Estimated, len(shares))
		for i := range shares {
			of[i] = shares[i][g]
		}
		e.protect(of)
		for _, v := range of {
			e.add(v)
		}
	}
}

// indicator is 1 where a row has category v, 0 where it has another and NaN
// where it has none.
func (k *categories) indicator(v int) []float64 {
	y := make([]float64, len(k.of))
	for i := range y {
		switch {
		case k.bits != nil && !k.asked[i], k.bits == nil && k.of[i] < 0:
			y[i] = math.NaN()
		case k.bits != nil && v >= 0 && k.bits[i]>>v&1 == 1, k.bits == nil && int(k.of[i]) == v:
			y[i] = 1
		}
	}
	return y
}

// share estimates the share of a category in each domain.
func (e *estimator) share(name, category string, y []float64) []Estimated {
	means := estimates.Means(e.s, y, e.domains)
	out := make([]Estimated, len(means))
	var logit []float64 // standard errors on that scale
	if e.method == estimates.Logit && e.s.Design.Replicates.Method != sample.NoReplicates {
		logit = estimates.LogitSE(e.s, y, e.domains)
	}
	var low, high []float64 // by likelihood, which needs the rows
	if e.method == estimates.Likelihood {
		low, high = e.intervals.Likelihoods(e.s, y, e.domains, means)
	}
	for g, v := range means {
		row := Estimated{Statistic: "proportion", Variable: name, Category: category, Domain: e.names[g], Estimate: v, Method: e.method}
		row.Value = min(max(row.Value, 0), 1)
		row.Low, row.High = math.NaN(), math.NaN()
		if !math.IsNaN(row.Value) && !math.IsNaN(row.SE) {
			se := row.SE
			if logit != nil {
				se = logit[g] * row.Value * (1 - row.Value)
			}
			row.Low, row.High, row.Note = e.intervals.Of(e.method, row.Value, se, row.N, row.DF)
			if low != nil && !math.IsNaN(row.Low) {
				row.Low, row.High = low[g], high[g]
			}
			switch {
			case row.DF < 1:
				row.Why = estimates.NoDegrees
			case math.IsNaN(row.Low):
				row.Why = estimates.NoVariation
			}
		}
		out[g] = row
	}
	return e.counted(out, y)
}

// counted marks categories with fewer rows than may be told of, but for none.
func (e *estimator) counted(rows []Estimated, y []float64) []Estimated {
	n := make([]int, len(rows))
	for i, w := range e.s.Weight {
		g := 0
		if e.domains.Of != nil {
			g = int(e.domains.Of[i])
		}
		if w > 0 && y[i] == 1 && g >= 0 {
			n[g]++
		}
	}
	for g := range rows {
		rest := rows[g].N - n[g]
		rows[g].Suppressed = n[g] > 0 && n[g] < e.out.Minimum || len(rows) > 0 && rest > 0 && rest < e.out.Minimum && rows[g].N >= e.out.Minimum
	}
	return rows
}

// protect removes the numbers of categories that were marked and, where one
// alone was, of the smallest other, which would give it back.
func (e *estimator) protect(of []Estimated) {
	hidden, least := 0, -1
	for i := range of {
		if of[i].Suppressed {
			hidden++
		} else if of[i].Value > 0 && (least < 0 || of[i].Value < of[least].Value) {
			least = i
		}
	}
	if hidden == 1 && least >= 0 {
		of[least].Suppressed = true
	}
	for i := range of {
		if of[i].Suppressed {
			of[i].hide()
		}
	}
}
