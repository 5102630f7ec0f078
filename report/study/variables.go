package study

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"stikprove/survey"
)

// derive labels the sources and adds the study's own variables, in order.
func (s *Study) derive(data *Data) error {
	for _, name := range s.sources() {
		d := data.Datasets[name]
		if d == nil {
			continue
		}
		d, err := d.Labelled(s.config.Labels)
		if err != nil {
			s.add(place{}, "labels", "%v", err)
		}
		s.band(name, d)
		data.Datasets[name] = s.derived(name, d)
	}
	s.checkLabels(data)
	return nil
}

// checkLabels reports labels of variables that no source has. Where a source
// could not be read it may be its variable.
func (s *Study) checkLabels(data *Data) {
	var known []string
	for _, name := range s.sources() {
		d := data.Datasets[name]
		if d == nil {
			return
		}
		known = append(known, d.Names()...)
	}
	for _, key := range slices.Sorted(maps.Keys(s.config.Labels)) {
		if variable, _, _ := strings.Cut(key, "."); !slices.Contains(known, variable) {
			s.add(place{}, "labels", "no variable %s in any source%s", survey.Quote(variable), survey.DidYouMean(variable, known))
		}
	}
}

// derived adds the variables of one source. One that cannot be made is a
// problem, and the ones after it are still tried.
func (s *Study) derived(source string, d *survey.Dataset) *survey.Dataset {
	for i, v := range s.config.Variables[source] {
		column, err := v.derive(d)
		var row survey.RowError
		if errors.As(err, &row) {
			p := d.Cell(row.Row, v.From)
			p.Variable, p.Message = v.Name, row.Message
			err = p
		}
		if err == nil {
			var with *survey.Dataset
			if with, err = d.With(column); err == nil {
				d = with
				continue
			}
		}
		var p survey.Problem
		if errors.As(err, &p) {
			s.problems = append(s.problems, p)
		} else {
			s.add(v.place, fmt.Sprintf("variables.%s[%d]", source, i+1), "%v", err)
		}
		// A variable without values takes its place, so that tables of it
		// are not blamed as well.
		if with, err := d.With(v.blank(d.Rows())); err == nil {
			d = with
		}
	}
	return d
}

// blank returns the variable as far as the study describes it, with every
// value absent.
func (v variable) blank(rows int) *survey.Column {
	target := survey.Variable{Name: v.Name, Label: v.Label}
	for _, b := range v.Bands {
		target.Options = append(target.Options, survey.Option{Name: b.Name})
	}
	for _, j := range v.Join {
		target.Options = append(target.Options, survey.Option{Name: j.Name})
	}
	for _, m := range v.First {
		target.Options = append(target.Options, survey.Option{Name: m.Name})
	}
	if len(target.Options) == 0 {
		target.Options = []survey.Option{survey.Yes, survey.No}
	}
	return survey.NewSingle(target, slices.Repeat([]int16{-1}, rows), slices.Repeat([]survey.Missing{survey.NotAnswered}, rows))
}

// derive makes the variable from those of d.
func (v variable) derive(d *survey.Dataset) (*survey.Column, error) {
	target := survey.Variable{Name: v.Name, Label: v.Label}
	if v.Name == "" {
		return nil, errors.New("want a name")
	}
	if len(v.First) > 0 {
		matches, err := matchesOf(v.First)
		if err != nil {
			return nil, err
		}
		return d.FirstMatch(target, matches)
	}
	from := d.Column(v.From)
	if from == nil {
		return nil, fmt.Errorf("%s: %s", v.Name, d.NoVariable(v.From, d.Unit()))
	}
	if v.Year {
		if from.Kind != survey.KindDate {
			return nil, fmt.Errorf("%s: %s holds no dates", v.Name, v.From)
		}
		from = from.Years(target)
	}
	switch {
	case len(v.Bands) > 0:
		return from.Banded(target, bandsOf(v.Bands))
	case len(v.Any) > 0:
		return from.AnyOf(target, v.Any)
	case len(v.Join) > 0:
		groups, err := groupsOf(v.Join)
		if err != nil {
			return nil, err
		}
		return from.Regrouped(target, groups)
	case v.Year:
		return from, nil
	}
	return nil, fmt.Errorf("%s: want one of year, bands, any, join or first", v.Name)
}

func matchesOf(first []match) ([]survey.Match, error) {
	matches := make([]survey.Match, len(first))
	for i, m := range first {
		meaning, err := meaningOf(m.Meaning)
		if err != nil {
			return nil, err
		}
		matches[i] = survey.Match{Option: survey.Option{Name: m.Name, Label: m.Label, Meaning: meaning}, When: m.When}
	}
	return matches, nil
}

func groupsOf(joins []join) ([]survey.Regroup, error) {
	groups := make([]survey.Regroup, len(joins))
	for i, j := range joins {
		meaning, err := meaningOf(j.Meaning)
		if err != nil {
			return nil, err
		}
		groups[i] = survey.Regroup{Option: survey.Option{Name: j.Name, Label: j.Label, Meaning: meaning}, Of: j.Of}
	}
	return groups, nil
}

func bandsOf(bands []band) []survey.Band {
	var out []survey.Band
	for _, b := range bands {
		from, to := math.Inf(-1), math.Inf(1)
		if b.From != nil {
			from = *b.From
		}
		if b.To != nil {
			to = *b.To
		}
		out = append(out, survey.Band{Name: b.Name, Label: b.Label, From: from, To: to})
	}
	return out
}

func meaningOf(word string) (survey.Meaning, error) {
	switch word {
	case "":
		return survey.Substantive, nil
	case "dont_know":
		return survey.DontKnow, nil
	case "refused":
		return survey.Refused, nil
	case "not_relevant":
		return survey.NotRelevant, nil
	case "none":
		return survey.None, nil
	}
	return 0, fmt.Errorf("meaning: got %s, want dont_know, refused, not_relevant or none", survey.Quote(word))
}
