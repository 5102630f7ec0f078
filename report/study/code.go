package study

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"stikprove/coding"
	"stikprove/report"
	"stikprove/survey"
)

// Coded is a text variable that was coded.
type Coded struct {
	Name     string // prefix of the variables it gave
	Source   string // the dataset
	Variable string
	Scheme   *coding.Scheme
	Summary  *coding.Summary
	Agreed   *report.Agreed // nil where the study names no comparison of coders
}

// code codes the free texts.
func (s *Study) code(data *Data) error {
	for _, name := range slices.Sorted(maps.Keys(s.config.Coding)) {
		if err := s.codeVariable(data, name, s.config.Coding[name]); err != nil {
			return err
		}
	}
	return nil
}

func (s *Study) codeVariable(data *Data, name string, c coder) error {
	scheme, err := s.scheme(c.Scheme)
	if err != nil {
		s.add(c.place, "coding."+name+".scheme", "%v", err)
		delete(data.Datasets, c.Sample)
		return nil
	}
	if c.Review.Error > 0 && len(scheme.Calibration) == 0 {
		s.add(c.Review.place, "coding."+name+".review.error", "scheme %s has no calibration lines, so nobody knows how often it errs; leave error out, or add the lines that code evaluate --calibrate prints", scheme.Name)
	}
	decisions, former, err := s.decisions(data, c, scheme)
	if err != nil {
		return err
	}
	d := data.Datasets[c.Sample]
	if d == nil {
		return nil
	}
	if d.Column(name) != nil {
		s.add(c.place, "coding."+name, "%s has a variable of this name, and the coding gives one too; call the coding something else", c.Sample)
		delete(data.Datasets, c.Sample)
		return nil
	}
	d = d.Marked(c.Variable, survey.RoleCoded) // where no instrument says so
	if d.Rows() == 0 || s.blamed.variables[c.Variable] {
		decisions = nil // they would all be of units that are not there, or of texts
	}
	options := coding.Options{
		Variable: c.Variable, Prefix: name, ID: s.caseID(c.Sample), Scheme: scheme, Flags: c.Flags,
		Decisions: decisions, Wave: s.config.Wave, Former: former, Learn: c.Learn,
		ReviewError: c.Review.Error,
	}
	coded, summary, err := coding.Apply(d, options)
	if err != nil && len(decisions) > 0 {
		// Without the decisions the variables are there, for what names them.
		options.Decisions = nil
		if again, _, err := coding.Apply(d, options); err == nil {
			coded = again
		}
	}
	if coded != nil {
		coded = s.withFound(coded, name, scheme, slices.Contains(s.config.Disclosure.Open, c.Sample))
		data.Datasets[c.Sample] = coded
		data.Coded = append(data.Coded, Coded{Name: name, Source: c.Sample, Variable: c.Variable, Scheme: scheme, Summary: summary, Agreed: s.agreed(c)})
	}
	if summary != nil && summary.Changed > 0 {
		data.Notes = append(data.Notes, survey.Problem{Variable: "coding." + name,
			Message: fmt.Sprintf("%d cases were decided on another text than they have now; they are coded without that and are for review", summary.Changed)})
	}
	if coded == nil {
		// What names the variables this would have given is not to blame.
		delete(data.Datasets, c.Sample)
	}
	return s.keep("coding."+name, err)
}

// decisions reads what people decided on this study's units, and in former
// waves. Former decisions are known by their text alone; those that do not say
// it are noted.
func (s *Study) decisions(data *Data, c coder, scheme *coding.Scheme) (own, former []coding.Decision, err error) {
	for i, file := range c.Decisions {
		if i == 0 && c.undecided {
			continue
		}
		source, err := s.inputs.read(file)
		if err := s.keep(file, err); err != nil {
			return nil, nil, err
		}
		if err != nil {
			continue
		}
		decisions, err := coding.ReadDecisions(file, bytes.NewReader(source), scheme)
		if err := s.keep(file, err); err != nil {
			return nil, nil, err
		}
		s.privateDecisions(decisions)
		if i == 0 {
			own = decisions
			continue
		}
		former = append(former, decisions...)
		if n := unknown(decisions); n > 0 {
			data.Notes = append(data.Notes, survey.Problem{File: file, Message: fmt.Sprintf("%d decisions without text_hash are not remembered", n)})
		}
	}
	return own, former, nil
}

// unknown counts decisions that do not tell the text they are on.
func unknown(decisions []coding.Decision) int {
	n := 0
	for _, d := range decisions {
		if d.Hash == "" {
			n++
		}
	}
	return n
}

// caseID names the variable that identifies a source's rows.
func (s *Study) caseID(name string) string {
	if from := s.config.Sources[name]; from.isCases() {
		return cmp.Or(from.Roster, "case") + "_id"
	}
	return s.config.Sources[name].ID
}

// CodedRow is how one description was coded.
type CodedRow struct {
	ID     string // of the case; where rows have none their number from 1, below the heading
	Text   string // the description: health data, for whoever asked for it only
	Coding coding.Coding
}

// Codings codes a study's descriptions, decisions included, in the order of
// the rows. Name is that of the coding in study.yaml; it may be empty where
// there is only one.
func (s *Study) Codings(name string, progress Progress) ([]CodedRow, error) {
	data, err := s.Read(progress)
	if err != nil {
		return nil, err
	}
	var known []string
	for _, c := range data.Coded {
		if c.Name == name || name == "" && len(data.Coded) == 1 {
			return s.codedRows(data.Datasets[c.Source], c), nil
		}
		known = append(known, c.Name)
	}
	if len(known) == 0 {
		return nil, survey.Problem{File: s.file, Variable: "coding", Message: "the study codes nothing"}
	}
	return nil, survey.Problem{File: s.file, Message: "no coding " + survey.Quote(name) + survey.Instead(name, known)}
}

func (s *Study) codedRows(d *survey.Dataset, c Coded) []CodedRow {
	text, id := d.Column(c.Variable), d.Column(s.caseID(c.Source))
	var rows []CodedRow
	for i, k := range c.Summary.Codings {
		if k == nil {
			continue
		}
		row := CodedRow{ID: strconv.Itoa(i + 1), Text: text.Text(i), Coding: *k}
		if id != nil {
			row.ID = id.Answer(i)
		}
		row.ID = survey.MaskCPR(row.ID)
		row.Coding.Reason = masked(row.Coding.Reason)
		rows = append(rows, row)
	}
	return rows
}

// masked returns words that people wrote without personal numbers.
func masked(t survey.Text) survey.Text {
	out := survey.Text{}
	for language, words := range t {
		out[language] = survey.MaskCPR(words)
	}
	return out
}
