package study

import (
	"fmt"
	"maps"
	"slices"

	"stikprove/survey"
)

// check returns what study.yaml says of the two waves that the data do not have:
// variables, categories and tables that are in neither or not in the one named.
func (c *comparing) check() survey.Problems {
	m := c.mapping
	if m == nil {
		return nil
	}
	var problems survey.Problems
	add := func(at place, path, format string, args ...any) {
		problems = append(problems, survey.Problem{File: c.after.s.file, Line: at.Line > 0, Row: at.Line, Column: at.Column,
			Variable: "compare." + path, Message: fmt.Sprintf(format, args...)})
	}
	there := func(w *wave) string { return "in " + w.name() }
	for _, id := range sortedKeys(m.Tables) {
		if known := c.before.ids(); c.before.table(m.Tables[id]) == nil && !slices.Contains(known, m.Tables[id]) {
			add(m.place, "tables", "no table %s %s%s", survey.Quote(m.Tables[id]), there(c.before), survey.DidYouMean(m.Tables[id], known))
		}
	}
	variable := func(at place, path string, w *wave, name string) *survey.Column {
		column := w.anyColumn(name)
		if column == nil {
			add(at, path, "no variable %s %s%s", survey.Quote(name), there(w), survey.DidYouMean(name, w.names()))
		}
		return column
	}
	for _, name := range sortedKeys(m.Variables) {
		variable(m.place, "variables", c.after, name)
		variable(m.place, "variables", c.before, m.Variables[name])
	}
	for i, k := range m.Categories {
		path := fmt.Sprintf("categories[%d]", i+1)
		for _, side := range []struct {
			w     *wave
			name  string
			names []string
		}{{c.before, m.there(k.Variable), k.Before}, {c.after, k.Variable, k.After}} {
			column := variable(k.place, path, side.w, side.name)
			if column == nil || len(column.Options) == 0 {
				continue
			}
			for _, name := range side.names {
				if column.Option(name) < 0 {
					add(k.place, path, "no option %s in %q %s%s", survey.Quote(name), side.name, there(side.w), survey.DidYouMean(name, optionNames(column)))
				}
			}
		}
	}
	for i, a := range m.Apart {
		now, then := c.after.anyColumn(a.Variable), c.before.anyColumn(a.Variable)
		path := fmt.Sprintf("not_comparable[%d]", i+1)
		switch {
		case a.Variable == "":
		case now == nil && then == nil:
			variable(a.place, path, c.after, a.Variable)
		case a.Category != "" && !(now != nil && now.Option(a.Category) >= 0) && !(then != nil && then.Option(a.Category) >= 0):
			add(a.place, path, "no option %s in %q in either wave", survey.Quote(a.Category), a.Variable)
		}
	}
	return problems
}

// anyColumn returns the variable of that name of the first source that has one,
// or nil.
func (w *wave) anyColumn(name string) *survey.Column {
	for _, source := range slices.Sorted(maps.Keys(w.data.Datasets)) {
		if column := w.column(source, name); column != nil {
			return column
		}
	}
	return nil
}

// names returns the names of all variables.
func (w *wave) names() []string {
	var names []string
	for _, source := range slices.Sorted(maps.Keys(w.data.Datasets)) {
		if d := w.data.Datasets[source]; d != nil {
			names = append(names, d.Names()...)
		}
	}
	return names
}

func optionNames(column *survey.Column) []string {
	var names []string
	for _, o := range column.Options {
		names = append(names, o.Name)
	}
	return names
}
