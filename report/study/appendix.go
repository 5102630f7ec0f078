package study

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"stikprove/coding"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// foundSuffix ends the name of the variable that says what was found under each
// category, and foundTable the id of the table of it.
const (
	foundSuffix = "_found"
	foundTable  = "-groups"
)

// addAppendix adds to the study's tables one for each coding: what was found
// under each category. It is printed last unless the report's text places it.
// A study that has a table of the same id has its own.
func (s *Study) addAppendix() {
	for _, name := range slices.Sorted(maps.Keys(s.config.Coding)) {
		c := s.config.Coding[name]
		_, designed := s.config.Designs[c.Sample]
		id := name + foundTable
		if !designed || slices.ContainsFunc(s.config.Tables, func(t table) bool { return t.ID == id }) {
			continue
		}
		scheme, err := s.scheme(c.Scheme)
		if err != nil {
			continue // said where it is coded
		}
		title := survey.Text{}
		for tag, words := range foundTitle {
			title[tag] = scheme.Label.In(tag) + words
		}
		s.config.Tables = append(s.config.Tables, table{place: c.place, ID: id, Title: title, Sample: c.Sample, Rows: names{name + foundSuffix}, Notes: []survey.Text{foundNote}, appendix: name})
	}
}

// foundOption names the option of a group under a category; an empty group is
// the rest of the category.
func foundOption(category, group string) string {
	if group == "" {
		return category + "_others"
	}
	return category + "_" + group
}

// withFound adds the variable of what was found under each category: the group,
// where it has at least so many cases as may be printed, and otherwise the rest
// of its category, joined and unnamed. A rest that is itself too small takes the
// smallest group with it. Groups of another category than a case's own, such as
// late effects of cancer, are in the rest.
func (s *Study) withFound(d *survey.Dataset, name string, scheme *coding.Scheme, open bool) *survey.Dataset {
	minimum := s.config.Disclosure.Minimum
	if open {
		minimum = 1
	}
	category, group := d.Column(name), d.Column(name+"_group")
	variable := survey.Variable{Name: name + foundSuffix, Kind: survey.KindSingle, Label: group.Label}
	at := map[string]int16{}
	add := func(option survey.Option) {
		at[option.Name] = int16(len(variable.Options))
		variable.Options = append(variable.Options, option)
	}
	for _, k := range scheme.Categories {
		named, rest := s.named(category, group, scheme, k.Name, minimum)
		for _, g := range named {
			add(survey.Option{Name: foundOption(k.Name, g), Label: scheme.Group(g).Label})
		}
		if rest > 0 {
			label := survey.Text{}
			for tag, words := range foundRest {
				label[tag] = words + strings.ToLower(k.Label.In(tag))
			}
			add(survey.Option{Name: foundOption(k.Name, ""), Label: label})
		}
	}
	for _, name := range []string{coding.NotCoded, coding.Uncoded} {
		if k := category.Option(name); k >= 0 {
			add(category.Options[k])
		}
	}
	index, missing := make([]int16, d.Rows()), make([]survey.Missing, d.Rows())
	for row := range index {
		if missing[row] = category.Missing(row); missing[row] != survey.Present {
			index[row] = -1
			continue
		}
		of := category.Options[category.Index(row)].Name
		var ok bool
		if group.Missing(row) == survey.Present {
			index[row], ok = at[foundOption(of, group.Options[group.Index(row)].Name)]
		}
		if !ok {
			index[row], ok = at[foundOption(of, "")]
		}
		if !ok {
			index[row] = at[of] // not coded, or without content
		}
	}
	with, err := d.With(survey.NewSingle(variable, index, missing))
	if err != nil {
		return d // the study has a flag of this name
	}
	return with
}

// named returns the groups of a category that may be named, in the order of the
// scheme, and how many cases are in none of them.
func (s *Study) named(category, group *survey.Column, scheme *coding.Scheme, of string, minimum int) (named []string, rest int) {
	count := map[string]int{}
	for row := range category.Rows() {
		if category.Missing(row) != survey.Present || category.Options[category.Index(row)].Name != of {
			continue
		}
		g := ""
		if group.Missing(row) == survey.Present {
			g = group.Options[group.Index(row)].Name
		}
		if known := scheme.Group(g); known == nil || known.Category != of || known.Rest {
			g = ""
		}
		count[g]++
	}
	rest = count[""]
	for _, g := range scheme.Groups {
		switch n := count[g.Name]; {
		case n >= minimum && n > 0:
			named = append(named, g.Name)
		default:
			rest += n
		}
	}
	for rest > 0 && rest < minimum && len(named) > 0 {
		least := slices.MinFunc(named, func(a, b string) int { return cmp.Compare(count[a], count[b]) })
		named = slices.DeleteFunc(named, func(g string) bool { return g == least })
		rest += count[least]
	}
	return named, rest
}

// found builds the table of what was found: a crosstab of the variable with a
// net for each category, which stands above its groups.
func (s *Study) found(data *Data, spec table) (*crosstab.Table, error) {
	i := slices.IndexFunc(data.Coded, func(c Coded) bool { return c.Name == spec.appendix })
	if i < 0 || data.Datasets[spec.Sample].Column(spec.Rows.first()) == nil {
		return nil, nil // what is wrong has been said
	}
	t, err := crosstab.Build(data.Samples[spec.Sample], s.foundSpec(data, spec), s.config.Level)
	if err != nil {
		return nil, err
	}
	return netsFirst(t), nil
}

// foundSpec returns the crosstab of what was found under each category of a
// coding that was done.
func (s *Study) foundSpec(data *Data, spec table) crosstab.Spec {
	i := slices.IndexFunc(data.Coded, func(c Coded) bool { return c.Name == spec.appendix })
	variable := data.Datasets[spec.Sample].Column(spec.Rows.first())
	of := spec.crosstab()
	for _, k := range data.Coded[i].Scheme.Categories {
		net := crosstab.NetSpec{ID: k.Name, Label: k.Label}
		for _, o := range variable.Options {
			if strings.HasPrefix(o.Name, k.Name+"_") {
				net.Of = append(net.Of, o.Name)
			}
		}
		if net.Of != nil {
			of.Nets = append(of.Nets, net)
		}
	}
	return of
}

// netsFirst puts every net above the first of its rows.
func netsFirst(t *crosstab.Table) *crosstab.Table {
	first := func(r crosstab.Row) int {
		if r.Kind != crosstab.Net || len(r.Of) == 0 {
			return slices.IndexFunc(t.Rows, func(other crosstab.Row) bool { return other.ID == r.ID })
		}
		return slices.IndexFunc(t.Rows, func(other crosstab.Row) bool { return other.ID == r.Of[0] })
	}
	order := make([]int, len(t.Rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(first(t.Rows[a]), first(t.Rows[b])), -cmp.Compare(netRank(t.Rows[a]), netRank(t.Rows[b])))
	})
	sorted := *t
	sorted.Rows, sorted.Cells = make([]crosstab.Row, len(order)), make([][]crosstab.Cell, len(order))
	for to, from := range order {
		sorted.Rows[to], sorted.Cells[to] = t.Rows[from], t.Cells[from]
	}
	return &sorted
}

func netRank(r crosstab.Row) int {
	if r.Kind == crosstab.Net {
		return 1
	}
	return 0
}
