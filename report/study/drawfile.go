package study

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"stikprove/sample/draw"
	"stikprove/sample/plan"
	"stikprove/survey"
)

// DrawOptions say how to draw a sample from a frame.
type DrawOptions struct {
	Sheet    string // of a workbook; the first, or the study's own, where empty
	Where    string // which rows are in the frame, as [survey.ParseRule] reads it; names may stand without ${}
	Columns  draw.Columns
	Spec     draw.Spec
	MaskCPR  bool   // of a file: mask CPR numbers and go on
	Password string // of an encrypted workbook
}

// Name sets the method and the rule of allocation by their names. The error
// says which are known.
func (o *DrawOptions) Name(method, allocation string) (err error) {
	if o.Spec.Method, err = draw.MethodOf(method); err != nil {
		return fmt.Errorf("--method: %w", err)
	}
	if o.Spec.Allocation, err = plan.RuleOf(allocation); err != nil {
		return fmt.Errorf("--allocation: %w", err)
	}
	return nil
}

// Drawing is a drawn sample with its frame: what the command prints, logs and
// writes.
type Drawing struct {
	result  *draw.Result
	data    *survey.Dataset // the rows of the frame
	options DrawOptions
	file    entry // the frame's
	rows    int   // of the file, before Where
	notes   []string
}

// DrawFile draws a sample from a data file with one heading row. What is wrong
// with the input is [survey.Problems]; CPR numbers are, unless they are masked.
func DrawFile(path string, o DrawOptions) (*Drawing, error) {
	r, err := ReadFile([]string{path}, FileOptions{Sheet: o.Sheet, Unit: "units", MaskCPR: o.MaskCPR, Password: o.Password})
	if err != nil {
		return nil, err
	}
	file := filepath.Base(path)
	if r.Form {
		r.Problems = append(r.Problems, survey.Problem{File: file, Message: "this is an instrument, want a list of units"})
	}
	if err := r.Problems.Err(); err != nil {
		return nil, err
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	d := &Drawing{data: r.Units[0], options: o, file: newEntry(file, content), notes: r.Notes}
	d.options.Sheet = cmp.Or(o.Sheet, r.Sheet)
	return d, d.draw()
}

// Draw draws a sample from the study's frame. The frame's own id identifies
// the units where o names no other, and privacy is as the study says.
func (s *Study) Draw(o DrawOptions) (*Drawing, error) {
	s = s.afresh()
	f := s.config.Frame
	if f == nil {
		s.add(place{}, "frame", "the study has no frame to draw from; name its file in study.yaml, or draw from the file itself")
		return nil, s.problems.Err()
	}
	from := source{File: f.File, Sheet: cmp.Or(o.Sheet, f.Sheet)}
	if o.Sheet == "" || o.Sheet == f.Sheet {
		o.Columns.ID = cmp.Or(o.Columns.ID, f.ID)
	}
	data, err := s.dataset("units", from)
	if err := s.keep(f.File, err); err != nil {
		return nil, err
	}
	if data != nil {
		data = s.private(data)
	}
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	content, err := os.ReadFile(s.inputs.path(f.File))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, s.inputs.notThere(f.File)
	}
	if err != nil {
		return nil, err
	}
	o.Sheet = from.Sheet
	d := &Drawing{data: data, options: o, file: newEntry(filepath.ToSlash(f.File), content)}
	return d, d.draw()
}

// draw draws from the rows of the frame.
func (d *Drawing) draw() error {
	d.rows = d.data.Rows()
	if err := d.restrict(); err != nil {
		return err
	}
	frame, err := draw.NewFrame(d.data, d.options.Columns)
	if err != nil {
		return err
	}
	d.result, err = draw.Draw(frame, d.options.Spec)
	return err
}

// restrict keeps the rows that Where is true of.
func (d *Drawing) restrict() error {
	if d.options.Where == "" {
		return nil
	}
	say := func(err error) error { return survey.Problem{Variable: "--where", Message: err.Error()} }
	rule, err := parseWhere(d.options.Where, d.data)
	if err != nil {
		return say(err)
	}
	check := survey.EditRule{ID: "where", Rule: rule}
	if err := check.Check(d.data); err != nil {
		return say(err)
	}
	columns := map[string]*survey.Column{}
	for _, name := range rule.Questions() {
		columns[name] = d.data.Column(name)
	}
	var keep []int
	for row := range d.data.Rows() {
		if rule.Holds(func(name string) string { return columns[name].Answer(row) }) {
			keep = append(keep, row)
		}
	}
	d.data = d.data.Picked(keep)
	return nil
}
