package sample

import (
	"fmt"

	"stikprove/survey"
)

// Frame is the list that units are drawn from, or that a census asks: the ids
// of a dataset's rows, each once. The zero Frame is empty.
type Frame struct {
	id   string // variable that names the unit
	unit string // what a row of the list is
	ids  []string
	rows map[string]int // of each id, from 0
}

// NewFrame returns the frame whose units the variable called id names in ds.
// The error is [survey.Problems]: no such variable, rows without an id, ids
// that stand twice.
func NewFrame(ds *survey.Dataset, id string) (Frame, error) {
	c, err := idColumn(ds, id)
	if err != nil {
		return Frame{}, err
	}
	f := Frame{id: id, unit: ds.Unit(), rows: make(map[string]int, ds.Rows())}
	var problems survey.Problems
	for i := range ds.Rows() {
		v := value(c, i)
		p := ds.Cell(i, id)
		first, twice := f.rows[v]
		switch {
		case v == "":
			p.Message = "no value; every unit of the frame needs an id"
			problems = append(problems, p)
		case twice:
			p.Message = fmt.Sprintf("%s stands twice in the frame, first in row %d", quoted(c, i), ds.Cell(first, id).Row)
			problems = append(problems, p)
		default:
			f.rows[v] = i
			f.ids = append(f.ids, v)
		}
	}
	return f, problems.Err()
}

// idColumn returns the column that identifies ds's rows.
func idColumn(ds *survey.Dataset, id string) (*survey.Column, survey.Problems) {
	c := ds.Column(id)
	switch {
	case c == nil:
		return nil, survey.Problems{{Variable: "frame", Message: ds.NoVariable(id, ds.Unit())}}
	case c.Kind == survey.KindMultiple:
		return nil, survey.Problems{{Variable: "frame", Message: fmt.Sprintf("variable %q has several answers; want an id", id)}}
	}
	return c, nil
}

// Missing returns a problem for each unit that the variable called id names in
// ds and the frame does not have, with the cell it stands in first.
func (f Frame) Missing(ds *survey.Dataset, id string) survey.Problems {
	c, err := idColumn(ds, id)
	if err != nil {
		return err
	}
	var problems survey.Problems
	told := make(map[string]bool)
	for i := range ds.Rows() {
		v := value(c, i)
		if _, ok := f.rows[v]; ok || v == "" || told[v] {
			continue
		}
		told[v] = true
		p := ds.Cell(i, id)
		p.Message = fmt.Sprintf("got %s, want one of the %d units of the frame", quoted(c, i), len(f.ids))
		if !c.Sensitive() {
			p.Message += survey.DidYouMean(v, f.ids)
		}
		problems = append(problems, p)
	}
	return problems.Sorted()
}
