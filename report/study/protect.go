package study

import (
	"slices"

	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
	"stikprove/survey"
)

// checkDisclosure checks what the study says about what may be printed.
func (s *Study) checkDisclosure() {
	d := s.config.Disclosure
	wrong := func(key, format string, args ...any) { s.add(place{}, "disclosure."+key, format, args...) }
	if d.Width < 0 {
		wrong("width", "got %d, want a count from 1", d.Width)
	}
	if d.Round < 0 || d.Round == 1 {
		wrong("round", "got %d, want a count from 2", d.Round)
	}
	if !(d.PPercent >= 0 && d.PPercent < 1000) {
		wrong("p_percent", "got %v, want a percentage above 0", d.PPercent)
	}
	if d.Cost != "" && d.Cost != string(disclosure.Counts) && d.Cost != string(disclosure.Cells) {
		wrong("cost", "got %s, want counts or cells", survey.Quote(d.Cost))
	}
	if k := d.Dominance; k != nil {
		if k.N < 1 || k.N > crosstab.LargestKept {
			s.add(k.place, "disclosure.dominance.n", "got %d, want a number of parts from 1 to %d", k.N, crosstab.LargestKept)
		}
		if !(k.Percent > 0 && k.Percent < 100) {
			s.add(k.place, "disclosure.dominance.percent", "got %v, want a percentage between 0 and 100", k.Percent)
		}
	}
}

// protect removes from tables what must not be printed, but for tables of
// samples that are printed whole.
func (s *Study) protect(data *Data, tables []*crosstab.Table) []*crosstab.Table {
	var at []int
	var closed []*crosstab.Table
	for i, t := range tables {
		if sample := data.Samples[t.Sample]; sample == nil || !sample.Design.Open {
			at, closed = append(at, i), append(closed, t)
		}
	}
	out := slices.Clone(tables)
	for i, t := range disclosure.ProtectAll(closed, s.disclosureRules(data)) {
		out[at[i]] = t
	}
	return out
}

// disclosureRules are the study's rules, with how its variables hang together.
func (s *Study) disclosureRules(data *Data) disclosure.Rules {
	d := s.config.Disclosure
	rules := disclosure.Rules{
		Minimum: d.Minimum, Width: d.Width, PPercent: d.PPercent, Zeros: d.Zeros, Full: d.Full,
		Cost: disclosure.Cost(d.Cost), Round: d.Round, Derived: s.derivations(data),
	}
	if d.Dominance != nil {
		rules.Dominance = disclosure.Dominance{N: d.Dominance.N, Percent: d.Dominance.Percent}
	}
	return rules
}
