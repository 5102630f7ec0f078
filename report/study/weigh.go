package study

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"stikprove/sample"
	"stikprove/sample/weight"
	"stikprove/survey"
)

// calibration says how the weights of a design are adjusted to what is known of
// the population. What is done comes in this order: classes, cells, margins,
// trim.
//
//	calibrate:
//	  answered: returned            # rows with a value answered; or returned=yes
//	  classes: [region, size]       # the silent's weights go to those who answered, within these
//	  cells: cells.csv              # post-stratification: a column for each variable, and count
//	  margins: margins.csv          # columns variable, category, count; a total has no category
//	  register: {sex: {table: person-sex}}  # margins of the study's register, see [fromRegister]
//	  method: rake                  # of the margins: rake, linear, raking or logit
//	  bounds: [0.5, 2]              # of new weights by old, for linear, raking and logit
//	  variance: recipients          # of linear: the residual's variance is in proportion to this variable
//	  trim: [0.3, 3]                # least and largest weight
type calibration struct {
	place
	Answered   string               `yaml:"answered"`
	Classes    []string             `yaml:"classes"`
	Cells      string               `yaml:"cells"`
	Margins    string               `yaml:"margins"`
	Register   map[string]heldTable `yaml:"register"` // margins of the register's tables, by the sample's variable
	Method     string               `yaml:"method"`
	Bounds     []float64            `yaml:"bounds"`
	Variance   string               `yaml:"variance"`
	Trim       []float64            `yaml:"trim"`
	TrimOnce   bool                 `yaml:"trim_once"`  // what is shared out is not trimmed again
	Iterations int                  `yaml:"iterations"` // most of them; see [weight.Rake] and [weight.Calibrate]

	// From the command line: more files, each FILE or VARIABLE=FILE.
	moreCells, moreMargins []string
}

// check returns the key of the first value that no calibration can have, and
// what is wrong with it.
func (c *calibration) check() (key string, err error) {
	margins := c.Margins != "" || len(c.moreMargins) > 0 || len(c.Register) > 0
	pair := func(v []float64) bool { return len(v) == 0 || len(v) == 2 && v[0] < v[1] }
	switch c.Method {
	case "", "rake", "linear", "raking", "logit":
	default:
		return "calibrate", fmt.Errorf("%q: want rake, linear, raking or logit", c.Method)
	}
	switch {
	case !pair(c.Bounds):
		return "bounds", fmt.Errorf("want two numbers, the lower first")
	case !pair(c.Trim) || len(c.Trim) == 2 && c.Trim[0] < 0:
		return "trim", fmt.Errorf("want two weights from 0, the lower first")
	case len(c.Bounds) > 0 && !(c.Bounds[0] < 1 && c.Bounds[1] > 1):
		return "bounds", fmt.Errorf("got %v and %v, want one below 1 and one above: they are of new weights by old", c.Bounds[0], c.Bounds[1])
	case len(c.Bounds) > 0 && (c.Method == "" || c.Method == "rake"):
		return "bounds", fmt.Errorf("raking by iteration has none; want linear, raking or logit calibration")
	case c.Method == "logit" && len(c.Bounds) == 0:
		return "bounds", fmt.Errorf("logit calibration needs them, such as 0.5,2")
	case c.Method != "" && !margins:
		return "margins", fmt.Errorf("%s needs margins or totals to meet", c.Method)
	case c.Variance != "" && c.Method != "linear":
		return "variance", fmt.Errorf("it is of linear calibration")
	case (len(c.Classes) > 0) != (c.Answered != ""):
		return "classes", fmt.Errorf("nonresponse classes need both: the variable that says who answered, and those that make the classes")
	case c.Iterations < 0:
		return "iterations", fmt.Errorf("got %d, want a number of iterations", c.Iterations)
	}
	return "", nil
}

// empty reports whether nothing is asked.
func (c *calibration) empty() bool {
	return c.Cells == "" && c.Margins == "" && len(c.moreCells)+len(c.moreMargins)+len(c.Classes)+len(c.Trim)+len(c.Register) == 0
}

// weighing is what became of the weights of a sample.
type weighing struct {
	before  []float64
	after   *sample.Sample
	steps   []weight.Result
	margins []weight.Margin
	totals  []weight.Total
}

// weighed returns bound with its weights adjusted as its design says, or nil
// where that has problems, which are kept.
func (s *Study) weighed(name string, bound *sample.Sample) (*sample.Sample, error) {
	c := s.config.Designs[name].Calibrate
	if c == nil || c.empty() {
		return bound, nil
	}
	if bound.Design.Census {
		s.add(c.place, "designs."+name+".calibrate", "a census has no weights to adjust; each unit stands for itself")
		return nil, nil
	}
	r := &reweighter{study: s, c: c, bound: bound, path: "designs." + name + ".calibrate"}
	if name == rowsName && s.where != "" || c.place.Line == 0 {
		r.path = "weights"
	}
	before := len(s.problems)
	adjustments, err := r.adjustments()
	if err != nil || len(s.problems) > before {
		return nil, err
	}
	adjusted, steps, err := weight.Apply(bound, adjustments...)
	if err != nil {
		s.add(c.place, r.path, "%v", err)
		return nil, nil
	}
	if s.weighings == nil {
		s.weighings = map[string]*weighing{}
	}
	s.weighings[name] = &weighing{before: bound.Weight, after: adjusted, steps: steps, margins: r.margins, totals: r.totals}
	return adjusted, nil
}

// reweighter makes the adjustments that a design asks for.
type reweighter struct {
	study   *Study
	c       *calibration
	bound   *sample.Sample
	path    string
	weight  []float64 // rows with weight need categories
	margins []weight.Margin
	totals  []weight.Total
}

func (r *reweighter) problem(format string, args ...any) {
	r.study.add(r.c.place, r.path, format, args...)
}

func (r *reweighter) adjustments() ([]weight.Adjustment, error) {
	var all []weight.Adjustment
	r.weight = r.bound.Weight
	if len(r.c.Classes) > 0 {
		if classes := r.classes(); classes != nil {
			all = append(all, *classes)
		}
	}
	for _, file := range append(named(r.c.Cells), r.c.moreCells...) {
		margins, totals, err := r.read(file, true)
		if err != nil {
			return nil, err
		}
		if len(totals) > 0 {
			r.problem("%s: a total cannot be post-stratified to; want calibration", totals[0].Variable)
		}
		for _, m := range margins {
			all = append(all, weight.PostStratify{Margin: m})
			r.margins = append(r.margins, m)
		}
	}
	var margins []weight.Margin
	var totals []weight.Total
	for _, file := range append(named(r.c.Margins), r.c.moreMargins...) {
		m, t, err := r.read(file, false)
		if err != nil {
			return nil, err
		}
		margins, totals = append(margins, m...), append(totals, t...)
	}
	margins = append(margins, r.fromRegister()...)
	r.margins, r.totals = append(r.margins, margins...), totals
	if len(margins)+len(totals) > 0 {
		if a := r.calibrated(margins, totals); a != nil {
			all = append(all, a)
		}
	}
	if len(r.c.Trim) == 2 {
		all = append(all, weight.Trim{Low: r.c.Trim[0], High: r.c.Trim[1], Once: r.c.TrimOnce})
	}
	return all, nil
}

// named returns a list of file, empty where it is.
func named(file string) []string {
	if file == "" {
		return nil
	}
	return []string{file}
}

// calibrated returns the adjustment to margins and totals.
func (r *reweighter) calibrated(margins []weight.Margin, totals []weight.Total) weight.Adjustment {
	if r.c.Method == "" || r.c.Method == "rake" {
		if len(totals) > 0 {
			r.problem("%s has a total and no category: raking needs categories; want linear, raking or logit calibration", totals[0].Variable)
		}
		return weight.Rake{Margins: margins, Iterations: r.c.Iterations}
	}
	a := weight.Calibrate{Margins: margins, Iterations: r.c.Iterations}
	a.Metric, _ = weight.ParseMetric(r.c.Method) // checked before
	for _, t := range totals {
		if t.X == nil {
			a.Units = t.Total
			continue
		}
		a.Totals = append(a.Totals, t)
	}
	if len(margins) > 0 && a.Units > 0 {
		r.problem("the number of units stands in the margins; want it there alone")
	}
	if len(r.c.Bounds) == 2 {
		a.Low, a.High = r.c.Bounds[0], r.c.Bounds[1]
	}
	if r.c.Variance != "" {
		if a.Variance = r.number(r.c.Variance); a.Variance == nil {
			return nil
		}
	}
	return a
}

// number returns the numbers of a variable, or nil where it has none.
func (r *reweighter) number(name string) []float64 {
	ds := r.bound.Data
	c := ds.Column(name)
	switch {
	case c == nil:
		r.problem("%s", ds.NoVariable(name, ds.Unit()))
		return nil
	case c.Sensitive():
		r.problem("variable %q is sensitive; weights would tell of it", name)
		return nil
	case c.Kind != survey.KindInteger && c.Kind != survey.KindDecimal:
		r.problem("variable %q is %s; want a number", name, c.Kind)
		return nil
	}
	x := make([]float64, c.Rows())
	for i := range x {
		x[i] = c.Number(i)
		if r.weight[i] != 0 && math.IsNaN(x[i]) {
			p := ds.Cell(i, name)
			p.Message = "no value; every row with weight needs one"
			r.study.problems = append(r.study.problems, p)
			return nil
		}
	}
	return x
}

// classes returns the nonresponse classes, and leaves weights to those who
// answered.
func (r *reweighter) classes() *weight.Classes {
	ds := r.bound.Data
	name, codes, coded := strings.Cut(r.c.Answered, "=")
	c := ds.Column(name)
	if c == nil {
		r.problem("%s", ds.NoVariable(name, ds.Unit()))
		return nil
	}
	classes := &weight.Classes{Variable: strings.Join(r.c.Classes, ","), Of: make([]int32, ds.Rows()), Answered: make([]bool, ds.Rows())}
	after := slices.Clone(r.weight)
	for i := range classes.Answered {
		answer := strings.TrimSpace(c.Answer(i))
		classes.Answered[i] = answer != "" && (!coded || slices.Contains(strings.Split(codes, ","), answer))
		if !classes.Answered[i] {
			after[i] = 0
		}
	}
	var columns []*survey.Column
	for _, v := range r.c.Classes {
		column := ds.Column(v)
		switch {
		case column == nil:
			r.problem("%s", ds.NoVariable(v, ds.Unit()))
			return nil
		case column.Sensitive() || column.Kind == survey.KindMultiple || column.Kind == survey.KindDecimal:
			r.problem("variable %q makes no classes; want one with categories that are not sensitive", v)
			return nil
		}
		columns = append(columns, column)
	}
	known := map[string]int32{}
	for i := range classes.Of {
		values := make([]string, len(columns))
		for k, column := range columns {
			if values[k] = strings.TrimSpace(column.Answer(i)); values[k] == "" && r.weight[i] != 0 {
				p := ds.Cell(i, column.Name)
				p.Message = "no value; every row with weight needs one to be in a class"
				r.study.problems = append(r.study.problems, p)
				return nil
			}
		}
		label := strings.Join(values, ", ")
		g, met := known[label]
		if !met {
			g = int32(len(classes.Names))
			known[label] = g
			classes.Names = append(classes.Names, label)
		}
		classes.Of[i] = g
	}
	r.weight = after
	return classes
}

// read reads the margins and totals of a file, FILE or VARIABLE=FILE. Crossed
// says that the columns of a file without the column variable are crossed.
func (r *reweighter) read(written string, crossed bool) ([]weight.Margin, []weight.Total, error) {
	only, file, some := strings.Cut(written, "=")
	if !some {
		only, file = "", written
	}
	s := r.study
	table, err := s.dataset("margins", source{File: file})
	if err := s.keep(file, err); err != nil || table == nil {
		return nil, nil, err
	}
	s.inputs.record(file)
	t := marginTable{r: r, file: file, table: table, only: only}
	return t.read(crossed)
}

// relative returns a file named on the command line as one named beside the
// data.
func relative(dir, written string) string {
	name, file, some := strings.Cut(written, "=")
	if !some {
		name, file = "", written
	} else {
		name += "="
	}
	if filepath.IsAbs(file) {
		return written
	}
	from, err1 := filepath.Abs(dir)
	to, err2 := filepath.Abs(file)
	if between, err := filepath.Rel(from, to); err1 == nil && err2 == nil && err == nil {
		file = between
	}
	return name + file
}

// numberPair reads LO,HI. Either may be left out.
func numberPair(written string) ([]float64, error) {
	if written == "" {
		return nil, nil
	}
	low, high, two := strings.Cut(written, ",")
	out := []float64{0, math.Inf(1)}
	for k, part := range []string{low, high} {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		x, err := strconv.ParseFloat(part, 64)
		if err != nil || math.IsNaN(x) {
			return nil, fmt.Errorf("%q: want LO,HI", written)
		}
		out[k] = x
	}
	if !two {
		return nil, fmt.Errorf("%q: want LO,HI", written)
	}
	return out, nil
}
