package sample

import (
	"fmt"
	"strconv"

	"stikprove/survey"
)

// Bind joins d to ds: every row gets its weight, PSU and stratum, and its unit
// and stratum of the second stage where d has one. Where d names no PSU each
// row is its own; where it names no strata there is one. [Design] says what
// weights a row gets.
//
// The error is [survey.Problems], all of them at once: variables that ds does
// not have, rows without a unit, stratum, weight or population size, weights
// below 0, PSUs that stand in two strata, PSUs with more rows than d says were
// drawn, more rows than d says were eligible, population sizes that differ
// within a stratum or are below what was drawn, sampling fractions outside
// (0, 1]. A weight of 0 is allowed and keeps the row out of every estimate; all
// weights 0 are not.
func Bind(ds *survey.Dataset, d Design) (*Sample, error) {
	b := binder{ds: ds, design: d}
	s := &Sample{Design: d, Data: ds, made: new(madeReplicates)}
	s.Stratum, s.strata = b.groups("strata", d.Strata, "a stratum")
	s.Strata = len(s.strata)
	if s.Stratum == nil {
		s.Stratum, s.Strata = make([]int32, ds.Rows()), 1
	}
	s.PSU, s.units = b.groups("psu", d.PSU, "a first-stage unit")
	s.PSUs = len(s.units)
	if s.PSU == nil {
		s.PSU, s.PSUs = rowNumbers(ds.Rows()), ds.Rows()
	}
	if d.Nest && s.PSU != nil {
		s.PSU, s.PSUs = within(s.Stratum, s.PSU)
	}
	b.second(s)
	s.Weight = b.weights()
	b.nested(s)
	b.drawn(s)
	if d.Eligible > 0 && d.Eligible < ds.Rows() && d.PSU == "" {
		b.stated("eligible says %d, but sample %s has %d rows", d.Eligible, d.Name, ds.Rows())
	}
	if len(b.problems) == 0 {
		s.arrange()
		b.sizes(s)
	}
	if d.derived() && len(b.problems) == 0 {
		s.deriveWeights()
	}
	if d.Replicates.Method == Given && len(b.problems) == 0 {
		b.given(s)
	}
	if err := b.problems.Err(); err != nil {
		return nil, err
	}
	return s, nil
}

// rowNumbers returns 0 to n-1.
func rowNumbers(n int) []int32 {
	rows := make([]int32, n)
	for i := range rows {
		rows[i] = int32(i)
	}
	return rows
}

// binder collects what is wrong with a dataset for a design.
type binder struct {
	ds       *survey.Dataset
	design   Design
	problems survey.Problems
}

// stated adds a problem with what the study states about the design.
func (b *binder) stated(format string, args ...any) {
	b.problems = append(b.problems, survey.Problem{
		Variable: "designs." + b.design.Name, Message: fmt.Sprintf(format, args...)})
}

// found adds a problem with row's value of the variable called name.
func (b *binder) found(row int, name, format string, args ...any) {
	p := b.ds.Cell(row, name)
	p.Message = fmt.Sprintf(format, args...)
	b.problems = append(b.problems, p)
}

// column returns the column called name, or adds a problem and returns nil.
func (b *binder) column(name string) *survey.Column {
	c := b.ds.Column(name)
	if c == nil {
		b.stated("%s", b.ds.NoVariable(name, "sample "+b.design.Name))
	}
	return c
}

// weights returns the weight of each row.
func (b *binder) weights() []float64 {
	weight := make([]float64, b.ds.Rows())
	name := b.design.Weights
	if name == "" {
		for i := range weight {
			weight[i] = 1
		}
		return weight
	}
	c := b.column(name)
	if c == nil {
		return weight
	}
	numbers, ok := Numbers(c)
	if !ok {
		b.notNumbers(c, "weights", "a number")
		return weight
	}
	total := 0.0
	for i := range weight {
		w := numbers[i]
		switch {
		case w != w:
			b.found(i, name, "no weight; every row of sample %s needs one", b.design.Name)
		case w < 0:
			b.found(i, name, "got %s, want a weight of at least 0", strconv.FormatFloat(w, 'g', -1, 64))
		case w > maxWeight:
			b.found(i, name, "got %s, want a weight of at most %g", strconv.FormatFloat(w, 'g', -1, 64), maxWeight)
		default:
			weight[i] = w
			total += w
		}
	}
	if total == 0 && len(b.problems) == 0 && len(weight) > 0 {
		b.stated("weights: every row's %q is 0", name)
	}
	return weight
}

// notNumbers adds a problem with a column that is not one of numbers: the cell
// that keeps it from being one, where one does. What stands there may be
// anything and is not repeated.
func (b *binder) notNumbers(c *survey.Column, key, want string) {
	if row := Word(c); row >= 0 {
		b.found(row, c.Name, "got text (withheld), want %s", want)
		return
	}
	b.stated("%s: variable %q is %s; want %s", key, c.Name, c.Kind, want)
}

// maxWeight is above any number of units a row can stand for, and low enough
// that sums and squares of weights stay finite.
const maxWeight = 1e15

// nested adds a problem for each row whose PSU stood in another stratum before.
func (b *binder) nested(s *Sample) {
	if b.design.PSU == "" || b.design.Strata == "" || b.design.Nest || len(b.problems) > 0 {
		return
	}
	home := make([]int32, s.PSUs)
	for k := range home {
		home[k] = -1
	}
	psu := b.ds.Column(b.design.PSU)
	for i, k := range s.PSU {
		h := s.Stratum[i]
		if home[k] < 0 {
			home[k] = h
		}
		if home[k] != h {
			b.found(i, b.design.Strata, "%s is in stratum %s here and in stratum %s before; a first-stage unit is in one, unless nest says that its name is the stratum's own",
				quoted(psu, i), s.StratumName(h), s.StratumName(home[k]))
		}
	}
}

// drawn adds a problem for each row beyond those that were drawn in its PSU.
func (b *binder) drawn(s *Sample) {
	if b.design.PSU == "" || b.design.Draw <= 0 || len(b.problems) > 0 {
		return
	}
	rows := make([]int, s.PSUs)
	psu := b.ds.Column(b.design.PSU)
	for i, k := range s.PSU {
		if rows[k]++; rows[k] > b.design.Draw {
			b.found(i, b.design.PSU, "%s has %d rows so far, and the study says that %d were drawn in each first-stage unit",
				quoted(psu, i), rows[k], b.design.Draw)
		}
	}
}

// quoted returns row i's value of c in quotes, or the variable's name where the
// value may not be shown.
func quoted(c *survey.Column, i int) string {
	if c.Sensitive() {
		return "the unit (" + c.Name + " withheld)"
	}
	return strconv.Quote(value(c, i))
}
