package study

import (
	"maps"
	"math"
	"slices"

	"stikprove/sample/plan"
	outcomes "stikprove/sample/response"
)

// StatusPrecision is what further answers would have to bring.
type StatusPrecision struct {
	Margin, Proportion, Level float64
	Population                int     // respondents of the frame that are in the population
	Have                      int     // complete answers
	Now                       float64 // half the width of the interval with those; NaN where there are none
	Needed                    int     // complete answers in all
	Further                   int     // still to come
	Remind                    int     // respondents there are to remind
	Share                     float64 // of those that would have to answer; above 1 it cannot be reached
	Best                      float64 // half the width if all of them answered
}

// group counts the respondents by the variable asked for, all of them last.
func (st *Status) group() {
	var groups []string
	of := make([]int, len(st.Respondents))
	if st.by != "" {
		v := categoriesOf(st.frame.Column(st.by))
		groups = v.Categories
		for i := range of {
			of[i] = int(v.Of[i])
		}
		if slices.Contains(of, -1) {
			groups = append(groups, "–")
			for i, g := range of {
				if g < 0 {
					of[i] = len(groups) - 1
				}
			}
		}
	}
	st.Groups = make([]StatusGroup, len(groups)+1)
	for g, name := range groups {
		st.Groups[g].Group = name
	}
	count := func(g *StatusGroup, r StatusRespondent) {
		g.N[r.Disposition]++
		g.W[r.Disposition]++
		g.States[r.State]++
	}
	for i, r := range st.Respondents {
		if st.by != "" {
			count(&st.Groups[of[i]], r)
		}
		count(&st.Groups[len(groups)], r)
	}
	for g := range st.Groups {
		st.Groups[g].Rates = outcomes.RatesOf(st.Groups[g].W, math.NaN())
	}
}

// byDay counts the respondents of whom something came by day.
func (st *Status) byDay() {
	days := map[string]int{}
	for _, r := range st.Respondents {
		if r.Day != "" && r.State != StateNone {
			days[r.Day]++
		}
	}
	all := 0
	for _, day := range slices.Sorted(maps.Keys(days)) {
		all += days[day]
		st.Days = append(st.Days, StatusDay{Day: day, Answers: days[day], All: all})
	}
}

// precision says what further answers would have to bring, as if those who
// answer were drawn at random from the frame, each of whom could be: a census
// with nonresponse, with the correction for a finite population.
func (st *Status) precision(o StatusOptions) {
	p := &StatusPrecision{Margin: o.Margin, Proportion: o.Proportion, Level: st.study.config.Level}
	for _, r := range st.Respondents {
		if r.Disposition == outcomes.NotEligible {
			continue
		}
		p.Population++
		if r.State == StateComplete {
			p.Have++
		}
		if r.Remind {
			p.Remind++
		}
	}
	d := plan.Design{Population: p.Population}
	p.Needed = plan.Up(d.Proportion(p.Proportion, p.Margin, p.Level).Answers)
	p.Further = max(0, p.Needed-p.Have)
	p.Now = d.ProportionMargin(p.Proportion, float64(p.Have), p.Level)
	p.Best = d.ProportionMargin(p.Proportion, float64(p.Have+p.Remind), p.Level)
	p.Share = float64(p.Further) / float64(p.Remind)
	if p.Further == 0 {
		p.Share = 0
	}
	st.Precision = p
}
