package crosstab

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"stikprove/sample"
	"stikprove/survey"
)

// newAxis returns the axis of c, or false where c's kind has no options to
// print.
func newAxis(c *survey.Column) (axis, bool) {
	switch c.Kind {
	case survey.KindSingle:
		codes := make([]int32, c.Rows())
		for i := range codes {
			codes[i] = int32(c.Index(i))
		}
		return axis{variable: c, options: optionsOf(c), codes: codes}, true
	case survey.KindMultiple:
		return axis{variable: c, options: optionsOf(c)}, true
	case survey.KindText:
		return textAxis(c), true
	case survey.KindInteger:
		return numberAxis(c), true
	default:
		return axis{}, false
	}
}

// optionsOf returns the options of a question.
func optionsOf(c *survey.Column) []option {
	options := make([]option, len(c.Options))
	for k, o := range c.Options {
		options[k] = option{name: o.Name, label: o.Label, meaning: o.Meaning}
	}
	return options
}

// numberAxis has an option per number, in order.
func numberAxis(c *survey.Column) axis {
	a := axis{variable: c, codes: make([]int32, c.Rows())}
	met := make(map[float64]int32)
	for i := range a.codes {
		if c.Missing(i) == survey.Present {
			met[c.Number(i)] = 0
		}
	}
	for k, v := range slices.Sorted(maps.Keys(met)) {
		met[v] = int32(k)
		s := strconv.FormatFloat(v, 'f', -1, 64)
		a.options = append(a.options, option{name: s, label: survey.Words(s)})
	}
	for i := range a.codes {
		a.codes[i] = -1
		if c.Missing(i) == survey.Present {
			a.codes[i] = met[c.Number(i)]
		}
	}
	return a
}

// textAxis has an option per text, whatever its case and spacing, in bytewise
// order of the folded text. Its label is the commonest spelling, the bytewise
// first of equals. A blank text is no answer.
func textAxis(c *survey.Column) axis {
	a := axis{variable: c, codes: make([]int32, c.Rows())}
	spellings := make(map[string]map[string]int)
	for i := range a.codes {
		if spelling := spaced(c.Text(i)); spelling != "" {
			name := strings.ToLower(spelling)
			if spellings[name] == nil {
				spellings[name] = make(map[string]int)
			}
			spellings[name][spelling]++
		}
	}
	code := make(map[string]int32)
	for k, name := range slices.Sorted(maps.Keys(spellings)) {
		code[name] = int32(k)
		a.options = append(a.options, option{name: name, label: survey.Words(commonest(spellings[name])), verbatim: true})
	}
	for i := range a.codes {
		a.codes[i] = -1
		if spelling := spaced(c.Text(i)); spelling != "" {
			a.codes[i] = code[strings.ToLower(spelling)]
		}
	}
	return a
}

// spaced returns s trimmed and with runs of blanks made one space.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// commonest returns the key with the highest count, the bytewise first of
// equals.
func commonest(counts map[string]int) string {
	return slices.MinFunc(slices.Collect(maps.Keys(counts)), func(x, y string) int {
		return cmp.Or(cmp.Compare(counts[y], counts[x]), cmp.Compare(x, y))
	})
}

// Options returns the options of c that units of s have, in the order of a
// table's columns, and false where c's kind has no options to print.
func Options(c *survey.Column, s *sample.Sample) ([]survey.Option, bool) {
	a, ok := newAxis(c)
	if !ok || a.several() {
		return nil, false
	}
	in := make([]bool, s.Rows())
	for i, w := range s.Weight {
		in[i] = w > 0
	}
	n := a.counts(in)
	var options []survey.Option
	for k, o := range a.options {
		if n[k] > 0 {
			options = append(options, survey.Option{Name: o.name, Label: o.label, Meaning: o.meaning})
		}
	}
	return options, true
}
