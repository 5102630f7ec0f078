package sheet

import (
	"errors"
	"fmt"
	"strconv"

	"stikprove/survey"
)

// maxRepeated is the most cells that repeated ones may come to in a sheet. A
// file says with a few bytes that a cell is repeated a thousand million times.
const maxRepeated = 4_000_000

// tableReader reads one table of an .ods.
type tableReader struct {
	*markup
	emit     func(Row) error
	stopped  error // emit's
	problem  survey.Problem
	problems survey.Problems
	merged   []Range
	texts    interner
	row      int // the row being read
	cells    []Placed
	repeated int // cells that repetition has made
	text     []byte
	raw      []byte
}

// find passes to the table in place and reads it; then it reads the part to
// its end, so that whatever is wrong with it shows.
func (r *tableReader) find(place int) error {
	for n := 0; ; {
		e, err := r.next()
		switch {
		case err != nil || e == ended:
			return err
		case e != opened:
			continue
		case string(r.name) == "table":
			if n++; n-1 != place {
				err = r.skip()
			} else {
				err = r.table()
			}
		case string(r.name) == "tracked-changes", string(r.name) == "dde-links":
			err = r.skip()
		}
		if err != nil {
			return err
		}
	}
}

// table reads the rows of the table just opened. Rows stand in groups of
// headings and of outlines, any depth.
func (r *tableReader) table() error {
	for depth := r.depth(); r.depth() >= depth; {
		e, err := r.next()
		if err != nil {
			return err
		}
		if e != opened {
			continue
		}
		switch string(r.name) {
		case "table-row":
			err = r.readRow()
		case "table-row-group", "table-header-rows", "table-rows":
		default:
			err = r.skip()
		}
		if err != nil {
			return err
		}
	}
	r.row = 0
	return nil
}

// readRow reads the row just opened and passes it on, as often as it is
// repeated.
func (r *tableReader) readRow() error {
	times, err := r.times("number-rows-repeated")
	if err != nil {
		return err
	}
	visibility, err := r.local("visibility")
	if err != nil {
		return err
	}
	r.row++
	r.cells, r.raw = r.cells[:0], r.raw[:0]
	if err := r.readCells(); err != nil {
		return err
	}
	first := r.row
	r.row = min(first+times-1, MaxRows+1)
	if len(r.cells) == 0 {
		return nil
	}
	if r.row > MaxRows {
		return fmt.Errorf("it has more than %d rows", MaxRows)
	}
	if r.repeated += (times - 1) * len(r.cells); r.repeated > maxRepeated {
		return errRepeated
	}
	for n := first; n <= r.row && r.problems == nil; n++ {
		row := Row{Number: n, Hidden: visibility == "collapse" || visibility == "filter", Cells: r.cells}
		if times > 1 {
			row = kept(row) // the caller may do with its cells as it likes
		}
		if r.stopped = r.emit(row); r.stopped != nil {
			return r.stopped
		}
	}
	return nil
}

// errRepeated is said of a sheet that no person made.
var errRepeated = errors.New("its cells are repeated more than 4,000,000 times")

// readCells reads the cells of the row just opened.
func (r *tableReader) readCells() error {
	column := 0
	for depth := r.depth(); r.depth() >= depth; {
		e, err := r.next()
		if err != nil {
			return err
		}
		if e != opened {
			continue
		}
		if name := string(r.name); name != "table-cell" && name != "covered-table-cell" {
			if err := r.skip(); err != nil {
				return err
			}
			continue
		}
		times, err := r.times("number-columns-repeated")
		if err != nil {
			return err
		}
		p, err := r.readCell(column + 1)
		if err != nil {
			return err
		}
		if p.Type == Empty && !p.Formula {
			column = min(column+times, MaxColumns)
			continue
		}
		if column+times > MaxColumns {
			return fmt.Errorf("it has more than %d columns", MaxColumns)
		}
		if r.repeated += times - 1; r.repeated > maxRepeated {
			return errRepeated
		}
		for range times {
			column++
			p.Column = column
			r.cells = append(r.cells, p)
		}
	}
	return nil
}

// times reads how often a row or a cell is repeated. More than a sheet has
// rows is as good as that.
func (r *tableReader) times(name string) (int, error) {
	s, err := r.local(name)
	if err != nil || s == "" {
		return 1, err
	}
	n, err := strconv.ParseUint(s, 10, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) || n == 0 {
		return 0, fmt.Errorf("a cell is repeated %.20q times", s)
	}
	return int(min(n, MaxRows+1)), nil
}

// report adds a problem at a cell of the row being read.
func (r *tableReader) report(column int, message string) {
	row := r.row
	if len(r.problems) == maxProblems {
		message, row, column = "further cells that cannot be read are not listed", 0, 0
	}
	if len(r.problems) <= maxProblems {
		p := r.problem
		p.Row, p.Column, p.Message = row, column, message
		r.problems = append(r.problems, p)
	}
}
