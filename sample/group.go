package sample

import (
	"strings"

	"stikprove/survey"
)

// groups numbers the values of the variable called name from 0 in the order
// they are met, and returns the number of each row and the values. It returns
// nil where name is empty or something is wrong.
func (b *binder) groups(key, name, what string) ([]int32, []string) {
	if name == "" {
		return nil, nil
	}
	c := b.column(name)
	if c == nil {
		return nil, nil
	}
	if c.Kind == survey.KindMultiple || c.Kind == survey.KindDecimal {
		b.stated("%s: variable %q is %s; want text, a whole number, a day or a single answer", key, name, c.Kind)
		return nil, nil
	}
	g := grouping{byText: make(map[string]int32), known: make(map[string]int32), byNumber: make(map[float64]int32)}
	group := make([]int32, c.Rows())
	for i := range group {
		n := g.number(c, i)
		if n < 0 {
			b.found(i, name, "no value; every row of sample %s needs %s", b.design.Name, what)
			continue
		}
		group[i] = n
	}
	return group, g.values
}

// grouping numbers values. Numbers and texts that stand as they did before are
// known without writing them out again.
type grouping struct {
	values   []string
	byText   map[string]int32 // of values
	known    map[string]int32 // of texts as they stand
	byNumber map[float64]int32
}

// number returns the number of row i's value of c, or -1 where it has none.
func (g *grouping) number(c *survey.Column, i int) int32 {
	switch c.Kind {
	case survey.KindText:
		s := c.Text(i)
		n, met := g.known[s]
		if !met {
			n = g.enter(value(c, i))
			g.known[s] = n
		}
		return n
	case survey.KindInteger, survey.KindDate, survey.KindDecimal:
		x := c.Number(i)
		n, met := g.byNumber[x]
		if !met {
			n = g.enter(value(c, i))
			g.byNumber[x] = n
		}
		return n
	}
	return g.enter(value(c, i))
}

// enter returns the number of a value, -1 where it is empty.
func (g *grouping) enter(v string) int32 {
	if v == "" {
		return -1
	}
	n, met := g.byText[v]
	if !met {
		n = int32(len(g.values))
		g.byText[v] = n
		g.values = append(g.values, v)
	}
	return n
}

// value returns row i's value of c as text, however it is spaced, or "" where
// it is absent or blank.
func value(c *survey.Column, i int) string {
	if c.Kind == survey.KindText {
		return strings.Join(strings.Fields(c.Text(i)), " ")
	}
	return c.Answer(i)
}

// within numbers the pairs of a group and one inside it, from 0 in the order
// they are met, and returns the number of each row and of pairs.
func within(outer, inner []int32) ([]int32, int) {
	numbers := make(map[uint64]int32)
	pairs := make([]int32, len(outer))
	for i := range outer {
		key := uint64(outer[i])<<32 | uint64(uint32(inner[i]))
		n, met := numbers[key]
		if !met {
			n = int32(len(numbers))
			numbers[key] = n
		}
		pairs[i] = n
	}
	return pairs, len(numbers)
}
