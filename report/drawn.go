package report

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Drawn is the design of a sample as it was used, for the account of the method.
// The counts of its units are those of its tables.
type Drawn struct {
	Sample         string // as its tables name it
	Census         bool
	Clusters       bool       // first-stage units are drawn, and units within them
	TwoStages      bool       // variances are of both stages
	Draw           int        // units drawn in each cluster; 0 where it varies
	Stratified     bool       // the first stage is
	Strata         int        // of the first stage; 0 where it is not told
	Unequal        bool       // with unequal chances of being drawn
	FPC, SecondFPC bool       // the population of the stage is known to be finite
	Weights        Weighting  // before they were adjusted
	Adjusted       []Adjusted // how weights were adjusted, in order
	Replicates     string     // how replicate weights are made, as study.yaml names it; empty for linearised variances
	Lonely         string     // what is done of a stratum with one unit, as study.yaml names it
}

// Weighting says where weights come from.
type Weighting uint8

// Where they come from.
const (
	EqualWeights Weighting = iota // all weigh the same
	GivenWeights                  // a variable of the data
	MadeWeights                   // the counts of the population
)

// Adjusted is a way weights are adjusted, and by what.
type Adjusted struct {
	How Adjustment
	By  []survey.Text // labels of variables
}

// Adjustment is a way weights are adjusted.
type Adjustment string

// The ways.
const (
	ByClasses     Adjustment = "classes"     // the silent's weights go to those who answered in the same class
	ByCells       Adjustment = "cells"       // post-stratification
	ByRaking      Adjustment = "raking"      // to margins
	ByCalibration Adjustment = "calibration" // to totals
	ByTrimming    Adjustment = "trimming"
)

// drawnWords are the words of the account: unit, PSUs and counts are told by the
// names in braces.
type drawnWords struct {
	census, censusAll, censusPart           string // {units}, {eligible}, {n}, {share}
	flat, clusters, twoStages, draw         string // {units}, {n}, {psus}, {m}, {k}
	strata, chances                         string // {k}
	weightsEqual, weightsGiven, weightsMade string
	adjusted                                map[Adjustment]string // {by}
	answered, unadjusted, madeUp            string                // {n}, {eligible}, {share}
	linear, replicates                      string                // {method}
	fpcBoth, fpcFirst, replaced             string
	lonely                                  map[string]string
	df                                      string // {df}
	cluster                                 string // what a PSU without a name is, in the plural
}

// designText tells how the units of a sample's tables came to be there: how they
// were drawn, what they weigh, how weights were adjusted, what those missing do,
// and how variances are found. It is empty of a sample that no table is of.
func (a *arranger) designText(d Drawn) string {
	var base crosstab.Base
	for _, t := range a.content.Tables {
		b := t.Base
		if t.Sample != d.Sample || b.Suppressed != crosstab.Shown || b.Sampled < base.Sampled {
			continue
		}
		b.SampledPSUs = max(b.SampledPSUs, base.SampledPSUs) // a table of response has none
		base = b
	}
	if base.Sampled == 0 {
		return ""
	}
	w, l := a.drawnWords, a.Language
	psus := l.label(base.PSUUnit)
	if psus == "" {
		psus = w.cluster
	}
	df := base.SampledPSUs - d.Strata
	if !d.Clusters {
		df = base.Sampled - d.Strata
	}
	fill := strings.NewReplacer("{units}", l.label(base.Unit), "{n}", l.Number(base.Sampled), "{psus}", psus, "{m}", l.Number(base.SampledPSUs),
		"{k}", l.Number(d.Strata), "{draw}", l.Number(d.Draw), "{eligible}", l.Number(base.Eligible), "{share}", l.ofAll(base.Sampled, base.Eligible),
		"{df}", l.Number(df), "{method}", d.Replicates)
	var out []string
	say := func(when bool, words string) {
		if when {
			out = append(out, upperFirst(fill.Replace(words)))
		}
	}
	if d.Census {
		say(base.Eligible == 0, w.census)
		say(base.Eligible > 0 && base.Sampled >= base.Eligible, w.censusAll)
		say(base.Eligible > base.Sampled, w.censusPart)
		return strings.Join(out, " ")
	}
	how := w.flat
	switch {
	case d.TwoStages:
		how = w.twoStages
	case d.Clusters:
		how = w.clusters
	}
	if d.Clusters && d.Draw > 0 {
		how += w.draw
	}
	if d.Stratified && d.Strata > 1 {
		how += w.strata
	}
	say(true, how+".")
	say(d.Unequal, w.chances)
	a.sayWeights(d, base, say)
	replicated := d.Replicates != ""
	say(replicated, w.replicates)
	say(!replicated, w.linear)
	switch known := d.FPC; {
	case known && d.SecondFPC:
		say(true, w.fpcBoth)
	case known:
		say(true, w.fpcFirst)
	default:
		say(true, w.replaced)
	}
	say(d.Stratified && !replicated, w.lonely[d.Lonely])
	say(d.Strata > 0 && df > 0 && !replicated, w.df)
	return strings.Join(out, " ")
}

// sayWeights tells what units weigh, how that was adjusted and what is done about
// those missing.
func (a *arranger) sayWeights(d Drawn, base crosstab.Base, say func(when bool, words string)) {
	w := a.drawnWords
	say(d.Weights == EqualWeights, w.weightsEqual)
	say(d.Weights == GivenWeights, w.weightsGiven)
	say(d.Weights == MadeWeights, w.weightsMade)
	for _, how := range d.Adjusted {
		var by []string
		for _, label := range how.By {
			by = append(by, lowerFirst(a.label(label)))
		}
		say(true, strings.ReplaceAll(w.adjusted[how.How], "{by}", a.list(by)))
	}
	missing := base.Eligible > base.Sampled
	say(missing, w.answered)
	adjusted := slices.ContainsFunc(d.Adjusted, func(how Adjusted) bool { return how.How != ByTrimming })
	say(missing && !adjusted, w.unadjusted)
	say(missing && adjusted, w.madeUp)
}

// list joins words with commas and "and".
func (l Language) list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return fmt.Sprint(strings.Join(words[:last], ", "), l.coded.and, words[last])
}
