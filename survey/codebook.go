package survey

import (
	"math/bits"
	"slices"
	"strconv"
)

// Codebook describes every variable of a dataset: what was asked, which
// answers there are and how many of each. It holds no single answer.
type Codebook struct {
	Unit    string
	Rows    int
	Entries []Entry // in the dataset's order
}

// Entry describes one variable.
type Entry struct {
	Variable
	// Counts says of each option, in order, how many chose it; nil where the
	// variable has no options.
	Counts []int
	// Present, NotAnswered, NotAsked and NotReturned are counts of rows and sum
	// to the rows of the dataset.
	Present, NotAnswered, NotAsked, NotReturned int
}

// Codebook returns the codebook of d's own columns; a roster's variables are
// described by the codebook of its cases, see [Dataset.Cases].
func (d *Dataset) Codebook() *Codebook {
	b := &Codebook{Unit: d.unit, Rows: d.rows}
	for _, c := range d.columns {
		b.Entries = append(b.Entries, c.entry())
	}
	return b
}

// entry counts c's answers.
func (c *Column) entry() Entry {
	e := Entry{Variable: c.Variable}
	if c.Kind == KindSingle || c.Kind == KindMultiple {
		e.Counts = make([]int, len(c.Options))
	}
	for i := range c.Rows() {
		switch c.Missing(i) {
		case NotAnswered:
			e.NotAnswered++
			continue
		case NotAsked:
			e.NotAsked++
			continue
		case NotReturned:
			e.NotReturned++
			continue
		}
		e.Present++
		switch c.Kind {
		case KindSingle:
			e.Counts[c.index[i]]++
		case KindMultiple:
			for b := c.bits[i]; b != 0; b &= b - 1 {
				e.Counts[bits.TrailingZeros64(b)]++
			}
		}
	}
	return e
}

// Cases returns the cases of a roster as [Dataset.Reshape] does, but of the
// respondent's variables only what identifies it: a table that is linked with
// the respondents' and repeats none of their answers. Respondents without an
// identity have that of [Dataset.Identified].
func (d *Dataset) Cases(roster string) (*Dataset, error) {
	n := *d.Identified()
	at := slices.IndexFunc(n.columns, func(c *Column) bool { return c.Role == RoleID })
	n.columns = n.columns[at : at+1]
	n.byName = map[string]int{n.columns[0].Name: 0}
	return n.Reshape(roster)
}

// Identified returns d where a variable identifies its rows, and otherwise d
// with a first variable, "row" or "row_2" and so on, that has their numbers
// from 1.
func (d *Dataset) Identified() *Dataset {
	if slices.ContainsFunc(d.columns, func(c *Column) bool { return c.Role == RoleID }) {
		return d
	}
	numbers := make([]float64, d.rows)
	for i := range numbers {
		numbers[i] = float64(i + 1)
	}
	v := Variable{Name: "row", Label: Text{"da": "Række", "en": "Row"}, Kind: KindInteger, Role: RoleID}
	for k := 2; d.Column(v.Name) != nil; k++ {
		v.Name = "row_" + strconv.Itoa(k)
	}
	n := *d
	n.columns = append([]*Column{NewNumber(v, numbers, nil)}, d.columns...)
	n.byName = make(map[string]int, len(n.columns))
	for i, c := range n.columns {
		n.byName[c.Name] = i
	}
	return &n
}
