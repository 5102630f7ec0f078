package study

import (
	"fmt"
	"path/filepath"
	"strings"

	"stikprove/sample"
	"stikprove/sample/weight"
	"stikprove/survey"
)

// WeighOptions say what is written of adjusted weights.
type WeighOptions struct {
	To   string // file that ends in .csv; nothing is written where empty
	Name string // of the column with the weight; "weight" where empty, and replicate weights are NAME_1, NAME_2, …
}

// Weighed is adjusted weights of a data file, with how they came to be.
type Weighed struct {
	Steps         []weight.Result
	Before, After weight.Summary
	Rows          int // of the file
	Margins       []WeighedCount
	Replicates    int // columns of replicate weights; 0 for none
	Failed        int // replicates whose weights could not be adjusted, which are left out of variances and empty in the file
	Scale         float64
	RScale        []float64 // of each replicate
	MSE           bool
	Method        string // of the replicates
}

// WeighedCount is what one category or total came to.
type WeighedCount struct {
	Variable, Category    string // no category of a total
	N                     int    // rows with weight
	Wanted, Before, After float64
}

// WeighFile adjusts the weights of a data file with one heading row, and writes
// the file with the weights as a new column, and with those of replicates where
// the design asks for them.
func WeighFile(path string, o FileDesign, out WeighOptions, progress Progress) (*Weighed, error) {
	if out.Name == "" {
		out.Name = "weight"
	}
	s := newFileStudy(path, o, "")
	s.check()
	if problem := outOfPlace(path, out.To); problem != nil {
		return nil, problem
	}
	data, err := s.read(progress)
	if err != nil {
		return nil, err
	}
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	w, bound := s.weighings[rowsName], data.Samples[rowsName]
	if w == nil {
		return nil, survey.Problem{File: s.file, Message: "nothing is said to adjust weights by"}
	}
	r := &Weighed{Steps: w.steps, Before: weight.Summarise(w.before, nil), After: weight.Summarise(bound.Weight, w.before), Rows: bound.Rows()}
	for _, m := range w.margins {
		r.margin(m, w.before, bound.Weight)
	}
	for _, t := range w.totals {
		r.total(t, w.before, bound.Weight)
	}
	columns := []*survey.Column{weightColumn(out.Name, bound.Weight, nil)}
	if bound.Design.Replicates.Method != sample.NoReplicates {
		more, err := r.replicate(bound, out.Name)
		if err != nil {
			return nil, survey.Problem{File: s.file, Variable: "replicates", Message: err.Error()}
		}
		columns = append(columns, more...)
	}
	if out.To == "" {
		return r, nil
	}
	progress.say("writing")
	ds := bound.Data
	for _, c := range columns {
		if ds.Column(c.Name) != nil {
			return nil, survey.Problem{File: s.file, Variable: c.Name, Message: "the file has a column of this name; want another with --name"}
		}
	}
	ds, err = ds.With(columns...)
	if err != nil {
		return nil, err
	}
	t := newCleanTable(ds, CleanOptions{Texts: true})
	return r, writeCSV(out.To, ds.Rows()+1, func(i int) []any {
		if i == 0 {
			return t.headings()
		}
		return t.row(i - 1)
	})
}

// outOfPlace returns what is wrong with the file to write, or nil.
func outOfPlace(path, to string) error {
	a, err1 := filepath.Abs(path)
	b, err2 := filepath.Abs(to)
	switch {
	case to == "":
		return nil
	case strings.ToLower(filepath.Ext(to)) != ".csv":
		return survey.Problem{File: filepath.Base(to), Message: "want a name that ends in .csv"}
	case err1 == nil && err2 == nil && a == b:
		return survey.Problem{File: filepath.Base(to), Message: "this is the file that is read; want another name"}
	}
	return nil
}

func weightColumn(name string, values []float64, missing []survey.Missing) *survey.Column {
	return survey.NewNumber(survey.Variable{Name: name, Kind: survey.KindDecimal}, values, missing)
}

func (r *Weighed) margin(m weight.Margin, before, after []float64) {
	first := len(r.Margins)
	for g, name := range m.Categories {
		r.Margins = append(r.Margins, WeighedCount{Variable: m.Variable, Category: name, Wanted: m.Counts[g]})
	}
	for i, g := range m.Of {
		if g < 0 {
			continue
		}
		c := &r.Margins[first+int(g)]
		c.Before += before[i]
		c.After += after[i]
		if after[i] != 0 {
			c.N++
		}
	}
}

func (r *Weighed) total(t weight.Total, before, after []float64) {
	c := WeighedCount{Variable: t.Variable, Wanted: t.Total}
	for i, w := range after {
		x := 1.0
		if t.X != nil {
			x = t.X[i]
		}
		if before[i] != 0 {
			c.Before += before[i] * x
		}
		if w != 0 {
			c.After += w * x
			c.N++
		}
	}
	r.Margins = append(r.Margins, c)
}

// replicate returns the columns of replicate weights.
func (r *Weighed) replicate(bound *sample.Sample, name string) ([]*survey.Column, error) {
	replicates, err := bound.Replicates()
	if err != nil {
		return nil, err
	}
	r.Replicates, r.Scale, r.RScale, r.MSE = len(replicates.Factor), replicates.Scale, replicates.RScales, replicates.MSE
	r.Method = bound.Design.Replicates.Method.String()
	columns := make([]*survey.Column, r.Replicates)
	for i := range columns {
		var missing []survey.Missing
		w, err := replicates.Weight(i, nil)
		if err != nil {
			r.Failed++
			w, missing = make([]float64, bound.Rows()), make([]survey.Missing, bound.Rows())
			for row := range missing {
				missing[row] = survey.NotAnswered
			}
		}
		columns[i] = weightColumn(fmt.Sprintf("%s_%d", name, i+1), w, missing)
	}
	if r.Failed == r.Replicates {
		return nil, fmt.Errorf("none of the %d replicates could be adjusted as the sample was: a category is without respondents in each, or bounds leave no room", r.Replicates)
	}
	return columns, nil
}
