package study

import (
	"slices"

	"stikprove/report"
	"stikprove/sample"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// designsOf tells how the samples of tables were drawn, in the tables' order. Where
// counts are rounded, that of strata is not told.
func (s *Study) designsOf(data *Data, tables []*crosstab.Table) []report.Drawn {
	var all []report.Drawn
	var met []string
	for _, t := range tables {
		bound := data.Samples[t.Sample]
		if bound == nil || slices.Contains(met, t.Sample) {
			continue
		}
		met = append(met, t.Sample)
		design := bound.Design
		d := report.Drawn{Sample: t.Sample, Census: design.Census, Clusters: design.PSU != "",
			TwoStages: design.PSU != "" && (design.Second != "" || design.SecondFPC != ""), Draw: design.Draw, Stratified: design.Strata != "",
			Unequal: design.PPS.Method != sample.NoPPS, FPC: design.FPC != "", SecondFPC: design.SecondFPC != "",
			Adjusted: s.adjusted(t.Sample, bound), Lonely: design.Lonely.String()}
		switch {
		case design.Weights != "":
			d.Weights = report.GivenWeights
		case design.Weighted():
			d.Weights = report.MadeWeights
		}
		if design.Replicates.Method != sample.NoReplicates {
			d.Replicates = design.Replicates.Method.String()
		}
		if s.printed(t.Sample, 1) == 1 {
			d.Strata = bound.Strata
		}
		all = append(all, d)
	}
	return all
}

// adjusted tells how the weights of a sample were adjusted.
func (s *Study) adjusted(name string, bound *sample.Sample) []report.Adjusted {
	c := s.config.Designs[name].Calibrate
	if c == nil || s.weighings[name] == nil {
		return nil
	}
	var out []report.Adjusted
	add := func(when bool, how report.Adjustment, variables []string) {
		if !when {
			return
		}
		var by []survey.Text
		for _, v := range variables {
			label := survey.Words(v)
			if column := bound.Data.Column(v); column != nil && len(column.Label) > 0 {
				label = column.Label
			}
			by = append(by, label)
		}
		out = append(out, report.Adjusted{How: how, By: by})
	}
	var known []string
	for _, m := range s.weighings[name].margins {
		if !slices.Contains(known, m.Variable) {
			known = append(known, m.Variable)
		}
	}
	for _, t := range s.weighings[name].totals {
		known = append(known, t.Variable)
	}
	margins := c.Margins != "" || len(c.Register) > 0
	add(len(c.Classes) > 0, report.ByClasses, c.Classes)
	add(c.Cells != "" && !margins, report.ByCells, known)
	add(margins && (c.Method == "" || c.Method == "rake"), report.ByRaking, known)
	add(margins && c.Method != "" && c.Method != "rake", report.ByCalibration, known)
	add(len(c.Trim) > 0, report.ByTrimming, nil)
	return out
}
