package study

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"strings"

	"stikprove/sample"
	outcomes "stikprove/sample/response"
	"stikprove/sample/weight"
	"stikprove/survey"
)

// against holds the answers against the frame.
func (a *answers) against(out *Responded) error {
	ds, err := a.frameFile()
	if err != nil {
		return err
	}
	answered, rows := a.match(ds)
	if answered == nil {
		return nil
	}
	f := &FrameAnswered{Units: ds.Rows()}
	out.Frame = f
	weights := a.weights(ds)
	if weights == nil {
		return nil
	}
	yes, sum := 0.0, 0.0
	for i, w := range weights {
		sum += w
		if answered[i] {
			f.Answered++
			yes += w
		}
	}
	f.Rate = yes / sum
	var variables []outcomes.Variable
	categories := true
	for _, name := range a.o.By {
		c := a.column(ds, name, false)
		if c == nil {
			continue
		}
		v := variableOf(c)
		if len(v.Categories) > ds.Rows()/2 && v.Of != nil {
			a.problem("variable %q has %d values in %d units; want one with categories, or a number", name, len(v.Categories), ds.Rows())
			continue
		}
		categories = categories && v.Of != nil
		variables = append(variables, v)
		f.Balances = append(f.Balances, outcomes.Compare(v, answered, weights))
	}
	if len(a.study.problems) > 0 {
		return nil
	}
	f.Model, err = outcomes.Propensities(variables, answered, weights)
	if err != nil {
		a.problem("%v", err)
		return nil
	}
	f.R = f.Model.Indicator(weights)
	var classes weight.Classes
	if categories && a.o.Classes == 0 {
		classes = outcomes.Cells(variables, answered)
	} else {
		classes = f.Model.ByPropensity(cmp.Or(a.o.Classes, 5), answered)
	}
	f.Classes, f.ClassNames = classes.Variable, classes.Names
	a.effects(f, ds, rows, classes)
	return nil
}

// match says which units of the frame answered, and in which row of the answers,
// −1 where none. It is nil where ids do not fit.
func (a *answers) match(ds *survey.Dataset) ([]bool, []int) {
	frame, err := sample.NewFrame(ds, a.o.ID)
	if err != nil {
		a.study.problems.Add(a.o.Frame, err)
		return nil, nil
	}
	if problems := frame.Missing(a.data, a.o.ID); len(problems) > 0 {
		a.study.problems.Add(a.study.file, problems)
		return nil, nil
	}
	id, own := a.column(a.data, a.o.ID, true), a.column(ds, a.o.ID, true)
	if id == nil || own == nil {
		return nil, nil
	}
	key := func(c *survey.Column, i int) string { return strings.Join(strings.Fields(c.Answer(i)), " ") }
	at := map[string]int{}
	for i := range a.data.Rows() {
		k := key(id, i)
		first, twice := at[k]
		switch {
		case k == "":
			p := a.data.Cell(i, a.o.ID)
			p.Message = "no value; every answer needs the id of its unit"
			a.study.problems = append(a.study.problems, p)
		case twice:
			p := a.data.Cell(i, a.o.ID)
			p.Message = fmt.Sprintf("the unit has answered before, in row %d; want one answer for each", a.data.Cell(first, a.o.ID).Row)
			a.study.problems = append(a.study.problems, p)
		default:
			at[k] = i
		}
	}
	if len(a.study.problems) > 0 {
		return nil, nil
	}
	answered, rows := make([]bool, ds.Rows()), make([]int, ds.Rows())
	for i := range answered {
		row, ok := at[key(own, i)]
		if answered[i], rows[i] = ok, row; !ok {
			rows[i] = -1
		}
	}
	return answered, rows
}

// effects estimates what weighting classes do to means.
func (a *answers) effects(f *FrameAnswered, ds *survey.Dataset, rows []int, classes weight.Classes) {
	bound, err := sample.Bind(ds, sample.Design{Name: ds.Unit(), Weights: a.o.Weights})
	if err != nil {
		a.study.problems.Add(a.o.Frame, err)
		return
	}
	if _, err := classes.Adjust(bound.Weight); errors.As(err, &f.Silent) {
		return
	} else if err != nil {
		a.problem("%v", err)
		return
	}
	for _, name := range a.o.Effect {
		c := a.column(a.data, name, false)
		if c == nil {
			continue
		}
		if c.Kind != survey.KindInteger && c.Kind != survey.KindDecimal {
			a.problem("variable %q is %s; want a number", name, c.Kind)
			continue
		}
		y := make([]float64, len(rows))
		for i, row := range rows {
			y[i] = math.NaN()
			if row >= 0 {
				y[i] = c.Number(row)
			}
		}
		change, err := outcomes.Effect(bound, y, classes)
		if err != nil {
			a.problem("%s: %v", name, err)
			continue
		}
		if change.Before.N < 3 {
			a.problem("%s: %d answered it; no mean is told of fewer than 3", name, change.Before.N)
			continue
		}
		f.Effects = append(f.Effects, NamedChange{name, change})
	}
}
