package study

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	estimates "stikprove/sample/estimate"
	"stikprove/survey"
)

// models are the ways to use what is known of the whole frame.
var models = []string{"ratio", "separate", "regression", "poststratified"}

// auxiliary is a total of the frame: of the variable called name, of a group of
// it, or the number of units of a group.
type auxiliary struct {
	name, group string
	total       float64
}

// checkAuxiliary returns what is wrong with the words for totals from a part of
// the frame. Auxiliary totals are written X=TOTAL for ratio and regression,
// where count=N is the number of units, X@GROUP=TOTAL for separate, and
// GROUP=UNITS for poststratified.
func (spec EstimateSpec) checkAuxiliary() error {
	if spec.Model == "" {
		if len(spec.Auxiliary)+len(spec.Silent) > 0 || spec.Groups != "" {
			return fmt.Errorf("--auxiliary, --groups and --silent want a --model, one of %s", strings.Join(models, ", "))
		}
		return nil
	}
	grouped := spec.Model == "separate" || spec.Model == "poststratified"
	switch {
	case !slices.Contains(models, spec.Model):
		return fmt.Errorf("--model %s: want one of %s", spec.Model, strings.Join(models, ", "))
	case len(spec.Totals) == 0:
		return fmt.Errorf("--model %s is for totals; want --total", spec.Model)
	case len(spec.By) > 0:
		return fmt.Errorf("--model %s gives a total of the whole frame; it goes with no --by", spec.Model)
	case grouped != (spec.Groups != ""):
		return fmt.Errorf("--groups goes with --model separate and poststratified, which want it")
	case len(spec.Auxiliary) == 0:
		return fmt.Errorf("--model %s wants --auxiliary, the totals of the whole frame", spec.Model)
	case spec.Model == "ratio" && len(spec.Auxiliary) > 1:
		return fmt.Errorf("--model ratio wants one auxiliary total; regression takes several")
	case len(spec.Silent) > 0 && spec.Model != "ratio":
		return fmt.Errorf("--silent goes with --model ratio")
	}
	for _, k := range spec.Silent {
		if v, err := strconv.ParseFloat(k, 64); err != nil || !(v >= 0) || math.IsInf(v, 0) {
			return fmt.Errorf("--silent %s: want numbers from 0", k)
		}
	}
	_, err := spec.auxiliaries()
	return err
}

// auxiliaries reads the auxiliary totals.
func (spec EstimateSpec) auxiliaries() ([]auxiliary, error) {
	var all []auxiliary
	for _, written := range spec.Auxiliary {
		at := strings.LastIndex(written, "=")
		if at < 0 {
			return nil, fmt.Errorf("--auxiliary %s: want NAME=TOTAL", written)
		}
		total, err := strconv.ParseFloat(written[at+1:], 64)
		if err != nil || math.IsNaN(total) || math.IsInf(total, 0) {
			return nil, fmt.Errorf("--auxiliary %s: want a number after =", written)
		}
		a := auxiliary{name: written[:at], total: total}
		switch spec.Model {
		case "separate":
			var two bool
			if a.name, a.group, two = strings.Cut(a.name, "@"); !two {
				return nil, fmt.Errorf("--auxiliary %s: want X@GROUP=TOTAL", written)
			}
			if len(all) > 0 && all[0].name != a.name {
				return nil, fmt.Errorf("--auxiliary %s: want the totals of one variable", written)
			}
		case "poststratified":
			a.name, a.group = "", a.name
		}
		all = append(all, a)
	}
	return all, nil
}

// assisted estimates the total of the variable called name over the whole frame.
func (e *estimator) assisted(name string) {
	y := e.number(name)
	known, err := e.spec.auxiliaries()
	if y == nil || err != nil {
		return // the error was said when the spec was checked
	}
	var v estimates.Estimate
	switch e.spec.Model {
	case "ratio":
		x := e.number(known[0].name)
		if x == nil {
			return
		}
		v = estimates.RatioTotal(e.s, y, x, known[0].total)
		defer e.silent(name, y, x, known[0].total)
	case "regression":
		v, err = e.regression(y, known)
		if err != nil {
			e.problem("total %s by regression: %v", name, err)
			return
		}
	default:
		groups, totals := e.groups(known)
		if totals == nil {
			return
		}
		if e.spec.Model == "poststratified" {
			v = estimates.PostStratifiedTotal(e.s, y, groups, totals)
		} else if x := e.number(known[0].name); x != nil {
			v = estimates.SeparateRatioTotal(e.s, y, x, groups, totals)
		} else {
			return
		}
	}
	e.add(Estimated{Statistic: "total", Variable: name, Category: e.spec.Model, Estimate: v.T(e.out.Level)})
}

func (e *estimator) regression(y []float64, known []auxiliary) (estimates.Estimate, error) {
	var x [][]float64
	var totals []float64
	for _, a := range known {
		column := make([]float64, len(y))
		if a.name == "count" && e.s.Data.Column("count") == nil {
			for i := range column {
				column[i] = 1
			}
		} else if column = e.number(a.name); column == nil {
			return estimates.Estimate{}, fmt.Errorf("want numbers")
		}
		x, totals = append(x, column), append(totals, a.total)
	}
	return estimates.RegressionTotal(e.s, y, x, totals)
}

// groups returns the groups and the total of each; nil where they are not those
// of the sample.
func (e *estimator) groups(known []auxiliary) (estimates.Domains, []float64) {
	k := e.categories(e.spec.Groups, false)
	if k == nil {
		return estimates.Domains{}, nil
	}
	totals := make([]float64, len(k.names))
	given := make([]bool, len(k.names))
	for _, a := range known {
		at := slices.Index(k.names, a.group)
		if at < 0 {
			e.problem("auxiliary: group %s has a total and no row of the sample%s", survey.Quote(a.group), survey.DidYouMean(a.group, k.names))
			return estimates.Domains{}, nil
		}
		totals[at], given[at] = a.total, true
	}
	for at, is := range given {
		if !is {
			e.problem("auxiliary: group %s of the sample has no total", survey.Quote(k.names[at]))
			return estimates.Domains{}, nil
		}
	}
	return estimates.Domains{Count: len(k.names), Of: k.of}, totals
}

// silent adds the totals under other ratios among those who did not answer.
func (e *estimator) silent(name string, y, x []float64, total float64) {
	var ks []float64
	for _, written := range e.spec.Silent {
		k, _ := strconv.ParseFloat(written, 64) // checked with the spec
		ks = append(ks, k)
	}
	nan := math.NaN()
	for _, s := range estimates.Sensitivity(e.s, y, x, total, ks) {
		v := estimates.Mean(e.s, y)
		e.add(Estimated{Statistic: "total", Variable: name, Category: fmt.Sprintf("ratio %v among the silent", s.K), guessed: true, times: s.K,
			Estimate: estimates.Estimate{Value: s.Total, N: v.N, SE: nan, Low: nan, High: nan, Deff: nan, DeffReplace: nan, Effective: nan}})
	}
}
