package study

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"stikprove/sample/disclosure"
	"stikprove/survey"
)

// derivations are what readers of the study's tables may know of how its
// variables hang together: those it derives one from another, and those that
// coding makes.
func (s *Study) derivations(data *Data) []disclosure.Derivation {
	var known []disclosure.Derivation
	for _, source := range s.sources() {
		d := data.Datasets[source]
		if d == nil {
			continue
		}
		for _, v := range s.config.Variables[source] {
			if options := v.derivation(d); options != nil {
				known = append(known, disclosure.Derivation{Sample: source, Variable: v.Name, Options: options})
			}
		}
	}
	for _, c := range data.Coded {
		if sample := s.config.Coding[c.Name].Sample; data.Datasets[sample] != nil {
			known = append(known, codedDerivations(sample, c.Name, data.Datasets[sample])...)
		}
	}
	return known
}

// derivation says which answers to other variables give each option of v, as
// far as that can be said one option at a time; nil where it cannot.
func (v variable) derivation(d *survey.Dataset) map[string][]disclosure.Condition {
	options := make(map[string][]disclosure.Condition)
	from := d.Column(v.From)
	switch {
	case len(v.First) > 0:
		return firstDerivation(v.First)
	case from == nil || v.Year:
		return nil
	case len(v.Bands) > 0 && from.Kind == survey.KindInteger:
		for _, b := range v.Bands {
			var names []string
			for row := range from.Rows() {
				n := from.Number(row)
				if from.Missing(row) == survey.Present && (b.From == nil || n >= *b.From) && (b.To == nil || n <= *b.To) {
					names = append(names, strconv.FormatFloat(n, 'f', -1, 64))
				}
			}
			slices.Sort(names)
			options[b.Name] = []disclosure.Condition{{Variable: v.From, Options: slices.Compact(names)}}
		}
	case len(v.Any) > 0 && from.Kind == survey.KindMultiple:
		options[survey.Yes.Name] = []disclosure.Condition{{Variable: disclosure.AnyOf(v.From, v.Any), Options: []string{"yes"}}}
		options[survey.No.Name] = nil
	case len(v.Any) > 0 && from.Kind == survey.KindSingle:
		var rest []string
		for _, o := range from.Options {
			if !slices.Contains(v.Any, o.Name) {
				rest = append(rest, o.Name)
			}
		}
		options[survey.Yes.Name] = []disclosure.Condition{{Variable: v.From, Options: v.Any}}
		options[survey.No.Name] = []disclosure.Condition{{Variable: v.From, Options: rest}}
	case len(v.Join) > 0 && from.Kind == survey.KindSingle:
		for _, j := range v.Join {
			options[j.Name] = []disclosure.Condition{{Variable: v.From, Options: j.Of}}
		}
	default:
		return nil
	}
	return options
}

// firstDerivation says which units have each option of a variable that takes
// the first option whose conditions hold: those conditions, and of each
// earlier option not the one that the conditions differ in. Options that more
// would have to be said of are left out.
func firstDerivation(first []match) map[string][]disclosure.Condition {
	options := make(map[string][]disclosure.Condition)
	for k, m := range first {
		conditions := conditionsOf(m)
		sure := len(conditions) > 0
		for _, earlier := range first[:k] {
			var more []disclosure.Condition
			apart := false
			for _, e := range conditionsOf(earlier) {
				i := slices.IndexFunc(conditions, func(c disclosure.Condition) bool { return c.Variable == e.Variable })
				switch {
				case i < 0:
					more = append(more, disclosure.Condition{Variable: e.Variable, Options: e.Options, Not: true})
				case !slices.ContainsFunc(e.Options, func(o string) bool { return slices.Contains(conditions[i].Options, o) }):
					apart = true
				case !slices.Equal(e.Options, conditions[i].Options):
					sure = false
				}
			}
			if !apart {
				sure = sure && len(more) == 1
				conditions = append(conditions, more...)
			}
		}
		if options[m.Name] = nil; sure {
			options[m.Name] = conditions
		}
	}
	return options
}

func conditionsOf(m match) []disclosure.Condition {
	var conditions []disclosure.Condition
	for _, name := range slices.Sorted(maps.Keys(m.When)) {
		conditions = append(conditions, disclosure.Condition{Variable: name, Options: m.When[name]})
	}
	return conditions
}

// codedDerivations say how the variables that coding makes hang together. A
// category and a group are both of the pair of them, and so is what the
// appendix lists: readers are taken to know which pairs occur. The category
// that makes combination one of its own is of category and combination.
func codedDerivations(sample, name string, d *survey.Dataset) []disclosure.Derivation {
	category, group, found := d.Column(name), d.Column(name+"_group"), d.Column(name+foundSuffix)
	combination, five := d.Column(name+"_combination"), d.Column(name+"_five")
	if category == nil {
		return nil
	}
	var known []disclosure.Derivation
	pair := name + "/pair"
	of := map[string]map[string]map[string]bool{}
	for row := range d.Rows() {
		words := []string{optionName(category, row), optionName(group, row)}
		p := strings.Join(words, "/")
		for _, c := range []*survey.Column{category, group, found} {
			if o := optionName(c, row); o != "" {
				if of[c.Name] == nil {
					of[c.Name] = map[string]map[string]bool{}
				}
				if of[c.Name][o] == nil {
					of[c.Name][o] = map[string]bool{}
				}
				of[c.Name][o][p] = true
			}
		}
	}
	for _, variable := range slices.Sorted(maps.Keys(of)) {
		options := map[string][]disclosure.Condition{}
		for o, pairs := range of[variable] {
			options[o] = []disclosure.Condition{{Variable: pair, Options: slices.Sorted(maps.Keys(pairs))}}
		}
		known = append(known, disclosure.Derivation{Sample: sample, Variable: variable, Options: options})
	}
	if combination != nil && five != nil {
		options := map[string][]disclosure.Condition{}
		for _, o := range five.Options {
			if category.Option(o.Name) >= 0 {
				options[o.Name] = []disclosure.Condition{{Variable: name, Options: []string{o.Name}}, {Variable: combination.Name, Options: []string{survey.No.Name}}}
			} else {
				options[o.Name] = []disclosure.Condition{{Variable: combination.Name, Options: []string{survey.Yes.Name}}}
			}
		}
		known = append(known, disclosure.Derivation{Sample: sample, Variable: five.Name, Options: options})
	}
	return known
}

// optionName returns the name of the option that a row has, or "".
func optionName(c *survey.Column, row int) string {
	if c == nil || c.Kind != survey.KindSingle || c.Index(row) < 0 {
		return ""
	}
	return c.Options[c.Index(row)].Name
}
