package study

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"stikprove/sample"
	"stikprove/survey"
)

// FileDesign says how the rows of a data file were drawn, in the words of the
// command line. The zero FileDesign is a simple random sample with equal
// weights of the file's first sheet.
type FileDesign struct {
	Sheet      string  // of a workbook; the first where empty
	PSU        string  // PSU or PSU,SECOND: variables that name the units of the stages
	Strata     string  // STRATA or STRATA,SECOND: variables that name the strata of the stages
	Nest       bool    // units are named within their stratum
	FPC        string  // FPC or FPC,SECOND: variables with population sizes, or sampling fractions, of the stages
	PPS        string  // see [sample.ParsePPS]
	Weights    string  // variable with the weight, or equal; from the FPC, or equal, where empty
	LonelyPSU  string  // see [sample.ParseLonely]
	Replicates string  // see [sample.ParseReplication]
	Seed       uint64  // of a bootstrap
	MSE        bool    // replicates deviate from the full estimate
	Where      string  // the domain: a condition as [survey.ParseRule] reads it; names may stand without ${}
	Census     bool    // every unit of the population is there; nothing was drawn
	Level      float64 // of the intervals, in (0, 1); 0.95 where 0
	Minimum    int     // smallest count that may be printed; 3 where 0
	Weighing           // how weights are adjusted
}

// Weighing says how the weights of a data file are adjusted, in the words of the
// command line and in this order. The zero Weighing leaves them.
type Weighing struct {
	Answered   string   // VAR or VAR=CODE,CODE: rows with a value, or one of these, answered
	Classes    []string // variables within whose classes the silent's weights go to those who answered
	Post       []string // FILE, or VARS=FILE: crossed counts to post-stratify to
	Margins    []string // FILE, or VAR=FILE: margins and totals
	Rake       []string // the same
	Calibrate  string   // how margins are met: rake where empty, linear, raking or logit
	Bounds     string   // LO,HI of new weights by old
	Variance   string   // of linear: the variable that residuals' variances are in proportion to
	Trim       string   // LO,HI: least and largest weight
	TrimOnce   bool     // what is shared out is not trimmed again
	Iterations int      // most of them
}

// calibration returns what is asked in the words of study.yaml, nil where
// nothing is.
func (w Weighing) calibration(dir string) (c *calibration, flag string, err error) {
	c = &calibration{Answered: w.Answered, Classes: w.Classes, Method: w.Calibrate, Variance: w.Variance, TrimOnce: w.TrimOnce, Iterations: w.Iterations}
	for _, file := range w.Post {
		c.moreCells = append(c.moreCells, relative(dir, file))
	}
	for _, file := range slices.Concat(w.Margins, w.Rake) {
		c.moreMargins = append(c.moreMargins, relative(dir, file))
	}
	if c.Bounds, err = numberPair(w.Bounds); err != nil {
		return nil, "bounds", err
	}
	if c.Trim, err = numberPair(w.Trim); err != nil {
		return nil, "trim", err
	}
	if flag, err = c.check(); err != nil {
		return nil, flag, err
	}
	if c.empty() {
		return nil, "", nil
	}
	return c, "", nil
}

// Check returns the flag of the first value that no design can have, and what
// is wrong with it.
func (o FileDesign) Check() (flag string, err error) {
	for _, pair := range []struct{ flag, written string }{{"psu", o.PSU}, {"strata", o.Strata}, {"fpc", o.FPC}} {
		if strings.Count(pair.written, ",") > 1 {
			return pair.flag, fmt.Errorf("%s: want a variable for each stage, at most two", pair.written)
		}
	}
	if _, err := sample.ParseLonely(o.LonelyPSU); err != nil {
		return "lonely-psu", err
	}
	if _, err := sample.ParsePPS(o.PPS); err != nil {
		return "pps", err
	}
	if _, err = sample.ParseReplication(o.Replicates); err != nil {
		return "replicates", err
	}
	if _, flag, err = o.Weighing.calibration(""); flag == "variance" {
		flag = "variance-of"
	}
	return flag, err
}

// rowsName is the source and the design of a data file.
const rowsName = "rows"

// newFileStudy returns a study of one data file with one heading row and no
// instrument. An empty language is Danish.
func newFileStudy(path string, o FileDesign, language string) *Study {
	s := newStudy(path)
	d := design{
		Census: o.Census, Nest: o.Nest, PPS: o.PPS, Weights: o.Weights, LonelyPSU: o.LonelyPSU, Replicates: o.Replicates, Seed: o.Seed, MSE: o.MSE,
		Label: survey.Text{"da": "rækker", "en": "rows"}, PSULabel: survey.Text{"da": "klynger", "en": "clusters"},
	}
	d.PSU, d.Second = stages(o.PSU)
	d.Strata, d.SecondStrata = stages(o.Strata)
	d.FPC, d.SecondFPC = stages(o.FPC)
	d.Calibrate, _, _ = o.Weighing.calibration(s.inputs.dir) // what is wrong was said by Check
	s.config = config{
		Study: survey.Words(s.file), Language: language, Level: o.Level,
		Sources:    map[string]source{rowsName: {File: s.file, Sheet: o.Sheet}},
		Disclosure: disclosureRule{Minimum: o.Minimum},
		Designs:    map[string]design{rowsName: d},
	}
	s.where = o.Where
	return s
}

// stages splits the variables of the two stages.
func stages(written string) (first, second string) {
	first, second, _ = strings.Cut(written, ",")
	return strings.TrimSpace(first), strings.TrimSpace(second)
}

// domain returns bound as the domain that the study is held to, if any.
func (s *Study) domain(bound *sample.Sample) (*sample.Sample, error) {
	if s.where == "" {
		return bound, nil
	}
	say := func(err error) error { return survey.Problem{Variable: "--where", Message: err.Error()} }
	rule, err := parseWhere(s.where, bound.Data)
	if err != nil {
		return nil, say(err)
	}
	check := survey.EditRule{ID: "where", Rule: rule}
	if err := check.Check(bound.Data); err != nil {
		return nil, say(err)
	}
	columns := map[string]*survey.Column{}
	for _, name := range rule.Questions() {
		columns[name] = bound.Data.Column(name)
	}
	row := 0
	answer := func(name string) string { return columns[name].Answer(row) }
	keep := make([]bool, bound.Rows())
	for ; row < len(keep); row++ {
		keep[row] = rule.Holds(answer)
	}
	return bound.Domain(keep), nil
}

// parseWhere parses a condition in which the names of ds's variables may stand
// without ${ and }.
func parseWhere(written string, ds *survey.Dataset) (*survey.Rule, error) {
	if rule, err := survey.ParseRule(written); err == nil {
		return rule, nil
	}
	with := braced(written, ds)
	rule, err := survey.ParseRule(with)
	if err != nil && with != written {
		// Characters were counted with the signs put in.
		if _, what, ok := strings.Cut(err.Error(), ": "); ok {
			err = errors.New(what)
		}
	}
	return rule, err
}

// braced puts ${ and } around the names of ds's variables outside quotes.
func braced(written string, ds *survey.Dataset) string {
	var b strings.Builder
	var quote rune
	word := ""
	flush := func() {
		if ds.Column(word) != nil {
			word = "${" + word + "}"
		}
		b.WriteString(word)
		word = ""
	}
	open := false
	for _, r := range written {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
			b.WriteRune(r)
		case r == '{' || r == '}':
			if open && r == '}' {
				b.WriteString(word)
				word = ""
			} else {
				flush()
			}
			open = r == '{'
			b.WriteRune(r)
		case strings.ContainsRune(" \t\n=!<>()+-,$", r) || r == '\'' || r == '"':
			flush()
			if r == '\'' || r == '"' {
				quote = r
			}
			b.WriteRune(r)
		default:
			word += string(r)
		}
	}
	flush()
	return b.String()
}
