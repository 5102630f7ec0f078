package study

import "stikprove/sample/plan"

// proportions plans a comparison of a proportion in two groups.
func (p *Planned) proportions(o PlanOptions) {
	deff := p.effect(o)
	c := plan.TwoProportions{P1: o.Values[0], P2: o.Values[1], Level: o.Level}
	p.in("first", c.P1)
	p.in("second", c.P2)
	p.source = "normal approximation, as power.prop.test of R; Kish (1965) for the design effect"
	p.formula = "√n = (z_α·√(2p̄(1−p̄)) + z_β·√(p₁(1−p₁)+p₂(1−p₂)))/|p₁−p₂| in each group, times deff"
	p.compared(o, deff, c.Size, c.Power)
}

// means plans a comparison of a mean in two groups.
func (p *Planned) means(o PlanOptions) {
	deff := p.effect(o)
	c := plan.TwoMeans{Delta: o.Values[0] - o.Values[1], SD: o.SD, Level: o.Level}
	p.in("first", o.Values[0])
	p.in("second", o.Values[1])
	p.in("sd", o.SD)
	p.source = "noncentral t, as power.t.test of R; Kish (1965) for the design effect"
	p.formula = "power = P(t′ > t_α) with 2(n−1) degrees of freedom and noncentrality √(n/2)·|Δ|/sd in each group; n times deff"
	p.compared(o, deff, c.Size, c.Power)
}

// compared keeps the size of each group, or the power of a given one.
func (p *Planned) compared(o PlanOptions, deff float64, size, power func(float64) float64) {
	p.common(o)
	if o.N > 0 {
		p.in("n", o.N)
		answers := o.design(deff).Answers(o.N)
		p.out("answers", answers)
		p.out("deff", orOne(deff))
		p.out("power", power(answers/orOne(deff)))
		return
	}
	p.in("power", o.Power)
	simple := size(o.Power)
	p.out("simple", simple)
	p.out("deff", orOne(deff))
	p.sizes(o, o.design(deff).Drawn(plan.Size{Simple: simple, Answers: simple * orOne(deff)}))
	p.note("answers and draw are for each of the two groups")
}

// waves plans a comparison of a proportion between two waves.
func (p *Planned) waves(o PlanOptions) {
	deff := p.effect(o)
	w := plan.Waves{P1: o.Values[0], P2: o.Values[1], Deff1: deff, Deff2: deff, Ratio: o.Ratio, Overlap: o.Overlap, Correlation: o.Correlation, Level: o.Level}
	p.in("first", w.P1)
	p.in("second", w.P2)
	p.in("overlap", o.Overlap)
	p.in("correlation", o.Correlation)
	p.in("ratio", orOne(o.Ratio))
	p.common(o)
	p.source = "Kish (1965), 12.4; Valliant, Dever and Kreuter (2013), 4.3, as nDep2sam of R PracTools"
	p.formula = "n₁ = (z_α+z_β)²·[D·p₁q₁ + D·p₂q₂/r − 2gρ·D·√(p₁q₁p₂q₂)/r]/(p₁−p₂)², n₂ = r·n₁"
	if o.N > 0 {
		p.in("n", o.N)
		n := o.design(deff).Answers(o.N)
		p.out("answers", n)
		p.out("deff", orOne(deff))
		p.out("se", w.SE(n))
		p.out("power", w.Power(n))
		p.in("power", o.Power)
		p.out("smallest", w.Smallest(n, o.Power))
		p.note("smallest is the difference from the first wave that is found with power %s", short(o.Power))
		return
	}
	p.in("power", o.Power)
	n := w.Size(o.Power)
	p.out("deff", orOne(deff))
	p.sizes(o, o.design(deff).Drawn(plan.Size{Answers: n}))
	p.out("second_answers", float64(plan.Up(n*orOne(o.Ratio))))
	p.note("answers and draw are of the first wave")
}
