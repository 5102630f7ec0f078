package draw

import (
	"fmt"

	"stikprove/survey"
)

// Draw draws a sample from f as s says. The error is [survey.Problems].
func Draw(f *Frame, s Spec) (*Result, error) {
	if err := s.check(f).Err(); err != nil {
		return nil, err
	}
	d := &drawer{Result: &Result{Spec: s, Frame: f}, generator: Generator{Seed: s.Seed}}
	members := f.members()
	n, changes, err := s.shares(f, members)
	if err != nil {
		return nil, err
	}
	d.Changes = changes
	for h := range members {
		if err := d.stratum(h, members[h], n[h]); err != nil {
			return nil, err
		}
	}
	if len(d.Drawn) == 0 {
		return nil, survey.Problems{{Variable: "n", Message: "nothing is drawn: every stratum's number is 0"}}
	}
	for i := range d.Drawn {
		d.Drawn[i].Order = i + 1
	}
	return d.Result, nil
}

// members returns the units, or PSUs where there are some, of each stratum in
// frame order.
func (f *Frame) members() [][]int {
	members := make([][]int, len(f.strata))
	if f.psus != nil {
		for k, p := range f.psus {
			members[p.stratum] = append(members[p.stratum], k)
		}
		return members
	}
	for i, u := range f.units {
		members[u.stratum] = append(members[u.stratum], i)
	}
	return members
}

// drawer makes a Result.
type drawer struct {
	*Result
	generator Generator
}

// stratum draws n of the members of stratum h.
func (d *drawer) stratum(h int, members []int, n int) error {
	f := d.Frame
	p := picker{generator: d.generator, purpose: OfUnit, stratum: f.strata[h]}
	for _, m := range members {
		if f.psus != nil {
			p.keys, p.sizes = append(p.keys, f.psus[m].name), append(p.sizes, f.psus[m].size)
		} else {
			p.keys, p.sizes = append(p.keys, f.units[m].id), append(p.sizes, f.units[m].size)
		}
	}
	if f.psus != nil {
		p.purpose = OfPSU
	}
	method := d.Spec.Method
	if n == len(members) {
		method = Simple // all of them
	}
	if err := p.pick(method, n); err != nil {
		return err
	}
	s := Stratum{Name: f.strata[h], N: n, Certain: p.certain, Start: p.start, Interval: p.interval, Trials: p.trials, Least: 1}
	if n == len(members) {
		p.inOrder()
	}
	if p.certain > 0 {
		d.Changes = append(d.Changes, Change{Kind: MadeCertain, Stratum: s.Name, Got: p.certain})
	}
	if n == 0 {
		d.Changes = append(d.Changes, Change{Kind: NothingDrawn, Stratum: s.Name})
	}
	for _, v := range p.probability {
		s.Sum += v
	}
	if f.psus == nil {
		s.Units = len(members)
		d.units(&s, members, p)
	} else {
		s.PSUs = len(members)
		d.clusters(&s, members, p)
	}
	if s.N == 0 {
		s.Least = 0
	}
	d.Strata = append(d.Strata, s)
	return nil
}

// units keeps the units drawn in one stage.
func (d *drawer) units(s *Stratum, members []int, p picker) {
	fpc := len(members)
	if d.Spec.Method.Unequal() {
		fpc = 0
	}
	for _, k := range p.drawn {
		pick := d.pick(members[k], s, p.probability[k])
		pick.FPC = fpc
		d.Drawn = append(d.Drawn, pick)
	}
	d.replace(s, "", p, func(k, order int) {
		pick := d.pick(members[k], nil, 0)
		pick.Order = order
		d.Replacements = append(d.Replacements, pick)
	})
}

// clusters draws within the PSUs drawn at the first stage.
func (d *drawer) clusters(s *Stratum, members []int, p picker) {
	for _, k := range members {
		s.Units += len(d.Frame.psus[k].units)
	}
	first, fpc := 1.0, len(members)
	if d.Spec.Of > 0 {
		first, fpc = float64(len(members))/float64(d.Spec.Of), d.Spec.Of
	}
	if d.Spec.Method.Unequal() {
		fpc = 0
	}
	for _, k := range p.drawn {
		d.within(s, d.Frame.psus[members[k]], first*p.probability[k], fpc)
	}
	if d.Spec.Take > 0 {
		return
	}
	d.replace(s, "", p, func(k, order int) {
		for _, i := range d.Frame.psus[members[k]].units {
			pick := d.pick(i, nil, 0)
			pick.Order = order
			d.Replacements = append(d.Replacements, pick)
		}
	})
}

// within draws the units of a PSU, all or as many as the spec takes.
func (d *drawer) within(s *Stratum, home psu, first float64, fpc int) {
	size := len(home.units)
	n := size
	if d.Spec.Take > 0 {
		n = min(size, d.Spec.Take)
	}
	p := picker{generator: d.generator, purpose: OfUnit}
	for _, i := range home.units {
		p.keys = append(p.keys, d.Frame.units[i].id)
	}
	p.simple(n)
	if n < d.Spec.Take {
		d.Changes = append(d.Changes, Change{Kind: TookAll, Stratum: s.Name, PSU: home.name, Wanted: float64(d.Spec.Take), Got: n})
	}
	if n == size {
		p.inOrder()
	}
	for _, k := range p.drawn {
		pick := d.pick(home.units[k], s, first*p.probability[k])
		pick.FPC, pick.FPC2 = fpc, size
		d.Drawn = append(d.Drawn, pick)
	}
	if d.Spec.Take == 0 {
		return
	}
	d.replace(s, home.name, p, func(k, order int) {
		pick := d.pick(home.units[k], nil, 0)
		pick.Order = order
		d.Replacements = append(d.Replacements, pick)
	})
}

// pick returns unit i as drawn with a probability, or as a replacement where s
// is nil.
func (d *drawer) pick(i int, s *Stratum, probability float64) Pick {
	u := d.Frame.units[i]
	p := Pick{ID: u.id, Row: u.row, Number: u.number, Stratum: d.Frame.strata[u.stratum], Probability: probability}
	if u.psu >= 0 {
		p.PSU = d.Frame.psus[u.psu].name
	}
	if s != nil {
		p.Weight = 1 / probability
		s.Taken++
		s.Least, s.Most = min(s.Least, probability), max(s.Most, probability)
	}
	return p
}

// replace calls add with each replacement of a stratum or PSU, counted from 1.
func (d *drawer) replace(s *Stratum, home string, p picker, add func(k, order int)) {
	wanted := d.Spec.Replacements
	if wanted == 0 || s.N == 0 {
		return
	}
	rest := p.rest()
	if len(rest) < wanted {
		d.Changes = append(d.Changes, Change{Kind: FewReplacements, Stratum: s.Name, PSU: home, Wanted: float64(wanted), Got: len(rest)})
	}
	for k, i := range rest[:min(wanted, len(rest))] {
		add(i, k+1)
	}
}

// tooLong is the problem of a draw that a computer does not finish.
func tooLong(format string, args ...any) error {
	return survey.Problems{{Variable: "method", Message: fmt.Sprintf(format, args...)}}
}
