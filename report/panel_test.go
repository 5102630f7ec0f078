package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A table that is too wide stands in parts that end with the columns of a
// heading where they can; a single column is a part however wide.
func TestPanels(t *testing.T) {
	table := &Table{Spans: []Span{{"Size", 2}, {"Region", 2}, {"", 1}}, Rows: []Line{
		{Label: "Kind", Heading: true},
		{Label: "physical", Cells: []Printed{{Text: "1"}, {Text: "2"}, {Text: "3"}, {Text: "4"}, {Text: "5"}}},
	}}
	for _, h := range []string{"a", "b", "c", "d", "e"} {
		table.Heads = append(table.Heads, Head{Text: h})
	}
	parts := func(room int) (out []string) {
		for _, p := range table.Panels(func(t *Table) bool { return len(t.Heads) <= room }) {
			s := ""
			for _, over := range p.Spans {
				s += over.Text + " "
			}
			for k, c := range p.Rows[1].Cells {
				s += p.Heads[k].Text + c.Text
			}
			assert.True(t, p.Rows[0].Heading)
			out = append(out, s)
		}
		return out
	}
	assert.Equal(t, []string{"Size Region  a1b2c3d4e5"}, parts(5))
	assert.Equal(t, []string{"Size a1b2", "Region  c3d4e5"}, parts(3), "not a, b, c and d, e")
	assert.Equal(t, []string{"Size a1", "Size b2", "Region c3", "Region d4", " e5"}, parts(0))
}
