package platform

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"stikprove/survey"
)

// field is a question, in one block if it is repeated, bound to its columns.
type field struct {
	question *survey.Question
	mapped   *MappedVariable // nil where the instrument alone binds it
	metadata bool            // of the platform's own; not an answer
	block    int             // from 0
	columns  []int           // from 1: one, or one per option
	inCell   bool            // KindMultiple: several answers share a cell
	codes    map[string]int
	labels   map[string]int // key of a label in any language: the option
	chosen   []string       // per option what its column holds besides words for chosen; may be nil
	anyText  []bool         // per option whether anything in its column is a choice; may be nil
	absent   map[string]survey.Missing
	// absentNumbers is those of absent that are numbers, by their bits.
	absentNumbers map[uint64]survey.Missing
	// absentAsWritten says that others of absent are numbers as well, which
	// mean it only where they stand so, as -99.0.
	absentAsWritten bool

	mark  string // between answers in a cell; empty where it is to be seen
	comma bool
	order string // of dates written as text

	// A text that is no option stands for option open of a question whose
	// "other" is written among the answers; -1 for none. The field of the
	// texts themselves has remainder set and the question's field as parent.
	open      int
	remainder bool
	parent    *field

	lacking bool // columns of it are not there, so that nothing is known of any row

	index   []int16
	bits    []uint64
	numbers []float64
	texts   []string
	missing []survey.Missing
	zeros   []bool       // KindMultiple: nothing chosen, but zeros written
	wrong   map[int]bool // rows with a problem, from 0
	column  *survey.Column
}

// isNumber reports whether the question asks for a number.
func (f *field) isNumber() bool {
	return f.question.Kind == survey.KindDecimal || f.question.Kind == survey.KindInteger
}

func code(o survey.Option) string { return cmp.Or(o.Code, o.Name) }

// recognises makes the tables of what stands for an option: its code, its
// name where that is no other's code, and its labels where they are different.
func (f *field) recognises() {
	f.codes, f.labels = map[string]int{}, map[string]int{}
	for k, o := range f.question.Options {
		f.codes[code(o)] = k
	}
	for k, o := range f.question.Options {
		if _, taken := f.codes[o.Name]; !taken {
			f.codes[o.Name] = k
		}
		for _, words := range o.Label {
			words = key(oneLine(words))
			if other, taken := f.labels[words]; taken && other != k {
				f.labels[words] = -1
				continue
			}
			f.labels[words] = k
		}
	}
}

// option returns the option that s stands for, or -1.
func (f *field) option(s string) int {
	if k, ok := f.codes[s]; ok {
		return k
	}
	if k, ok := f.labels[key(s)]; ok {
		return k
	}
	if strings.Contains(s, "<") {
		if k, ok := f.labels[key(oneLine(s))]; ok {
			return k
		}
	}
	return -1
}

// missingCode returns the absence that a value stands for.
func (f *field) missingCode(s string) (survey.Missing, bool) {
	if len(f.absent) == 0 {
		return survey.Present, false
	}
	m, ok := f.absent[strings.ToLower(s)]
	return m, ok && f.option(s) < 0
}

// several returns the options named in one cell and the words that name none.
func (f *field) several(s string) (chosen uint64, rest []string) {
	if k := f.option(s); k >= 0 {
		return 1 << k, nil
	}
	if f.mark != "" {
		return f.parts(s, f.mark)
	}
	for _, mark := range []string{";", "|", "\n", ", ", ",", " / "} {
		if strings.Contains(s, mark) {
			if chosen, rest = f.parts(s, mark); len(rest) == 0 {
				return chosen, nil
			}
		}
	}
	return f.parts(s, " ")
}

// parts returns the options in s, with mark between them. An option may hold
// the mark itself: the longest that fits is taken.
func (f *field) parts(s, mark string) (chosen uint64, rest []string) {
	var parts []string
	if mark == " " {
		parts = strings.Fields(s)
	} else {
		for _, p := range strings.Split(s, mark) {
			if p = strings.Trim(oneLine(p), " "); p != "" && p != "/" {
				parts = append(parts, strings.TrimPrefix(p, "/ "))
			}
		}
	}
	for i := 0; i < len(parts); {
		k, next := -1, i+1
		for j := min(len(parts), i+8); j > i && k < 0; j-- {
			k, next = f.option(strings.Join(parts[i:j], mark)), j
		}
		if k < 0 {
			rest, next = append(rest, parts[i]), i+1
		} else {
			chosen |= 1 << k
		}
		i = next
	}
	return chosen, rest
}

// made returns the column of what was read so far.
func (f *field) made() *survey.Column {
	missing := f.missing
	if !slices.ContainsFunc(missing, func(m survey.Missing) bool { return m != survey.Present }) {
		missing = nil
	}
	var c *survey.Column
	switch v := f.question.Variable; v.Kind {
	case survey.KindSingle:
		c = survey.NewSingle(v, f.index, missing)
	case survey.KindMultiple:
		c = survey.NewMultiple(v, f.bits, missing)
	case survey.KindText:
		c = survey.NewText(v, f.texts, missing)
	default:
		c = survey.NewNumber(v, f.numbers, missing)
	}
	if f.lacking {
		return c
	}
	return c.From([][]int{f.columns})
}

// exclusive returns an option of row i that excludes others and was chosen
// with others, or -1.
func (f *field) exclusive(i int) int {
	if f.question.Kind != survey.KindMultiple || bits.OnesCount64(f.bits[i]) < 2 {
		return -1
	}
	for k, o := range f.question.Options {
		if o.Exclusive && f.bits[i]&(1<<k) != 0 {
			return k
		}
	}
	return -1
}
