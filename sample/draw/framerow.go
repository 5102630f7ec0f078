package draw

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"

	"stikprove/survey"
)

// read adds the unit, or units, of a row.
func (r *frameReader) read(row int) {
	u := unit{row: row, psu: -1, size: 1}
	u.id = strconv.Itoa(cmp.Or(r.ds.Cell(row, "").Row, row+1))
	if r.id != nil {
		u.id = text(r.id, row)
		first, twice := r.first[u.id]
		switch {
		case u.id == "":
			r.found(row, r.id, "no value; every unit of the frame needs an id")
		case twice:
			r.found(row, r.id, "%s stands twice in the frame, first in row %d", shown(r.id, row), r.ds.Cell(first, r.id.Name).Row)
		default:
			r.first[u.id] = row
		}
	}
	var names []string
	for _, c := range r.by {
		names = append(names, r.named(c, row, "a stratum"))
	}
	home := ""
	if r.psu != nil {
		home = r.named(r.psu, row, "a first-stage unit")
	}
	if r.size != nil {
		u.size = r.above(r.size, row, "size")
	}
	copies := 1
	if r.many != nil {
		copies = r.count(row)
	}
	if len(r.frame.units)+copies > maxUnits {
		if len(r.frame.units) <= maxUnits {
			r.problems = append(r.problems, survey.Problem{File: r.ds.Origin().File, Message: fmt.Sprintf("more than %d units, the most a frame may have", maxUnits)})
		}
		return
	}
	for k := range copies {
		v := u
		if r.many != nil {
			v.number = k + 1
			v.id = u.id + " " + strconv.Itoa(k+1)
		}
		r.frame.units = append(r.frame.units, v)
		r.names, r.homes = append(r.names, strings.Join(names, " / ")), append(r.homes, home)
	}
}

// named returns row's value of c, which must be there.
func (r *frameReader) named(c *survey.Column, row int, what string) string {
	v := text(c, row)
	if v == "" {
		r.found(row, c, "no value; every unit of the frame needs %s", what)
	}
	return v
}

// above returns row's value of c, which must be above 0.
func (r *frameReader) above(c *survey.Column, row int, what string) float64 {
	v := c.Number(row)
	switch {
	case math.IsNaN(v):
		r.found(row, c, "no %s; a draw in proportion to size needs one of every unit", what)
	case !(v > 0) || v > maxSize:
		r.found(row, c, "got %s, want a %s above 0: a unit without size can never be drawn", number(v), what)
	}
	return v
}

// maxSize keeps sums of sizes finite and exact enough.
const maxSize = 1e15

// count returns how many units a row stands for.
func (r *frameReader) count(row int) int {
	v := r.many.Number(row)
	if math.IsNaN(v) {
		r.found(row, r.many, "no number; every row needs the number of its units")
		return 0
	}
	if v < 0 || v != math.Trunc(v) || v > maxUnits {
		r.found(row, r.many, "got %s, want a whole number of units from 0 to %d", number(v), maxUnits)
		return 0
	}
	return int(v)
}

// text returns row i's value as it identifies something: with the options'
// codes, and blanks however they were typed.
func text(c *survey.Column, i int) string {
	if k := -1; c.Kind == survey.KindSingle {
		if k = c.Index(i); k >= 0 {
			return cmp.Or(c.Options[k].Code, c.Options[k].Name)
		}
		return ""
	}
	return strings.Join(strings.Fields(c.Answer(i)), " ")
}

// shown returns row i's value in quotes, or that it may not be shown.
func shown(c *survey.Column, i int) string {
	if c.Sensitive() {
		return "the unit (" + c.Name + " withheld)"
	}
	return survey.Quote(text(c, i))
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
