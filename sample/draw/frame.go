package draw

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
)

// Columns name the variables of a frame. All but what a draw needs may be left
// out.
type Columns struct {
	ID     string   // names the unit; its row in the file, as Excel counts, where empty
	Strata []string // together name the stratum
	PSU    string   // names the first-stage unit, within one stratum
	Size   string   // what probabilities are proportional to, above 0; the same for all units of a PSU
	SD     string   // the stratum's standard deviation, the same for all units of it
	SDOf   string   // a number whose standard deviation in the stratum is taken instead
	Count  string   // a row stands for so many units, numbered from 1
	Order  []string // the frame is put in the order of these, and otherwise of the file
}

// Frame is the list of units to draw from, in order. It is immutable.
type Frame struct {
	columns Columns
	units   []unit
	strata  []string  // by name
	sd      []float64 // of each stratum, NaN where nothing says it
	psus    []psu     // in frame order; nil where no variable names them
}

// unit is a unit of the frame.
type unit struct {
	id      string
	row     int // of the dataset
	number  int // within the row, from 1; 0 where the row is the unit
	stratum int
	psu     int // -1 where there are none
	size    float64
}

// psu is a first-stage unit.
type psu struct {
	name    string
	stratum int
	size    float64
	units   []int // in frame order
	row     int   // of its first unit
}

// maxUnits is above any frame that is a list, and low enough to be held.
const maxUnits = 5_000_000

// Units returns the number of units.
func (f *Frame) Units() int { return len(f.units) }

// PSUs returns the number of first-stage units, 0 where no variable names them.
func (f *Frame) PSUs() int { return len(f.psus) }

// NewFrame reads the frame of ds. The error is [survey.Problems], all of them:
// variables that are not there or not numbers, no units, units without an id or
// with another's, without a stratum, PSU or size, sizes of 0 and less, PSUs in
// two strata or of two sizes, strata of two standard deviations.
func NewFrame(ds *survey.Dataset, c Columns) (*Frame, error) {
	r := &frameReader{ds: ds, frame: &Frame{columns: c}}
	r.columns()
	if err := r.problems.Err(); err != nil {
		return nil, err
	}
	for row := range ds.Rows() {
		r.read(row)
	}
	if len(r.frame.units) == 0 && len(r.problems) == 0 {
		r.problems = append(r.problems, survey.Problem{File: ds.Origin().File, Sheet: ds.Origin().Sheet,
			Message: "the frame has no units to draw from"})
	}
	if err := r.problems.Err(); err != nil {
		return nil, err
	}
	r.sort()
	r.strata()
	r.psus()
	r.deviations()
	return r.frame, r.problems.Err()
}

// frameReader collects what is wrong with a frame.
type frameReader struct {
	ds                          *survey.Dataset
	frame                       *Frame
	problems                    survey.Problems
	id, psu, size, sd, of, many *survey.Column
	by, order                   []*survey.Column
	first                       map[string]int // row of each id
	names                       []string       // stratum of each unit
	homes                       []string       // PSU of each unit
}

func (r *frameReader) columns() {
	c := r.frame.columns
	r.first = make(map[string]int, r.ds.Rows())
	r.id, r.psu = r.column(c.ID, false), r.column(c.PSU, false)
	r.size, r.sd, r.of, r.many = r.column(c.Size, true), r.column(c.SD, true), r.column(c.SDOf, true), r.column(c.Count, true)
	for _, name := range c.Strata {
		r.by = append(r.by, r.column(name, false))
	}
	for _, name := range c.Order {
		r.order = append(r.order, r.column(name, false))
	}
}

// column returns the column called name, nil where name is empty or a problem
// is added.
func (r *frameReader) column(name string, number bool) *survey.Column {
	if name == "" {
		return nil
	}
	file := survey.Problem{File: r.ds.Origin().File, Sheet: r.ds.Origin().Sheet}
	c := r.ds.Column(name)
	switch {
	case c == nil:
		file.Message = r.ds.NoVariable(name, "the frame")
	case c.Kind == survey.KindMultiple:
		file.Message = fmt.Sprintf("variable %q has several answers, want one value", name)
	case number && c.Kind != survey.KindInteger && c.Kind != survey.KindDecimal && r.ds.Rows() > 0:
		file.Message = fmt.Sprintf("variable %q is %s, want a number", name, c.Kind)
	default:
		return c
	}
	r.problems = append(r.problems, file)
	return nil
}

// found adds a problem with row's value of c.
func (r *frameReader) found(row int, c *survey.Column, format string, args ...any) {
	p := r.ds.Cell(row, c.Name)
	p.Message = fmt.Sprintf(format, args...)
	r.problems = append(r.problems, p)
}

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

// sort puts the units in the order asked for: numbers by size, texts by code
// points, absent values last, ties as in the file.
func (r *frameReader) sort() {
	if len(r.order) == 0 {
		return
	}
	at := make([]int, len(r.frame.units))
	for i := range at {
		at[i] = i
	}
	units := r.frame.units
	slices.SortStableFunc(at, func(a, b int) int {
		for _, c := range r.order {
			if by := compare(c, units[a].row, units[b].row); by != 0 {
				return by
			}
		}
		return 0
	})
	sorted, names, homes := make([]unit, len(at)), make([]string, len(at)), make([]string, len(at))
	for i, k := range at {
		sorted[i], names[i], homes[i] = units[k], r.names[k], r.homes[k]
	}
	r.frame.units, r.names, r.homes = sorted, names, homes
}

func compare(c *survey.Column, a, b int) int {
	absent := func(i int) int {
		if c.Missing(i) != survey.Present {
			return 1
		}
		return 0
	}
	if by := absent(a) - absent(b); by != 0 || absent(a) == 1 {
		return by
	}
	switch c.Kind {
	case survey.KindInteger, survey.KindDecimal, survey.KindDate:
		return cmp.Compare(c.Number(a), c.Number(b))
	}
	return cmp.Compare(text(c, a), text(c, b))
}
