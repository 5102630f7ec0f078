package register

import (
	"math"
	"slices"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// group is a row of a table of one column: how many are in it.
type group struct {
	id    string
	label survey.Text
	n     int
	rare  bool // left out where nobody is in it
}

// net is a row that takes others together.
type net struct {
	id    string
	label survey.Text
	of    []string
}

// table returns a table of one column: the groups of a variable, which part the
// base, the nets and the base.
func (c *Counts) table(id string, title, variable, unit survey.Text, groups []group, nets ...net) *crosstab.Table {
	t := &crosstab.Table{ID: id, Title: title, RowVariable: variable, Sample: "register", Percent: crosstab.OfColumn}
	base := 0
	for _, g := range groups {
		base += g.n
	}
	base, told := c.held.baseOf(id, base)
	add := func(row crosstab.Row, n int, held bool) {
		t.Rows = append(t.Rows, row)
		cell := count(n, base)
		if held {
			cell = crosstab.Cell{Suppressed: crosstab.Primary}
		}
		t.Cells = append(t.Cells, []crosstab.Cell{cell})
	}
	hides := func(group string) bool { return !told || c.held.hides(id, group) }
	for _, g := range groups {
		if !g.rare || g.n > 0 || c.held.hides(id, g.id) {
			add(crosstab.Row{ID: g.id, Label: g.label, Kind: crosstab.Category}, g.n, hides(g.id))
		}
	}
	for _, s := range nets {
		n, rest, held, restHeld := 0, 0, false, false
		for _, g := range groups {
			if slices.Contains(s.of, g.id) {
				n, held = n+g.n, held || hides(g.id)
			} else {
				rest, restHeld = rest+g.n, restHeld || hides(g.id)
			}
		}
		if held && !restHeld { // what is hidden is all in the net, which the rest tells
			n, held = base-rest, false
		}
		add(crosstab.Row{ID: s.id, Label: s.label, Kind: crosstab.Net, Of: s.of}, n, held)
	}
	add(crosstab.Row{ID: crosstab.TotalID, Kind: crosstab.Total}, base, !told)
	t.Columns = []crosstab.Column{{ID: crosstab.AllID, Kind: crosstab.All, N: base, Weighted: float64(base)}}
	t.Base = c.base(base, unit)
	return t
}

// base returns the base of a table. A register is a census.
func (c *Counts) base(n int, unit survey.Text) crosstab.Base {
	return crosstab.Base{N: n, Weighted: float64(n), Unit: unit, Census: true, Answered: n, Sampled: n, Source: c.source()}
}

// source returns the tables' source line.
func (c *Counts) source() survey.Text {
	if len(c.Label) > 0 {
		return c.Label
	}
	return text("Registret over forløb, "+c.File, "The register of spells, "+c.File)
}

// count returns a cell of n of base, without a sampling error.
func count(n, base int) crosstab.Cell {
	p := math.NaN()
	if base > 0 {
		p = float64(n) / float64(base)
	}
	return crosstab.Cell{N: n, Weighted: float64(n), Base: base, P: p, SE: math.NaN(), Low: math.NaN(), High: math.NaN()}
}

// note adds the study's words below a table.
func note(t *crosstab.Table, words survey.Text) {
	t.Notes = append(t.Notes, crosstab.Note{Kind: crosstab.NoteText, Text: words})
}
