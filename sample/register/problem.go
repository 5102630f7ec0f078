package register

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stikprove/survey"
)

// Kind is a kind of problem with rows.
type Kind uint8

// The kinds of problem. Rows of the first seven are left out of every number;
// the others count, as their words say.
const (
	TooFewFields   Kind = iota // the row ends before the columns needed
	BadQuotes                  // a quote is opened and no field ends with one
	NoPerson                   // no id
	BadStart                   // no start, or no date
	BadEnd                     // an end that is no date
	FarDate                    // a date before 1950 or after 2078
	EndBeforeStart             // the end lies before the start
	NoEnd                      // no end, or 31 December 9999 or 2999: an open spell
	NoMunicipality             // no municipality where the file has them
	BadBirth                   // no birth date or year, or an age outside 0 to 126
	BadSex                     // a sex that is not known
	BadOrigin                  // an origin that is not known
	Twice                      // the same person, kind and period again
	Overlap                    // two periods of a person and kind overlap
	TwoPlaces                  // they overlap in two municipalities
	kindCount
)

// kindNames are the names of study.yaml, in the order of Kind.
var kindNames = [kindCount]string{
	"too_few_fields", "bad_quotes", "no_person", "bad_start", "bad_end", "far_date", "end_before_start",
	"no_end", "no_municipality", "bad_birth", "bad_sex", "bad_origin", "twice", "overlap", "two_municipalities",
}

// kindWords say what is wrong, and what becomes of it.
var kindWords = [kindCount]string{
	"rows with fewer fields than the columns that are read; left out",
	"rows with a quote that does not end; left out",
	"rows without a person; left out",
	"rows whose start is no date; left out",
	"rows whose end is no date; left out",
	"rows with a date before 1950 or after 2078; left out",
	"rows that end before they start; left out",
	"rows without an end",
	"rows without a municipality; they are in no municipality's numbers",
	"rows whose birth is no date or year; their age is not known",
	"rows whose sex is not known",
	"rows whose origin is not known",
	"rows that give a person's period a second time; each counts once",
	"rows that overlap another period of the person and kind",
	"rows that overlap another period of the person and kind in another municipality; the spell stands where it began",
}

// String returns the name of study.yaml.
func (k Kind) String() string { return kindNames[k] }

// KindNames lists the kinds of problem for messages.
func KindNames() []string { return slices.Clone(kindNames[:]) }

// KindNamed returns the kind called name.
func KindNamed(name string) (Kind, bool) {
	k := slices.Index(kindNames[:], name)
	return Kind(max(k, 0)), k >= 0
}

// firstRows is how many rows a problem names.
const firstRows = 3

// Problem is one kind of problem: how many rows have it and which are the
// first, as a spreadsheet or an editor numbers lines. It holds nothing of what
// the rows say.
type Problem struct {
	Kind Kind
	N    int
	Rows []int // at most three, rising; empty where rows are not known
	// Under is set where a database does not say how many: from 1 to below it.
	Under int
}

// Said returns the problem as a line about file.
func (p Problem) Said(file string) survey.Problem {
	words := fmt.Sprintf("%d %s", p.N, kindWords[p.Kind])
	switch {
	case p.Under > 0:
		words = fmt.Sprintf("fewer than %d %s", p.Under, kindWords[p.Kind])
	case p.N == 1:
		words = "1 of the " + kindWords[p.Kind]
	}
	if len(p.Rows) > 0 {
		rows := make([]string, len(p.Rows))
		for i, r := range p.Rows {
			rows[i] = fmt.Sprint(r)
		}
		label := "rows "
		if len(rows) == 1 {
			label = "row "
		}
		words += " (" + label + strings.Join(rows, ", ")
		if p.N > len(p.Rows) {
			words += ", ..."
		}
		words += ")"
	}
	return survey.Problem{File: file, Variable: p.Kind.String(), Message: words}
}

// place is a row while blocks are read in no order.
type place struct{ block, line int }

// faults counts problems. It serves one goroutine; add joins them.
type faults struct {
	n     [kindCount]int
	first [kindCount][]place // the firstRows first by place
}

// at counts a problem of a row.
func (f *faults) at(k Kind, p place) {
	f.n[k]++
	// A goroutine meets its blocks in rising order.
	if len(f.first[k]) < firstRows {
		f.first[k] = append(f.first[k], p)
	}
}

// add joins another's problems to f's.
func (f *faults) add(other *faults) {
	for k := range f.n {
		f.n[k] += other.n[k]
		f.first[k] = append(f.first[k], other.first[k]...)
		slices.SortFunc(f.first[k], func(a, b place) int { return cmp.Or(cmp.Compare(a.block, b.block), cmp.Compare(a.line, b.line)) })
		f.first[k] = f.first[k][:min(len(f.first[k]), firstRows)]
	}
}

// problems returns what was counted. before holds the lines before each block.
func (f *faults) problems(before []int) []Problem {
	var out []Problem
	for k, n := range f.n {
		if n == 0 {
			continue
		}
		p := Problem{Kind: Kind(k), N: n}
		for _, at := range f.first[k] {
			p.Rows = append(p.Rows, before[at.block]+at.line)
		}
		out = append(out, p)
	}
	return out
}
