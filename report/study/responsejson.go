package study

import (
	"fmt"
	"io"

	outcomes "stikprove/sample/response"
	"stikprove/survey"
)

// respondedJSON is the machine format; it is stable. Fields that do not apply
// are left out.
type respondedJSON struct {
	Mapping  []usedJSON      `json:"mapping,omitempty"`
	Groups   []groupRateJSON `json:"groups,omitempty"`
	Units    int             `json:"units,omitempty"`
	Answered int             `json:"answered,omitempty"`
	Rate     *float64        `json:"rate,omitempty"`
	Balance  []balanceJSON   `json:"balance,omitempty"`
	Model    []termJSON      `json:"model,omitempty"`
	R        *indicatorJSON  `json:"r_indicator,omitempty"`
	Effects  []effectJSON    `json:"effects,omitempty"`
	Classes  []string        `json:"classes,omitempty"`
	Notes    []string        `json:"notes,omitempty"`
}

type usedJSON struct {
	Code        string `json:"code"`
	Disposition string `json:"disposition"`
	Rows        int    `json:"rows"`
}

type groupRateJSON struct {
	Group  string              `json:"group,omitempty"`
	Counts map[string]int      `json:"counts"`
	Rates  map[string]*float64 `json:"rates"`
	E      *float64            `json:"e,omitempty"`
	Given  bool                `json:"e_given"`
}

type balanceJSON struct {
	Variable string      `json:"variable"`
	Test     string      `json:"test"` // pearson or welch
	Value    *float64    `json:"statistic,omitempty"`
	DF       *float64    `json:"df,omitempty"`
	P        *float64    `json:"p,omitempty"`
	Least    *float64    `json:"least_expected,omitempty"`
	Missing  int         `json:"missing,omitempty"`
	Levels   []levelJSON `json:"levels"`
}

type levelJSON struct {
	Category   string   `json:"category,omitempty"`
	Units      int      `json:"units"`
	Answered   int      `json:"answered"`
	Rate       *float64 `json:"rate,omitempty"`
	Frame      *float64 `json:"frame,omitempty"`
	Among      *float64 `json:"among_answered,omitempty"`
	Difference *float64 `json:"standardised_difference,omitempty"`
}

type termJSON struct {
	Term string   `json:"term"`
	Beta *float64 `json:"coefficient,omitempty"`
	SE   *float64 `json:"se,omitempty"`
}

type indicatorJSON struct {
	R        float64  `json:"r"`
	Adjusted float64  `json:"r_adjusted"`
	Mean     float64  `json:"mean_propensity"`
	S        float64  `json:"sd_propensity"`
	Bias     float64  `json:"bias_of_variance"`
	CV       *float64 `json:"cv"`
	CVBy     *float64 `json:"cv_adjusted"`
}

type effectJSON struct {
	Variable   string   `json:"variable"`
	N          int      `json:"n"`
	Before     *float64 `json:"before"`
	BeforeSE   *float64 `json:"before_se"`
	After      *float64 `json:"after"`
	AfterSE    *float64 `json:"after_se"`
	Difference *float64 `json:"difference"`
}

// JSON writes the rates or the answers against the frame.
func (r *Responded) JSON(w io.Writer) error {
	out := respondedJSON{}
	for _, u := range r.Used {
		out.Mapping = append(out.Mapping, usedJSON{u.Code, u.Is.String(), u.Rows})
	}
	for _, g := range r.Groups {
		j := groupRateJSON{Group: g.Group, Counts: map[string]int{}, Rates: map[string]*float64{}, E: existing(g.Rates.E), Given: r.Given}
		for d := range outcomes.Disposition(outcomes.Dispositions) {
			j.Counts[d.String()] = g.N[d]
		}
		for _, rate := range g.Rates.All() {
			j.Rates[rate.Name] = existing(rate.Value)
		}
		out.Groups = append(out.Groups, j)
	}
	if r.Frame != nil {
		r.Frame.json(&out)
	}
	return writeJSON(w, out)
}

func (f *FrameAnswered) json(out *respondedJSON) {
	out.Units, out.Answered, out.Rate, out.Classes, out.Notes = f.Units, f.Answered, existing(f.Rate), f.ClassNames, f.notes(responseWords["en"])
	for _, v := range f.Balances {
		j := balanceJSON{Variable: v.Variable, Test: "pearson", Value: existing(v.Statistic), DF: existing(v.DF), P: existing(v.P), Missing: v.Missing}
		if v.Number {
			j.Test = "welch"
		} else {
			j.Least = existing(v.Least)
		}
		for _, l := range v.Levels {
			j.Levels = append(j.Levels, levelJSON{l.Category, l.Asked, l.Answered, existing(l.Rate), existing(l.Frame), existing(l.Among), existing(l.Difference)})
		}
		out.Balance = append(out.Balance, j)
	}
	for _, c := range f.Model.Coefficients {
		out.Model = append(out.Model, termJSON{c.Name, existing(c.Value), existing(c.SE)})
	}
	out.R = &indicatorJSON{f.R.R, f.R.Adjusted, f.R.Mean, f.R.S, f.R.Bias, existing(f.R.CV), existing(f.R.CVBy)}
	for _, e := range f.Effects {
		out.Effects = append(out.Effects, effectJSON{e.Variable, e.Before.N, existing(e.Before.Value), existing(e.Before.SE), existing(e.After.Value), existing(e.After.SE), existing(e.Difference)})
	}
	if f.Silent.Name != "" {
		out.Notes = append(out.Notes, fmt.Sprintf(responseWords["en"]["silent"], survey.Quote(f.Silent.Name)))
	}
}
