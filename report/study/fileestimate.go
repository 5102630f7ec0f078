package study

import (
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"stikprove/sample"
	estimates "stikprove/sample/estimate"
	"stikprove/survey"
)

// EstimateSpec says what is estimated. Each asked variable gives one estimate in
// each domain; a proportion one for each category.
type EstimateSpec struct {
	Means, Totals, Variances []string // variables that are numbers
	Ratios                   []string // as A/B
	Quantiles                []string // as A:0.5, or A:0.25:0.5:0.75
	Proportions              []string // variables with categories, or A=CATEGORY
	By                       []string // variables whose categories are the domains, at most two
	Interval                 string   // of proportions, see [estimates.ParseMethod]
	Deff                     string   // replace, for design effects against a sample with replacement
	Auxiliary                []string // of totals: what is known of the whole frame, see [EstimateSpec.Check]
	Model                    string   // ratio, separate, regression or poststratified: how it is used
	Groups                   string   // the variable that separate and poststratified are by
	Silent                   []string // numbers k: the total where the frame's rest has k times the ratio of those who answered
	BesideEqual              bool     // each estimate again with equal weights, as if every row stood for as many
	Sample                   string   // of a study: the sample; the only one with a design where empty
}

// Estimated is one estimate.
type Estimated struct {
	Statistic string
	Variable  string
	Category  string  // of a proportion
	Quantile  float64 // of a quantile, in (0, 1); 0 for others
	Domain    string  // the categories of the variables it is by, with commas between; empty for the whole sample
	estimates.Estimate
	Equal      bool // with equal weights, beside the design's own
	Suppressed bool // it rests on fewer rows than may be told of, and holds no number
	Method     estimates.Method
	Note       estimates.Note

	guessed bool    // it rests on an assumption and has no sampling error
	times   float64 // of such: the ratio among the silent, by that of those who answered
}

// Estimates are estimates of one sample.
type Estimates struct {
	Rows    []Estimated
	Level   float64
	Replace bool // design effects are against a sample with replacement
	By      []string
	Minimum int
}

// Check returns what is wrong with the words of the spec, before anything is
// read.
func (spec EstimateSpec) Check() error {
	if _, err := estimates.ParseMethod(spec.Interval); err != nil {
		return fmt.Errorf("--interval %w", err)
	}
	for _, pair := range spec.Ratios {
		if strings.Count(pair, "/") != 1 {
			return fmt.Errorf("--ratio %s: want A/B", pair)
		}
	}
	for _, written := range spec.Quantiles {
		for _, part := range strings.Split(written, ":")[1:] {
			if p, err := strconv.ParseFloat(part, 64); err != nil || !(p > 0 && p < 1) {
				return fmt.Errorf("--quantile %s: want A:P with P above 0 and below 1", written)
			}
		}
	}
	if err := spec.checkAuxiliary(); err != nil {
		return err
	}
	if len(spec.By) > 2 {
		return fmt.Errorf("--by %s: want one variable or two", strings.Join(spec.By, ","))
	}
	return nil
}

// IsStudy reports whether path is meant as a study, a folder or a YAML file, and
// not as a data file.
func IsStudy(path string) bool {
	if stat, err := os.Stat(path); err == nil && stat.IsDir() {
		return true
	}
	extension := strings.ToLower(filepath.Ext(path))
	return extension == ".yaml" || extension == ".yml"
}

// EstimateFile makes estimates of a data file with one heading row.
func EstimateFile(path string, o FileDesign, spec EstimateSpec, progress Progress) (*Estimates, error) {
	s := newFileStudy(path, o, "")
	s.check()
	spec.Sample = rowsName
	return s.Estimate(spec, progress)
}

// Estimate makes estimates of a sample of the study.
func (s *Study) Estimate(spec EstimateSpec, progress Progress) (*Estimates, error) {
	s = s.afresh()
	s.config.Tables, s.config.Figures = nil, nil
	s.config.untold()
	data, err := s.read(progress)
	if err != nil {
		return nil, err
	}
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	bound, err := s.sampled(data, spec.Sample)
	if err != nil {
		return nil, err
	}
	progress.say("estimating")
	e := estimator{s: bound, spec: spec, instrument: data.Instrument,
		out: &Estimates{Level: s.config.Level, Replace: spec.Deff == "replace", By: spec.By, Minimum: max(s.config.Disclosure.Minimum, (s.config.Disclosure.Round+1)/2)}} // of a count that rounds to nought nothing is told
	if bound.Design.Open {
		e.out.Minimum = 1
	}
	e.run()
	if err := e.problems.Err(); err != nil {
		return nil, err
	}
	if spec.BesideEqual {
		own := e.out.Rows
		e.out.Rows = nil
		e.s = bound.Equally()
		e.run()
		for _, v := range e.out.Rows {
			v.Equal = true
			own = append(own, v)
		}
		e.out.Rows = own
		if err := e.problems.Err(); err != nil {
			return nil, err
		}
	}
	if round := s.config.Disclosure.Round; round > 0 && !bound.Design.Open {
		e.out.rounded(round)
	}
	return e.out, nil
}

// sampled returns the sample called name, or the only one.
func (s *Study) sampled(data *Data, name string) (*sample.Sample, error) {
	names := slices.Sorted(maps.Keys(data.Samples))
	switch {
	case name == "" && len(names) == 1:
		name = names[0]
	case name == "":
		return nil, survey.Problem{File: s.file, Message: "want --sample, one of " + survey.QuoteAll(names)}
	case data.Samples[name] == nil:
		return nil, survey.Problem{File: s.file, Message: fmt.Sprintf("no sample %s with a design%s", survey.Quote(name), survey.Instead(name, names))}
	}
	return data.Samples[name], nil
}

// estimator makes the estimates that a spec asks for.
type estimator struct {
	s          *sample.Sample
	spec       EstimateSpec
	instrument *survey.Instrument
	out        *Estimates
	domains    estimates.Domains
	names      []string // of the domains
	method     estimates.Method
	intervals  *estimates.Intervals
	problems   survey.Problems
}

func (e *estimator) problem(format string, args ...any) {
	e.problems = append(e.problems, survey.Problem{Variable: "estimate", Message: fmt.Sprintf(format, args...)})
}

func (e *estimator) run() {
	var err error
	if e.method, err = estimates.ParseMethod(e.spec.Interval); err != nil {
		e.problem("interval %v", err)
	}
	if e.s.Design.Replicates.Method != sample.NoReplicates && !e.s.Design.Census {
		if _, err := e.s.Replicates(); err != nil {
			e.problem("replicates: %v", err)
		}
	}
	e.intervals = estimates.NewIntervals(e.out.Level)
	e.domains, e.names = e.by()
	if len(e.problems) > 0 {
		return
	}
	for _, name := range e.spec.Means {
		e.numbers("mean", name, estimates.Means)
	}
	for _, name := range e.spec.Totals {
		if e.spec.Model != "" {
			e.assisted(name)
		} else {
			e.numbers("total", name, estimates.Totals)
		}
	}
	for _, pair := range e.spec.Ratios {
		e.ratio(pair)
	}
	for _, written := range e.spec.Quantiles {
		e.quantile(written)
	}
	for _, name := range e.spec.Variances {
		e.numbers("variance", name, estimates.Variances)
	}
	for _, name := range e.spec.Proportions {
		e.proportion(name)
	}
	e.lonely()
}

// numbers estimates a statistic of a variable that is a number.
func (e *estimator) numbers(statistic, name string, of func(*sample.Sample, []float64, estimates.Domains) []estimates.Estimate) {
	y := e.number(name)
	if y == nil {
		return
	}
	for g, v := range of(e.s, y, e.domains) {
		e.add(Estimated{Statistic: statistic, Variable: name, Domain: e.names[g], Estimate: v.T(e.out.Level)})
	}
}

func (e *estimator) ratio(pair string) {
	above, below, two := strings.Cut(pair, "/")
	if !two || strings.Contains(below, "/") {
		e.problem("ratio: got %s, want A/B", survey.Quote(pair))
		return
	}
	y, x := e.number(strings.TrimSpace(above)), e.number(strings.TrimSpace(below))
	if y == nil || x == nil {
		return
	}
	for g, v := range estimates.Ratios(e.s, y, x, e.domains) {
		e.add(Estimated{Statistic: "ratio", Variable: pair, Domain: e.names[g], Estimate: v.T(e.out.Level)})
	}
}

func (e *estimator) quantile(written string) {
	parts := strings.Split(written, ":")
	if len(parts) < 2 {
		parts = append(parts, "0.5")
	}
	y := e.number(parts[0])
	if y == nil {
		return
	}
	for _, part := range parts[1:] {
		p, err := strconv.ParseFloat(part, 64)
		if err != nil || !(p > 0 && p < 1) {
			e.problem("quantile: got %s, want A:P with P above 0 and below 1", survey.Quote(written))
			return
		}
		for g, v := range estimates.Quantiles(e.s, y, p, e.out.Level, e.domains) {
			e.add(Estimated{Statistic: "quantile", Variable: parts[0], Quantile: p, Domain: e.names[g], Estimate: v})
		}
	}
}

// add adds an estimate, without its numbers where it rests on too few rows.
func (e *estimator) add(v Estimated) {
	if v.N > 0 && v.N < e.out.Minimum {
		v.hide()
	}
	e.out.Rows = append(e.out.Rows, v)
}

// hide removes the numbers of an estimate.
func (v *Estimated) hide() {
	nan := math.NaN()
	v.Suppressed = true
	v.Estimate = estimates.Estimate{Value: nan, SE: nan, Low: nan, High: nan, Deff: nan, DeffReplace: nan, Effective: nan}
}

// lonely says which strata keep a standard error from existing.
func (e *estimator) lonely() {
	if !slices.ContainsFunc(e.out.Rows, func(v Estimated) bool { return v.Why == estimates.LonelyUnit }) {
		return
	}
	names := estimates.Lonely(e.s)
	which := "a stratum of the second stage has"
	switch {
	case e.s.Design.Lonely == sample.LonelyAverage:
		e.problem("no stratum has more than one unit, so that there is no variance to average")
		return
	case e.s.Design.Strata == "" && len(names) > 0:
		which = "the sample has"
	case len(names) == 1:
		which = "stratum " + names[0] + " has"
	case len(names) > 1:
		which = "strata " + strings.Join(names, ", ") + " have"
	}
	e.problem("%s only one unit, so that there is no variance; say with --lonely-psu, or lonely_psu in study.yaml, what to do: remove, certainty, adjust or average", which)
}
