package draw

import (
	"fmt"

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
